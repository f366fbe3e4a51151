package timex

// names keeps the names of rules with their choices ("weekday-past"), so that
// each is made once.
type names map[nameKey]string

type nameKey struct {
	rule   int32
	choice string
	lent   bool
}

// of is the name of a rule with the reason for its value; lent if a neighbour
// gave the year.
func (n names) of(g *grammar, rule int32, choice string, lent bool) string {
	if choice == "" && !lent {
		return g.rules[rule].name
	}
	k := nameKey{rule, choice, lent}
	s, ok := n[k]
	if !ok {
		s = g.rules[rule].name
		if choice != "" {
			s += "-" + choice
		}
		if lent {
			s += "-shared"
		}
		n[k] = s
	}
	return s
}
