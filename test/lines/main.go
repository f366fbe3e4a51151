// Command lines reads articles as JSON lines from standard input and prints
// what extraction finds in them, like "fasti extract --json -", without the
// site generator linked in: to measure extraction it builds in a second.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"fasti/extract"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "lines:", err)
		os.Exit(1)
	}
}

// run extracts with one worker, so that the time it takes is the time of one core.
func run() error {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	err = x.Stream(context.Background(), os.Stdin, out, 1, func(line int, err error) {
		fmt.Fprintf(os.Stderr, "lines: line %d: %v\n", line, err)
	})
	if err != nil {
		return err
	}
	return out.Flush()
}
