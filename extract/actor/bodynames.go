package actor

// bodyNames takes a name behind a noun for a company, club or union for the
// body's own, though it looks like a person's: a lone word behind a compound
// ("der Autozulieferer Brose"; for others see apposed), and any where the
// phrase opens its sentence, since nobody else can stand there ("Die Bank
// Julius Bär ernannte …"). What the engine takes for a person's name and is a
// noun for a body is none.
func (a *analysis) bodyNames() {
	if len(a.hits) == 0 {
		return
	}
	ix := a.index()
	for i := range a.hits {
		h := &a.hits[i]
		if at := ix.starts[h.first]; at >= 0 && a.cands[at].last == h.last && a.cands[at].entry < 0 && a.cands[at].typ == PER && h.class != "people" {
			a.cands[at].drop = true
			continue
		}
		switch h.class {
		case "company", "club", "union", "association", "party", "none":
		default:
			continue
		}
		at := ix.starts[h.last]
		if at < 0 || !a.cands[at].name || a.cands[at].entry >= 0 || a.cands[at].typ != PER || a.cands[at].first != h.last {
			continue
		}
		c := &a.cands[at]
		first := a.doc.Sentences[h.sentence].First
		opens := h.first == first || h.first == first+1 && a.words.is(lowered(a.doc.Word(first)), "the")
		if h.cut > 0 && c.last-c.first == 1 && !a.givenOnly(c) || opens && !a.genitiveFree() {
			c.typ = ORG
		}
	}
}

// givenOnly tells whether a lone word is a given name.
func (a *analysis) givenOnly(c *cand) bool {
	_, given := a.words.given[a.doc.Word(c.first)]
	return given
}
