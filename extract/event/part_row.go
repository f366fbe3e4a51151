package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/lang"
)

// roleRow is a row of event/roles: what somebody is in a happening by the edge
// that ties the two.
type roleRow struct {
	name  string
	kinds []string // of the happening; none: any
	frame string   // letters of frames; "": any
	words []string // lemmas of its verb or noun; none: any
	form  string   // "verb", "noun" or "": either
	edges []string
	who   []string // kinds of actor; none: any
	role  Role     // "": takes no part
	sure  bool     // so it is where the order of words says that they take part, whatever the weights say
}

// roles are the roles that a table may give.
var roles = []Role{Actor, Recipient, Victim, Speaker, Host, Mediator}

// readRoles reads the table of roles: name, on, edges, who, role, examples.
func (x *lexicon) readRoles(pack *lang.Pack) error {
	for _, r := range pack.Table("event/roles").Rows {
		row := roleRow{name: r.Field(0), edges: strings.Fields(r.Field(2))}
		for _, t := range strings.Fields(r.Field(1)) {
			key, value, _ := strings.Cut(t, ":")
			list := strings.Split(value, ",")
			switch key {
			case "kind":
				row.kinds = list
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
		for _, k := range row.kinds {
			if !isKind(k) {
				return r.Errorf("no kind %q", k)
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
			if !slices.Contains(roles, row.role) {
				return r.Errorf("no role %q", role)
			}
		}
		x.roles = append(x.roles, row)
	}
	return nil
}

// roleRow finds the first row that fits a candidate and an edge, or nil.
func (v *view) roleRow(c *candidate, kind, edge string, who actor.Kind) *roleRow {
	x := v.f.lex
	lemma, form, f := "", "noun", frameActs
	if c.nominal {
		lemma = x.nouns[c.noun.noun].lemma
	} else {
		lemma, form, f = strings.ReplaceAll(x.verbs[c.verb].lemma, "|", ""), "verb", x.verbs[c.verb].frame
	}
	any := func(list []string, s string) bool { return len(list) == 0 || slices.Contains(list, s) }
	for i := range x.roles {
		r := &x.roles[i]
		if slices.Contains(r.edges, edge) && any(r.kinds, kind) && any(r.words, lemma) && (r.form == "" || r.form == form) &&
			(r.frame == "" || strings.IndexByte(r.frame, byte(f)) >= 0) && any(r.who, string(who)) {
			return r
		}
	}
	return nil
}
