package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// tree is a sentence under work: its words with what the other stages found
// at them.
type tree struct {
	*Writer
	in    *Input
	index int // into Doc.Sentences
	s     *syntax.Sentence
	kids  [][]int
	low   []string
	timex []int // of each word, into Timexes.Timexes; -1

	otherDay  bool     // the clause above the event's is of another day
	described bool     // the event is a dated participle of what its clause tells of
	onlyWhen  bool     // the event only says before or after what its clause took place
	who       []person // of each word, the mention that ends with it
	brack     []bool   // of each word, whether it stands in brackets
	token     []int    // of each word, into Doc.Tokens
	pruned    bool     // read without its dates and asides
	freed     []bool   // of each word, whether it is a time, or a verb, that hangs elsewhere than in the tree that was read; nil: none
}

// person is a mention of an actor that a word carries.
type person struct {
	actor, mention int // into Actors.Actors and its Mentions; -1: none, or a possessive
	first          int // the mention's first word
}

// several stands for the actors of a word that means more than one: "both".
const several = -2

// tree reads sentence n; nil if the language has no grammar.
func (w *Writer) tree(in *Input, n int) *tree {
	s := in.Syntax.Sentence(n)
	if s == nil || len(s.Words) == 0 {
		return nil
	}
	token := make([]int, len(s.Words))
	for i := range token {
		token[i] = s.First + i
	}
	return w.read(in, n, s, token)
}

// read makes the tree of a sentence, or of a part of it, whose words are tokens
// of the text.
func (w *Writer) read(in *Input, n int, s *syntax.Sentence, token []int) *tree {
	t := &tree{Writer: w, in: in, index: n, s: s, token: token}
	size := len(s.Words)
	t.kids, t.low, t.timex, t.who, t.brack = make([][]int, size), make([]string, size), make([]int, size), make([]person, size), make([]bool, size)
	depth := 0
	for i := range s.Words {
		x := &s.Words[i]
		t.low[i] = strings.ToLower(x.Of(in.Doc.Text))
		t.timex[i], t.who[i] = -1, person{-1, -1, -1}
		if x.Head >= 0 && x.Head < size && x.Head != i {
			t.kids[x.Head] = append(t.kids[x.Head], i)
		}
		switch t.low[i] {
		case "(", "[":
			depth++
		case ")", "]":
			t.brack[i] = depth > 0
			depth = max(0, depth-1)
		}
		t.brack[i] = t.brack[i] || depth > 0
	}
	t.idle()
	t.times()
	t.mentions()
	t.freeTimes()
	t.mend()
	return t
}

// idle marks the phrases that a title always goes without as if they stood in
// brackets: "for the time being".
func (t *tree) idle() {
	for phrase := range t.words.of["idle"] {
		words := strings.Fields(phrase)
		for i := 0; i+len(words) <= len(t.low); i++ {
			if slices.Equal(t.low[i:i+len(words)], words) {
				for k := range words {
					t.brack[i+k] = true
				}
			}
		}
	}
}

// span is the sentence's place in the text.
func (t *tree) span() article.Span { return t.in.Doc.Sentences[t.index].Span }

// at gives the first word at or behind a byte of the text, or -1.
func (t *tree) at(offset int) int {
	for i := range t.s.Words {
		if t.s.Words[i].End > offset {
			return i
		}
	}
	return -1
}

// times marks the words of time expressions.
func (t *tree) times() {
	all := t.in.Timexes.Timexes
	from, _ := slices.BinarySearchFunc(all, t.span().Start, func(x timex.Timex, off int) int { return x.End - off - 1 })
	for n := from; n < len(all) && all[n].Start < t.span().End; n++ {
		if all[n].Value == "PAST_REF" { // "former", "damals": an attribute, no date
			continue
		}
		if t.ofTitle(t.at(all[n].Start)) {
			continue
		}
		for i := range t.s.Words {
			if all[n].Overlaps(t.s.Words[i].Span) {
				t.timex[i] = n
			}
		}
	}
}

// ofTitle reports whether a time that begins with word i is the rest of a name, as its
// capital shows: "the Holm | This Week".
func (t *tree) ofTitle(i int) bool {
	return i > 0 && !t.words.verbSecond && t.is("leaning", i) && t.class(i) == segment.Upper && t.pos(i-1) == syntax.PROPN
}

// mentions puts the mentions of actors on their last words, the widest wins, and
// the possessives that stand for them.
func (t *tree) mentions() {
	for a := range t.in.Actors.Actors {
		for m, men := range t.in.Actors.Actors[a].Mentions {
			if t.span().Contains(men.Span) {
				t.mention(a, m, men.Span)
			}
		}
		for _, s := range t.in.Actors.Actors[a].Owns {
			if i := t.at(s.Start); t.span().Contains(s) && i >= 0 && t.who[i].actor < 0 {
				t.who[i] = person{a, -1, i}
			}
		}
	}
}

// mention puts mention m of actor a on its last word.
func (t *tree) mention(a, m int, span article.Span) {
	first, last := t.at(span.Start), -1
	for i := max(first, 0); i < len(t.s.Words) && t.s.Words[i].Start < span.End; i++ {
		last = i
	}
	if first < 0 || last < 0 {
		return
	}
	old := t.who[last]
	switch {
	case old.actor >= 0 && old.actor != a && old.first == first && old.mention >= 0 && t.in.Actors.Actors[old.actor].Mentions[old.mention].Span == span:
		t.who[last] = person{several, -1, first}
	case old.actor == several:
	case old.actor < 0 || old.first > first || old.mention < 0 || t.in.Actors.Actors[old.actor].Generic:
		t.who[last] = person{a, m, first}
	}
}

// actorAt is the actor that a word stands for, with how; nil if none.
func (t *tree) actorAt(i int) (*actor.Actor, actor.Form) {
	p := t.who[i]
	if p.actor < 0 {
		return nil, actor.ByName
	}
	a := &t.in.Actors.Actors[p.actor]
	if p.mention < 0 {
		return a, actor.ByPronoun
	}
	return a, a.Mentions[p.mention].Form
}

// kid is the first dependent of word i with one of the relations, or -1.
func (t *tree) kid(i int, rels ...syntax.Rel) int {
	for _, k := range t.kids[i] {
		if slices.Contains(rels, t.s.Words[k].Rel) {
			return k
		}
	}
	return -1
}

func (t *tree) rel(i int) syntax.Rel    { return t.s.Words[i].Rel }
func (t *tree) pos(i int) syntax.POS    { return t.s.Words[i].POS }
func (t *tree) text(i int) string       { return t.s.Words[i].Of(t.in.Doc.Text) }
func (t *tree) is(c string, i int) bool { return t.words.is(c, t.low[i]) }

// class is what the token is made of.
func (t *tree) class(i int) segment.Class { return t.in.Doc.Tokens[t.token[i]].Class }

// under lists the words of a subtree in order, marks of punctuation too.
func (t *tree) under(i int) []int {
	out := []int{i}
	for n := 0; n < len(out) && n < len(t.s.Words); n++ {
		out = append(out, t.kids[out[n]]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// first is the first word of a subtree that is no mark.
func (t *tree) first(i int) int {
	for _, k := range t.under(i) {
		if t.pos(k) != syntax.PUNCT {
			return k
		}
	}
	return i
}

// apart reports whether the phrase of word i is set apart by a mark before it.
func (t *tree) apart(i int) bool {
	f := t.first(i)
	if f > 1 && t.s.Words[f-1].Start == t.s.Words[f-2].End && t.s.Words[f-1].End == t.s.Words[f].Start { // "Saffir–Simpson"
		return false
	}
	return f > 0 && t.pos(f-1) == syntax.PUNCT && t.class(f-1) == segment.Punct && !strings.Contains("-/'’„“\"»«", t.low[f-1])
}

// temporal reports whether the phrase of word i is a time expression and no
// more: "am Dienstag", "in the 19th century".
func (t *tree) temporal(i int) bool {
	found := false
	for _, k := range t.under(i) {
		switch {
		case t.timex[k] >= 0:
			found = true
		case t.is("clock", k):
		case t.pos(k) == syntax.ADP || t.pos(k) == syntax.DET || t.pos(k) == syntax.PUNCT || t.pos(k) == syntax.ADV || t.pos(k) == syntax.SCONJ || t.pos(k) == syntax.PART || t.pos(k) == syntax.CCONJ || t.pos(k) == syntax.NUM:
		default:
			return false
		}
	}
	return found
}

// lasting reports whether a time expression says how long or how often, which
// no date on the page does.
func (t *tree) lasting(i int) bool {
	if c := t.kid(i, syntax.RelCase); c >= 0 && t.is("ago", c) {
		return false // "vor einem Jahr"
	}
	for _, k := range t.under(i) {
		if n := t.timex[k]; n >= 0 {
			x := &t.in.Timexes.Timexes[n]
			if x.Type == timex.Set || x.Type == timex.Duration && x.EDTF == "" {
				return true
			}
		}
	}
	return false
}

// dated reports whether a word belongs to a time that the page shows.
func (t *tree) dated(i int) bool {
	n := t.timex[i]
	if n < 0 {
		return false
	}
	x := &t.in.Timexes.Timexes[n]
	return x.Type == timex.Date || x.Type == timex.Time
}

// needs reports whether a verb is known to govern a preposition.
func (t *tree) needs(i, c int) bool {
	return i >= 0 && (t.frames[t.lemma(i)][t.low[c]] || !t.words.verbSecond && t.frames[t.infinitive(i)][t.low[c]])
}

// verbLike reports whether an attribute is a participle.
func (t *tree) verbLike(k int) bool {
	return t.pos(k) == syntax.VERB || t.s.Words[k].Morph.Form == syntax.Participle
}
