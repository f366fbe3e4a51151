package event

import "strings"

// clauseV2 words a clause of a language with the verb second.
func (w *writer) clauseV2(k *clause, subject string) string {
	v := &w.lex.verbs[k.verb]
	before, after := w.rest(k)
	for i := range before {
		before[i] = w.inside(before[i])
	}
	refl := ""
	phrases := append(w.object(k), after...)
	for _, p := range before { // what stood first goes last
		first, _, _ := strings.Cut(p, " ")
		if t := w.lex.tags[strings.ToLower(first)]; t&tagPrep != 0 {
			if len(after) > 0 && t&tagWhen != 0 && t&tagAt == 0 {
				continue
			}
			p = strings.ToLower(first) + p[len(first):]
		}
		phrases = append(phrases, p)
	}
	for i, p := range phrases { // "sich" stands right behind the verb
		if first, rest, _ := strings.Cut(p, " "); w.lex.tags[strings.ToLower(first)]&tagRefl != 0 {
			refl = " " + first
			phrases[i] = rest
			if rest == "" {
				phrases = append(phrases[:i], phrases[i+1:]...)
			}
			break
		}
	}
	particle := ""
	if v.attached {
		particle = v.particle[0]
	}
	switch {
	case k.passive && k.modal == auxNone:
		return w.fill(subject, phrases, v.part)
	case k.modal != auxNone || k.future:
		aux := w.s.words[k.fin].text
		verb := particle + v.inf
		if w.s.words[k.lex].verbal == participle {
			verb = w.cluster(k)
		}
		return w.fill(subject+" "+strings.ToLower(aux)+refl, phrases, verb)
	}
	verb := v.pres
	if k.plural && !w.single() && !w.foremost {
		verb = v.inf
	}
	title := w.fill(subject+" "+verb+refl, phrases, particle)
	if len(phrases) == 0 && w.lex.says(w.s, k.lex) {
		if t := w.saying(k); t != "" {
			return w.fill(subject+":", w.phrases(t), "")
		}
	}
	if len(title) < 60 {
		if t := w.complement(k); t != "" {
			title = w.fillContent(title, t)
		}
	}
	return title
}

// inside writes a phrase that opened the sentence as it stands within one: a
// small word loses its capital.
func (w *writer) inside(p string) string {
	first, rest, _ := strings.Cut(p, " ")
	if low := strings.ToLower(first); low != first && w.lex.tags[low] != 0 {
		return strings.TrimRight(low+" "+rest, " ")
	}
	return p
}

// saying words what a clause of saying leads to where that is a main clause:
// "X erklärt, das Land befinde sich im Krieg".
func (w *writer) saying(k *clause) string {
	_, end := k.bounds()
	for i := range w.s.clauses {
		c := &w.s.clauses[i]
		if first, _ := c.bounds(); c.kind == mainClause && c.fin > first && (first == end || first == end+1) && len(c.pieces) == 1 {
			if c.particle >= 0 {
				w.skip[c.particle] = false
			}
			return capitalize(w.undangle(w.text(c.pieces[0].first, c.pieces[0].last)))
		}
	}
	return ""
}

// object words what a relative clause speaks of, where that is not its
// subject: "Steuerentlastungen, die die Regierung einführte".
func (w *writer) object(k *clause) []string {
	if k.kind != relClause || k.subject.first >= k.subject.last || k.passive || k.marker > 0 && w.s.words[k.marker-1].is(tagPrep) {
		return nil
	}
	p := w.lex.antecedent(w.s, k)
	if p.first >= p.last {
		return nil
	}
	s := w.s
	for p.first >= 2 && s.words[p.first-1].is(tagPrep) && s.words[p.first-2].capital() {
		p.first -= 2
	}
	first, _ := k.bounds()
	p.last = max(p.last, min(p.last, first))
	return []string{w.text(p.first, p.last)}
}

// single reports whether the title's subject is one person, though the clause
// goes on to name others.
func (w *writer) single() bool {
	p := w.lex.subjectOf(w.s, w.c.clause)
	if p.first >= p.last {
		return false
	}
	m := w.s.words[p.last-1].mention
	return m >= 0 && w.s.mentions[m].person && !w.s.anyTag(p.first, p.last, tagCoord|tagNum)
}

// cluster gives the verbs at the end of a clause as they stand: "getötet
// haben".
func (w *writer) cluster(k *clause) string {
	var out []string
	k.each(func(i int) bool {
		x := &w.s.words[i]
		if i != k.fin && (i == k.lex || len(x.aux) > 0 && x.verbal != notVerb) {
			out = append(out, x.text)
		}
		return true
	})
	return strings.Join(out, " ")
}

// attributeTitle words a participle before a noun: "der gestern
// veröffentlichte Bericht" -> "Bericht veröffentlicht".
func (w *writer) attributeTitle() string {
	s, i := w.s, w.c.trigger
	j := i + 1
	for j < len(s.words) && !s.words[j].capital() && !isBreak(&s.words[j]) {
		j++
	}
	if j >= len(s.words) || !s.words[j].capital() {
		return ""
	}
	last := j + 1
	for last < len(s.words) && s.words[last].capital() {
		last++
	}
	return w.text(j, last) + " " + w.lex.verbs[w.c.verb].part
}
