package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// cand is a span that may name or mean an actor.
type cand struct {
	article.Span
	first, last int      // its tokens: Doc.Tokens[first:last]
	typ         NameType // of a name
	entry       int32    // of the dictionary, or -1
	form        Form
	weak        bool // the dictionary alone is no proof
	local       bool // bodies of other states have the name too
	part        bool // inside a compound: "US-" of "US-Präsident"
	name        bool // goes into Result.Names
	country     string
	base        string // a person's or body's name without its genitive
	actor       int    // the actor it belongs to, -1 while unknown
	where       bool   // says only where
	whose       bool   // says only whose office somebody holds, or where a body is at home
	drop        bool
}

// scan finds the dictionary's names, adjectives, peoples and metonyms, and
// those in hyphened compounds, in order of place.
func (d *dict) scan(doc *segment.Doc) []cand {
	var out []cand
	var buf []byte
	for s := range doc.Sentences {
		sent := &doc.Sentences[s]
		for i := sent.First; i < sent.Last; {
			t := doc.Tokens[i]
			if t.Class == segment.Punct {
				i++
				continue
			}
			w := t.Of(doc.Text)
			if n := d.longest[w]; n > 0 {
				var c cand
				if c, buf = d.phrase(doc, i, sent.Last, n, buf); c.last > i {
					out = append(out, c)
					i = c.last
					continue
				}
			}
			if t.End < len(doc.Text) && doc.Text[t.End] == '$' {
				i++ // US$
				continue
			}
			if s, ok := d.word(w, t.Class); ok {
				out = append(out, d.cand(t.Span, i, i+1, s))
			} else if strings.IndexByte(w, '-') > 0 && t.Class != segment.Number {
				out = d.compound(t.Span, i, w, out)
			}
			i++
		}
	}
	return out
}

func (d *dict) cand(span article.Span, first, last int, s sense) cand {
	if s.entry < 0 {
		return cand{Span: span, first: first, last: last, typ: PER, entry: -1, form: ByName, base: s.base, name: true, actor: -1}
	}
	return cand{Span: span, first: first, last: last, typ: d.entries[s.entry].typ, entry: s.entry, form: s.form,
		base: s.base, weak: s.weak, local: s.local, name: s.form != ByAdjective, actor: -1}
}

// phrase looks for the longest form of several words that begins at token i
// and has at most n bytes.
func (d *dict) phrase(doc *segment.Doc, i, end, n int, buf []byte) (cand, []byte) {
	buf = append(buf[:0], doc.Word(i)...)
	best := cand{}
	for j := i + 1; j < end; j++ {
		t := doc.Tokens[j]
		if t.Start > doc.Tokens[j-1].End {
			buf = append(buf, ' ')
		}
		if len(buf)+t.Len() > n {
			break
		}
		buf = append(buf, t.Of(doc.Text)...)
		if s, ok := d.forms[string(buf)]; ok {
			best = d.cand(article.Span{Start: doc.Tokens[i].Start, End: t.End}, i, j+1, s)
		}
	}
	return best, buf
}

// word looks up one word: as it stands, as an adjective that opens a sentence,
// or in a line of capitals.
func (d *dict) word(w string, c segment.Class) (sense, bool) {
	if s, ok := d.forms[w]; ok {
		return s, true
	}
	switch c {
	case segment.Upper:
		if s, ok := d.forms[lowerFirst(w)]; ok && s.form == ByAdjective {
			return s, true
		}
	case segment.Caps:
		if len(w) < 3 {
			return sense{}, false
		}
		s, ok := d.forms[titled(w)]
		return s, ok && !s.weak
	}
	return sense{}, false
}

// compound finds the actors in a word with hyphens: "US-Präsident",
// "deutsch-französisch", "Israel-Hamas-Krieg", "Houthi-held". The last part
// alone is the compound's own head ("Süd-Libanon") and means nobody, unless it
// is an adjective.
func (d *dict) compound(span article.Span, token int, w string, out []cand) []cand {
	found := false
	for from := 0; from < len(w); {
		to, s := d.longestPart(w, from)
		if to < 0 {
			next := strings.IndexByte(w[from:], '-')
			if next < 0 {
				break
			}
			from += next + 1
			continue
		}
		if to < len(w) || found || s.form == ByAdjective {
			c := d.cand(article.Span{Start: span.Start + from, End: span.Start + to}, token, token+1, s)
			c.form, c.part, c.name = ByAdjective, true, false
			if to < len(w) {
				c.End++ // with its hyphen
			}
			if !s.weak {
				out = append(out, c)
				found = true
			}
		}
		from = to + 1
	}
	return out
}

// longestPart is the end of the longest run of whole parts from from on that
// the dictionary knows, shorter than the word; -1 if there is none.
func (d *dict) longestPart(w string, from int) (int, sense) {
	for to := len(w); to > from; to = from + max(strings.LastIndexByte(w[from:to], '-'), 0) {
		if s, ok := d.forms[w[from:to]]; ok && s.entry >= 0 && !(from == 0 && to == len(w)) {
			return to, s
		}
	}
	return -1, sense{}
}

func lowerFirst(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToLower(r)) + w[n:]
}

// titled is a word of capitals with only its first letters large.
func titled(w string) string {
	var b strings.Builder
	first := true
	for _, r := range w {
		if first {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		first = !unicode.IsLetter(r)
	}
	return b.String()
}
