package event

import (
	"sort"

	"fasti/extract/actor"
	"fasti/extract/article"
)

// rowTrust is how much a row of the table of roles is trusted before anything
// is learned, in thousandths of log odds.
const rowTrust = 2000

// partOdds is how likely it must be that somebody takes part, in thousandths of
// log odds.
const partOdds = -200

// absentOdds is how much likelier that must be of those whom the sentence does
// not mention.
const absentOdds = 600

// awayOdds is the same for those whom only another clause of the sentence
// mentions, if nothing but weights speaks for them.
const awayOdds = 300

// untiedOdds is the same for those whom no edge ties to the happening: of another
// clause, of another noun, or part of what somebody else consists of.
func untiedOdds(edge string) int {
	switch edge {
	case edgeAway:
		return 1000
	case edgeInside, edgeWithin:
		return 700
	}
	return 0
}

// surely is the odds of what a row of the table of roles is sure of.
const surely = 1000

// agreedOdds is the same for the subject, agent or object of a verb, of whom
// both the table of roles and the order of words say that they take part.
const agreedOdds = -1800

// partColumns are the columns of the model of who takes part: that somebody
// does at all, and with which role.
var partColumns = []string{"any", string(Actor), string(Recipient), string(Victim), string(Speaker), string(Host), string(Mentioned)}

// PartColumns names the columns of the model of who takes part.
func PartColumns() []string { return partColumns }

// taking is a way in which an actor may take part in a happening: by a mention
// in a sentence that tells it, or without one.
type taking struct {
	actor  int
	traits bag
	row    *roleRow     // of the table of roles; nil if none fits
	core   bool         // the subject, agent or object of a verb
	edge   string       // what the mention is to the word that tells the happening
	tie    tie          // how the tree ties the two
	noun   bool         // a noun tells the happening, in a clause that tells something else
	with   bool         // it stands behind a word that lends a partner, or at a noun that has one
	goal   bool         // the state to which somebody in office travels
	apart  bool         // it takes no part: an adjective in another clause, or whose somebody is that acts
	away   bool         // only another clause mentions the actor
	beyond bool         // by the tree it stands in another clause
	absent bool         // its sentence does not mention the actor
	where  bool         // the mention says where: a place, or one in a chain of places
	source bool         // the mention names on whose word something is told
	span   article.Span // the mention
}

// trust gives what a row of the table of roles speaks for a role with, in
// log odds: for its own, or against all if it says that the actor takes no part.
func (t *taking) trust(role Role) int {
	switch {
	case t.row == nil:
		return 0
	case t.row.role == "":
		return -rowTrust
	case t.row.role == role:
		return rowTrust
	}
	return 0
}

// takings lists the ways in which actors may take part in a candidate, told
// also by its further sentences.
func (v *view) takings(c *candidate, study bool) []*taking {
	var out []*taking
	here := map[int]bool{}
	kind := v.kindOf(c)
	for n, e := range append([]*candidate{c}, c.also...) {
		s := e.sent
		for i := range s.mentions {
			m := &s.mentions[i]
			if s.words[m.first].quoted {
				continue
			}
			if v.affiliation(s, m) {
				here[m.actor] = true
				continue
			}
			t := &taking{actor: m.actor, span: m.Span, traits: bag{table: v.f.model.Part, study: study}}
			v.present(e, m, kind, n > 0, t)
			here[m.actor] = true
			if !t.apart {
				out = append(out, t)
			}
		}
	}
	for a := range v.in.Actors.Actors {
		if here[a] || v.in.Actors.Actors[a].Generic {
			continue
		}
		t := &taking{actor: a, absent: true, traits: bag{table: v.f.model.Part, study: study}}
		if v.absent(c, a, kind, &t.traits) {
			out = append(out, t)
		}
	}
	return out
}

// bracketReach is how many words a note in brackets has at most before a name.
const bracketReach = 6

// affiliation reports whether a mention stands in brackets behind a person's
// name: the party, team or office that somebody belongs to, not somebody who
// takes part ("Albers (SPD)", "Leary (Liberal Democrats)").
func (v *view) affiliation(s *sentence, m *mention) bool {
	open := m.first - 1
	for ; open > 0 && open >= m.first-bracketReach && s.words[open].text != "("; open-- {
		if s.words[open].text == ")" {
			return false
		}
	}
	if open < 1 || s.words[open].text != "(" || s.words[open-1].mention < 0 {
		return false
	}
	who := s.mentions[s.words[open-1].mention].actor
	return who != m.actor && v.in.Actors.Actors[who].Kind == actor.Person
}

// decision tells why somebody takes part with a role.
func (t *taking) decision(id string, role Role, odds int) Decision {
	d := Decision{What: "part", Of: id, Value: string(role), Rule: byWeights, Spans: []article.Span{t.span}}
	if t.row != nil && t.row.role == role {
		d.Rule = t.row.name
	}
	base := t.traits.sum(0)
	d.Others = append(d.Others, Alternative{"no part", 0})
	for k, name := range partColumns[1:] {
		if Role(name) != role {
			d.Others = append(d.Others, Alternative{name, base + t.traits.sum(k+1) + t.trust(Role(name))})
		}
	}
	d.Others = Likeliest(d.Others)
	return d
}

// castAll decides who takes part in each happening that somebody may want.
func (v *view) castAll(all []*candidate) {
	for _, c := range all {
		if !c.quoted && c.odds > plausible {
			v.takers(c)
		}
	}
}

// takers decides who takes part in a happening, and with which role.
func (v *view) takers(c *candidate) {
	if v.f.model.Part.Len() == 0 {
		return
	}
	type best struct {
		actor, odds int
		role        Role
		agreed      bool
		by          *taking
	}
	var all []best
	at := map[int]int{}
	acts := v.in.Actors.Actors
	deed := !v.maySay(c)
	for _, t := range v.takings(c, false) {
		b := best{actor: t.actor, odds: never, by: t}
		base := t.traits.sum(0)
		if t.absent {
			base -= absentOdds
		} else if t.tie == tieNone || t.tie == tieWithin {
			base -= untiedOdds(t.edge)
		} else if t.away {
			base -= awayOdds
		}
		for k, name := range partColumns[1:] {
			if Role(name) == Actor && (t.absent && (c.kind.is(blamed) || c.passive()) || t.where && c.kind.is(blamed)) {
				continue // nobody is said to have done that whom the sentence does not mention, and no place has
			}
			if t.source && Role(name) != Speaker && Role(name) != Mentioned {
				continue // who only says so takes no other part
			}
			if Role(name) == Speaker && t.beyond && !deed {
				continue // who stands in what is said does not say it
			}
			if !t.may(Role(name)) {
				continue // no edge makes it that
			}
			if odds := base + t.traits.sum(k+1) + t.trust(Role(name)); odds > b.odds {
				b.odds, b.role = odds, Role(name)
			}
		}
		if deed && b.role == Speaker {
			b.role = Actor // nobody says a deed
		}
		if t.row != nil {
			hand := c.byHand(acts[t.actor].ID)
			if t.row.sure && hand != "none" && hand != "place" {
				b.odds, b.role = max(b.odds, surely), t.row.role
			}
			b.agreed = t.core && t.row.role != "" && hand != "none" && hand != "place"
			if t.row.role == Mediator {
				b.role = Mediator
			}
		}
		if t.goal {
			b.odds, b.role = max(b.odds, surely), Recipient
		}
		if n, ok := at[t.actor]; !ok {
			at[t.actor] = len(all)
			all = append(all, b)
		} else if b.odds > all[n].odds {
			all[n] = b
		}
	}
	c.parts = c.parts[:0:0]
	for _, b := range all {
		if b.odds > partOdds || b.agreed && b.odds > agreedOdds {
			c.parts = append(c.parts, Part{acts[b.actor].ID, b.role})
			c.cast = append(c.cast, b.by.decision(acts[b.actor].ID, b.role, b.odds))
		}
	}
	sort.SliceStable(c.parts, func(i, j int) bool { return rank(c.parts[i].Role) < rank(c.parts[j].Role) })
	c.places = outside(c.places, c.parts)
}

// rank is the order in which takers-part are named.
func rank(r Role) int {
	switch r {
	case Actor, Speaker:
		return 0
	case Mediator, Host:
		return 2
	}
	return 1
}

// outside leaves out the places that take part themselves.
func outside(places []string, parts []Part) []string {
	var out []string
	for _, p := range places {
		acts := false
		for _, q := range parts {
			acts = acts || q.Actor == p
		}
		if !acts {
			out = append(out, p)
		}
	}
	return out
}
