package event

import (
	"slices"
	"strings"
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

	owner        int  // the possessive that begins the subject, or -1
	alone        bool // the noun of the title has nobody and nothing with it
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
	w := &writer{lex: f.lex, in: in, c: c, s: c.sent, skip: make([]bool, len(c.sent.words)), subjectActor: -1, owner: -1}
	w.leaveOut()
	for _, p := range c.mute {
		for i := p.first; i < p.last; i++ {
			w.skip[i] = true
		}
	}
	var t string
	switch {
	case c.nominal && c.status == Cancelled && c.clause >= 0 && c.sent.clauses[c.clause].verb >= 0:
		t = w.clauseTitle()
	case w.tells():
		if t = w.clauseTitle(); t == "" || w.weak {
			t, w.weak = w.nounTitle(), false
		}
	case c.nominal || c.clause < 0:
		if t = w.nounTitle(); w.told(t) && (c.clause < 0 || !f.lex.exists(c.sent, &c.sent.clauses[c.clause])) {
			if full := w.clauseTitle(); full != "" && !w.weak {
				t = full
			}
			w.weak = false
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

// told reports whether a noun of happening is better told by its clause: it is
// alone, or stands beside a verb that only supports it.
func (w *writer) told(title string) bool {
	c := w.c
	if c.clause < 0 {
		return false
	}
	k := &c.sent.clauses[c.clause]
	if k.verb < 0 {
		return false
	}
	if !strings.Contains(title, " ") && (k.subject.first <= c.trigger && c.trigger < k.subject.last || c.support) {
		return true
	}
	if strings.Contains(c.date.when, "/") { // "lasts from Monday to Friday"
		return false
	}
	class := w.lex.verbs[k.verb].class
	if k.fin < 0 || k.kind != mainClause || k.reported || class == classReport || class == classDeny || w.lex.says(w.s, k.lex) {
		return false
	}
	if c.support {
		return w.lex.preposition(w.s, c.trigger) < 0
	}
	return w.alone
}

// clauseTitle words an event told by a verb.
func (w *writer) clauseTitle() string {
	k := &w.s.clauses[w.c.clause]
	subject := w.subject(k)
	if len(subject) == 0 {
		return ""
	}
	if p := w.lex.subjectOf(w.s, w.c.clause); w.subjectActor < 0 && p.first < p.last && w.s.words[p.last-1].mention >= 0 {
		w.subjectActor = w.s.mentions[w.s.words[p.last-1].mention].actor
	}
	if w.lex.verbLast {
		return w.clauseV2(k, subject)
	}
	return w.clauseSVO(k, subject)
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
	if x.text[0] >= '0' && x.text[0] <= '9' {
		return false // "der 61-Jährige"
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

// has reports whether one of the texts stands among the words of a run.
func (s *sentence) has(first, last int, texts ...string) bool {
	for i := first; i < last; i++ {
		if slices.Contains(texts, s.words[i].text) {
			return true
		}
	}
	return false
}
