// Package train learns the models of extract/actor/ner from annotated
// corpora. The same data and settings give the same bytes.
package train

import (
	"bytes"
	"path/filepath"
	"sort"

	"fasti/extract/actor/ner"
)

// Plan says what a language's model learns from.
type Plan struct {
	Lang       string
	Corpora    []Portion
	Endings    []string
	Folds      [][2]string
	Plurals    []string
	Vocabulary []string // texts whose words in small letters and common nouns count as known
	Settings   Settings
	MinCount   int // a feature is learned if it comes so often
	Limit      int // most features kept
}

// Portion is a corpus and how it is used.
type Portion struct {
	File       string // below the data folder
	NoMisc     bool   // its O may be a MISC name: it annotates no such names
	Adjectives bool   // it annotates adjectives and peoples as places; they are taken to be outside
	Both       bool   // it is learned with compounds closed ("S-Bahn") and as it cut them ("S - Bahn")
	Times      int    // how often it is learned; 0 is once
	News       bool   // its documents are articles, whose folds go by their names
	Hold, Fold int    // every Hold-th document, counted from Fold, is kept apart for measuring; 0: none
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
	out := &Outcome{Content: ner.Content{Endings: plan.Endings, Folds: plan.Folds, Plurals: plan.Plurals}}
	lex, err := roundTrip(&out.Content)
	if err != nil {
		return nil, err
	}
	c, err := newCutter(plan.Lang)
	if err != nil {
		return nil, err
	}
	out.Content.Lists = lists.entries(lex, c)
	if out.Content.Classes, err = classes(data, plan, lists); err != nil {
		return nil, err
	}
	if lex, err = roundTrip(&out.Content); err != nil {
		return nil, err
	}
	set := newCollector(lex, plan.MinCount)
	for _, part := range plan.Corpora {
		corpus, err := ReadCorpus(filepath.Join(data, part.File))
		if err != nil {
			return nil, err
		}
		held := Held{Name: corpus.Name}
		lost, names := 0, 0
		for i, d := range corpus.Documents {
			all := c.layouts(d, part, lists)
			lost += all[0].Lost
			names += len(all[0].Gold)
			if part.holds(i, corpus.IDs[i]) {
				held.Docs = append(held.Docs, all[0])
				continue
			}
			for range max(part.Times, 1) {
				for _, a := range all {
					set.add(a, part)
				}
			}
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

// holds tells whether a document is kept apart: the i-th of its corpus, or
// the article of this name.
func (p Portion) holds(i int, id string) bool {
	if p.Hold <= 0 {
		return false
	}
	if p.News {
		return InFold(id, p.Fold, p.Hold)
	}
	return i%p.Hold == p.Fold
}

// layouts cuts a document as the portion wants it: with compounds closed, and
// as the corpus cut them if that differs and is wanted.
func (c *cutter) layouts(doc []Sentence, part Portion, lists *Lists) []*Annotated {
	all := []*Annotated{c.cut(doc, true)}
	if part.Both {
		if a := c.cut(doc, false); a.Doc.Text != all[0].Doc.Text {
			all = append(all, a)
		}
	}
	if part.Adjectives {
		for _, a := range all {
			a.dropAdjectives(lists)
		}
	}
	return all
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
