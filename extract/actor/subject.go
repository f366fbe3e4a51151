package actor

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// said is a person's mention in a sentence.
type said struct {
	actor int
	article.Span
}

// peopleBySentence lists the persons that each sentence names or means, in
// order of place.
func (a *analysis) peopleBySentence() [][]said {
	out := make([][]said, len(a.doc.Sentences))
	put := func(actor int, span article.Span) {
		if s := a.doc.SentenceAt(span.Start); s >= 0 {
			out[s] = append(out[s], said{actor, span})
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; !c.drop && c.actor >= 0 && a.actors[c.actor].kind == Person {
			put(c.actor, c.Span)
		}
	}
	for i := range a.actors {
		if a.actors[i].kind == Person {
			for _, m := range a.actors[i].mentions {
				put(i, m.Span)
			}
		}
	}
	for s := range out {
		slices.SortStableFunc(out[s], func(x, y said) int { return cmp.Compare(x.Start, y.Start) })
	}
	return out
}

// subject is the person who surely is the sentence's subject: the first whom
// it names, outside prepositions and in a form that can be a subject, where
// nobody and nothing else stands before; or the only one, where nobody else
// could be meant. -1 if there is none.
func (a *analysis) subject(sent *segment.Sentence, people []said) int {
	if len(people) == 0 {
		return -1
	}
	only := true
	for _, p := range people {
		only = only && p.actor == people[0].actor
	}
	if only {
		if a.otherSubject(sent, people) {
			return -1
		}
		return people[0].actor
	}
	first := people[0]
	at := a.tokenAt(first.Start)
	if !a.canBeSubject(at, sent) || a.words.opens[lowered(a.doc.Word(sent.First))] || a.shared(sent, people) {
		return -1
	}
	if a.atStart(sent, at) || a.behindVerb(sent, at) {
		return first.actor
	}
	return -1
}

// shared tells whether the first person is listed with another, or a relative
// clause speaks of another: he may then be either.
func (a *analysis) shared(sent *segment.Sentence, people []said) bool {
	for n, p := range people {
		i := a.tokenAt(p.End)
		if i+1 >= sent.Last {
			continue
		}
		w := a.doc.Word(i)
		if n == 0 && (a.words.is(w, "and") || w == "," && len(people) > 1 && people[1].Start <= a.doc.Tokens[i+1].Start) {
			return true
		}
		if p.actor != people[0].actor && w == "," && a.words.relatives[a.doc.Word(i+1)] {
			return true
		}
	}
	return false
}

// tokenAt is the token that begins at the offset or behind it.
func (a *analysis) tokenAt(offset int) int {
	i, _ := slices.BinarySearchFunc(a.doc.Tokens, offset, func(t segment.Token, o int) int { return cmp.Compare(t.Start, o) })
	return i
}

// atStart tells whether the name at the token opens its sentence, a title, a
// role or small words apart.
func (a *analysis) atStart(sent *segment.Sentence, at int) bool {
	if at-sent.First > 3 {
		return false
	}
	for i := sent.First; i < at; i++ {
		if w := a.doc.Word(i); a.doc.Tokens[i].Class == segment.Punct || a.words.preps[w] != 0 || a.words.prepositions[lowered(w)] {
			return false
		}
	}
	return true
}

// behindVerb tells whether the name stands right behind the verb of a sentence
// that a time or place opens, where a language puts its subjects so: "Am
// Dienstag traf der Minister …".
func (a *analysis) behindVerb(sent *segment.Sentence, at int) bool {
	if a.genitiveFree() || at <= sent.First || !a.words.prepositions[lowered(a.doc.Word(sent.First))] {
		return false
	}
	i := at - 1
	for i > sent.First && a.doc.Tokens[i].Class == segment.Upper { // a role before the name
		i--
	}
	if a.words.is(a.doc.Word(i), "the") {
		i--
	}
	if i <= sent.First || a.doc.Tokens[i].Class != segment.Lower || a.words.small[a.doc.Word(i)] != "" && !a.words.is(a.doc.Word(i), "aux") || a.words.prepositions[a.doc.Word(i)] {
		return false
	}
	for k := sent.First; k < i; k++ {
		if a.doc.Tokens[k].Class == segment.Punct {
			return false
		}
	}
	return true
}

// canBeSubject tells whether no preposition governs the phrase at the token,
// and neither its article nor its own ending says that it is an object.
func (a *analysis) canBeSubject(at int, sent *segment.Sentence) bool {
	if a.words.is(lowered(a.doc.Word(at)), "object") {
		return false
	}
	for i := at - 1; i >= sent.First && i >= at-3; i-- {
		w := lowered(a.doc.Word(i))
		if a.words.prepositions[w] || a.words.is(w, "object") {
			return false
		}
		if a.doc.Tokens[i].Class == segment.Punct || a.words.acts[w] != 0 {
			return true
		}
	}
	return true
}

// otherSubject tells whether a noun at the start of a sentence may be what a
// pronoun of its gender takes up, rather than the person whom the sentence
// names later: "Der Verein entließ Holm."
func (a *analysis) otherSubject(sent *segment.Sentence, people []said) bool {
	if a.genitiveFree() || people[0].Start <= a.doc.Tokens[sent.First].Start {
		return false
	}
	low := lowered(a.doc.Word(sent.First))
	g := byte('u')
	switch {
	case a.words.is(low, "masculine"):
		g = 'm'
	case a.words.is(low, "feminine"):
		g = 'f'
	default:
		return false
	}
	end := sent.First + 1
	for end < sent.Last && a.doc.Tokens[end].Class == segment.Lower && a.words.small[a.doc.Word(end)] == "" {
		end++
	}
	if end >= sent.Last || a.doc.Tokens[end].Start >= people[0].Start || a.doc.Tokens[end].Class != segment.Upper {
		return false
	}
	if _, last, _ := a.words.nouns.at(a.doc, end, sent.Last, nil); last > 0 && a.doc.Tokens[min(last, sent.Last-1)].Start >= people[0].Start {
		return false // his own role: "Der Trainer Holm"
	}
	return fitsGender(g, a.actors[people[0].actor].gender) && !strings.HasPrefix(a.doc.Text[people[0].Start:], low)
}
