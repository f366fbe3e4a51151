package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// ages links "der 61-Jährige" and "the 61-year-old" to the one person whose
// age the article gives so.
func (a *analysis) ages() {
	if len(a.words.ages) == 0 {
		return
	}
	ages := a.statedAges()
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			age, form := a.ageAt(i)
			if form != "noun" || i == sent.First || !a.words.is(lowered(a.doc.Word(i-1)), "the") {
				continue
			}
			if at, ok := ages[age]; ok && at >= 0 {
				a.mention(at, article.Span{Start: a.doc.Tokens[i-1].Start, End: a.doc.Tokens[i].End}, ByRole)
			}
		}
	}
}

// ageAt reads a word of age: "61-Jährige" is 61, noun.
func (a *analysis) ageAt(i int) (age, form string) {
	w := a.doc.Word(i)
	if w[0] < '0' || w[0] > '9' {
		return "", ""
	}
	n := 0
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return w[:n], a.words.ages[w[n:]]
}

// statedAges is who the article says is how old; -1 where two are.
func (a *analysis) statedAges() map[string]int {
	ages := map[string]int{}
	put := func(age string, actor int) {
		if have, ok := ages[age]; ok && have != actor {
			actor = -1
		}
		ages[age] = actor
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.actor < 0 || !a.isPerson(c) {
			continue
		}
		if n := c.last; n+2 < len(a.doc.Tokens) { // N. N. (61) and N. N., 61,
			open, close := a.doc.Word(n), a.doc.Word(n+2)
			if t := a.doc.Tokens[n+1]; t.Class == segment.Number && t.Len() <= 3 && (open == "(" && close == ")" || open == "," && (close == "," || close == ".")) {
				put(t.Of(a.doc.Text), c.actor)
			}
		}
		for j := c.first - 1; j >= 0 && j >= c.first-4; j-- { // der 61-jährige Maler N. N.
			if a.doc.Tokens[j].Class == segment.Punct {
				break
			}
			if age, form := a.ageAt(j); form != "" {
				put(age, c.actor)
				break
			}
		}
	}
	return ages
}

// pronouns links he and she where the subject is unmistakable: at the start of
// a sentence to the subject of the one before, and in a clause of speech to
// the one who speaks.
func (a *analysis) pronouns() {
	people := a.peopleBySentence()
	last := -1 // the subject of the sentence before, if it is a person
	block := -1
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		if sent.Block != block {
			last, block = a.acrossBlocks(last, people, s), sent.Block
		}
		subject := -1
		if at, span, ok := a.opening(sent, last, people[s]); ok {
			a.mention(at, span, ByPronoun)
			subject = at
		} else {
			subject = a.subject(sent, people[s])
		}
		if subject >= 0 {
			a.speech(sent, subject)
		}
		last = subject
	}
}

// acrossBlocks keeps the subject over the border of a paragraph only where the
// sentence before named that one person alone.
func (a *analysis) acrossBlocks(last int, people [][]said, s int) int {
	if s == 0 || last < 0 {
		return -1
	}
	for _, p := range people[s-1] {
		if p.actor != last {
			return -1
		}
	}
	return last
}

// said is a person's mention in a sentence.
type said struct {
	actor int
	article.Span
}

// peopleBySentence lists the persons that each sentence names or means.
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
	return out
}

// subject is the person who surely is the sentence's subject: the first whom
// it names, at its very start (a title, a role or small words apart), or the
// only one, where nobody else could be meant. -1 if there is none.
func (a *analysis) subject(sent *segment.Sentence, people []said) int {
	if len(people) == 0 {
		return -1
	}
	first := people[0]
	only := true
	for _, p := range people {
		if p.Start < first.Start {
			first = p
		}
		only = only && p.actor == people[0].actor
	}
	if only {
		return first.actor
	}
	lead := 0
	for i := sent.First; i < sent.Last && a.doc.Tokens[i].Start < first.Start; i++ {
		w := a.doc.Word(i)
		if a.words.preps[w] != 0 || a.doc.Tokens[i].Class == segment.Punct || a.words.preps[lowered(w)] != 0 {
			return -1
		}
		lead++
	}
	if lead > 3 {
		return -1
	}
	return first.actor
}

// farthest is how many words may stand before a pronoun that still opens its
// sentence: "Wenige Stunden zuvor hatte er", "On Tuesday he".
const farthest = 6

// opening links a pronoun that opens the sentence, or stands in its first
// clause with nobody named before it.
func (a *analysis) opening(sent *segment.Sentence, subject int, people []said) (int, article.Span, bool) {
	if subject < 0 {
		return 0, article.Span{}, false
	}
	for i := sent.First; i+1 < sent.Last && i <= sent.First+farthest; i++ {
		if a.doc.Tokens[i].Class == segment.Punct || slices.ContainsFunc(people, func(p said) bool { return p.Start <= a.doc.Tokens[i].Start }) {
			break // in quotation marks somebody else speaks
		}
		if !a.isPronoun(i, subject) {
			continue
		}
		if p := a.words.pronouns[lowered(a.doc.Word(i))]; i > sent.First && p.unlike != "" {
			break // behind the verb the form does not tell one from many
		}
		return subject, a.doc.Tokens[i].Span, true
	}
	return 0, article.Span{}, false
}

// isPronoun tells whether token i is a pronoun that fits the person.
func (a *analysis) isPronoun(i, person int) bool {
	p, ok := a.words.pronouns[lowered(a.doc.Word(i))]
	if !ok || !fitsGender(p.gender, a.actors[person].gender) {
		return false
	}
	return p.unlike == "" || i+1 >= len(a.doc.Tokens) || !strings.HasSuffix(a.doc.Word(i+1), p.unlike)
}

// speech links the pronouns in what the sentence's subject says: "N. sagte
// H., er werde kommen", "N. said that he would".
func (a *analysis) speech(sent *segment.Sentence, subject int) {
	verb := -1
	for i := sent.First; i < sent.Last && i < sent.First+8; i++ {
		if a.words.acts[a.doc.Word(i)]&finite != 0 {
			verb = i
			break
		}
		if w := a.doc.Word(i); w == "," || w == "„" || w == "\"" {
			return
		}
	}
	if verb < 0 {
		return
	}
	for i := verb + 1; i+1 < sent.Last; i++ {
		w := a.doc.Word(i)
		if w == "\"" || w == "„" || w == "“" || w == "»" {
			return
		}
		if (w == "," || a.words.is(w, "that")) && a.doc.Tokens[i+1].Class == segment.Lower && a.isPronoun(i+1, subject) {
			a.mention(subject, a.doc.Tokens[i+1].Span, ByPronoun)
			return
		}
	}
}
