package event

import (
	"fasti/extract/segment"
)

// splitSVO splits a sentence of a language that keeps subject, verb and
// object in this order.
func (x *lexicon) splitSVO(s *sentence) {
	groups := x.groups(s)
	x.settle(s, groups)
	b := builderSVO{x: x, s: s, open: -1, last: -1}
	at := 0
	for k := range groups {
		at = b.place(groups, k, at)
	}
	if len(groups) == 0 {
		c := newClause(verbless)
		c.add(0, len(s.words))
		s.clauses = append(s.clauses, c)
		return
	}
	b.tail(at, len(s.words))
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.fin >= 0 || c.lex >= 0 {
			x.resolveSVO(s, c)
		}
	}
}

// namedThing reports whether the words up to i are a name behind an article:
// "the Rafah".
func (s *sentence) namedThing(i int) bool {
	if i < 1 || !s.words[i].capital() {
		return false
	}
	for i > 0 && s.words[i].capital() {
		i--
	}
	return s.words[i].is(tagArt)
}

// behindPrep reports whether the words up to i are bare nouns behind a
// preposition: "over safety".
func (s *sentence) behindPrep(i int) bool {
	for k := i; k >= 0 && k > i-3; k-- {
		w := &s.words[k]
		if w.is(tagPrep) {
			return k < i
		}
		if w.class != segment.Lower || w.tags != 0 {
			return false
		}
	}
	return false
}

// told reports whether a finite verb stands before word i with nothing between
// that begins another clause.
func (s *sentence) told(i int) bool {
	for ; i >= 0; i-- {
		w := &s.words[i]
		if w.verbal == finite {
			return true
		}
		if isBreak(w) || w.is(tagSub|tagRel|tagCoord) && !w.is(tagPrep) {
			return false
		}
	}
	return false
}

// builderSVO puts verb groups together with their words to clauses.
type builderSVO struct {
	x    *lexicon
	s    *sentence
	open int // a clause that has its subject but not yet its verb, or -1
	last int
}

// place makes the clause of group k; words from at on are free. It gives
// the first word that is free after it.
func (b *builderSVO) place(groups []group, k, at int) int {
	s, g := b.s, &groups[k]
	cut, marker := b.boundary(g, at, k == 0)
	c := newClause(mainClause)
	c.fin, c.lex, c.marker = g.fin, g.lex, marker
	switch {
	case g.kind == infinitive:
		c.kind = infClause
	case g.kind == participle || g.kind == gerund:
		c.kind = partClause
	case marker >= 0 && s.words[marker].is(tagRel) && marker > 0 && !(s.words[marker].is(tagArt) && b.reports()):
		c.kind = relClause
	case marker >= 0:
		c.kind = subClause
	}
	if b.last >= 0 {
		c.parent = b.last
	}
	if at < cut { // words before the boundary
		b.before(at, cut, groups, k)
		if b.last >= 0 {
			c.parent = b.last
		}
	}
	resume := c.kind == mainClause && b.open >= 0 && (cut == g.first || !b.subjectIn(cut, g.first) || !b.subjectIn(s.clauses[b.open].bounds()))
	if resume {
		m := &s.clauses[b.open]
		m.fin, m.lex = g.fin, g.lex
		m.add(cut, g.last)
		b.last, b.open = b.open, -1
		return g.last
	}
	if c.kind == mainClause {
		b.join(&c, cut, g)
	}
	c.add(cut, g.last)
	s.clauses = append(s.clauses, c)
	b.last = len(s.clauses) - 1
	return g.last
}

func (b *builderSVO) reports() bool {
	if b.last < 0 || b.s.clauses[b.last].lex < 0 {
		return false
	}
	return b.x.says(b.s, b.s.clauses[b.last].lex)
}

// join says on what a main clause hangs: a coordinated one shares the subject
// of the clause before, one without any mark is what that clause says.
func (b *builderSVO) join(c *clause, cut int, g *group) {
	if b.last < 0 {
		c.parent = -1
		return
	}
	w := &b.s.words[cut]
	prev := &b.s.clauses[b.last]
	switch {
	case w.is(tagCoord):
		if !b.subjectIn(cut+1, g.first) {
			c.coord = b.last
			c.kind, c.marker = prev.kind, -1
			if prev.kind == infClause || prev.kind == partClause {
				c.kind = mainClause
				if prev.parent >= 0 {
					c.coord = prev.parent
				}
			}
		}
		c.parent = prev.parent
	case b.reports() && cut > 0 && !isBreak(&b.s.words[cut-1]):
		c.kind = subClause
		c.reported = true
	default:
		c.parent = -1
	}
}

// subjectIn reports whether some word between could be a subject.
func (b *builderSVO) subjectIn(first, last int) bool {
	for i := first; i < last; i++ {
		w := &b.s.words[i]
		if w.is(tagPrep) && !w.is(tagSub) {
			for i++; i < last && !isBreak(&b.s.words[i]); i++ {
			}
			continue
		}
		if w.class != segment.Punct && w.timex < 0 && !w.is(tagCoord|tagSub|tagFill|tagNeg) && !w.manner {
			return true
		}
	}
	return false
}

// boundary finds where the words of a group's clause begin.
func (b *builderSVO) boundary(g *group, at int, first bool) (cut, marker int) {
	s := b.s
	if g.kind == participle || g.kind == gerund {
		return g.first, -1
	}
	if g.kind == infinitive {
		for i := g.first - 1; i >= at && i >= g.first-3; i-- {
			if s.words[i].is(tagTo) {
				return i, -1
			}
		}
		return g.first, -1
	}
	for i := g.first - 1; i >= at; i-- {
		w := &s.words[i]
		if w.is(tagRel) && !(w.is(tagArt) && i+1 < g.first && !b.reports()) || w.is(tagSub) && !(w.is(tagPrep) && b.nounPhrase(i+1, g.first, at)) {
			if w.is(tagPron) && !w.is(tagRel) {
				continue
			}
			if w.is(tagPrep) && !b.subjectIn(i+1, g.first) {
				continue
			}
			return i, i
		}
	}
	for i := g.first - 1; i >= at; i-- {
		w := &s.words[i]
		if w.is(tagCoord) && (!first) && (i == g.first-1 || i > at && isBreak(&s.words[i-1]) || b.subjectIn(i+1, g.first) && hasVerb(s, at, i) || b.last >= 0) {
			if b.open >= 0 && (!b.subjectIn(i+1, g.first) || s.clauses[b.last].kind == partClause) {
				continue // "built by A and B has sent": the verb is the open clause's
			}
			return i, -1
		}
		if w.class == segment.Punct && isBreak(w) && b.last >= 0 {
			return i + 1, -1
		}
	}
	if b.open >= 0 {
		return g.first, -1
	}
	if b.last >= 0 && b.reports() {
		return b.phraseStart(g.first, at), -1
	}
	return at, -1
}

// phraseStart gives the first word of the noun phrase that ends before word
// i: the subject of a clause that no mark begins.
func (b *builderSVO) phraseStart(i, at int) int {
	s := b.s
	k := i
	for k > at {
		w := &s.words[k-1]
		if w.timex >= 0 || w.verbal != notVerb && w.verbal != attributed || isBreak(w) {
			break
		}
		if w.is(tagPrep) && !w.is(tagGen) {
			// "the man in the car died": the phrase goes on before it
			if k-1 > at && nominal(&s.words[k-2]) && s.words[k-2].timex < 0 && !b.subjectIn(k, i) {
				k--
				continue
			}
			break
		}
		k--
		if w.is(tagPron) && !w.is(tagPoss) || w.is(tagArt) && !(k > at && s.words[k-1].is(tagPrep)) {
			break
		}
		if w.mention >= 0 && k > at && s.words[k-1].mention >= 0 && s.words[k-1].mention != w.mention {
			break
		}
	}
	if k == i {
		return at
	}
	return k
}

// nounPhrase reports whether a word that is preposition and subordinator has
// just a noun phrase behind it, and the clause another subject.
func (b *builderSVO) nounPhrase(first, last, at int) bool {
	for i := first; i < last; i++ {
		if isBreak(&b.s.words[i]) {
			return true
		}
	}
	return false
}

// before gives the words between two clauses to the clause they belong to.
func (b *builderSVO) before(at, cut int, groups []group, k int) {
	s := b.s
	if b.last >= 0 {
		c := b.last
		s.clauses[c].add(at, cut)
		return
	}
	c := newClause(mainClause) // a subject whose verb comes later
	c.add(at, cut)
	s.clauses = append(s.clauses, c)
	b.open = len(s.clauses) - 1
	b.last = b.open
}

// tail gives the rest of the sentence to the last clause.
func (b *builderSVO) tail(at, end int) {
	if b.last >= 0 {
		b.s.clauses[b.last].add(at, end)
	}
}
