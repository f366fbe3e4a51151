package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// titleLimit is the greatest length of a title, in characters.
const titleLimit = 90

// writer words the title of one candidate from the words of its sentence.
type writer struct {
	lex  *lexicon
	in   Input
	c    *candidate
	s    *sentence
	skip []bool // words that the title does without

	named        bool // the subject is one name
	subjectActor int  // whom the title has named as its subject, or -1
}

// title words a candidate: the clause's own words, subject first, the verb in
// the present tense, dates and subordinate parts left out.
func (f *Finder) title(c *candidate, in Input) string {
	w := &writer{lex: f.lex, in: in, c: c, s: c.sent, skip: make([]bool, len(c.sent.words)), subjectActor: -1}
	w.leaveOut()
	var t string
	switch {
	case c.nominal && c.status == Cancelled && c.clause >= 0 && c.sent.clauses[c.clause].verb >= 0:
		t = w.clauseTitle()
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
	return capitalize(strings.Trim(balance(strings.Join(strings.Fields(t), " ")), " ,;:–-"))
}

// balance takes a quotation mark without its other half out of a title.
func balance(t string) string {
	if i := strings.LastIndexByte(t, '"'); i >= 0 && strings.Count(t, "\"")%2 == 1 {
		t = t[:i] + t[i+1:]
	}
	if i := strings.LastIndex(t, "„"); i >= 0 && !strings.ContainsAny(t[i+len("„"):], "“”\"") {
		t = t[:i] + t[i+len("„"):]
	}
	if i := strings.LastIndexByte(t, '('); i >= 0 && strings.IndexByte(t[i:], ')') < 0 {
		t = t[:i]
	}
	return t
}

// fallback takes the clause as it stands, or the sentence.
func (w *writer) fallback() string {
	if w.c.clause >= 0 {
		var b []string
		for _, p := range w.s.clauses[w.c.clause].pieces {
			if t := w.text(p.first, p.last); t != "" {
				b = append(b, t)
			}
		}
		if t := w.undangle(clip(strings.Join(b, " "), titleLimit)); len(t) > 12 {
			return t
		}
	}
	src := w.in.Doc.Sentences[w.s.index]
	return w.undangle(clip(strings.Trim(src.Of(w.in.Doc.Text), "\"„“”»« "), titleLimit))
}

func capitalize(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 || unicode.IsUpper(r) {
		return t
	}
	return string(unicode.ToUpper(r)) + t[n:]
}

// clip cuts a text at the last blank before n characters.
func clip(t string, n int) string {
	if utf8.RuneCountInString(t) <= n {
		return t
	}
	count, last := 0, 0
	for i, r := range t {
		if r == ' ' {
			last = i
		}
		if count++; count > n {
			break
		}
	}
	return strings.TrimRight(t[:last], " ,;:–-(")
}

// leaveOut marks the words that say only when, and those that lean on other
// sentences.
func (w *writer) leaveOut() {
	s := w.s
	for i := range s.words {
		x := &s.words[i]
		if x.timex >= 0 && (i == 0 || s.words[i-1].timex != x.timex) {
			w.dropTimex(i)
		}
		if x.is(tagFill) && x.class == segment.Lower && x.verbal == notVerb && !w.keeps(i) || i == 0 && x.is(tagFill|tagCoord) && !x.is(tagArt|tagPron|tagPrep) {
			w.skip[i] = true
		}
	}
	for i := 1; i+1 < len(s.words); i++ { // what joined two dates
		x := &s.words[i]
		if w.skip[i-1] && s.words[i-1].timex >= 0 && (x.is(tagCoord) || x.text == "," || x.class == segment.Number || x.is(tagPrep)) {
			for k := i + 1; k < len(s.words) && k < i+5; k++ {
				if w.skip[k] && s.words[k].timex >= 0 {
					w.skip[i] = true
					break
				}
				if !s.words[k].is(tagPrep|tagArt|tagCoord) && s.words[k].class != segment.Number {
					break
				}
			}
		}
	}
	if w.c.date.own && w.c.date.last <= len(w.skip) { // a date of another sentence is not to be found here
		for i := w.c.date.first; i < w.c.date.last; i++ {
			w.skip[i] = true
		}
	}
}

// keeps reports whether a filling word belongs to the word behind it ("rund
// 30", "just north of").
func (w *writer) keeps(i int) bool {
	if i+1 >= len(w.s.words) {
		return false
	}
	next := &w.s.words[i+1]
	if w.lex.particle[w.s.words[i].low] && w.c.clause >= 0 && w.s.clauses[w.c.clause].particle == i {
		return true
	}
	return next.class == segment.Number || next.is(tagNum) || i > 0 && (w.s.words[i-1].is(tagArt|tagPoss) || w.s.words[i-1].is(tagPrep) && next.class == segment.Punct)
}

// dropTimex leaves out a time expression with its preposition, unless it
// belongs to a noun ("the 1953 team") or says how long.
func (w *writer) dropTimex(i int) {
	s := w.s
	t := &w.in.Timexes.Timexes[s.words[i].timex]
	if t.Type == timex.Duration && t.EDTF == "" || t.Type == timex.Set {
		return
	}
	last := i
	for last < len(s.words) && s.words[last].timex == s.words[i].timex {
		last++
	}
	first := i
	for first > 0 && first > i-3 && (s.words[first-1].is(tagArt|tagPrep|tagFill) && !s.words[first-1].is(tagPron) || s.words[first-1].timex >= 0) {
		first--
		if s.words[first].is(tagPrep) {
			break
		}
	}
	prep := s.words[first].is(tagPrep)
	if i >= 2 && s.words[i-1].is(tagCoord) && s.words[i-2].timex >= 0 && w.skip[i-2] { // "am Dienstag und Mittwoch"
		prep, first = true, i-1
	}
	if !prep && i > 0 && (s.words[i-1].is(tagArt|tagPoss|tagCoord) || s.words[i-1].class == segment.Lower && s.words[i-1].tags == 0 && len(s.words[i-1].forms) == 0 && len(s.words[i-1].aux) == 0 && s.words[i].class == segment.Number) {
		return
	}
	if !w.lex.verbLast && prep && last < len(s.words) && (s.words[last].class == segment.Lower && s.words[last].tags == 0 && s.words[last].verbal == notVerb || s.words[last].capital()) && s.words[first+1].is(tagArt|tagPoss) {
		return // "in the 1953 expedition"
	}
	for k := first; k < last; k++ {
		w.skip[k] = true
	}
}

// text joins the words [first, last) that stand in the clause and are not
// left out, as they are spaced in the article.
func (w *writer) text(first, last int) string {
	var b strings.Builder
	prev := -1
	for i := first; i < last; i++ {
		x := &w.s.words[i]
		if w.skip[i] || x.class == segment.Punct && i == len(w.s.words)-1 {
			continue
		}
		if b.Len() == 0 && x.class == segment.Punct && x.text != "(" {
			continue
		}
		if isQuoteMark(x) && x.text == "\"" {
			if b.Len() > 0 && (prev < 0 || w.s.words[prev].End < x.Start) {
				b.WriteByte(' ')
			}
			b.WriteString(x.text)
			prev = i
			continue
		}
		if b.Len() > 0 && (prev != i-1 && x.class != segment.Punct || prev == i-1 && w.s.words[prev].End < x.Start) {
			b.WriteByte(' ')
		}
		b.WriteString(w.word(i))
		prev = i
	}
	return strings.TrimRight(b.String(), " ,;:–-(")
}

// word gives a word as the title writes it: actors by their full name.
func (w *writer) word(i int) string {
	x := &w.s.words[i]
	if x.mention < 0 {
		return x.text
	}
	m := &w.s.mentions[x.mention]
	a := &w.in.Actors.Actors[m.actor]
	men := a.Mentions[m.index]
	if a.Kind != actor.Person || i != m.first || m.last-m.first > 1 || m.Span != x.Span {
		return x.text
	}
	switch men.Form {
	case actor.ByName:
		if len(a.Name) > len(x.text) && strings.HasSuffix(a.Name, x.text) && !w.titled(i) {
			return a.Name
		}
		if n := len(x.text); n > 2 && x.text[n-1] == 's' && strings.HasSuffix(a.Name, x.text[:n-1]) && len(a.Name) > n && !w.titled(i) {
			return a.Name + "s"
		}
	case actor.ByPronoun:
		if !x.is(tagPoss) && !x.is(tagRefl) && m.actor != w.subjectActor {
			return a.Name
		}
	}
	return x.text
}

// titled reports whether a title or forename stands right before the name.
func (w *writer) titled(i int) bool {
	return i > 0 && w.s.words[i-1].capital() && w.s.words[i-1].End < w.s.words[i].Start && i-1 > 0
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
		return s.words[first].text // nobody knows who
	}
	if m := s.words[last-1].mention; m >= 0 && last-first == 2 && s.words[first].is(tagArt) {
		men := &s.mentions[m]
		a := &w.in.Actors.Actors[men.actor]
		if a.Kind == actor.Person && a.Mentions[men.index].Form == actor.ByRole {
			w.named = true
			return a.Name
		}
	}
	if s.words[first].is(tagArt) && !s.words[first].is(tagNeg|tagPoss|tagNum) && first+1 < last && w.bare(first+1) {
		if w.lex.verbLast || s.words[first+1].capital() {
			first++
		}
	}
	t := w.text(first, last)
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
	if x.mention < 0 {
		if i+1 < len(w.s.words) && w.s.words[i+1].capital() && w.s.words[i+1].mention >= 0 && w.s.words[i+1].mention == w.s.words[i].mention {
			for _, end := range w.lex.grammar["adjective"] { // "der Internationale Gerichtshof"
				if strings.HasSuffix(w.s.words[i].low, end) && strings.HasPrefix(w.lex.grammar["strong-f"][0], end) {
					return false
				}
			}
		}
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
					i = w.behindAside(i, pc.last, k) - 1
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

// behindAside gives the word behind an apposition: its closing comma, or
// the end of the piece.
func (w *writer) behindAside(i, last int, k *clause) int {
	for j := i + 1; j < last; j++ {
		if j == k.lex || j == k.fin {
			return j
		}
		if isBreak(&w.s.words[j]) {
			return j + 1
		}
	}
	return last
}

// circumstance gives the word behind a phrase that only says on which other
// occasion something happened ("bei seinem fünften Besuch in der Region",
// "since the attack"), or i if there is none at i.
func (w *writer) circumstance(i, last int) int {
	s := w.s
	x := &s.words[i]
	if !x.is(tagWhen) || i+1 >= last || !x.is(tagSince) && !s.words[i+1].is(tagPoss) {
		return i
	}
	j, noun := i+1, false
	for ; j < last && !isBreak(&s.words[j]) && s.words[j].verbal != finite && s.words[j].verbal != participle && s.words[j].verbal != infinitive; j++ {
		y := &s.words[j]
		if y.isNoun {
			noun = true
		}
		if noun && w.lex.verbLast && y.class == segment.Lower && y.tags == 0 && s.words[j-1].capital() {
			break
		}
		if !noun && j > i+5 {
			return i
		}
	}
	if !noun {
		return i
	}
	return j
}

// complement words the infinitive or the content that a short clause leads
// to: "agrees to plead guilty".
func (w *writer) complement(k *clause) string {
	n := w.c.clause
	_, end := k.bounds()
	for i := range w.s.clauses {
		c := &w.s.clauses[i]
		if c.parent != n || i == n || c.kind != infClause && !(c.kind == subClause && (c.reported || c.marker >= 0 && !w.s.words[c.marker].is(tagIf|tagFact|tagPurpose|tagPrep))) {
			continue
		}
		first, _ := c.bounds()
		if first < end-1 || first > end+1 || len(c.pieces) != 1 {
			continue
		}
		t := w.undangle(w.text(c.pieces[0].first, c.pieces[0].last))
		if w.lex.verbLast && t != "" {
			return ", " + t
		}
		return t
	}
	return ""
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

// undangle cuts words that lead to something off the end of a title.
func (w *writer) undangle(t string) string {
	for {
		i := strings.LastIndexByte(t, ' ')
		if i < 0 || w.lex.tags[strings.ToLower(t[i+1:])]&(tagPrep|tagArt|tagCoord|tagSub|tagTo) == 0 || w.lex.particle[t[i+1:]] && w.lex.verbLast {
			return t
		}
		t = strings.TrimRight(t[:i], " ,;:–-(")
	}
}

// fill puts phrases behind a head as long as the title is short enough; tail
// stands at the end in any case.
func (w *writer) fill(head string, phrases []string, tail string) string {
	room := titleLimit - utf8.RuneCountInString(head)
	if tail != "" {
		room -= utf8.RuneCountInString(tail) + 1
	}
	if room < 0 {
		return ""
	}
	for i, p := range phrases {
		n := utf8.RuneCountInString(p) + 1
		if n > room {
			if i == 0 && room > 25 && p[0] != ',' { // at least the beginning of the object, but no half clause
				head += " " + w.undangle(clip(p, room-1))
			}
			break
		}
		if !strings.HasPrefix(p, ",") {
			head += " "
		}
		head += p
		room -= n
	}
	head = strings.TrimRight(head, " ,;:–-(")
	head = w.undangle(head)
	if tail != "" {
		head += " " + tail
	}
	return head
}
