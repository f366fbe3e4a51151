package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// noun is a word for people by their office or by what they do.
type noun struct {
	head    string   // the word of the table, lower case
	offices []string // ids, the likeliest first; none for a plain role
	of      []string // owners that it fits; empty: any
	implied []string // owners that it means by itself
	gender  byte     // m, f or u
	plural  bool     // a form that only stands for several
	either  bool     // one form for women and men
}

// nouns are the nouns of a language by their forms in small letters.
type nouns struct {
	forms   map[string]noun
	longest map[string]int  // first word -> words of the longest phrase
	tails   map[string]bool // last bytes of the words that may end a compound
}

const tail = 3 // bytes of a compound's end that are looked at first

func newNouns(pack *lang.Pack, e endings) (*nouns, error) {
	n := &nouns{forms: map[string]noun{}, longest: map[string]int{}, tails: map[string]bool{}}
	for _, table := range []string{"offices", "roles"} {
		s := read(pack, table)
		for _, r := range s.rows {
			g, err := gender(s, r)
			if err != nil {
				return nil, err
			}
			word := s.cell(r, "word")
			x := noun{head: strings.ToLower(strings.TrimSuffix(word, "~")), offices: s.list(r, "office"), gender: g}
			for _, o := range s.list(r, "of") {
				if implied, ok := strings.CutPrefix(o, "="); ok {
					x.implied = append(x.implied, implied)
					o = implied
				}
				x.of = append(x.of, o)
			}
			n.add(e, word, x)
		}
	}
	return n, nil
}

// add enters the forms of a noun; those of a woman or of several say so.
func (n *nouns) add(e endings, word string, x noun) {
	x.either = strings.HasSuffix(word, "~")
	for i, f := range e.of("noun", word) {
		y := x
		f, y.plural = strings.CutSuffix(f, "*")
		low := strings.ToLower(f)
		if i > 0 && e.feminine(x.head, low) {
			y.gender = 'f'
		}
		if _, ok := n.forms[low]; ok {
			continue
		}
		n.forms[low] = y
		first := low
		if i := strings.IndexByte(low, ' '); i > 0 {
			first = low[:i]
		}
		n.longest[first] = max(n.longest[first], strings.Count(low, " ")+1)
		if len(low) >= tail {
			n.tails[low[len(low)-tail:]] = true
		}
	}
}

// feminine tells whether a form is the table's word with an ending for women:
// it is longer by an ending of the table, a final e apart.
func (e endings) feminine(head, form string) bool {
	rest, ok := strings.CutPrefix(form, strings.TrimSuffix(head, "e"))
	return ok && slices.Contains(e.added("woman"), rest)
}

// at finds the longest noun phrase at token i, or a compound that ends with a
// noun. cut is where the noun begins inside token i, 0 for a whole word.
func (n *nouns) at(doc *segment.Doc, i, end int, buf []byte) (x noun, last, cut int) {
	t := doc.Tokens[i]
	w := t.Of(doc.Text)
	if t.Class == segment.Lower && n.longest[w] == 0 {
		return x, 0, 0 // most words of most texts
	}
	var room [48]byte
	low := appendLower(room[:0], w)
	if k := n.longest[string(low)]; k > 0 {
		buf = append(buf[:0], low...)
		if y, ok := n.forms[string(low)]; ok {
			x, last = y, i+1
		}
		for j := i + 1; j < end && j < i+k; j++ {
			buf = append(buf, ' ')
			buf = appendLower(buf, doc.Word(j))
			if y, ok := n.forms[string(buf)]; ok {
				x, last = y, j+1
			}
		}
		if last > 0 {
			return x, last, 0
		}
	}
	if t.Class == segment.Upper || t.Class == segment.Caps || t.Class == segment.Mixed {
		if y, cut := n.compound(low); cut > 0 {
			return y, i + 1, cut
		}
	}
	return x, 0, 0
}

// compound finds the longest noun at the end of a word.
func (n *nouns) compound(low []byte) (noun, int) {
	if len(low) < tail+2 || !n.tails[string(low[len(low)-tail:])] {
		return noun{}, 0
	}
	for cut := 2; cut <= len(low)-tail; cut++ {
		if !utf8.RuneStart(low[cut]) {
			continue
		}
		if y, ok := n.forms[string(low[cut:])]; ok {
			return y, cut
		}
	}
	return noun{}, 0
}

// appendLower appends the word in small letters.
func appendLower(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return append(b, strings.Map(unicode.ToLower, w[i:])...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// lowered is the word in small letters; it costs nothing where it is so.
func lowered(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.Map(unicode.ToLower, w)
		}
	}
	return w
}
