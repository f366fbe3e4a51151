package actor

import (
	"strings"

	"fasti/extract/segment"
)

// apposed takes a lone name for a body's that stands somewhere right behind the
// noun for it ("the company Tarvex"). A person who is named in full elsewhere
// stays one.
func (a *analysis) apposed() {
	body := map[string]bool{}
	for i := range a.cands {
		if c := &a.cands[i]; a.mayBeBody(c) {
			body[c.base] = false
		}
	}
	if len(body) == 0 {
		return
	}
	var buf [64]byte
	for i := 1; i < len(a.doc.Tokens); i++ {
		w := a.doc.Word(i)
		if told, lone := body[w]; told || !lone {
			continue
		}
		if a.calledBody(i+1, buf[:]) {
			body[w] = true
			continue
		}
		noun, last, cut := a.words.bodies.at(a.doc, i-1, i, false, buf[:])
		body[w] = last == i && cut == 0 && names(noun.class) || a.words.is(a.doc.Word(i-1), "rival") && !a.surnamed(w)
	}
	for i := range a.cands {
		if c := &a.cands[i]; body[c.base] && a.mayBeBody(c) {
			c.typ = ORG
		}
	}
	a.called = body
}

// mayBeBody tells whether a name that reads as a person's, of one word, could
// be another's.
func (a *analysis) mayBeBody(c *cand) bool {
	if !c.name || c.drop || c.typ != PER || c.entry >= 0 || c.last != c.first+1 {
		return false
	}
	_, given := a.words.given[c.base]
	return !given
}

// calledBody tells whether token i begins what says of the name before it that
// it is a body: ", a cybersecurity firm".
func (a *analysis) calledBody(i int, buf []byte) bool {
	if i+2 >= len(a.doc.Tokens) || a.doc.Word(i) != "," || !a.words.is(a.doc.Word(i+1), "a") {
		return false
	}
	for j := i + 2; j < len(a.doc.Tokens) && j < i+6 && a.doc.Tokens[j].Class != segment.Punct; j++ {
		if noun, last, _ := a.words.bodies.at(a.doc, j, j+1, false, buf); last > 0 {
			return names(noun.class)
		}
	}
	return false
}

// surnamed tells whether a person of the article is named in full with that
// surname.
func (a *analysis) surnamed(w string) bool {
	for i := range a.cands {
		if c := &a.cands[i]; c.name && !c.drop && c.typ == PER && strings.HasSuffix(c.base, " "+w) {
			return true
		}
	}
	return false
}

// names tells whether nouns of a class stand before the name of what they are.
func names(class string) bool {
	switch class {
	case "company", "club", "artists", "association", "group", "union", "fighters":
		return true
	}
	return false
}
