package timex

import (
	"fmt"
	"strings"
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
//	word capital caps  any word, one that begins with a capital, that is all capitals
//	quantity@num   a number with the language's decimal sign
//	+'.'           no blank before it; apostrophe stands for that mark
//	x?  a|b  (a b | c)?  optional, one of two elements, groups (blanks around | between sequences)
//	$N             a macro, from the macros table
//
// The settings give fields fixed values (mod=END) and conditions on the items
// around the match: before:CLASS|CLASS, !before:, after:, !after:, compound.

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
