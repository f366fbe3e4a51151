package syntax

import (
	"slices"
	"strings"

	"fasti/extract/syntax/model"
)

// Agencies set behind a sentence who told it: "…, the ministry said on Monday."
// A tree that reads both at once takes the one's verb for the other's ("A ferry
// carrying 120 people capsized, officials said": the ferry said it). So what is
// told and who tells are read apart, and then put together.

// The bounds of a tail in words: before its verb, behind it, and what must stand
// before its comma.
const (
	tailBefore = 9
	tailBehind = 9
	tailLeast  = 4
)

// tailed reads a sentence with such a tail; nil if it has none, or if what stands
// before it is no sentence of its own.
func (g *reading) tailed(room *model.Room, text []string, rules *rules) ([]Word, int) {
	comma, verb := rules.tail(text)
	if comma < 0 {
		return nil, 0
	}
	before := append(slices.Clone(text[:comma]), text[len(text)-1])
	told, margin := g.words(room, before, rules)
	rules.mend(told, before)
	teller, _ := g.words(room, text[comma+1:], rules)
	root, said := rootOf(told), rootOf(teller)
	if said+comma+1 != verb || root < 0 || told[root].POS != VERB || !hasSubject(told, root) {
		return nil, 0
	}
	for i := range teller {
		if teller[i].Head >= 0 {
			teller[i].Head += comma + 1
		}
	}
	told[root].Head, told[root].Rel = verb, RelCcomp
	told[comma].Lemma = text[comma]
	return append(told, teller...), margin
}

// tail finds the comma and the verb of a tail, by words alone; -1 if there is
// none.
func (r *rules) tail(text []string) (comma, verb int) {
	n := len(text) - 1
	if n < tailLeast || text[n] != "." || r.verbFirst || len(r.words[classTelling]) == 0 {
		return -1, -1
	}
	verb = n - 1
	for ; verb > tailLeast && verb >= n-1-tailBehind && !r.is(classTelling, strings.ToLower(text[verb])); verb-- {
		if r.parts(text[verb]) {
			return -1, -1
		}
	}
	if verb <= tailLeast || verb < n-1-tailBehind {
		return -1, -1
	}
	for comma = verb - 1; comma >= tailLeast && comma >= verb-1-tailBefore; comma-- {
		if text[comma] == "," {
			if comma == verb-1 || slices.Contains(text[:comma], "\"") || slices.Contains(text[:comma], "“") {
				return -1, -1
			}
			return comma, verb
		}
		if r.parts(text[comma]) || r.aux.any(strings.ToLower(text[comma])) == auxBe {
			return -1, -1
		}
	}
	return -1, -1
}

// parts reports whether a word begins a clause or a part of a list, which a tail
// does not have.
func (r *rules) parts(word string) bool {
	low := strings.ToLower(word)
	return low == "," || r.links[low] != NoLink || r.is(classJoins, low)
}

// rootOf gives the root of a tree, or -1.
func rootOf(words []Word) int {
	return slices.IndexFunc(words, func(w Word) bool { return w.Head < 0 })
}

// hasSubject reports whether a word has a subject.
func hasSubject(words []Word, i int) bool {
	return slices.ContainsFunc(words, func(w Word) bool {
		return w.Head == i && (w.Rel == RelNsubj || w.Rel == RelNsubjPass || w.Rel == RelExpl || w.Rel == RelCsubj)
	})
}
