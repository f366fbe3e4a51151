package event

import (
	"slices"
)

// splitV2 splits a sentence whose main clauses have the finite verb second
// and whose subordinate clauses have it last.
func (x *lexicon) splitV2(s *sentence) {
	for i := range s.words {
		x.readVerbV2(s, i)
	}
	b := builderV2{x: x, s: s, main: -1, open: -1, last: -1}
	for _, r := range x.runs(s) {
		b.place(r)
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.kind != mainClause && c.parent < 0 && b.main >= 0 && b.main != i {
			c.parent = b.main
		}
		x.verbsV2(s, i)
	}
	x.shareAhead(s)
}

// builderV2 puts runs together to clauses.
type builderV2 struct {
	x    *lexicon
	s    *sentence
	main int // the main clause that is being built, or -1
	open int // a subordinate clause that still waits for its verb, or -1
	last int // the clause of the run before
}

func (b *builderV2) place(r run) {
	s := b.s
	head := r.first
	if r.coord && head+1 < r.last {
		head++
	}
	if head+1 < r.last && s.words[head+1].is(tagSub) && slices.Contains(b.x.grammar["time-near"], s.words[head].low) {
		head++ // "erst als"
	}
	kind := b.kindOf(r, head)
	switch {
	case len(r.verbs) == 0 && kind != relClause && kind != subClause:
		b.fragment(r)
	case kind == subClause || kind == relClause:
		b.sub(r, head, kind)
	case kind == infClause:
		c := newClause(infClause)
		c.parent = b.last
		b.push(c, r)
	case b.open >= 0:
		b.s.clauses[b.open].add(r.first, r.last)
		b.last = b.open
		b.close(r)
	case r.coord && b.main >= 0 && s.words[head].verbal == finite && head+2 < r.last && s.clauses[b.last].kind != mainClause:
		b.mainRun(r) // "..., dass sie kommen, und hat ... gebaut"
	case r.coord && !r.comma && b.last >= 0 && s.clauses[b.last].kind != mainClause:
		c := newClause(s.clauses[b.last].kind) // shares marker and subject
		c.parent, c.coord, c.marker = s.clauses[b.last].parent, b.last, s.clauses[b.last].marker
		b.push(c, r)
	default:
		b.mainRun(r)
	}
}

// kindOf says by its first and last words what a run is.
func (b *builderV2) kindOf(r run, head int) clauseKind {
	s := b.s
	w := &s.words[head]
	last := -1
	if len(r.verbs) > 0 {
		last = r.verbs[len(r.verbs)-1]
	}
	first := head
	if w.is(tagPrep) && head+1 < r.last {
		first++
	}
	if s.words[first].is(tagRel) && (r.comma || r.coord && b.last >= 0 && s.clauses[b.last].kind == relClause && b.lastFinite()) && first > 0 {
		if last < 0 {
			if r.last < len(s.words) && r.last-r.first == 1+first-head && s.words[r.last].text == "," {
				return relClause
			}
		} else if last >= r.last-1 && !b.withZu(last) && (s.words[last].verbal == finite || s.canFinite(last) || b.sharesAhead(r, last)) && !b.secondVerb(r, first) {
			return relClause
		}
	}
	if w.is(tagSub) && !(w.is(tagPrep) && last >= 0 && last < r.last-1) {
		if w.is(tagPrep|tagFact) && last < 0 { // "bis", "seit", "während" before a noun; "als" with one
			return verbless
		}
		if b.x.isWord("compares", w.low) || w.is(tagPrep) {
			if last < r.last-1 {
				return mainClause
			}
		}
		return subClause
	}
	for _, v := range r.verbs {
		if s.words[v].verbal == infinitive && (v > 0 && s.words[v-1].is(tagTo) || s.zu(v)) && !b.anyFinite(r) {
			return infClause
		}
	}
	return mainClause
}

// shareAhead gives a clause that ends with a participle the auxiliary of the
// one that it is joined to: "der gefasst und ausgeliefert wurde".
func (x *lexicon) shareAhead(s *sentence) {
	for i := range s.clauses {
		k := &s.clauses[i]
		if k.coord < 0 || k.fin < 0 || len(s.words[k.fin].aux) == 0 || k.kind == mainClause {
			continue
		}
		if o := &s.clauses[k.coord]; o.fin < 0 && o.lex >= 0 && s.words[o.lex].verbal == participle {
			o.fin = k.fin
			o.tenses(s)
			x.resolveV2(s, o)
		}
	}
}

// sharesAhead reports whether a run ends with a participle whose auxiliary
// comes with the next one: "der geplant und gebaut worden war".
func (b *builderV2) sharesAhead(r run, last int) bool {
	return r.comma && b.s.words[last].verbal == participle && !b.anyFinite(r) && r.last < len(b.s.words) &&
		b.s.words[r.last].is(tagCoord) && finiteAhead(b.s, r.last+1)
}

// lastFinite reports whether the clause before has its finite verb.
func (b *builderV2) lastFinite() bool {
	found := false
	b.s.clauses[b.last].each(func(i int) bool {
		found = b.s.words[i].verbal == finite || b.s.canFinite(i) && b.s.words[i].verbal != notVerb
		return !found
	})
	return found
}

// withZu reports whether the verb at word i, the last of its run, is an
// infinitive or follows one ("bewaffnet zu haben").
func (b *builderV2) withZu(i int) bool {
	return i > 0 && b.s.words[i-1].is(tagTo) || b.s.zu(i)
}

func (b *builderV2) anyFinite(r run) bool {
	for _, v := range r.verbs {
		if b.s.words[v].verbal == finite {
			return true
		}
	}
	return false
}

// secondVerb reports whether the finite verb stands right behind a first
// noun phrase, as in a main clause that begins with "die Regierung".
func (b *builderV2) secondVerb(r run, first int) bool {
	for _, v := range r.verbs {
		if b.s.words[v].verbal == finite && v < r.last-2 {
			// a cluster of verbs at the end is no second position
			for k := v + 1; k < r.last; k++ {
				if b.s.words[k].verbal == notVerb {
					return true
				}
			}
		}
	}
	return false
}

func (b *builderV2) push(c clause, r run) {
	c.add(r.first, r.last)
	b.s.clauses = append(b.s.clauses, c)
	b.last = len(b.s.clauses) - 1
}

// fragment places a run without a verb: an apposition, a list, the first
// constituent of a main clause.
func (b *builderV2) fragment(r run) {
	switch {
	case b.open >= 0:
		b.s.clauses[b.open].add(b.withComma(b.open, r), r.last)
	case b.last >= 0 && b.s.clauses[b.last].kind != mainClause && b.main >= 0 && b.s.clauses[b.main].fin < 0:
		b.s.clauses[b.main].add(b.withComma(b.main, r), r.last)
	case b.last >= 0:
		b.s.clauses[b.last].add(b.withComma(b.last, r), r.last)
	default:
		c := newClause(mainClause)
		b.push(c, r)
		b.main = b.last
	}
}

// withComma gives the first word of a run, or the comma before it if the
// clause stands right before that: so lists stay whole.
func (b *builderV2) withComma(c int, r run) int {
	_, last := b.s.clauses[c].bounds()
	if r.first > 0 && last == r.first-1 && b.s.words[last].text == "," {
		return last
	}
	return r.first
}

func (b *builderV2) sub(r run, head int, kind clauseKind) {
	c := newClause(kind)
	c.parent = b.last
	c.marker = head
	if kind == relClause && !b.s.words[head].is(tagRel) || b.s.words[head].is(tagPrep) && kind == relClause {
		c.marker = min(head+1, r.last-1)
	}
	if kind == subClause && b.last >= 0 && b.s.clauses[b.last].kind == subClause && r.coord {
		c.parent = b.s.clauses[b.last].parent
	}
	b.push(c, r)
	b.open = b.last
	b.close(r)
}

// close ends the open clause when its last run ends with a verb.
func (b *builderV2) close(r run) {
	if n := len(r.verbs); n > 0 && r.verbs[n-1] >= r.last-2 {
		b.open = -1
	}
}

// mainRun places a run with the verbs of a main clause.
func (b *builderV2) mainRun(r run) {
	s := b.s
	fin := -1
	for _, v := range r.verbs {
		if s.words[v].verbal == finite {
			fin = v
			break
		}
	}
	if fin < 0 && !(b.main >= 0 && s.clauses[b.main].fin >= 0) {
		for _, v := range r.verbs {
			if s.canFinite(v) {
				fin = v
				s.words[v].verbal = finite
				break
			}
		}
	}
	if b.main >= 0 {
		m := &s.clauses[b.main]
		switch {
		case fin >= 0 && m.fin < 0:
			m.add(b.withComma(b.main, r), r.last)
			m.fin, b.last = fin, b.main
			return
		case fin < 0 && r.hard && m.fin >= 0 && complete(s, m.fin, r.first): // a sentence of its own
			b.push(newClause(partClause), r)
			return
		case fin < 0 && !r.coord:
			m.add(r.first, r.last)
			b.last = b.main
			return
		}
	}
	c := newClause(mainClause)
	c.fin = fin
	if b.main >= 0 && (r.coord || r.comma && fin == r.first && s.clauses[b.main].fin >= 0) { // "A kamen, sahen und siegten"
		c.coord = b.main
	}
	if b.last >= 0 && s.clauses[b.last].kind != mainClause && b.main < 0 {
		// a subordinate clause is the first constituent
		s.clauses[b.last].parent = len(s.clauses)
	}
	b.push(c, r)
	b.main = b.last
}
