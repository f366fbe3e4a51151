package actor

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/actor/refer"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// refer links pronouns, and nouns for people, bodies, states and places that
// stand without a name, to those whom they stand for.
func (a *analysis) refer(ps []phrase) {
	if !a.refers.Ready() {
		return
	}
	s := a.scene(ps)
	answer := a.refers.Resolve(s)
	known := len(a.actors)
	for _, e := range answer.New {
		a.actors = append(a.actors, draft{name: upperFirst(e.Heads[0]), kind: kindOf(e.Kind), entry: -1, gender: e.Gender, generic: true, words: e.Heads, unnamed: true})
	}
	moved := map[article.Span]int{}
	for _, l := range answer.Links {
		span := article.Span{Start: a.doc.Tokens[l.First].Start, End: a.doc.Tokens[l.Last-1].End}
		form := ByPronoun
		if l.Noun >= 0 {
			form = ByRole
			if own := s.Nouns[l.Noun].Entity; own >= 0 && own < known {
				if own != l.Entity {
					moved[span] = own
				} else {
					continue // it has it already
				}
			}
		}
		if l.Owner {
			a.actors[l.Entity].owns = append(a.actors[l.Entity].owns, span)
			continue
		}
		a.mention(l.Entity, span, form)
	}
	a.unmention(moved)
}

// unmention takes away mentions that were found to be another's.
func (a *analysis) unmention(moved map[article.Span]int) {
	for span, own := range moved {
		d := &a.actors[own]
		d.mentions = slices.DeleteFunc(d.mentions, func(m Mention) bool { return m.Span == span })
	}
}

// kindOf is the kind of actor that a noun brings into the article.
func kindOf(k refer.Kind) Kind {
	switch k {
	case refer.Person:
		return Person
	case refer.Body:
		return Organisation
	case refer.State, refer.Place:
		return Place
	}
	return Group
}

func referKind(k Kind) refer.Kind {
	switch k {
	case Person:
		return refer.Person
	case Organisation:
		return refer.Body
	case State:
		return refer.State
	case Place:
		return refer.Place
	case Group:
		return refer.Group
	}
	return refer.Other
}

// scene is the article as the resolver sees it.
func (a *analysis) scene(ps []phrase) *refer.Scene {
	s := &refer.Scene{Doc: a.doc, Trees: a.ctx.Trees, Entities: make([]refer.Entity, len(a.actors))}
	taken := make([]bool, len(a.doc.Tokens)) // by names and nouns that are bound
	for i := range a.actors {
		d := &a.actors[i]
		e := &s.Entities[i]
		e.Kind, e.Gender, e.Nameless = referKind(d.kind), d.gender, d.generic
		if d.kind == Group && !d.generic {
			e.Kind = refer.Body // an armed group with a name
		}
		e.Heads = a.heads(d)
		e.Titled, e.Class = a.inTitle(d), a.sortOf(d)
		for _, m := range d.mentions {
			first, last := a.tokenAt(m.Start), a.tokenAt(m.End)
			if d.generic && m.Form == ByRole {
				s.Nouns = append(s.Nouns, a.referNoun(first, last, last-1, strings.ToLower(d.name), e.Kind, 'u', i))
				s.Nouns[len(s.Nouns)-1].Class = a.bodyClass(d)
			} else {
				e.Mentions = append(e.Mentions, refer.Mention{First: first, Last: last, Form: referForm(m.Form)})
			}
			mark(taken, first, last)
		}
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.drop {
			continue
		}
		if !c.part {
			mark(taken, c.first, c.last)
		}
		if c.actor >= 0 {
			e := &s.Entities[c.actor]
			e.Mentions = append(e.Mentions, refer.Mention{First: c.first, Last: c.last, Form: referForm(c.form)})
		}
	}
	for i := range s.Entities {
		slices.SortStableFunc(s.Entities[i].Mentions, func(x, y refer.Mention) int { return cmp.Compare(x.First, y.First) })
	}
	a.roleNouns(s, ps, taken)
	a.plainNouns(s, taken)
	slices.SortStableFunc(s.Nouns, func(x, y refer.Noun) int { return cmp.Compare(x.Head, y.Head) })
	return s
}

func mark(taken []bool, first, last int) {
	for i := first; i < last; i++ {
		taken[i] = true
	}
}

func referForm(f Form) refer.Form {
	switch f {
	case ByRole:
		return refer.ByNoun
	case ByPronoun:
		return refer.ByPronoun
	case ByAdjective:
		return refer.ByAdjective
	}
	return refer.ByName
}

// bodyClass is the class of the noun that an actor without a name is called by.
func (a *analysis) bodyClass(d *draft) string {
	switch d.class {
	case "people", "agents", "authorities", "none", "setting", "owned":
		return ""
	}
	return d.class
}

// sortOf is what takes an actor up: of a body its class; of a place a town or a
// land, where the dictionary tells.
func (a *analysis) sortOf(d *draft) string {
	switch d.kind {
	case Organisation, Group:
		return a.classOf(d)
	case State:
		return "land"
	case Place:
		if d.entry >= 0 {
			return a.dict.entries[d.entry].class
		}
	}
	return ""
}

// heads are the nouns by which the article calls an actor: those of its roles,
// and the words of its names.
func (a *analysis) heads(d *draft) []string {
	var out []string
	for _, r := range d.roles {
		out = append(out, r.head)
	}
	if d.kind == Person && !d.generic {
		return out
	}
	for _, name := range append([]string{d.name}, d.aliases...) {
		for _, w := range strings.Fields(name) {
			if w = strings.ToLower(w); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// inTitle tells whether the article's title has the last word of the name.
func (a *analysis) inTitle(d *draft) bool {
	if len(d.words) == 0 || d.generic {
		return false
	}
	last := d.words[len(d.words)-1]
	return len(last) > 2 && strings.Contains(a.ctx.Title, last)
}

// roleNouns adds the nouns for people by what they do that no name stands
// beside.
func (a *analysis) roleNouns(s *refer.Scene, ps []phrase, taken []bool) {
	for i := range ps {
		p := &ps[i]
		if p.person >= 0 {
			mark(taken, p.first, p.end)
			continue
		}
		if taken[p.noun] || a.namesPerson(p) {
			continue
		}
		kind := refer.Person
		if p.x.plural || a.declinedForMany(p) {
			kind = refer.Group
		}
		n := a.referNoun(p.first, p.end, p.end-1, p.x.head, kind, p.x.gender, -1)
		n.Modified = n.Modified || p.owner >= 0
		s.Nouns = append(s.Nouns, n)
		mark(taken, p.noun, p.end)
	}
}

// plainNouns adds other nouns for people, states and places.
func (a *analysis) plainNouns(s *refer.Scene, taken []bool) {
	ix := a.index()
	for k := range a.doc.Sentences {
		sent := &a.doc.Sentences[k]
		for i := sent.First; i < sent.Last; i++ {
			if taken[i] || a.doc.Tokens[i].Class == segment.Punct {
				continue
			}
			if age, form := a.ageAt(a.doc, i); form == "noun" {
				if a.aged == nil {
					a.aged = a.statedAges()
				}
				if a.aged[age] < 0 { // two have it
					continue
				}
				s.Nouns = append(s.Nouns, a.referNoun(i, i+1, i, a.doc.Word(i), refer.Person, 'u', -1))
				continue
			}
			w := a.doc.Word(i)
			x, ok := a.refers.Noun(w)
			if cut := strings.LastIndexByte(w, '-') + 1; !ok && cut > 1 {
				x, ok = a.refers.Noun(w[cut:]) // "Rundfahrt-Sieger"
			}
			if !ok || a.genitiveFree() && i+1 < sent.Last && a.compounds1(i+1) {
				continue
			}
			if at := a.personAt(ix.starts, i+1, sent.Last); at >= 0 && x.Kind == refer.Person {
				s.Entities[at].Heads = append(s.Entities[at].Heads, x.Word) // "Guitarist Jane Roe"
				continue
			}
			n := a.referNoun(i, i+1, i, x.Word, x.Kind, x.Gender, -1)
			n.Class = x.Class
			s.Nouns = append(s.Nouns, n)
		}
	}
}

// compounds1 tells whether the word at a token goes on with the noun before it,
// in languages that write compounds apart: "city council".
func (a *analysis) compounds1(i int) bool {
	w := a.doc.Word(i)
	if a.doc.Tokens[i].Class == segment.Upper {
		return true
	}
	if _, ok := a.refers.Noun(w); ok {
		return true
	}
	_, ok := a.words.bodies.forms[w]
	return ok
}

// referNoun reads the article and the adjectives before a noun.
func (a *analysis) referNoun(first, last, head int, word string, kind refer.Kind, gender byte, entity int) refer.Noun {
	n := refer.Noun{First: first, Last: last, Head: head, Word: strings.ToLower(word), Kind: kind, Gender: gender, Entity: entity}
	sent := &a.doc.Sentences[max(a.doc.SentenceAt(a.doc.Tokens[head].Start), 0)]
	n.Modified = head-first > 1
	for i := head - 1; i >= sent.First && i >= head-4; i-- {
		w := lowered(a.doc.Word(i))
		det := a.refers.Det(w)
		switch {
		case det != refer.Bare:
			n.First, n.Det = min(n.First, i), det
			n.Modified = n.Modified || i < head-1
			i = -1
		case a.words.is(w, "genitive"):
			n.Det, n.Modified = refer.Possessive, true
			i = -1
		case a.doc.Tokens[i].Class == segment.Number:
			n.Det = refer.A
			i = -1
		case a.doc.Tokens[i].Class == segment.Punct || a.words.follows[w] || a.words.prepositions[w]:
			i = -1
		}
	}
	if last < sent.Last {
		w := a.doc.Word(last)
		n.Modified = n.Modified || a.words.is(w, "link") || a.words.is(w, "gen")
	}
	return n
}
