package actor

import (
	"strings"
	"unicode"

	"fasti/extract/segment"
)

// abbreviations takes a word of capitals for a body's name that stands in
// brackets behind the name that it shortens ("Forum Wald (FWA)"), and one
// anywhere behind it whose letters begin its words ("United Cabin Workers …
// UCW"), whatever the engine made of it.
func (a *analysis) abbreviations() {
	var long []int
	for i := range a.cands {
		if c := &a.cands[i]; c.name && !c.drop && c.typ == ORG && c.last-c.first > 1 {
			long = append(long, i)
		}
	}
	if len(long) == 0 {
		return
	}
	ix := a.index()
	n := len(a.cands)
	a.bracketed(ix)
	for i, t := range a.doc.Tokens {
		if t.Class != segment.Caps || t.Len() < 2 || t.Len() > 8 || !a.shortens(i, long, ix) {
			continue
		}
		switch at := ix.starts[i]; {
		case at >= 0 && !a.cands[at].drop && a.cands[at].last == i+1 && a.cands[at].entry < 0:
			a.cands[at].typ, a.cands[at].name = ORG, true
		case at < 0 && !a.covered(i):
			a.cands = append(a.cands, cand{Span: t.Span, first: i, last: i + 1, typ: ORG, entry: -1, form: ByName, name: true, actor: -1})
		}
	}
	if len(a.cands) > n {
		a.sortCands()
	}
}

// bracketed widens a body's name to the left to the words that the letters in
// brackets behind it begin: "Tornado and Gale Society (TGS)".
func (a *analysis) bracketed(ix index) {
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.drop || c.typ != ORG || c.entry >= 0 || c.last+2 >= len(a.doc.Tokens) || a.doc.Word(c.last) != "(" || a.doc.Tokens[c.last+1].Class != segment.Caps {
			continue
		}
		short := a.doc.Word(c.last + 1)
		if initials(a.joined(c.first, c.last), short) {
			continue
		}
		floor := max(a.doc.Sentences[max(a.doc.SentenceAt(c.Start), 0)].First, c.first-6)
		for first := c.first - 1; first >= floor && a.doc.Tokens[first].Class != segment.Punct; first-- {
			if a.doc.Tokens[first].Class != segment.Upper || !initials(a.joined(first, c.last), short) {
				continue
			}
			for k := first; k < c.first; k++ {
				if at := ix.starts[k]; at >= 0 {
					a.cands[at].drop = true
				}
			}
			c.first, c.Start = first, a.doc.Tokens[first].Start
			break
		}
	}
}

// shortens tells whether the word at a token is short for one of the names.
func (a *analysis) shortens(i int, long []int, ix index) bool {
	w := a.doc.Word(i)
	if i > 1 && a.doc.Word(i-1) == "(" {
		if at := ix.ends[i-1]; at >= 0 && a.cands[at].name && a.cands[at].typ == ORG {
			name := a.joined(a.cands[at].first, a.cands[at].last)
			return initials(name, w) || lettersOf(name, w)
		}
	}
	found := 0
	for _, k := range long {
		if c := &a.cands[k]; c.last <= i && len(w) > 2 && initials(a.joined(c.first, c.last), w) {
			found++
		}
	}
	return found > 0
}

// lettersOf tells whether the letters of an abbreviation stand in the name in
// their order, the first at its beginning: "FJR" of "Forum Jagdrecht".
func lettersOf(name, short string) bool {
	rest := []rune(strings.ToLower(short))
	if len(rest) < 2 || len(rest) > 6 {
		return false
	}
	for i, r := range strings.ToLower(name) {
		if i == 0 && r != rest[0] {
			return false
		}
		if len(rest) > 0 && r == rest[0] && unicode.IsLetter(r) {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
