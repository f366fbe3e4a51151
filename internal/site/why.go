package site

import (
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// why says in a sentence how the date of a source was worked out.
func (t *timeline) why(e *event, s ledger.Source) string {
	w := t.words
	d, err := edtf.Parse(s.When)
	if err != nil || s.When == "" {
		if s.Said == "" {
			return ""
		}
		return w.say("why_open", "said", isolate(s.Said))
	}
	with := []string{"said", isolate(s.Said), "date", w.label(d, false), "day", ""}
	pub := ""
	if r := t.report[s.Article]; r != nil {
		if p, ok := published(r.Date); ok {
			pub = w.say("weekday_date", "w", w.weekday(p, false), "x", w.dayLabel(p, false))
		}
	}
	with = append(with, "report", pub)
	key := "why_" + s.Basis
	switch {
	case !w.has(key):
		return ""
	case s.Said == "" && s.Basis != "dct" && s.Basis != "inherited" && s.Basis != "none":
		return ""
	case pub == "" && (s.Basis == "relative" || s.Basis == "inferred" || s.Basis == "dct"):
		return w.say("why_explicit", with...)
	}
	return w.say(key, with...)
}

// isolate keeps words of another writing direction from disturbing the line.
func isolate(s string) string {
	for _, r := range s {
		if r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfefc {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

// Claim is one thing that reports say of an event, and how many agree.
type Claim struct {
	Name   string   `json:"name"`
	Here   string   `json:"here"` // as published on this page
	Pips   []bool   `json:"pips"` // one per report: agrees or not
	Count  string   `json:"count"`
	Others []string `json:"others"`
}

// claims compares the reports of an event, one voice for each article: the
// date and, where they differ, the status.
func (t *timeline) claims(e *event) []Claim {
	w := t.words
	var when, status tally
	seen := map[string]bool{}
	for _, s := range e.Sources {
		if seen[s.Article] {
			continue
		}
		seen[s.Article] = true
		if s.When != "" {
			when.add(s.When)
		}
		if s.Status != "" {
			status.add(s.Status)
		}
	}
	var out []Claim
	if when.total > 0 {
		out = append(out, when.claim(w, w.say("claim_date"), e.When.String(), e.when.Label, func(s string) string {
			d, err := edtf.Parse(s)
			if err != nil {
				return s
			}
			return w.label(d, false)
		}))
	}
	if status.total > 0 && (len(status.order) > 1 || e.Status != "happened") {
		out = append(out, status.claim(w, w.say("claim_status"), e.Status, w.named("status", e.Status), func(s string) string {
			return w.named("status", s)
		}))
	}
	return out
}

// differs reports whether the reports of an event give different dates.
func (e *event) differs() bool {
	seen := map[string]bool{}
	for _, s := range e.Sources {
		if seen[s.Article] { // one voice for each, as in claims
			continue
		}
		seen[s.Article] = true
		if s.When == "" || s.When == e.When.String() {
			continue
		}
		d, err := edtf.Parse(s.When)
		if err == nil && !edtf.Overlaps(d, e.When) {
			return true
		}
	}
	return false
}

// tally counts who says what, in the order of first mention.
type tally struct {
	order []string
	n     map[string]int
	total int
}

func (t *tally) add(v string) {
	if t.n == nil {
		t.n = map[string]int{}
	}
	if t.n[v] == 0 {
		t.order = append(t.order, v)
	}
	t.n[v]++
	t.total++
}

// maxPips bounds the row of dots; the count in words is exact.
const maxPips = 24

func (t *tally) claim(w *words, name, value, here string, label func(string) string) Claim {
	c := Claim{Name: name, Here: here}
	c.Count = w.count("claim_count", t.total, "k", w.number(t.n[value]))
	for i := range min(t.total, maxPips) {
		c.Pips = append(c.Pips, i < (t.n[value]*min(t.total, maxPips)+t.total-1)/t.total)
	}
	for _, v := range t.order {
		if v != value {
			c.Others = append(c.Others, w.count("claim_other", t.n[v], "x", label(v)))
		}
	}
	return c
}
