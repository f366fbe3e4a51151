package syntax

import (
	"fmt"
	"strings"
)

// Explain writes for a person what is known of a sentence: its words with
// their tags and heads, its clauses with subject and status, and the rules
// that say so. Text is the article's.
func (s *Sentence) Explain(text string) string {
	if s == nil {
		return "  no model reads this language\n"
	}
	var b strings.Builder
	form := func(i int) string {
		if i < 0 {
			return "-"
		}
		return s.Words[i].Of(text)
	}
	for i := range s.Words {
		w := &s.Words[i]
		head := "root"
		if w.Head >= 0 {
			head = form(w.Head)
		}
		edge := s.Edge(i).String()
		if edge != "" {
			edge = " (" + edge + ")"
		}
		fmt.Fprintf(&b, "  %3d %-18s %-16s %-6s %s → %s%s  %s\n", i, form(i), w.Lemma, w.POS, w.Rel, head, edge, w.Morph)
	}
	for c := range s.Clauses {
		k := &s.Clauses[c]
		fmt.Fprintf(&b, "  clause: %s", form(k.Head))
		for _, trait := range k.traits() {
			b.WriteString(" " + trait)
		}
		fmt.Fprintf(&b, "; subject: %s", form(s.Subject(c)))
		if k.Governor >= 0 {
			fmt.Fprintf(&b, "; at: %s", form(k.Governor))
		}
		v := s.Judge(k.Head)
		fmt.Fprintf(&b, "; status: %s", v.Status)
		for _, st := range v.Steps {
			fmt.Fprintf(&b, " [%s %q: %s]", st.Rule, form(st.Word), st.Status)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// traits names what a clause's grammar says, without what goes without saying.
func (k *Clause) traits() []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	add(k.Kind.String())
	add(k.Link.String())
	if add(k.Tense.String()); k.Tense != NoTense {
		add(k.Voice.String())
	}
	if k.Mood != Indicative {
		add(k.Mood.String())
	}
	add(k.Modality.String())
	if k.Polarity == Negated {
		add(k.Polarity.String())
	}
	return out
}
