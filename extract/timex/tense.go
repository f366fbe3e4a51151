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
	if c == rolePast {
		c = rolePastShape
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
// sentence if the clause has no verb that says. The word before the items may
// say it too.
func (g *grammar) tenseAt(items []item, text string, first, last int) tense {
	hint := g.hintBefore(items, first)
	if hint == roleHintPast {
		return tensePast
	}
	t := g.tenseWithin(items, text, first, last, true)
	if t == tenseNone {
		t = g.tenseWithin(items, text, first, last, false)
	}
	if hint == roleHintFuture && t != tensePast {
		return tenseFuture
	}
	return t
}

// hintBefore is what the word before item first says of its direction.
func (g *grammar) hintBefore(items []item, first int) role {
	for i := first - 1; i >= 0 && i >= first-2; i-- {
		for _, h := range [...]role{roleHintPast, roleHintFuture} {
			if g.is(&items[i], h) {
				return h
			}
		}
		if !g.is(&items[i], roleFill) {
			break
		}
	}
	return 0
}

func (g *grammar) tenseWithin(items []item, text string, first, last int, clause bool) tense {
	var e, near role
	for i := first - 1; i >= 0 && i > first-clauseReach; i-- {
		if boundary(items, i, clause) {
			break
		}
		v := g.verb(items, i, text)
		if near == 0 {
			near = v & (roleFuture | rolePast | roleHave)
		}
		e |= v
	}
	for i := last; i < len(items) && i < last+clauseReach; i++ {
		if boundary(items, i, clause) {
			break
		}
		v := g.verb(items, i, text)
		if near == 0 {
			near = v & (roleFuture | rolePast | roleHave)
		}
		e |= v
	}
	// Two verbs that disagree, as in "said the port would open on Monday":
	// where clauses follow without a comma, the nearer one before counts.
	if g.nearVerb && e&roleFuture != 0 && e&(rolePast|roleHave) != 0 {
		if near&roleFuture != 0 && near&rolePast == 0 {
			return tenseFuture
		}
		return tensePast
	}
	return tenseOf(e)
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
	// A capital within a sentence makes a noun or a name: "Schloss", "Will".
	if it.flags&capital != 0 && i > 0 && !boundary(items, i-1, false) && items[i-1].kind != markItem {
		return 0
	}
	if i > 0 && g.is(&items[i-1], roleNounCue) {
		return 0
	}
	passive := i > 0 && g.is(&items[i-1], rolePassive)
	if it.word != 0 {
		if r := g.lex.entries[it.word].roles & rolesTense; r != 0 {
			if passive && r&rolePast != 0 {
				return r&^rolePast | roleParticiple
			}
			return r
		}
	}
	if it.flags&capital != 0 || it.end-it.start > 40 {
		return 0
	}
	var found role
	w := text[it.start:it.end]
	for i := range g.endings {
		x := &g.endings[i]
		if len(w) >= x.min && strings.HasSuffix(w, x.suffix) && strings.HasPrefix(w, x.prefix) {
			found |= x.role
		}
	}
	if passive && found&rolePastShape != 0 {
		return found&^rolePastShape | roleParticiple
	}
	return found
}

// tenseOf weighs the verb forms of a clause.
func tenseOf(e role) tense {
	past := e&roleHave != 0 && e&roleParticiple != 0
	switch {
	case e&roleFuture != 0 && past: // "soll geschlagen haben": said to be past
		return tensePast
	case e&roleFuture != 0 && e&rolePast == 0:
		return tenseFuture
	case e&rolePast != 0, past:
		return tensePast
	case e&rolePresent != 0:
		return tensePresent
	case e&rolePastShape != 0:
		return tensePast
	}
	return tenseNone
}
