package timex

import (
	"fmt"
	"strconv"
	"strings"

	"fasti/extract/lang"
)

// A pattern is a row of a patterns table:
//
//	name <TAB> kind <TAB> pattern <TAB> settings
//
// The pattern is elements apart by blanks:
//
//	month          a word or phrase of the class month
//	month@month2   its value goes to another field
//	card@num+      its value is added to the field (also * for times)
//	'Uhr'          this word or mark
//	#1-31@day      digits whose value lies in the range; ##: exactly two digits, ####: four;
//	               #100-900/100: a multiple of 100
//	capital  caps  any word that begins with a capital, that is all capitals
//	quantity@num   a number with the language's decimal sign
//	+'.'           no blank before it; apostrophe stands for that mark
//	x?  a|b  (a b | c)?  optional, one of two elements, groups (blanks around | between sequences)
//	$N             a macro, from the macros table
//
// The settings give fields fixed values (mod=END) and conditions on the items
// around the match: before:CLASS|CLASS, !before:, after:, !after:, compound.

// classID is a class of words.
type classID uint8

// class names what the words of a class fill.
type class struct {
	name  string
	field field
}

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
	elShape // any word of a shape: capital, caps
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

// node is a state of the trie of patterns.
type node struct {
	edges   []edge  // sealed: those that take words, then numbers, then marks
	accepts []int32 // rules that end here
	numbers int32   // where the edges for numbers begin, and for marks
	marks   int32
	classes classSet // of the words that some edge takes
	plain   bool     // some edge takes a word by itself, or any word of a shape
}

// classSet is a set of classes.
type classSet [4]uint64

func (s *classSet) add(c classID) { s[c>>6] |= 1 << (c & 63) }

func (s *classSet) has(c classID) bool { return s[c>>6]&(1<<(c&63)) != 0 }

func (s *classSet) meets(t *classSet) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

type edge struct {
	el element
	to int32
}

// rule is what a pattern means.
type rule struct {
	name     string
	kind     kind
	set      []assign
	before   []cond // all must hold
	after    []cond
	line     int
	table    string
	context  bool
	compound bool // may be the first part of a compound: "14-Tage-Frist"
	weak     bool // a bare number: no year if the sentence counts with such numbers
}

// cond tests the item beside a match.
type cond struct {
	not     bool
	classes []classID
	special []string
}

// kind is what a rule makes.
type kind uint8

const (
	kindDate kind = iota
	kindDuration
	kindSet
	kindRef
	kindSkip
	kindCount
)

var kindNames = [kindCount]string{"date", "duration", "set", "ref", "skip"}

// grammar is the compiled tables of one language.
type grammar struct {
	lex       *lexicon
	classes   []class
	classByID map[string]classID
	macros    map[string]string
	nodes     []node
	rules     []rule
	feasts    []feast
	feastByID map[string]int
	decimal   byte
	spaced    bool // thousands stand apart by a blank
	endings   []ending
	byEnd     [256][]int16 // the endings by their last byte
	settings  map[string]string
	nearVerb  bool // the setting "verbs nearest"
}

const maxNodes = 60000

func (g *grammar) class(name string) (classID, bool) {
	c, ok := g.classByID[name]
	return c, ok
}

func (g *grammar) addClass(name string, f field) error {
	if _, ok := g.classByID[name]; ok {
		return nil
	}
	if len(g.classes) > 250 {
		return fmt.Errorf("more than 250 classes")
	}
	g.classByID[name] = classID(len(g.classes))
	g.classes = append(g.classes, class{name, f})
	return nil
}

// addPattern compiles one row of a patterns table.
func (g *grammar) addPattern(table string, row lang.Row) error {
	r := rule{name: row.Field(0), line: row.Line, table: table}
	k, err := kindByName(row.Field(1))
	if err != nil {
		return err
	}
	r.kind = k
	if err := g.parseSettings(&r, row.Field(3)); err != nil {
		return err
	}
	seqs, err := g.parsePattern(row.Field(2))
	if err != nil {
		return err
	}
	id := int32(len(g.rules))
	g.rules = append(g.rules, r)
	for _, s := range seqs {
		if len(s) == 0 || s[0].kind == elShape {
			return fmt.Errorf("the pattern can match nothing, or begins with any word")
		}
		if err := g.insert(s, id); err != nil {
			return err
		}
	}
	return nil
}

func kindByName(s string) (kind, error) {
	for i, n := range kindNames {
		if n == s {
			return kind(i), nil
		}
	}
	return 0, fmt.Errorf("no kind %q (one of %s)", s, strings.Join(kindNames[:], ", "))
}

func (g *grammar) insert(seq []element, id int32) error {
	n := int32(0)
	for _, el := range seq {
		next := int32(-1)
		for _, e := range g.nodes[n].edges {
			if e.el == el {
				next = e.to
				break
			}
		}
		if next < 0 {
			if len(g.nodes) >= maxNodes {
				return fmt.Errorf("more than %d states: too many optional parts", maxNodes)
			}
			next = int32(len(g.nodes))
			g.nodes = append(g.nodes, node{})
			g.nodes[n].edges = append(g.nodes[n].edges, edge{el, next})
		}
		n = next
	}
	for _, a := range g.nodes[n].accepts {
		if a == id {
			return nil
		}
	}
	g.nodes[n].accepts = append(g.nodes[n].accepts, id)
	return nil
}

func (g *grammar) parseSettings(r *rule, s string) error {
	for _, part := range strings.Fields(s) {
		if name, list, ok := strings.Cut(part, ":"); ok {
			c := cond{not: strings.HasPrefix(name, "!")}
			for _, cl := range strings.Split(list, "|") {
				if id, ok := g.class(cl); ok {
					c.classes = append(c.classes, id)
				} else if specialCond(cl) {
					c.special = append(c.special, cl)
				} else {
					return fmt.Errorf("no class %q in %q", cl, part)
				}
			}
			switch strings.TrimPrefix(name, "!") {
			case "before":
				r.before = append(r.before, c)
				r.context = r.context || !c.not
			case "after":
				r.after = append(r.after, c)
				r.context = r.context || !c.not
			default:
				return fmt.Errorf("no condition %q", name)
			}
			continue
		}
		switch part {
		case "compound":
			r.compound = true
			continue
		case "weak":
			r.weak = true
			continue
		}
		a, err := g.parseAssign(part)
		if err != nil {
			return err
		}
		r.set = append(r.set, a)
	}
	return nil
}

func (g *grammar) parseAssign(s string) (assign, error) {
	name, val, ok := strings.Cut(s, "=")
	if !ok {
		return assign{}, fmt.Errorf("%q is no field=value", s)
	}
	f, err := fieldByName(name)
	if err != nil {
		return assign{}, err
	}
	if f == fFeast {
		i, ok := g.feastByID[val]
		if !ok {
			return assign{}, fmt.Errorf("no feast %q", val)
		}
		return assign{f, int32(i)}, nil
	}
	v, err := parseValue(f, val)
	return assign{f, v}, err
}

// specialCond names the tests that need no words.
func specialCond(s string) bool {
	switch s {
	case "capital", "caps", "lower", "number", "edge", "open", "close", "hyphen", "glued", "dot", "comma", "percent", "line":
		return true
	}
	return false
}

// parsePattern expands a pattern to its plain sequences.
func (g *grammar) parsePattern(s string) ([][]element, error) {
	for depth := 0; strings.Contains(s, "$"); depth++ {
		if depth > 8 {
			return nil, fmt.Errorf("macros nest too deep")
		}
		var err error
		if s, err = g.expandMacros(s); err != nil {
			return nil, err
		}
	}
	p := &patternParser{g: g, toks: patternTokens(s)}
	seqs, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.toks) {
		return nil, fmt.Errorf("unexpected %q", p.toks[p.pos])
	}
	return seqs, nil
}

func (g *grammar) expandMacros(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '$' {
			b.WriteByte(s[i])
			i++
			continue
		}
		j := i + 1
		for j < len(s) && (s[j] >= 'A' && s[j] <= 'Z' || s[j] >= '0' && s[j] <= '9' || s[j] == '_') {
			j++
		}
		body, ok := g.macros[s[i+1:j]]
		if !ok {
			return "", fmt.Errorf("no macro %q", s[i:j])
		}
		b.WriteString("(" + body + ")")
		i = j
	}
	return b.String(), nil
}

// patternTokens cuts a pattern into ( ) | ? and elements.
func patternTokens(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ':
			i++
		case c == '|' && i > 0 && s[i-1] == ' ':
			out = append(out, "||")
			i++
		case c == '(' || c == ')' || c == '|' || c == '?':
			out = append(out, string(c))
			i++
		default:
			j := i
			for j < len(s) && !strings.ContainsRune(" ()|?", rune(s[j])) {
				if s[j] == '\'' {
					k := strings.IndexByte(s[j+1:], '\'')
					if k < 0 {
						j = len(s)
						break
					}
					j += k + 1
				}
				j++
			}
			out = append(out, s[i:min(j, len(s))])
			i = j
		}
	}
	return out
}

type patternParser struct {
	g    *grammar
	toks []string
	pos  int
}

func (p *patternParser) peek() string {
	if p.pos < len(p.toks) {
		return p.toks[p.pos]
	}
	return ""
}

func (p *patternParser) alternatives() ([][]element, error) {
	var all [][]element
	for {
		seqs, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, seqs...)
		if p.peek() != "||" {
			return all, nil
		}
		p.pos++
	}
}

func (p *patternParser) sequence() ([][]element, error) {
	seqs := [][]element{nil}
	for p.peek() != "" && p.peek() != ")" && p.peek() != "||" {
		var part [][]element
		var err error
		if p.peek() == "(" {
			p.pos++
			if part, err = p.alternatives(); err != nil {
				return nil, err
			}
			if p.peek() != ")" {
				return nil, fmt.Errorf("( without )")
			}
			p.pos++
		} else {
			el, err := p.g.parseElement(p.peek())
			if err != nil {
				return nil, err
			}
			p.pos++
			part = [][]element{{el}}
			for p.peek() == "|" && p.pos+1 < len(p.toks) {
				el, err := p.g.parseElement(p.toks[p.pos+1])
				if err != nil {
					return nil, err
				}
				p.pos += 2
				part = append(part, []element{el})
			}
		}
		if p.peek() == "?" {
			p.pos++
			part = append(part, nil)
		}
		if len(seqs)*len(part) > 20000 {
			return nil, fmt.Errorf("too many optional parts")
		}
		var next [][]element
		for _, a := range seqs {
			for _, b := range part {
				next = append(next, append(append([]element(nil), a...), b...))
			}
		}
		seqs = next
	}
	return seqs, nil
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
	if name == "capital" || name == "caps" {
		el.kind, el.shape = elShape, map[string]uint8{"capital": capital, "caps": allCaps}[name]
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
