package actor

import "fasti/extract/segment"

// places tells for each name of a state, city or region whether it only says
// where ("in Doha"), and takes capitals that speak or decide for their
// governments ("Doha vermittelt").
func (a *analysis) places() {
	var previous *cand
	for i := range a.cands {
		c := &a.cands[i]
		if c.drop || !c.name || c.typ != LOC {
			continue
		}
		c.where = a.inDateline(c) || a.behindPreposition(c) || previous != nil && previous.where && a.joinedTo(previous, c)
		seat := c.entry >= 0 && a.dict.entries[c.entry].seat >= 0
		if c.where && seat && c.first > 1 && a.words.bodies.forms[a.doc.Word(c.first-2)].rules() {
			c.form, c.where = ByMetonym, false // die Regierung in London
			c.entry = a.dict.entries[c.entry].seat
		} else if !c.where && seat && a.acts(c) {
			c.form = ByMetonym
			c.entry = a.dict.entries[c.entry].seat
		}
		previous = c
	}
}

// inDateline tells whether the name only says where a report was written.
func (a *analysis) inDateline(c *cand) bool {
	s := a.doc.SentenceAt(c.Start)
	return s >= 0 && c.first < a.doc.Sentences[s].Lead
}

// behindPreposition tells whether a preposition of place governs the name,
// with at most an article and an adjective between.
func (a *analysis) behindPreposition(c *cand) bool {
	sent := a.doc.SentenceAt(c.Start)
	if sent < 0 {
		return false
	}
	only := c.entry >= 0 && a.dict.entries[c.entry].kind != Place
	i := c.first - 1
	for steps := 0; i >= a.doc.Sentences[sent].First && steps < 3; steps++ {
		w := lowered(a.doc.Word(i))
		if p := a.words.preps[w]; p != 0 {
			return p == 'a' || p == 'p' && !only
		}
		if p := a.words.preps[a.doc.Word(i)]; p != 0 {
			return p == 'a' || p == 'p' && !only
		}
		if !a.words.is(w, "the") && (a.doc.Tokens[i].Class != segment.Lower || a.words.acts[w] != 0) {
			return false
		}
		i--
	}
	return false
}

// listedPlaces takes lone words that stand in one list with a place behind a
// preposition of place for places, too, whatever the engine says: "in Belmont, Fyne
// and Guildmere".
func (a *analysis) listedPlaces() {
	for i := 1; i < len(a.cands); i++ {
		b, c := &a.cands[i-1], &a.cands[i]
		if b.drop || b.typ != LOC || !a.loneName(c) || !a.joinedTo(b, c) {
			continue
		}
		if n := a.listHead(i - 1); a.behindPreposition(&a.cands[n]) && a.closed(c) {
			c.typ = LOC
		}
	}
}

// loneName tells whether the engine takes a word that nobody knows, and that is no
// given name, for a person.
func (a *analysis) loneName(c *cand) bool {
	return c.name && !c.drop && c.entry < 0 && c.typ == PER && c.last-c.first == 1 && !a.givenOnly(c)
}

// listHead gives the first of the list of places that the name at i belongs to.
func (a *analysis) listHead(i int) int {
	for i > 0 && a.cands[i-1].typ == LOC && a.joinedTo(&a.cands[i-1], &a.cands[i]) {
		i--
	}
	return i
}

// closed tells whether a list goes on behind a name or was closed before it, so that
// the name begins no clause: "in Belmont and Fyne", not "in Belmont, Fyne said".
func (a *analysis) closed(c *cand) bool {
	next := func(i int) bool {
		return i < len(a.doc.Tokens) && (a.doc.Word(i) == "," || a.words.is(a.doc.Word(i), "and"))
	}
	return c.first > 0 && a.words.is(a.doc.Word(c.first-1), "and") || next(c.last)
}

// joinedTo tells whether two names stand in one list.
func (a *analysis) joinedTo(x, y *cand) bool {
	for i := x.last; i < y.first; i++ {
		w := a.doc.Word(i)
		if w != "," && !a.words.is(w, "and") && !a.words.is(w, "the") {
			return false
		}
	}
	return y.first > x.last && y.first-x.last <= 3
}

// acts tells whether the name is the subject of a verb of speaking or
// deciding: the verb stands right behind it, or right before it in a main
// clause that something else opens, or as auxiliary and participle.
func (a *analysis) acts(c *cand) bool { return a.actsAt(c.first, c.first, c.last) }

// actsAt tells the same of a noun at tokens [noun, last) whose phrase begins at
// token first.
func (a *analysis) actsAt(first, noun, last int) bool {
	if first < 0 {
		return false
	}
	s := a.doc.SentenceAt(a.doc.Tokens[noun].Start)
	if s < 0 {
		return false
	}
	sent := &a.doc.Sentences[s]
	if first > sent.First {
		switch w := a.doc.Word(first - 1); {
		case a.words.acts[w]&finite != 0 && !a.genitiveFree():
			return true // am Montag wies Washington …
		case a.words.is(w, "and"), w == ",", w == ":":
		case a.doc.Tokens[first-1].Class == segment.Punct:
		default:
			return false
		}
	}
	if last >= sent.Last {
		return false
	}
	w := a.doc.Word(last)
	if a.words.acts[w]&finite != 0 {
		return true
	}
	if !a.words.is(w, "aux") {
		return false
	}
	for i := last + 1; i < sent.Last && i < last+25; i++ {
		w := a.doc.Word(i)
		if w == "," {
			return false
		}
		if f := a.words.acts[w]; f&participle != 0 || f&finite != 0 && a.genitiveFree() {
			return true
		}
	}
	return false
}
