package ledger

import (
	"fmt"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"fasti/extract/article"
	"fasti/internal/diag"
)

// hold is what Hugo's keys draft, publishDate and expiryDate say of a file:
// whether it may be shown, and from which day until before which.
type hold struct {
	draft       bool
	from, until string // YYYY-MM-DD; "" if open
}

// on says why the file may not be shown on a day; "" if it may.
func (h hold) on(day string) string {
	switch {
	case h.draft:
		return "draft: true"
	case h.from != "" && day < h.from:
		return "publishDate: " + h.from
	case h.until != "" && day >= h.until:
		return "expiryDate: " + h.until
	}
	return ""
}

// turns is the next day after a day on which the answer changes; "" if none.
func (h hold) turns(day string) string {
	if h.draft {
		return ""
	}
	for _, d := range []string{h.from, h.until} {
		if d != "" && day < d {
			return d
		}
	}
	return ""
}

// hold reads Hugo's keys, which Hugo reads in any capitals.
func (r *reader) hold() (h hold) {
	root := r.f.Root()
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		switch strings.ToLower(k.Value) {
		case "draft":
			h.draft = r.yes(v, k.Value)
		case "publishdate", "pubdate", "published":
			h.from = r.holdDay(v, k.Value)
		case "expirydate", "unpublishdate":
			h.until = r.holdDay(v, k.Value)
		}
	}
	return h
}

// yes reads true or false.
func (r *reader) yes(n *yaml.Node, what string) bool {
	switch s := r.text(n, what); s {
	case "true":
		return true
	case "false", "":
	default:
		r.fault(n, diag.BadValue, fmt.Sprintf("%s: %q is neither true nor false", what, s), "write true or false")
	}
	return false
}

// holdDay reads a day, or a time as the day that it lies on in UTC.
func (r *reader) holdDay(n *yaml.Node, what string) string {
	s := r.text(n, what)
	if s == "" {
		return ""
	}
	d, ok := article.ParseDate(s)
	if !ok || len(d) < 10 {
		r.fault(n, diag.BadDate, fmt.Sprintf("%s: %q is no day", what, s), "write 2024-02-07")
		return ""
	}
	if t, err := time.Parse(time.RFC3339, d); err == nil {
		return t.UTC().Format(time.DateOnly)
	}
	return d[:10]
}

// HoldBack takes out of the content the articles that may not be shown on a
// day (drafts, and those that Hugo's keys publishDate and expiryDate exclude).
// What rests on them stays as it is and is not shown either. It gives the day
// on which the answer will be another; "" if there is none to come.
func (c *Content) HoldBack(day string) (until string) {
	turn := func(h hold) {
		if d := h.turns(day); d != "" && (until == "" || d < until) {
			until = d
		}
	}
	c.day, c.held = day, map[string]string{}
	kept := c.Articles[:0]
	for _, a := range c.Articles {
		turn(a.hold)
		if why := a.hold.on(day); why != "" {
			c.held[a.Name], c.broken[a.Name] = why, true
			c.heldBack = append(c.heldBack, a)
			continue
		}
		kept = append(kept, a)
	}
	c.Articles = kept
	for _, e := range c.Events {
		turn(e.hold)
	}
	return until
}
