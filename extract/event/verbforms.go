package event

import (
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

// Verbs tells how the verbs of the tables inflect: those of events, and the
// further ones that only titles need (title/verbs).
type Verbs struct{ lex *lexicon }

// NewVerbs reads the tables of a language. An error means that one is broken.
func NewVerbs(pack *lang.Pack) (*Verbs, error) {
	x := &lexicon{forms: map[string][]form{}, particle: map[string]bool{}, seen: map[string]bool{}, grammar: map[string][]string{}}
	g, err := inflect.Read(pack)
	if err != nil {
		return nil, err
	}
	for _, table := range []string{"event/verbs", "title/verbs"} {
		form := 4
		if table == "title/verbs" {
			form = 1
		}
		for _, r := range pack.Table(table).Rows {
			x.inflect(g, r.Field(0), r.Field(form) == "weak", verb{sein: r.Field(form) == "sein"})
		}
	}
	for _, base := range g.Order {
		x.inflect(g, base, false, verb{})
	}
	return &Verbs{x}, nil
}

// Present is the present tense of a verb, third person, without a particle
// that stands apart in a main clause.
type Present struct {
	Sing, Plur string
	Participle string // as it stands at the end of a clause: "angekündigt"; "stepped"
	Finite     bool   // the form can stand without an auxiliary: "took", not "taken"
	Sein       bool   // its perfect has "sein", as far as the tables say
	Particle   string // that the form was written in one word with, and that stands apart in a main clause: "an"
}

// Present gives the present of a finite form or a participle, in small
// letters. It is false where the tables do not know the form, or where it
// belongs to verbs with different presents.
func (v *Verbs) Present(form string) (Present, bool) {
	var out Present
	found := false
	for _, f := range v.lex.forms[form] {
		if f.features&(fFinite|fPart) == 0 {
			continue
		}
		e := &v.lex.verbs[f.verb]
		p := Present{Sing: e.pres, Plur: e.inf, Participle: e.part, Sein: e.sein}
		if f.features&fSep == 0 && e.attached {
			p.Particle = strings.Join(e.particle, " ")
		}
		if found && (p.Sing != out.Sing || p.Particle != out.Particle) {
			return Present{}, false
		}
		p.Sein = p.Sein || out.Sein
		p.Finite = out.Finite || f.features&fFinite != 0
		out, found = p, true
	}
	return out, found
}

// PresentOf gives the present of the verb with an infinitive, in small letters,
// that is written without a particle. It is false where the tables do not know
// the verb.
func (v *Verbs) PresentOf(infinitive string) (Present, bool) {
	for i := range v.lex.verbs {
		e := &v.lex.verbs[i]
		if e.inf == infinitive && len(e.particle) == 0 {
			return Present{Sing: e.pres, Plur: e.inf, Participle: e.part, Sein: e.sein}, true
		}
	}
	return Present{}, false
}
