package event

import (
	"strings"

	"fasti/extract/segment"
)

// turned words a clause whose subject nobody knows as a passive, where it has
// an object that can be the subject: "Er überfiel einen Laden" -> "Ein Laden
// wird überfallen". It gives "" where that is not safe.
func (w *writer) turned(k *clause, v *verb, phrases []phrase) string {
	if !w.weak || k.passive || k.neg || k.modal != auxNone || k.future || v.class == classReport || v.class == classState || v.frame == frameMeets || v.frame == frameTravels || v.frame == frameJoins {
		return ""
	}
	at := -1
	for i := range phrases {
		if phrases[i].rank == rankObject && !phrases[i].tied {
			at = i
			break
		}
	}
	if at < 0 {
		return ""
	}
	object, plural, ok := w.asSubject(phrases[at].text)
	if !ok {
		return ""
	}
	last := at + 1
	for last < len(phrases) && phrases[last].tied {
		last++
	}
	out := append([]phrase{must(object)}, phrases[at+1:last]...)
	verb, tail := v.part, ""
	if w.lex.verbLast {
		verb, tail = "", v.part
		aux := w.lex.grammar["passive"]
		switch {
		case len(aux) < 2:
			return ""
		case plural:
			verb = aux[1]
		default:
			verb = aux[0]
		}
	} else if len(v.particle) > 0 {
		verb += " " + strings.Join(v.particle, " ")
	}
	out = append(out, verbPhrase(verb))
	for _, p := range append(append([]phrase{}, phrases[:at]...), phrases[last:]...) {
		if p.rank == rankObject || w.owned(p.text) {
			continue
		}
		out = append(out, p)
	}
	t, _ := w.compose(titleLimit, out, tail)
	return t
}

// owned reports whether a phrase belongs to the subject that the title has
// lost: "with his sister".
func (w *writer) owned(text string) bool {
	for _, f := range strings.Fields(text) {
		if w.lex.tags[strings.ToLower(f)]&(tagPoss|tagRefl) != 0 {
			return true
		}
	}
	return false
}

// asSubject gives an object the form of a subject, and its number, if that can
// be told from its first words.
func (w *writer) asSubject(text string) (subject string, plural, ok bool) {
	f := strings.Fields(text)
	if len(f) == 0 {
		return "", false, false
	}
	t := w.lex.tags[strings.ToLower(f[0])]
	if t&(tagPron|tagWe|tagRefl|tagPoss) != 0 && t&tagArt == 0 || t&tagPoss != 0 || w.owned(text) || strings.ContainsAny(text, "\"„") {
		return "", false, false
	}
	if !w.lex.verbLast {
		return text, false, true
	}
	if t&tagNum != 0 || f[0][0] >= '0' && f[0][0] <= '9' {
		return text, true, true
	}
	row := w.lex.grammar["accusative-"+strings.ToLower(f[0])] // article and ending of adjectives in the nominative
	if len(row) != 2 || len(f) < 2 {
		return "", false, false
	}
	out := []string{row[0]}
	for i, x := range f[1:] {
		first := rune(x[0])
		if first < 'a' || first > 'z' { // the noun
			if row[1] != "-" && strings.HasSuffix(x, "en") {
				return "", false, false // "den Präsidenten"
			}
			out = append(out, f[1+i:]...)
			return strings.Join(out, " "), false, true
		}
		if stem, cut := strings.CutSuffix(x, "en"); cut && row[1] != "-" {
			x = stem + row[1]
		}
		out = append(out, x)
	}
	return "", false, false
}

// shortName gives the name alone where a subject is a name with its office
// before it: what a title does that has no room for both.
func (w *writer) shortName(k *clause) []phrase {
	p := w.lex.subjectOf(w.s, w.c.clause)
	if p.first >= p.last || w.s.words[p.last-1].class == segment.Punct || !w.s.endsPerson(p.last-1) {
		return nil
	}
	m := &w.s.mentions[w.s.words[p.last-1].mention]
	if m.first <= p.first || m.last != p.last || k.plural && w.lex.verbLast || !w.lex.verbLast && w.lex.pluralPhrase(w.s, p) || w.s.words[m.first-1].is(tagPrep|tagCoord) {
		return nil
	}
	return []phrase{must(w.text(m.first, m.last))}
}
