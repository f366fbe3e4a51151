package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// op is how an element's value goes into its field.
type op uint8

const (
	opSet op = iota
	opAdd
	opMul
)

// elementKind is what an edge of the trie tests.
type elementKind uint8

const (
	elClass elementKind = iota
	elWord              // a literal word
	elMark              // a literal mark
	elDigits
	elQuantity
	elShape // any word, or any of a shape: word, capital, caps
)

// element is one step of a pattern.
type element struct {
	kind   elementKind
	glued  bool
	class  classID
	word   int32
	mark   byte
	digits uint8 // exact number of digits, 0: any up to nine
	lo, hi int32
	step   int32 // the value is a multiple of it; 0: any
	shape  uint8 // flags of which the word has one
	field  field // fNone with over: drop the value
	over   bool  // field replaces the class's own
	op     op
}

// parseElement reads one element.
func (g *grammar) parseElement(s string) (element, error) {
	var el element
	t := s
	if t, el.glued = strings.CutPrefix(t, "+"); t == "" {
		return el, fmt.Errorf("%q is no element", s)
	}
	if t[0] == '\'' {
		lit := strings.Trim(t, "'")
		items := g.lex.scan(nil, lit, 0, len(lit))
		if len(items) != 1 {
			return el, fmt.Errorf("%s is not one word or mark", t)
		}
		if items[0].kind == markItem {
			el.kind, el.mark = elMark, items[0].mark
		} else {
			el.kind, el.word = elWord, g.lex.intern(lit)
		}
		return el, nil
	}
	if i := len(t) - 1; t[i] == '+' || t[i] == '*' {
		el.op = map[byte]op{'+': opAdd, '*': opMul}[t[i]]
		t = t[:i]
	}
	name, to, over := strings.Cut(t, "@")
	if name == "" {
		return el, fmt.Errorf("%q is no element", s)
	}
	if over {
		f, err := fieldByName(to)
		if err != nil {
			return el, err
		}
		el.field, el.over = f, true
	}
	if name[0] == '#' {
		return el, parseDigits(&el, name)
	}
	if name == "apostrophe" {
		el.kind, el.mark = elMark, '\''
		return el, nil
	}
	if name == "capital" || name == "caps" || name == "word" {
		el.kind, el.shape = elShape, map[string]uint8{"capital": capital, "caps": allCaps, "word": 0}[name]
		return el, nil
	}
	if name == "quantity" {
		el.kind = elQuantity
		if !over {
			el.field = fNum
		}
		return el, nil
	}
	c, ok := g.class(name)
	if !ok {
		return el, fmt.Errorf("no class %q", name)
	}
	el.kind, el.class = elClass, c
	if !over {
		el.field = g.classes[c].field
	}
	return el, nil
}

func parseDigits(el *element, s string) error {
	el.kind = elDigits
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n > 1 {
		el.digits = uint8(n)
	}
	el.lo, el.hi = 0, 999999999
	if s[n:] == "" {
		return nil
	}
	s, step, stepped := strings.Cut(s[n:], "/")
	if stepped {
		v, err := strconv.Atoi(step)
		if err != nil || v < 1 {
			return fmt.Errorf("%q is no step of numbers", step)
		}
		el.step = int32(v)
	}
	a, b, _ := strings.Cut(s, "-")
	lo, err1 := strconv.Atoi(a)
	hi, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || lo > hi {
		return fmt.Errorf("%q is no range of digits", s)
	}
	el.lo, el.hi = int32(lo), int32(hi)
	return nil
}

// takes is 0 for an edge that takes words, 1 for numbers, 2 for marks.
func (el *element) takes() int {
	switch el.kind {
	case elDigits, elQuantity:
		return 1
	case elMark:
		return 2
	}
	return 0
}
