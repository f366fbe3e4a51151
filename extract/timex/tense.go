package timex

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// tense is that of the finite verb beside an expression.
type tense uint8

const (
	tenseNone tense = iota
	tensePresent
	tensePast
	tenseFuture
)

// The classes of verb forms, and how they are combined: a form of tense-have
// makes the past with a participle, and alone says present.
const (
	classPast       = "tense-past"
	classFuture     = "tense-future"
	classPresent    = "tense-present"
	classHave       = "tense-have"
	classParticiple = "tense-participle"
)

// ending is a shape of verb forms: what a word begins and ends with.
type ending struct {
	prefix, suffix string
	min            int
	class          classID
}

// endingRow reads "class <TAB> pre*suf <TAB> least length in bytes".
func (g *grammar) endingRow(_ string, r lang.Row) error {
	c, ok := g.class(r.Field(0))
	if !ok {
		return fmt.Errorf("no class %q", r.Field(0))
	}
	pre, suf, ok := strings.Cut(r.Field(1), "*")
	if !ok || pre+suf == "" {
		return fmt.Errorf("%q is no shape such as *te", r.Field(1))
	}
	least := 0
	if _, err := fmt.Sscan(r.Field(2), &least); err != nil {
		return fmt.Errorf("%q is no length", r.Field(2))
	}
	g.endings = append(g.endings, ending{pre, suf, least, c})
	return nil
}

// clauseReach bounds how far the verb of a clause is looked for.
const clauseReach = 40

// tenseAt finds the tense of the clause around items [first, last), or of the
// sentence if the clause has no verb that says.
func (g *grammar) tenseAt(items []item, text string, first, last int) tense {
	if t := g.tenseWithin(items, text, first, last, true); t != tenseNone {
		return t
	}
	return g.tenseWithin(items, text, first, last, false)
}

func (g *grammar) tenseWithin(items []item, text string, first, last int, clause bool) tense {
	var e evidence
	for i := first - 1; i >= 0 && i > first-clauseReach; i-- {
		if boundary(items, i, clause) {
			break
		}
		e.note(g, items, i, text)
	}
	for i := last; i < len(items) && i < last+clauseReach; i++ {
		if boundary(items, i, clause) {
			break
		}
		e.note(g, items, i, text)
	}
	return e.tense()
}

// boundary reports whether item i ends a sentence or, if asked, a clause.
func boundary(items []item, i int, clause bool) bool {
	it := &items[i]
	if it.kind != markItem {
		return false
	}
	switch it.mark {
	case '!', '?', ';':
		return true
	case '.':
		if i > 0 && items[i-1].kind == numberItem && items[i-1].digits <= 2 {
			return false
		}
		return i+1 >= len(items) || items[i+1].flags&glued == 0 && (items[i+1].flags&capital != 0 || items[i+1].kind != wordItem)
	case ',', ':', '(', ')', '"':
		return clause && (i+1 >= len(items) || items[i+1].flags&glued == 0 || it.mark == '(')
	case '-':
		return clause && it.flags&glued == 0
	}
	return false
}

// evidence counts the verb forms of a clause.
type evidence struct {
	past, future, present, have, participle bool
	pastShape                               bool // looks like a past, by its ending
}

func (e *evidence) note(g *grammar, items []item, i int, text string) {
	it := &items[i]
	if it.kind != wordItem {
		return
	}
	// A capital within a sentence makes a noun or a name: "Schloss", "Will".
	if it.flags&capital != 0 && i > 0 && !boundary(items, i-1, false) && items[i-1].kind != markItem {
		return
	}
	known := false
	if it.word != 0 {
		ent := &g.lex.entries[it.word]
		for i := range ent.readings {
			r := &ent.readings[i]
			if !r.capital || it.flags&capital != 0 {
				known = e.class(g, r.class) || known
			}
		}
	}
	if known || it.flags&capital != 0 || it.end-it.start > 40 {
		return
	}
	w := text[it.start:it.end]
	for i := range g.endings {
		x := &g.endings[i]
		if len(w) >= x.min && strings.HasSuffix(w, x.suffix) && strings.HasPrefix(w, x.prefix) {
			if g.classes[x.class].name == classPast {
				e.pastShape = true
			} else {
				e.class(g, x.class)
			}
		}
	}
}

func (e *evidence) class(g *grammar, c classID) bool {
	switch g.classes[c].name {
	case classPast:
		e.past = true
	case classFuture:
		e.future = true
	case classPresent:
		e.present = true
	case classHave:
		e.have = true
	case classParticiple:
		e.participle = true
	default:
		return false
	}
	return true
}

func (e *evidence) tense() tense {
	switch {
	case e.future && e.have && e.participle: // "soll geschlagen haben": said to be past
		return tensePast
	case e.future && !e.past:
		return tenseFuture
	case e.past:
		return tensePast
	case e.have && e.participle:
		return tensePast
	case e.present:
		return tensePresent
	case e.pastShape:
		return tensePast
	}
	return tenseNone
}
