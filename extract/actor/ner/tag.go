// Package ner finds names of persons, organisations, places and other things
// in tokenised text, with a linear model learned from annotated news: hashed
// features, integer weights, the best sequence of labels. The same text gets
// the same names on every processor.
//
// The models are data of their own, with their own licences: see the folder
// model and docs/models.md.
package ner

import (
	"sync"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// Tagger finds the names of one language. It serves any number of goroutines.
type Tagger struct {
	model *Model
	rooms sync.Pool // *room
}

// NewTagger makes a tagger of a model.
func NewTagger(m *Model) *Tagger {
	t := &Tagger{model: m}
	t.rooms.New = func() any { return newRoom(m) }
	return t
}

// room is what tagging needs beside the model, kept for the next document.
type room struct {
	cache  cache
	scene  scene
	ids    []int32 // of each token of the document: its word in the cache
	seen   []seen  // of each token
	notes  []seen
	memory memory
	ptr    []*entry
	emit   [][Labels]int32
	steps  []back
	labels []uint8
	feats  []uint64
}

func newRoom(m *Model) *room {
	r := &room{}
	r.cache.reset(m)
	return r
}

// Tag finds the names of a document, in order of place, not overlapping.
func (t *Tagger) Tag(doc *segment.Doc) []Name {
	r := t.rooms.Get().(*room)
	defer t.rooms.Put(r)
	r.read(t.model, doc)
	n := len(doc.Tokens)
	r.emit, r.steps, r.labels = grow(r.emit, n), grow(r.steps, n), grow(r.labels, n)
	var names []Name
	for _, s := range doc.Sentences {
		if s.Last > s.First {
			r.stage(s)
			for i := s.First; i < s.Last; i++ {
				r.score(t.model, i, i-s.First)
			}
			r.decode(t.model, s)
			names = r.names(doc, s, names)
		}
	}
	if len(doc.Sentences) < 2 || len(names) == 0 {
		return names
	}
	r.collect(names)
	names = names[:0]
	for _, s := range doc.Sentences {
		if s.Last > s.First {
			if r.remind(s) {
				r.decode(t.model, s)
			}
			names = r.names(doc, s, names)
		}
	}
	return names
}

// read looks up every word of the document.
func (r *room) read(m *Model, doc *segment.Doc) {
	if len(r.cache.entries) > maxCached/2 {
		r.cache.reset(m)
	}
	r.ids = r.ids[:0]
	for i := range doc.Tokens {
		r.ids = append(r.ids, r.cache.find(m, doc.Word(i)))
	}
	r.scene.loose = loose(doc, func(i int) *word { return &r.cache.entries[r.ids[i]].word })
	r.notes = grow(r.notes, len(r.cache.numbers))
	r.seen = survey(doc, func(i int) *word { return &r.cache.entries[r.ids[i]].word }, r.notes, r.seen[:0])
}

// decode finds the labels of a sentence.
func (r *room) decode(m *Model, s segment.Sentence) {
	Decode(r.emit[s.First:s.Last], &m.Trans, nil, r.steps, r.labels[s.First:s.Last])
}

// names appends the names that the labels of a sentence say.
func (r *room) names(doc *segment.Doc, s segment.Sentence, names []Name) []Name {
	n := s.Last - s.First
	emit, labels := r.emit[s.First:s.Last], r.labels[s.First:s.Last]
	for i := 0; i < n; {
		label := labels[i]
		if label == Outside {
			i++
			continue
		}
		t, place := split(label)
		j, sum := i+1, emit[i][label]
		for open := place == inBegin; open && j < n; j++ {
			_, p := split(labels[j])
			sum += emit[j][labels[j]]
			open = p == inInside
		}
		name := Name{First: s.First + i, Last: s.First + j, Type: t, Score: int(sum) / (j - i)}
		name.Span = article.Span{Start: doc.Tokens[name.First].Start, End: doc.Tokens[name.Last-1].End}
		names = append(names, name)
		i = j
	}
	return names
}

// stage sets the scene for a sentence.
func (r *room) stage(s segment.Sentence) {
	n := s.Last - s.First
	r.ptr, r.scene.words = r.ptr[:0], r.scene.words[:0]
	border := &r.cache.entries[0]
	push := func(e *entry) {
		r.ptr = append(r.ptr, e)
		r.scene.words = append(r.scene.words, &e.word)
	}
	for range Reach {
		push(border)
	}
	for _, id := range r.ids[s.First:s.Last] {
		push(&r.cache.entries[id])
	}
	for range Reach {
		push(border)
	}
	r.scene.shout = shouts(r.scene.words)
	r.scene.places = grow(r.scene.places, n)
	r.scene.survey()
	r.scene.seen = r.seen[s.First:s.Last]
	r.scene.listed = grow(r.scene.listed, n)
	phrases(&r.cache, r.scene.words[Reach:Reach+n], r.scene.listed)
}

// score sums the weights of a token, the i-th of the staged sentence.
func (r *room) score(m *Model, token, i int) {
	var sum lanes
	for d := 0; d <= 2*Reach; d++ {
		sum.add(&r.ptr[i+d].sums[d])
	}
	r.feats = r.scene.contextual(i, r.feats[:0])
	more := m.sum(r.feats)
	sum.add(&more)
	sum.unpack(&r.emit[token])
}

// grow gives s the length n.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
