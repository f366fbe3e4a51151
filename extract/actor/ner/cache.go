package ner

import "strings"

// entry is a word with the sums of the weights of its features, by distance.
type entry struct {
	text string
	hash uint64
	word word
	sums [2*Reach + 1]lanes
}

// maxCached bounds the words that a cache keeps.
const maxCached = 1 << 16

// cache remembers words, so that a word that comes again costs one look-up.
// Entry 0 is the border of a sentence. It forgets all when it is full, which
// changes the time of an answer, not the answer.
type cache struct {
	*Model
	slots    []int32
	entries  []entry
	features [2*Reach + 1][]uint64
	numbers  spellings
}

func (c *cache) reset(m *Model) {
	c.Model = m
	c.slots = make([]int32, 2*maxCached)
	c.entries = c.entries[:0]
	c.numbers = spellings{}
	c.add(m, "", hashString(""))
}

// find gives the index of a word. An index holds until reset.
func (c *cache) find(m *Model, w string) int32 {
	h := hashString(w)
	for i := uint32(h >> 32); ; i++ {
		i &= uint32(len(c.slots) - 1)
		k := c.slots[i]
		if k == 0 {
			if len(c.slots) < 2*len(c.entries)+2 {
				c.widen()
				return c.find(m, w)
			}
			c.slots[i] = int32(len(c.entries))
			return c.add(m, strings.Clone(w), h)
		}
		if e := &c.entries[k]; e.hash == h && e.text == w {
			return k
		}
	}
}

// widen doubles the slots, for documents of very many words.
func (c *cache) widen() {
	c.slots = make([]int32, 2*len(c.slots))
	for k := 1; k < len(c.entries); k++ {
		i := uint32(c.entries[k].hash >> 32)
		for i &= uint32(len(c.slots) - 1); c.slots[i] != 0; i = (i + 1) & uint32(len(c.slots)-1) {
		}
		c.slots[i] = int32(k)
	}
}

func (c *cache) add(m *Model, w string, h uint64) int32 {
	e := entry{text: w, hash: h, word: describe(m, w, &c.features)}
	e.word.spelling = c.numbers.of(e.word.low)
	for d := range c.features {
		e.sums[d] = m.sum(c.features[d])
	}
	c.entries = append(c.entries, e)
	return int32(len(c.entries) - 1)
}
