package ner

import (
	"math/bits"
	"strings"
)

// Model is a trained tagger's knowledge: weights of features, transitions,
// lists of names, classes of words. It does not change once it is read, and
// serves any number of goroutines.
type Model struct {
	Endings []string    // of the genitive, in small letters: "s"
	Folds   [][2]string // ending of an inflected adjective, and what it becomes
	Plurals []string    // endings of inflected nouns
	Trans   Transitions

	filter  []uint64 // a bit for each feature, found without leaving the near memory
	buckets []bucket
	bits    int // of the number of buckets

	lists   table
	classes table
}

// table maps the upper 32 bits of hashes to numbers, by open addressing.
type table struct {
	keys   []uint32
	values []uint32
	bits   int
}

// slotBits is the size of a table for n entries: at most two thirds full.
func slotBits(n int) int { return max(4, bits.Len(uint(n+n/2))) }

func newTable(n int) table {
	b := slotBits(n)
	return table{make([]uint32, 1<<b), make([]uint32, 1<<b), b}
}

func (t *table) put(key, value uint32) {
	for i := key >> (32 - t.bits); ; i++ {
		i &= uint32(len(t.keys) - 1)
		if t.keys[i] == 0 {
			t.keys[i], t.values[i] = key, value
			return
		}
	}
}

func (t *table) get(key uint32) uint32 {
	for i := key >> (32 - t.bits); ; i++ {
		i &= uint32(len(t.keys) - 1)
		if t.keys[i] == key {
			return t.values[i]
		}
		if t.keys[i] == 0 {
			return 0
		}
	}
}

// Key is the part of a hash that models keep; it is never 0.
func Key(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// filterBits is the size of the filter: 256 KiB.
const filterBits = 21

// bitOf gives a feature's bit in the filter.
func bitOf(key uint32) uint32 { return key * 0x9e3779b1 >> (32 - filterBits) }

// bucket holds up to three features with their weights in one line of a
// processor's cache, so that a look-up costs one.
type bucket struct {
	keys    [bucketSize]uint32 // 0: free
	_       uint32
	weights [bucketSize]row
}

const bucketSize = 3

// row is the weights of a feature, each plus 128 in a byte: label 1 in the
// lowest byte of the first word.
type row [2]uint64

// makeRow packs weights.
func makeRow(weights *[16]int8) (r row) {
	for k, v := range weights {
		r[k/8] |= uint64(int(v)+rowBias) << (8 * (k % 8))
	}
	return r
}

// bucketBits is the size of a table of buckets for n features, at most seven
// eighths full.
func bucketBits(n int) int { return max(4, bits.Len(uint(8*n/(7*bucketSize)))) }

// room makes room for n features.
func (m *Model) room(n int) {
	m.bits = bucketBits(n)
	m.buckets, m.filter = make([]bucket, 1<<m.bits), make([]uint64, 1<<(filterBits-6))
}

// enter puts a feature into the table: into the bucket of its key, or, if that
// is full, into the next one that is not.
func (m *Model) enter(key uint32, r row) {
	p := bitOf(key)
	m.filter[p>>6] |= 1 << (p & 63)
	for i := key >> (32 - m.bits); ; i++ {
		b := &m.buckets[i&uint32(len(m.buckets)-1)]
		for k := range b.keys {
			if b.keys[k] == 0 {
				b.keys[k], b.weights[k] = key, r
				return
			}
		}
	}
}

// find gives the weights of a feature, or nil.
func (m *Model) find(key uint32) *row {
	for i := key >> (32 - m.bits); ; i++ {
		b := &m.buckets[i&uint32(len(m.buckets)-1)]
		for k := range b.keys {
			if b.keys[k] == key {
				return &b.weights[k]
			}
		}
		if b.keys[bucketSize-1] == 0 {
			return nil
		}
	}
}

// sum adds up the weights of features. Most features of rare words are not in
// the model: the filter says so without a look at the table. features is used
// up.
func (m *Model) sum(features []uint64) lanes {
	n := 0
	for _, f := range features {
		key := Key(f)
		features[n] = uint64(key)
		p := bitOf(key)
		n += int(m.filter[p>>6] >> (p & 63) & 1)
	}
	var s lanes
	found := 0
	for _, f := range features[:n] {
		if r := m.find(uint32(f)); r != nil {
			s.addRow(r)
			found++
		}
	}
	s.unbias(found)
	return s
}

// Lists, Class, Bare and Fold make a model the Lexicon of its features.
func (m *Model) Lists(hash uint64) uint32 { return m.lists.get(Key(hash)) }

// The classes of words, by what running text and the list of common nouns
// tell of them.
const (
	ClassLower  = 1 << iota // it is written in small letters
	ClassNoun               // a common noun
	ClassSite               // a common noun that names of places and bodies end in: "Straße", "Universität"
	classHead               // its last part is a common noun
	ClassPerson             // a common noun for a person: "minister"
	ClassBody               // for a body: "company"
	ClassPlace              // for a place: "village"
)

// classKinds are the classes that tell what a noun stands for.
const classKinds = ClassPerson | ClassBody | ClassPlace

// Class is part of Lexicon: the first number is what is known of the word,
// the second how much of it is a known end.
func (m *Model) Class(low string, ends []int) [2]uint16 {
	known := m.classes.get(Key(hashString(low)))
	if known == 0 {
		known = m.noun(low)
	}
	n := len(ends) - 1
	for at := 2; known == 0 && n-at >= 4; at++ {
		if head := m.noun(low[ends[at]:]); head != 0 {
			return [2]uint16{uint16(head) | classHead, uint16(min(n-at, 8))}
		}
	}
	return [2]uint16{uint16(known) | 1<<8, 0}
}

// noun gives the class of a common noun, inflected or not, or 0.
func (m *Model) noun(low string) uint32 {
	const nouns = ClassNoun | ClassSite | classKinds
	if c := m.classes.get(Key(hashString(low))) & nouns; c != 0 {
		return c
	}
	for _, e := range m.Plurals {
		if len(low) > len(e)+3 && strings.HasSuffix(low, e) {
			if c := m.classes.get(Key(hashString(low[:len(low)-len(e)]))) & nouns; c != 0 {
				return c
			}
		}
	}
	return 0
}

// Bare is part of Lexicon.
func (m *Model) Bare(low string) string {
	for _, e := range m.Endings {
		if len(low) > len(e)+2 && strings.HasSuffix(low, e) {
			return low[:len(low)-len(e)]
		}
	}
	return low
}

// Fold is part of Lexicon.
func (m *Model) Fold(low string) string {
	for _, f := range m.Folds {
		if len(low) > len(f[0])+1 && strings.HasSuffix(low, f[0]) {
			return low[:len(low)-len(f[0])] + f[1]
		}
	}
	return low
}
