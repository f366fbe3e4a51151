package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// A noun that only the sentences before explain, "the rally", "dieser
// Entwurf", is written out as the article first told it, if it told it in one
// way only: "the opposition rally in Minsk".

// resolve writes out noun i by an earlier mention. It reports whether there was
// one.
func (d *draft) resolve(i int) bool {
	if d.say[i] != "" || d.timex[i] >= 0 || d.pos(i) != syntax.NOUN || d.who[d.last(i)].actor >= 0 && d.saysMore(i) {
		return false
	}
	text := d.earlier(i)
	if text == "" {
		return false
	}
	if det := d.kid(i, syntax.RelDet); det >= 0 && d.is("leaning", det) {
		plain, ok := d.words.plain[d.low[det]]
		if !ok {
			return false
		}
		d.say[det] = plain
	}
	d.say[i] = text
	d.written = append(d.written, i)
	return true
}

// unresolve takes back what resolve wrote, where it leaves no room for the rest.
func (d *draft) unresolve() {
	for _, i := range d.written {
		delete(d.say, i)
		if det := d.kid(i, syntax.RelDet); det >= 0 {
			if d.say[det] != "" {
				d.f.add("leans:this")
			}
			delete(d.say, det)
		}
		if i == d.sub {
			d.f.drop("subject:resolved")
			d.f.add("subject:definite")
		} else {
			d.f.add("leans:definite")
		}
	}
	d.written = nil
}

// earlier is how the sentences before wrote noun i out, without its article;
// "" if they did not, or in several ways.
func (d *draft) earlier(i int) string {
	found := ""
	for n := range d.index {
		if !d.hasWord(n, i) {
			continue
		}
		t := d.Writer.tree(d.in, n)
		if t == nil {
			continue
		}
		for j := range t.low {
			text := d.writtenOut(t, j, i)
			switch {
			case text == "" || text == found:
			case found != "":
				return ""
			default:
				found = text
			}
		}
	}
	return found
}

// hasWord reports whether the text of sentence n has the word i at all, which
// is cheaper to see than its tree.
func (d *draft) hasWord(n, i int) bool {
	s := d.in.Doc.Sentences[n].Span
	return strings.Contains(strings.ToLower(s.Of(d.in.Doc.Text)), d.low[i])
}

// writtenOut is what word j of an earlier sentence adds to the noun i, which it
// repeats; "" if it is another noun or adds nothing.
func (d *draft) writtenOut(t *tree, j, i int) string {
	if t.pos(j) != syntax.NOUN || t.brack[j] || t.kid(j, syntax.RelNummod) >= 0 { // "ten buffalo" are not "the buffalo"
		return ""
	}
	if t.low[j] != d.low[i] {
		return d.compound(t, j, i)
	}
	e := t.draft()
	kept := []int{j}
	for _, k := range t.kids[j] {
		if t.adds(j, k) && !d.says(t, k) {
			e.take(k)
			kept = append(kept, e.kept(k)...)
		}
	}
	slices.Sort(kept)
	if len(kept) == 1 || t.needy(kept) {
		return ""
	}
	e.keep[j] = true
	if text := e.write(kept); !strings.ContainsAny(text, "\"„“”") {
		return text
	}
	return ""
}

// says reports whether the title has a noun of phrase k already.
func (d *draft) says(t *tree, k int) bool {
	for _, x := range t.under(k) {
		if t.pos(x) != syntax.NOUN && t.pos(x) != syntax.PROPN {
			continue
		}
		if n := slices.Index(d.low, t.low[x]); n >= 0 && d.inOwnClause(n) {
			return true
		}
	}
	return false
}

// inOwnClause reports whether a word stands in the clause of the title, not in
// one beside it.
func (d *draft) inOwnClause(n int) bool {
	for h := n; h >= 0 && h != d.head; h = d.s.Words[h].Head {
		switch d.rel(h) {
		case syntax.RelAdvcl, syntax.RelAclRelcl, syntax.RelParataxis, syntax.RelConj:
			return false
		}
	}
	return true
}

// compound is a word of an earlier sentence that ends with the noun i, in a
// language that writes compounds in one word: "Kundgebung" after
// "Protestkundgebung".
func (d *draft) compound(t *tree, j, i int) string {
	front, ok := strings.CutSuffix(t.low[j], d.low[i])
	if !d.words.verbSecond || !ok || len(front) < 4 || len(d.low[i]) < 5 {
		return ""
	}
	return t.text(j)
}

// adds reports whether a dependent tells which one noun j means, in a form that
// can stand with another article.
func (t *tree) adds(j, k int) bool {
	if t.brack[k] || t.timex[k] >= 0 || t.temporal(k) {
		return false
	}
	switch t.rel(k) {
	case syntax.RelNmod:
		c := t.kid(k, syntax.RelCase)
		return c >= 0 && k > j && !t.is("source", c) && !t.is("aside", c) && (!t.is("genitive", c) || t.happenings[t.lemma(j)])
	case syntax.RelNmodPoss: // "the sales of A" are not those of B
		return t.words.verbSecond && k > j && t.pos(k) != syntax.PRON && t.happenings[t.lemma(j)]
	case syntax.RelCompound:
		return k < j
	case syntax.RelAmod:
		return !t.words.verbSecond && k < j && t.pos(k) == syntax.ADJ && !t.is("leaning", k) && !t.is("vague", k)
	}
	return false
}

// needy reports whether words need explaining themselves.
func (t *tree) needy(list []int) bool {
	for n, k := range list {
		if t.pos(k) == syntax.PRON || t.pos(k) == syntax.CCONJ || t.is("leaning", k) || t.timex[k] >= 0 || t.class(k) == segment.Number {
			return true
		}
		if n > 0 && list[n-1] != k-1 && t.pos(k-1) != syntax.PUNCT {
			return true
		}
	}
	return false
}

// A pronoun that stands for a thing, no actor, is written out where the article
// leaves no doubt which: "The lockdown was to end on Sunday, but it was extended" is
// "The lockdown extended". What it stands for is the subject of the clause before it,
// in its sentence or in the one before, if nothing else there has its form.

// byThing puts what a pronoun stands for in its place. It reports whether it did.
func (d *draft) byThing(i int) bool {
	if a, _ := d.actorAt(i); d.pos(i) != syntax.PRON || len(d.kids[i]) > 0 || a != nil && !a.Generic || !d.standsForThing(i) {
		return false
	}
	if !d.mainClause(i) {
		return false
	}
	text := d.thingBefore(d.tree, i, i)
	if text == "" && d.noNounBefore(i) && d.index > 0 {
		if t := d.Writer.tree(d.in, d.index-1); t != nil && d.sameBlock(t) {
			text = d.thingBefore(t, len(t.low), i)
		}
	}
	if text == "" {
		return false
	}
	d.keep[i] = true
	d.say[i] = text
	d.f.add("subject:thing-named")
	return true
}

// standsForThing reports whether a pronoun can stand for a thing.
func (d *draft) standsForThing(i int) bool {
	if d.words.verbSecond {
		return d.s.Words[i].Morph.Person == 3 && d.s.Words[i].Morph.Gender != 0 && (d.is("its", i) || d.is("thing", i)) && !d.dummy(i)
	}
	return d.is("its", i) && d.rel(i) != syntax.RelExpl
}

// sameBlock reports whether a sentence stands in the same paragraph.
func (d *draft) sameBlock(t *tree) bool {
	return d.in.Doc.Sentences[d.index].Block == d.in.Doc.Sentences[t.index].Block
}

// noNounBefore reports whether no noun but dates stands before word i in its
// sentence.
func (d *draft) noNounBefore(i int) bool {
	for k := range i {
		if (d.pos(k) == syntax.NOUN || d.pos(k) == syntax.PROPN) && d.timex[k] < 0 && !d.is("clock", k) {
			return false
		}
	}
	return true
}

// thingBefore is how tree t writes the one subject before word end that the pronoun i
// agrees with; "" if there is none, or more than one thing that it could mean.
func (d *draft) thingBefore(t *tree, end, i int) string {
	found := -1
	for k := range end {
		if !d.agreesWith(t, k, i) || t.timex[k] >= 0 {
			continue
		}
		switch t.rel(k) {
		case syntax.RelNsubj, syntax.RelNsubjPass:
			if found >= 0 || !t.mainClause(k) {
				return ""
			}
			found = k
		case syntax.RelObj, syntax.RelIobj, syntax.RelConj, syntax.RelOblArg:
			return ""
		}
	}
	if found < 0 {
		return ""
	}
	return t.nameOfThing(found)
}

// mainClause reports whether a subject is that of a main clause.
func (t *tree) mainClause(i int) bool {
	h := t.s.Words[i].Head
	for h >= 0 && (t.rel(h) == syntax.RelConj && t.kid(h, syntax.RelMark) < 0 || t.rel(h) == syntax.RelParataxis && t.words.verbSecond) {
		h = t.s.Words[h].Head
	}
	return h >= 0 && t.rel(h) == syntax.RelRoot
}

// agreesWith reports whether a noun of tree t has the form that pronoun i takes up.
func (d *draft) agreesWith(t *tree, k, i int) bool {
	if t.pos(k) != syntax.NOUN && t.pos(k) != syntax.PROPN {
		return false
	}
	a, form := t.actorAt(t.last(k))
	if a != nil && a.Kind == actor.Person && form == actor.ByName {
		return false
	}
	m, n := d.s.Words[i].Morph, t.s.Words[k].Morph
	if t.words.verbSecond {
		return m.Gender == n.Gender && (n.Number == syntax.Sing || n.Number == 0)
	}
	return n.Number != syntax.Plur && !t.manyByForm(k) && !t.words.is("people", t.low[k])
}

// nameOfThing writes a noun with what tells which one it is; "" if that leans on
// other sentences.
func (t *tree) nameOfThing(k int) string {
	if t.kid(k, syntax.RelConj, syntax.RelCase) >= 0 {
		return ""
	}
	e := t.draft()
	e.take(k)
	list := e.kept(k)
	if e.pointsBack(k) && !t.is("institution", k) || e.pointed(k) {
		return ""
	}
	if slices.ContainsFunc(list, func(x int) bool {
		return t.pos(x) == syntax.PRON || t.is("leaning", x) || t.timex[x] >= 0 || t.class(x) == segment.Punct || t.clausal(x)
	}) {
		return ""
	}
	for n := 1; n < len(list); n++ {
		if list[n-1] != list[n]-1 && t.pos(list[n]-1) != syntax.PUNCT {
			return ""
		}
	}
	if text := e.write(list); long(text) <= 60 {
		return text
	}
	return ""
}
