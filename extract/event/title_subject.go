package event

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

// rankSubject is how much a title needs what hangs on its subject.
const rankSubject = 5

// subject words the subject, with the actor's full name for a pronoun, a
// role or a surname.
func (w *writer) subject(k *clause) []phrase {
	p := w.lex.subjectOf(w.s, w.c.clause)
	if p.first >= p.last {
		return nil
	}
	s := w.s
	if p.first > 0 && s.words[p.first-1].is(tagObl) && s.words[p.first-1].is(tagRel) && !s.words[p.first-1].is(tagArt) {
		w.skip[p.first-1] = true // "deren Chef"
		if a := w.lex.antecedent(s, k); k.kind == relClause && a.first < a.last && s.endsPerson(a.last-1) {
			m := &s.mentions[s.words[a.last-1].mention]
			return []phrase{must(w.lex.genitiveOf(w.in.Actors.Actors[m.actor].Name) + " " + w.text(p.first, p.last))}
		}
	}
	for p.first < p.last && (w.skip[p.first] || s.words[p.first].class == segment.Punct) {
		p.first++
	}
	if p.first >= p.last {
		return nil
	}
	if name := w.stoodFor(p); name != "" {
		w.named = true
		return []phrase{must(name)}
	}
	if x := &s.words[p.first]; x.is(tagPron|tagWe) && p.last-p.first == 1 && !x.is(tagArt) {
		if name := w.soleActor(p.first); name != "" {
			return []phrase{must(name)}
		}
		if t := w.taken(p.first, k); t != "" {
			return []phrase{must(t)}
		}
		w.weak = !w.leads() // nobody knows who
		return []phrase{must(x.text)}
	}
	if t := w.introduced(p); t != "" {
		w.named = true
		return []phrase{must(t)}
	}
	if s.words[p.first].is(tagPoss) {
		w.owner = p.first
	}
	if t := w.nominativeOf(p, k); t != "" {
		return []phrase{must(t)}
	}
	return w.subjectPhrases(w.shortSubject(p))
}

// nominativeOf words a noun inflected like an adjective of which a relative
// clause speaks, whatever its case: "gegen den Verdächtigen, der ..." -> "Der
// Verdächtige".
func (w *writer) nominativeOf(p piece, k *clause) string {
	s := w.s
	first, _ := k.bounds()
	if !w.lex.verbLast || k.kind != relClause || p.last-p.first != 1 || p.last > first || !w.lex.weakNoun(s.words[p.first].low) {
		return ""
	}
	noun, cut := strings.CutSuffix(s.words[p.first].text, "n")
	marker := k.marker
	if k.coord >= 0 {
		marker = s.clauses[k.coord].marker
	}
	switch {
	case !cut || marker < 0 || !s.words[marker].is(tagArt):
		return ""
	case k.plural:
		return noun
	}
	return capitalize(s.words[marker].low) + " " + noun
}

// stoodFor gives the name of the person for whom a pronoun or a role stands
// as the subject, or "".
func (w *writer) stoodFor(p piece) string {
	s := w.s
	if m := s.words[p.first].mention; m >= 0 {
		men := &s.mentions[m]
		a := &w.in.Actors.Actors[men.actor]
		form := a.Mentions[men.index].Form
		if men.last >= p.last && (form == actor.ByPronoun || form == actor.ByRole && !a.Generic && (a.Kind == actor.Person || utf8.RuneCountInString(s.words[p.last-1].text) < 12)) && !s.words[p.first].is(tagPoss) {
			return a.Name
		}
	}
	if m := s.words[p.last-1].mention; m >= 0 && p.last-p.first == 2 && s.words[p.first].is(tagArt) {
		men := &s.mentions[m]
		a := &w.in.Actors.Actors[men.actor]
		if a.Kind == actor.Person && a.Mentions[men.index].Form == actor.ByRole {
			return a.Name
		}
	}
	return ""
}

// introduced words a subject that a name between commas explains: "the union's
// leader, Ann Lee, resigned", "sein Anwalt, der Hamburger Jens Rot, sagt".
// Where the subject leans on other words, the name is enough.
func (w *writer) introduced(p piece) string {
	s := w.s
	end := p.last
	if end+1 >= len(s.words) || s.words[end].text != "," || s.endsPerson(end-1) {
		return ""
	}
	i := end + 1
	for i < len(s.words) && i < end+6 && s.words[i].mention < 0 && s.words[i].class != segment.Punct && (s.words[i].verbal == notVerb || s.words[i].verbal == attributed) && !s.words[i].is(tagPrep|tagCoord) && (!s.words[i].is(tagRel) || s.words[i].is(tagArt)) {
		i++
	}
	if i >= len(s.words) || s.words[i].mention < 0 || !s.words[i].capital() {
		return ""
	}
	m := &s.mentions[s.words[i].mention]
	if !m.person || m.first != i || m.last >= len(s.words) || !isBreak(&s.words[m.last]) || w.in.Actors.Actors[m.actor].Mentions[m.index].Form != actor.ByName {
		return ""
	}
	w.subjectActor = m.actor
	leans := s.words[p.first].is(tagPoss) || s.anyTag(p.first, p.last, tagPrep)
	for k := p.first; k < p.last; k++ {
		leans = leans || w.skip[k]
	}
	if !leans && i == end+1 {
		first := p.first
		if s.words[first].is(tagArt) && !s.words[first].is(tagNeg) && (w.lex.verbLast && w.bare(first+1) || !w.lex.verbLast && !s.has(first, p.last, "'s", "’s")) {
			first++
		}
		if t := w.text(first, p.last) + " " + w.text(i, m.last); utf8.RuneCountInString(t) < 50 {
			return t
		}
	}
	if t := w.text(end+1, m.last); utf8.RuneCountInString(t) < 45 {
		return t
	}
	return w.text(i, m.last)
}

// shortSubject leaves off what a subject can spare: its article, the other
// names of a long list, the title before a name that is long enough.
func (w *writer) shortSubject(p piece) piece {
	s := w.s
	if x := &s.words[p.first]; x.is(tagArt) && !x.is(tagNeg|tagPoss|tagNum|tagPlural) && p.first+1 < p.last && w.bare(p.first+1) {
		if w.lex.verbLast || s.words[p.first+1].capital() {
			p.first++
		}
	}
	t := w.text(p.first, p.last)
	if i := s.nextBreak(p.first, p.last); i > p.first && s.words[i].text == "," && utf8.RuneCountInString(t) > 60 { // the first of a long list
		w.foremost, w.named = true, true
		p.last = i
		t = w.text(p.first, p.last)
	}
	if m := s.words[p.last-1].mention; m >= 0 && utf8.RuneCountInString(t) > 40 { // the name alone
		if men := &s.mentions[m]; men.last == p.last && men.first > p.first && w.in.Actors.Actors[men.actor].Mentions[men.index].Form == actor.ByName && !s.anyTag(p.first, men.first, tagPrep|tagCoord) && !s.words[men.first-1].is(tagArt) {
			w.named = true
			p.first = men.first
		}
	}
	return p
}

// subjectPhrases words the subject as a noun phrase and what hangs on it.
func (w *writer) subjectPhrases(p piece) []phrase {
	var out []phrase
	start := p.first
	for i := p.first + 1; i <= p.last; i++ {
		if i < p.last && (w.skip[i] || !w.s.words[i].is(tagPrep) || !w.borders(i-1, i)) {
			continue
		}
		ph := phrase{text: w.text(start, i), rank: rankSubject, tied: true}
		if start == p.first {
			ph = must(ph.text)
		}
		if start = i; ph.text != "" {
			out = append(out, ph)
		}
	}
	return out
}
