package actor

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// pronouns links he, she and him where it is unmistakable who is meant: to the
// subject of the sentence before, and inside a sentence to its own subject.
func (a *analysis) pronouns() {
	people := a.peopleBySentence()
	last := -1 // the subject of the sentence before, if it is a person
	block := -1
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		var before []said
		if sent.Block != block {
			last, block = a.acrossBlocks(last, people, s), sent.Block
		} else if s > 0 {
			before = people[s-1]
		}
		subject := -1
		if at, token, ok := a.opening(sent, last, people[s], before); ok {
			a.mention(at, a.doc.Tokens[token].Span, ByPronoun)
			people[s] = append([]said{{at, a.doc.Tokens[token].Span}}, people[s]...)
			subject = at
			a.other(sent, token, at, people[s], before)
		} else if subject = a.subject(sent, people[s]); a.object(sent, last, people[s]) {
			last = -1 // two whom the next he may mean
			continue
		}
		if subject >= 0 && (a.actors[subject].gender != 'u' || a.unmistakable(sent, subject, people[s], before)) {
			a.inside(sent, subject, people[s])
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

// farthest is how many words may stand before a pronoun that still opens its
// sentence: "Wenige Stunden zuvor hatte er", "On Tuesday he".
const farthest = 9

// opening links a pronoun that opens the sentence, or stands in its first
// clause with nobody named before it: to the subject of the sentence before, or
// where the gender does not fit, to the only other whom that sentence names.
func (a *analysis) opening(sent *segment.Sentence, subject int, people, before []said) (actor, token int, ok bool) {
	for i := sent.First; i+1 < sent.Last && i <= sent.First+farthest; i++ {
		if a.doc.Tokens[i].Class == segment.Punct || slices.ContainsFunc(people, func(p said) bool { return p.Start <= a.doc.Tokens[i].Start }) {
			break // in quotation marks somebody else speaks
		}
		p, found := a.words.pronouns[lowered(a.doc.Word(i))]
		if !found || p.object || p.owns {
			continue
		}
		who := subject
		if who >= 0 && !fitsGender(p.gender, a.actors[who].gender) {
			who = a.onlyOf(p.gender, subject, before, false)
		}
		if who >= 0 && a.actors[who].gender == 'u' && !a.unmistakable(sent, who, nil, before) {
			who = -1
		}
		if who < 0 || a.ofThing(i, sent) || p.unlike != "" && !a.singular(i, p, sent) {
			break
		}
		return who, i, true
	}
	return 0, 0, false
}

// unmistakable tells whether a pronoun can be that of a person whose gender
// nothing tells: nobody else is named in the sentence and the one before, and the
// sentence has no pronouns of both genders.
func (a *analysis) unmistakable(sent *segment.Sentence, person int, people, before []said) bool {
	for _, list := range [...][]said{people, before} {
		for _, p := range list {
			if p.actor != person {
				return false
			}
		}
	}
	genders := 0
	for i := sent.First; i < sent.Last; i++ {
		switch p := a.words.pronouns[lowered(a.doc.Word(i))]; p.gender {
		case 'm':
			genders |= 1
		case 'f':
			genders |= 2
		}
	}
	return genders != 3
}

// onlyOf is the one person of the gender whom the sentence before names beside
// its subject, one of unknown gender too if maybe is set; -1 if there is none.
func (a *analysis) onlyOf(gender byte, subject int, before []said, maybe bool) int {
	found := -1
	for _, p := range before {
		if p.actor == subject || p.actor == found {
			continue
		}
		if g := a.actors[p.actor].gender; found >= 0 || g != gender && !(maybe && fitsGender(g, gender)) {
			return -1
		}
		found = p.actor
	}
	return found
}

// singular tells whether a pronoun that may also be that of several is the
// subject of a verb for one: by the verb behind it, before it, or at the end of
// its clause.
func (a *analysis) singular(i int, p pronoun, sent *segment.Sentence) bool {
	one := func(k int) bool {
		return a.doc.Tokens[k].Class == segment.Lower && !strings.HasSuffix(a.doc.Word(k), p.unlike)
	}
	if i == sent.First {
		return i+1 < sent.Last && !strings.HasSuffix(a.doc.Word(i+1), p.unlike)
	}
	if a.words.opens[lowered(a.doc.Word(i-1))] {
		for k := i + 1; k < sent.Last; k++ {
			if a.doc.Tokens[k].Class == segment.Punct {
				return one(k - 1)
			}
		}
		return false
	}
	next := a.doc.Word(i + 1)
	return one(i-1) && !a.words.is(next, "masculine") && (a.doc.Tokens[i+1].Class != segment.Upper || a.words.days[next])
}

// other links him beside a pronoun of the sentence's subject to the only other
// whom the sentence before names: "A. traf B. Er zeigte ihm …".
func (a *analysis) other(sent *segment.Sentence, token, subject int, people, before []said) {
	if len(people) > 1 {
		return
	}
	for i := token + 1; i < sent.Last && i <= token+4 && a.doc.Tokens[i].Class != segment.Punct; i++ {
		p, ok := a.words.pronouns[a.doc.Word(i)]
		if !ok || !p.object {
			continue
		}
		if at := a.onlyOf(p.gender, subject, before, true); at >= 0 {
			a.mention(at, a.doc.Tokens[i].Span, ByPronoun)
		}
		return
	}
}

// ofThing tells whether a verb beside the pronoun has things for its subject:
// "Er gilt bis Mai", where a pronoun may stand for those.
func (a *analysis) ofThing(i int, sent *segment.Sentence) bool {
	if i+1 < sent.Last && a.words.is(a.doc.Word(i+1), "thing") {
		return true
	}
	return i > sent.First && a.words.is(lowered(a.doc.Word(i-1)), "thing")
}

// object links him in the first clause of a sentence whose subject is somebody
// else, behind a sentence whose subject it can be: "Am Abend empfing ihn der
// Präsident."
func (a *analysis) object(sent *segment.Sentence, last int, people []said) bool {
	if last < 0 || slices.ContainsFunc(people, func(p said) bool { return p.actor == last }) {
		return false
	}
	for i := sent.First; i+1 < sent.Last && i <= sent.First+2*farthest; i++ {
		if a.doc.Tokens[i].Class == segment.Punct {
			break
		}
		if a.isPronoun(i, last, 'o') {
			a.mention(last, a.doc.Tokens[i].Span, ByPronoun)
			return true
		}
	}
	return false
}

// isPronoun tells whether token i is a pronoun of the case that fits the
// person.
func (a *analysis) isPronoun(i, person int, ofCase byte) bool {
	p, ok := a.words.pronouns[lowered(a.doc.Word(i))]
	if !ok || p.owns || p.object != (ofCase == 'o') || !fitsGender(p.gender, a.actors[person].gender) {
		return false
	}
	return p.unlike == "" || i+1 >= len(a.doc.Tokens) || !strings.HasSuffix(a.doc.Word(i+1), p.unlike)
}

// inside links the pronouns of the sentence's clauses to its subject: in what
// he says ("N. sagte H., er werde kommen"), and in other clauses while the
// sentence has named nobody else whom the pronoun fits.
func (a *analysis) inside(sent *segment.Sentence, subject int, people []said) {
	verb := -1
	rival := len(a.doc.Text) // where somebody else is named first
	for _, p := range people {
		if p.actor != subject && fitsGender(a.actors[p.actor].gender, a.actors[subject].gender) {
			rival = min(rival, p.Start)
		}
	}
	start := sent.End
	for _, p := range people {
		if p.actor == subject {
			start = min(start, p.Start)
		}
	}
	spoken := false
	for i := sent.First; i+1 < sent.Last; i++ {
		t := a.doc.Tokens[i]
		w := t.Of(a.doc.Text)
		if t.Class == segment.Punct {
			if isQuote(w) {
				return
			}
			if w != "," {
				verb = -1
			}
		}
		if verb < 0 && i < sent.First+8 && a.words.acts[w]&finite != 0 {
			verb = i
		}
		if t.Start < start || !a.clauseOpens(i, sent) && !(verb == i && a.genitiveFree()) {
			continue
		}
		j := a.pronounAt(i+1, sent, subject)
		if j < 0 || a.ofThing(j, sent) {
			continue
		}
		speech := !spoken && verb >= 0 && (verb < i && (w == "," && j == i+1 || a.words.is(w, "that")) || verb == i)
		if p := a.words.pronouns[lowered(a.doc.Word(j))]; p.unlike != "" && !speech {
			continue // in a clause "sie" may be several
		}
		if speech || t.Start < rival {
			a.mention(subject, a.doc.Tokens[j].Span, ByPronoun)
			spoken = true
			i = j
		}
	}
}

// clauseOpens tells whether a clause may begin behind token i: a comma, a semicolon, or a
// word that opens one.
func (a *analysis) clauseOpens(i int, sent *segment.Sentence) bool {
	w := a.doc.Word(i)
	return w == "," || w == ";" || a.words.is(w, "that") || a.words.opens[w] && i > sent.First
}

// pronounAt is the pronoun that is the subject of the clause from token i on,
// right there or behind its conjunction; -1 if there is none.
func (a *analysis) pronounAt(i int, sent *segment.Sentence, subject int) int {
	for ; i+1 < sent.Last; i++ {
		if a.doc.Tokens[i].Class != segment.Lower {
			return -1
		}
		if a.isPronoun(i, subject, 's') {
			return i
		}
		if w := a.doc.Word(i); !a.words.opens[w] && !a.words.is(w, "that") {
			return -1
		}
	}
	return -1
}

func isQuote(w string) bool {
	switch w {
	case "\"", "„", "“", "”", "»", "«":
		return true
	}
	return false
}
