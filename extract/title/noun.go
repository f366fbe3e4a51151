package title

import (
	"fasti/extract/segment"
	"slices"
	"strings"

	"fasti/extract/syntax"
)

// noun words an event that a noun tells: its phrase without the article.
func (d *draft) noun(i int) string {
	d.f.add("noun")
	if !d.happens(i) {
		d.f.add("noun:thing")
	}
	d.take(i)
	for _, k := range d.kids[i] {
		switch d.rel(k) {
		case syntax.RelCase, syntax.RelCop, syntax.RelNsubj, syntax.RelMark, syntax.RelCc:
			d.drop(k)
		case syntax.RelConj:
			d.drop(k)
		case syntax.RelDet:
			if !d.is("negation", k) {
				d.drop(k)
			}
		case syntax.RelAmod:
			if d.words.verbSecond && !d.strong(i, k) {
				d.f.add("refused:adjective")
				return ""
			}
		}
	}
	if !d.nominative(i) {
		d.f.add("refused:case")
		return ""
	}
	if slices.ContainsFunc(d.kept(i), func(k int) bool { return k > i && d.strays(k) }) {
		d.f.add("refused:strays")
		return ""
	}
	if d.wrongCount(i) {
		d.f.add("refused:number")
		return ""
	}
	d.ofWhom(i)
	own := d.kept(i)
	words := append(slices.Clone(own), d.scene(i)...)
	if long(d.write(words)) > limit { // there, of all that the sentence tells
		for _, k := range words[len(own):] {
			d.keep[k] = false
		}
		words = own
	}
	d.lean(-1)
	d.names()
	words = slices.DeleteFunc(words, func(w int) bool { return !d.keep[w] })
	switch n := len(words); {
	case n == 1:
		d.f.add("noun:alone")
	case n == 2:
		d.f.add("noun:short")
	}
	text := finish(d.write(words))
	if long(text) > farLimit {
		return ""
	}
	l := &line{}
	l.add(&l.front, words, rankMust, false)
	if why := d.broken(l, text); why != "" {
		d.f.add("refused:" + why)
		return ""
	}
	return text
}

// strays reports whether a phrase that a tree hangs on the noun of a title is set apart
// from it by a comma, and so belongs to what follows: "after a shooting in May, the club".
func (d *draft) strays(k int) bool {
	switch d.rel(k) {
	case syntax.RelNmod, syntax.RelObl, syntax.RelOblUnmarked, syntax.RelNmodUnmarked, syntax.RelDep:
		return d.apart(k) && d.kid(k, syntax.RelCase) < 0
	}
	return false
}

// aside reports whether a noun stands aside in its sentence, as what is known to have
// happened does, and is no object of what somebody wants or does.
func (d *draft) aside(i int) bool {
	switch d.rel(i) {
	case syntax.RelObl, syntax.RelNmod, syntax.RelNmodPoss, syntax.RelOblUnmarked:
		return true
	}
	return false
}

// ofWhom notes that a noun that stands aside has what it was done to, or who did it, in the
// genitive or behind its preposition, told so that nothing need be known: "the assassination of
// Karl Roe", "Zusammenstoß zweier Züge".
func (d *draft) ofWhom(i int) {
	if d.happens(i) && d.aside(i) && slices.ContainsFunc(d.kids[i], func(k int) bool { return d.tellsWhom(i, k) }) {
		d.f.add("noun:of")
	}
}

// tellsWhom reports whether the dependent k tells of whom noun i is told.
func (d *draft) tellsWhom(i, k int) bool {
	if !d.keep[k] || k < i || d.pos(k) == syntax.PRON || d.pointsBack(k) || d.pointed(k) || d.timex[k] >= 0 {
		return false
	}
	c := d.kid(k, syntax.RelCase)
	return d.rel(k) == syntax.RelNmodPoss && d.words.verbSecond || d.rel(k) == syntax.RelNmod && c >= 0 && d.is("genitive", c)
}

// nominative gives a plural its form without a preposition; it reports false
// where the tables do not know it.
func (d *draft) nominative(i int) bool {
	m := d.s.Words[i].Morph
	if !d.words.verbSecond || m.Number != syntax.Plur || m.Case != syntax.Dat || d.marks.dative == "" || !strings.HasSuffix(d.low[i], d.marks.dative) {
		return true
	}
	if !d.plurals[strings.TrimSuffix(d.low[i], d.marks.dative)] {
		return false
	}
	d.say[i] = strings.TrimSuffix(d.text(i), d.marks.dative)
	return true
}

// wrongCount reports whether a single thing has a number that is not one: "22
// points to | 10 win".
func (d *draft) wrongCount(i int) bool {
	k := d.kid(i, syntax.RelNummod)
	if k < 0 || d.words.verbSecond || d.class(k) != segment.Number || d.timex[k] >= 0 {
		return false
	}
	return d.low[k] != "1" && !d.manyByForm(i)
}

// happens reports whether a noun names a happening, as far as the tables say, or
// ends with one that does.
func (d *draft) happens(i int) bool {
	low := d.lemma(i)
	if d.happenings[low] {
		return true
	}
	for n := 3; n < len(low)-3 && d.words.verbSecond; n++ {
		if d.happenings[low[n:]] {
			return true
		}
	}
	return false
}

// scene takes, of a clause that only says that there was something, the
// phrases that say where: "kam es in Ulm zu einer Explosion".
func (d *draft) scene(i int) []int {
	h := i
	for h >= 0 && !d.clausal(h) && !d.words.is("exist", d.lemma(h)) {
		h = d.s.Words[h].Head
	}
	c := d.kid(i, syntax.RelCase)
	if c >= 0 && !d.is("becoming", c) || d.rel(i) == syntax.RelConj {
		return nil
	}
	if h < 0 || h == i || !d.words.is("exist", d.lemma(h)) || d.kid(h, syntax.RelExpl) < 0 && !d.expletive(h) {
		return nil
	}
	d.f.add("noun:exists")
	var out []int
	for _, k := range d.kids[h] {
		c := d.kid(k, syntax.RelCase)
		if d.rel(k) != syntax.RelObl && d.rel(k) != syntax.RelOblArg || c < 0 || !d.is("where", c) || d.temporal(k) || d.holds(k, i) {
			continue
		}
		d.take(k)
		out = append(out, d.kept(k)...)
	}
	if len(out) > 0 {
		d.f.add("noun:scene")
	}
	return out
}

// expletive reports whether the subject of a verb is an "it" that means nothing.
func (d *draft) expletive(h int) bool {
	k := d.kid(h, syntax.RelNsubj)
	return k >= 0 && d.pos(k) == syntax.PRON && d.is("its", k) && d.who[k].actor < 0
}

// drop takes a phrase out again.
func (d *draft) drop(k int) {
	for _, w := range d.under(k) {
		d.keep[w] = false
	}
}

// strong inflects an adjective as it stands without its article; it reports
// false where that cannot be told.
func (d *draft) strong(noun, k int) bool {
	low := d.text(k)
	if d.pos(k) != syntax.ADJ || len(d.kids[k]) > 0 {
		return d.s.Words[noun].Morph.Case == syntax.Nom && d.kid(noun, syntax.RelDet) < 0
	}
	stem := ""
	for _, e := range d.marks.adjective {
		if s, ok := strings.CutSuffix(low, e); ok && len(s) > 2 {
			stem = s
			break
		}
	}
	end := d.marks.strong[key(d.s.Words[noun].Morph)]
	if stem == "" || end == "" {
		return stem == ""
	}
	d.say[k] = stem + end
	return true
}

// key names a gender or the plural in the table of marks.
func key(m syntax.Morph) string {
	if m.Number == syntax.Plur {
		return "pl"
	}
	return [...]string{"", "m", "f", "n"}[m.Gender]
}
