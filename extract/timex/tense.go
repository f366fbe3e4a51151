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
	tenseNow // a form that looks like a present: weekdays lie ahead, but nothing is a state
	tensePast
	tensePlan  // a past that looks ahead: "sollte am Freitag abreisen"
	tenseAhead // no verb says, but a word before the date: "ab Mai"
	tenseFuture
)

// ahead reports whether the tense looks forward.
func (t tense) ahead() bool { return t == tenseAhead || t == tenseFuture }

// ending is a shape of verb forms: what a word begins and ends with.
type ending struct {
	prefix, suffix string
	min            int
	role           role
}

// endingRow reads "class <TAB> pre*suf <TAB> least length in bytes".
func (g *grammar) endingRow(_ string, r lang.Row) error {
	c := roleOf(r.Field(0))
	if c&rolesTense == 0 {
		return fmt.Errorf("no class of verb forms: %q", r.Field(0))
	}
	switch c {
	case rolePast:
		c = rolePastShape
	case rolePresent:
		c = rolePresentShape
	}
	pre, suf, ok := strings.Cut(r.Field(1), "*")
	if !ok {
		return fmt.Errorf("%q is no shape such as *te", r.Field(1))
	}
	least := 0
	if _, err := fmt.Sscan(r.Field(2), &least); err != nil {
		return fmt.Errorf("%q is no length", r.Field(2))
	}
	if suf == "" {
		return fmt.Errorf("%q has no ending", r.Field(1))
	}
	last := suf[len(suf)-1]
	g.byEnd[last] = append(g.byEnd[last], int16(len(g.endings)))
	g.endings = append(g.endings, ending{pre, suf, least, c})
	return nil
}

// boundary reports whether item i ends a sentence or, if asked, a clause.
func boundary(items []item, i int, clause bool) bool {
	it := &items[i]
	if it.kind != markItem {
		return false
	}
	if it.flags&ends != 0 {
		return true
	}
	switch it.mark {
	case '!', '?', ';':
		return true
	case '.':
		if it.flags&inner != 0 {
			return false
		}
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

// verb is what an item says of tense; it is worked out once for each item.
func (g *grammar) verb(items []item, i int, text string) role {
	it := &items[i]
	if it.kind != wordItem {
		return 0
	}
	if it.roles&roleComputed == 0 {
		it.roles = roleComputed | g.verbForm(items, i, text)
	}
	return it.roles
}

func (g *grammar) verbForm(items []item, i int, text string) role {
	it := &items[i]
	// A capital within a sentence makes a noun or a name: "Schloss", "Will";
	// but not where all is in capitals.
	if it.flags&capital != 0 && i > 0 && !boundary(items, i-1, false) && items[i-1].kind != markItem &&
		it.flags&items[i-1].flags&allCaps == 0 {
		return 0
	}
	if i > 0 && g.is(&items[i-1], roleNounCue) || i > 2 && owns(items, i-2) && g.timeWord(&items[i-3]) {
		return 0
	}
	passive := i > 0 && g.is(&items[i-1], rolePassive)
	if it.word != 0 {
		if g.is(it, roleNoVerb) {
			return 0
		}
		if r := g.verbPhrase(items, i); r != 0 {
			return r
		}
		if r := g.lex.entries[it.word].roles & rolesTense; r != 0 {
			if r&roleMoved != 0 && (i+1 < len(items) && g.is(&items[i+1], roleBeInf) || i > 0 && g.is(&items[i-1], roleBeInf)) {
				return r | roleHave
			}
			if passive && r&rolePast != 0 {
				return r&^rolePast | roleParticiple
			}
			return r
		}
	}
	if it.flags&capital != 0 || it.end-it.start > 40 || g.timeWord(it) {
		return 0
	}
	var found role
	w := text[it.start:it.end]
	for _, k := range g.byEnd[w[len(w)-1]] {
		x := &g.endings[k]
		if len(w) >= x.min && strings.HasSuffix(w, x.suffix) && strings.HasPrefix(w, x.prefix) {
			found |= x.role
		}
	}
	if found&rolePlan != 0 {
		found &^= rolePastShape
	}
	if found&(roleParticiple|rolePastShape) != 0 {
		found &^= rolePresentShape
	}
	if passive && found&rolePastShape != 0 {
		return found&^rolePastShape | roleParticiple
	}
	return found
}

// timeWord reports whether a word has a value of its own, and so is no verb,
// whatever its ending: "nächsten", "heute".
func (g *grammar) timeWord(it *item) bool {
	if it.word == 0 {
		return false
	}
	for _, r := range g.lex.entries[it.word].readings {
		if len(r.set) > 0 {
			return true
		}
	}
	return false
}

// verbPhrase is what a verb form of several words says: "was to".
func (g *grammar) verbPhrase(items []item, i int) role {
	e := &g.lex.entries[items[i].word]
	if !e.verbal {
		return 0
	}
	var found role
	for k := range e.phrases {
		if r := roleOf(g.classes[e.phrases[k].reading.class].name) & rolesTense; r != 0 && e.phrases[k].length(items, i+1) >= 0 {
			found |= r
		}
	}
	return found
}

// tenseOf weighs the verb forms of a clause.
func tenseOf(e role) tense {
	past := e&roleHave != 0 && e&(roleParticiple|roleMoved) != 0 || e&roleBe != 0 && e&roleMoved != 0
	switch {
	case e&(roleFuture|rolePlan) != 0 && past: // "soll geschlagen haben": said to be past
		return tensePast
	case e&roleFuture != 0 && e&rolePast == 0:
		return tenseFuture
	case e&rolePast != 0, past:
		return tensePast
	case e&rolePlan != 0:
		return tensePlan
	case e&(rolePresent|roleBe) != 0:
		return tensePresent
	case e&rolePastShape != 0:
		return tensePast
	case e&rolePresentShape != 0:
		return tenseNow
	}
	return tenseNone
}
