package actor

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// bodyWord is a noun for a body or group: "Gericht", "police".
type bodyWord struct {
	class  string // what takes it up, see the table
	ending string // of an adjective before it; "" where adjectives have none
	head   string // the table's first form
	state  bool   // every state has one
}

// rules tells whether the noun with its state's name is that state.
func (w bodyWord) rules() bool { return w.class == "government" || w.class == "authorities" }

// bodyWords are the nouns for bodies of a language by their forms.
type bodyWords struct {
	forms   map[string]bodyWord
	longest map[string]int      // first word -> words of the longest phrase
	ends    map[string]bodyWord // forms that end compounds, in small letters
	tails   map[string]bool     // last bytes of those
}

func readBodyWords(pack *lang.Pack) bodyWords {
	b := bodyWords{forms: map[string]bodyWord{}, longest: map[string]int{}, ends: map[string]bodyWord{}, tails: map[string]bool{}}
	s := read(pack, "bodywords")
	for _, r := range s.rows {
		w := bodyWord{class: s.cell(r, "class"), ending: s.cell(r, "ending"), state: s.cell(r, "of") == "state"}
		for _, form := range s.list(r, "word") {
			if end, ok := strings.CutPrefix(form, "-"); ok {
				x := w
				if y, ok := b.forms[upperFirst(end)]; ok {
					x.head = y.head
				}
				b.ends[end] = x
				b.tails[end[len(end)-tail:]] = true
				continue
			}
			if w.head == "" || !inflected(w.head, form) {
				w.head = form
			}
			if _, ok := b.forms[form]; ok {
				continue
			}
			b.forms[form] = w
			first, _, _ := strings.Cut(form, " ")
			b.longest[first] = max(b.longest[first], strings.Count(form, " ")+1)
		}
	}
	return b
}

// inflected tells whether a form is the head with an ending.
func inflected(head, form string) bool {
	return strings.HasPrefix(form, strings.TrimSuffix(head, "e")) && len(form)-len(head) <= 3
}

// at finds the longest noun at token i, or the one that ends its compound; cut
// is where that begins inside the token, 0 for a whole word.
func (b *bodyWords) at(doc *segment.Doc, i, end int, opens bool, buf []byte) (x bodyWord, last, cut int) {
	t := doc.Tokens[i]
	w := t.Of(doc.Text)
	k := b.longest[w]
	if k == 0 && t.Class == segment.Upper {
		if low := lowered(w); b.longest[low] > 0 && (opens || b.longest[low] > 1) {
			w, k = low, b.longest[low]
		}
	}
	if k > 0 {
		if b.forms[w].class == "false" {
			return bodyWord{}, 0, 0
		}
		if y, ok := b.forms[w]; ok && (opens || w == t.Of(doc.Text)) {
			x, last = y, i+1
		}
		buf = append(buf[:0], w...)
		for j := i + 1; j < end && j < i+k; j++ {
			if doc.Tokens[j].Start > doc.Tokens[j-1].End {
				buf = append(buf, ' ')
			}
			buf = append(buf, lowered(doc.Word(j))...)
			if y, ok := b.forms[string(buf)]; ok {
				x, last = y, j+1
			}
		}
		if last > 0 {
			return x, last, 0
		}
	}
	if t.Class == segment.Lower || t.Class == segment.Number {
		return x, 0, 0
	}
	return b.compound(w, i)
}

// compound finds the longest noun at the end of a word, or the whole last part
// of a word with hyphens.
func (b *bodyWords) compound(w string, i int) (bodyWord, int, int) {
	if cut := strings.LastIndexByte(w, '-') + 1; cut > 1 {
		if y, ok := b.forms[w[cut:]]; ok {
			return y, i + 1, cut
		}
	}
	if len(w) < tail+3 || !b.tails[w[len(w)-tail:]] {
		return bodyWord{}, 0, 0
	}
	for cut := 2; cut <= len(w)-tail; cut++ {
		if !utf8.RuneStart(w[cut]) {
			continue
		}
		if y, ok := b.ends[w[cut:]]; ok {
			return y, i + 1, cut
		}
	}
	return bodyWord{}, 0, 0
}

// bodyHit is a noun for a body where it stands.
type bodyHit struct {
	bodyWord
	first, last int // its tokens
	cut         int // where it begins inside the token, in a compound
	sentence    int
	done        bool // it belongs to a name or institution
}

// bodyHits finds all nouns for bodies, in order of place.
func (a *analysis) bodyHits() []bodyHit {
	var out []bodyHit
	var buf [64]byte
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; {
			if a.doc.Tokens[i].Class == segment.Punct || a.doc.Tokens[i].Class == segment.Number {
				i++
				continue
			}
			w, last, cut := a.words.bodies.at(a.doc, i, sent.Last, i == sent.First || a.words.is(a.doc.Word(i-1), "genitive") || a.ofState(i-1), buf[:])
			if last == 0 {
				i++
				continue
			}
			out = append(out, bodyHit{bodyWord: w, first: i, last: last, cut: cut, sentence: s})
			i = last
		}
	}
	return out
}

// ofState tells whether a token is the adjective of a state.
func (a *analysis) ofState(i int) bool {
	if c := a.doc.Tokens[i].Class; c != segment.Upper && c != segment.Caps {
		return false
	}
	s, ok := a.dict.forms[a.doc.Word(i)]
	return ok && s.form == ByAdjective
}

// headOf is the noun as its actor is called: with the front of its compound,
// in the first form of the table.
func (a *analysis) headOf(h *bodyHit) string {
	if h.cut == 0 {
		return h.head
	}
	front := a.doc.Word(h.first)[:h.cut]
	if strings.HasSuffix(front, "-") {
		return front + h.head
	}
	return front + lowerFirst(h.head)
}
