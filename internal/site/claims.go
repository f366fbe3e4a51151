package site

import (
	"slices"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// Claim is one thing that reports state of an event, and who agrees.
type Claim struct {
	Name   string   `json:"name"`
	Here   string   `json:"here"`   // as published on this page
	Pips   []bool   `json:"pips"`   // one for each report that states it: agrees or not
	Count  string   `json:"count"`  // of those that agree
	Others []string `json:"others"` // where not all agree: what is said, and by whom
}

// statement is what one article says of an event.
type statement struct {
	report *report
	source ledger.Source
	when   edtf.Date // the zero value if it states no date
}

// stated are the bases on which an article states a date itself: what fasti
// took over from another sentence or from the day of publication is its own
// reading and no claim of the paper.
func stated(basis string) bool {
	return basis == "explicit" || basis == "inferred" || basis == "relative"
}

// statements are what the articles of an event say, one voice for each: the
// sentence that agrees with the event if it has one, else its first.
func (t *timeline) statements(e *event) []statement {
	var out []statement
	at := map[string]int{}
	for _, s := range e.Sources {
		r := t.report[s.Article]
		if r == nil || s.Misread {
			continue
		}
		v := statement{report: r, source: s}
		if d, err := edtf.Parse(s.When); err == nil && s.When != "" && stated(s.Basis) {
			v.when = d
		}
		i, have := at[s.Article]
		switch {
		case !have:
			at[s.Article] = len(out)
			out = append(out, v)
		case out[i].when.IsZero() && !v.when.IsZero(), !v.when.IsZero() && !agree(out[i].when, e.When) && agree(v.when, e.When):
			out[i] = v
		}
	}
	return out
}

// agree tells dates that can both be true: the same one, or one less exact.
func agree(a, b edtf.Date) bool {
	return a.IsZero() || b.IsZero() || a.String() == b.String() || edtf.Overlaps(a, b) || !boundedDate(a) || !boundedDate(b)
}

func boundedDate(d edtf.Date) bool {
	_, from := d.Earliest()
	_, to := d.Latest()
	return from || to
}

// excludes tells statuses that cannot both be true. What was announced and then
// happened, or is only said to have happened, contradicts nothing.
func excludes(a, b string) bool {
	no := func(s string) bool { return s == "denied" || s == "cancelled" }
	return a == "happened" && no(b) || no(a) && b == "happened"
}

// differs reports whether two articles state dates, statuses, places or numbers
// that exclude each other.
func (t *timeline) differs(e *event) bool {
	if known, asked := t.differing[e]; asked {
		return known
	}
	return len(e.reports) > 1 && t.disagree(e)
}

func (t *timeline) disagree(e *event) bool {
	all := t.statements(e)
	for i, a := range all {
		for _, b := range all[:i] {
			if !agree(a.when, b.when) || excludes(a.source.Status, b.source.Status) {
				return true
			}
		}
	}
	return len(disputed(t.figures(e))) > 0 || t.placeClaim(e) != nil
}

// claims compares what two or more articles state of an event: the date and,
// where they exclude each other, the status, the places and numbers of things.
func (t *timeline) claims(e *event) []Claim {
	w := t.words
	var dated, all []statement
	for _, s := range t.statements(e) {
		all = append(all, s)
		if !s.when.IsZero() {
			dated = append(dated, s)
		}
	}
	var out []Claim
	if len(dated) > 1 {
		out = append(out, t.claim(w.say("claim_date"), e.when.Label, dated,
			func(s statement) bool { return agree(s.when, e.When) }, func(s statement) string { return w.label(s.when, false) }))
	}
	if slices.ContainsFunc(all, func(s statement) bool { return excludes(s.source.Status, e.Status) }) && len(all) > 1 {
		out = append(out, t.claim(w.say("claim_status"), w.named("status", e.Status), all,
			func(s statement) bool { return !excludes(s.source.Status, e.Status) }, func(s statement) string { return w.named("status", s.source.Status) }))
	}
	if c := t.placeClaim(e); c != nil {
		out = append(out, *c)
	}
	return append(out, t.numberClaims(e)...)
}

// maxPips bounds the row of dots; the count in words is exact.
const maxPips = 24

// claim is a row: how many agree and, if not all do, who says what.
func (t *timeline) claim(name, here string, all []statement, agrees func(statement) bool, label func(statement) string) Claim {
	w := t.words
	c := Claim{Name: name, Here: here}
	n := 0
	var said says
	for _, s := range all {
		if agrees(s) {
			n++
		}
		said.add(label(s), t.voice(s.report))
	}
	t.agreement(&c, n, len(all))
	if n < len(all) {
		c.Others = said.lines(w)
	}
	return c
}

// agreement tells, in a row, how many of its reports agree.
func (t *timeline) agreement(c *Claim, n, of int) {
	c.Count = t.words.count("claim_count", of, "k", t.words.number(n))
	for i := range min(of, maxPips) {
		c.Pips = append(c.Pips, i < (n*min(of, maxPips)+of-1)/of)
	}
}

// byEditors reports whether a person set the event's date.
func (t *timeline) byEditors(e *event) bool {
	by := false
	for _, h := range t.historyBy[e.ID] {
		if h.Key == "when" {
			by = h.What == "corrected"
		}
	}
	return by && e.Auto
}
