// Package syntax reads a sentence as grammar: the lemma, part of speech,
// morphology and head of each word. It stands behind segment and before the
// stages that ask what a sentence says.
//
// A language's [Reader] is made once and serves any number of goroutines; the
// [Doc] of one text belongs to one goroutine. Sentences are read when they are
// first asked for, so a text of which nothing is asked costs nothing.
package syntax

import (
	"slices"
	"sync"

	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax/model"
)

// Reader reads sentences of one language.
type Reader struct {
	rules *rules
	ships bool
	load  func() (*reading, error)
	rooms sync.Pool // *model.Room
}

// reading is a model with its labels as this package has them.
type reading struct {
	*model.Model
	morphs        []Morph // of its labels
	rels          []Rel
	past, present uint8 // of morphs: a finite verb of the past, and of the present
}

// New compiles the reader of a language. Its model is unpacked when the first
// sentence is read. A language without a model has a reader whose sentences
// are nil.
func New(pack *lang.Pack) (*Reader, error) {
	rules, err := compileRules(pack)
	if err != nil {
		return nil, err
	}
	language := pack.Lang
	r := &Reader{rules: rules, ships: model.Ships(language)}
	r.load = sync.OnceValues(func() (*reading, error) {
		m, err := model.Load(language)
		if err != nil {
			return nil, err
		}
		return newReading(m), nil
	})
	r.rooms.New = func() any { return &model.Room{} }
	return r, nil
}

func newReading(m *model.Model) *reading {
	g := &reading{Model: m}
	for _, l := range m.Morphs.Labels {
		g.morphs = append(g.morphs, ParseMorph(l.Name))
	}
	g.past, g.present = g.finiteLabel(Past), g.finiteLabel(Pres)
	for _, name := range m.Kinds.Labels {
		plain, _ := model.Plain(name.Name)
		g.rels = append(g.rels, ParseRel(plain))
	}
	return g
}

// finiteLabel finds the label of a finite verb in the indicative with a tense, of the
// third person if there are several.
func (g *reading) finiteLabel(t Tense) uint8 {
	best, most := 0, -1
	for i, m := range g.morphs {
		if m.Form != Fin || m.Tense != t || m.Mood != Ind {
			continue
		}
		n := 0
		if m.Person == 3 {
			n += 2
		}
		if m.Number == Sing {
			n++
		}
		if n > most {
			best, most = i, n
		}
	}
	return uint8(best)
}

// Prepare reads the model, so that the first sentence need not wait for it.
func (r *Reader) Prepare() {
	if r != nil && r.ships {
		_, _ = r.load() // Sentence meets the same error
	}
}

// Doc makes a text ready to be asked for its sentences. Nothing is read yet. A
// nil Reader gives a Doc without sentences.
func (r *Reader) Doc(doc *segment.Doc) *Doc { return &Doc{reader: r, doc: doc} }

// Doc is a text whose sentences are read when they are asked for. It belongs
// to one goroutine.
type Doc struct {
	reader *Reader
	doc    *segment.Doc
	read   []*Sentence
	parts  map[int][]part // of each sentence, those that were asked for
}

// part is some words of a sentence, read as one.
type part struct {
	words []int
	read  *Sentence
}

// Sentence gives sentence i of the segment.Doc, or nil if the language has no
// model or there is no such sentence. The value is kept and shared: it is not
// to be changed.
func (d *Doc) Sentence(i int) *Sentence {
	if d == nil || d.reader == nil || !d.reader.ships || i < 0 || i >= len(d.doc.Sentences) {
		return nil
	}
	if d.read == nil {
		d.read = make([]*Sentence, len(d.doc.Sentences))
	}
	if d.read[i] == nil {
		g, err := d.reader.load()
		if err != nil { // a damaged program: the tests read every model
			return nil
		}
		room := d.reader.rooms.Get().(*model.Room)
		d.read[i] = g.sentence(room, d.doc, d.doc.Sentences[i], d.reader.rules)
		d.reader.rooms.Put(room)
		d.reader.rules.read(d.read[i], d.doc.Text)
	}
	return d.read[i]
}

// Part reads some words of sentence i, in their order, as if they were a sentence
// of their own: what a reader of trees knows to be no part of it, a date or a
// bracket, may mislead the tree of the rest. The value is kept and shared: it is
// not to be changed. It is nil if there is no such sentence or nothing to read.
func (d *Doc) Part(i int, words []int) *Sentence {
	whole := d.Sentence(i)
	if whole == nil || len(words) == 0 {
		return nil
	}
	for _, p := range d.parts[i] {
		if slices.Equal(p.words, words) {
			return p.read
		}
	}
	g, err := d.reader.load()
	if err != nil {
		return nil
	}
	s := d.part(g, whole, words)
	if d.parts == nil {
		d.parts = map[int][]part{}
	}
	d.parts[i] = append(d.parts[i], part{slices.Clone(words), s})
	return s
}

// part reads some words of a sentence.
func (d *Doc) part(g *reading, whole *Sentence, words []int) *Sentence {
	text := make([]string, len(words))
	for n, w := range words {
		text[n] = d.doc.Word(whole.First + w)
	}
	room := d.reader.rooms.Get().(*model.Room)
	s := &Sentence{First: whole.First}
	s.Words, s.Margin = g.apart(room, text, d.reader.rules)
	d.reader.rooms.Put(room)
	for n, w := range words {
		s.Words[n].Span = whole.Words[w].Span
	}
	d.reader.rules.read(s, d.doc.Text)
	return s
}

// apart reads words apart from the day that opens them, from a clause about their subject
// and from who tells them, if they have such.
func (g *reading) apart(room *model.Room, text []string, rules *rules) ([]Word, int) {
	if words, margin := g.opened(room, text, rules); words != nil {
		return words, margin
	}
	return g.opensWithSubject(room, text, rules)
}

// opensWithSubject reads words that no day opens apart from a clause about their subject
// and from who tells them, if they have such.
func (g *reading) opensWithSubject(room *model.Room, text []string, rules *rules) ([]Word, int) {
	if words, margin := g.related(room, text, rules); words != nil {
		return words, margin
	}
	return g.told(room, text, rules)
}

// told reads words apart from a tail or an insertion that says who tells them, and
// from an adverb between commas, if they have one.
func (g *reading) told(room *model.Room, text []string, rules *rules) ([]Word, int) {
	if words, margin := g.tailed(room, text, rules); words != nil {
		return words, margin
	}
	if words, margin := g.withInsertion(room, text, rules); words != nil {
		return words, margin
	}
	if words, margin := g.withAside(room, text, rules); words != nil {
		return words, margin
	}
	return g.words(room, text, rules)
}

// sentence reads a sentence without its dateline, which is no part of its
// grammar.
func (g *reading) sentence(room *model.Room, doc *segment.Doc, at segment.Sentence, rules *rules) *Sentence {
	first := at.First
	if at.Lead > first && at.Lead < at.Last {
		first = at.Lead
	}
	text := make([]string, 0, at.Last-first)
	for i := first; i < at.Last; i++ {
		text = append(text, doc.Word(i))
	}
	s := &Sentence{First: first}
	s.Words, s.Margin = g.apart(room, text, rules)
	for i := range s.Words {
		s.Words[i].Span = doc.Tokens[first+i].Span
	}
	return s
}

// words reads some words as one sentence; margin is how sure their tree is.
func (g *reading) words(room *model.Room, text []string, rules *rules) (words []Word, margin int) {
	a := g.Analyse(room, text, rules.correct)
	tree := g.Tree(room, a)
	a, tree = g.withVerb(room, text, rules, a, tree)
	words = make([]Word, len(text))
	for i := range words {
		words[i] = Word{
			Lemma: a.Lemma[i], POS: posOf[a.POS[i]], Morph: g.morphs[a.Morph[i]],
			Head: int(tree.Head[i]), Rel: g.rels[tree.Rel[i]],
		}
	}
	return words, int(tree.Margin)
}

// posOf are the parts of speech in the order of the models.
var posOf = func() (all []POS) {
	for _, n := range model.POSNames {
		all = append(all, ParsePOS(n))
	}
	return all
}()
