package title

import (
	"fasti/extract/actor"
	"fasti/extract/syntax"
)

// guess finds the subject of a past form for which the tree has none, in a
// language that puts it before the verb: a name that stands right before it,
// or between it and the name only what commas set apart ("Ann Lee, who had
// led the union, resigned"). The name must begin its sentence, or stand behind
// a comma or a time. It gives the first and the last word, or -1.
func (d *draft) guess(i int) (first, last int) {
	if d.words.verbSecond || d.pos(i) != syntax.VERB || !d.pastForm(i) {
		return -1, -1
	}
	for k := 0; k < i; k++ {
		a, form := d.actorAt(k)
		if a == nil || form != actor.ByName || d.brack[k] {
			continue
		}
		adjacent := k == i-1
		aside := k+2 < i && d.low[k+1] == "," && d.low[i-1] == ","
		if !adjacent && !aside {
			continue
		}
		if f := d.phraseStart(d.who[k].first); d.begins(f) {
			return f, k
		}
	}
	return -1, -1
}

// pastForm reports whether a word is a past form of a verb that stands alone.
func (d *draft) pastForm(i int) bool {
	m := d.s.Words[i].Morph
	return m.Tense == syntax.Past && m.Form != syntax.Gerund && d.kid(i, syntax.RelAux, syntax.RelAuxPass, syntax.RelCop) < 0
}

// phraseStart is where the words begin that stand before a name as its title:
// "Governor Kay Ivey", "the Turkish minister X".
func (d *draft) phraseStart(i int) int {
	for i > 0 && d.timex[i-1] < 0 {
		switch d.pos(i - 1) {
		case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.DET:
			i--
			continue
		}
		break
	}
	return i
}

// begins reports whether a phrase at word i can be the first of its clause.
func (d *draft) begins(i int) bool {
	return i == 0 || d.low[i-1] == "," || d.timex[i-1] >= 0
}
