package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// clauseV2 words a clause of a language with the verb second.
func (w *writer) clauseV2(k *clause, subject []phrase) string {
	v := &w.lex.verbs[k.verb]
	before, after := w.rest(k)
	refl, phrases := w.middleField(k, before, append(w.object(k), after...))
	particle := ""
	if v.attached {
		particle = v.particle[0]
	}
	with := func(verb string) []phrase {
		return append(append(slices.Clone(subject), verbPhrase(verb)), phrases...)
	}
	switch {
	case v.lemma == "": // no entry, so no other form of it is known
		last := ""
		if k.lex != k.fin {
			last = w.s.words[k.lex].text
		}
		t, _ := w.compose(titleLimit, with(w.s.words[max(k.fin, 0)].text+refl), last)
		return t
	case k.passive && k.modal == auxNone:
		t, _ := w.compose(titleLimit, with(w.passiveAux(k, v, len(subject)-1+len(phrases))), v.part)
		return t
	case w.state(k, v):
		be := w.lex.grammar["state"]
		verb := be[0]
		if k.plural && !w.single() && !w.foremost {
			verb = be[1]
		}
		t, _ := w.compose(titleLimit, with(verb+refl), v.part)
		return t
	case k.modal != auxNone || k.future:
		verb := particle + v.inf
		if w.s.words[k.lex].verbal == participle {
			verb = w.cluster(k)
		}
		t, _ := w.compose(titleLimit, with(w.modal(k)+refl), verb)
		return t
	}
	if t := w.turned(k, v, phrases); t != "" {
		return t
	}
	verb := v.pres
	if k.plural && !w.single() && !w.foremost {
		verb = v.inf
	}
	if len(phrases) == 0 && w.lex.says(w.s, k.lex) {
		if said, ok := w.saying(k); ok {
			t, _ := w.compose(titleLimit, append([]phrase{must(join(subject) + ":")}, said...), "")
			return t
		}
	}
	title, lost := w.compose(titleLimit, with(verb+refl), particle)
	if short := w.shortName(k); lost >= rankBound && short != nil {
		subject = short
		title, _ = w.compose(titleLimit, with(verb+refl), particle)
	}
	if title != "" && len(title) < 60 {
		title = w.withContent(k, title)
	}
	return title
}

// state reports whether a participle beside "sein" says what has become of the
// subject: of verbs whose perfect is known to have "sein" it tells the deed.
func (w *writer) state(k *clause, v *verb) bool {
	return len(w.lex.grammar["state"]) == 2 && k.fin >= 0 && k.fin != k.lex && k.modal == auxNone && !v.sein &&
		pickAux(w.s.words[k.fin].aux).verb == auxBe && w.s.words[k.lex].verbal == participle
}

// middleField puts the phrases of a clause in the order behind its finite
// verb: "sich" and other pronouns, what stood first, the others.
func (w *writer) middleField(k *clause, before, after []phrase) (refl string, out []phrase) {
	for _, p := range before {
		first, rest, _ := strings.Cut(p.text, " ")
		low := strings.ToLower(first)
		t := w.lex.tags[low]
		if len(after) > 0 && t&tagWhen != 0 && t&tagAt == 0 && !p.tied {
			continue
		}
		if low != first && t != 0 { // a small word loses its capital
			p.text = strings.TrimRight(low+" "+rest, " ")
		} else if rest == "" && low != first && w.adverbial(k, first) {
			if first, _ := k.bounds(); w.isVerb(k, first+1) && first+1 != k.fin { // "bekannt geworden war er"
				after = append(after, phrase{text: low, rank: rankVerb})
			}
			continue
		}
		out = append(out, p)
	}
	at := 0
	for _, p := range after {
		first, rest, _ := strings.Cut(p.text, " ")
		t := w.lex.tags[strings.ToLower(first)]
		if t&tagRefl != 0 && refl == "" {
			refl = " " + first
			if p.text = rest; rest == "" {
				continue
			}
		}
		if rest == "" && t&tagPron != 0 && len(out) > 0 {
			out = slices.Insert(out, at, p)
			at++
			continue
		}
		out = append(out, p)
	}
	return refl, out
}

// adverbial reports whether a lone word before the finite verb is no noun: it
// has its capital only from its place.
func (w *writer) adverbial(k *clause, word string) bool {
	first, _ := k.bounds()
	for i := first; i < k.fin; i++ {
		if x := &w.s.words[i]; x.text == word {
			return i == 0 && x.mention < 0 && !x.isNoun
		}
	}
	return false
}

// passiveAux gives the auxiliary of a passive where the participle alone could
// be read as an active verb ("Flughafen eröffnet"), or where it is all that
// the title has; else "".
func (w *writer) passiveAux(k *clause, v *verb, phrases int) string {
	aux := w.lex.grammar["passive"]
	if len(aux) < 2 {
		return ""
	}
	coming := k.fin >= 0 && pickAux(w.s.words[k.fin].aux).verb == auxBecome && pickAux(w.s.words[k.fin].aux).features&fPres != 0
	if phrases > 0 && !coming && !k.future && w.c.status != Planned && (v.attached || v.part != v.pres && v.part != v.inf) {
		return ""
	}
	if k.plural && !w.single() && !w.foremost {
		return aux[1]
	}
	return aux[0]
}

// modal gives the finite verb of a clause with a modal or a future. What
// someone else foretells in indirect speech is what shall be.
func (w *writer) modal(k *clause) string {
	x := &w.s.words[k.fin]
	if shall := w.lex.grammar["foretold"]; k.future && k.subj != 0 && len(shall) == 2 {
		if k.plural {
			return shall[1]
		}
		return shall[0]
	}
	return strings.ToLower(x.text)
}

// object words what a relative clause speaks of, where that is not its
// subject: "Steuerentlastungen, die die Regierung einführte".
func (w *writer) object(k *clause) []phrase {
	if k.kind != relClause || k.subject.first >= k.subject.last || k.passive || k.marker > 0 && w.s.words[k.marker-1].is(tagPrep) {
		return nil
	}
	p := w.lex.antecedent(w.s, k)
	if p.first >= p.last {
		return nil
	}
	s := w.s
	if !w.lex.verbLast {
		return w.objectBefore(k)
	}
	for p.first >= 2 && s.words[p.first-1].is(tagPrep) && s.words[p.first-2].capital() {
		p.first -= 2
	}
	return []phrase{must(w.text(p.first, p.last))}
}

// objectBefore words the object of the clause before a relative clause, which
// speaks of it: "a plan for patrols that mediators had presented".
func (w *writer) objectBefore(k *clause) []phrase {
	if k.parent < 0 {
		return nil
	}
	s := w.s
	first, _ := k.bounds()
	start := s.clauses[k.parent].lex + 1
	for first > start && first > 0 && s.words[first-1].class == segment.Punct {
		first--
	}
	if start <= 0 || start >= first || first-start > 8 || s.words[start].is(tagPrep|tagPron) && !s.words[start].is(tagArt) {
		return nil
	}
	return []phrase{must(w.text(start, first))}
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
