package actor

import (
	"slices"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// bind gives the phrase to the person whose name stands right behind it, or
// right before it with a comma between.
func (a *analysis) bind(p *phrase, ix index, sent *segment.Sentence) {
	j := p.last
	for j < sent.Last && a.isTitle(j) {
		j++
	}
	if c := a.personAt(ix.starts, j, sent.Last); c >= 0 && !p.x.plural {
		p.person = c
		return
	}
	if c := a.holderBehind(p, j, ix, sent); c >= 0 {
		p.person = c
		return
	}
	if p.last != p.end || p.owner >= 0 && p.the { // "Premierminister von Israel, N. N.,", "Israel's prime minister, N. N.,"
		if j < sent.Last && a.doc.Word(j) == "," {
			if c := a.personAt(ix.starts, j+1, sent.Last); c >= 0 && (p.the || p.first == sent.First) && a.closes(a.cands[ix.starts[j+1]].last, sent) {
				p.person = c
				return
			}
		}
	}
	a.bindBefore(p, ix, sent)
}

// holderBehind takes a capitalised word right behind an office for a person if
// it is the surname of one who held such an office: "Präsident Mubarak". It
// gives the new actor, or -1.
func (a *analysis) holderBehind(p *phrase, j int, ix index, sent *segment.Sentence) int {
	if j >= sent.Last || ix.starts[j] >= 0 || p.x.plural || a.doc.Tokens[j].Class != segment.Upper {
		return -1
	}
	w := a.doc.Word(j)
	family := namekey.Split(w)
	for _, t := range a.words.holders.byFamily[family.Key()] {
		if t.from > a.day() || !slices.Contains(p.x.offices, t.office) || t.person.Agree(family) < namekey.Possible || t.person.Family != family.Family {
			continue
		}
		at := -1
		for _, i := range a.parts[w] {
			if a.endsWith(a.actors[i].words, w) {
				at = i
			}
		}
		if at < 0 {
			at = len(a.actors)
			a.actors = append(a.actors, draft{name: w, kind: Person, entry: -1, words: []string{w}, gender: 'u', lone: true})
			a.register(at)
		}
		a.pending = append(a.pending, cand{Span: a.doc.Tokens[j].Span, first: j, last: j + 1, typ: PER, entry: -1, form: ByName, name: true, base: w, actor: at})
		return at
	}
	return -1
}

// bindBefore binds an apposition: "N. N., Israels Verteidigungsminister, …",
// "N. N. (61), chairman of …".
func (a *analysis) bindBefore(p *phrase, ix index, sent *segment.Sentence) {
	if p.a && !a.closes(p.last, sent) || p.x.plural {
		return
	}
	i := p.first
	if i <= sent.First || a.doc.Word(i-1) != "," && a.doc.Word(i-1) != "–" && a.doc.Word(i-1) != "(" {
		return
	}
	i--
	if i > sent.First && a.doc.Tokens[i-1].Class == segment.Number && i-2 > sent.First && a.doc.Word(i-2) == "," { // , 51,
		i -= 2
	}
	at := ix.ends[i]
	if at < 0 || a.cands[at].actor < 0 || a.cands[at].typ != PER || !a.cands[at].name {
		return
	}
	if !a.closes(p.last, sent) && p.owner < 0 && !a.nextLinks(p.last, sent) {
		return
	}
	p.person = a.cands[at].actor
}

func (a *analysis) nextLinks(i int, sent *segment.Sentence) bool {
	return i < sent.Last && a.words.is(a.doc.Word(i), "link")
}

// closes tells whether a mark that ends an apposition stands at token i.
func (a *analysis) closes(i int, sent *segment.Sentence) bool {
	if i >= sent.Last {
		return true
	}
	switch a.doc.Word(i) {
	case ",", ".", ")", ";", ":", "–", "-", "!", "?", "(":
		return true
	}
	return false
}

// personAt is the actor of the person's name that begins at token j, or -1.
func (a *analysis) personAt(starts []int32, j, end int) int {
	if j >= end || starts[j] < 0 {
		return -1
	}
	c := &a.cands[starts[j]]
	if c.typ != PER || !c.name || c.actor < 0 {
		return -1
	}
	return c.actor
}

// assign writes the bound phrases to their persons as roles, and learns from
// the table of holders who they are.
func (a *analysis) assign(ps []phrase) {
	for i := range ps {
		p := &ps[i]
		if p.person < 0 {
			continue
		}
		d := &a.actors[p.person]
		if p.x.gender != 'u' && d.gender == 'u' {
			d.gender = p.x.gender
		}
		owner, office := a.office(p, d)
		span := a.titleSpan(p)
		role := draftRole{Role: Role{Title: span.Of(a.doc.Text), Mention: span}, owner: owner, body: p.body, head: p.x.head, former: p.former}
		if office != "" && owner >= 0 {
			role.Office = a.holderID(owner) + "/" + office
		}
		role.office = office
		if d.country == "" && owner >= 0 && !a.dict.entries[owner].company {
			d.country = a.dict.entries[owner].country
		}
		d.roles = append(d.roles, role)
		a.recognise(d, owner, office)
	}
}

// titleSpan is the noun with its compound, and an owner behind it.
func (a *analysis) titleSpan(p *phrase) article.Span {
	last := p.end
	if p.last > p.end {
		last = p.last
	}
	return article.Span{Start: a.doc.Tokens[p.noun].Start, End: a.doc.Tokens[last-1].End}
}
