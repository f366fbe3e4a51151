package trees

import (
	"math"
	"path/filepath"
	"sort"
	"strings"

	"fasti/extract/syntax/model"
	"fasti/internal/train"
)

// classer puts words into classes so that each class foretells the next as
// well as it can: the exchange algorithm of Kneser and Ney, in fixed point so
// that every machine finds the same classes.
type classer struct {
	words   []string // by falling frequency; the first is the border of sentences
	count   []int64
	next    [][]link // of each word: what followed it, and how often
	prev    [][]link
	class   []int
	classes int
	unigram []int64
	bigram  []int64 // class after class
	table   []int64 // n log n for small n
	near    []int   // classes beside the word that is moved
}

type link struct {
	word int
	n    int64
}

// entropy is n log2 n in units of 2^-16.
func (c *classer) entropy(n int64) int64 {
	if n < int64(len(c.table)) {
		return c.table[n]
	}
	return entropy(n)
}

func entropy(n int64) int64 {
	if n <= 0 {
		return 0
	}
	return int64(math.Round(float64(n) * math.Log2(float64(n)) * 65536))
}

// normal is a word as the classes see it: in small letters, digits as 0.
func normal(w string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, strings.ToLower(w))
}

// wordClasses learns classes from sentences, for words that come least times or
// more.
func wordClasses(sentences [][]string, classes, least, rounds int) []model.Entry {
	c := &classer{classes: classes}
	count := map[string]int64{}
	for _, s := range sentences {
		for _, w := range s {
			count[normal(w)]++
		}
	}
	for w, n := range count {
		if n >= int64(least) {
			c.words = append(c.words, w)
		}
	}
	sort.Slice(c.words, func(i, j int) bool {
		a, b := c.words[i], c.words[j]
		if count[a] != count[b] {
			return count[a] > count[b]
		}
		return a < b
	})
	c.words = append([]string{"", "\x00"}, c.words...) // the border, and all rare words
	number := map[string]int{}
	for i, w := range c.words {
		number[w] = i
	}
	c.fill(sentences, number)
	for range rounds {
		if c.round() == 0 {
			break
		}
	}
	entries := map[uint32]uint32{}
	for i, w := range c.words {
		if i > 1 {
			entries[model.WordKey(w)] = uint32(c.class[i]) + 1
		}
	}
	return sorted(entries)
}

// fill counts which word follows which, and gives first classes by frequency.
func (c *classer) fill(sentences [][]string, number map[string]int) {
	n := len(c.words)
	follow := make([]map[int]int64, n)
	c.count, c.class = make([]int64, n), make([]int, n)
	step := func(a, b int) {
		if follow[a] == nil {
			follow[a] = map[int]int64{}
		}
		follow[a][b]++
		c.count[a]++
	}
	for _, s := range sentences {
		last := 0
		for _, w := range s {
			k, ok := number[normal(w)]
			if !ok {
				k = 1
			}
			step(last, k)
			last = k
		}
		step(last, 0)
	}
	c.next, c.prev = make([][]link, n), make([][]link, n)
	for a := range follow {
		var to []int
		for b := range follow[a] {
			to = append(to, b)
		}
		sort.Ints(to)
		for _, b := range to {
			c.next[a] = append(c.next[a], link{b, follow[a][b]})
			c.prev[b] = append(c.prev[b], link{a, follow[a][b]})
		}
	}
	for i := range c.class {
		c.class[i] = i % c.classes
	}
	c.unigram, c.bigram = make([]int64, c.classes), make([]int64, c.classes*c.classes)
	for a := range c.next {
		c.unigram[c.class[a]] += c.count[a]
		for _, l := range c.next[a] {
			c.bigram[c.class[a]*c.classes+c.class[l.word]] += l.n
		}
	}
	c.table = make([]int64, 1<<16)
	for i := range c.table {
		c.table[i] = entropy(int64(i))
	}
}

// round moves each word to the class where it foretells most, and tells how
// many moved.
func (c *classer) round() int {
	moved := 0
	right, left := make([]int64, c.classes), make([]int64, c.classes)
	for w := 2; w < len(c.words); w++ {
		clear(right)
		clear(left)
		self := int64(0)
		for _, l := range c.next[w] {
			if l.word == w {
				self = l.n
				continue
			}
			right[c.class[l.word]] += l.n
		}
		for _, l := range c.prev[w] {
			if l.word != w {
				left[c.class[l.word]] += l.n
			}
		}
		near := c.near[:0]
		for x := range c.classes {
			if right[x] > 0 || left[x] > 0 {
				near = append(near, x)
			}
		}
		c.near = near
		from := c.class[w]
		c.shift(w, from, right, left, self, -1)
		best, most := from, int64(math.MinInt64)
		for k := range c.classes {
			if g := c.gain(w, k, right, left, self); g > most {
				best, most = k, g
			}
		}
		c.shift(w, best, right, left, self, 1)
		if c.class[w] = best; best != from {
			moved++
		}
	}
	return moved
}

// shift adds a word to a class, or takes it out.
func (c *classer) shift(w, k int, right, left []int64, self, sign int64) {
	for x := range c.classes {
		c.bigram[k*c.classes+x] += sign * right[x]
		c.bigram[x*c.classes+k] += sign * left[x]
	}
	c.bigram[k*c.classes+k] += sign * self
	c.unigram[k] += sign * c.count[w]
}

// gain is how much better the classes foretell with the word in class k.
func (c *classer) gain(w, k int, right, left []int64, self int64) int64 {
	g := int64(0)
	add := func(at int, n int64) {
		b := c.bigram[at]
		g += c.entropy(b+n) - c.entropy(b)
	}
	for _, x := range c.near {
		if x == k {
			continue
		}
		if right[x] > 0 {
			add(k*c.classes+x, right[x])
		}
		if left[x] > 0 {
			add(x*c.classes+k, left[x])
		}
	}
	if n := right[k] + left[k] + self; n > 0 {
		add(k*c.classes+k, n)
	}
	return g - 2*(c.entropy(c.unigram[k]+c.count[w])-c.entropy(c.unigram[k]))
}

// texts reads running text for the classes: corpora of names, and the
// treebanks that are learned from. Sentences that are measured on are left out.
func (t *trainer) texts(data string, held map[string]bool) ([][]string, error) {
	var out [][]string
	for i := range t.all {
		out = append(out, t.all[i].words())
	}
	for _, f := range t.plan.Texts {
		c, err := train.ReadCorpus(filepath.Join(data, f))
		if err != nil {
			return nil, err
		}
		for _, d := range c.Documents {
			for _, s := range d {
				if !held[strings.Join(s.Tokens, " ")] {
					out = append(out, s.Tokens)
				}
			}
		}
	}
	return out, nil
}
