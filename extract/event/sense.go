package event

import (
	"strings"

	"fasti/extract/segment"
)

// sense puts what says of what kind an event is into the bag: its word with
// the kind that the tables give it, and the words around it.
func (v *view) sense(c *candidate, b *bag) {
	x := v.f.lex
	lang := v.in.Doc.Lang
	kind := v.tableKind(c)
	b.add("table", kind)
	b.add("table", kind, formOf(c))
	s := c.sent
	w := &s.words[c.trigger]
	if c.nominal {
		b.add("noun", lang, x.nouns[c.noun.noun].lemma)
		if w.nounAt > 0 {
			b.add("front", lang, stemOf(w.low[:w.nounAt]))
		}
	} else {
		b.add("verb", lang, x.verbs[c.verb].lemma)
		b.add("form", lang, stemOf(w.low))
	}
	for i, o := 0, v.bySent[s.index]; i < len(o); i++ {
		if m := o[i]; m != c && m.clause == c.clause {
			b.add("beside", publicKind(m.kind))
		}
	}
	v.senseWords(c, b)
}

// tableKind is the kind by the tables: of a verb that tells no happening by
// itself that of the noun of happening in its clause, "" if there is none.
func (v *view) tableKind(c *candidate) string {
	light := !c.nominal && (c.class == classSupport || c.class == classState || c.class == classAspect || c.class == classOpen || c.class == classPlan)
	if !light {
		return publicKind(c.kind)
	}
	for _, m := range v.bySent[c.sent.index] {
		if m.nominal && m.clause == c.clause && m.clause >= 0 && m.kind != "other" {
			return publicKind(m.kind)
		}
	}
	if c.kind == "support" {
		return "other"
	}
	return publicKind(c.kind)
}

// senseWords puts the words of a candidate's clause into the bag, of a noun
// those around it.
func (v *view) senseWords(c *candidate, b *bag) {
	s := c.sent
	lang := v.in.Doc.Lang
	for i := range s.words {
		w := &s.words[i]
		if i == c.trigger || w.class == segment.Punct || w.class == segment.Number || w.timex >= 0 || w.tags != 0 {
			continue
		}
		near := w.clause == c.clause
		if c.nominal {
			near = near && max(i-c.trigger, c.trigger-i) < 5
		}
		t := stemOf(strings.ToLower(w.text))
		if t == "" {
			continue
		}
		if near && w.isNoun && w.verbal == notVerb {
			b.add("happening", publicKind(v.f.lex.nouns[w.noun.noun].kind))
		}
		if near && w.mention < 0 {
			b.add("near", lang, t)
		}
	}
}

// kindOf is the kind that the model finds likeliest.
func (v *view) kindOf(c *candidate) string {
	b := &bag{}
	t := v.f.model.Kind
	b.reset(t)
	v.sense(c, b)
	best, top := publicKind(c.kind), 0
	for k, name := range t.Columns {
		if n := b.sum(k); n > top || k == 0 {
			best, top = name, n
		}
	}
	if t.Len() == 0 {
		return publicKind(c.kind)
	}
	return best
}
