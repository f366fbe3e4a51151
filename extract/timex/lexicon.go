package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon holds the word forms of a language with what each may mean.
type lexicon struct {
	classes *byteClasses
	clitic  byte   // the letter that, alone behind an apostrophe, is an ending; 0: none
	slots   []slot // open addressing; length a power of two
	entries []entry
	index   map[string]int32 // folded form -> entry; for compiling only
}

type slot struct {
	hash  uint32
	entry int32
}

// entry is one word form, folded to small letters.
type entry struct {
	form     string
	readings []reading
	phrases  []phrase // longer expressions that begin with this word
	roles    role     // what the engine may ask of it
	classes  classSet // of all readings and phrases
	verbal   bool     // some phrase that it begins is a verb form: "was to"
	roots    []int32  // edges of the trie's root that this word can take
}

// reading is one meaning of a form.
type reading struct {
	class   classID
	capital bool  // only where the text has a capital
	row     int32 // line in the words table; negative: in the compounds table
	set     []assign
}

// assign gives a field a value.
type assign struct {
	field field
	value int32
}

// phrase is an expression of several items; the first is the entry itself.
type phrase struct {
	rest    []phraseItem
	reading reading
}

// phraseItem is a word (by entry), a number or a mark.
type phraseItem struct {
	word  int32
	num   int32
	mark  byte
	glued bool
}

func newLexicon() *lexicon {
	return &lexicon{classes: newByteClasses(), entries: make([]entry, 1), index: map[string]int32{}}
}

// intern gives the entry of a folded form, new if need be.
func (lx *lexicon) intern(form string) int32 {
	form = fold(form)
	if i, ok := lx.index[form]; ok {
		return i
	}
	i := int32(len(lx.entries))
	lx.entries = append(lx.entries, entry{form: form})
	lx.index[form] = i
	return i
}

// add records a reading of a form, which may be several words.
func (lx *lexicon) add(form string, r reading) {
	first, _ := utf8.DecodeRuneInString(form)
	r.capital = unicode.IsUpper(first)
	items := lx.scanForm(form)
	if len(items) == 0 {
		return
	}
	head := lx.intern(form[items[0].start:items[0].end])
	if len(items) == 1 {
		e := &lx.entries[head]
		for _, old := range e.readings {
			if old.class == r.class && same(old.set, r.set) && (old.capital == r.capital || !old.capital) {
				return
			}
		}
		e.readings = append(e.readings, r)
		return
	}
	p := phrase{reading: r}
	for _, it := range items[1:] {
		pi := phraseItem{glued: it.flags&glued != 0, num: -1}
		switch it.kind {
		case wordItem:
			pi.word = lx.intern(form[it.start:it.end])
		case numberItem:
			pi.num = it.num
		case markItem:
			pi.mark = it.mark
		}
		p.rest = append(p.rest, pi)
	}
	lx.entries[head].phrases = append(lx.entries[head].phrases, p)
}

// scanForm cuts a form as the text will be cut, where letters follow an
// apostrophe: "l'" is one item.
func (lx *lexicon) scanForm(form string) []item {
	if !strings.HasSuffix(form, "'") || len(form) < 2 {
		return lx.scan(nil, form, 0, len(form))
	}
	items := lx.scan(nil, form+"x", 0, len(form)+1)
	return items[:len(items)-1]
}

func same(a, b []assign) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// seal builds the hash table.
func (lx *lexicon) seal() {
	n := 64
	for n < 3*len(lx.entries) {
		n *= 2
	}
	lx.slots = make([]slot, n)
	for i := 1; i < len(lx.entries); i++ {
		h := uint32(hashSeed)
		for _, b := range []byte(lx.entries[i].form) {
			h = (h ^ uint32(b)) * hashPrime
		}
		j := int(h) & (n - 1)
		for lx.slots[j].entry != 0 {
			j = (j + 1) & (n - 1)
		}
		lx.slots[j] = slot{h, int32(i)}
	}
}

// find looks a form up by its folded hash.
func (lx *lexicon) find(h uint32, form string) int32 {
	if len(lx.slots) == 0 {
		return 0
	}
	mask := len(lx.slots) - 1
	for j := int(h) & mask; lx.slots[j].entry != 0; j = (j + 1) & mask {
		if s := lx.slots[j]; s.hash == h && sameFolded(lx.entries[s.entry].form, form) {
			return s.entry
		}
	}
	return 0
}

// sameFolded reports whether form folds to folded.
func sameFolded(folded, form string) bool {
	if len(folded) == len(form) {
		i := 0
		for ; i < len(form); i++ {
			a, b := folded[i], form[i]
			if a != b && (b >= 0x80 || a >= 0x80 || a != b|0x20) {
				break
			}
		}
		if i == len(form) {
			return true
		}
	}
	return fold(form) == folded
}

// fold gives the form under which the lexicon keeps a word: small letters,
// no soft hyphens, the plain apostrophe.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 0xad:
			return -1
		case 0x2019, 0x2018, 0x02bc:
			return '\''
		}
		return unicode.ToLower(r)
	}, s)
}

// length gives the number of items that the rest of a phrase takes at an
// item, or -1.
func (p *phrase) length(items []item, at int) int {
	if at+len(p.rest) > len(items) {
		return -1
	}
	for i, want := range p.rest {
		it := &items[at+i]
		if want.glued && it.flags&glued == 0 {
			return -1
		}
		switch {
		case want.word != 0:
			if it.kind != wordItem || it.word != want.word {
				return -1
			}
		case want.mark != 0:
			if it.kind != markItem || it.mark != want.mark {
				return -1
			}
		case it.kind != numberItem || it.num != want.num:
			return -1
		}
	}
	return len(p.rest)
}
