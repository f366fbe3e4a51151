package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// broken says what a finished title has lost that it cannot do without, or "":
// the checker of all derivations. It knows nothing of how the title was made,
// only which words of the sentence it shows.
func (d *draft) broken(l *line, text string) string {
	checks := []struct {
		why   string
		found bool
	}{
		{"time", d.halfTime()},
		{"phrase", d.strayWord()},
		{"name", d.halfName() || d.splitName(text)},
		{"number", d.lostNumber()},
		{"negation", d.lostNegation()},
		{"verb-inside", d.verbInside(l)},
		{"time-subject", d.timeSubject(l)},
		{"coordination", d.lostLink(l) || d.lostCompany(l)},
		{"gap", d.lostGapped()},
		{"contrast", d.keptContrast()},
		{"clitic", d.strayClitic(l)},
		{"repeated", d.repeated(text)},
		{"marks", brokenMarks(text) || d.lostColon()},
		{"comparison", d.lostLike()},
		{"participle", d.listedParticiple()},
		{"quotation", d.cutQuotation() || d.unmarkedSpeech(text)},
		{"alternative", d.lostAlternative()},
		{"preposition", !d.impersonal && d.opensWithPreposition(l) || d.behindPreposition(l)},
		{"coordination", d.opensWithLink(l)},
		{"gap", d.f.has("clause:relative") && d.behindComma(l)},
		{"host", d.hosted && !d.shown(d.trigger)},
		{"name", d.cutName(l) || d.halfMention()},
		{"number", d.cutNumber() || d.lostOrdinal() || d.partedNumber(l)},
		{"comma", d.lostComma(l)},
		{"straddle", d.straddles(l)},
		{"end", d.openEnd(text) || d.endsWithAuxiliary(l)},
		{"time", d.timeInside(l)},
	}
	for _, c := range checks {
		if c.found {
			return c.why
		}
	}
	if d.pred != nil {
		return d.brokenClause(l, text)
	}
	if d.articleBehind(l) {
		return "article"
	}
	if d.dayInside(l) {
		return "time"
	}
	if d.cutCompound(l) || d.cutAttribute(l) {
		return "name"
	}
	return ""
}

// dayInside reports whether a noun's title shows a day with its preposition, which only what
// the tree hangs on it wrongly leaves there: "Angriff der Miliz | am 2. März durch Norland".
func (d *draft) dayInside(l *line) bool {
	if !d.words.verbSecond || len(l.front) == 0 {
		return false
	}
	words := l.front[0].words
	for n := 1; n < len(words); n++ {
		i, c := words[n], words[n-1]
		if !d.dated(i) || figures(d.low[i]) || d.say[i] != "" {
			continue
		}
		if d.pos(c) == syntax.ADP && !d.is("genitive", c) && !d.is("span", c) || d.rel(i) == syntax.RelNmodUnmarked || d.rel(i) == syntax.RelOblUnmarked {
			return true
		}
	}
	return false
}

// cutAttribute reports whether a noun's title ends with an adjective that has lost its noun: "a
// new autonomous, | self-administered region".
func (d *draft) cutAttribute(l *line) bool {
	if d.words.verbSecond || len(l.front) == 0 {
		return false
	}
	words := l.front[0].words
	n := len(words)
	if n < 2 || d.pos(words[n-1]) == syntax.VERB {
		return false
	}
	before := d.pos(words[n-2])
	return d.pos(words[n-1]) == syntax.ADJ && (before == syntax.ADJ || before == syntax.DET)
}

// cutCompound reports whether a noun's title ends within a compound: "retirement of the
// space | shuttles".
func (d *draft) cutCompound(l *line) bool {
	if d.words.verbSecond || len(l.front) == 0 || len(l.front[0].words) == 0 {
		return false
	}
	words := l.front[0].words
	last := words[len(words)-1]
	return last+1 < len(d.low) && d.pos(last) == syntax.NOUN && d.pos(last+1) == syntax.NOUN && d.timex[last+1] < 0 && !d.gapAt(last)
}

// articleBehind reports whether a noun's title has an indefinite article right behind another
// noun, where the phrase must have ended: "retirement of the shuttles | a spacecraft".
func (d *draft) articleBehind(l *line) bool {
	if len(l.front) == 0 || d.words.verbSecond {
		return false
	}
	words := l.front[0].words
	for n := 1; n < len(words); n++ {
		i := words[n]
		if d.pos(i) == syntax.DET && d.is("indefinite", i) && (d.pos(words[n-1]) == syntax.NOUN || d.pos(words[n-1]) == syntax.PROPN) && (d.pos(i-1) != syntax.PUNCT || !d.joins(i-1, words[n-1], i)) {
			return true
		}
	}
	return false
}

// brokenClause says what the predicate of a title lacks, or "".
func (d *draft) brokenClause(l *line, text string) string {
	low := strings.ToLower(text)
	switch {
	case d.pred.particle >= 0 && !strings.Contains(low, d.low[d.pred.particle]):
		return "particle"
	case d.cutClause(l):
		return "clause"
	case d.caption(l):
		return "caption"
	case d.lostObject(), d.lostBehind():
		return "object"
	case d.gerundClause(), d.opensWithVerb(l), d.belowLater(), d.markAlone():
		return "clause"
	case d.twoFinite():
		return "verbs"
	case d.withoutContent():
		return "content"
	case d.afterthought(l):
		return "gap"
	case d.lightAlone():
		return "light"
	case d.withoutComplement(l):
		return "complement"
	case d.impersonal && d.lostContent():
		return "content"
	case d.pointsAhead(), d.impersonal && d.lostClause():
		return "correlative"
	case d.toItself():
		return "self"
	case d.lostAntecedent():
		return "relative"
	}
	return ""
}

// toItself reports whether a title names one and the same as subject and object, which
// would be "himself" if it were so: the pronoun stood for somebody else.
func (d *draft) toItself() bool {
	if d.sub < 0 || d.pred.passive >= 0 || d.pred.copula >= 0 {
		return false
	}
	s := d.who[d.last(d.sub)].actor
	return s >= 0 && slices.ContainsFunc(d.kids[d.pred.head], func(k int) bool {
		_, form := d.actorAt(d.last(k))
		return (d.rel(k) == syntax.RelObj || d.rel(k) == syntax.RelIobj) && d.keep[k] && k != d.sub && form == actor.ByName && d.who[d.last(k)].actor == s
	})
}

// lostAntecedent reports whether a title words a relative clause without the noun that it
// describes, which its verb or an infinitive at it needs: "the messages that | he tried to
// send".
func (d *draft) lostAntecedent() bool {
	i := d.pred.head
	for n := 0; n < len(d.low) && d.rel(i) == syntax.RelConj; n++ {
		i = d.s.Words[i].Head
	}
	if i < 0 || d.rel(i) != syntax.RelAclRelcl || d.f.has("clause:relative") {
		return false
	}
	return slices.ContainsFunc(d.kids[i], func(k int) bool {
		return d.relativePronoun(k) && k < i && !d.keep[k] && (d.rel(k) == syntax.RelObj || d.rel(k) == syntax.RelIobj || d.rel(k) == syntax.RelXcomp)
	})
}

// shown reports whether a title says word i: it keeps it, says another for it,
// or has it in its verb.
func (d *draft) shown(i int) bool {
	if i < 0 {
		return false
	}
	if d.keep[i] {
		return true
	}
	p := d.pred
	return p != nil && (i == p.head || i == p.particle || slices.Contains(p.aux, i) || slices.Contains(p.negation, i))
}

// halfTime reports whether a title shows some words of a date without the rest:
// "the 27 deal".
func (d *draft) halfTime() bool {
	for i := range d.low {
		if !d.keep[i] || !d.dated(i) || d.small(i) {
			continue
		}
		for k := range d.low {
			if d.timex[k] == d.timex[i] && !d.keep[k] && !d.small(k) {
				return true
			}
		}
	}
	return false
}

// lostBehind reports whether the noun phrase right behind a verb is not shown: it
// is the verb's object, whatever the tree takes it for.
func (d *draft) lostBehind() bool {
	if d.words.verbSecond || d.pred.passive >= 0 || d.pred.copula >= 0 {
		return false
	}
	for n := d.pred.head + 1; n < len(d.low); n++ {
		switch d.pos(n) {
		case syntax.DET, syntax.ADJ, syntax.NUM:
			if d.timex[n] >= 0 {
				return false
			}
			continue
		case syntax.NOUN, syntax.PROPN:
			if n == d.pred.head+1 && d.timeObject(n) { // "identifies May 2 as the day"
				return true
			}
			return d.timex[n] < 0 && !d.shown(n) && !d.brack[n] && d.say[n] == ""
		}
		return false
	}
	return false
}

// timeObject reports whether the date that begins with word n is the object of its
// verb, which the title leaves out as a date.
func (d *draft) timeObject(n int) bool {
	for k := n; k < len(d.low) && d.dated(n) && d.timex[k] == d.timex[n]; k++ {
		switch d.rel(k) {
		case syntax.RelObj, syntax.RelIobj, syntax.RelAppos:
			return !d.is("filler", n)
		}
	}
	return false
}

// gerundClause reports whether what should be a complement clause is only a
// preposition that looks like a verb, "announced that following …", or a noun
// without its verb.
func (d *draft) gerundClause() bool {
	return slices.ContainsFunc(d.kids[d.pred.head], func(k int) bool {
		if d.rel(k) != syntax.RelCcomp || !d.keep[k] {
			return false
		}
		return d.bareUse(k) || d.kid(k, syntax.RelMark) >= 0 && !d.verbal(k) && d.kid(k, syntax.RelCop, syntax.RelAux, syntax.RelAuxPass) < 0
	})
}

// markAlone reports whether a title shows the word that opens a clause and no verb behind
// it: "establish that poor hygiene | …".
func (d *draft) markAlone() bool {
	if d.words.verbSecond {
		return false
	}
	for i := range d.low {
		if d.keep[i] && d.is("leaning", i) && d.pos(i) == syntax.SCONJ && !d.verbBehind(i) {
			return true
		}
	}
	return false
}

// verbBehind reports whether a title shows a verb behind word i.
func (d *draft) verbBehind(i int) bool {
	for k := i + 1; k < len(d.low); k++ {
		if d.verbal(k) && d.shown(k) {
			return true
		}
	}
	return false
}

// belowLater reports whether the tree has a clause that nothing makes a dependent one
// below a later verb without a subject: it has lost the word that makes that one
// dependent, and where the first ends.
func (d *draft) belowLater() bool {
	i := d.pred.head
	h := d.s.Words[i].Head
	if d.words.verbSecond || d.rel(i) != syntax.RelAdvcl || h < i || d.kid(i, syntax.RelMark) >= 0 || d.pred.finite < 0 {
		return false
	}
	return d.finiteWord(h) && d.kid(h, syntax.RelNsubj, syntax.RelNsubjPass) < 0 && d.finiteWord(d.pred.finite) && d.holds(i, d.sub)
}

// opensWithVerb reports whether a main clause that completes a verb has lost what
// stood before its finite verb: "berichtet, | seien Steine geflogen".
func (d *draft) opensWithVerb(l *line) bool {
	if !d.words.verbSecond {
		return false
	}
	return slices.ContainsFunc(l.behind, func(p part) bool {
		if p.out || !p.comma || len(p.words) == 0 {
			return false
		}
		i := p.words[0]
		return d.finiteWord(i) && d.verbal(i) && (i == 0 || d.low[i-1] != "," || d.gapAt(i-1))
	})
}

// small reports whether a word carries no meaning of its own: an article, a
// preposition, a mark.
func (d *draft) small(i int) bool {
	switch d.pos(i) {
	case syntax.PUNCT, syntax.ADP, syntax.DET, syntax.PART, syntax.CCONJ, syntax.SCONJ, syntax.ADV:
		return true
	}
	return false
}

// strayWord reports whether a title shows a word that only belongs to another
// that it does not show: an article, an adjective, a preposition without its noun.
func (d *draft) strayWord() bool {
	for i := range d.low {
		h := d.s.Words[i].Head
		if d.keep[i] && (d.strayInLean(i) || d.twoArticles(i) || d.unquoted(i) || d.strayDated(i)) {
			return true
		}
		if !d.keep[i] || h < 0 || d.shown(h) || d.say[i] != "" || i == d.sub || i == d.trigger {
			continue
		}
		switch d.rel(i) {
		case syntax.RelDet, syntax.RelAmod, syntax.RelNummod, syntax.RelCase, syntax.RelCompound, syntax.RelFlat, syntax.RelFixed, syntax.RelNmodPoss, syntax.RelDetPoss, syntax.RelCc, syntax.RelAux, syntax.RelCop:
			return true
		}
	}
	return false
}

// opensWithLink reports whether a title begins with what joins it to another: "And
// another …".
func (d *draft) opensWithLink(l *line) bool {
	i := d.opener(l)
	return i >= 0 && d.pos(i) == syntax.CCONJ && !d.is("pair", i)
}

// behindComma reports whether a comma stands between the verb of a clause and a part
// of its title, in a language that sets no clauses apart by commas: what follows is
// of another clause. "took place in May, | mainly involved …".
func (d *draft) behindComma(l *line) bool {
	return !d.words.verbSecond && slices.ContainsFunc(l.parts, func(p part) bool {
		return !p.out && len(p.words) > 0 && p.words[0] > d.pred.head && d.low[p.words[0]-1] == ","
	})
}

// twoArticles reports whether a possessive or an article stands right before another
// article: its own noun is gone. "mit seinem | den Weltrekord".
func (d *draft) twoArticles(i int) bool {
	if d.pos(i) != syntax.DET && d.rel(i) != syntax.RelDetPoss || d.say[i] != "" || !d.is("definite", i) && !d.is("indefinite", i) && d.rel(i) != syntax.RelDetPoss {
		return false
	}
	n := i + 1
	for n < len(d.low) && (!d.keep[n] || d.pos(n) == syntax.PUNCT) {
		n++
	}
	return n < len(d.low) && d.pos(n) == syntax.DET && d.say[n] == "" && (d.is("definite", n) || d.is("indefinite", n))
}

// unquoted reports whether what stands before a name in quotation marks has lost it: "mit
// seinem | „Sturmvogel“".
func (d *draft) unquoted(i int) bool {
	if i+2 >= len(d.low) || d.say[i] != "" || d.pos(i) != syntax.PRON && d.pos(i) != syntax.DET {
		return false
	}
	return strings.Contains("„“\"", d.low[i+1]) && !d.keep[i+2]
}

// strayDated reports whether an attribute has lost the date between it and its article:
// "das | vom 20. bis zum 22. Juli | dauernde Fest".
func (d *draft) strayDated(i int) bool {
	if !d.words.verbSecond || d.pos(i) != syntax.ADJ || i == 0 || !d.dated(i-1) || d.keep[i-1] || !d.losesTime(i) {
		return false
	}
	j := i - 1
	for j > 0 && (d.timex[j] >= 0 || d.pos(j) == syntax.ADP || d.pos(j) == syntax.PUNCT) {
		j--
	}
	return d.pos(j) == syntax.DET && d.keep[j] && d.s.Words[j].Head > i
}

// strayInLean reports whether a preposition has lost its date, or the name of a zone
// its time of day, in a sentence that was read without its dates: "findet | bis | statt".
func (d *draft) strayInLean(i int) bool {
	if !d.pruned {
		return false
	}
	if d.is("span", i) && d.gapAt(i) {
		return true
	}
	switch d.pos(i) {
	case syntax.ADP:
		if d.rel(i) != syntax.RelCompoundPrt && d.gapAt(i) || i > 0 && d.is("genitive", i) && d.gapAt(i-1) {
			return true
		}
	case syntax.DET:
		if d.gapAt(i) && d.is("leaning", i) {
			return true
		}
	}
	return d.is("clock", i) && (d.pos(i) == syntax.NOUN || d.pos(i) == syntax.PROPN) && d.kid(i, syntax.RelCase) < 0 && d.oblique(i)
}

// oblique reports whether a word is an adverbial or attribute.
func (d *draft) oblique(i int) bool {
	switch d.rel(i) {
	case syntax.RelObl, syntax.RelOblUnmarked, syntax.RelNmodUnmarked, syntax.RelNmod:
		return true
	}
	return false
}

// halfName reports whether a name or a compound has lost a part, or a phrase its
// preposition.
func (d *draft) halfName() bool {
	for i := range d.low {
		h := d.s.Words[i].Head
		if d.shown(i) || h < 0 || !d.keep[h] || d.say[h] != "" || d.pos(i) == syntax.PUNCT || d.brack[i] || d.timex[i] >= 0 {
			continue
		}
		switch d.rel(i) {
		case syntax.RelFlat, syntax.RelFixed:
			return !d.is("clock", i)
		case syntax.RelCompound:
			return !d.temporal(i) && !d.is("filler", i)
		case syntax.RelCase:
			if h != d.sub && h != d.trigger && !d.f.has("noun") {
				return true
			}
		}
	}
	return false
}

// splitName reports whether a title shows all words of a name, but not together:
// the tree has torn it apart.
func (d *draft) splitName(text string) bool {
	for i, p := range d.who {
		if p.actor < 0 || p.mention < 0 || p.first >= i || d.in.Actors.Actors[p.actor].Mentions[p.mention].Form != actor.ByName || d.brack[i] {
			continue
		}
		all := true
		for k := p.first; k <= i; k++ {
			all = all && d.keep[k] && d.say[k] == ""
		}
		name := oneLine(d.in.Doc.Text[d.s.Words[p.first].Start:d.s.Words[i].End])
		low := strings.ToLower(text)
		if all && !strings.Contains(low, strings.ToLower(name)) && !strings.Contains(low, strings.ToLower(d.words.shorten(name, d.marks.owner))) {
			return true
		}
	}
	return false
}

// lostNumber reports whether a noun of a title has lost how many it means.
func (d *draft) lostNumber() bool {
	for i := range d.low {
		h := d.s.Words[i].Head
		if !d.keep[i] && h >= 0 && d.keep[h] && d.say[h] == "" && d.rel(i) == syntax.RelNummod && d.timex[i] < 0 && !d.brack[i] {
			return true
		}
	}
	return false
}

// lostNegation reports whether a title shows what its sentence negates without
// the negation.
func (d *draft) lostNegation() bool {
	for i := range d.low {
		h := d.s.Words[i].Head
		if h < 0 || !d.is("negation", i) || d.shown(i) || d.brack[i] {
			continue
		}
		if d.pos(i) == syntax.PART && d.timex[h] >= 0 {
			if v := d.verbAbove(h); v >= 0 && d.shown(v) {
				return true // hung on the day: "schloss am Dienstag | nicht | aus"
			}
		}
		if !d.shown(h) || d.say[h] != "" {
			continue
		}
		switch d.rel(i) {
		case syntax.RelAdvmod, syntax.RelDet, syntax.RelCase, syntax.RelCc, syntax.RelAmod, syntax.RelObj, syntax.RelNsubj, syntax.RelNsubjPass:
			return true
		}
	}
	return false
}

// verbInside reports whether a finite verb stands in the subject though no
// clause of it is its own: the tree is wrong then.
func (d *draft) verbInside(l *line) bool {
	for _, p := range l.front {
		for _, i := range p.words {
			if d.say[i] != "" {
				continue
			}
			if d.verbal(i) && d.finiteWord(i) && !d.inClauseOf(i, d.sub) || d.activeParticiple(i) {
				return true
			}
		}
	}
	return false
}

// activeParticiple reports whether what should be a past participle at a noun has an
// object, as only a finite verb has: "a mother | called the police".
func (d *draft) activeParticiple(i int) bool {
	k := d.kid(i, syntax.RelObj, syntax.RelCcomp)
	if d.words.verbSecond || d.rel(i) != syntax.RelAcl || k < i || !d.keep[k] || d.rel(k) == syntax.RelCcomp && d.words.is("addressee", d.lemma(i)) {
		return false
	}
	v, ok := d.verbs.Present(d.low[i])
	return ok && v.Finite && d.s.Words[i].Morph.Tense == syntax.Past
}

// inClauseOf reports whether word i stands in a clause that belongs to word top.
func (d *draft) inClauseOf(i, top int) bool {
	for h := i; h >= 0 && h != top; h = d.s.Words[h].Head {
		switch d.rel(h) {
		case syntax.RelAcl, syntax.RelAclRelcl, syntax.RelCcomp, syntax.RelAdvcl, syntax.RelCsubj, syntax.RelXcomp:
			return true
		}
	}
	return false
}

// timeSubject reports whether a subject is a time or begins with a day:
// "Yesterday wins".
func (d *draft) timeSubject(l *line) bool {
	if len(l.front) == 0 || len(l.front[0].words) == 0 {
		return false
	}
	only := true
	words := l.front[0].words
	for _, i := range words {
		only = only && (d.timex[i] >= 0 || d.small(i))
	}
	if d.say[d.sub] != "" {
		return false
	}
	first := words[0]
	if d.sub >= 0 && d.lasts() {
		return true
	}
	return only || d.dated(first) && d.pos(first) != syntax.NUM && d.pos(first) != syntax.DET && d.s.Words[first].Morph.Case != syntax.Gen && d.rel(first) != syntax.RelNmodPoss
}

// lasts reports whether a subject is a length of time that only says when: "minutes
// before the vote", "vier Minuten nach dem Start verschwand …".
func (d *draft) lasts() bool {
	i := d.sub
	if d.is("unit", i) && i+1 < len(d.low) && d.is("aside", i+1) {
		return true
	}
	return d.timex[i] >= 0 && d.in.Timexes.Timexes[d.timex[i]].Type == timex.Duration && i < d.head && !d.beingTime()
}

// beingTime reports whether the predicate can be said of a time: a noun or
// adjective.
func (d *draft) beingTime() bool { return d.predicate(d.head).copula >= 0 }

// lostLink reports whether two parts of a coordination stand side by side
// without the word that links them.
func (d *draft) lostLink(l *line) bool {
	for i := range d.low {
		if d.keep[i] && d.rel(i) == syntax.RelConj && d.lostBefore(i) {
			return true
		}
	}
	for _, list := range [][]part{l.front, l.parts, l.behind} {
		for _, p := range list {
			for n := 1; n < len(p.words) && !p.out; n++ {
				a, b := p.words[n-1], p.words[n]
				for c := a + 1; c < b; c++ {
					if d.rel(c) == syntax.RelCc && d.linked(d.s.Words[c].Head, b) {
						return true
					}
				}
			}
		}
	}
	return false
}

// lostCompany reports whether a subject has lost what an "and" right behind it joins
// to it: "A | and chair B | questioned".
func (d *draft) lostCompany(l *line) bool {
	if d.pred == nil || d.sub < 0 || d.say[d.sub] != "" || len(l.front) == 0 {
		return false
	}
	words := l.front[len(l.front)-1].words
	n := words[len(words)-1] + 1
	first := d.pred.head
	if d.pred.finite >= 0 {
		first = min(first, d.pred.finite)
	}
	return n < first && d.pos(n) == syntax.CCONJ && !d.keep[n] && !slices.ContainsFunc(d.low[n:first], func(w string) bool { return w == "," }) && !d.finiteBetween(n, first)
}

// finiteBetween reports whether a finite verb stands between two words.
func (d *draft) finiteBetween(a, b int) bool {
	for i := a; i < b; i++ {
		if d.verbal(i) && d.finiteWord(i) {
			return true
		}
	}
	return false
}

// linked reports whether the part h of a coordination belongs to what a title
// shows up to word b.
func (d *draft) linked(h, b int) bool {
	if h < 0 {
		return false
	}
	if d.keep[h] || d.holds(h, b) {
		return true
	}
	return d.rel(h) == syntax.RelConj && h < b && !d.brack[h] && d.keep[d.s.Words[h].Head]
}

// lostBefore reports whether what stands right before the link of part i is not
// shown: "Hagia Sophia, formerly a church | and now a museum".
func (d *draft) lostBefore(i int) bool {
	c, h := d.kid(i, syntax.RelCc), d.s.Words[i].Head
	if c <= 0 || h == d.head || d.say[h] != "" || !d.keep[c] {
		return false
	}
	return !d.shown(c-1) && d.pos(c-1) != syntax.PUNCT && !d.brack[c-1] && d.timex[c-1] < 0
}

// lostGapped reports whether a title shows where, and not whom, of a second part
// that shares its verb with the first: "meets Anna Roe and in Dorwick".
func (d *draft) lostGapped() bool {
	for i := range d.low {
		n := i + 1
		for n < len(d.low) && d.pos(n) == syntax.ADV {
			n++
		}
		if d.rel(i) != syntax.RelCc || !d.keep[i] || n >= len(d.low) || d.pos(n) != syntax.ADP {
			continue
		}
		if i > 0 && d.verbal(i-1) && d.keep[n] {
			return true // "performed and | at the ball"
		}
		end := n
		for end < len(d.low) && d.keep[end] {
			end++
		}
		if end == len(d.low) {
			continue
		}
		switch d.pos(end) {
		case syntax.NOUN, syntax.PROPN, syntax.DET, syntax.ADJ, syntax.NUM, syntax.PRON:
			return true
		}
	}
	return false
}

// strayClitic reports whether an ending that is written as its own word stands
// behind another word than in the report: "'s" without its owner.
func (d *draft) strayClitic(l *line) bool {
	for _, list := range [][]part{l.front, l.parts, l.behind} {
		for _, p := range list {
			if p.out {
				continue
			}
			for n, i := range p.words {
				if d.joined(i) && (n == 0 || p.words[n-1] != i-1 || d.say[i-1] != "" && d.low[i] != d.marks.owner) {
					return true
				}
			}
		}
	}
	return false
}

// joined reports whether a word is a genitive ending or a hyphened rest that is
// written onto the word before.
func (d *draft) joined(i int) bool {
	return i > 0 && d.s.Words[i-1].End == d.s.Words[i].Start && d.pos(i) != syntax.PUNCT && (strings.HasPrefix(d.low[i], "'") || strings.HasPrefix(d.low[i], "’") || strings.HasPrefix(d.low[i], "-"))
}

// repeated reports whether a title says a word twice in a row that its report
// does not.
func (d *draft) repeated(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	for n := 1; n < len(words); n++ {
		if a, b := words[n-1], words[n]; a == b && !d.inName(a+" "+b) && !strings.Contains(strings.ToLower(oneLine(d.span().Of(d.in.Doc.Text))), a+" "+b) {
			return true
		}
	}
	return false
}

// inName reports whether a name that stands for another word holds two words.
func (d *draft) inName(pair string) bool {
	for _, s := range d.say {
		if strings.Contains(strings.ToLower(s), pair) {
			return true
		}
	}
	return false
}

// lostLike reports whether a participle has lost what makes it a comparison: "kann |
// wie | geplant landen".
func (d *draft) lostLike() bool {
	for n := 1; n < len(d.low); n++ {
		if i := n - 1; d.keep[n] && !d.keep[i] && d.is("reported", i) && d.s.Words[n].Morph.Form == syntax.Participle && d.say[n] == "" {
			return true
		}
	}
	return false
}

// lostColon reports whether a title has words from both sides of a colon, or in German
// of a semicolon, of the report: "entstand im Mai: „Die Brücke“" is no "entsteht „Die Brücke“".
func (d *draft) lostColon() bool {
	for i := 1; i+1 < len(d.low); i++ {
		if d.low[i] != ":" && (d.low[i] != ";" || !d.words.verbSecond) || d.brack[i] || d.s.Words[i].End == d.s.Words[i+1].Start {
			continue
		}
		if slices.Contains(d.keep[:i], true) && slices.Contains(d.keep[i+1:], true) {
			return true
		}
	}
	return false
}

// listedParticiple reports whether a verb that is set apart from the one it is
// coordinated with, without a word that links them or a further part that has
// one, is taken for finite: "committed to a trial, anticipated to begin".
func (d *draft) listedParticiple() bool {
	if d.pred == nil || d.words.verbSecond || len(d.pred.aux) > 0 && !d.f.has("verb:shared") {
		return false
	}
	i := d.pred.head
	h := d.s.Words[i].Head
	if i > 0 && d.low[i-1] == "," && d.words.is("complement", d.lemma(i)) && d.s.Words[i].Morph.Form == syntax.Participle && d.kid(i, syntax.RelXcomp) > i {
		return true // ", expected to begin": of the noun before
	}
	if d.rel(i) != syntax.RelConj || h < 0 || !d.apart(i) || d.noPassive(i) || d.kid(i, syntax.RelCc, syntax.RelNsubj, syntax.RelObj) >= 0 {
		return false
	}
	return !slices.ContainsFunc(d.kids[h], func(k int) bool {
		return k > i && d.rel(k) == syntax.RelConj && d.kid(k, syntax.RelCc) >= 0 && d.kid(k, syntax.RelNsubj, syntax.RelNsubjPass) < 0
	})
}

// cutQuotation reports whether a title shows what somebody said in quotation
// marks, but not all of it.
func (d *draft) cutQuotation() bool {
	if d.pred == nil {
		return false
	}
	for _, k := range d.kids[d.pred.head] {
		f := d.first(k)
		if !d.keep[k] || d.rel(k) != syntax.RelCcomp || f == 0 || !strings.Contains("\"„“", d.low[f-1]) {
			continue
		}
		for _, i := range d.under(k) {
			if i >= f && d.pos(i) != syntax.PUNCT && !d.keep[i] && d.timex[i] < 0 {
				return true
			}
		}
	}
	return false
}

// unmarkedSpeech reports whether a title shows a word by which somebody speaks of themselves,
// or with which they begin, and has lost the quotation marks around it.
func (d *draft) unmarkedSpeech(text string) bool {
	if strings.ContainsAny(text, "\"„“”") {
		return false
	}
	for i := range d.low {
		if a, _ := d.quotation(i); d.keep[i] && (a >= 0 && d.is("speaker", i) || d.opensSpeech(i) && !d.inComplement(i)) {
			return true
		}
	}
	return false
}

// opensSpeech reports whether what somebody says begins with a word: an opening mark stands
// before it, and before that a comma, a colon or a verb.
func (d *draft) opensSpeech(i int) bool {
	if i < 2 || !strings.Contains("\"„“", d.low[i-1]) || d.s.Words[i].Start > d.s.Words[i-1].End || d.s.Words[i-1].Start == d.s.Words[i-2].End {
		return false
	}
	return strings.Contains(",:", d.low[i-2]) || d.pos(i-2) == syntax.VERB
}

// lostAlternative reports whether a title shows only one of two that "or"
// joins.
func (d *draft) lostAlternative() bool {
	for i := range d.low {
		if !d.is("alternative", i) || d.rel(i) != syntax.RelCc || d.s.Words[i].Head < 0 {
			continue
		}
		second := d.s.Words[i].Head
		first := d.s.Words[second].Head
		if d.rel(second) == syntax.RelConj && first >= 0 && d.shown(second) != d.shown(first) {
			return true
		}
	}
	return false
}

// opensWithPreposition reports whether what should be a noun or a subject opens
// with a preposition.
func (d *draft) opensWithPreposition(l *line) bool {
	if len(l.front) == 0 || len(l.front[0].words) == 0 {
		return false
	}
	i := l.front[0].words[0]
	return d.rel(i) == syntax.RelCase && d.pos(i) == syntax.ADP && d.say[i] == "" && !d.is("frame", i) && !d.words.is("frame", d.phrase(d.s.Words[i].Head))
}

// behindPreposition reports whether a subject before its verb has lost the
// preposition right before it: "eight others on | board crashed".
func (d *draft) behindPreposition(l *line) bool {
	if d.pred == nil || d.words.verbSecond || d.f.has("clause:relative") || d.f.has("verb:participle") {
		return false
	}
	i := d.opener(l)
	if i < 1 || i > d.pred.head || d.keep[i-1] || d.timex[i-1] >= 0 {
		return false
	}
	return d.prepositionAt(i-1) && !d.is("circumstance", i-1) && !d.is("doubt", i-1)
}

// opener is the first word of what a title begins with, or -1 if that is a name in
// its place.
func (d *draft) opener(l *line) int {
	if len(l.front) == 0 || len(l.front[0].words) == 0 || d.say[l.front[0].words[0]] != "" {
		return -1
	}
	return l.front[0].words[0]
}

// cutName reports whether the first word of a title is a later one of a name,
// "United | States President", or of "all but | one".
func (d *draft) cutName(l *line) bool {
	i := d.opener(l)
	if i < 1 || d.keep[i-1] || d.brack[i-1] || d.timex[i-1] >= 0 {
		return false
	}
	if i > 1 && d.pos(i-1) == syntax.CCONJ && (d.pos(i-2) == syntax.DET || d.pos(i-2) == syntax.PRON) {
		return true
	}
	if d.pos(i) != syntax.PROPN || slices.ContainsFunc(d.who[i:], func(p person) bool { return p.first == i }) {
		return false
	}
	return d.token[i-1]+1 == d.token[i] && d.nameWord(i-1)
}

// lostOrdinal reports whether a name has lost the number that tells which of its
// bearers is meant: "Johannes Paul | II.".
func (d *draft) lostOrdinal() bool {
	for i := 0; i+1 < len(d.low); i++ {
		n := i + 1
		if d.keep[n] || d.class(n) != segment.Upper || strings.Trim(d.text(n), "IVX") != "" {
			continue
		}
		if d.keep[i] && d.say[i] == "" && d.pos(i) == syntax.PROPN && !d.brack[n] {
			return true
		}
	}
	return false
}

// nameWord reports whether a word can be part of a name, as its capital shows.
func (d *draft) nameWord(i int) bool {
	return d.class(i) == segment.Upper && (d.pos(i) == syntax.PROPN || d.pos(i) == syntax.ADJ && d.token[i] > d.in.Doc.Sentences[d.index].Lead)
}

// halfMention reports whether a title shows the beginning of somebody's name and
// not its end.
func (d *draft) halfMention() bool {
	for i := range d.low {
		if !d.keep[i] && d.ofTitle(i) && d.keep[i-1] {
			return true
		}
	}
	for i, p := range d.who {
		if p.actor < 0 || p.mention < 0 || p.first >= i || d.keep[i] || d.brack[i] {
			continue
		}
		if d.keep[p.first] && d.say[p.first] == "" && d.properPair(p, i) {
			return true
		}
	}
	return false
}

// properPair reports whether the first and the last word of a mention are those of a
// name.
func (d *draft) properPair(p person, i int) bool {
	return d.in.Actors.Actors[p.actor].Mentions[p.mention].Form == actor.ByName && d.pos(p.first) == syntax.PROPN && d.pos(i) == syntax.PROPN
}

// cutNumber reports whether a noun has lost the number right behind it: "Category |
// 1".
func (d *draft) cutNumber() bool {
	for i := 0; i+1 < len(d.low); i++ {
		if d.keep[i] && d.say[i] == "" && (d.pos(i) == syntax.NOUN || d.pos(i) == syntax.PROPN) && d.lostFigure(i+1) && d.token[i+1] == d.token[i]+1 {
			return true
		}
	}
	return false
}

// partedNumber reports whether a number right behind a subject, which names it and counts
// nothing, stands elsewhere in the title: "eine Boeing | 737".
func (d *draft) partedNumber(l *line) bool {
	if d.pred == nil || !d.words.verbSecond || len(l.front) == 0 || len(l.front[len(l.front)-1].words) == 0 {
		return false
	}
	words := l.front[len(l.front)-1].words
	n := words[len(words)-1] + 1
	if n >= len(d.low) || d.class(n) != segment.Number || d.timex[n] >= 0 || !d.keep[n] || d.gapAt(n-1) {
		return false
	}
	for n++; n < len(d.low) && (d.pos(n) == syntax.PUNCT && d.s.Words[n].Start == d.s.Words[n-1].End || d.class(n) == segment.Number); n++ {
	}
	return n < len(d.low) && !d.nounOf(n) && d.pos(n) != syntax.ADJ
}

// lostFigure reports whether a word is a number that is no date and that the title
// leaves out.
func (d *draft) lostFigure(n int) bool {
	return !d.keep[n] && d.class(n) == segment.Number && d.timex[n] < 0 && !d.brack[n]
}

// lostComma reports whether what commas set apart in the report stands in a title
// without them: "designates Wiranto | a former general | as minister".
func (d *draft) lostComma(l *line) bool {
	for _, list := range [][]part{l.front, l.parts} {
		for _, p := range list {
			for n := 1; n < len(p.words) && !p.out; n++ {
				a, b := p.words[n-1], p.words[n]
				if b != a+2 || d.low[a+1] != "," || d.joins(a+1, a, b) {
					continue
				}
				if d.class(b) == segment.Number || d.pos(b) == syntax.DET && d.is("indefinite", b) {
					return true
				}
			}
		}
	}
	return d.partsApart(l)
}

// partsApart reports whether a noun phrase with an indefinite article that a comma
// sets apart follows another phrase without one.
func (d *draft) partsApart(l *line) bool {
	for n := 1; n < len(l.parts); n++ {
		p := &l.parts[n]
		if p.out || p.comma || len(p.words) == 0 {
			continue
		}
		if b := p.words[0]; b > 0 && d.low[b-1] == "," && d.pos(b) == syntax.DET && d.is("indefinite", b) {
			return true
		}
	}
	return false
}

// openEnd reports whether a title ends with a word that wants another behind it.
func (d *draft) openEnd(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if d.lostDirection(last) {
		return true
	}
	if !d.words.is("opening", last) && !d.words.is("frame", last) || d.words.is("people", last) {
		return false
	}
	return !strings.HasSuffix(" "+d.tail, " "+last) && !d.particleAt(last)
}

// lostDirection reports whether a title ends with a length of time without the word
// behind it that says from when: "seven days | earlier".
func (d *draft) lostDirection(last string) bool {
	if !d.words.is("unit", last) {
		return false
	}
	for i := 0; i+1 < len(d.low); i++ {
		if d.keep[i] && d.low[i] == last && !d.keep[i+1] && d.is("filler", i+1) {
			return true
		}
	}
	return false
}

// straddles reports whether a phrase that is no clause stands on both sides of the
// finite verb, in a language that has it second: the tree is wrong then.
func (d *draft) straddles(l *line) bool {
	if d.pred == nil || !d.words.verbSecond || d.pred.finite < 0 {
		return false
	}
	for _, p := range l.parts {
		if p.out || len(p.words) < 2 {
			continue
		}
		first, last := p.words[0], p.words[len(p.words)-1]
		if first < d.pred.finite && last > d.pred.finite && !slices.ContainsFunc(p.words, d.clausal) {
			return true
		}
	}
	return false
}

// endsWithAuxiliary reports whether the last word of a title is an auxiliary without
// its verb, "says she can | and may close the harbour", or a saying without what is
// said: "resigns, saying | …".
func (d *draft) endsWithAuxiliary(l *line) bool {
	if d.words.verbSecond {
		return false
	}
	last := -1
	for _, list := range [][]part{l.parts, l.behind} {
		for _, p := range list {
			if !p.out && len(p.words) > 0 {
				last = p.words[len(p.words)-1]
			}
		}
	}
	if last < 0 {
		return false
	}
	return d.pos(last) == syntax.AUX || last > d.pred.head && d.s.Words[last].Morph.Form != syntax.Fin && d.verbal(last) && d.words.is("content", d.lemma(last))
}

// timeInside reports whether a subject holds a date with its preposition, which
// only a wrong tree leaves there: "die Schauspielerin | am Montag | Klage".
func (d *draft) timeInside(l *line) bool {
	if d.pred == nil || len(l.front) == 0 {
		return false
	}
	words := l.front[len(l.front)-1].words
	for n := 1; n < len(words); n++ {
		i, c := words[n], words[n-1]
		if i == d.sub || d.say[i] != "" || !d.dated(i) || figures(d.low[i]) {
			continue
		}
		if d.pos(c) == syntax.ADP && !d.is("genitive", c) && !d.is("span", c) {
			return true
		}
	}
	return false
}

// afterthought reports whether a phrase behind all verbs is set apart by a comma:
// the second part of a contrast, "hier verkauft, | ab Mai | dann in Ulm".
func (d *draft) afterthought(l *line) bool {
	if !d.words.verbSecond || d.pred.finite == d.pred.head {
		return false
	}
	for _, p := range l.parts {
		if p.out || len(p.words) == 0 || p.words[0] <= d.pred.head || slices.ContainsFunc(p.words, d.clausal) {
			continue
		}
		if slices.Contains(d.low[d.pred.head:p.words[0]], ",") {
			return true
		}
	}
	return false
}

// brokenMarks reports whether marks of quotation enclose nothing, or brackets.
func brokenMarks(text string) bool {
	for _, pair := range []string{`" "`, `""`, "„“", "„ “", "“”", "“ ”", "()", "( )", " ,", "''"} {
		if strings.Contains(text, pair) {
			return true
		}
	}
	return false
}

// cutClause reports whether what a title takes for an object is the subject of
// a clause: its verb stands right behind. "confirmed a vote | will be held".
func (d *draft) cutClause(l *line) bool {
	if d.words.verbSecond {
		return false
	}
	last := -1
	for _, list := range [][]part{l.parts, l.behind} {
		for _, p := range list {
			if !p.out && len(p.words) > 0 {
				last = max(last, p.words[len(p.words)-1])
			}
		}
	}
	if last < d.pred.head {
		return false
	}
	for n := last + 1; n < len(d.low); n++ {
		if d.timex[n] >= 0 || d.pos(n) == syntax.ADV {
			continue
		}
		if d.low[n] == "," && d.words.is("content", d.lemma(d.pred.head)) && n+1 < len(d.low) {
			if end := slices.Index(d.low[n+1:], ","); end > 0 && !d.verbal(n+1) {
				n += end + 1 // "announced the fund | , to be led by Lee, | would close"
			}
			continue
		}
		return d.verbal(n) && d.finiteWord(n) && !d.shown(n)
	}
	return false
}

// otherObject reports whether a title shows an object beside word k.
func (d *draft) otherObject(k int) bool {
	return slices.ContainsFunc(d.kids[d.pred.head], func(x int) bool { return x != k && d.rel(x) == syntax.RelObj && d.shown(x) })
}

// twoFinite reports whether a predicate has two finite auxiliaries, of which
// one belongs to another clause.
func (d *draft) twoFinite() bool {
	for _, k := range d.pred.aux {
		if k != d.pred.finite && d.finiteWord(k) && !d.is("infinitive", k) && !d.is("nonfinite", k) && d.words.verbSecond {
			return true
		}
	}
	return false
}

// lostObject reports whether a verb has an object that the title leaves out.
func (d *draft) lostObject() bool {
	for _, k := range d.kids[d.pred.head] {
		if d.shown(k) || k == d.sub || d.is("relative", k) {
			continue
		}
		switch d.rel(k) {
		case syntax.RelObj, syntax.RelOblArg:
			if d.words.is("origin", d.fullLemma(d.pred.head)) && d.rel(k) == syntax.RelOblArg {
				return true
			}
			if !d.temporal(k) || d.kid(d.pred.head, syntax.RelObj) == k && !d.objectless(k) {
				return true
			}
		case syntax.RelObl:
			if c := d.kid(k, syntax.RelCase); c >= 0 && d.words.is("origin", d.fullLemma(d.pred.head)) && d.needs(d.pred.head, c) {
				return true
			}
		}
	}
	return false
}

// caption reports whether a verb is one word between commas that says where
// somebody stands in a picture: "Ann Lee, left, walks …".
func (d *draft) caption(l *line) bool {
	i := d.pred.head
	if len(d.pred.aux) > 0 || len(l.parts)+len(l.behind) > 0 || i < 2 || i+1 >= len(d.low) || d.low[i-1] != "," || d.low[i+1] != "," {
		return false
	}
	words := l.front[len(l.front)-1].words
	return len(words) > 0 && words[len(words)-1] == i-2
}

// objectless reports whether a verb has what it needs besides the time k that the tree
// takes for its object: an object, a clause, or no need of one.
func (d *draft) objectless(k int) bool {
	i := d.pred.head
	if d.otherObject(k) || d.words.is("unaccusative", d.fullLemma(i)) {
		return true
	}
	c := d.kid(i, syntax.RelCcomp, syntax.RelParataxis)
	return d.words.verbSecond && c >= 0 && d.shown(c)
}

// withoutContent reports whether a verb that says nothing without what is said,
// or without what somebody is told to do, stands without it.
func (d *draft) withoutContent() bool {
	if d.insertedSaying(d.pred.head) && !slices.ContainsFunc(d.kids[d.pred.head], func(k int) bool { return d.rel(k) == syntax.RelCcomp && d.keep[k] }) {
		return true
	}
	lemma := d.fullLemma(d.pred.head)
	said, told := d.words.is("content", lemma) && !d.self(d.pred.head), d.words.is("addressee", lemma)
	if !said && !told {
		return false
	}
	if d.governs(d.pred.head, true) {
		return false
	}
	things := 0
	for _, k := range d.kids[d.pred.head] {
		if k == d.swapped {
			things++
			continue
		}
		if k == d.sub && d.pred.passive < 0 && !d.f.has("verb:participle") || k != d.sub && !d.keep[k] {
			continue
		}
		switch d.rel(k) {
		case syntax.RelCcomp, syntax.RelXcomp, syntax.RelAdvcl, syntax.RelOblArg, syntax.RelCsubj, syntax.RelCsubjPass, syntax.RelParataxis:
			return false
		case syntax.RelObj, syntax.RelIobj:
			things++
		case syntax.RelNsubjPass:
			things++
		case syntax.RelNsubj:
			if d.pred.passive >= 0 {
				things++
			}
		}
	}
	if d.f.has("clause:participle") || d.pred.passive >= 0 && d.f.has("clause:relative") {
		things++
	}
	return said && things == 0 || told && things < 2
}

// self reports whether a verb has "sich" for its object and so says nothing: "befinden
// sich in Ulm".
func (d *draft) self(i int) bool {
	k := d.kid(i, syntax.RelExplPv)
	return d.words.verbSecond && k >= 0 && d.is("reflexive", k)
}

// fullLemma is the lemma of a verb with the particle that it is written
// together with in a dictionary.
func (d *draft) fullLemma(i int) string {
	lemma := d.lemma(i)
	if p := d.kid(i, syntax.RelCompoundPrt); p >= 0 && d.words.verbSecond && !strings.HasPrefix(lemma, d.low[p]) {
		return d.low[p] + lemma
	}
	return lemma
}

// lightAlone reports whether a verb that says little itself stands without
// anything that says more.
func (d *draft) lightAlone() bool {
	i := d.pred.head
	if !d.words.is("light", d.fullLemma(i)) || d.pred.particle >= 0 || d.pred.passive >= 0 || d.f.has("verb:participle") {
		return false
	}
	left := false
	for _, k := range d.kids[i] {
		switch {
		case k == d.sub || d.is("negation", k) || d.rel(k) == syntax.RelCcomp:
		case d.keep[k]:
			return false
		case d.rel(k) == syntax.RelObl || d.rel(k) == syntax.RelOblArg || d.rel(k) == syntax.RelObj:
			left = left || !d.temporal(k)
		}
	}
	return left
}

// withoutComplement reports whether a passive that says nothing without its
// complement stands alone: "Ann Lee appointed". What is still to come may: "Ann Lee to be
// sentenced".
func (d *draft) withoutComplement(l *line) bool {
	if d.f.has("verb:future") && d.words.is("awaited", d.infinitive(d.pred.head)) {
		return false
	}
	if d.pred.passive < 0 && !d.f.has("verb:participle") && d.pred.copula < 0 || !d.words.is("complement", d.fullLemma(d.pred.head)) && !d.words.is("complement", d.infinitive(d.pred.head)) {
		return false
	}
	for _, list := range [][]part{l.parts, l.behind} {
		for _, p := range list {
			if !p.out && len(p.words) > 0 && !slices.Contains(p.words, d.pred.head) && (!d.is("where", p.words[0]) || d.whereto(p.words)) {
				return false
			}
		}
	}
	return true
}

// whereto reports whether a phrase says whereto and not where, as its case shows: "in den
// Rat gewählt".
func (d *draft) whereto(words []int) bool {
	return d.words.verbSecond && len(words) > 1 && d.pos(words[1]) == syntax.DET && d.s.Words[words[1]].Morph.Case == syntax.Acc
}

// pointsAhead reports whether a title keeps a word that stands for a clause
// ("darüber, …") without the clause.
func (d *draft) pointsAhead() bool {
	for i := range d.low {
		if d.keep[i] && d.is("correlative", i) && d.kid(i, syntax.RelCcomp, syntax.RelXcomp, syntax.RelAcl) < 0 && !d.clauseStays(d.s.Words[i].Head) {
			return true
		}
	}
	return false
}

// lostContent reports whether a clause without a subject has lost what is said in it: "wird
// bestätigt, | dass …".
func (d *draft) lostContent() bool {
	return slices.ContainsFunc(d.kids[d.pred.head], func(k int) bool {
		return (d.rel(k) == syntax.RelCcomp || d.rel(k) == syntax.RelCsubj || d.rel(k) == syntax.RelCsubjPass) && !d.keep[k]
	})
}

// lostClause reports whether a clause without a subject has lost what its "es" stands
// for: "gelang es ihr, | den Hafen zu retten".
func (d *draft) lostClause() bool {
	i := d.pred.head
	its := false
	for k := range d.low {
		its = its || d.keep[k] && d.is("its", k)
	}
	return its && !d.words.is("exist", d.lemma(i)) && slices.ContainsFunc(d.under(i), func(k int) bool {
		return k > i && d.verbal(k) && !d.shown(k) && (d.rel(k) == syntax.RelXcomp || d.rel(k) == syntax.RelCcomp)
	})
}

// clauseStays reports whether a clause that completes word i stays.
func (d *draft) clauseStays(i int) bool {
	if i < 0 {
		return false
	}
	k := d.kid(i, syntax.RelCcomp, syntax.RelXcomp, syntax.RelAdvcl)
	if k < 0 {
		k = d.kid(i, syntax.RelAcl)
	}
	return k >= 0 && d.keep[k]
}

// mendTimes takes the rest of a date out of phrases that have lost a part of
// it, with its preposition; where nothing that could stand alone is left, the
// whole phrase.
func (d *draft) mendTimes(l *line) {
	for n := range l.front {
		d.withoutTail(&l.front[n])
	}
	for _, list := range []*[]part{&l.parts, &l.behind} {
		for n := range *list {
			p := &(*list)[n]
			d.withoutTail(p)
			if t := d.brokenTime(p.words); t >= 0 {
				d.withoutDate(p, t)
			}
		}
		*list = slices.DeleteFunc(*list, func(p part) bool { return len(p.words) == 0 })
	}
}

// withoutTail takes a date in words off the end of a phrase: "a fire yesterday
// morning".
func (d *draft) withoutTail(p *part) {
	n := len(p.words)
	for n > 0 && d.dated(p.words[n-1]) && d.timex[p.words[n-1]] == d.timex[p.words[len(p.words)-1]] && d.class(p.words[n-1]) != segment.Number {
		n--
	}
	if n == 0 || n == len(p.words) || n > 0 && (d.pos(p.words[n-1]) == syntax.ADP || d.pos(p.words[n-1]) == syntax.DET) || !d.is("filler", p.words[n]) || p.words[n] == d.sub {
		return
	}
	for _, i := range p.words[n:] {
		d.keep[i] = false
	}
	p.words = p.words[:n]
	d.f.left("date")
}

// brokenTime gives the date of which a phrase has only a part, or -1.
func (d *draft) brokenTime(words []int) int {
	for _, i := range words {
		if !d.dated(i) || d.small(i) {
			continue
		}
		for k := range d.low {
			if d.timex[k] == d.timex[i] && !d.keep[k] && !d.small(k) {
				return d.timex[i]
			}
		}
	}
	if top := d.top(words); top >= 0 && d.dated(top) && !d.temporal(top) && !d.onlyComplement(d.head, top) { // "on Monday of a shortage"
		return d.timex[top]
	}
	return -1
}

// top is the word of a phrase on which the others hang, or -1.
func (d *draft) top(words []int) int {
	for _, i := range words {
		if h := d.s.Words[i].Head; (h < 0 || !d.keep[h] || h == d.head) && d.rel(i) != syntax.RelCase {
			return i
		}
	}
	return -1
}

// clockOf reports whether a word says by which clock time t is told: "Tongan time".
func (d *draft) clockOf(i, t int) bool {
	h := d.s.Words[i].Head
	if h < 0 {
		return false
	}
	if d.is("clock", i) {
		return d.timex[h] == t
	}
	up := d.s.Words[h].Head
	return d.is("clock", h) && up >= 0 && d.timex[up] == t
}

// keptContrast reports whether a title shows the day of a second part that shares its verb
// with the first: "fährt nach Ulmen und | am Dienstag nach Holm".
func (d *draft) keptContrast() bool {
	for i := 2; i < len(d.low) && d.words.verbSecond; i++ {
		if !d.keep[i] || !d.keep[i-1] || !d.keep[i-2] || !d.dated(i) {
			continue
		}
		if d.pos(i-1) == syntax.ADP && d.pos(i-2) == syntax.CCONJ {
			return true
		}
	}
	return false
}

// contrasted reports whether a phrase with a date is one of several that share a verb, so
// that each date has its own place: "am Montag in Ulm, | am Dienstag in Holm".
func (d *draft) contrasted(words []int) bool {
	i := words[0]
	return i > 0 && (d.low[i-1] == "," || d.pos(i-1) == syntax.CCONJ) && d.pos(i) == syntax.ADP
}

// withoutDate takes date t out of a phrase.
func (d *draft) withoutDate(p *part, t int) {
	rest := slices.DeleteFunc(slices.Clone(p.words), func(i int) bool {
		h := d.s.Words[i].Head
		return d.timex[i] == t || d.rel(i) == syntax.RelCase && h >= 0 && d.timex[h] == t || d.clockOf(i, t)
	})
	if len(rest) == 0 || p.rank < rankMust && d.pos(rest[0]) != syntax.ADP {
		rest = nil
	} else if d.contrasted(p.words) {
		d.f.add("refused:contrast")
	}
	for _, i := range p.words {
		d.keep[i] = slices.Contains(rest, i)
	}
	p.words = rest
	d.f.left("date")
}
