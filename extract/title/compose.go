package title

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/syntax"
)

// Greatest lengths of a worded title, in characters: what a line has room for,
// and what the words that cannot be left out may take beyond it.
const (
	short    = 48 // a title that would be left so short takes more room
	limit    = 88
	midLimit = 120 // with what stands next to the verb
	farLimit = 160
)

// How much a title needs a phrase.
const (
	rankNone    = 0   // never in a title
	rankAside   = 2   // on which occasion, why
	rankPurpose = 3   // what for
	rankFree    = 4   // where and how
	rankBound   = 8   // next to the verb
	rankMust    = 100 // never left out
)

// part is a phrase of a title.
type part struct {
	words []int
	rank  int
	comma bool // a clause behind a comma
	out   bool
}

// line is a title in its parts: what stands before the verb, the verb, what
// stands behind it, what ends the clause, and clauses behind that.
type line struct {
	front  []part
	lead   string
	parts  []part
	tail   string
	behind []part
}

// compose writes a line, less the phrases that there is no room for, the least
// needed first, of equals the last. It is "" if what must stay is too long.
func (d *draft) compose(l *line) string {
	for {
		text := d.print(l)
		if long(text) <= limit {
			return d.refill(l, text)
		}
		p := l.least()
		if long(text) <= midLimit && p != nil && p.rank >= rankBound || long(text) <= farLimit && p == nil {
			return text
		}
		if p == nil {
			if !d.shorten(l) {
				return ""
			}
			continue
		}
		if d.trim(p) {
			d.f.left("attribute:free")
			continue
		}
		d.set(p, false)
		if long(text) <= midLimit && p.rank > rankAside && long(d.print(l)) < short {
			d.set(p, true)
			return text
		}
		if d.words.verbSecond && p.rank <= rankAside {
			d.dropBehind(l, p)
		}
		d.f.left("phrase")
	}
}

// dropBehind takes out the phrase right behind one that was taken out, too, which may
// describe its noun, where phrases stack up before the verb: "wegen eines Fehlers | auf den
// Stimmzetteln".
func (d *draft) dropBehind(l *line, p *part) {
	next := p.words[len(p.words)-1] + 1
	for n := range l.parts {
		q := &l.parts[n]
		if q.out || len(q.words) == 0 || q.words[0] != next || q.rank > rankBound || d.pos(next) != syntax.ADP || d.needs(d.head, next) {
			continue
		}
		if k := d.top(q.words); k >= 0 && d.rel(k) != syntax.RelOblAgent && !d.holds(k, d.trigger) {
			d.set(q, false)
			d.f.left("phrase")
		}
	}
}

// withoutTorn takes out the phrases that show half a quotation and that a title can do
// without: "due to "the attitude | that they have shown"".
func (d *draft) withoutTorn(l *line) {
	for _, list := range [][]part{l.parts, l.behind} {
		for i := range list {
			if p := &list[i]; !p.out && p.rank < rankMust && oddMarks(d.write(p.words)) {
				d.set(p, false)
				p.rank = rankNone
				d.f.left("quotation")
			}
		}
	}
}

// shorten takes the last phrase that only describes out of the phrases that
// must stay: an attribute with a preposition, a clause at a noun, never a
// genitive, a number or a part of a list. It reports whether there was one.
func (d *draft) shorten(l *line) bool {
	for n := range l.front {
		if p := &l.front[n]; d.withoutOffice(p) {
			return true
		}
	}
	for _, list := range []*[]part{&l.behind, &l.parts, &l.front} {
		for n := len(*list) - 1; n >= 0; n-- {
			p := &(*list)[n]
			for m := len(p.words) - 1; m > 0; m-- {
				if k := p.words[m]; d.describes(k) && (!d.holds(k, d.trigger) || d.f.has("from:above") && !d.verbal(d.trigger)) {
					d.drop(k)
					p.words = slices.DeleteFunc(p.words, func(w int) bool { return !d.keep[w] })
					d.f.left(d.sortOfAttribute(k))
					return true
				}
			}
		}
	}
	return false
}

// sortOfAttribute names what only described, for the confidence of a title without it.
func (d *draft) sortOfAttribute(k int) string {
	switch d.rel(k) {
	case syntax.RelNmod:
		return "attribute"
	case syntax.RelAcl:
		return "attribute:participle"
	case syntax.RelConj:
		return "further"
	}
	return "attribute:verb"
}

// trim takes the last phrase that only describes out of a phrase that there is no
// room for, before all of it goes: "to two months in prison | in the Eastern
// District". It reports whether there was one.
func (d *draft) trim(p *part) bool {
	if p.rank < rankFree {
		return false
	}
	for m := len(p.words) - 1; m > 0; m-- {
		k := p.words[m]
		if h := d.s.Words[k].Head; h < 0 || !slices.Contains(p.words, h) || !d.describes(k) || d.holds(k, d.trigger) {
			continue
		}
		d.drop(k)
		p.words = slices.DeleteFunc(p.words, func(w int) bool { return !d.keep[w] })
		return true
	}
	return false
}

// withoutOffice takes what stands before a person's full name off a subject:
// "incumbent United States President Donald Trump". It reports whether there was
// something.
func (d *draft) withoutOffice(p *part) bool {
	i := d.sub
	if i < 0 || !slices.Contains(p.words, i) || d.say[i] != "" || d.kid(i, syntax.RelConj) >= 0 {
		return false
	}
	end := d.last(i)
	a, form := d.actorAt(end)
	if a == nil || form != actor.ByName || a.Kind != actor.Person || end == i || d.who[end].first != i {
		return false
	}
	if p.words[0] == i || p.words[len(p.words)-1] != end {
		return false
	}
	for _, k := range p.words {
		d.keep[k] = d.keep[k] && k >= i
	}
	p.words = slices.DeleteFunc(p.words, func(w int) bool { return w < i })
	d.f.left("office")
	return true
}

// describes reports whether a word heads a phrase that only describes the noun
// before it.
func (d *draft) describes(k int) bool {
	switch d.rel(k) {
	case syntax.RelNmod:
		if d.pos(d.s.Words[k].Head) == syntax.PROPN { // part of a name
			return false
		}
		c := d.kid(k, syntax.RelCase)
		h := d.s.Words[k].Head
		if c < 0 || h > k || d.is("genitive", c) || d.words.is("relational", d.lemma(h)) {
			return false
		}
		return d.is("where", c) || d.is("aside", c) || d.rel(h) == syntax.RelNmod && !d.is("bound", c)
	case syntax.RelAcl, syntax.RelAdvcl, syntax.RelAppos:
		if m := d.kid(k, syntax.RelMark); m >= 0 && d.is("to", m) {
			return false // "the request | to suspend parliament"
		}
		return d.s.Words[k].Head < k && !d.restricts(k)
	case syntax.RelObl:
		return d.describesVerb(k)
	case syntax.RelConj:
		return d.furtherSaid(k)
	}
	return false
}

// furtherSaid reports whether a word heads a further clause of what somebody says, which
// holds without it: "said prices rose | and dealers stretched their goods".
func (d *draft) furtherSaid(k int) bool {
	h := d.s.Words[k].Head
	c := d.kid(k, syntax.RelCc)
	return d.rel(h) == syntax.RelCcomp && d.clausal(k) && d.clausal(h) && c >= 0 && !d.is("alternative", c) && d.kid(k, syntax.RelNsubj, syntax.RelNsubjPass) >= 0
}

// describesVerb does so for a phrase that hangs on a verb.
func (d *draft) describesVerb(k int) bool {
	c := d.kid(k, syntax.RelCase)
	h := d.s.Words[k].Head
	if d.rel(h) == syntax.RelAcl && d.onlyKid(h, k) {
		return false // "complaints arising | from a call"
	}
	if c >= 0 && !d.is("where", c) && !d.is("aside", c) {
		return false // "make way | for a campaign"
	}
	return h != d.head && c >= 0 && !d.needs(h, c) && (d.rel(h) != syntax.RelXcomp || d.kid(h, syntax.RelObj) >= 0 || d.kid(h, syntax.RelMark) < 0 && !d.markedWithin(h))
}

// onlyKid reports whether of all that hangs on a word a title shows only word k.
func (d *draft) onlyKid(h, k int) bool {
	return !slices.ContainsFunc(d.kids[h], func(x int) bool { return x != k && d.keep[x] && d.pos(x) != syntax.PUNCT })
}

// restricts reports whether a participle says which ones a bare plural means, so that
// it cannot go, "people born in Holm", or a second name that no comma sets apart.
func (d *draft) restricts(k int) bool {
	if d.rel(k) == syntax.RelAppos {
		return !d.apart(k)
	}
	h := d.s.Words[k].Head
	return d.rel(k) == syntax.RelAcl && !d.words.verbSecond && d.pos(h) == syntax.NOUN && d.many(h) && d.kid(h, syntax.RelDet, syntax.RelNummod, syntax.RelNmodPoss, syntax.RelAmod) < 0
}

// many reports whether a noun is a plural.
func (d *draft) many(i int) bool {
	return d.s.Words[i].Morph.Number == syntax.Plur || d.words.is("people", d.low[i])
}

// refill puts phrases back in for which the room does after all, the most
// needed first.
func (d *draft) refill(l *line, text string) string {
	for rank := rankBound; rank > rankNone; rank-- {
		for _, list := range [][]part{l.parts, l.behind} {
			for i := range list {
				p := &list[i]
				if !p.out || p.rank != rank {
					continue
				}
				d.set(p, true)
				if more := d.print(l); long(more) <= limit {
					text = more
				} else {
					d.set(p, false)
				}
			}
		}
	}
	return text
}

// set takes a phrase in or out.
func (d *draft) set(p *part, in bool) {
	p.out = !in
	for _, i := range p.words {
		d.keep[i] = in
	}
}

// least is the phrase that a title can do without first.
func (l *line) least() *part {
	var best *part
	for _, list := range [][]part{l.parts, l.behind} {
		for i := range list {
			p := &list[i]
			if p.out || p.rank >= rankMust {
				continue
			}
			if best == nil || p.rank <= best.rank {
				best = p
			}
		}
	}
	return best
}

// print writes a line as it stands.
func (d *draft) print(l *line) string {
	var b strings.Builder
	add := func(s string, comma bool) {
		if s == "" {
			return
		}
		if comma && b.Len() > 0 {
			b.WriteByte(',')
		}
		if b.Len() > 0 && !strings.HasPrefix(s, "'s") && !strings.HasPrefix(s, "’s") && !strings.HasPrefix(s, ",") {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	list := func(ps []part) {
		for _, p := range ps {
			if !p.out {
				add(d.write(p.words), p.comma)
			}
		}
	}
	list(l.front)
	add(l.lead, false)
	list(l.parts)
	add(l.tail, false)
	list(l.behind)
	text := finish(b.String())
	if oddMarks(text) {
		text += d.endMark(l)
	}
	return d.words.shorten(text, d.marks.owner)
}

// endMark is the mark that ends a quotation right behind the last word of a title and a
// comma or full stop, which the title leaves out: "a crisis."”.
func (d *draft) endMark(l *line) string {
	last := -1
	for _, list := range [][]part{l.parts, l.behind} {
		for _, p := range list {
			if !p.out && len(p.words) > 0 {
				last = p.words[len(p.words)-1]
			}
		}
	}
	m := last + 2
	if last < 0 || m >= len(d.low) || !strings.Contains(",.", d.low[m-1]) || !strings.Contains("\"”“", d.low[m]) || d.s.Words[m].Start > d.s.Words[last].End+1 {
		return ""
	}
	return d.text(m)
}

// finish gives a title its capital and takes what no title ends with.
func finish(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), " ,;:–—-")
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// add appends the kept words of a phrase.
func (l *line) add(to *[]part, words []int, rank int, comma bool) {
	if len(words) > 0 {
		*to = append(*to, part{words: words, rank: rank, comma: comma})
	}
}

// order sorts parts by their place in the sentence.
func order(ps []part) {
	slices.SortStableFunc(ps, func(a, b part) int { return a.words[0] - b.words[0] })
}
