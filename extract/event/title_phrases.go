package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fasti/extract/segment"
)

// phrase is one constituent of the clause that a title words.
type phrase struct {
	text string
	rank int  // how much the title needs it; the least goes first
	tied bool // hangs on the phrase before it: a genitive, the next of a list
	list bool // is the next of a list
	out  bool // the title goes without it
}

// How much a title needs a phrase.
const (
	rankAside  = 2 // on which occasion, why
	rankFront  = 3 // what stood before the verb
	rankFree   = 4 // where and how
	rankBound  = 6 // next to the verb
	rankWith   = 7 // with whom, as what
	rankGoal   = 8 // where a journey goes
	rankObject = 9 // never left out
	rankVerb   = 10
)

// rest gives the words of the clause without subject, verbs and what opens
// the clause, as phrases in their order: those before the finite verb, and
// those behind it.
func (w *writer) rest(k *clause) (before, after []phrase) {
	p := w.lex.subjectOf(w.s, w.c.clause)
	var cur []int
	flush := func(verbSeen bool) {
		for start, i := 0, 1; i <= len(cur); i++ {
			if i < len(cur) && !w.borders(cur[i-1], cur[i]) {
				continue
			}
			if ph := w.phrase(cur[start], cur[i-1]+1); ph.text != "" {
				if verbSeen {
					after = append(after, ph)
				} else {
					before = append(before, ph)
				}
			}
			start = i
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
			if end := w.aside(i, pc.last); end > i && x.class == segment.Punct {
				flush(gone)
				i = end - 1
				continue
			}
			switch {
			case p.first <= i && i < p.last, k.subject.first <= i && i < k.subject.last, w.skip[i], w.isVerb(k, i), x.quoted && w.s.quoted, i == pc.first && x.is(tagCoord):
				if i == verb {
					flush(false)
					gone = true
				}
			case x.text == "," && x.class == segment.Punct && w.s.phraseCut(max(i-1, 0), pc.last, x.clause) == i:
				if end := w.nameBehind(i, pc.last); end > i { // "the president, Ann Lee, said"
					w.skip[i] = true
					for i++; i < end; i++ {
						cur = append(cur, i)
					}
					if i >= pc.last || w.s.words[i].text != "," {
						i--
					}
					continue
				}
				i = w.behindAside(i, pc.last, k)
				if !w.lex.verbLast && i > k.lex && i < pc.last && w.s.words[i-1].text == "," && w.s.words[i].mention >= 0 && w.s.words[i].capital() {
					i = w.behindAside(i, pc.last, k) // "its minister, X, said": the aside goes on
				}
				i--
			default:
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
	for i := 1; i < len(after); i++ { // "and in Oslo Minister X"
		if p := &after[i-1]; p.list && p.rank < rankObject && after[i].rank == rankObject && p.text[0] != ',' {
			p.text += " " + after[i].text
			after[i].text = ""
		}
	}
	for i := range before {
		before[i].tied = before[i].tied || i > 0 && w.lex.verbLast // one constituent stands before the verb
	}
	w.unfinished(after)
	w.place(before, rankFront)
	w.place(after, rankFree)
	return before, after
}

// unfinished drops the later items of a list that has no end ("fraud, theft and
// filing ..." where the last is a clause).
func (w *writer) unfinished(ps []phrase) {
	for i := 0; i < len(ps); i++ {
		first, closed := i, false
		for ; i < len(ps) && ps[i].list; i++ {
			for _, f := range strings.Fields(ps[i].text) {
				closed = closed || w.lex.tags[strings.ToLower(f)]&tagCoord != 0
			}
		}
		for k := first; k < i && !closed; k++ {
			ps[k].text = ""
		}
	}
}

// isVerb reports whether a word belongs to the verb of a clause, or joins the
// clause to another.
func (w *writer) isVerb(k *clause, i int) bool {
	x := &w.s.words[i]
	return i == k.marker || i == k.fin || i == k.lex || i == k.particle ||
		len(x.aux) > 0 && (x.verbal == finite || x.verbal == participle || x.verbal == infinitive) ||
		x.is(tagTo) && w.lex.verbLast && k.kind == infClause && i+1 == k.lex
}

// continues reports whether a later piece of the clause carries on with its
// verb or object rather than with an aside. Behind the verb that ends a
// clause nothing does.
func (w *writer) continues(p piece) bool {
	k := &w.s.clauses[w.c.clause]
	if p.first <= k.lex && k.lex < p.last || p.first <= k.fin && k.fin < p.last {
		return true
	}
	return w.lex.verbLast && (p.first < max(k.lex, k.particle) || k.lex == k.fin && k.kind == mainClause && k.particle < 0)
}

// aside gives the word behind what brackets or a dash set apart from word i
// on, or i.
func (w *writer) aside(i, last int) int {
	closing := ""
	switch w.s.words[i].text {
	case "(":
		closing = ")"
	case "[":
		closing = "]"
	case "–", "—", "-", "--":
		closing = w.s.words[i].text
	case ":", ";", "…", "...":
		return last
	case ",":
		if i+1 < last && slices.Contains(w.lex.grammar["apart"], w.s.words[i+1].low) {
			return last // ", davon 200 im Norden"
		}
		return i
	default:
		return i
	}
	for j := i + 1; j < last; j++ {
		if w.s.words[j].text == closing {
			return j + 1
		}
	}
	return last
}

// nameBehind gives the word behind the person's name that stands between
// commas behind a noun, from the first of them at i on, or i.
func (w *writer) nameBehind(i, last int) int {
	s := w.s
	if i == 0 || i+1 >= len(s.words) || s.words[i-1].mention >= 0 && s.words[i-1].capital() || !nominal(&s.words[i-1]) || w.skip[i-1] {
		return i
	}
	m := s.words[i+1].mention
	if m < 0 || s.mentions[m].actor == w.subjectActor || !s.mentions[m].person || s.mentions[m].first != i+1 || !s.words[i+1].capital() {
		return i
	}
	end := s.mentions[m].last
	if end > last || end < len(s.words) && !isBreak(&s.words[end]) {
		return i
	}
	return end
}

// borders reports whether a title may be cut between two words that stand one
// behind the other: before a preposition, a break, or a new noun phrase.
func (w *writer) borders(a, b int) bool {
	s := w.s
	if b != a+1 {
		return !(b == a+2 && w.skip[a+1] && s.words[a+1].text == "," && s.words[b].mention >= 0)
	}
	x, prev := &s.words[b], &s.words[a]
	switch {
	case w.joined(a):
		return true // "due to"
	case a > 0 && w.joined(a-1):
		return false
	case x.is(tagAs), x.class == segment.Punct && isBreak(x):
		return true
	case x.clause >= 0 && s.clauses[x.clause].particle == b:
		return false
	case prev.is(tagCoord), prev.is(tagArt|tagPoss) && !prev.is(tagPron|tagRel):
		return false
	case w.lex.verbLast && prev.is(tagArt) && x.is(tagPrep):
		return false // "die von ihm geführte Behörde"
	case x.is(tagPrep):
		return !w.fixed(a, b)
	case x.is(tagCoord):
		next := b + 1
		for next < len(s.words) && w.skip[next] {
			next++
		}
		return next < len(s.words) && (s.words[next].is(tagPrep) || prev.mention >= 0 && (s.words[next].mention >= 0 || s.words[next].is(tagArt) || s.words[next].capital()))
	}
	return w.lex.verbLast && prev.capital() && prev.tags == 0 && w.newPhrase(a, b)
}

// joined reports whether word i and the one behind it are one preposition.
func (w *writer) joined(i int) bool {
	return i+1 < len(w.s.words) && !w.lex.verbLast && w.lex.tags[w.s.words[i].low+" "+w.s.words[i+1].low]&tagPrep != 0
}

// fixed reports whether a preposition belongs to the noun before it for good:
// "Secretary of State", "in exchange for".
func (w *writer) fixed(a, b int) bool {
	s := w.s
	x, prev := &s.words[b], &s.words[a]
	if w.lex.verbLast || b+1 >= len(s.words) {
		return false
	}
	if x.is(tagGen) && prev.capital() && s.words[b+1].capital() {
		return true
	}
	return a > 0 && s.words[a-1].is(tagPrep) && prev.class == segment.Lower && prev.tags == 0
}

// newPhrase reports whether a noun phrase begins behind another one.
func (w *writer) newPhrase(a, b int) bool {
	s := w.s
	x, prev := &s.words[b], &s.words[a]
	switch {
	case x.is(tagArt | tagPoss):
		return !x.is(tagGen) && !strings.HasSuffix(x.low, "er") && !strings.HasSuffix(x.low, "es")
	case x.is(tagNum):
		return x.class == segment.Lower
	case x.class == segment.Number:
		return s.endsPlace(a)
	case x.capital():
		return prev.mention >= 0 && x.mention != prev.mention && s.mentions[prev.mention].last == b
	}
	return false
}

// phrase words the words [first, last) as one phrase.
func (w *writer) phrase(first, last int) phrase {
	ph := phrase{text: w.text(first, last), rank: rankFree}
	s := w.s
	x := &s.words[first]
	next := &s.words[min(first+1, len(s.words)-1)]
	if ph.text == "" {
		return ph
	}
	switch {
	case first == 0 || w.skip[first-1]:
	case x.text == ",":
		ph.text, ph.tied, ph.list = ", "+ph.text, true, true
		return ph
	case x.is(tagCoord):
		ph.tied, ph.list = true, true
		return ph
	case x.is(tagGen) && x.is(tagPrep):
		ph.tied, ph.rank = true, rankWith
		return ph
	case w.lex.verbLast && w.ties(first-1, x):
		ph.tied = true
	}
	switch {
	case x.is(tagAs), x.is(tagWith) && w.meets():
		ph.rank = rankWith
	case slices.Contains(w.lex.grammar["bound"], x.low):
		ph.rank = rankBound
	case slices.Contains(w.lex.grammar["aside"], x.low) && !(x.is(tagGoal) && w.travels()), w.joined(first):
		ph.rank = rankAside
	case x.is(tagGoal) && w.travels() && next.mention >= 0:
		ph.rank = rankGoal
	case !x.is(tagPrep):
		ph.rank = rankObject
	}
	return ph
}

// ties reports whether a preposition behind word i hangs on it: on a noun that
// is no name.
func (w *writer) ties(i int, prep *word) bool {
	prev := &w.s.words[i]
	if prep.is(tagObl) && prev.isNoun && slices.Contains(w.lex.grammar["bound"], prep.low) { // "zum"
		return true
	}
	return prev.capital() && prev.mention < 0 && prev.tags == 0 && slices.Contains(w.lex.grammar["ties"], prep.low)
}

// travels reports whether the event is someone's way to a place.
func (w *writer) travels() bool {
	return w.c.verb >= 0 && w.lex.verbs[w.c.verb].frame == frameTravels
}

// meets reports whether several take part in the event.
func (w *writer) meets() bool {
	if w.c.verb < 0 {
		return true
	}
	switch w.lex.verbs[w.c.verb].frame {
	case frameMeets, frameSpeaks, frameJoins:
		return true
	}
	return !w.lex.verbLast
}

// place ranks the free phrases by their place: next to the verb stands what
// belongs to it, at the end of the clause in a language with the verb last,
// at its beginning in others.
func (w *writer) place(ps []phrase, free int) {
	bound := -1
	for i := range ps {
		if ps[i].rank == rankFree {
			ps[i].rank = free
		}
		if ps[i].tied || ps[i].rank != free {
			continue
		}
		if free == rankFree && (bound < 0 || w.lex.verbLast) {
			bound = i
		}
	}
	if bound >= 0 && (!w.lex.verbLast || bound == len(ps)-1) {
		ps[bound].rank = rankBound
	}
}

// compose joins phrases to a title, less those that so many characters have
// no room for; tail stands at the end in any case. It gives also the rank of
// the dearest that was left out, or "" if what must stay is too long.
func (w *writer) compose(limit int, phrases []phrase, tail string) (string, int) {
	keep := slices.Clone(phrases)
	for {
		t := w.line(keep, tail)
		if utf8.RuneCountInString(t) <= limit {
			break
		}
		i := w.least(keep)
		if i < 0 {
			return "", rankObject
		}
		drop(keep, i)
	}
	lost := 0
	for i := range keep { // room that a dear phrase has left may do for one that went before it
		if !keep[i].out || keep[i].tied {
			continue
		}
		if !w.lex.verbLast && i > 0 && keep[i-1].out && !keep[i-1].tied {
			lost = max(lost, keep[i].rank)
			continue // what went before is what it hangs on
		}
		keep[i].out = false
		if utf8.RuneCountInString(w.line(keep, tail)) > limit {
			keep[i].out = true
			lost = max(lost, keep[i].rank)
		}
	}
	return w.line(keep, tail), lost
}

// line joins the phrases that are left, and cuts what leads nowhere off their
// end.
func (w *writer) line(ps []phrase, tail string) string {
	var b strings.Builder
	verb := false
	for i := range ps {
		p := &ps[i]
		if p.out || p.text == "" {
			continue
		}
		if b.Len() > 0 && p.text[0] != ',' {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
		verb = p.rank == rankVerb
	}
	t := b.String()
	if !verb {
		t = w.undangle(strings.TrimRight(t, " ,;:–-("))
	}
	if tail != "" {
		t += " " + tail
	}
	return t
}

// least gives the phrase that a title can do without first, or -1: where the
// verb is last, the one of the least rank, of equals the first, else the last
// one.
func (w *writer) least(ps []phrase) int {
	best := -1
	for i, p := range ps {
		if p.rank >= rankObject || p.text == "" || p.out {
			continue
		}
		if best < 0 || !w.lex.verbLast || p.rank < ps[best].rank || p.rank == ps[best].rank && (p.tied || !ps[best].tied && len(p.text) > len(ps[best].text)) {
			best = i
		}
	}
	return best
}

// drop takes a phrase out, with what hangs on it; a list goes as a whole, but
// for its first.
func drop(ps []phrase, i int) {
	first, last := i, i+1
	if ps[i].list {
		for first > 0 && ps[first-1].list {
			first--
		}
		if first > 0 && ps[first-1].tied { // "the ministers of A, B and C"
			first--
		}
	}
	for last < len(ps) && ps[last].tied {
		last++
	}
	for ; first < last; first++ {
		ps[first].out = true
	}
}

func join(ps []phrase) string {
	out := make([]string, 0, len(ps))
	for _, p := range ps {
		out = append(out, p.text)
	}
	return strings.Join(out, " ")
}

// verbPhrase makes a phrase of a title's verb, with its particle.
func verbPhrase(text string) phrase { return phrase{text: text, rank: rankVerb} }

// must makes a phrase that a title cannot do without.
func must(text string) phrase { return phrase{text: text, rank: rankObject} }
