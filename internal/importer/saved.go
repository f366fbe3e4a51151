package importer

import (
	"regexp"

	"golang.org/x/net/html"
)

// savedComment is what browsers and their helpers write into a page that they
// save: "saved from url=(0026)https://…", or SingleFile's "url: https://…".
var savedComment = regexp.MustCompile(`(?:saved from url=\(\d+\)|(?s:^\s*Page saved with SingleFile.*?)\n\s*url:\s*)(https?://\S+)`)

// savedComments is how many comments of a page are looked at: that of the
// saving stands at its head.
const savedComments = 20

// savedFrom is the address that a saved page was saved from; "" if it does not
// say.
func savedFrom(doc *html.Node) string {
	seen := 0
	for n := range doc.Descendants() {
		if n.Type != html.CommentNode {
			continue
		}
		if seen++; seen > savedComments {
			break
		}
		if m := savedComment.FindStringSubmatch(n.Data); m != nil {
			return m[1]
		}
	}
	return ""
}
