package timex

import (
	"strings"

	"fasti/extract/lang"
)

// givenNames takes the given names from the tables of actors, so that "Nina
// Freitag" is a person. Names that are places too are left out: "Paris Friday"
// is a day.
func (g *grammar) givenNames(pack *lang.Pack) {
	c, ok := g.class("given-name")
	if !ok {
		return
	}
	places := map[string]bool{}
	for _, table := range []string{"actor/states", "actor/cities", "actor/places"} {
		for _, r := range pack.Table(table).Rows {
			for _, f := range r.Fields {
				for _, name := range strings.FieldsFunc(f, func(r rune) bool { return r == '|' || r == ',' || r == ';' }) {
					places[fold(strings.TrimSpace(name))] = true
				}
			}
		}
	}
	for _, r := range pack.Table("actor/given").Rows {
		name := r.Field(0)
		if form := fold(name); !places[form] && !strings.ContainsAny(name, " -'") && r.Field(0) != "name" && !g.calendarName(form) {
			g.lex.add(name, reading{class: c, row: 0})
		}
	}
}

// calendarName reports whether a form is a month, a day or a season itself.
func (g *grammar) calendarName(form string) bool {
	for _, r := range g.lex.entries[g.lex.index[form]].readings {
		switch g.classes[r.class].name {
		case "month", "month-amb", "weekday", "season":
			return true
		}
	}
	return false
}
