package ner

import "fasti/extract/segment"

// A name that a document has told once is easier to know the second time: a
// surname after the full name, a firm without its "AG". After the first pass
// every word of a name votes for the type it was seen in; where the same word
// stands elsewhere with a capital, the labels of that type gain, and those
// sentences are decoded again.

// ballot is what a document's first pass made of a word: how often it stood
// in a name of each type, and alone as one.
type ballot struct {
	in    [4]int32
	total int32
}

// memory is room for the ballots of a document, by the word without genitive.
type memory struct {
	rows  map[uint64]int32
	votes []ballot
}

func (m *memory) reset() {
	if m.rows == nil {
		m.rows = map[uint64]int32{}
	}
	clear(m.rows)
	m.votes = m.votes[:0]
}

// trust is what all the votes of a word are worth, in units of the weights,
// if they were trustMost or more.
const (
	trust     = 150
	trustMost = 3 // so many votes count in full
)

// collect counts the votes of the names of the first pass.
func (r *room) collect(names []Name) {
	r.memory.reset()
	for _, n := range names {
		for i := n.First; i < n.Last; i++ {
			w := &r.cache.entries[r.ids[i]].word
			if !telling(w) || n.Type == ORG && n.Last-n.First > 1 && i > n.First {
				continue // words inside the name of a body are often common ones
			}
			row, ok := r.memory.rows[w.bare]
			if !ok {
				row = int32(len(r.memory.votes))
				r.memory.rows[w.bare] = row
				r.memory.votes = append(r.memory.votes, ballot{})
			}
			r.memory.votes[row].in[n.Type]++
		}
	}
	if len(r.memory.votes) == 0 {
		return
	}
	for _, id := range r.ids {
		w := &r.cache.entries[id].word
		if telling(w) {
			if row, ok := r.memory.rows[w.bare]; ok {
				r.memory.votes[row].total++
			}
		}
	}
}

// telling tells whether a word can vote: it has a capital and is no initial.
func telling(w *word) bool {
	return w.size >= 3 && (w.caps == styleTitle || w.caps == styleCaps || w.caps == styleMixed)
}

// remind adds the votes of the other places of its words to a sentence's
// emissions, and tells whether there were any.
func (r *room) remind(s segment.Sentence) bool {
	changed := false
	for i := s.First; i < s.Last; i++ {
		w := &r.cache.entries[r.ids[i]].word
		if !telling(w) {
			continue
		}
		row, ok := r.memory.rows[w.bare]
		if !ok {
			continue
		}
		b := r.memory.votes[row]
		if b.total < 2 {
			continue
		}
		others := b.total - 1
		if l := r.labels[i]; l != Outside {
			t, _ := split(l)
			b.in[t] = max(0, b.in[t]-1)
		}
		for t, v := range b.in {
			if v == 0 {
				continue
			}
			gain := trust * min(v, trustMost) / max(others, trustMost)
			for place := 1; place <= 4; place++ {
				r.emit[i][4*t+place] += gain
			}
			changed = true
		}
	}
	return changed
}
