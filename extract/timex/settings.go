package timex

import (
	"fmt"
	"strings"
)

// cond tests the item beside a match.
type cond struct {
	not     bool
	classes []classID
	special []string
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
		case "falling":
			r.falling = true
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
	case "capital", "caps", "name", "lower", "number", "edge", "open", "close", "hyphen", "glued", "dot", "comma", "percent", "line", "joined", "clock", "genitive", "slash", "pair", "ends", "person", "bearer", "bc", "plural", "past":
		return true
	}
	return false
}
