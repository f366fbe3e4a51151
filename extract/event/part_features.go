package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// formNames name how a mention refers.
var formNames = [...]string{actor.ByName: "name", actor.ByRole: "role", actor.ByPronoun: "pronoun", actor.ByAdjective: "adjective", actor.ByMetonym: "metonym"}

// present puts what says that a mention's actor takes part into the bag.
func (v *view) present(c *candidate, m *mention, kind string, again bool, t *taking) {
	b, s, x, lang := &t.traits, c.sent, v.f.lex, v.in.Doc.Lang
	a := &v.in.Actors.Actors[m.actor]
	men := &a.Mentions[m.index]
	who := string(a.Kind)
	if a.Generic {
		who += " without a name"
	}
	form, how := formOf(c), formNames[men.Form]
	hand := c.byHand(a.ID)
	edge, path := v.edgeOf(c, m, hand), c.path(m)
	if c.sends(m) {
		edge = edgeSent
	}
	t.beyond = edge == edgeAway && !c.nominal
	t.away = hand == "none" && edge == edgeAway && !c.nominal
	t.apart = men.Whose || v.adorns(s, m) || v.beside(c, m, a) || hand == "none" && (edge == edgeAway && s.grammar().before(m) >= 0 || c.owned(m))
	t.row = v.roleRow(c, kind, edge, a.Kind)
	t.core = !c.nominal && !men.Place && !again && slices.Contains(coreEdges, edge)
	row := "none"
	if t.row != nil {
		row = t.row.name
	}
	t.goal = !c.nominal && x.verbs[c.verb].frame == frameTravels && hand == string(Recipient)
	frame, lemma := "noun", ""
	if c.nominal {
		lemma = x.nouns[c.noun.noun].lemma
	} else {
		lemma, frame = x.verbs[c.verb].lemma, string(x.verbs[c.verb].frame)
	}
	b.add("here")
	b.add("hand", hand)
	b.add("hand", hand, edge, form)
	b.add("hand", hand, who)
	b.add("hand", hand, kind)
	b.add("row", row, who)
	b.add("edge", edge, form)
	b.add("edge", edge, who, form)
	b.add("edge", edge, kind)
	b.add("edge", edge, frame)
	b.add("word", lang, lemma, edge)
	b.add("path", path)
	b.add("path", path, who)
	b.add("edge", edge, frame, kind)
	b.add("edge", edge, who, kind)
	b.add("row", row, kind)
	b.add("row", row, hand)
	b.add("table kind", publicKind(c.kind), edge)
	b.add("word", lang, lemma)
	b.add("word", lang, lemma, who)
	b.add("who", who, how)
	b.add("who", who, how, edge)
	b.add("who", who, kind)
	b.add("kind", kind)
	b.add("hand class", classNames[c.class], hand)
	b.when(men.Place, "only where", who)
	b.when(x.isSource(s, m), "who says so", form)
	b.when(again, "told again", hand)
	b.add("says", few(v.says(c), 2), edge, kind)
	b.add("among", few(len(s.mentions), 4), edge)
	b.when(s.words[m.first].clause == c.clause, "in its clause", form)
	if p := x.preposition(s, m.first); p >= 0 {
		b.add("behind", lang, s.words[p].low, form)
		b.add("behind", lang, s.words[p].low, who)
	}
	v.around(c, m, b)
	v.whole(a, b, form)
}

// edgeOf says what a mention is to a candidate: by the tree, or where that finds
// no argument of the verb and the order of words does, by that.
func (v *view) edgeOf(c *candidate, m *mention, hand string) string {
	edge := c.edge(m)
	if edge == edgeInside && v.judges(c, m) {
		return edgeAgent
	}
	if edge == edgePassive && !c.nominal && c.clause >= 0 && !c.sent.clauses[c.clause].passive && c.sent.words[c.trigger].verbal == finite {
		return edgeSubject // "Torvan named Roe chief": nothing makes it a passive
	}
	if c.nominal || c.clause < 0 || hand == "none" || hand == "place" || slices.Contains(coreEdges, edge) {
		return edge
	}
	x, s := v.f.lex, c.sent
	if p := x.preposition(s, m.first); p >= 0 && s.words[p].is(tagAgent) && edge != edgeAway && c.passive() && hand == string(Actor) {
		return edgeAgent
	}
	if p := x.subjectOf(s, c.clause); p.first <= m.first && m.first < p.last {
		if c.passive() {
			return edgePassive
		}
		return edgeSubject
	}
	if x.preposition(s, m.first) < 0 && s.words[m.first].clause == c.clause {
		return edgeObject
	}
	return edge
}

// says counts what says that a candidate tells of words: a quotation in its
// sentence, a clause that its own has as its content.
func (v *view) says(c *candidate) int {
	n := 0
	for i := range c.sent.words {
		if c.sent.words[i].quoted {
			n++
			break
		}
	}
	for i := range c.sent.clauses {
		if k := &c.sent.clauses[i]; k.parent == c.clause && k.reported {
			n++
			break
		}
	}
	return n
}

// byHand is what the rules alone find an actor to be in a candidate.
func (c *candidate) byHand(id string) string {
	for _, p := range c.parts {
		if p.Actor == id {
			return string(p.Role)
		}
	}
	for _, p := range c.places {
		if p == id {
			return "place"
		}
	}
	return "none"
}

// around tells where a mention stands.
func (v *view) around(c *candidate, m *mention, b *bag) {
	s := c.sent
	far, side := m.first-c.trigger, "behind"
	if far < 0 {
		far, side = c.trigger-m.last+1, "ahead"
	}
	b.add("far", side, steps(max(0, far)), formOf(c))
	if m.last < len(s.words) {
		w := &s.words[m.last]
		switch {
		case w.owns:
			b.add("owns")
		case w.class == segment.Punct:
			b.add("before", w.text)
		case w.mention >= 0:
			b.add("before a name")
		}
	}
	if m.first > 0 {
		w := &s.words[m.first-1]
		switch {
		case w.class == segment.Punct:
			b.add("after", w.text)
		case w.mention >= 0:
			b.add("after a name")
		}
	}
	t := s.grammar()
	if t.known() {
		head := t.top(t.headOf(m.first, m.last))
		if h := t.Words[head].Head; h >= 0 {
			b.add("hangs on", v.in.Doc.Lang, t.Words[h].POS.String(), t.Words[head].Rel.String())
			if o := t.out(h); o >= 0 && o < len(s.words) {
				b.add("at", v.in.Doc.Lang, s.words[o].low)
			}
		}
		b.when(t.headOf(m.first, m.last) != head, "further of several")
	}
}

// whole tells of an actor what the whole article says.
func (v *view) whole(a *actor.Actor, b *bag, form string) {
	b.add("mentions", few(len(a.Mentions), 4), form)
	b.when(len(a.Roles) > 0, "in office")
	b.when(v.inTitle(a), "in the title", form)
	b.when(v.inLead(a), "in the lead", form)
}

// inTitle reports whether the headline names an actor.
func (v *view) inTitle(a *actor.Actor) bool {
	for _, w := range strings.Fields(strings.ToLower(a.Name)) {
		if s := stemOf(w); s != "" && v.title[s] {
			return true
		}
	}
	return false
}

// inLead reports whether the first sentence mentions an actor.
func (v *view) inLead(a *actor.Actor) bool {
	return len(v.in.Doc.Sentences) > 0 && mentionedIn(a, v.in.Doc.Sentences[0].Span)
}

// absent puts what says that an actor takes part who is not named in the
// happening's sentence into the bag; false: nothing does.
func (v *view) absent(c *candidate, n int, kind string, b *bag) bool {
	a := &v.in.Actors.Actors[n]
	before := -1
	for k := 1; k <= 2 && before < 0; k++ {
		if i := c.sent.index - k; i >= 0 && mentionedIn(a, v.in.Doc.Sentences[i].Span) {
			before = k
		}
	}
	title, lead := v.inTitle(a), v.inLead(a)
	if before < 0 && !title && !lead {
		return false
	}
	who, form := string(a.Kind), formOf(c)
	parts := few(len(c.parts), 2)
	at := few(before, 2)
	if before < 0 {
		at = "farther"
	}
	subject := "no subject"
	if before > 0 {
		if s := v.sents[c.sent.index-before]; s != nil {
			subject = v.partOf(a.ID, s)
		}
	}
	b.add("absent")
	b.add("absent", at, parts, form)
	b.add("absent", who, parts)
	b.add("absent", who, kind)
	b.add("absent kind", kind, parts)
	b.add("absent word", v.in.Doc.Lang, v.f.stem(c))
	b.add("absent kind", kind, who, few(v.rankOf(n), 2))
	b.add("absent", yes(title), yes(lead), parts)
	b.add("absent", yes(title), who, form)
	b.add("absent before", subject, at, parts)
	b.add("absent times", few(len(a.Mentions), 5))
	b.add("absent rank", few(v.rankOf(n), 3), parts)
	b.add("absent rank", few(v.rankOf(n), 3), kind)
	if c.clause >= 0 {
		k := &c.sent.clauses[c.clause]
		b.when(k.passive, "absent from a passive", who)
		b.when(k.subject.first < k.subject.last && c.sent.words[k.subject.first].is(tagThe), "absent, the", form)
	}
	return true
}

// mentionedIn reports whether an actor is mentioned in a span.
func mentionedIn(a *actor.Actor, at article.Span) bool {
	for _, m := range a.Mentions {
		if at.Start <= m.Start && m.End <= at.End {
			return true
		}
	}
	return false
}

// rankOf is how many actors of the article are mentioned more often.
func (v *view) rankOf(n int) int {
	acts := v.in.Actors.Actors
	more := 0
	for i := range acts {
		if !acts[i].Generic && len(acts[i].Mentions) > len(acts[n].Mentions) {
			more++
		}
	}
	return more
}

// partOf is what an actor is in the happenings of a sentence.
func (v *view) partOf(id string, s *sentence) string {
	for _, c := range v.bySent[s.index] {
		if h := c.byHand(id); h != "none" {
			return h
		}
	}
	return "none"
}

// judges reports whether a body stands behind the preposition of an agent at the
// subject of a passive that tells what courts and police do: "ein Mann vom
// Landgericht verurteilt".
func (v *view) judges(c *candidate, m *mention) bool {
	switch publicKind(c.kind) {
	case "court", "coerce":
	default:
		return false
	}
	s := c.sent
	p := v.f.lex.preposition(s, m.first)
	return !c.nominal && p > 0 && s.words[p].is(tagAgent) && c.passive() && v.in.Actors.Actors[m.actor].Kind == actor.Organisation && s.words[p-1].mention < 0
}
