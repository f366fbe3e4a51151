package event

import (
	"slices"
	"sort"
	"strings"

	"fasti/extract/syntax"
)

// happening is the candidates that tell of one happening, in order of place.
type happening struct {
	members []*candidate
}

// partners gives the candidates before number i that it may be joined to.
func (v *view) partners(i int) []*candidate {
	c := v.all[i]
	if c.quoted || c.gone || c.odds < plausible {
		return nil
	}
	var out []*candidate
	for k, n := i-1, 0; k >= 0 && n < lookBack; k-- {
		e := v.all[k]
		if e.quoted || e.gone || e.odds < plausible {
			continue
		}
		n++
		if e.sent == c.sent || e.kind.family() == c.kind.family() || shareParts(e, c) > 0 || v.f.stem(e) == v.f.stem(c) || v.common(e.sent, c.sent) > 1 {
			out = append(out, e)
		}
	}
	return out
}

// group finds which candidates tell of one happening: each joins the happening
// that has the candidate most like it, if nothing forbids it.
func (v *view) group() []*happening {
	var out []*happening
	of := map[*candidate]*happening{}
	b := &bag{}
	for i, c := range v.all {
		if c.quoted || c.gone {
			continue
		}
		var best *happening
		top := 0
		for _, e := range v.partners(i) {
			h := of[e]
			if h == nil || h.forbids(c) {
				continue
			}
			b.reset(v.f.model.Join)
			v.pair(e, c, b)
			odds, rule := b.sum(0), byWeights
			if odds < 1 && (once(e, c) || v.takenUp(e, c)) {
				odds, rule = 1, "takes up what was told"
			}
			if odds > top {
				best, top = h, odds
				c.joinedBy = Alternative{rule, odds}
			}
		}
		if best == nil {
			best = &happening{}
			out = append(out, best)
		}
		best.members = append(best.members, c)
		of[c] = best
	}
	return out
}

// forbids reports whether a candidate cannot be of a happening whatever they
// have in common: both have dates of their own that differ, or the numbers of
// their series do, or the one says that it took place and the other not.
func (h *happening) forbids(c *candidate) bool {
	for _, e := range h.members {
		switch {
		case e.sent == c.sent && e.date.when != c.date.when && !overlapping(e.date.when, c.date.when), parted(e, c), apartBy(e, c):
			return true
		case e.date.own && c.date.own && !e.date.when.IsZero() && !c.date.when.IsZero() && !overlapping(e.date.when, c.date.when):
			return true
		case e.series != nil && c.series != nil && e.series.Number != c.series.Number:
			return true
		case (e.status == Denied) != (c.status == Denied), (e.status == Hypothetical) != (c.status == Hypothetical):
			return true
		}
	}
	return false
}

// parted reports whether two meetings, journeys or judgements of a kind are
// with or upon different people.
func parted(e, c *candidate) bool {
	if e.kind != c.kind || !e.kind.is(apartByWhom) {
		return false
	}
	other := func(p Part) bool { return p.Role == Recipient || p.Role == Victim }
	a, b := 0, 0
	for _, p := range e.parts {
		if other(p) {
			a++
		}
	}
	for _, q := range c.parts {
		if !other(q) {
			continue
		}
		b++
		for _, p := range e.parts {
			if p.Actor == q.Actor {
				return false
			}
		}
	}
	return a > 0 && b > 0
}

// apartBy reports whether two clauses say what somebody was, each of somebody else:
// "the comedy was the surprise winner", "Jo Roe was a surprise winner".
func apartBy(e, c *candidate) bool {
	if e.sent == c.sent {
		return false
	}
	a, b := e.predicated(), c.predicated()
	return a >= 0 && b >= 0 && e.other(a, c, b)
}

// takenUp reports whether c only says again, by the noun for it, what the verb of e
// tells of the same day: "das Gericht hat entschieden … Die Entscheidung ist gefallen".
func (v *view) takenUp(e, c *candidate) bool {
	if e.nominal || e.sent == c.sent || e.date.when.IsZero() || e.date.when != c.date.when || c.clause < 0 {
		return false
	}
	p := v.f.lex.subjectOf(c.sent, c.clause)
	for i := p.first; i < p.last; i++ {
		w := &c.sent.words[i]
		if !w.isNoun || !v.cal.definite(c.sent, i) || !akin(v.f.lex.verbs[e.verb].lemma, v.f.lex.nouns[w.noun.noun].lemma) {
			continue
		}
		if c.nominal {
			return i == c.trigger
		}
		return v.f.lex.verbs[c.verb].class != classEvent
	}
	return false
}

// akinLetters is how many letters a verb and a noun of one root begin with.
const akinLetters = 6

// akin reports whether a verb and a noun begin alike: "entscheiden", "Entscheidung".
func akin(verb, noun string) bool {
	noun = strings.ToLower(noun)
	return len(verb) >= akinLetters && len(noun) >= akinLetters && verb[:akinLetters] == noun[:akinLetters]
}

// predicated gives the word of the tree that heads the subject of a candidate's
// clause if the clause only says what that is; -1 otherwise.
func (c *candidate) predicated() int {
	t := c.sent.grammar()
	n := t.clause(c.trigger)
	if n < 0 {
		return -1
	}
	for k := range t.Words {
		if t.Words[k].Rel == syntax.RelCop && t.Words[k].Head == t.Clauses[n].Head {
			return t.Subject(n)
		}
	}
	return -1
}

// other reports whether the words a and b of the trees of two candidates name
// different people or things: neither is a pronoun, one at least is somebody's name,
// and they are not the same actor's.
func (c *candidate) other(a int, d *candidate, b int) bool {
	t, u := c.sent.grammar(), d.sent.grammar()
	if t.Words[a].POS == syntax.PRON || u.Words[b].POS == syntax.PRON {
		return false
	}
	p, q := c.actorAt(t.out(a)), d.actorAt(u.out(b))
	return p != q && (t.Words[a].POS == syntax.PROPN || u.Words[b].POS == syntax.PROPN)
}

// actorAt gives the actor that word i mentions, or -1.
func (c *candidate) actorAt(i int) int {
	if i < 0 || i >= len(c.sent.words) || c.sent.words[i].mention < 0 {
		return -1
	}
	return c.sent.mentions[c.sent.words[i].mention].actor
}

// once reports whether two candidates tell of what befalls somebody just once:
// the death of the same person.
func once(e, c *candidate) bool {
	if e.kind != Death || c.kind != Death || c.date.own && e.date.own && !overlapping(c.date.when, e.date.when) {
		return false
	}
	return len(e.parts) == 1 && len(c.parts) == 1 && e.parts[0].Actor == c.parts[0].Actor
}

// merge makes one candidate of a happening: the likeliest leads, and the
// others are its further sources, or stay unpublished if its own sentence
// tells it with another word.
func (h *happening) merge() {
	if len(h.members) < 2 {
		return
	}
	list := append([]*candidate(nil), h.members...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].odds > list[j].odds })
	lead := verbFirst(list)
	for _, c := range list {
		if c == lead {
			continue
		}
		if c.date.own && !lead.date.own && c.odds > plausible/2 {
			lead.date, lead.status = c.date, c.status
		}
		if c.sent != lead.sent {
			lead.absorb(c)
		} else {
			lead.enrich(c)
		}
	}
}

// verbLead is by how much the odds of a noun must be ahead, in thousandths of a
// log odd, to lead before the verb of its clause.
const verbLead = 1500

// verbFirst gives the one of a happening, sorted by odds, that leads: the
// likeliest, but the verb before a noun that only stands with it, "appointed her
// on a long contract".
func verbFirst(list []*candidate) *candidate {
	lead := list[0]
	if !lead.nominal || lead.support {
		return lead
	}
	for _, c := range list[1:] {
		if !c.nominal && c.class == classEvent && c.sent == lead.sent && sameClause(c, lead) && c.odds > lead.odds-verbLead {
			return c
		}
	}
	return lead
}

// sameClause reports whether two candidates of a sentence stand in one clause, by
// its tree if it has one.
func sameClause(a, b *candidate) bool {
	if g := a.sent.grammar(); g.known() {
		return g.clause(a.trigger) == g.clause(b.trigger)
	}
	return a.clause == b.clause
}

// enrich lends a candidate what another word of its sentence says of the same
// happening. That one is kept, but not published.
func (c *candidate) enrich(o *candidate) {
	c.mates = append(append(c.mates, o.number), o.mates...)
	o.odds = never
	if c.series == nil {
		c.series = o.series
	}
	if o.speaks() {
		return // who says it has no part in it
	}
	for _, p := range o.parts {
		c.addPart(p)
	}
	for _, p := range o.places {
		if !slices.Contains(c.places, p) {
			c.places = append(c.places, p)
		}
	}
}

// speaks reports whether a candidate only says what somebody says.
func (c *candidate) speaks() bool {
	if says := c.kind == Statement || c.kind == kindReport; says || c.nominal {
		return says
	}
	return c.class == classReport || c.class == classDeny
}
