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

	slots   []uint64 // key and row of a feature, open addressing; 0: free
	filter  []uint64 // a bit for each feature, found without leaving the near memory
	bits    int
	weights [][16]int8

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

// place gives a feature's bit in the filter.
func place(key uint32) uint32 { return key * 0x9e3779b1 >> (32 - filterBits) }

// row gives the weights of a feature, or nil. Most features of rare words are
// not in the model: the filter says so without a look at the table.
func (m *Model) row(feature uint64) *[16]int8 {
	key := Key(feature)
	if p := place(key); m.filter[p>>6]&(1<<(p&63)) == 0 {
		return nil
	}
	mask := uint32(len(m.slots) - 1)
	for i := key >> (32 - m.bits); ; i++ {
		s := m.slots[i&mask]
		if uint32(s>>32) == key {
			return &m.weights[uint32(s)]
		}
		if s == 0 {
			return nil
		}
	}
}

// enter puts the i-th feature into the table.
func (m *Model) enter(key uint32, i int) {
	p := place(key)
	m.filter[p>>6] |= 1 << (p & 63)
	mask := uint32(len(m.slots) - 1)
	for s := key >> (32 - m.bits); ; s++ {
		if at := &m.slots[s&mask]; *at == 0 {
			*at = uint64(key)<<32 | uint64(i)
			return
		}
	}
}

// Lists, Class, Bare and Fold make a model the Lexicon of its features.
func (m *Model) Lists(hash uint64) uint32 { return m.lists.get(Key(hash)) }

// The classes of words, by what running text and the list of common nouns
// tell of them.
const (
	ClassLower = 1 << iota // it is written in small letters
	ClassNoun              // a common noun
	ClassSite              // a common noun that names of places and bodies end in: "Straße", "Universität"
	classHead              // its last part is a common noun
)

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
	if c := m.classes.get(Key(hashString(low))) & (ClassNoun | ClassSite); c != 0 {
		return c
	}
	for _, e := range m.Plurals {
		if len(low) > len(e)+3 && strings.HasSuffix(low, e) {
			if c := m.classes.get(Key(hashString(low[:len(low)-len(e)]))) & (ClassNoun | ClassSite); c != 0 {
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
