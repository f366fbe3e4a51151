package title

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// draft is a title on its way: which words it keeps, what it says in place of
// some, and what was done to get there.
type draft struct {
	*tree
	keep []bool
	say  map[int]string // other words in place of a word: a name for a pronoun
	mute map[int]bool   // words that another's name stands for

	head    int        // the predicate that the title words, or -1
	pred    *predicate // its verbs; nil until they are worded, or if a noun is worded
	trigger int        // the word that carries the event
	sub     int        // the head of its subject, or -1
	swapped int        // what the tree takes for the subject and the title for the object, or -1
	sayer   int        // who says what the title tells, named before a colon, or -1
	alleged bool       // the event is only said to have happened
	hosted  bool       // the title is the clause that the trigger completes, which must stay

	impersonal bool // the clause has no subject

	tail    string       // the verbs at the title's end
	named   map[int]bool // actors that the title names
	written []int        // nouns that are written out as an earlier sentence has them
	f       features
}

func (t *tree) draft() *draft {
	return &draft{tree: t, head: -1, sub: -1, swapped: -1, trigger: -1, sayer: -1, keep: make([]bool, len(t.s.Words)), say: map[int]string{}, mute: map[int]bool{}, named: map[int]bool{}}
}

// take keeps the phrase of word i, without what a reader can do without: what
// is set apart, relative clauses, times.
func (d *draft) take(i int) {
	d.keep[i] = true
	for _, k := range d.kids[i] {
		if !d.spare(i, k) {
			d.take(k)
		}
	}
}

// spare reports whether a title goes without the dependent k of word i.
func (d *draft) spare(i, k int) bool {
	if k == d.head {
		return true
	}
	if d.brack[k] && !d.brack[i] {
		d.f.left("bracket")
		return true
	}
	if d.age(i, k) || d.datedAside(i, k) || d.is("reflexive", k) && k == i+1 && !d.verbal(i) { // "Lee, 51,"; "Lee himself"
		return true
	}
	if d.class(k) == segment.Number && d.timex[k] < 0 {
		return false // scores and sums stay
	}
	switch d.rel(k) {
	case syntax.RelPunct:
		return true
	case syntax.RelAclRelcl, syntax.RelAdvclRelcl, syntax.RelParataxis:
		d.f.left("relative")
		return true
	case syntax.RelDiscourse, syntax.RelVocative, syntax.RelDislocated, syntax.RelList:
		return true
	case syntax.RelAdvcl:
		d.f.left("adverbial")
		return d.apart(k) || !d.verbal(i)
	case syntax.RelAcl:
		if d.bareRest(k) || d.whileDoing(k) {
			return true
		}
		if (k < d.head || d.onlyTime(k)) && d.losesTime(k) && d.kid(k, syntax.RelObj) < 0 {
			d.f.left("participle")
			return true
		}
		if d.apart(k) && !(d.words.verbSecond && d.kid(k, syntax.RelMark) >= 0) {
			d.f.left("participle")
			return true
		}
	case syntax.RelAppos:
		return d.spareApposition(i, k)
	case syntax.RelConj:
		if c := d.kid(k, syntax.RelCc); c > 0 && strings.Contains("–—", d.low[c-1]) {
			return true // "is due for launch — | and the second probe"
		}
		return d.clausal(k) && !d.clausal(i) || d.onlySaying(k)
	case syntax.RelAdvmod:
		if d.qualifies(i, k) || d.rel(i) == syntax.RelAmod && k > 0 && d.timex[k-1] >= 0 && d.lastingWord(k-1) {
			return false
		}
		if d.rel(i) == syntax.RelAmod && d.pos(k) == syntax.ADV && d.is("leaning", k) {
			return true // "die hierfür entwickelte Turbine"
		}
		return d.is("filler", k) && len(d.kids[k]) == 0 && !d.is("frame", k) && !d.tied(k) && !(d.is("degree", k) && k == i-1)
	case syntax.RelAmod:
		return (d.verbLike(k) || d.words.verbSecond && k > 0 && d.dated(k-1)) && d.losesTime(k)
	case syntax.RelNmod, syntax.RelObl, syntax.RelOblUnmarked, syntax.RelNmodUnmarked:
		if c := d.kid(k, syntax.RelCase); c >= 0 && (d.is("source", c) || d.is("example", c) && d.apart(k)) {
			return true
		}
		if d.roughly(k) {
			return true
		}
		if d.sinceBest(k) {
			return false
		}
		if c := d.kid(k, syntax.RelCase); c >= 0 && d.is("genitive", c) && d.rel(k) == syntax.RelNmod && !d.happenings[d.lemma(i)] && d.timex[i] < 0 && !d.words.verbSecond {
			return false // "the events of this weekend"
		}
		if d.timex[k] >= 0 && d.timex[k] == d.timex[i] || d.compared(k) {
			return false // the month of a day that stays; "greater than last year"
		}
		if d.limits(k) {
			return false
		}
		return d.temporal(k) && !d.lasting(k) && (d.kid(k, syntax.RelCase) >= 0 || d.rel(k) == syntax.RelOblUnmarked || d.rel(k) == syntax.RelNmodUnmarked)
	case syntax.RelCompound, syntax.RelDep:
		return d.temporal(k) && d.timex[i] < 0 && (k > i || d.is("filler", k))
	}
	return false
}

// tied reports whether an adverb makes one with the word behind it: "nicht | noch einmal",
// which without it says "not even".
func (d *draft) tied(k int) bool {
	return k+1 < len(d.low) && d.words.is("tied", d.low[k]+" "+d.low[k+1])
}

// onlySaying reports whether a gerund set apart only leads to what somebody says: "chose
// Lee to be her deputy, | saying “…”".
func (d *draft) onlySaying(k int) bool {
	m := d.s.Words[k].Morph
	return !d.words.verbSecond && d.apart(k) && (m.Form == syntax.Gerund || m.Form == syntax.Participle && m.Tense == syntax.Pres) && d.words.is("content", d.lemma(k))
}

// onlyTime reports whether a participle says nothing but when: "the government | formed in
// 2014".
func (d *draft) onlyTime(k int) bool {
	return d.s.Words[k].Morph.Form == syntax.Participle && !slices.ContainsFunc(d.kids[k], func(x int) bool {
		return d.pos(x) != syntax.PUNCT && (!d.temporal(x) || d.lasting(x))
	})
}

// lastingWord reports whether a word belongs to a length of time.
func (t *tree) lastingWord(i int) bool {
	return t.in.Timexes.Timexes[t.timex[i]].Type == timex.Duration
}

// sinceBest reports whether a time says since when what stands right before it is the
// best or the worst of its kind, which means little without: "auf den tiefsten Stand seit
// 1992".
func (t *tree) sinceBest(k int) bool {
	c := t.kid(k, syntax.RelCase)
	if c < 1 || !t.is("span", c) || t.timex[c-1] >= 0 {
		return false
	}
	for i := c - 1; i >= 0; i-- {
		switch {
		case t.superlative(i):
			return true
		case t.pos(i) != syntax.NOUN && t.pos(i) != syntax.PROPN && t.pos(i) != syntax.ADJ:
			return false
		}
	}
	return false
}

// superlative reports whether an adjective says that something is the most of its kind, by
// its tag or its ending.
func (t *tree) superlative(i int) bool {
	if t.is("vague", i) { // "most people"
		return false
	}
	if t.s.Words[i].Morph.Degree == syntax.Superlative {
		return true
	}
	return t.pos(i) == syntax.ADJ && slices.ContainsFunc(t.marks.best, func(end string) bool { return strings.HasSuffix(t.low[i], end) })
}

// compares reports whether word i introduces what something is compared with: a
// comparative stands before it.
func (t *tree) compares(i int) bool {
	if !t.is("than", i) {
		return false
	}
	return slices.ContainsFunc(t.s.Words[:i], func(w syntax.Word) bool { return w.Morph.Degree == syntax.Comparative })
}

// compared reports whether a phrase is what something is compared with.
func (t *tree) compared(k int) bool {
	c := t.kid(k, syntax.RelCase, syntax.RelMark)
	return c >= 0 && t.compares(c)
}

// qualifies reports whether an adverb changes what an attribute says: "previously held
// land", "vorher nicht bekannte".
func (d *draft) qualifies(i, k int) bool {
	if d.rel(i) != syntax.RelAmod && d.rel(i) != syntax.RelCompound {
		return false
	}
	return d.is("formerly", k) || slices.ContainsFunc(d.kids[i], func(x int) bool { return d.is("negation", x) })
}

// limits reports whether a length of time behind a noun says which ones are meant, no
// date: "children under 5 years of age".
func (d *draft) limits(k int) bool {
	n, c := d.timex[k], d.kid(k, syntax.RelCase)
	if n < 0 || c < 0 || d.rel(k) != syntax.RelNmod || d.in.Timexes.Timexes[n].Type != timex.Duration {
		return false
	}
	return !d.is("where", c) && !d.is("bound", c) && !d.is("aside", c) && !d.is("span", c) && !d.is("source", c)
}

// datedAside reports whether an adjective set apart only says from when: ", effective
// Sunday".
func (d *draft) datedAside(i, k int) bool {
	return d.pos(k) == syntax.ADJ && k > i && d.apart(k) && slices.ContainsFunc(d.kids[k], d.temporal)
}

// aged reports whether a word can name somebody whose age follows.
func (d *draft) aged(i int) bool {
	return d.pos(i) == syntax.PROPN || d.pos(i) == syntax.NOUN && !d.words.verbSecond
}

// bareRest reports whether a participle has lost its date, and with it all that it
// said: "the decision made".
func (d *draft) bareRest(k int) bool {
	return d.pruned && len(d.kids[k]) == 0 && d.s.Words[k].Morph.Form == syntax.Participle && d.gapAt(k)
}

// whileDoing reports whether a participle at a noun says on which occasion its clause took
// place: "the police | when announcing the arrest | named him".
func (d *draft) whileDoing(k int) bool {
	m := d.kid(k, syntax.RelMark, syntax.RelAdvmod)
	return !d.words.verbSecond && m >= 0 && m < k && d.is("circumstance", m) && d.is("relative", m) && d.s.Words[k].Morph.Form != syntax.Fin
}

// gapAt reports whether the sentence was read without what stands right behind word
// k.
func (d *draft) gapAt(k int) bool { return k+1 < len(d.token) && d.token[k+1] != d.token[k]+1 }

// age reports whether a number alone between commas follows a name: "Ann Lee, 51,".
func (d *draft) age(i, k int) bool {
	return d.class(k) == segment.Number && len(d.kids[k]) <= 2 && k > i && d.low[k-1] == "," && (k+1 == len(d.low) || d.low[k+1] == ",") && d.aged(i)
}

// losesTime reports whether an attribute has a date of its own, without which
// it says too little: "das vom 20. bis zum 22. Juli dauernde Fest".
func (d *draft) losesTime(k int) bool {
	for _, x := range d.kids[k] {
		if d.rel(x) != syntax.RelPunct && d.temporal(x) && !d.lasting(x) {
			return true
		}
	}
	return false
}

// spareApposition leaves an apposition out, unless it is the name that its
// noun stands before: "the president, Ann Lee, said".
func (d *draft) spareApposition(i, k int) bool {
	if c := d.kid(k, syntax.RelCase); c >= 0 && d.is("source", c) {
		return true
	}
	if !d.apart(k) || d.furtherAdjective(i, k) {
		return false
	}
	if d.pos(i) == syntax.NOUN && d.pos(k) == syntax.PROPN && k > i && !(d.is("indefinite", d.first(k)) && d.pos(d.first(k)) == syntax.DET) {
		if a, form := d.actorAt(d.last(k)); a != nil && form == actor.ByName {
			d.f.add("named-behind")
			return false
		}
	}
	d.f.left("apposition")
	return true
}

// furtherAdjective reports whether what the tree has for a second name is the noun itself,
// and the first a further adjective of it: "a new autonomous, | self-administered region".
func (d *draft) furtherAdjective(i, k int) bool {
	if d.words.verbSecond || i > k || d.pos(k) != syntax.NOUN || d.kid(k, syntax.RelDet) >= 0 || d.low[d.first(k)-1] != "," {
		return false
	}
	det := d.kid(i, syntax.RelDet)
	return det >= 0 && d.is("indefinite", det) && d.pos(d.first(k)) == syntax.ADJ && d.first(k) == i+2
}

// last is the last word of a name that begins with word i.
func (t *tree) last(i int) int {
	end := i
	for _, k := range t.kids[i] {
		if t.rel(k) == syntax.RelFlat || t.rel(k) == syntax.RelCompound {
			end = max(end, k)
		}
	}
	return end
}

// verbal reports whether a word is a verb.
func (t *tree) verbal(i int) bool { return t.pos(i) == syntax.VERB || t.pos(i) == syntax.AUX }

// clausal reports whether a word heads a clause.
func (t *tree) clausal(i int) bool {
	return t.pos(i) == syntax.VERB && t.rel(i) != syntax.RelAmod || t.kid(i, syntax.RelCop, syntax.RelNsubj, syntax.RelNsubjPass) >= 0
}

// words lists those words of a run of the sentence that are kept, in order.
func (d *draft) kept(i int) []int {
	var out []int
	for _, k := range d.under(i) {
		if d.keep[k] && !d.mute[k] {
			out = append(out, k)
		}
	}
	return out
}

// write puts words together as the article spaces them. Marks between two
// words that stay are kept where they join them or list them.
func (d *draft) write(list []int) string {
	var b strings.Builder
	prev := -1
	for _, i := range list {
		if d.pos(i) == syntax.PUNCT && d.class(i) == segment.Punct && !slices.Contains(list, i+1) && !slices.Contains(list, i-1) {
			continue
		}
		if prev >= 0 {
			b.WriteString(d.between(prev, i))
		}
		b.WriteString(d.word(i))
		if d.initial(i) && !slices.Contains(list, i+2) {
			b.WriteByte('.')
		}
		prev = i
	}
	if prev < 0 {
		return ""
	}
	b.WriteString(d.closing(list, prev))
	if strings.Contains(b.String(), ",") && (d.nameEnds(prev) || d.setApart(list, prev)) || d.clauseEnds(list, prev) {
		b.WriteByte(',')
	}
	return d.opening(list) + b.String()
}

// roman reports whether a word is the number of a king: "Karl III.".
func (d *draft) roman(i int) bool {
	return strings.Trim(d.text(i), "IVX") == "" && d.words.verbSecond && d.pos(i-1) == syntax.PROPN
}

// initial reports whether a word is one letter with a full stop of its own:
// "Albert G.".
func (d *draft) initial(i int) bool {
	return d.say[i] == "" && i > 0 && i+2 < len(d.low) && d.low[i+1] == "." && d.s.Words[i].End == d.s.Words[i+1].Start && d.class(i) != segment.Number && (long(d.low[i]) == 1 || d.roman(i))
}

// clauseEnds reports whether word a ends a clause that commas set apart inside
// of the phrase: "ein Versuch, das Schiff zu heben, scheitert".
func (d *draft) clauseEnds(list []int, a int) bool {
	if !d.words.verbSecond {
		return false
	}
	for h := a; h >= list[0]; h = d.s.Words[h].Head {
		if d.sideClause(h) && d.apart(h) && d.s.Words[h].Head >= list[0] && d.clausal(h) {
			return true
		}
	}
	return false
}

// sideClause reports whether a word heads a clause that depends on another.
func (d *draft) sideClause(h int) bool {
	switch d.rel(h) {
	case syntax.RelAcl, syntax.RelCcomp, syntax.RelXcomp, syntax.RelAdvcl:
		return true
	}
	return false
}

// setApart reports whether a phrase ends with what the one comma in it and one
// behind it set apart: "the mayor of Holm, Ann Lee, resigns".
func (d *draft) setApart(list []int, last int) bool {
	if last+1 >= len(d.low) || d.low[last+1] != "," || slices.ContainsFunc(list, func(i int) bool { return d.rel(i) == syntax.RelCc }) {
		return false
	}
	return d.sub >= 0 && list[0] <= d.sub && d.sub <= last && d.pos(last) == syntax.PROPN
}

// nameEnds reports whether word a ends a name that a comma sets apart from its
// noun: another comma follows it.
func (d *draft) nameEnds(a int) bool {
	for h := a; h >= 0; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelAppos && d.apart(h) {
			return d.keep[h] && d.s.Words[h].Head < d.first(h)-2
		}
		if d.rel(h) != syntax.RelFlat && d.rel(h) != syntax.RelCompound {
			return false
		}
	}
	return false
}

// word is a word as the title writes it: one that has its capital only from
// its place loses it.
func (d *draft) word(i int) string {
	if s, ok := d.say[i]; ok {
		return s
	}
	if d.opensText(i) && d.class(i) == segment.Upper {
		switch d.pos(i) {
		case syntax.NOUN:
			if d.words.verbSecond {
				return oneLine(d.text(i))
			}
			return d.low[i]
		case syntax.PROPN, syntax.X:
		default:
			if d.who[i].actor < 0 {
				return d.low[i]
			}
		}
	}
	return oneLine(d.text(i))
}

// opensText reports whether a word is the first of its sentence, but for a mark of
// quotation that the title goes without.
func (d *draft) opensText(i int) bool {
	lead := d.in.Doc.Sentences[d.index].Lead
	if i > 0 && d.brack[i-1] && strings.Contains("-–—", d.low[i-1]) {
		return true // behind a dateline
	}
	if i == 0 && d.pruned && d.token[i] > lead {
		c := d.in.Doc.Word(d.token[i] - 1)
		return strings.Contains("-–—", c)
	}
	return d.token[i] <= lead || d.token[i] == lead+1 && i > 0 && d.pos(i-1) == syntax.PUNCT
}

// between is what stands between two kept words.
func (d *draft) between(a, b int) string {
	if b < a {
		return " "
	}
	var out strings.Builder
	end := d.s.Words[a].End
	for m := a + 1; m < b; m++ {
		if d.brack[m] && !d.brack[a] && !d.brack[b] {
			end = -1
			continue
		}
		if d.class(m) != segment.Punct {
			if d.keep[m] { // a word that has its place elsewhere
				return " "
			}
			end = -1
			continue
		}
		if !d.joins(m, a, b) {
			end = -1
			continue
		}
		if end >= 0 && d.s.Words[m].Start > end && !d.behindBracket(m, end) || end < 0 && strings.Contains("„“\"»«(", d.low[m]) && !d.closes(m) {
			out.WriteByte(' ')
		}
		out.WriteString(d.text(m))
		end = d.s.Words[m].End
	}
	if end != d.s.Words[b].Start && (out.Len() == 0 || !strings.HasSuffix(out.String(), "(") && !strings.HasSuffix(out.String(), "„")) {
		out.WriteByte(' ')
	}
	return out.String()
}

// closes reports whether a blank stands behind a mark, which so closes what is before it.
func (d *draft) closes(m int) bool {
	return m+1 < len(d.low) && d.s.Words[m+1].Start > d.s.Words[m].End
}

// behindBracket reports whether mark m stands behind a bracket that begins behind byte
// end, which a title leaves out: "Holm (N.L.), Norland".
func (d *draft) behindBracket(m, end int) bool {
	return d.low[m] == "," && strings.HasSuffix(d.in.Doc.Text[end:d.s.Words[m].Start], ")")
}

// joins reports whether mark m stays between the kept words a and b.
func (d *draft) joins(m, a, b int) bool {
	switch d.low[m] {
	case ",":
		return d.listed(m, b) && !(d.rel(b) == syntax.RelCc && m > a+1) || d.clauseComma(m, b) || d.aroundName(m, a, b) || d.openingComma(m, a)
	case ":", ";", ".", "...", "…", "!", "?", "(", ")", "[", "]", "*", "_", "''", "--", "–", "—":
		return m == a+1 && b == m+1 && d.s.Words[a].End == d.s.Words[m].Start && d.s.Words[m].End == d.s.Words[b].Start || d.low[m] == "." && m == a+1 && d.class(a) == segment.Number && d.words.verbSecond
	}
	return true
}

// listed reports whether a comma stands in a list: what it leads to is a
// further part of a coordination.
func (d *draft) listed(m, b int) bool {
	for h := b; h >= 0; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelConj {
			return d.first(h) >= m && d.keep[d.s.Words[h].Head]
		}
		if d.first(h) < m {
			return false
		}
	}
	return false
}

// aroundName reports whether a comma sets a name apart from the noun before it
// where more than a comma stands between: "the mayor of Holm, Ann Lee, said".
func (d *draft) aroundName(m, a, b int) bool {
	for h := b; h >= 0 && d.first(h) > a; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelAppos && d.apart(h) {
			top := d.s.Words[h].Head
			return top < a || d.innermost(top) // "the agency for refugees, UNRA"
		}
	}
	return d.nameEnds(a)
}

// innermost reports whether a noun with its preposition describes another, which is no part
// of a list.
func (d *draft) innermost(i int) bool {
	h := d.s.Words[i].Head
	return d.rel(i) == syntax.RelNmod && d.kid(i, syntax.RelCase) >= 0 && d.rel(h) != syntax.RelConj && d.kid(h, syntax.RelConj) < 0
}

// openingComma reports whether a comma parts a phrase that a dependent clause opens
// with from its subject: "said that following the flood, some shops would close".
func (d *draft) openingComma(m, a int) bool {
	if d.words.verbSecond || m != a+1 {
		return false
	}
	for k := a; k >= 0; k = d.s.Words[k].Head {
		if h := d.s.Words[k].Head; h > m {
			return d.rel(k) == syntax.RelObl && d.rel(h) == syntax.RelCcomp && d.keep[h]
		}
	}
	return false
}

// clauseComma reports whether a comma leads to a clause that stays, as German
// writes it.
func (d *draft) clauseComma(m, b int) bool {
	if !d.words.verbSecond {
		return false
	}
	for h := b; h >= 0 && d.first(h) >= m; h = d.s.Words[h].Head {
		switch d.rel(h) {
		case syntax.RelCcomp, syntax.RelXcomp, syntax.RelAdvcl, syntax.RelAcl, syntax.RelCsubj:
			return true
		}
	}
	return false
}

// opening and closing give the marks of quotation that stand right at the ends
// of a phrase, so that they stay whole.
func (d *draft) opening(list []int) string {
	if d.minus(list[0]) {
		return d.text(list[0] - 1)
	}
	if i := list[0] - 1; i >= 0 && (d.low[i] == "„" || d.low[i] == "“" && !d.words.verbSecond || d.low[i] == "\"") && d.halves(list) {
		return d.text(i)
	}
	return ""
}

// minus reports whether a sign that makes a number less than nothing stands before it.
func (d *draft) minus(i int) bool {
	return i > 0 && d.class(i) == segment.Number && strings.Contains("-−", d.low[i-1]) && d.s.Words[i-1].End == d.s.Words[i].Start && (i == 1 || d.s.Words[i-2].End < d.s.Words[i-1].Start)
}

func (d *draft) closing(list []int, last int) string {
	if i := last + 1; i < len(d.low) && (d.low[i] == "”" || d.low[i] == "“" && d.words.verbSecond || d.low[i] == "\"") && d.halves(list) {
		return d.text(i)
	}
	return ""
}

// halves reports whether marks of quotation stand at an end of a phrase
// without their other halves inside.
func (d *draft) halves(list []int) bool {
	n := 0
	for i := max(0, list[0]-1); i <= min(len(d.low)-1, list[len(list)-1]+1); i++ {
		if strings.Contains("„“”\"", d.low[i]) {
			n++
		}
	}
	return n%2 == 0
}

// long is the length of a text in characters.
func long(s string) int { return utf8.RuneCountInString(s) }
