package event

import (
	"strings"

	"fasti/extract/segment"
)

// pair puts what speaks for and against two candidates, e told before c,
// telling of one happening into the bag.
func (v *view) pair(e, c *candidate, b *bag) {
	x := v.f.lex
	forms := formOf(e) + " " + formOf(c)
	b.add("all")
	dates := v.datePair(e, c)
	b.add("dates", dates)
	b.add("dates", dates, forms)
	kinds := "other"
	switch {
	case e.kind == c.kind:
		kinds = "same"
	case e.kind.family() == c.kind.family():
		kinds = "family"
	}
	b.add("kinds", kinds, dates)
	if kinds == "same" {
		b.add("both", string(c.kind))
	} else if e.kind < c.kind {
		b.add("kind pair", string(e.kind), string(c.kind))
	} else {
		b.add("kind pair", string(c.kind), string(e.kind))
	}
	b.add("forms", forms)
	same := "other"
	if v.f.stem(e) == v.f.stem(c) {
		same = "same"
	} else if t := stemOf(strings.ToLower(e.word())); t != "" && t == stemOf(strings.ToLower(c.word())) {
		same = "stem"
	}
	b.add("words", same, kinds)
	b.add("words then", same, dates)
	b.add("status", string(e.status), string(c.status))
	v.pairParts(e, c, b, dates, same)
	v.pairPlace(e, c, b, dates)
	b.when(v.f.same(e, c, v.in), "rules join", dates)
	if c.nominal {
		det := yes(v.cal.definite(c.sent, c.trigger))
		b.add("takes up", det, kinds)
	}
	if !e.nominal && !c.nominal {
		b.add("classes", classNames[e.class], classNames[c.class])
		b.add("frames", string(x.verbs[e.verb].frame), string(x.verbs[c.verb].frame))
	}
}

// word is the word that reports.
func (c *candidate) word() string { return c.sent.words[c.trigger].text }

// datePair says how the dates of two candidates stand to each other.
func (v *view) datePair(e, c *candidate) string {
	a, b := e.date.when, c.date.when
	own := "neither's own"
	switch {
	case e.date.own && c.date.own:
		own = "both own"
	case e.date.own:
		own = "first own"
	case c.date.own:
		own = "second own"
	}
	switch {
	case a.IsZero() || b.IsZero():
		return "one undated " + own
	case a == b:
		return "same " + own
	case overlapping(a, b):
		return "within " + own
	}
	return "different " + own
}

// pairParts tells what the two have in common in who takes part.
func (v *view) pairParts(e, c *candidate, b *bag, dates, same string) {
	common := shareParts(e, c)
	rest := max(len(e.parts), len(c.parts)) - common
	b.add("shared", few(common, 2), few(rest, 2))
	b.add("others of each", few(len(e.parts)-common, 2), few(len(c.parts)-common, 2))
	b.add("shared when", few(common, 2), dates)
	b.add("shared of", few(common, 1), same)
	if d, o := e.doer(), c.doer(); d != "" && o != "" {
		b.add("doer", yes(d == o), same)
	}
	for _, p := range e.parts {
		for _, q := range c.parts {
			if p.Actor == q.Actor {
				b.add("roles", string(p.Role), string(q.Role))
			}
		}
	}
	if len(e.places) > 0 && len(c.places) > 0 {
		at := "other"
		for _, p := range e.places {
			for _, q := range c.places {
				if p == q {
					at = "same"
				}
			}
		}
		b.add("places", at)
	}
}

// pairPlace tells how far apart the two stand, and what their sentences share.
func (v *view) pairPlace(e, c *candidate, b *bag, dates string) {
	away := c.sent.index - e.sent.index
	at := yes(v.block(e.sent) == v.block(c.sent))
	b.add("away", steps(away), at)
	if away == 0 {
		b.add("one sentence", v.relation(c.sent, e.clause, c.clause), dates)
		b.add("one clause", yes(e.clause == c.clause), formOf(e), formOf(c))
		b.add("words away", steps(max(c.trigger-e.trigger, e.trigger-c.trigger)))
		return
	}
	n := v.common(e.sent, c.sent)
	b.add("common words", few(n, 5), dates)
	lead := "no"
	if e.sent.index == 0 {
		lead = "lead"
	}
	b.add("told first in", lead, dates)
	b.add("title", few(min(overlap(e.sent, v.title), overlap(c.sent, v.title)), 3))
}

// common counts the words that two sentences share, small ones apart.
func (v *view) common(a, b *sentence) int {
	if a.stems == nil {
		a.stems = map[string]bool{}
		for i := range a.words {
			if w := &a.words[i]; w.class != segment.Punct && w.tags == 0 && w.timex < 0 {
				if t := stemOf(strings.ToLower(w.text)); t != "" {
					a.stems[t] = true
				}
			}
		}
	}
	return overlap(b, a.stems)
}
