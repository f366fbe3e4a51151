package syntax

import (
	"strings"

	"fasti/extract/lang/inflect"
	"fasti/extract/syntax/model"
)

// A sentence that ends with a full stop and whose tree has a noun without a verb
// for its root was tagged wrongly: one of its words is the finite verb. Word lists
// say which can be, and the sentence is read again with each of them as a verb:
// "Tourists captured pictures", "The airline transports weapons".

// mostTried bounds how often a sentence is read again.
const mostTried = 4

// withVerb reads a sentence again whose tree has no verb at its root; it keeps what
// it had if no other word can be it.
func (g *reading) withVerb(room *model.Room, text []string, rules *rules, a *model.Analysis, tree model.Tree) (*model.Analysis, model.Tree) {
	if !g.verbless(a, tree) {
		return a, tree
	}
	found := false
	for _, v := range rules.finiteWords(text, a.POS) {
		b := g.Analyse(room, text, func(text []string, pos []uint8) {
			rules.correct(text, pos)
			pos[v] = posCode[VERB]
		})
		b.Morph[v] = g.present
		if rules.forms[strings.ToLower(text[v])]&inflect.Past != 0 || posOf[a.POS[v]] == VERB && g.morphs[a.Morph[v]].Form == Participle {
			b.Morph[v] = g.past
		}
		t := g.Tree(room, b)
		if g.headed(t, v) && (!found || t.Margin > tree.Margin) {
			a, tree, found = b, t, true
		}
	}
	return a, tree
}

// verbless reports whether a sentence that is told to its end has a noun for its
// root, with no verb of its own.
func (g *reading) verbless(a *model.Analysis, tree model.Tree) bool {
	n := len(a.Text)
	if n < 4 || a.Text[n-1] != "." {
		return false
	}
	root := -1
	for i, h := range tree.Head {
		if h < 0 {
			root = i
		}
	}
	if root < 0 {
		return false
	}
	switch posOf[a.POS[root]] {
	case NOUN, PROPN, ADJ:
	default:
		return false
	}
	for i, h := range tree.Head {
		if int(h) != root {
			continue
		}
		switch g.rels[tree.Rel[i]] {
		case RelNsubj, RelNsubjPass, RelCsubj, RelCop, RelAux, RelAuxPass:
			return false
		}
	}
	return true
}

// headed reports whether word v is the root of a tree and has a subject before it.
func (g *reading) headed(tree model.Tree, v int) bool {
	if tree.Head[v] >= 0 {
		return false
	}
	for i, h := range tree.Head {
		if int(h) == v && i < v && g.rels[tree.Rel[i]] == RelNsubj {
			return true
		}
	}
	return false
}

// finiteWords gives the words of a sentence that can be its finite verb though they
// are not read as one: in small letters, not behind what only a noun follows.
func (r *rules) finiteWords(text []string, pos []uint8) []int {
	var out []int
	for i := 1; i < len(text) && len(out) < mostTried; i++ {
		f := r.forms[text[i]]
		switch posOf[pos[i]] {
		case NOUN, ADJ:
			if f&inflect.Finite == 0 {
				continue
			}
		case VERB:
			if f&inflect.Finite == 0 && (f != 0 || capital(text[i])) {
				continue
			}
		default:
			continue
		}
		switch posOf[pos[i-1]] {
		case DET, ADP, PART, NUM, AUX:
			continue
		}
		out = append(out, i)
	}
	return out
}
