package trees

import (
	"fmt"
	"path/filepath"
	"strings"

	"fasti/extract/syntax/model"
)

// Plan says what a language's models are learned from, and how.
type Plan struct {
	TaggersOnly bool           // learn no more than the taggers
	From        *model.Content // a model whose parser is taken over, and all but the relations with it
	Keep        string         // folder to keep the taggers in, for a run that goes on from there; "": nowhere
	Lang        string
	Corpora     []Corpus
	Measure     []Corpus // never learned from
	Texts       []string // corpora of names whose words are put into classes
	Classes     int      // number of classes; 0: none
	Rounds      int      // of the parser
	ReadBeam    int      // of the model; Beam is that of learning
	Beam        int
	Reach       int // of the model: how far behind the best a tree may be to be followed on; 0: any
	// Endings, to build forms for the lists of words.
	Plurals, Infinitive, Finite, Past, Participle       []string
	Names                                               bool   // the lists of names count
	PastPlural                                          string // ending of the plural of irregular pasts
	Bias                                                string // corpus whose way of annotating is followed
	TagRounds                                           int    // of the taggers
	Folds                                               int    // parts that the taggers read without having learned them
	KindRounds                                          int
	TagWeights, MorphWeights, ParseWeights, KindWeights int // most weights kept; 0: all
}

// Corpus is a treebank and how it is used.
type Corpus struct {
	Name, File string // File is below the data folder
	Weight     int    // how often it is learned in a round; 0: once
	NoMorph    bool   // it has no morphology
	Hold, Fold int    // every Hold-th sentence, counted from Fold, is kept apart for measuring; 0: none
}

// Outcome is what was learned, and the sentences kept apart.
type Outcome struct {
	Content model.Content
	Model   *model.Model
	Held    map[string][]Sentence
	Names   []string // of Held, in order
}

// trainer goes through the steps of learning a language.
type trainer struct {
	plan   Plan
	log    func(string, ...any)
	all    []Sentence
	weight []int
	morph  []bool // has morphology
	lex    *model.Lexicon
	folds  int
	room   *model.Room
	preds  []*model.Analysis // of each sentence, by models that did not learn it
}

// Run learns the models of a language.
func Run(data string, plan Plan, log func(string, ...any)) (*Outcome, error) {
	t := &trainer{plan: plan, log: log, folds: plan.Folds, room: &model.Room{}}
	out := &Outcome{Held: map[string][]Sentence{}}
	if err := t.read(data, out); err != nil {
		return nil, err
	}
	c := &out.Content
	if !t.resume(c) {
		if err := t.words(data, out); err != nil {
			return nil, err
		}
		t.jackknife(c)
		t.taggers(c, -1)
		if err := t.save(c); err != nil {
			return nil, err
		}
	}
	if plan.TaggersOnly {
		return out, nil
	}
	if plan.From != nil {
		*c = *plan.From
		c.Beam, c.Reach = plan.ReadBeam, plan.Reach
		t.kinds(c)
		out.Model = c.Model()
		return out, nil
	}
	c.Bias, c.Beam, c.Reach = plan.Bias, plan.ReadBeam, plan.Reach
	t.kinds(c)
	t.parser(c)
	out.Model = c.Model()
	return out, nil
}

// words learns what is known of words by themselves.
func (t *trainer) words(data string, out *Outcome) error {
	c := &out.Content
	c.Tags = tagMasks(t.all)
	if err := t.classes(data, out); err != nil {
		return err
	}
	var err error
	if c.Lists, err = wordLists(data, t.plan); err != nil {
		return err
	}
	t.lex = c.Lexicon()
	c.MorphLabels = morphLabels(t.all)
	known, err := irregular(t.plan.Lang, t.plan.PastPlural)
	if err != nil {
		return err
	}
	l := learnLemmas(append(pairs(t.all), known...))
	c.Rules, c.Forms, c.Ends = l.Rules, l.Forms, l.Ends
	t.log("%d sentences, %d labels of morphology; lemmas: %d rules, %d ends, %d forms", len(t.all), len(c.MorphLabels), len(c.Rules), len(c.Ends), len(c.Forms))
	return nil
}

// classes puts the words of running text into classes.
func (t *trainer) classes(data string, out *Outcome) error {
	if t.plan.Classes == 0 {
		return nil
	}
	held := map[string]bool{}
	for _, all := range out.Held {
		for i := range all {
			held[strings.Join(all[i].words(), " ")] = true
		}
	}
	texts, err := t.texts(data, held)
	if err != nil {
		return err
	}
	out.Content.Classes = wordClasses(texts, t.plan.Classes, 3, 8)
	t.log("%d words of %d sentences in %d classes", len(out.Content.Classes), len(texts), t.plan.Classes)
	return nil
}

// jackknife reads every sentence with taggers that did not learn it.
func (t *trainer) jackknife(c *model.Content) {
	t.preds = make([]*model.Analysis, len(t.all))
	lemmas := &model.Lemmas{Rules: c.Rules, Forms: model.NewWords(c.Forms), Ends: model.NewWords(c.Ends)}
	room := &model.Room{}
	for f := range t.folds {
		part := *c
		tags, morphs := t.taggers(&part, f)
		for i := range t.all {
			if i%t.folds == f {
				a := t.lex.Describe(room, t.all[i].words())
				tags.Tag(room, a)
				morphs.Inflect(room, a)
				lemmas.Read(a)
				t.preds[i] = a
			}
		}
		t.log("fold %d of the taggers is learned", f+1)
	}
}

func (t *trainer) read(data string, out *Outcome) error {
	c, err := NewCutter(t.plan.Lang)
	if err != nil {
		return err
	}
	for k, p := range append(append([]Corpus(nil), t.plan.Corpora...), t.plan.Measure...) {
		trees, err := ReadTreebank(filepath.Join(data, p.File), p.Name)
		if err != nil {
			return err
		}
		for i := range trees {
			trees[i].harmonise(t.plan.Lang)
			s := c.Align(trees[i])
			if len(s.Nodes) == 0 {
				continue
			}
			if k >= len(t.plan.Corpora) || p.Hold > 0 && i%p.Hold == p.Fold {
				if out.Held[p.Name] == nil {
					out.Names = append(out.Names, p.Name)
				}
				out.Held[p.Name] = append(out.Held[p.Name], s)
				continue
			}
			t.all, t.weight, t.morph = append(t.all, s), append(t.weight, max(1, p.Weight)), append(t.morph, !p.NoMorph)
		}
	}
	if len(t.all) == 0 {
		return fmt.Errorf("nothing to learn from")
	}
	return nil
}

// words are the forms of a sentence.
func (s *Sentence) words() []string {
	out := make([]string, len(s.Nodes))
	for i := range s.Nodes {
		out[i] = s.Nodes[i].Form
	}
	return out
}

// taggers learns both taggers from all sentences but those of a fold.
func (t *trainer) taggers(c *model.Content, fold int) (tags, morphs *model.Sequence) {
	labels := c.MorphLabels
	var first, second []sample
	for i := range t.all {
		if i%t.folds == fold {
			continue
		}
		s := &t.all[i]
		a := t.lex.Describe(t.room, s.words())
		pos, morph := make([]uint8, len(s.Nodes)), make([]uint8, len(s.Nodes))
		for k := range s.Nodes {
			pos[k], morph[k] = posNumber(s.Nodes[k].POS), nearest(labels, &s.Nodes[k])
		}
		a.POS = pos
		first = append(first, sample{a: a, labels: pos, weight: t.weight[i]})
		if t.morph[i] {
			second = append(second, sample{a: a, labels: morph, weight: 1})
		}
	}
	rounds := t.plan.TagRounds
	q := newSequence(tagLabels())
	q.features = (*model.Analysis).TagFeatures
	q.allowed = func(*sample, int) []uint8 { return q.groups[255] }
	q.run(first, rounds, 1)
	c.TagRows, c.TagTrans = q.result(32, t.plan.TagWeights)
	tags = model.NewSequence(c.TagRows, q.labels, c.TagTrans)
	q = newSequence(labels)
	q.features = (*model.Analysis).MorphFeatures
	q.allowed = func(s *sample, i int) []uint8 { return q.groups[s.a.POS[i]] }
	q.run(second, rounds, 2)
	c.MorphRows, c.MorphTrans = q.result(32, t.plan.MorphWeights)
	morphs = model.NewSequence(c.MorphRows, labels, c.MorphTrans)
	if fold < 0 {
		t.log("features: %d of parts of speech, %d of morphology", len(c.TagRows), len(c.MorphRows))
	}
	return tags, morphs
}

// parser learns the parser on the words as the taggers see them.
func (t *trainer) parser(c *model.Content) {
	g := &grammar{w: newWeights(), rels: relations(t.all, coarsely), beam: t.plan.Beam}
	numbers := map[string]uint8{}
	for i, r := range g.rels {
		numbers[r] = uint8(i)
	}
	var lessons []lesson
	for i := range t.all {
		head, rel := t.all[i].lift()
		labels := make([]uint8, len(rel))
		for k, r := range rel {
			labels[k] = numbers[coarsely(r)]
		}
		in := &model.Input{}
		t.preds[i].Input(in, biasOf(t.all[i].Corpus))
		if path := model.Projective(head, labels); path != nil {
			lessons = append(lessons, lesson{in, path, t.weight[i]})
		}
	}
	t.log("%d of %d trees to learn, %d relations", len(lessons), len(t.all), len(g.rels))
	g.run(lessons, t.plan.Rounds, 3, t.log)
	c.Rels, c.ParseRows = g.rels, g.w.mean(16, t.plan.ParseWeights)
	t.log("parser: %d features", len(c.ParseRows))
}

// biasOf is the number of a corpus as the parser sees it.
func biasOf(corpus string) uint64 { return uint64(model.WordKey(corpus)) }

// tagMasks gathers the parts of speech of the words that are not rare.
func tagMasks(all []Sentence) []model.Entry {
	count := map[uint32]int{}
	masks := map[uint32]uint32{}
	for i := range all {
		for k := range all[i].Nodes {
			n := &all[i].Nodes[k]
			key := model.WordKey(lower(n.Form))
			count[key]++
			masks[key] |= 1 << posNumber(n.POS)
		}
	}
	for key, c := range count {
		if c < 3 {
			delete(masks, key)
		}
	}
	return sorted(masks)
}
