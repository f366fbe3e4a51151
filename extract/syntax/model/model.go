// Package model reads sentences with models that were learned from treebanks:
// parts of speech, morphology, lemmas and trees. Weights are integers, so that
// every processor reads the same. It knows names and numbers of labels, not
// what they mean: that is for package syntax.
package model

import "strings"

// Model is all that is known of a language. It does not change and serves any
// number of goroutines.
type Model struct {
	Lexicon
	Tags                *Sequence // parts of speech; its labels are POSNames
	Morphs              *Sequence // morphology; its groups are parts of speech
	Lemmas              *Lemmas
	Parser              *Parser
	Kinds               *Sequence // relations; its labels are those of the file
	Traits              []Trait   // of the labels of Morphs
	Bias                uint64    // which way of annotating the parser follows
	lifted              []bool    // of the relations: those of words that hang too high
	punct, flat, beside uint8     // relations: of marks, of further words of names, of what stands beside
}

// Analysis is what is known of the words of a sentence before its tree.
type Analysis struct {
	Text  []string
	POS   []uint8 // places in POSNames
	Morph []uint8 // labels of Model.Morphs
	Lemma []string
	words window
}

// Room is what reading needs beside the model, kept for the next sentence.
type Room struct {
	known   map[string]*Word // words that were looked up
	lexicon *Lexicon         // in which
	lattice Lattice
	feats   []uint64
	sum     []int32
	search  Search
	bench   bench
	input   Input
	kin     kin
	labels  []uint8
}

// maxKnown bounds the words that a room keeps.
const maxKnown = 1 << 13

// word looks up a word, or remembers it.
func (r *Room) word(l *Lexicon, text string) *Word {
	if r.lexicon != l || len(r.known) > maxKnown {
		r.lexicon, r.known = l, map[string]*Word{}
	}
	w := r.known[text]
	if w == nil {
		d := describe(l, text)
		w = &d
		r.known[strings.Clone(text)] = w
	}
	return w
}

// Describe looks up the words of a sentence.
func (l *Lexicon) Describe(room *Room, text []string) *Analysis {
	a := &Analysis{Text: text}
	a.words.words = make([]*Word, len(text))
	for i, t := range text {
		a.words.words[i] = room.word(l, t)
	}
	a.words.edge = room.word(l, "")
	return a
}

// TagFeatures and MorphFeatures are the features of token i, what a trainer
// learns weights for. Those of morphology want a.POS.
func (a *Analysis) TagFeatures(i int, out []uint64) []uint64 { return a.words.around(i, out) }
func (a *Analysis) MorphFeatures(i int, out []uint64) []uint64 {
	return a.words.inflected(i, a.POS, out)
}

// Tag finds the parts of speech.
func (s *Sequence) Tag(room *Room, a *Analysis) {
	n := len(a.Text)
	tokens := room.lattice.Room(n)
	for i := range tokens {
		room.feats = a.TagFeatures(i, room.feats[:0])
		room.sum = fill(room.sum, s.size, 0)
		s.Table.score(&room.bench, room.feats, room.sum)
		tokens[i].Set(s.Labels, s.groups[255], room.sum)
	}
	a.POS = make([]uint8, n)
	room.lattice.Best(s.Trans, len(s.Labels), a.POS)
}

// Inflect finds the morphology, when the parts of speech are known.
func (s *Sequence) Inflect(room *Room, a *Analysis) {
	n := len(a.Text)
	tokens := room.lattice.Room(n)
	for i := range tokens {
		group := s.groups[a.POS[i]]
		if len(group) == 0 {
			group = s.groups[255]
		}
		room.sum = fill(room.sum, s.size, 0)
		if len(group) > 1 {
			room.feats = a.MorphFeatures(i, room.feats[:0])
			s.Table.score(&room.bench, room.feats, room.sum)
		}
		tokens[i].Set(s.Labels, group, room.sum)
	}
	a.Morph = make([]uint8, n)
	room.lattice.Best(s.Trans, len(s.Labels), a.Morph)
}

// Analyse finds parts of speech, morphology and lemmas. What correct changes of
// the parts of speech, if it is given, holds for all that follows.
func (m *Model) Analyse(room *Room, text []string, correct func(text []string, pos []uint8)) *Analysis {
	a := m.Lexicon.Describe(room, text)
	m.Tags.Tag(room, a)
	if correct != nil {
		correct(a.Text, a.POS)
	}
	m.Morphs.Inflect(room, a)
	m.Lemmas.Read(a)
	return a
}

// Read finds the lemmas, when the parts of speech are known.
func (l *Lemmas) Read(a *Analysis) {
	a.Lemma = make([]string, len(a.Text))
	for i, t := range a.Text {
		a.Lemma[i] = l.Lemma(t, a.POS[i])
	}
}

// Input makes an analysed sentence ready for the parser.
func (a *Analysis) Input(in *Input, bias uint64) {
	in.Word, in.Lemma, in.POS, in.Morph, in.Class, in.Lists = in.Word[:0], in.Lemma[:0], in.POS[:0], in.Morph[:0], in.Class[:0], in.Lists[:0]
	in.Comma, in.Verb = in.Comma[:0], in.Verb[:0]
	in.Bias = bias
	commas, verbs := int32(0), int32(0)
	for i := range a.Text {
		w := a.words.words[i]
		in.Word = append(in.Word, w.low)
		in.Lemma = append(in.Lemma, hashString(a.Lemma[i]))
		in.POS = append(in.POS, uint64(a.POS[i]))
		in.Morph = append(in.Morph, uint64(a.Morph[i]))
		in.Class, in.Lists = append(in.Class, w.class), append(in.Lists, w.lists)
		in.Comma, in.Verb = append(in.Comma, commas), append(in.Verb, verbs)
		switch {
		case a.POS[i] == pVERB || a.POS[i] == pAUX:
			verbs++
		case a.POS[i] == pPUNCT && a.Text[i] == ",":
			commas++
		}
	}
	for _, edge := range [...]uint64{254, 255} {
		in.Word, in.Lemma, in.POS = append(in.Word, edge), append(in.Lemma, edge), append(in.POS, edge)
		in.Morph, in.Class = append(in.Morph, edge), append(in.Class, edge)
		in.Lists = append(in.Lists, 0)
		in.Comma, in.Verb = append(in.Comma, commas), append(in.Verb, verbs)
	}
}

// Tree finds the tree of an analysed sentence.
func (m *Model) Tree(room *Room, a *Analysis) Tree {
	a.Input(&room.input, m.Bias)
	t := m.Parser.Parse(&room.search, &room.input, m.Parser.Beam)
	m.Kinds.Relate(room, &room.input, t.Head, m.Traits, t.Rel)
	m.lower(a, &t)
	m.oneRoot(a, &t)
	return t
}

// NewTable, NewWords and NewSequence make of what was learned what reads.
func NewWords(entries []Entry) *Words { return newWords(entries) }

// NewSequence makes a sequence model.
func NewSequence(rows []Row, labels []Label, trans []int32) *Sequence {
	s := &Sequence{Labels: labels, Trans: trans}
	s.prepare()
	s.Table = newTable(rows, s.size)
	return s
}
