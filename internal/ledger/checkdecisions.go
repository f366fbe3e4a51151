package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/diag"
)

// pending reports what waits for a person: sentences of a reviewed event whose
// report has changed since. It gives them, and those that one has decided on.
func (k *checker) pending(e *Event) map[string]Now {
	open := k.c.Pending(e)
	for _, s := range e.Sources {
		now, ok := open[s.ID]
		if !ok || now.Kept {
			continue
		}
		at := "sources." + s.ID
		says := "has changed since, and no sentence is like it now"
		choice := fmt.Sprintf("fasti keep %[1]s %[2]s, or fasti drop %[1]s %[2]s", e.ID, s.ID)
		switch {
		case now.Standing == Gone:
			says = "is not there any more"
		case now.Source.Quote != "":
			says = fmt.Sprintf("now says %q", line(now.Source.Quote))
			choice = fmt.Sprintf("fasti keep %[1]s %[2]s, fasti follow %[1]s %[2]s, or fasti drop %[1]s %[2]s", e.ID, s.ID)
		}
		k.report(e.at.diagnose(e.Path, at, diag.ReportChanged, fmt.Sprintf("the event was reviewed with %q; %s %s", line(s.Quote), s.Article, says), choice))
	}
	return open
}

// claims reports sentences that two events claim: one by a person's hand, and
// any other, for the same word. The two places are told.
func (k *checker) claims() {
	type claim struct {
		e *Event
		s Source
	}
	by := map[[2]string][]claim{}
	for _, e := range k.c.Events {
		if !e.stands() {
			continue
		}
		for _, s := range e.Sources {
			if s.Quote != "" {
				key := [2]string{s.Article, s.Quote}
				by[key] = append(by[key], claim{e, s})
			}
		}
	}
	for _, list := range by {
		slices.SortFunc(list, func(a, b claim) int { return cmp.Compare(a.e.Path, b.e.Path) })
		for i, a := range list {
			for j, b := range list {
				if i == j || a.e == b.e || !a.e.puts(a.s) && !b.e.puts(b.s) || !sameWord(a.s, b.s) {
					continue
				}
				at := b.e.at["sources."+b.s.ID]
				k.report(a.e.at.diagnose(a.e.Path, "sources."+a.s.ID, diag.ClaimedTwice,
					fmt.Sprintf("%s:%d:%d claims the sentence too: %q", b.e.Path, max(at.line, 1), max(at.col, 1), shorten(line(a.s.Quote), 60)),
					"take it out of one, join the two with fasti merge, or give each its own trigger: if the sentence tells of both"))
				break
			}
		}
	}
}

// sameWord reports whether two sources may be about one event of a sentence.
func sameWord(a, b Source) bool {
	x, y := triggerKey(a.Trigger), triggerKey(b.Trigger)
	return x == "" || y == "" || x == y
}

// Unanswered leaves out the notes and warnings that people have seen and let
// stand. An error cannot be answered so.
func (c *Content) Unanswered(ds []diag.Diagnostic) []diag.Diagnostic {
	seen := c.know().seen
	return slices.DeleteFunc(slices.Clone(ds), func(d diag.Diagnostic) bool {
		return d.Severity() != diag.Error && seen[d.Sign()]
	})
}

// keptApart reports whether people have kept the two reports of a proposal
// apart: "article:sentence" each.
func (c *Content) keptApart(a, b string) bool {
	if len(c.know().apart) == 0 {
		return false
	}
	of := func(place string) []string {
		article, number, _ := strings.Cut(place, ":")
		number, _, _ = strings.Cut(number, ":")
		var ids []string
		for _, e := range c.Events {
			if slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Article == article && fmt.Sprint(s.Sentence) == number }) {
				ids = append(ids, e.ID)
			}
		}
		return ids
	}
	for _, x := range of(a) {
		for _, y := range of(b) {
			if c.know().apart[pair(x, y)] {
				return true
			}
		}
	}
	return false
}
