package review

import (
	"fmt"
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/internal/ledger"
)

// Reading is a date that an event could have.
type Reading struct {
	When string `json:"when"` // EDTF
	From string `json:"from"` // where it comes from, in words
}

// mostReadings is how many other dates are offered.
const mostReadings = 6

// readings are the other dates that the reports give, the nearest first: of
// the event's own sentences, then of those beside them, then the days of
// publication.
func (d *Desk) readings(e *ledger.Event) []Reading {
	out := []Reading{}
	plus := func(when, from string) {
		if when != "" && when != e.When.String() && len(out) < mostReadings && !slices.ContainsFunc(out, func(r Reading) bool { return r.When == when }) {
			out = append(out, Reading{when, from})
		}
	}
	for _, s := range e.Sources {
		plus(s.When, saidIn(s.Said, d.paper(s.Article)))
	}
	for _, distance := range []int{0, -1, 1, -2} {
		for _, s := range e.Sources {
			for _, r := range d.datesOf(s, distance) {
				plus(r.When, r.From)
			}
		}
	}
	for _, s := range e.Sources {
		if a := d.article(s.Article); a != nil && len(a.Date) >= 10 {
			plus(a.Date[:10], "the day on which "+d.paper(s.Article)+" reported it")
		}
	}
	return out
}

// datesOf are the time expressions of the sentence so many places behind that
// of a source, and the stretches that two of them bound.
func (d *Desk) datesOf(s ledger.Source, distance int) []Reading {
	r := d.site.Results[s.Article]
	n := s.Sentence - 1 + distance
	if r == nil || s.Sentence < 1 || n < 0 || n >= len(r.Doc.Sentences) {
		return nil
	}
	in, text := r.Doc.Sentences[n].Span, r.Article.Text
	var out []Reading
	plus := func(span article.Span, edtf string) {
		if edtf != "" && span.Start >= in.Start && span.End <= in.End {
			out = append(out, Reading{edtf, saidIn(span.Of(text), d.paper(s.Article))})
		}
	}
	for _, x := range r.Timexes.Ranges {
		plus(x.Span, x.EDTF)
	}
	for i := range r.Timexes.Timexes {
		plus(r.Timexes.Timexes[i].Span, r.Timexes.Timexes[i].EDTF)
	}
	return out
}

func saidIn(said, paper string) string {
	if said == "" {
		return paper
	}
	return fmt.Sprintf("“%s”, %s", strings.Join(strings.Fields(said), " "), paper)
}

// paper names a report: its publisher, or its file.
func (d *Desk) paper(name string) string {
	if a := d.article(name); a != nil && a.Publisher != "" {
		return a.Publisher
	}
	return name
}

// whyDate says how the event's date was found.
func (d *Desk) whyDate(e *ledger.Event) string {
	if slices.Contains(e.Edited, "when") {
		return "given by a person"
	}
	for _, s := range e.Sources {
		if s.When == e.When.String() && !s.Misread {
			return whySource(s)
		}
	}
	return whyBasis(e.Basis, "")
}

func whySource(s ledger.Source) string { return whyBasis(s.Basis, s.Said) }

func whyBasis(basis, said string) string {
	words := "the report's words"
	if said != "" {
		words = "“" + said + "”"
	}
	switch basis {
	case "explicit":
		return words + " say it"
	case "inferred":
		return words + " say a part of it; the rest was worked out"
	case "relative":
		return words + ", counted from the day of the report or another date"
	case "inherited":
		return "from a sentence nearby"
	case "dct":
		return "no date is said; it is that of the report"
	case "none":
		return "no date could be worked out"
	}
	return ""
}
