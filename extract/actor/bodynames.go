package actor

import (
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// bodyNames takes a name behind a noun for a company, club or union for the
// body's own, though it looks like a person's: a lone word behind a compound
// ("der Autozulieferer Brose"; for others see apposed), and any where the
// phrase opens its sentence, since nobody else can stand there ("Die Bank
// Julius Bär ernannte …"). What the engine takes for a person's name and is a
// noun for a body is none.
func (a *analysis) bodyNames() {
	ix := a.index()
	var more []cand
	for i := range a.hits {
		h := &a.hits[i]
		if at := ix.starts[h.first]; at >= 0 && a.cands[at].last == h.last && a.cands[at].entry < 0 && a.cands[at].typ == PER && h.class != "people" {
			a.cands[at].drop = true
			continue
		}
		switch h.class {
		case "group", "fighters":
			if c, ok := a.groupName(h, ix); ok {
				more = append(more, c)
				continue
			}
		case "company", "club", "artists", "union", "association", "party", "none":
		case "setting":
			if at := ix.starts[h.last]; at >= 0 && a.cands[at].name && a.cands[at].entry < 0 && a.cands[at].first == h.last && (a.cands[at].typ == LOC || a.mayBeBody(&a.cands[at])) {
				a.cands[at].typ = ORG // "the hospital St Mara"
			}
			continue
		default:
			continue
		}
		at := ix.starts[h.last]
		if at < 0 || !a.cands[at].name || a.cands[at].entry >= 0 || a.cands[at].first != h.last {
			continue
		}
		c := &a.cands[at]
		if c.typ == LOC && h.class != "none" {
			c.typ = ORG // "die Miliz Nordfront"
		}
		if c.typ != PER {
			continue
		}
		first := a.doc.Sentences[h.sentence].First
		opens := h.first == first || h.first == first+1 && a.words.is(lowered(a.doc.Word(first)), "the")
		if h.cut > 0 && c.last-c.first == 1 && !a.givenOnly(c) || opens && !a.genitiveFree() {
			c.typ = ORG
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; c.name && c.entry < 0 && c.typ != ORG && c.last-c.first > 1 && a.words.bodyEnds[a.doc.Word(c.last-1)] {
			c.typ = ORG // Kestrel Pharma
		}
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		a.sortCands()
	}
}

// groupName takes the capitalised words behind the noun for an armed group for
// its name, where the engine sees none: "the militant group Blue Dawn", "die Miliz
// Silberne Hand".
func (a *analysis) groupName(h *bodyHit, ix index) (cand, bool) {
	end := a.doc.Sentences[h.sentence].Last
	last := h.last
	for last < end && last < h.last+3 && a.doc.Tokens[last].Class == segment.Upper && ix.starts[last] < 0 && !a.words.days[a.doc.Word(last)] {
		if _, known := a.dict.forms[a.doc.Word(last)]; known {
			break
		}
		last++
	}
	n := last - h.last
	if n == 0 || last < end && ix.starts[last] >= 0 || !a.genitiveFree() && !(n == 2 && a.adjectival(h.last)) {
		return cand{}, false
	}
	return cand{Span: article.Span{Start: a.doc.Tokens[h.last].Start, End: a.doc.Tokens[last-1].End}, first: h.last, last: last,
		typ: ORG, entry: -1, form: ByName, name: true, actor: -1}, true
}

// adjectival tells whether a word has an adjective's ending.
func (a *analysis) adjectival(i int) bool {
	for _, end := range a.dict.endings.added("adj") {
		if w := a.doc.Word(i); end != "." && len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// givenOnly tells whether a lone word is a given name.
func (a *analysis) givenOnly(c *cand) bool {
	_, given := a.words.given[a.doc.Word(c.first)]
	return given
}
