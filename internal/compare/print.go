package compare

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Format is a way to print a report.
type Format string

// The formats.
const (
	Text     Format = "text"
	Markdown Format = "markdown" // for a comment on a pull request
	JSON     Format = "json"
)

// Formats are the formats' names.
func Formats() []Format { return []Format{Text, Markdown, JSON} }

// markdownMost bounds a comment: GitHub takes 65,536 characters.
const markdownMost = 60_000

// Write prints the report.
func (r *Report) Write(w io.Writer, f Format) error {
	var s string
	switch f {
	case JSON:
		b, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return fmt.Errorf("print the difference: %w", err)
		}
		s = string(b) + "\n"
	case Markdown:
		s = r.markdown()
	default:
		s = r.text()
	}
	_, err := io.WriteString(w, s)
	return err
}

// sums are "3 new, 1 corrected" of the entries, in their order.
func sums(entries []Entry) string {
	var out []string
	for i := 0; i < len(entries); {
		n := i
		for n < len(entries) && entries[n].What == entries[i].What {
			n++
		}
		out = append(out, fmt.Sprintf("%d %s", n-i, entries[i].What))
		i = n
	}
	return strings.Join(out, ", ")
}

// text prints an entry a paragraph.
func (r *Report) text() string {
	var b strings.Builder
	for _, list := range []struct {
		name    string
		entries []Entry
	}{{"event", r.Events}, {"actor", r.Actors}} {
		for _, x := range list.entries {
			fmt.Fprintf(&b, "%s %s %s: %s\n", x.What, list.name, x.ID, line(head(x)))
			for _, into := range x.Into {
				fmt.Fprintf(&b, "  into %s: %s\n", into.ID, line(into.Title))
			}
			for _, f := range x.Fields {
				fmt.Fprintf(&b, "  %s: %s -> %s\n", f.Key, line(or(f.Old, "none")), line(or(f.New, "none")))
			}
			for _, q := range x.Added {
				fmt.Fprintf(&b, "  + %s: %s\n", q.Article, line(q.Text))
			}
			for _, q := range x.Dropped {
				fmt.Fprintf(&b, "  - %s: %s\n", q.Article, line(q.Text))
			}
		}
	}
	return b.String()
}

// head is an entry in a line: title, date, and whether the site shows it.
func head(x Entry) string {
	s := x.Title
	if x.When != "" {
		s += " (" + x.When + ")"
	}
	if note := x.note(); note != "" {
		s += ", " + note
	}
	return s
}

// note says what the site's reader sees of it, where that is not plain.
func (x Entry) note() string {
	switch {
	case x.What == New && !x.Shown && x.Kind != "" && x.When != "", x.What == Corrected && !x.Shown && !x.Before:
		return "kept, not published"
	case x.What == Corrected && x.Shown && !x.Before:
		return "published now"
	case x.What == Corrected && !x.Shown && x.Before:
		return "no longer published"
	}
	return ""
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// line brings a text to one line that moves no cursor and turns no reading
// direction.
func line(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

// markdown prints the report for a pull request, events that the site shows
// first.
func (r *Report) markdown() string {
	var b strings.Builder
	b.WriteString("### What this changes in the timeline\n\n")
	if r.Empty() {
		b.WriteString("Nothing: no event and no actor is different.\n")
		return b.String()
	}
	for _, list := range []struct {
		name    string
		entries []Entry
	}{{"Events", r.Events}, {"Actors", r.Actors}} {
		if len(list.entries) == 0 {
			continue
		}
		fmt.Fprintf(&b, "**%s:** %s\n\n", list.name, sums(list.entries))
		what := ""
		for i, x := range list.entries {
			if b.Len() > markdownMost {
				fmt.Fprintf(&b, "… and %d more; `fasti diff` lists them all.\n", len(list.entries)-i)
				return b.String()
			}
			if x.What != what {
				what = x.What
				fmt.Fprintf(&b, "#### %s\n\n", strings.ToUpper(what[:1])+what[1:])
			}
			b.WriteString(x.markdown())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (x Entry) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "- **%s**", plain(clip(x.Title)))
	for _, s := range []string{x.When, x.Kind, x.note(), x.ID} {
		if s != "" {
			b.WriteString(" · " + plain(s))
		}
	}
	b.WriteByte('\n')
	for _, into := range x.Into {
		fmt.Fprintf(&b, "  - into **%s** · %s\n", plain(clip(or(into.Title, into.ID))), plain(into.ID))
	}
	for _, f := range x.Fields {
		fmt.Fprintf(&b, "  - %s: %s → %s\n", f.Key, marked("~~", f.Old), marked("**", f.New))
	}
	for _, q := range x.Added {
		fmt.Fprintf(&b, "  > %s\n  > — %s\n\n", plain(clip(q.Text)), plain(q.Article))
	}
	for _, q := range x.Dropped {
		fmt.Fprintf(&b, "  > ~~%s~~\n  > — %s\n\n", plain(clip(q.Text)), plain(q.Article))
	}
	return b.String()
}

// marked sets a value between marks; one that is not there has none.
func marked(mark, s string) string {
	if s == "" {
		return "none"
	}
	return mark + plain(clip(s)) + mark
}

// clip bounds a text in a comment.
func clip(s string) string {
	if r := []rune(line(s)); len(r) > 400 {
		return string(r[:399]) + "…"
	}
	return line(s)
}

// plain takes the meaning from the signs that Markdown, HTML and GitHub have
// one for: titles and quotations are others' words, and call nobody.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '@' || r == '#' || r == '<' || r == '>' || r == '&':
			fmt.Fprintf(&b, "&#%d;", r)
		case strings.ContainsRune("\\`*_[]|~", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "://", ":&#47;/") // no link to an address in a quotation
}
