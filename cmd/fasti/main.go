// Command fasti makes a timeline site out of news articles.
package main

func main() {}
