package title

import (
	"slices"

	"fasti/extract/syntax"
)

// A verb has one subject. A tree that gives it two is wrong about one of them, and
// the form of the phrases mostly shows about which: one has a case that no subject
// has, or stands behind a word that opens an occasion.

// mendTwoSubjects takes the subject that is none from verbs that have two.
func (t *tree) mendTwoSubjects() {
	for v := range t.low {
		var list []int
		for _, k := range t.kids[v] {
			if t.rel(k) == syntax.RelNsubj || t.rel(k) == syntax.RelNsubjPass {
				list = append(list, k)
			}
		}
		if len(list) != 2 {
			continue
		}
		if t.words.verbSecond {
			t.mendDative(v, list)
		} else {
			t.mendOccasion(v, list[0])
		}
	}
}

// mendDative makes the one of two subjects that stands in the dative an object:
// "schloss sich die Partei | dieser Forderung an".
func (t *tree) mendDative(v int, list []int) {
	a, b := t.dative(list[0]), t.dative(list[1])
	if a == b {
		return
	}
	k := list[0]
	if b {
		k = list[1]
	}
	t.own()
	t.hang(k, v, syntax.RelIobj)
}

// dative reports whether a noun and its article both stand in the dative.
func (t *tree) dative(i int) bool {
	det := t.kid(i, syntax.RelDet)
	return det >= 0 && t.s.Words[i].Morph.Case == syntax.Dat && t.s.Words[det].Morph.Case == syntax.Dat
}

// mendOccasion makes what stands between a word that opens an occasion and a comma
// an adverbial of verb v: "Since the closure of the port, | the line has relied on".
func (t *tree) mendOccasion(v, k int) {
	m := t.first(k) - 1
	if m < 0 || t.s.Words[m].Head != v || !t.is("aside", m) || t.rel(m) != syntax.RelMark && t.rel(m) != syntax.RelCase {
		return
	}
	u := t.under(k)
	if end := u[len(u)-1]; t.low[end] != "," && (end+1 >= len(t.low) || t.low[end+1] != ",") {
		return
	}
	t.own()
	t.hang(m, k, syntax.RelCase)
	t.hang(k, v, syntax.RelObl)
	t.freed[v] = true
}

// mendPreposition makes a participle that is a preposition one, and the clause behind
// its phrase what is said, where the tree has it for a verb: "announced that |
// following the flood, some shops would close".
func (t *tree) mendPreposition() {
	for k := range t.low {
		v, o := t.s.Words[k].Head, t.kid(k, syntax.RelObj)
		if v < 0 || v > k || o < k || t.rel(k) != syntax.RelCcomp || !t.bareUse(k) {
			continue
		}
		c := slices.IndexFunc(t.s.Words, func(w syntax.Word) bool {
			return w.Head == v && w.Start > t.s.Words[o].End && (w.Rel == syntax.RelConj || w.Rel == syntax.RelParataxis)
		})
		if c < 0 || t.kid(c, syntax.RelNsubj, syntax.RelNsubjPass) < 0 || t.kid(c, syntax.RelCc) >= 0 {
			continue
		}
		t.own()
		for _, m := range slices.Clone(t.kids[k]) {
			if m != o {
				t.hang(m, c, t.rel(m))
			}
		}
		t.hang(c, v, syntax.RelCcomp)
		t.hang(o, c, syntax.RelObl)
		t.hang(k, o, syntax.RelCase)
		t.freed[v] = true
	}
}

// bareUse reports whether a participle that can be a preposition has nothing that
// only verbs have.
func (t *tree) bareUse(k int) bool {
	return t.is("prepositional", k) && t.kid(k, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelAux, syntax.RelAuxPass, syntax.RelCop) < 0
}

// mendSaidSubject makes what the tree takes for the object of a verb the subject of the
// clause that the verb says, where the tree has the verb itself for that: "announced |
// a trial was stopped".
func (t *tree) mendSaidSubject() {
	for v := range t.low {
		h, o := t.s.Words[v].Head, t.kid(v, syntax.RelObj)
		if t.rel(v) != syntax.RelNsubj && t.rel(v) != syntax.RelNsubjPass || t.pos(v) != syntax.VERB || h < v || o < v || o > h {
			continue
		}
		if s := t.kid(v, syntax.RelNsubj); s < 0 || s > v || t.kid(v, syntax.RelAux, syntax.RelMark) >= 0 || t.rel(h) != syntax.RelRoot {
			continue
		}
		if u := t.under(o); !t.finiteWord(u[len(u)-1] + 1) {
			continue
		}
		t.own()
		rel := t.rel(v)
		t.unhang(v)
		t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
		t.hang(h, v, syntax.RelCcomp)
		t.hang(o, h, rel)
		t.freed[v], t.freed[h] = true, true
	}
}
