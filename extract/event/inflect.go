package event

import "fasti/extract/lang/inflect"

// inflect adds a verb with all its forms. The entry is written as in the
// table: "an|greifen", "über.fallen", "step~down".
func (x *lexicon) inflect(g *inflect.Inflection, entry string, weak bool, v verb) {
	p := g.Verb(entry, weak, x.adverbEnd)
	if v.attached = p.Particle != ""; v.attached {
		v.particle = []string{p.Particle}
		x.particle[p.Particle] = true
	} else {
		v.particle = p.Words
	}
	if p.Particle == "" && p.Front == "" {
		x.seen[p.Base] = true
	}
	v.strong = p.Strong
	v.sein = v.sein || p.Sein
	v.lemma = p.Lemma()
	v.inf = p.Front + p.Base
	v.part = p.Particle + p.Front + g.Participle(p)
	id := int32(len(x.verbs))
	regular := map[feature]bool{}
	g.Forms(p, func(w string, f feature) {
		if !regular[f] { // the first of two spellings
			regular[f] = true
			if f&fPres != 0 && f&fSg != 0 {
				v.pres = w
			}
			if g.Spelling && f&fPart != 0 {
				v.part = w
			}
		}
		x.addForm(id, w, f, &v, p.Particle, g.Zu)
	})
	x.verbs = append(x.verbs, v)
}

// addForm enters one form: attached to its particle where the language writes
// them in one word, else as a bare form that wants its particle elsewhere.
func (x *lexicon) addForm(id int32, w string, f feature, v *verb, particle, zu string) {
	put := func(w string, f feature) {
		for _, old := range x.forms[w] {
			if old.verb == id && old.features == f {
				return
			}
		}
		x.forms[w] = append(x.forms[w], form{id, f})
	}
	switch {
	case !v.attached && len(v.particle) > 0:
		put(w, f|fSep)
	case !v.attached:
		put(w, f)
	default:
		put(particle+w, f)
		if f&fFinite != 0 {
			put(w, f&^fInf|fSep)
		}
		if f&fInf != 0 && zu != "" {
			put(particle+zu+w, fInf|fZu)
		}
	}
}
