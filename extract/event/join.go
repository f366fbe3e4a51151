package event

import (
	"sort"

	"fasti/extract/article"
)

// How many mentions back a happening is looked for, and how likely a mention
// has to be at all to be joined; only a text of a book's length has more, and
// there the work must not grow with its square.
const (
	lookBack  = 60
	plausible = -3500
)

// join makes one event of several mentions of one happening: a purpose
// clause with its journey, those who took part with the meeting they took
// part in, a noun that takes up an earlier event, the lead told again.
func (v *view) join() []*candidate {
	f := v.f
	for i, c := range v.all {
		if c.gone || c.quoted {
			continue
		}
		f.purpose(c, v.all)
		if f.takesPart(c) {
			if e := f.referred(v.all[:i], c); e != nil {
				c.joinedBy.Value = "says who took part in what was told"
				e.absorb(c)
			}
		}
	}
	for _, h := range v.group() {
		h.merge()
	}
	out := v.all[:0]
	for _, c := range v.all {
		if !c.gone {
			out = append(out, c)
		}
	}
	return out
}

// absorb lets c become one more source of e.
func (e *candidate) absorb(c *candidate) {
	if !c.speaks() || e.speaks() {
		for _, p := range c.parts {
			e.addPart(p)
		}
	}
	e.mates = append(append(e.mates, c.number), c.mates...)
	if e.series == nil {
		e.series = c.series
	}
	if c.sent.index != e.sent.index {
		e.also = append(e.also, c)
	}
	c.gone = true
	if !c.drop && e.drop {
		e.drop = false
	}
	e.score = max(e.score, c.score)
	e.odds = max(e.odds, c.odds)
}

func (e *candidate) addPart(p Part) {
	for i := range e.parts {
		if e.parts[i].Actor == p.Actor {
			return
		}
	}
	e.parts = append(e.parts, p)
}

// purpose lends a completed journey the partners of its purpose: "reiste nach
// Kairo, um sich mit X zu treffen".
func (f *Finder) purpose(c *candidate, all []*candidate) {
	if c.nominal || c.clause < 0 || c.kind != Consult {
		return
	}
	k := &c.sent.clauses[c.clause]
	aim := k.kind == infClause || k.marker >= 0 && c.sent.words[k.marker].is(tagPurpose)
	if !aim || k.parent < 0 {
		return
	}
	for _, e := range all {
		if e != c && !e.gone && e.sent == c.sent && !e.nominal && e.kind == Travel && (e.clause == k.parent || c.sent.clauses[e.clause].coord == k.parent) {
			for _, p := range c.parts {
				e.addPart(Part{p.Actor, Recipient})
			}
			c.gone = true
			return
		}
	}
}

// takesPart reports whether the clause only says who else was there.
func (f *Finder) takesPart(c *candidate) bool {
	return !c.nominal && c.verb >= 0 && f.lex.verbs[c.verb].frame == frameJoins && c.clause >= 0
}

// referred finds the event before that "das Treffen" takes up.
func (f *Finder) referred(before []*candidate, c *candidate) *candidate {
	s := c.sent
	for i := range s.words {
		w := &s.words[i]
		if !w.isNoun || w.clause != c.clause || w.nounAt > 0 {
			continue
		}
		kind := f.lex.nouns[w.noun.noun].kind
		for k := len(before) - 1; k >= 0; k-- {
			e := before[k]
			if e.gone || e.quoted || e.sent == s || e.kind != kind || s.index-e.sent.index > 3 || e.drop {
				continue
			}
			return e
		}
	}
	return nil
}

// same reports whether c tells again what e tells.
func (f *Finder) same(e, c *candidate, in Input) bool {
	if e.sent == c.sent || e.kind != c.kind || e.status != c.status {
		return false
	}
	if e.series != nil && c.series != nil && e.series.Number != c.series.Number {
		return false
	}
	if c.date.own && e.date.own && !overlapping(c.date.when, e.date.when) {
		return false
	}
	if c.date.when != e.date.when && !c.date.when.IsZero() && !e.date.when.IsZero() && !overlapping(c.date.when, e.date.when) && !(c.date.own && e.date.basis == DCT && e.sent.index == 0) {
		return false
	}
	if f.toll(e, c, in) {
		return true
	}
	lead := e.sent.index == 0 && len(e.parts) == 0 && c.sent.index < 3
	if f.stem(e) != f.stem(c) && !(c.kind.is(befallsOnce) && (len(c.parts) == len(e.parts) || lead)) {
		return false
	}
	if lead && !c.nominal && !e.nominal {
		return true
	}
	common := 0
	for _, a := range e.parts {
		for _, b := range c.parts {
			if a.Actor == b.Actor {
				common++
			}
		}
	}
	if common == 0 {
		return false
	}
	if f.stem(e) != f.stem(c) {
		return e.doer() != "" && e.doer() == c.doer()
	}
	return common*2 >= min(len(e.parts), len(c.parts))*2 || common*2 >= max(len(e.parts), len(c.parts))
}

// toll reports whether c only says how many suffered from the attack that e,
// a few sentences before in the same paragraph, tells: "Hundreds were killed."
func (f *Finder) toll(e, c *candidate, in Input) bool {
	if c.nominal || e.nominal || c.clause < 0 || c.kind != Assault || c.date.own || !e.date.own || len(c.parts) > 0 || c.date.when != e.date.when || c.sent.index-e.sent.index > 3 {
		return false
	}
	k := &c.sent.clauses[c.clause]
	return k.passive && k.plural && k.kind == mainClause && in.Doc.Sentences[e.sent.index].Block == in.Doc.Sentences[c.sent.index].Block &&
		e.class == classEvent && !e.drop
}

// doer is the actor who acts, or suffers where nobody acts; "" if none.
func (c *candidate) doer() string {
	for _, role := range [...]Role{Actor, Victim, Recipient} {
		for _, p := range c.parts {
			if p.Role == role {
				return p.Actor
			}
		}
	}
	return ""
}

// overlapping reports whether one date is the other or a part of it.
// sources gives the sentences of a candidate, its own first.
func (c *candidate) sources(in Input) []Source {
	out := []Source{c.source(in)}
	seen := map[article.Span]bool{out[0].Span: true}
	for _, a := range c.also {
		if s := a.source(in); !seen[s.Span] {
			seen[s.Span] = true
			out = append(out, s)
		}
	}
	rest := out[1:]
	sort.SliceStable(rest, func(i, j int) bool { return rest[i].Sentence < rest[j].Sentence })
	return out
}

func (c *candidate) source(in Input) Source {
	src := in.Doc.Sentences[c.sent.index]
	basis := c.date.basis
	if basis == "" {
		basis = None
	}
	return Source{Span: src.Span, Sentence: c.sent.index + 1, When: c.when(in).String(), Basis: basis, Status: c.status, Said: c.date.said}
}
