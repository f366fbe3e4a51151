package syntax

import (
	"slices"
	"strings"

	"fasti/extract/lang/inflect"
	"fasti/extract/syntax/model"
)

// What is put into a sentence between commas to say who tells it: "The brothers,
// it was alleged on Monday, smuggled weapons", "…, wie die Polizei mitteilte, …".
// A tree that reads both at once takes one verb for the other's, so that both are
// read apart, and then put together.

// insertedMost is how many words may stand between the commas.
const insertedMost = 9

// withInsertion reads a sentence with such an insertion; nil if it has none.
func (g *reading) withInsertion(room *model.Room, text []string, rules *rules) ([]Word, int) {
	a, b := rules.insertion(text)
	if a < 0 {
		return nil, 0
	}
	told, margin := g.words(room, slices.Concat(text[:a], text[b+1:]), rules)
	run := text[a+1 : b]
	if rules.is(classAs, strings.ToLower(run[0])) {
		run = run[1:]
	}
	teller, _ := g.words(room, append(slices.Clone(run), text[len(text)-1]), rules)
	teller = teller[:len(run)]
	root, said := rootOf(told), rootOf(teller)
	if root < 0 || said < 0 {
		return nil, 0
	}
	if v := slices.IndexFunc(run, rules.tells); v > 0 && v == len(run)-1 && teller[v].POS != VERB { // "the complaint alleges"
		if said != v {
			teller[said].Head, teller[said].Rel = v, RelNsubj
		}
		said = v
		teller[v].Head, teller[v].POS, teller[v].Morph = -1, VERB, Morph{Form: Fin, Mood: Ind, Tense: Pres}
	}
	opens := Word{Lemma: strings.ToLower(text[a+1]), POS: ADV, Rel: RelAdvmod}
	if teller[said].POS != VERB && teller[said].POS != AUX {
		if len(run) == b-a-1 || slices.ContainsFunc(run, rules.tells) {
			return nil, 0
		}
		opens.POS, opens.Rel = ADP, RelCase // "so die Anklage"
	}
	in, head := teller, said
	if len(run) < b-a-1 {
		for i := range teller {
			teller[i].Head++
		}
		head++
		opens.Head = head
		in = append([]Word{opens}, teller...)
	}
	return put(text, told, in, a, head, root, RelParataxis), margin
}

// put puts words that were read apart, and stand between the marks from place a of a
// sentence on, back into the words around them. Their head hangs on the word on of those
// around by a relation.
func put(text []string, around, in []Word, a, head, on int, rel Rel) []Word {
	at := func(i int) int { // where a word of those around stands in the sentence
		if i >= a {
			i += len(in) + 2
		}
		return i
	}
	for i := range around {
		around[i].Head = at(around[i].Head)
	}
	for i := range in {
		if in[i].Head >= len(in) { // the mark that ended it when it was read
			in[i].Head = head
		}
		in[i].Head += a + 1
	}
	in[head].Head, in[head].Rel = at(on), rel
	mark := func(i int) Word {
		return Word{Lemma: text[i], POS: PUNCT, Head: a + 1 + head, Rel: RelPunct}
	}
	out := append(make([]Word, 0, len(text)), around[:a]...)
	out = append(append(append(out, mark(a)), in...), mark(a+1+len(in)))
	return append(out, around[a:]...)
}

// insertion finds the two commas around an insertion, by words alone; -1 if there
// is none.
func (r *rules) insertion(text []string) (a, b int) {
	for a = 1; a+3 < len(text); a++ {
		if text[a] != "," {
			continue
		}
		for b = a + 1; b < len(text)-2 && text[b] != ","; b++ {
		}
		if text[b] == "," && r.tellsWho(text[a+1:b]) {
			return a, b
		}
	}
	return -1, -1
}

// tellsWho reports whether the words between two commas say who tells something:
// "it was alleged on Monday", "prosecutors say", "wie die Polizei mitteilte",
// "so die Anklage".
func (r *rules) tellsWho(run []string) bool {
	if len(run) < 2 || len(run) > insertedMost || slices.ContainsFunc(run[1:], r.opens) || r.is(classJoins, strings.ToLower(run[0])) {
		return false
	}
	first, tells := strings.ToLower(run[0]), -1
	for i, w := range run {
		if r.tells(w) {
			tells = i
		}
	}
	last := tells == len(run)-1
	accuser := slices.ContainsFunc(run, func(w string) bool { return r.is(classAccuser, strings.ToLower(w)) })
	switch {
	case tells < 1:
		return r.verbFirst && r.is(classAttribution, first) && r.is(classAs, first) && accuser
	case r.verbFirst:
		return r.is(classAs, first) && (tells == 1 || last)
	case r.is(classAs, first) || r.is(classIt, first):
		return true
	}
	return last && (accuser || r.says(run[tells]) && r.forms[run[tells]]&inflect.Part1 == 0)
}

// opens reports whether a token is a mark, or begins a clause or a part of a list.
func (r *rules) opens(w string) bool {
	low := strings.ToLower(w)
	return r.links[low] != NoLink || r.is(classJoins, low) || len(w) == 1 && low == strings.ToUpper(w)
}

// tells reports whether a word, written small, is a form of a verb of telling.
func (r *rules) tells(w string) bool {
	return w == strings.ToLower(w) && (r.is(classTelling, w) || r.says(w))
}

// says reports whether a form is of a verb that has what is told for its content
// and does not vouch for it.
func (r *rules) says(low string) bool {
	for _, row := range r.governors["v:"+low] {
		if row.edges["that"] && row.status == Alleged {
			return true
		}
	}
	return false
}

// asideMost is how many words may stand between the commas of such an aside.
const asideMost = 4

// withAside reads a sentence in which an adverb stands between commas before its
// verb, "The concert, however, was called off", without it, for the commas lead a
// tree astray; the adverb then belongs to that verb. Nil if there is none, or if what
// follows the commas is no verb with its subject before them: a new clause may begin
// there.
func (g *reading) withAside(room *model.Room, text []string, rules *rules) ([]Word, int) {
	a, b := rules.aside(text)
	if a < 0 {
		return nil, 0
	}
	told, margin := g.told(room, slices.Concat(text[:a], text[b+1:]), rules)
	if told[a].POS != VERB && told[a].POS != AUX {
		return nil, 0
	}
	verb := a
	for told[verb].Head >= a {
		verb = told[verb].Head
	}
	if !hasSubject(told[:a], verb) {
		return nil, 0
	}
	in := make([]Word, b-a-1)
	for i := range in {
		in[i] = Word{Lemma: strings.ToLower(text[a+1+i]), POS: ADV, Head: len(in) - 1, Rel: RelFixed}
	}
	return put(text, told, in, a, len(in)-1, verb, RelAdvmod), margin
}

// aside finds the two commas around an adverb of the class, by words alone; -1 if
// there are none.
func (r *rules) aside(text []string) (a, b int) {
	for a = 1; a+3 < len(text); a++ {
		if text[a] != "," {
			continue
		}
		for b = a + 1; b < len(text)-1 && b <= a+1+asideMost && text[b] != ","; b++ {
		}
		if text[b] == "," && b > a+1 && r.is(classAside, strings.ToLower(strings.Join(text[a+1:b], "_"))) {
			return a, b
		}
	}
	return -1, -1
}
