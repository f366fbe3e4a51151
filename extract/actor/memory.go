package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// remember adds the article's own evidence: names that it has given in full
// and that the engine missed elsewhere, and the surnames of its people.
func (a *analysis) remember() {
	a.apposed()
	m := a.memory()
	if len(m.names) == 0 {
		return
	}
	a.retype(m)
	taken := make([]bool, len(a.doc.Tokens))
	for i := range a.cands {
		for t := a.cands[i].first; t < a.cands[i].last && !a.cands[i].part; t++ {
			taken[t] = true
		}
	}
	var more []cand
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			n := m.longest[a.key(i)]
			if n == 0 || taken[i] {
				continue
			}
			if c, ok := a.recall(m, i, min(sent.Last, i+n), taken); ok {
				more = append(more, c)
				i = c.last - 1
			}
		}
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		slices.SortStableFunc(a.cands, func(x, y cand) int { return x.Start - y.Start })
		for i := range a.cands {
			if c := &a.cands[i]; c.name && c.typ == PER && c.entry < 0 {
				first := c.first
				if a.widen(i); c.first < first {
					c.base = a.joined(c.first, first) + " " + c.base
				}
			}
		}
	}
}

// memory is what the article has named so far. A name stands under each form
// that its last word takes.
type memory struct {
	names   map[string]remembered
	longest map[string]int // first word -> tokens of the longest name
}

type remembered struct {
	typ  NameType
	base string
	full bool // a surname out of a full name
}

func (m *memory) add(e endings, words []string, t NameType, full bool) {
	n := len(words) - 1
	base := strings.Join(words, " ")
	if have, ok := m.names[base]; ok && (have.full || !full) {
		return
	}
	for _, last := range e.of("name", words[n]) {
		key := last
		if n > 0 {
			key = strings.Join(words[:n], " ") + " " + last
		}
		if have, ok := m.names[key]; ok && (have.full || !full) {
			continue
		}
		m.names[key] = remembered{typ: t, base: base, full: full}
		first, _, _ := strings.Cut(key, " ")
		m.longest[first] = max(m.longest[first], n+1)
	}
}

func (a *analysis) memory() memory {
	m := memory{names: map[string]remembered{}, longest: map[string]int{}}
	e, counts := a.dict.endings, a.typed()
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 || c.drop || c.typ == MISC {
			continue
		}
		words := strings.Fields(c.base)
		if c.typ == PER {
			words = a.words.parts(c.base)
		}
		switch {
		case c.typ == PER && len(words) > 1:
			m.add(e, words, PER, true)
			if last := a.surname(words); a.rememberable(strings.Join(last, " ")) {
				m.add(e, last, PER, true)
				if upper := upperFirst(last[0]); upper != last[0] {
					m.add(e, append([]string{upper}, last[1:]...), PER, true)
				}
				if w := last[len(last)-1]; len(last) > 1 && a.rememberable(w) {
					m.add(e, []string{w}, PER, true)
				}
				if w := a.words.bareNoun(last[len(last)-1]); w != "" {
					m.add(e, []string{w}, PER, true)
				}
			}
			if _, given := a.words.given[words[0]]; given && a.rememberable(words[0]) {
				m.add(e, words[:1], PER, true)
			}
		case c.typ == ORG && a.called[c.base] && a.rememberable(c.base):
			m.add(e, words, ORG, false)
		case c.typ == PER && a.rememberable(c.base) && a.introduced(c):
			m.add(e, words, PER, false)
		case c.typ == PER && a.rememberable(c.base) && len(counts[c.base]) == 1 && counts[c.base][PER] > 1:
			m.add(e, words, PER, false)
		case len(words) == 1 && !isAcronym(c.base) && counts[c.base][c.typ] > 1 && a.rememberable(c.base):
			m.add(e, words, c.typ, false)
		case len(words) > 1 || isAcronym(c.base):
			m.add(e, words, c.typ, false)
			if firm := a.firm(c.base); firm != c.base && a.rememberable(firm) {
				m.add(e, strings.Fields(firm), c.typ, true)
			}
		}
	}
	return m
}

// typed counts how often the engine gave each name without genitive which
// type.
func (a *analysis) typed() map[string]map[NameType]int {
	counts := map[string]map[NameType]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if c.base == "" || !c.name {
			continue
		}
		if counts[c.base] == nil {
			counts[c.base] = map[NameType]int{}
		}
		counts[c.base][c.typ]++
	}
	return counts
}

// surname is the last of a full name's words with the particles before it.
func (a *analysis) surname(words []string) []string {
	at := len(words) - 1
	for at > 1 && a.words.particle[lowered(words[at-1])] {
		at--
	}
	return words[at:]
}

// rememberable tells whether a word alone may be taken for a surname on the
// article's word: not short, and no word that the dictionaries know.
func (a *analysis) rememberable(w string) bool {
	s, known := a.dict.forms[w]
	return len(w) > 2 && (!known || s.weak && s.entry >= 0 && a.dict.entries[s.entry].typ == LOC) && !a.isCommon(w)
}

// isCommon tells whether the article uses the word in small letters too.
func (a *analysis) isCommon(w string) bool {
	low := lowerFirst(w)
	if low == w {
		return false
	}
	if a.small == nil {
		a.small = map[string]bool{}
		for i := range a.doc.Tokens {
			if a.doc.Tokens[i].Class == segment.Lower {
				a.small[a.doc.Word(i)] = true
			}
		}
	}
	return a.small[low]
}

// introduced tells whether a lone name has proof beside the engine's word: a
// title before it.
func (a *analysis) introduced(c *cand) bool {
	return c.first > 0 && a.isTitle(c.first-1)
}

func upperFirst(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

func isAcronym(w string) bool {
	if len(w) < 2 || len(w) > 8 {
		return false
	}
	for _, r := range w {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// key is the word of token i if it may begin a name.
func (a *analysis) key(i int) string {
	if c := a.doc.Tokens[i].Class; c == segment.Upper || c == segment.Caps || c == segment.Mixed || a.words.particle[a.doc.Word(i)] {
		w := a.doc.Word(i)
		if c == segment.Caps && len(w) > 3 && !isAcronym(w) {
			return titled(w)
		}
		return w
	}
	return ""
}

// recall takes the longest remembered name that begins at token i.
func (a *analysis) recall(m memory, i, end int, taken []bool) (cand, bool) {
	for last := end; last > i; last-- {
		if slices.Contains(taken[i:last], true) {
			continue
		}
		r, ok := m.names[a.joined(i, last)]
		if !ok && last == i+1 && a.doc.Tokens[i].Class == segment.Caps && a.doc.Tokens[i].Len() > 3 {
			r, ok = m.names[titled(a.doc.Word(i))]
		}
		if !ok {
			continue
		}
		return cand{Span: article.Span{Start: a.doc.Tokens[i].Start, End: a.doc.Tokens[last-1].End}, first: i, last: last,
			typ: r.typ, entry: -1, form: ByName, name: true, base: r.base, actor: -1}, true
	}
	return cand{}, false
}

// retype gives one type to a name: a surname that the article has given with
// its person's full name is that person's, a company's name without its legal
// form is the company's.
func (a *analysis) retype(m memory) {
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 {
			continue
		}
		if r, ok := m.names[c.base]; ok && r.full && r.typ != c.typ {
			c.typ, c.base = r.typ, r.base
		}
	}
}
