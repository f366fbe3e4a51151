package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

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
			if i > 0 && x.is(tagOpen) && s.words[i-1].is(tagPrep) { // "von dort"
				w.skip[i-1] = true
			}
		}
	}
	for i := 1; i+1 < len(s.words); i++ { // what joined two dates
		x := &s.words[i]
		if w.skip[i-1] && s.words[i-1].timex >= 0 && (x.is(tagCoord) || x.text == "," || x.text == "." || x.class == segment.Number || x.is(tagPrep)) {
			for k := i + 1; k < len(s.words) && k < i+5; k++ {
				if w.skip[k] && s.words[k].timex >= 0 {
					w.skip[i] = !(k+1 < len(s.words) && w.lex.owning(s.words[k+1].text))
					break
				}
				if !w.skip[k] && !s.words[k].is(tagPrep|tagArt|tagCoord) && s.words[k].class != segment.Number {
					break
				}
			}
		}
	}
	if w.c.date.own && w.c.date.last <= len(w.skip) { // a date of another sentence is not to be found here
		end := w.c.date.last
		owns := end < len(s.words) && w.lex.owning(s.words[end].text) || end > 0 && w.lex.owning(s.words[end-1].text)
		for i := w.c.date.first; i < end; i++ {
			w.skip[i] = !(owns && s.words[i].is(tagPrep)) // "from Saturday's final"
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
	last := i
	for last < len(s.words) && s.words[last].timex == s.words[i].timex {
		last++
	}
	if t.Type == timex.Duration && t.EDTF == "" || t.Type == timex.Set {
		if last < len(s.words) && s.words[last].is(tagOpen|tagBefore) && s.words[last].class == segment.Lower { // "three weeks later"
			for ; i <= last; i++ {
				w.skip[i] = true
			}
		}
		return
	}
	if i > 0 && slices.Contains(w.lex.grammar["rate"], s.words[i-1].low) || slices.Contains(w.lex.grammar["rate"], s.words[i].low) && t.Type == timex.Set {
		return // "80 miles per hour"
	}
	first := i
	for first > 0 && first > i-3 && (s.words[first-1].is(tagArt|tagPrep|tagFill) && !s.words[first-1].is(tagPron) || s.words[first-1].timex >= 0) {
		first--
		if s.words[first].is(tagPrep) {
			break
		}
	}
	prep := s.words[first].is(tagPrep)
	if prep && first > 0 && slices.Contains(w.lex.grammar["time-near"], s.words[first-1].low) {
		first--
	}
	for last < len(s.words) && slices.Contains(w.lex.grammar["time-zone"], s.words[last].low) {
		last++
	}
	if i >= 2 && s.words[i-1].is(tagCoord) && s.words[i-2].timex >= 0 && w.skip[i-2] { // "am Dienstag und Mittwoch"
		prep, first = true, i-1
	}
	if !prep && i > 0 && (s.words[i-1].is(tagArt|tagPoss|tagCoord) || s.words[i-1].class == segment.Lower && s.words[i-1].tags == 0 && len(s.words[i-1].forms) == 0 && len(s.words[i-1].aux) == 0 && s.words[i].class == segment.Number) {
		return
	}
	if !w.lex.verbLast && prep && last < len(s.words) && (s.words[last].class == segment.Lower && s.words[last].tags == 0 && s.words[last].verbal == notVerb || s.words[last].capital()) && s.words[min(first+1, last)].is(tagArt|tagPoss) {
		return // "in the 1953 expedition"
	}
	if last < len(s.words) && w.lex.owning(s.words[last].text) { // "from Saturday's final": the preposition stays
		first, last = i, last+1
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
		if b.Len() == 0 && x.class == segment.Punct && x.text != "(" && x.text != "„" && !strings.ContainsAny(x.text, "$£€¥") {
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
	if i == w.owner && men.Form == actor.ByPronoun && !a.Generic {
		return w.lex.genitiveOf(a.Name)
	}
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

// behindAside gives the word behind an apposition: its closing comma, or
// the end of the piece.
func (w *writer) behindAside(i, last int, k *clause) int {
	for j := i + 1; j < last; j++ {
		if j == k.lex || j == k.fin {
			return j
		}
		if isBreak(&w.s.words[j]) {
			if w.s.words[j].text != "," {
				return j
			}
			return j + 1
		}
	}
	return last
}

// circumstance gives the word behind a phrase that only says on which other
// occasion something happened ("bei ihrem dritten Besuch im Norden",
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
		if noun && y.timex < 0 && s.words[j-1].timex >= 0 {
			break
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
