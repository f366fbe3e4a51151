package importer

import (
	"regexp"
	"strings"
)

// siteMarks are the marks in Markdown that only the program knows for which it
// was written (Hugo, Jekyll, Obsidian), and what stays of each. What they frame
// stays; what they fetch from elsewhere (pictures, other notes) was not read.
var siteMarks = []struct {
	mark *regexp.Regexp
	stay string
}{
	{regexp.MustCompile(`(?s)\{\{[<%].*?[>%]\}\}`), ""},                         // Hugo's shortcodes
	{regexp.MustCompile(`(?s)\{%.*?%\}`), ""},                                   // Jekyll's tags
	{regexp.MustCompile(`(?m)^\{:[^}\n]*\}[ \t]*$`), ""},                        // attributes of kramdown
	{regexp.MustCompile(`(?s)%%[^%]+%%`), ""},                                   // comments of Obsidian
	{regexp.MustCompile(`!\[\[[^\]\n]*\]\]`), ""},                               // what it embeds
	{regexp.MustCompile(`\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]([^(]|$)`), "$1$2"}, // links between notes
	{regexp.MustCompile(`(?m)[ \t]+\^[A-Za-z0-9-]+$`), ""},                      // names of paragraphs
	{regexp.MustCompile(`(?m)^(>[ \t]*)\[![A-Za-z-]+\][+-]?[ \t]*`), "$1"},      // kinds of boxes
	{regexp.MustCompile(`==([^=\s][^=\n]*)==`), "$1"},                           // text marked with a pen
}

// manyLines are the empty lines that a mark on a line of its own leaves.
var manyLines = regexp.MustCompile(`\n[ \t]*\n(?:[ \t]*\n)+`)

// withoutSiteMarks takes such marks out of Markdown; code is left as it is.
func withoutSiteMarks(text string) string {
	var out, part strings.Builder
	fence := ""
	flush := func() {
		s := part.String()
		for _, m := range siteMarks {
			s = m.mark.ReplaceAllString(s, m.stay)
		}
		if s != part.String() {
			s = manyLines.ReplaceAllString(s, "\n\n")
		}
		out.WriteString(s)
		part.Reset()
	}
	for line := range strings.Lines(text) {
		mark := fenceOf(line)
		switch {
		case fence == "" && mark == "":
			part.WriteString(line)
			continue
		case fence == "":
			flush()
			fence = mark
		case strings.HasPrefix(mark, fence):
			fence = ""
		}
		out.WriteString(line)
	}
	flush()
	return out.String()
}

// fenceOf are the signs that open or close a part of code; "" if the line does
// neither.
func fenceOf(line string) string {
	line = strings.TrimLeft(line, " ")
	for _, sign := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, sign)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}
