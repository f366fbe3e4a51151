package syntax

import (
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

// readForms enters the verbs of the table of governors under all their forms,
// so that one is found also where a lemma was not.
func (r *rules) readForms(pack *lang.Pack) error {
	g, err := inflect.Read(pack)
	if err != nil {
		return err
	}
	r.zu, r.infinitives = g.Zu, g.Infinitives()
	entries := map[string]lang.Row{}
	for _, row := range pack.Table("event/verbs").Rows {
		v := g.Verb(row.Field(0), false, "")
		if _, ok := entries[v.Lemma()]; !ok {
			entries[v.Lemma()] = row
		}
		r.addAll(g, g.Verb(row.Field(0), row.Field(4) == "weak", ""))
	}
	for _, base := range g.Order {
		r.addAll(g, g.Verb(base, false, ""))
	}
	for _, gov := range r.rows {
		if !strings.Contains(gov.pos, "v") {
			continue
		}
		for _, w := range gov.words {
			entry, weak := strings.ReplaceAll(w, "_", "~"), false
			if row, ok := entries[strings.ReplaceAll(w, "_", " ")]; ok {
				entry, weak = row.Field(0), row.Field(4) == "weak"
			}
			r.addForms(g, g.Verb(entry, weak, ""), gov)
			r.addAll(g, g.Verb(entry, weak, ""))
		}
	}
	return nil
}

// addAll notes what the forms of a verb can be.
func (r *rules) addAll(g *inflect.Inflection, v inflect.Verb) {
	if v.Particle != "" {
		r.particles[v.Particle] = true
	}
	g.Forms(v, func(form string, f inflect.Feature) {
		if v.Sein && f&inflect.Part != 0 {
			r.beings[v.Particle+form] = true
		}
		if f&inflect.Attr == 0 {
			r.forms[v.Particle+form] |= f
			r.forms[form] |= f & (inflect.Finite | inflect.Sg | inflect.Pl)
		}
	})
}

// addForms enters a governor under the forms of a verb.
func (r *rules) addForms(g *inflect.Inflection, v inflect.Verb, gov *governor) {
	words := ""
	if len(v.Words) > 0 {
		words = " " + strings.Join(v.Words, " ")
	}
	put := func(form string) {
		key := "v:" + form + words
		for _, old := range r.governors[key] {
			if old == gov {
				return
			}
		}
		r.governors[key] = append(r.governors[key], gov)
	}
	g.Forms(v, func(form string, f inflect.Feature) {
		if f&inflect.Attr != 0 && f&^inflect.Attr == 0 {
			return
		}
		put(v.Particle + form)
		if v.Particle != "" && f&inflect.Inf != 0 {
			put(v.Particle + g.Zu + form)
		}
	})
}

// ing reports whether a form is a participle of the present and nothing else.
func (r *rules) ing(low string) bool {
	f := r.forms[low]
	return f&inflect.Part1 != 0 && f&(inflect.Inf|inflect.Pres) == 0
}

// infinitiveLike reports whether a form can be the infinitive of a verb.
func (r *rules) infinitiveLike(form string) bool {
	for _, e := range r.infinitives {
		if len(form) > len(e)+1 && strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}

// joined reports whether a form is an infinitive with its mark between particle
// and verb: "zurückzutreten".
func (r *rules) joined(low string) bool {
	if r.zu == "" || r.forms[low]&inflect.Finite != 0 {
		return false
	}
	for at := 2; at < len(low); at++ {
		k := strings.Index(low[at:], r.zu)
		if k < 0 {
			return false
		}
		at += k
		if r.particles[low[:at]] && r.infinitiveLike(low[at+len(r.zu):]) {
			return true
		}
	}
	return false
}
