package actor

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// dayOf is the day for which an office in this sentence is asked: the one that
// the sentence gives for what it tells, if that is past, else the day of
// publication; "" where the sentence speaks of another year, and it is not sure
// whether the office is of then or of now.
func (a *analysis) dayOf(p *phrase) string {
	day := a.day()
	sent := &a.doc.Sentences[p.sentence]
	from, _ := slices.BinarySearchFunc(a.ctx.Times, sent.Start, func(t Time, o int) int { return t.Start - o })
	when, sure := "", true
	for _, t := range a.ctx.Times[from:] {
		if t.Start >= sent.End {
			break
		}
		if !isPoint(t.When) || !before(t.When, day) && len(t.When) < len(day) {
			continue // the year or month of the article, or later
		}
		if when != "" && when != t.When {
			sure = false
		}
		when = t.When
		sure = sure && (sameYear(when, day) || a.onDate(t, sent))
	}
	switch {
	case when == "" && a.otherYear(sent, day):
		return ""
	case when == "" || before(day, when):
		return day
	case !sure:
		if sameYear(when, day) {
			return day
		}
		return ""
	}
	return when
}

// isPoint tells whether an EDTF date is a plain day, month or year.
func isPoint(when string) bool {
	if len(when) != 4 && len(when) != 7 && len(when) != 10 {
		return false
	}
	return strings.IndexFunc(when, func(r rune) bool { return r != '-' && (r < '0' || r > '9') }) < 0
}

func sameYear(a, b string) bool { return len(a) >= 4 && len(b) >= 4 && a[:4] == b[:4] }

// onDate tells whether the time says when the sentence's event was ("Am 3. Mai
// 1999 …"), not of what its words speak ("die Reform von 1999").
func (a *analysis) onDate(t Time, sent *segment.Sentence) bool {
	i := a.tokenAt(t.Start)
	if i == sent.First {
		return true
	}
	for i--; i > sent.First && a.words.is(lowered(a.doc.Word(i)), "the"); i-- {
	}
	return a.words.is(lowered(a.doc.Word(i)), "date")
}

// otherYear tells whether the sentence has a year other than the day's.
func (a *analysis) otherYear(sent *segment.Sentence, day string) bool {
	for i := sent.First; i < sent.Last; i++ {
		t := a.doc.Tokens[i]
		if t.Class != segment.Number || t.Len() != 4 {
			continue
		}
		if y := t.Of(a.doc.Text); (strings.HasPrefix(y, "19") || strings.HasPrefix(y, "20")) && !strings.HasPrefix(day, y) {
			return true
		}
	}
	return false
}
