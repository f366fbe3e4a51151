package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/lang"
	"fasti/extract/syntax"
)

// roleRow is a row of event/roles: what somebody is in a happening by the edge
// that ties the two.
type roleRow struct {
	name  string
	kinds []Kind   // of the happening; none: any
	frame string   // letters of frames; "": any
	words []string // lemmas of its verb or noun; none: any
	form  string   // "verb", "noun" or "": either
	edges []string
	who   []string // kinds of actor; none: any
	role  Role     // "": takes no part
	sure  bool     // so it is where the order of words says that they take part, whatever the weights say
}

// readRoles reads the table of roles: name, on, edges, who, role, examples.
func (x *lexicon) readRoles(pack *lang.Pack) error {
	for _, r := range pack.Table("event/roles").Rows {
		row := roleRow{name: r.Field(0), edges: strings.Fields(r.Field(2))}
		for _, t := range strings.Fields(r.Field(1)) {
			key, value, _ := strings.Cut(t, ":")
			list := strings.Split(value, ",")
			switch key {
			case "kind":
				for _, cell := range list {
					kind, err := kindIn(r, cell)
					if err != nil {
						return err
					}
					row.kinds = append(row.kinds, kind)
				}
			case "frame":
				row.frame = value
			case "word":
				for i := range list {
					list[i] = strings.ReplaceAll(list[i], "~", " ")
				}
				row.words = list
			case "form":
				row.form = value
			case "*":
			default:
				return r.Errorf("no condition %q (kind:, frame:, word:, form: or *)", t)
			}
		}
		if w := r.Field(3); w != "*" {
			row.who = strings.Fields(w)
		}
		for _, k := range row.who {
			switch actor.Kind(k) {
			case actor.Person, actor.Organisation, actor.State, actor.Place, actor.Group:
			default:
				return r.Errorf("no kind of actor %q", k)
			}
		}
		role, sure := strings.CutSuffix(r.Field(4), "!")
		row.sure = sure
		if role != "none" {
			row.role = Role(role)
			if !row.role.row().given {
				return r.Errorf("no role %q", role)
			}
		}
		x.roles = append(x.roles, row)
	}
	return nil
}

// roleRow finds the first row that fits a candidate and an edge, or nil.
func (v *view) roleRow(c *candidate, kind Kind, edge string, who actor.Kind) *roleRow {
	x := v.f.lex
	lemma, form, f := "", "noun", frameActs
	if c.nominal {
		lemma = x.nouns[c.noun.noun].lemma
	} else {
		lemma, form, f = strings.ReplaceAll(x.verbs[c.verb].lemma, "|", ""), "verb", x.verbs[c.verb].frame
	}
	if f == frameVictim && edge == edgeSubject && c.hasObject() {
		f = frameActs // "protesters burned a flag"
	}
	for i := range x.roles {
		r := &x.roles[i]
		if slices.Contains(r.edges, edge) && oneOf(r.kinds, kind) && oneOf(r.words, lemma) && (r.form == "" || r.form == form) &&
			(r.frame == "" || strings.IndexByte(r.frame, byte(f)) >= 0) && oneOf(r.who, string(who)) {
			return r
		}
	}
	return nil
}

// oneOf reports whether a condition of a row holds: its list has what is asked
// for, or nothing.
func oneOf[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// hasObject reports whether the verb of a candidate has a direct object that is no part of
// its subject ("injured her back").
func (c *candidate) hasObject() bool {
	t := c.sent.grammar()
	v := t.in(c.trigger)
	for k := range t.Words {
		if t.Words[k].Head == v && t.Words[k].Rel == syntax.RelObj {
			return !t.possessed(k)
		}
	}
	return false
}

// possessed reports whether a pronoun says whose a thing is.
func (t tree) possessed(thing int) bool {
	for k := range t.Words {
		if w := &t.Words[k]; w.Head == thing && w.Rel == syntax.RelNmodPoss && w.POS == syntax.PRON {
			return true
		}
	}
	return false
}

// tie says how the tree ties a mention to a happening, and so what part it can
// have in it.
type tie uint8

const (
	tieUnknown tie = iota // no tree says
	tieOwn                // subject, object or agent of its word, or of the word that this word shares one with
	tiePhrase             // another phrase of its word
	tieWithin             // in what the subject or agent consists of: "the government of Norway"
	tieContent            // done to somebody by what its word has as its content: "voted to expel Roe"
	tieTold               // the subject of such content: "reported that Roe was hurt"
	tieNone               // somebody of another phrase or clause
)

var tieNames = [...]string{"unknown", "own", "phrase", "within", "content", "told", "none"}

func (k tie) String() string { return tieNames[k] }

// tieOf says how a mention is tied to a candidate by an edge.
func (v *view) tieOf(c *candidate, m *mention, edge, hand string) tie {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	switch {
	case at < 0:
		return tieUnknown
	case c.nominal:
		return v.tieOfNoun(c, t, edge)
	case (edge == edgeSubject || edge == edgePassive) && hand == "none" && !t.Firm(at):
		return tieNone // another clause lends it, and the order of words does not
	case slices.Contains(coreEdges, edge), edge == edgeSent:
		return tieOwn
	}
	head := t.top(t.headOf(m.from, m.last))
	switch edge {
	case edgeInside:
		return tieNone
	case edgeWithin:
		return tieWithin
	case edgeAway:
		for n := 0; !m.person && n < len(t.Words) && t.Words[head].Rel == syntax.RelNmod && t.Belongs(t.Preposition(head)); n++ {
			head = t.top(t.Words[head].Head) // "to meet the leaders of Norway"
		}
		switch {
		case !t.contentOf(head, t.Clauses[at].Head):
			return tieNone
		case t.Edge(head) == syntax.EdgeSubject:
			return tieTold
		}
		return tieContent
	}
	return tiePhrase
}

// tieOfNoun is the same for a noun of happening: the subject of its clause has a
// part in it if the noun is what the verb does or has, or where its subject is, not
// if the noun only says when, or belongs to another noun. Nobody does a deed by
// being where it is done.
func (v *view) tieOfNoun(c *candidate, t tree, edge string) tie {
	switch {
	case edge == edgeOwner, edge == edgeFront, strings.HasPrefix(edge, "+"):
		return tieOwn
	case edge == edgeHolder:
		noun := t.top(t.in(c.trigger))
		if at := t.clause(c.trigger); !t.Firm(at) {
			return tieNone
		}
		if r := t.Words[noun].Rel; r == syntax.RelNmod || r == syntax.RelNmodPoss {
			return tieNone
		}
		if c.kind.is(blamed) && !c.support {
			return tieNone // "opposed the war", "injured in the attack"
		}
		if v.f.lex.achieved(c.sent, c) {
			return tiePhrase
		}
		switch t.Edge(noun) {
		case syntax.EdgeObject, syntax.EdgeIndirect, syntax.EdgeGoverned, syntax.EdgeComplement:
			return tiePhrase
		}
		if p := t.out(t.Preposition(noun)); p < 0 || !c.sent.words[p].is(tagAt|tagWith) {
			return tieNone // "since the murder of Roe, Holm has led the party"
		}
		return tiePhrase
	}
	return tieNone
}

// contentOf reports whether the phrase of the tree's word head is what is done
// something to in what the predicate has as its content, at any depth: "plans to
// sue Roe", "announced that it would sue Roe".
func (t tree) contentOf(head, predicate int) bool {
	switch t.Edge(head) {
	case syntax.EdgeObject, syntax.EdgeIndirect, syntax.EdgeGoverned, syntax.EdgePassive, syntax.EdgeSubject:
	default:
		return false
	}
	content := false
	i := t.Words[head].Head
	for n := 0; n < len(t.Words) && i >= 0; n++ {
		switch t.Words[i].Rel {
		case syntax.RelXcomp, syntax.RelCcomp:
			content = true
		case syntax.RelConj:
		case syntax.RelAdvcl: // "voted to elect Roe"
			if k := t.ClauseOf(i); k < 0 || t.Clauses[k].Finite >= 0 {
				return false
			}
			content = true
		case syntax.RelAcl: // "plans to sue Roe": of the object's noun
			if o := t.Words[i].Head; o < 0 || t.Edge(o) != syntax.EdgeObject {
				return false
			}
			i, content = t.Words[i].Head, true
		default:
			return false
		}
		if i = t.Words[i].Head; i == predicate {
			return content
		}
	}
	return false
}

// may reports whether somebody can have a role in a happening by how the tree
// ties them. Who is tied by no edge takes no part: at most the happening is about
// them.
func (t *taking) may(role Role) bool {
	if role == Mentioned {
		return t.tie != tieOwn && !t.noun // "on his visit since the attack": who visits is not even mentioned in the attack
	}
	if t.row != nil && t.row.role == role && t.tie != tieNone {
		return true
	}
	does := role == Actor || role == Speaker || role == Host
	switch t.tie {
	case tieNone, tieTold:
		return false
	case tieContent:
		return !does
	case tiePhrase:
		return !does || t.with
	case tieOwn:
		switch t.edge {
		case edgeObject, edgeIndirect, edgePassive:
			return !does
		case edgeAgent:
			return does
		}
	}
	return true
}

// partner reports whether a mention stands behind a word that lends a partner:
// "with Roe".
func (c *candidate) partner(m *mention) bool {
	t := c.sent.grammar()
	if !t.known() {
		return false
	}
	p := t.out(t.Preposition(t.top(t.headOf(m.from, m.last))))
	return p >= 0 && p < len(c.sent.words) && c.sent.words[p].is(tagWith)
}
