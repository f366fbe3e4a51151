package actor

import (
	"fasti/extract/article"
	"fasti/extract/segment"
)

// delegate lets the states act whose several office holders the phrase means:
// "die Außenminister von Armenien und Aserbaidschan", "the presidents of Kenya
// and Uganda", "deutsche und französische Minister".
func (a *analysis) delegate(p *phrase, ix index, sent *segment.Sentence) {
	if !p.x.plural {
		return
	}
	if p.owner >= 0 && a.cands[p.owner].first < p.noun {
		if len(p.x.offices) > 0 && a.cands[p.owner].form == ByAdjective {
			a.agents(p.owner, p.end, ix)
		}
		return
	}
	i := p.end
	for i < sent.Last && i < p.end+2 && (a.words.is(a.doc.Word(i), "link") || a.words.is(a.doc.Word(i), "the")) {
		i++
	}
	if len(p.x.offices) == 0 || i == p.end && a.genitiveFree() {
		return
	}
	a.actFor(p.noun, i, i == p.end, ix, sent)
}

// actFor lets the states act that are listed from token i on, by the people
// whose noun is at token noun: "mediators from Uruguay and Panama". A state right
// behind the noun must be a genitive.
func (a *analysis) actFor(noun, i int, genitive bool, ix index, sent *segment.Sentence) bool {
	var states []int
	last := 0
	for i < sent.Last {
		at := ix.starts[i]
		if at < 0 {
			break
		}
		c := &a.cands[at]
		if c.entry < 0 || a.dict.entries[c.entry].kind != State || !c.name || c.actor < 0 || genitive && !a.ownerBefore(c) {
			break
		}
		states, last, genitive = append(states, c.actor), c.last, false
		c.where = false
		i = c.last
		for i < sent.Last && (a.doc.Word(i) == "," || a.words.is(a.doc.Word(i), "and") || a.words.is(a.doc.Word(i), "the")) {
			i++
		}
	}
	for _, s := range states {
		a.mention(s, article.Span{Start: a.doc.Tokens[noun].Start, End: a.doc.Tokens[last-1].End}, ByMetonym)
	}
	return len(states) > 0
}

// nations lets a state act by its people as a whole: "die Amerikaner zogen ab",
// "the Russians attacked".
func (a *analysis) nations() {
	for i := range a.cands {
		c := &a.cands[i]
		if c.drop || c.part || c.form != ByAdjective || c.last-c.first != 1 || c.first == 0 || c.entry < 0 || a.dict.entries[c.entry].kind != State {
			continue
		}
		t := a.doc.Tokens[c.first]
		the := lowered(a.doc.Word(c.first - 1))
		if t.Class != segment.Upper || !a.words.is(the, "the") || !a.words.plurals[t.Of(a.doc.Text)] || !a.genitiveFree() && !a.words.is(the, "many") {
			continue
		}
		if c.last < len(a.doc.Tokens) && (capital(a.doc, c.last) || a.genitiveFree() && a.doc.Tokens[c.last].Class == segment.Lower && !a.verbOrSmall(c.last)) {
			continue // "die Deutsche Bank", "the Germans' …"
		}
		c.form = ByMetonym
	}
}

// verbOrSmall tells whether the word may follow a whole noun phrase.
func (a *analysis) verbOrSmall(i int) bool {
	w := a.doc.Word(i)
	return a.words.follows[w] || a.words.acts[w] != 0 || a.words.preps[w] != 0 || len(w) > 3 && w[len(w)-2:] == "ed"
}
