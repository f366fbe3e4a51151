package event

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

// titleLimit is the greatest length of a title, in characters.
const titleLimit = 90

// contentLimit is that of a title that ends with what was said or decided,
// which half would be worse than a few characters more.
const contentLimit = 100

// writer words the title of one candidate from the words of its sentence.
type writer struct {
	lex  *lexicon
	in   Input
	c    *candidate
	s    *sentence
	skip []bool // words that the title does without

	named        bool // the subject is one name
	subjectActor int  // whom the title has named as its subject, or -1
	foremost     bool // the subject is the first of a list
	weak         bool // the title leans on other sentences
	broken       bool // no clause was found to word
}

// title words a candidate: the clause's own words, subject first, the verb in
// the present tense, dates and subordinate parts left out. It also gives
// what the event loses, per cent, if the title does not speak for itself.
func (f *Finder) title(c *candidate, in Input) (string, int) {
	w := &writer{lex: f.lex, in: in, c: c, s: c.sent, skip: make([]bool, len(c.sent.words)), subjectActor: -1}
	w.leaveOut()
	var t string
	switch {
	case c.nominal && c.status == Cancelled && c.clause >= 0 && c.sent.clauses[c.clause].verb >= 0:
		t = w.clauseTitle()
	case w.tells():
		if t = w.clauseTitle(); t == "" || w.weak {
			t, w.weak = w.nounTitle(), false
		}
	case c.nominal || c.clause < 0:
		if t = w.nounTitle(); !strings.Contains(t, " ") && c.clause >= 0 {
			k := &c.sent.clauses[c.clause]
			if k.verb >= 0 && (k.subject.first <= c.trigger && c.trigger < k.subject.last || c.support) {
				if full := w.clauseTitle(); full != "" {
					t = full
				}
			}
		}
	case c.trigger != c.sent.clauses[c.clause].lex:
		t = w.attributeTitle()
	default:
		t = w.clauseTitle()
	}
	if t == "" {
		t = w.fallback()
	}
	t = capitalize(strings.Trim(balance(strings.Join(strings.Fields(t), " ")), " ,;:–-"))
	switch {
	case w.broken || !strings.Contains(t, " "):
		return t, broken
	case w.weak:
		return t, leaning
	}
	return t, 0
}

// clauseTitle words an event told by a verb.
func (w *writer) clauseTitle() string {
	k := &w.s.clauses[w.c.clause]
	subject := w.subject(k)
	if subject == "" {
		return ""
	}
	if p := w.lex.subjectOf(w.s, w.c.clause); p.first < p.last && w.s.words[p.last-1].mention >= 0 {
		w.subjectActor = w.s.mentions[w.s.words[p.last-1].mention].actor
	}
	if w.lex.verbLast {
		return w.clauseV2(k, subject)
	}
	return w.clauseSVO(k, subject)
}

// subject words the subject, with the actor's full name for a pronoun, a
// role or a surname.
func (w *writer) subject(k *clause) string {
	p := w.lex.subjectOf(w.s, w.c.clause)
	if p.first >= p.last {
		return ""
	}
	first, last := p.first, p.last
	s := w.s
	if first > 0 && s.words[first-1].is(tagObl) && s.words[first-1].is(tagRel) && !s.words[first-1].is(tagArt) {
		w.skip[first-1] = true // "deren Chef"
	}
	for first < last && (w.skip[first] || s.words[first].class == segment.Punct) {
		first++
	}
	if first >= last {
		return ""
	}
	if m := s.words[first].mention; m >= 0 {
		men := &s.mentions[m]
		a := &w.in.Actors.Actors[men.actor]
		form := a.Mentions[men.index].Form
		if men.last >= last && (form == actor.ByPronoun || form == actor.ByRole && a.Kind == actor.Person) && !s.words[first].is(tagPoss) {
			w.named = true
			return a.Name
		}
	}
	if s.words[first].is(tagPron|tagWe) && last-first == 1 && !s.words[first].is(tagArt) {
		if name := w.soleActor(first); name != "" {
			return name
		}
		w.weak = !w.leads() // nobody knows who
		return s.words[first].text
	}
	if m := s.words[last-1].mention; m >= 0 && last-first == 2 && s.words[first].is(tagArt) {
		men := &s.mentions[m]
		a := &w.in.Actors.Actors[men.actor]
		if a.Kind == actor.Person && a.Mentions[men.index].Form == actor.ByRole {
			w.named = true
			return a.Name
		}
	}
	if s.words[first].is(tagArt) && !s.words[first].is(tagNeg|tagPoss|tagNum|tagPlural) && first+1 < last && w.bare(first+1) {
		if w.lex.verbLast || s.words[first+1].capital() {
			first++
		}
	}
	t := w.text(first, last)
	if i := s.nextBreak(first, last); i > first && s.words[i].text == "," && utf8.RuneCountInString(t) > 60 { // the first of a long list
		w.foremost, w.named = true, true
		last = i
		t = w.text(first, last)
	}
	if m := s.words[last-1].mention; m >= 0 && utf8.RuneCountInString(t) > 40 { // the name alone
		if men := &s.mentions[m]; men.last == last && men.first > first && w.in.Actors.Actors[men.actor].Mentions[men.index].Form == actor.ByName && !s.anyTag(first, men.first, tagPrep|tagCoord) && !s.words[men.first-1].is(tagArt) {
			w.named = true
			t = w.text(men.first, men.last)
		}
	}
	return t
}

// anyTag reports whether a word of a run has one of the tags.
func (s *sentence) anyTag(first, last int, t tag) bool {
	for i := first; i < last; i++ {
		if s.words[i].is(t) {
			return true
		}
	}
	return false
}

// bare reports whether a noun can stand without its article: a capital in
// German, no adjective between, and no form that hangs on the article ("die
// Bewaffneten").
func (w *writer) bare(i int) bool {
	x := &w.s.words[i]
	if w.lex.verbLast && x.mention >= 0 && i+1 < len(w.s.words) && w.s.words[i+1].capital() && w.s.words[i+1].mention == x.mention && len(w.lex.grammar["strong-m"]) > 0 {
		strong := w.lex.grammar["strong-m"][0]
		if strings.HasSuffix(x.low, strong[:1]) && i > 0 && strings.HasSuffix(w.s.words[i-1].low, strong) { // "der Internationale Gerichtshof"
			return false
		}
	}
	if x.mention < 0 {
		for _, end := range w.lex.weakNouns {
			if strings.HasSuffix(x.low, end) {
				return false
			}
		}
	}
	return x.capital() || !w.lex.verbLast
}

// rest gives the words of the clause without subject, verbs and what opens
// the clause, as phrases in their order.
func (w *writer) rest(k *clause) (before, after []string) {
	p := w.lex.subjectOf(w.s, w.c.clause)
	var cur []int
	flush := func(verbSeen bool) {
		if len(cur) == 0 {
			return
		}
		var parts []string
		start := 0
		for i := 1; i <= len(cur); i++ {
			if i == len(cur) || cur[i] != cur[i-1]+1 || w.phraseStart(cur[i]) {
				if t := w.text(cur[start], cur[i-1]+1); t != "" {
					if len(parts) > 0 && w.s.words[cur[start]].text == "," {
						t = ", " + t // the next of a list
					}
					parts = append(parts, t)
				}
				start = i
			}
		}
		if verbSeen {
			after = append(after, parts...)
		} else {
			before = append(before, parts...)
		}
		cur = nil
	}
	verb := k.fin
	if verb < 0 {
		verb = k.lex
	}
	gone := false
	for n, pc := range k.pieces {
		if n > 0 && !w.continues(pc) {
			break
		}
		for i := pc.first; i < pc.last; i++ {
			x := &w.s.words[i]
			switch {
			case p.first <= i && i < p.last, k.subject.first <= i && i < k.subject.last, w.skip[i], i == k.marker, i == k.fin, i == k.lex, i == k.particle,
				len(x.aux) > 0 && (x.verbal == finite || x.verbal == participle || x.verbal == infinitive), x.quoted && w.s.quoted,
				i == pc.first && x.is(tagCoord), x.is(tagTo) && w.lex.verbLast && k.kind == infClause && i+1 == k.lex:
				if i == verb {
					flush(false)
					gone = true
				}
			default:
				if x.text == "," && x.class == segment.Punct && w.s.phraseCut(max(i-1, 0), pc.last, x.clause) == i {
					i = w.behindAside(i, pc.last, k)
					if !w.lex.verbLast && i > k.lex && i < pc.last && w.s.words[i-1].text == "," && w.s.words[i].mention >= 0 && w.s.words[i].capital() {
						i = w.behindAside(i, pc.last, k) // "its minister, X, said": the aside goes on
					}
					i--
					continue
				}
				if end := w.circumstance(i, pc.last); end > i {
					flush(gone)
					i = end - 1
					continue
				}
				cur = append(cur, i)
			}
		}
	}
	flush(gone || !w.lex.verbLast || k.kind != mainClause)
	return before, after
}

// continues reports whether a later piece of the clause carries on with its
// verb or object rather than with an aside.
func (w *writer) continues(p piece) bool {
	k := &w.s.clauses[w.c.clause]
	return p.first <= k.lex && k.lex < p.last || p.first <= k.fin && k.fin < p.last || w.lex.verbLast
}

// phraseStart reports whether a word begins a prepositional phrase, where a
// title may be cut.
func (w *writer) phraseStart(i int) bool {
	x := &w.s.words[i]
	return x.is(tagPrep|tagAs) || x.class == segment.Punct && isBreak(x)
}
