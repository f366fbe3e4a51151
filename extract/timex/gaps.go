package timex

import (
	"fmt"
	"slices"

	"fasti/extract/lang"
)

// neededClasses are those of which the engine itself asks.
var neededClasses = []string{"join", "join-to", "range-from", "range-since", "range-until", "range-between",
	"tense-past", "tense-future", "tense-present", "tense-have", "tense-plan", "tense-ahead", "tense-ahead-prep",
	"month-abbr", "weekday-abbr", "range-before", "range-after", "tense-hint-before", "near", "or", "event-noun", "address", "place-prep", "bearer-end", "year-in",
	"tense-hint-past", "tense-hint-future", "tense-hint-after", "name-head", "group-head", "price-prep", "buys"}

// Gaps lists what a language's tables lack to be complete, one line each,
// sorted: expressions for which there is no pattern, months, weekdays, numbers
// and so on that no pattern can read for want of a word, classes that patterns
// or the engine ask for and no word has, settings. An error means that the
// tables do not compile.
func Gaps(pack *lang.Pack) ([]string, error) {
	g, err := compile(pack)
	if err != nil {
		return nil, err
	}
	out := g.classGaps()
	known := givings{}
	found := make([]map[int32]bool, len(constructs))
	g.walk(0, nil, func(path []*element, r *rule) {
		if r.table != "timex/patterns" {
			return
		}
		fields := g.fieldsOf(path, r, known)
		for i := range constructs {
			c := &constructs[i]
			if r.kind != c.kind || !c.made(fields) {
				continue
			}
			if found[i] == nil {
				found[i] = map[int32]bool{}
			}
			for _, v := range g.valuesOf(c.fields[0], path, r, known) {
				found[i][v] = true
			}
		}
	})
	for i := range constructs {
		c := &constructs[i]
		if found[i] == nil {
			out = append(out, fmt.Sprintf("no pattern makes a %s", c))
			continue
		}
		for _, v := range c.values {
			if !found[i][v] && !found[i][anyValue] {
				out = append(out, fmt.Sprintf("no word gives %s=%s to a %s", fieldNames[c.fields[0]], valueName(c.fields[0], v), c))
			}
		}
	}
	if g.settings["decimal"] == "" {
		out = append(out, "no setting decimal")
	}
	if len(g.endings) == 0 {
		out = append(out, "no endings of verbs")
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// classGaps names the classes that are asked for and have no word.
func (g *grammar) classGaps() []string {
	var have, asked classSet
	for i := range g.lex.entries {
		for k, bits := range g.lex.entries[i].classes {
			have[k] |= bits
		}
	}
	for i := range g.nodes {
		for k, bits := range g.nodes[i].classes {
			asked[k] |= bits
		}
	}
	for i := range g.rules {
		for _, list := range [2][]cond{g.rules[i].before, g.rules[i].after} {
			for _, c := range list {
				for _, id := range c.classes {
					asked.add(id)
				}
			}
		}
	}
	for _, name := range neededClasses {
		if id, ok := g.class(name); ok {
			asked.add(id)
		}
	}
	var out []string
	for id := range g.classes {
		if c := classID(id); asked.has(c) && !have.has(c) {
			out = append(out, "no word of the class "+g.classes[id].name)
		}
	}
	return out
}

// walk visits every pattern with the elements that lead to it.
func (g *grammar) walk(n int32, path []*element, visit func([]*element, *rule)) {
	nd := &g.nodes[n]
	for _, id := range nd.accepts {
		visit(path, &g.rules[id])
	}
	for i := range nd.edges {
		g.walk(nd.edges[i].to, append(path, &nd.edges[i].el), visit)
	}
}

// anyValue stands for digits, which give every value.
const anyValue = -1 << 31

// valueName is a value as tables write it.
func valueName(f field, v int32) string {
	switch f {
	case fUnit:
		return unitNames[v]
	case fPart:
		return partNames[v]
	case fSeason:
		return seasonNames[v]
	case fMod:
		return modNames[v]
	case fRef:
		return refNames[v]
	case fNum:
		return string(quantity(nil, v))
	}
	return fmt.Sprint(v)
}
