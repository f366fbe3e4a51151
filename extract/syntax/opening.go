package syntax

import (
	"slices"
	"strings"

	"fasti/extract/syntax/model"
)

// A report opens its sentences with the day ("Yesterday, the speaker …", "On
// Monday, 3 May, …"). A tree takes the day for the subject then, and the subject for
// what stands beside it. So where the subject has its place before the verb, the day
// and the rest are read apart, and then put together.

// The bounds of an opening in words: how long it may be, and what must stand behind it.
const (
	openingMost = 12
	openingRest = 4
)

// opened reads a sentence with such an opening; nil if it has none, or if its words
// are not one phrase.
func (g *reading) opened(room *model.Room, text []string, rules *rules) ([]Word, int) {
	comma := rules.opening(text)
	if comma < 0 {
		return nil, 0
	}
	day, _ := g.words(room, append(slices.Clone(text[:comma]), text[len(text)-1]), rules)
	day = day[:comma]
	head := rootOf(day)
	if head < 0 || !named(day[head].POS) {
		return nil, 0
	}
	rest, margin := g.opensWithSubject(room, text[comma+1:], rules)
	root := rootOf(rest)
	if root < 0 {
		return nil, 0
	}
	for i := range rest {
		if rest[i].Head >= 0 {
			rest[i].Head += comma + 1
		}
	}
	for i := range day {
		if day[i].Head >= comma {
			day[i].Head = head
		}
	}
	day[head].Head, day[head].Rel = comma+1+root, RelOblUnmarked
	if slices.ContainsFunc(day, func(w Word) bool { return w.Rel == RelCase && w.Head == head }) {
		day[head].Rel = RelObl
	}
	mark := Word{Lemma: text[comma], POS: PUNCT, Head: head, Rel: RelPunct}
	return append(append(day, mark), rest...), margin
}

// named reports whether words of a part of speech can head the phrase of a day.
func named(p POS) bool { return p == NOUN || p == PROPN || p == NUM || p == ADV }

// opening finds the comma behind an opening, by words alone; -1 if there is none.
func (r *rules) opening(text []string) int {
	if r.verbFirst {
		return -1
	}
	comma, day := -1, false
	for i := 0; i < len(text)-openingRest && i < openingMost; i++ {
		low := strings.ToLower(text[i])
		if text[i] == "," {
			if i > 0 && day {
				comma = i
			}
			continue
		}
		names := r.days[low] || r.is(classDay, low)
		if !names && !r.is(classOpening, low) && !number(low) {
			break
		}
		day = day || names || year(low)
	}
	if comma < 0 {
		return -1
	}
	next := strings.ToLower(text[comma+1])
	if r.days[next] || r.is(classDay, next) || year(next) || r.is(classJoins, next) || r.links[next] != NoLink {
		return -1 // of several days, or a clause that says more of the day
	}
	return comma
}

// number reports whether a word begins with a digit.
func number(low string) bool { return low[0] >= '0' && low[0] <= '9' }

// year reports whether a word is four digits.
func year(low string) bool {
	return len(low) == 4 && strings.Trim(low, "0123456789") == ""
}
