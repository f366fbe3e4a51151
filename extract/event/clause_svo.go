package event

import (
	"strings"

	"fasti/extract/segment"
)

// group is a verb with its auxiliaries.
type group struct {
	first, last int // words [first, last)
	fin, lex    int
	kind        verbal // of the whole: finite, infinitive, participle, gerund
	maybe       bool   // a form in -ed that may be finite or a reduced relative
}

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

// groups reads the verbs of the sentence from left to right.
func (x *lexicon) groups(s *sentence) []group {
	var out []group
	for i := 0; i < len(s.words); i++ {
		w := &s.words[i]
		if len(w.forms) == 0 && x.afterTo(s, i) {
			w.forms = x.unknownBase
		}
		if w.timex >= 0 || len(w.aux) == 0 && len(w.forms) == 0 {
			continue
		}
		if len(w.aux) > 0 && x.isAux(s, i) {
			if g, ok := x.auxGroup(s, i); ok {
				out = append(out, g)
				i = g.last - 1
				continue
			}
		}
		if n := x.phrasal(s, i); n > 1 || n == 1 && s.words[i+1].isNoun {
			for k := i + 1; k <= i+n; k++ { // "hold talks": no verb of its own
				s.words[k].forms = nil
			}
		}
		if k := x.lexical(s, i); k != notVerb {
			if w.verbal = k; k == attributed {
				continue
			}
			g := group{first: i, last: i + 1, fin: -1, lex: i, kind: k}
			if k == finite {
				g.fin = i
				g.maybe = formsOf(w)&fPart != 0
			}
			out = append(out, g)
		}
	}
	return out
}

// afterTo reports whether an unknown word is an infinitive: "to arrange the
// deal".
func (x *lexicon) afterTo(s *sentence, i int) bool {
	w := &s.words[i]
	if i == 0 || i+1 >= len(s.words) || !s.words[i-1].is(tagTo) || w.class != segment.Lower || w.tags != 0 || w.isNoun || w.mention >= 0 || strings.HasSuffix(w.low, "s") {
		return false
	}
	next := &s.words[i+1]
	return next.is(tagArt|tagPoss|tagPron) && !next.is(tagSub)
}

func formsOf(w *word) feature {
	var all feature
	for _, f := range w.forms {
		all |= f.features
	}
	return all
}

func (x *lexicon) isAux(s *sentence, i int) bool {
	w := &s.words[i]
	if strings.HasPrefix(w.text, "'s") || strings.HasPrefix(w.text, "’s") {
		return i > 0 && s.words[i-1].is(tagPron|tagRel|tagWe)
	}
	return !w.capital() || i == 0 || w.class == segment.Lower || w.low == w.text
}

// auxGroup reads auxiliaries, adverbs and the verb behind them.
func (x *lexicon) auxGroup(s *sentence, i int) (group, bool) {
	g := group{first: i, last: i + 1, fin: i, lex: -1, kind: finite}
	s.words[i].verbal = finite
	a := s.words[i].aux
	if a[0].features&fFinite == 0 {
		g.fin, g.kind = -1, gerund
		if a[0].features&fPart != 0 {
			g.kind = participle
		}
		if a[0].features&fInf != 0 {
			g.kind = infinitive
		}
	}
	if i > 0 && s.words[i-1].is(tagTo) && a[0].features&fInf != 0 || i > 0 && s.words[i-1].is(tagTo) && len(a) > 0 && a[0].verb == auxHave {
		g.fin, g.kind = -1, infinitive
	}
	for k := i + 1; k < len(s.words) && k < g.last+4; k++ {
		w := &s.words[k]
		if w.class == segment.Punct || w.timex >= 0 && len(w.forms) == 0 {
			break
		}
		if len(w.aux) > 0 && (w.aux[0].features&(fPart|fPart1|fInf) != 0 || w.low == "have") {
			g.last, w.verbal = k+1, participle
			continue
		}
		f := formsOf(w)
		if f == 0 && w.class == segment.Lower && w.tags == 0 && x.lastAux(s, &g) > auxBecome && !strings.HasSuffix(w.low, "ly") {
			w.forms = x.unknownBase
			f = fInf
		}
		if f&(fPart|fPart1|fInf) != 0 && x.takes(s, &g, f) && !w.capital() {
			w.verbal = participle
			if f&fPart == 0 {
				w.verbal = infinitive
				if f&fPart1 != 0 {
					w.verbal = gerund
				}
			} else if x.lastAux(s, &g) != auxBe && x.lastAux(s, &g) != auxHave && f&fInf != 0 {
				w.verbal = infinitive
			}
			g.last, g.lex = k+1, k
			return g, true
		}
		if !x.adverb(w) {
			break
		}
	}
	if g.lex < 0 { // "was the first": the auxiliary is the verb
		if g.kind == finite || g.kind == infinitive {
			g.lex = g.last - 1
			if w := &s.words[g.lex]; g.lex > g.first && w.aux[0].features&fInf != 0 {
				w.verbal = infinitive
			}
			return g, true
		}
		return g, g.fin >= 0
	}
	return g, true
}

// lastAux is the last auxiliary of a group.
func (x *lexicon) lastAux(s *sentence, g *group) auxVerb {
	for k := g.last - 1; k >= g.first; k-- {
		if a := s.words[k].aux; len(a) > 0 {
			return a[0].verb
		}
	}
	return auxNone
}

// takes reports whether the group's last auxiliary goes with such a form.
func (x *lexicon) takes(s *sentence, g *group, f feature) bool {
	switch x.lastAux(s, g) {
	case auxBe:
		return f&(fPart|fPart1) != 0
	case auxHave:
		return f&fPart != 0
	default:
		return f&fInf != 0
	}
}

// adverb reports whether a word may stand between auxiliary and verb.
func (x *lexicon) adverb(w *word) bool {
	if len(w.aux) > 0 {
		return w.aux[0].features&fFinite == 0
	}
	return w.is(tagNeg|tagFill|tagAlleged|tagPlanned|tagMaybe) && !w.is(tagArt) || strings.HasSuffix(w.low, "ly") || w.timex >= 0
}

// lexical decides whether a word is a verb here, and of what kind.
func (x *lexicon) lexical(s *sentence, i int) verbal {
	w := &s.words[i]
	all := formsOf(w)
	if w.is(tagPrep) && !w.is(tagSub) {
		return notVerb // "following", "including"
	}
	if w.capital() && (i > 0 || all&(fPart1|fPart) == 0) || w.mention >= 0 && w.capital() {
		return notVerb
	}
	p := i - 1
	for p >= 0 && (strings.HasSuffix(s.words[p].low, "ly") || s.words[p].is(tagFill) && !s.words[p].is(tagArt)) {
		p--
	}
	var prev *word
	if p >= 0 {
		prev = &s.words[p]
	}
	var next *word
	if i+1 < len(s.words) {
		next = &s.words[i+1]
	}
	switch {
	case all&fPart1 != 0 && all&fPast == 0:
		if next != nil && next.class == segment.Lower && next.tags == 0 && prev != nil && prev.class != segment.Punct && !prev.is(tagPrep) {
			return notVerb // "the last surviving member"
		}
		if prev != nil && (prev.is(tagArt|tagPoss) || prev.text == "'s" || prev.text == "’s") || w.isNoun && !x.objectAhead(next) {
			return notVerb
		}
		if (next == nil || next.class == segment.Punct || next.is(tagPrep) || next.timex >= 0) && s.namedThing(p) {
			return notVerb // "at the Rafah crossing"
		}
		return gerund
	case all&(fPast|fPart) != 0 && all&fInf == 0:
		return x.pastForm(prev, next, all, w)
	case all&fPast != 0 && prev != nil && !w.isNoun && nominal(prev): // cut, hit, put
		return x.pastForm(prev, next, all, w)
	case all&fInf != 0:
		return x.baseForm(prev, next, w, all)
	case all&fPres != 0:
		if prev == nil || prev.is(tagArt|tagPoss|tagPrep) && !prev.is(tagRel|tagPron) || prev.class == segment.Number || prev.is(tagNum) {
			return notVerb
		}
		if w.isNoun && !(nominal(prev) && x.objectAhead(next)) && !prev.is(tagPron|tagRel) {
			return notVerb
		}
		if s.behindPrep(p) && !x.objectAhead(next) && s.told(p) {
			return notVerb // "over safety concerns"
		}
		if nominal(prev) || prev.is(tagPron|tagRel) || prev.text == "," || prev.is(tagCoord) {
			return finite
		}
	}
	return notVerb
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

// pastForm reads a form in -ed or an irregular past or participle.
func (x *lexicon) pastForm(prev, next *word, all feature, w *word) verbal {
	switch {
	case prev == nil:
		if all&fPart != 0 {
			return participle
		}
		return finite
	case prev.is(tagArt|tagPoss) && !prev.is(tagRel|tagPron), prev.text == "'s", prev.text == "’s":
		return attributed
	case prev.is(tagPrep) && !prev.is(tagRel) && all&fPart != 0:
		return attributed
	case all&fPast == 0:
		return participle
	case next != nil && next.is(tagAgent) && all&fPart != 0 && !prev.is(tagPron|tagRel|tagCoord):
		return participle
	case w.isNoun && w.noun.noun >= 0 && !nominal(prev) && !prev.is(tagPron|tagRel|tagCoord):
		return notVerb
	}
	return finite
}

// baseForm reads a form that could be an infinitive, a present or a noun.
func (x *lexicon) baseForm(prev, next *word, w *word, all feature) verbal {
	if prev == nil {
		return notVerb
	}
	switch {
	case prev.is(tagTo):
		if w.isNoun && next != nil && (next.is(tagPrep) && !next.is(tagArt)) && w.noun.noun >= 0 && !x.goesOn(next) {
			return infinitive
		}
		return infinitive
	case len(prev.aux) > 0 && prev.verbal == finite && pickAux(prev.aux).verb >= auxWant:
		return infinitive
	case prev.is(tagPron) && !prev.is(tagPoss), prev.is(tagWe) && !prev.is(tagPoss), prev.is(tagRel) && !prev.is(tagArt):
		return finite
	case !w.isNoun && all&fPres != 0 && nominal(prev) && strings.HasSuffix(prev.low, "s") && !prev.capital() && x.objectAhead(next):
		return finite
	}
	return notVerb
}

func (x *lexicon) goesOn(w *word) bool { return w.is(tagPrep) }

// nominal reports whether a subject could end with this word.
func nominal(w *word) bool {
	if w.verbal != notVerb && w.verbal != attributed {
		return false
	}
	return w.mention >= 0 || w.class == segment.Upper || w.class == segment.Caps || w.class == segment.Mixed || w.class == segment.Number ||
		w.class == segment.Lower && w.tags&^tagNum&^tagFill == 0 || w.timex >= 0 || w.text == ")" || w.is(tagPron)
}

// objectAhead reports whether what follows could be an object.
func (x *lexicon) objectAhead(next *word) bool {
	return next != nil && (next.is(tagArt|tagPoss|tagPron|tagTo|tagPrep|tagNum) || next.mention >= 0 || next.capital() || next.low == "that" || next.class == segment.Number)
}

// settle decides which forms in -ed are reduced relatives: those with
// another finite verb behind them that lacks a subject of its own.
func (x *lexicon) settle(s *sentence, groups []group) {
	for k := range groups {
		g := &groups[k]
		if !g.maybe || g.first == 0 {
			continue
		}
		prev := &s.words[g.first-1]
		if prev.is(tagPron|tagRel|tagCoord) || prev.class == segment.Punct && prev.text != ")" || !nominal(prev) {
			continue
		}
		next := g.last
		if x.phrasal(s, g.lex) > 0 {
			continue
		}
		if next >= len(s.words) || !(s.words[next].is(tagPrep|tagTo) || s.words[next].timex >= 0 || s.words[next].low == "as") {
			continue
		}
		if k > 0 && groups[k-1].fin >= 0 && !marked(s, groups[k-1].last, g.first) && !x.says(s, groups[k-1].lex) {
			g.kind, g.fin = participle, -1
			s.words[g.lex].verbal = participle
			continue
		}
		for j := k + 1; j < len(groups); j++ {
			if marked(s, g.last, groups[j].first) {
				break
			}
			if groups[j].fin >= 0 {
				g.kind, g.fin = participle, -1
				s.words[g.lex].verbal = participle
				break
			}
		}
	}
}

// phrasal gives how many words of a verb of several words follow word i.
func (x *lexicon) phrasal(s *sentence, i int) int {
	for _, f := range s.words[i].forms {
		n := len(x.verbs[f.verb].particle)
		if f.features&fSep == 0 || i+n >= len(s.words) {
			continue
		}
		ok := true
		for k, p := range x.verbs[f.verb].particle {
			ok = ok && s.words[i+1+k].low == p
		}
		if ok {
			return n
		}
	}
	return 0
}

// says reports whether a word is a verb of saying or thinking.
func (x *lexicon) says(s *sentence, i int) bool {
	if i < 0 {
		return false
	}
	for _, f := range s.words[i].forms {
		if v := &x.verbs[f.verb]; v.class == classReport || v.class == classDeny || v.frame == frameSpeaks {
			return true
		}
	}
	return false
}

// marked reports whether something between two verbs begins a new clause.
func marked(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		w := &s.words[i]
		if w.is(tagCoord) || w.is(tagSub|tagRel) && !w.is(tagPrep) && (!w.is(tagArt) || w.is(tagSub) && w.is(tagRel)) || isBreak(w) {
			return true
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
		if w.class != segment.Punct && w.timex < 0 && !w.is(tagCoord|tagSub|tagFill|tagNeg) && !strings.HasSuffix(w.low, "ly") {
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
			if b.open >= 0 && !b.subjectIn(i+1, g.first) {
				continue
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

// resolveSVO chooses the lexicon's entry for the main verb.
func (x *lexicon) resolveSVO(s *sentence, c *clause) {
	if c.lex < 0 {
		return
	}
	w := &s.words[c.lex]
	best := -1
	for k, f := range w.forms {
		if !fits(w.verbal, f.features) {
			continue
		}
		if f.features&fSep != 0 {
			if p := x.particleSVO(s, c, x.verbs[f.verb].particle); p >= 0 {
				c.particle, best = p, k
				break
			}
			continue
		}
		if best < 0 {
			best = k
		}
	}
	if best >= 0 {
		c.verb, w.reading = w.forms[best].verb, w.forms[best]
	}
	c.tenses(s)
	c.aspect(s)
}

func fits(v verbal, f feature) bool {
	switch v {
	case finite:
		return f&fFinite != 0
	case infinitive:
		return f&fInf != 0
	case gerund:
		return f&fPart1 != 0
	}
	return f&fPart != 0
}

// aspect reads the auxiliaries of a group: "has been killed", "would have".
func (c *clause) aspect(s *sentence) {
	if c.fin < 0 || c.lex < 0 {
		if c.lex >= 0 && s.words[c.lex].verbal == participle {
			c.passive = true
		}
		return
	}
	var be, have bool
	for i := c.fin; i < c.lex; i++ {
		for _, a := range s.words[i].aux {
			be = be || a.verb == auxBe
			have = have || a.verb == auxHave && i > c.fin
		}
	}
	part := s.words[c.lex].verbal == participle
	first := pickAux(s.words[c.fin].aux).verb
	c.passive = part && be
	if c.passive && first == auxBe {
		c.perfect, c.pluperf = false, false
	}
	if have || first == auxHave && part {
		c.perfect = true
	}
	if first == auxHave {
		c.pluperf = part && pickAux(s.words[c.fin].aux).features&fPast != 0
	}
}

// particleSVO finds the words that belong to a verb of several words.
func (x *lexicon) particleSVO(s *sentence, c *clause, words []string) int {
	for i := c.lex + 1; i < len(s.words) && i <= c.lex+5; i++ {
		if isBreak(&s.words[i]) {
			break
		}
		if s.words[i].low != words[0] {
			if len(words) > 1 && i > c.lex+1 {
				break
			}
			continue
		}
		ok := true
		for k, p := range words {
			ok = ok && i+k < len(s.words) && s.words[i+k].low == p
		}
		if ok && (i == c.lex+1 || len(words) == 1 && (i+1 >= len(s.words) || !x.objectAhead(&s.words[i+1]) || s.words[i+1].is(tagPrep))) {
			return i
		}
	}
	return -1
}
