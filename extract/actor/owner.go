package actor

import (
	"strings"

	"fasti/extract/segment"
)

// compoundOwner reads the front of a compound: "US-" or "Ex-".
func (a *analysis) compoundOwner(p *phrase, cut int, parts map[int]int) {
	if c, ok := parts[p.noun]; ok && a.cands[c].entry >= 0 {
		p.owner = c
	} else if ok {
		p.body = a.cands[c].actor + 1 // Lindholm-Chef
	}
	front := strings.TrimRight(a.doc.Word(p.noun)[:cut], "-")
	if head, _, ok := strings.Cut(front, "-"); ok {
		front = head
	}
	p.former = a.words.is(front, "former")
}

// ownerBefore tells whether a candidate right before a noun owns the office:
// an adjective, a genitive, or in languages that put names before nouns the
// name itself.
func (a *analysis) ownerBefore(c *cand) bool {
	if c.entry < 0 || c.form == ByMetonym && !c.name {
		return false
	}
	e := &a.dict.entries[c.entry]
	if e.kind == Person || e.kind == Place && e.seat < 0 && e.country == "" {
		return false
	}
	if c.form == ByAdjective {
		return true
	}
	text := c.Of(a.doc.Text)
	return a.genitiveFree() || text != e.name && a.words.inGenitive(text)
}

// genitiveFree tells whether a name may stand before a noun as it is ("US
// president"): in languages whose genitive is a word of its own.
func (a *analysis) genitiveFree() bool {
	return a.words.smallNouns()
}

// ownerBehind looks for the owner behind the noun: "Premierminister Israels",
// "president of the United States", "minister of transport for Indonesia".
func (a *analysis) ownerBehind(p *phrase, ix index, sent *segment.Sentence) {
	links := 0
	for j := p.end; j < sent.Last && j < p.end+5; j++ {
		if at := ix.starts[j]; at >= 0 {
			c := &a.cands[at]
			if c.entry < 0 && links > 0 && c.name && c.typ == ORG && c.actor >= 0 && len(p.x.implied) == 0 {
				p.body, p.last = c.actor+1, c.last // Präsident des FC Aarau
				return
			}
			if c.entry < 0 || c.form == ByAdjective || a.dict.entries[c.entry].kind == Person {
				return
			}
			if a.genitiveFree() && c.last < sent.Last && a.doc.Tokens[c.last].Class == segment.Lower && a.words.is(a.doc.Word(c.last), "part") {
				return // of the US state of …
			}
			if links == 0 && !a.ownerBefore(c) || links == 0 && a.genitiveFree() {
				return
			}
			p.owner, p.last = int(at), c.last
			return
		}
		w := a.doc.Word(j)
		switch {
		case a.words.is(w, "link") || a.words.is(w, "the") && links > 0:
			links++
		case links > 0 && a.doc.Tokens[j].Class == segment.Lower && a.genitiveFree() && a.words.acts[w] == 0 && a.words.small[w] == "":
			// of transport
		default:
			return
		}
	}
}
