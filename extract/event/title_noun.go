package event

import (
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

// nounTitle words an event told by a noun: a noun phrase without its article.
func (w *writer) nounTitle() string {
	s, t := w.s, w.c.trigger
	x := &s.words[t]
	n := &w.lex.nouns[x.noun.noun]
	head := x.text
	if w.lex.verbLast {
		head = w.nominative(x, n)
	}
	owner, front := w.front(t, n)
	if n.words == 2 && t > 0 {
		front = strings.TrimSpace(front + " " + s.words[t-1].text)
	}
	phrases := w.complements(t)
	title := strings.TrimSpace(front + " " + head)
	if owner == "" && len(phrases) == 0 && !strings.Contains(title, " ") && w.lex.verbLast {
		if name := w.agent(); name != "" {
			owner = w.lex.genitiveOf(name)
		}
	}
	if owner != "" {
		title = owner + " " + title
	}
	w.alone = owner == "" && len(phrases) == 0 && x.nounAt == 0 && x.mention < 0
	title, _ = w.compose(titleLimit, append([]phrase{must(title)}, phrases...), "")
	return title
}

// nominative gives a noun without its case, with the front of its compound.
func (w *writer) nominative(x *word, n *noun) string {
	base := n.lemma
	if x.noun.plural {
		base = n.plural
	}
	if x.nounAt == 0 {
		return base
	}
	front := x.text[:x.nounAt]
	if strings.HasSuffix(front, "-") {
		return front + base
	}
	return front + strings.ToLower(base)
}

// front gives the owner before the noun, by full name in the genitive, and
// the adjectives between, inflected as a phrase without article asks.
func (w *writer) front(t int, n *noun) (owner, adjectives string) {
	s := w.s
	first := t - n.words + 1
	i := first - 1
	var words []string
	for ; i >= 0 && i > first-4; i-- {
		x := &s.words[i]
		if isBreak(x) || x.text == "'s" || x.text == "’s" || x.is(tagArt|tagPoss|tagPrep|tagPron|tagCoord) && !x.is(tagNum) || x.verbal == finite || x.mention >= 0 || x.capital() && w.lex.verbLast {
			break
		}
		if w.skip[i] || x.timex >= 0 {
			continue
		}
		if x.text == "." && i > 0 {
			i--
			words = append([]string{s.words[i].text + "."}, words...)
			continue
		}
		words = append([]string{w.strong(x, n, s.words[t].noun.plural)}, words...)
	}
	adjectives = strings.Join(words, " ")
	if i >= 0 && s.words[i].mention >= 0 {
		m := &s.mentions[s.words[i].mention]
		a := &w.in.Actors.Actors[m.actor]
		form := a.Mentions[m.index].Form
		switch {
		case s.words[i].is(tagPoss) && form == actor.ByPronoun:
			owner = w.lex.genitiveOf(a.Name)
		case form == actor.ByName && m.last == i+1 && (genitive(s, m) || !w.lex.verbLast):
			owner = w.text(m.first, m.last)
		case form == actor.ByAdjective && w.lex.verbLast:
			adjectives = strings.TrimSpace(w.strong(&s.words[i], n, s.words[t].noun.plural) + " " + adjectives)
		case !w.lex.verbLast && m.last <= first:
			owner = w.text(m.first, i+1)
		}
	} else if i >= 0 && w.lex.possessed(s, t) {
		p := w.lex.subjectOf(s, w.c.clause)
		for k := p.first; k < p.last; k++ {
			if m := s.words[k].mention; m >= 0 && s.mentions[m].person {
				owner = w.lex.genitiveOf(w.in.Actors.Actors[s.mentions[m].actor].Name)
				break
			}
		}
	} else if !w.lex.verbLast && i >= 1 && (s.words[i].text == "'s" || s.words[i].text == "’s") && s.words[i-1].mention >= 0 {
		m := &s.mentions[s.words[i-1].mention]
		owner = w.in.Actors.Actors[m.actor].Name + s.words[i].text
	}
	return owner, adjectives
}

// genitiveOf puts a name before what it owns.
func (x *lexicon) genitiveOf(name string) string {
	for _, e := range x.grammar["genitive-bare"] {
		if strings.HasSuffix(name, e) {
			return name + "'"
		}
	}
	if e := x.grammar["genitive"]; len(e) > 0 {
		return name + e[0]
	}
	return name
}

// strong inflects an adjective as it stands without an article.
func (w *writer) strong(x *word, n *noun, plural bool) string {
	if !w.lex.verbLast || x.class != segment.Lower || x.is(tagNum) {
		return x.text
	}
	stem := ""
	for _, e := range w.lex.grammar["adjective"] {
		if s, ok := strings.CutSuffix(x.text, e); ok && len(s) > 2 {
			stem = s
			break
		}
	}
	if stem == "" {
		return x.text
	}
	key := "strong-" + string(n.gender)
	if plural {
		key = "strong-pl"
	}
	if e := w.lex.grammar[key]; len(e) > 0 {
		return stem + e[0]
	}
	return x.text
}

// complements gives the genitives and prepositional phrases behind a noun.
func (w *writer) complements(t int) []phrase {
	s := w.s
	var out []phrase
	start := t + 1
	flush := func(end int) {
		if start < end {
			if ph := w.phrase(start, end); ph.text != "" {
				ph.rank = max(rankBound-len(out), rankAside)
				out = append(out, ph)
			}
		}
		start = end
	}
	i := t + 1
	for ; i < len(s.words); i++ {
		x := &s.words[i]
		if isBreak(x) || isQuoteMark(x) || x.verbal == finite || x.verbal == infinitive || x.verbal == participle || x.clause != s.words[t].clause ||
			x.timex >= 0 || x.is(tagSub) && !x.is(tagPrep) || x.is(tagPron|tagRefl) && !x.is(tagArt) || x.is(tagFill|tagNeg) && !x.is(tagArt) {
			break
		}
		if len(out) >= 3 || w.lex.verbLast && i > t+1 && x.class == segment.Lower && x.mention < 0 && s.words[i-1].capital() && !x.is(tagPrep|tagArt|tagGen|tagCoord|tagPoss) {
			break // nothing small goes on behind a noun: "der Streik am Hafen beendet"
		}
		if i == t+1 && !(x.is(tagPrep) || x.is(tagArt) && x.is(tagObl) || x.is(tagGen) && !x.is(tagCoord) || x.capital() && x.mention >= 0) {
			return nil
		}
		if x.is(tagPrep) && i > start {
			flush(i)
		}
	}
	// a phrase that the break has cut short ends before its preposition
	end := i
	for end > start && (s.words[end-1].is(tagPrep|tagArt|tagCoord) || w.skip[end-1]) {
		end--
	}
	flush(end)
	return out
}
