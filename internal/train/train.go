// Package train learns the models of extract/actor/ner from annotated
// corpora. The same data and settings give the same bytes.
package train

import (
	"bytes"
	"fmt"
	"path/filepath"
	"sort"

	"fasti/extract/actor/ner"
)

// Plan says what a language's model learns from.
type Plan struct {
	Lang     string
	Corpora  []Portion
	Endings  []string
	Folds    [][2]string
	Settings Settings
	MinCount int // a feature is learned if it comes so often
	Limit    int // most features kept
}

// Portion is a corpus and how it is used.
type Portion struct {
	File       string // below the data folder
	Weight     int
	NoMisc     bool // its O may be a MISC name: it annotates no such names
	Adjectives bool // it annotates adjectives and peoples as places; they are taken to be outside
	Trees      bool // it is a treebank: proper nouns and their neighbours may be names, the rest is outside
	Hold       int  // every Hold-th document is kept apart for measuring; 0: none
}

// Held is documents kept apart, with the name of their corpus.
type Held struct {
	Name string
	Docs []*Annotated
}

// Outcome is a trained model.
type Outcome struct {
	Content ner.Content
	Model   *ner.Model
	Held    []Held
}

// Run trains a model from the data folder.
func Run(data string, plan Plan, lists *Lists, log func(string, ...any)) (*Outcome, error) {
	out := &Outcome{Content: ner.Content{Endings: plan.Endings, Folds: plan.Folds}}
	lex, err := roundTrip(&out.Content)
	if err != nil {
		return nil, err
	}
	c, err := newCutter(plan.Lang)
	if err != nil {
		return nil, err
	}
	out.Content.Lists = lists.entries(lex, c)
	if lex, err = roundTrip(&out.Content); err != nil {
		return nil, err
	}
	set := newCollector(lex, plan.MinCount)
	for _, part := range plan.Corpora {
		if part.Weight == 0 {
			continue
		}
		read := ReadCorpus
		if part.Trees {
			read = ReadTrees
		}
		corpus, err := read(filepath.Join(data, part.File))
		if err != nil {
			return nil, err
		}
		held := Held{Name: corpus.Name}
		lost, names := 0, 0
		for i, d := range corpus.Documents {
			a := c.cut(d)
			if part.Adjectives {
				a.dropAdjectives(lists)
			}
			lost += a.Lost
			names += len(a.Gold)
			if part.Hold > 0 && i%part.Hold == 0 {
				held.Docs = append(held.Docs, a)
				continue
			}
			set.add(a, part)
		}
		log("%s: %d documents, %d names, %d of them across our tokens", corpus.Name, len(corpus.Documents), names, lost)
		if part.Hold > 0 {
			out.Held = append(out.Held, held)
		}
	}
	samples := set.samples()
	log("%d sentences, %d features", len(samples), len(set.known))
	sum, trans := learn(samples, len(set.known), plan.Settings, log)
	out.Content.Features, out.Content.Trans = quantise(set, sum, trans, plan.Limit)
	log("%d features kept", len(out.Content.Features))
	out.Model, err = roundTrip(&out.Content)
	return out, err
}

// roundTrip gives the model that a reader of the file will have.
func roundTrip(c *ner.Content) (*ner.Model, error) {
	var b bytes.Buffer
	if err := c.Write(&b); err != nil {
		return nil, err
	}
	return ner.Read(&b)
}

// quantise scales the weights into a byte each and keeps the heaviest features.
func quantise(set *collector, sum [][16]int64, trans [ner.Labels][ner.Labels]int64, limit int) ([]ner.Feature, ner.Transitions) {
	// The scale leaves a few of the heaviest weights outside of a byte: they
	// are cut, the others gain resolution.
	peaks := make([]int64, 0, len(sum))
	for i := range sum {
		peak := int64(0)
		for _, v := range sum[i] {
			peak = max(peak, v, -v)
		}
		peaks = append(peaks, peak)
	}
	sorted := append([]int64(nil), peaks...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] > sorted[j] })
	top := max(sorted[min(len(sorted)-1, len(sorted)/4000)], 1)
	floor := int64(1)
	if limit < len(sorted) {
		floor = max(sorted[limit], 1)
	}
	byKey := map[uint32]int{}
	var kept []ner.Feature
	for id, key := range set.keys {
		if peaks[id] < floor {
			continue
		}
		f := ner.Feature{Key: key}
		heavy := false
		for l, v := range sum[id] {
			f.Weights[l] = int8(min(max(scaled(v, 127, top), -127), 127))
			heavy = heavy || f.Weights[l] != 0
		}
		if _, double := byKey[key]; heavy && !double {
			byKey[key] = 1
			kept = append(kept, f)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].Key < kept[j].Key })
	var t ner.Transitions
	for i := range t {
		for j := range t[i] {
			t[i][j] = int32(scaled(trans[i][j], 127, top))
		}
	}
	return kept, t
}

// scaled is v*up/down, rounded to the nearest, halves away from 0.
func scaled(v int64, up, down int64) int64 {
	if v < 0 {
		return -scaled(-v, up, down)
	}
	return (2*v*up + down) / (2 * down)
}

// collector gathers samples and numbers their features. Numbers are given
// by the key that a model keeps, so that what collides there collides here.
type collector struct {
	lex   *ner.Model
	min   int
	docs  []collected
	count map[uint32]int32
	known map[uint32]uint32
	keys  []uint32
}

type collected struct {
	a        *Annotated
	features [][]uint32
	part     Portion
}

func newCollector(lex *ner.Model, min int) *collector {
	return &collector{lex: lex, min: min, count: map[uint32]int32{}, known: map[uint32]uint32{}}
}

func (c *collector) add(a *Annotated, part Portion) {
	d := collected{a: a, part: part}
	for _, token := range ner.Features(c.lex, a.Doc) {
		row := make([]uint32, len(token))
		for i, f := range token {
			row[i] = ner.Key(f)
			c.count[row[i]]++
		}
		d.features = append(d.features, row)
	}
	c.docs = append(c.docs, d)
}

// samples numbers the features that came often enough and gives the sentences.
func (c *collector) samples() []Sample {
	var out []Sample
	for _, d := range c.docs {
		for i, row := range d.features {
			kept := row[:0]
			for _, key := range row {
				if int(c.count[key]) < c.min {
					continue
				}
				id, ok := c.known[key]
				if !ok {
					id = uint32(len(c.keys))
					c.known[key] = id
					c.keys = append(c.keys, key)
				}
				kept = append(kept, id)
			}
			d.features[i] = kept
		}
		for _, s := range d.a.Doc.Sentences {
			if s.First == s.Last {
				continue
			}
			sample := Sample{Features: d.features[s.First:s.Last], Labels: d.a.Labels[s.First:s.Last], Weight: d.part.Weight}
			if d.part.Trees {
				sample.Free = d.a.Free[s.First:s.Last]
			} else if d.part.NoMisc {
				sample.Free = free(sample.Labels)
			}
			out = append(out, sample)
		}
	}
	c.count = nil
	return out
}

// free lets tokens outside of names be MISC names as well.
func free(labels []uint8) []uint32 {
	const misc = 1<<13 | 1<<14 | 1<<15 | 1<<16
	out := make([]uint32, len(labels))
	for i, l := range labels {
		out[i] = 1 << l
		if l == ner.Outside {
			out[i] |= misc
		}
	}
	return out
}

// Count is what measuring counts.
type Count struct{ Right, Found, Gold int }

// F1 is the F1 value in per cent, to be printed.
func (c Count) F1() float64 {
	if c.Found+c.Gold == 0 {
		return 0
	}
	return 200 * float64(c.Right) / float64(c.Found+c.Gold)
}

// Measure counts the names of type PER, ORG and LOC that a tagger finds.
func Measure(t *ner.Tagger, docs []*Annotated) (all Count, by map[string]Count) {
	by = map[string]Count{}
	for _, a := range docs {
		gold := map[Gold]bool{}
		for _, g := range a.Gold {
			if g.Type != "MISC" {
				gold[g] = true
				c := by[g.Type]
				c.Gold++
				by[g.Type] = c
			}
		}
		for _, n := range t.Tag(a.Doc) {
			if n.Type == ner.MISC {
				continue
			}
			c := by[n.Type.String()]
			c.Found++
			if gold[Gold{n.Span, n.Type.String()}] {
				c.Right++
			}
			by[n.Type.String()] = c
		}
	}
	for _, c := range by {
		all = Count{all.Right + c.Right, all.Found + c.Found, all.Gold + c.Gold}
	}
	return all, by
}

// Summary prints a measurement in a line.
func Summary(name string, t *ner.Tagger, docs []*Annotated) string {
	all, by := Measure(t, docs)
	p, r := 0.0, 0.0
	if all.Found > 0 {
		p = 100 * float64(all.Right) / float64(all.Found)
	}
	if all.Gold > 0 {
		r = 100 * float64(all.Right) / float64(all.Gold)
	}
	return fmt.Sprintf("%-20s P %.1f R %.1f F1 %.1f  PER %.1f ORG %.1f LOC %.1f", name, p, r, all.F1(), by["PER"].F1(), by["ORG"].F1(), by["LOC"].F1())
}

// Errors lists what a tagger gets wrong, with some text around it.
func Errors(t *ner.Tagger, docs []*Annotated, each func(kind, line string)) {
	for _, a := range docs {
		gold := map[[2]int]string{}
		for _, g := range a.Gold {
			gold[[2]int{g.Start, g.End}] = g.Type
		}
		show := func(s, e int) string {
			return fmt.Sprintf("%s[%s]%s", a.Doc.Text[max(0, s-40):s], a.Doc.Text[s:e], a.Doc.Text[e:min(len(a.Doc.Text), e+30)])
		}
		found := map[[2]int]string{}
		for _, n := range t.Tag(a.Doc) {
			k := [2]int{n.Start, n.End}
			found[k] = n.Type.String()
			if g := gold[k]; g == n.Type.String() || n.Type == ner.MISC {
				continue
			} else if g != "" {
				each("type", g+">"+found[k]+" "+show(n.Start, n.End))
				continue
			}
			kind := "false"
			for _, g := range a.Gold {
				if g.Start < n.End && n.Start < g.End {
					kind = "border"
				}
			}
			each(kind, found[k]+" "+show(n.Start, n.End))
		}
		for _, g := range a.Gold {
			if found[[2]int{g.Start, g.End}] == "" && g.Type != "MISC" {
				kind := "missed"
				for k := range found {
					if g.Start < k[1] && k[0] < g.End {
						kind = "border-gold"
					}
				}
				each(kind, g.Type+" "+show(g.Start, g.End))
			}
		}
	}
}
