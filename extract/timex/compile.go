package timex

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// compile builds the grammar from a pack's tables. Errors name the table and
// the line.
func compile(pack *lang.Pack) (*grammar, error) {
	g := &grammar{
		lex:       newLexicon(),
		classByID: map[string]classID{},
		macros:    map[string]string{},
		feastByID: map[string]int{},
		settings:  map[string]string{},
		unions:    map[classID][]classID{},
		nodes:     make([]node, 1),
		decimal:   '.',
	}
	steps := []struct {
		table string
		row   func(table string, r lang.Row) error
	}{
		{"timex/core-classes", g.classRow},
		{"timex/classes", g.classRow},
		{"timex/feasts", g.feastRow},
		{"timex/settings", g.settingRow},
		{"timex/words", g.wordRow},
		{"timex/compounds", g.compoundRow},
		{"timex/endings", g.endingRow},
		{"timex/core-macros", g.macroRow},
		{"timex/macros", g.macroRow},
		{"timex/patterns", g.addPattern},
		{"timex/core-patterns", g.addPattern},
	}
	for _, s := range steps {
		t := pack.Table(s.table)
		for _, r := range t.Rows {
			if err := s.row(s.table, r); err != nil {
				return nil, fmt.Errorf("%s.tsv:%d: %w", s.table, r.Line, err)
			}
		}
	}
	g.givenNames(pack)
	g.feastClass, _ = g.class("feast")
	g.eraClass, _ = g.class("era")
	g.nameEnd, _ = g.class("name-end")
	g.datePrep, _ = g.class("date-prep")
	g.yearCue, _ = g.class("year-cue")
	g.det, _ = g.class("det")
	g.season, _ = g.class("season")
	g.says, _ = g.class("says")
	g.pricePrep, _ = g.class("price-prep")
	g.buys, _ = g.class("buys")
	g.orgEnd, _ = g.class("org-end")
	g.nounDet, _ = g.class("noun-det")
	g.nameHead, g.nameHeads = g.formsOf("name-head")
	g.groupHead, g.groupHeads = g.formsOf("group-head")
	g.yearHead, g.yearHeads = g.formsOf("year-head")
	for _, name := range []string{"month", "month-amb", "weekday", "season", "feast"} {
		if c, ok := g.class(name); ok {
			g.calendar.add(c)
		}
	}
	for _, name := range []string{"month", "month-amb", "weekday", "season", "feast", "unit", "unit-part", "part", "modifier", "rel", "mrel", "card", "ord", "deictic", "year-word", "month-cue", "every"} {
		if c, ok := g.class(name); ok {
			g.timely.add(c)
		}
	}
	g.seal()
	g.index()
	g.assignRoles()
	g.lex.seal()
	return g, nil
}

func (g *grammar) classRow(_ string, r lang.Row) error {
	f, err := fieldByName(r.Field(1))
	if err != nil {
		return err
	}
	if err := g.addClass(r.Field(0), f); err != nil {
		return err
	}
	union, _ := g.class(r.Field(0))
	for _, name := range strings.Fields(r.Field(2)) {
		c, ok := g.class(name)
		if !ok {
			return fmt.Errorf("no class %q", name)
		}
		g.unions[c] = append(g.unions[c], union)
	}
	return nil
}

func (g *grammar) settingRow(_ string, r lang.Row) error {
	g.settings[r.Field(0)] = r.Field(1)
	switch r.Field(0) {
	case "decimal":
		if len(r.Field(1)) != 1 {
			return fmt.Errorf("the decimal sign is one mark")
		}
		g.decimal = r.Field(1)[0]
	case "clitic":
		if f := r.Field(1); len(f) != 1 || f[0] < 'a' || f[0] > 'z' {
			return fmt.Errorf("the clitic is one small letter, not %q", f)
		}
		g.lex.clitic = r.Field(1)[0]
	case "verbs":
		if r.Field(1) != "nearest" {
			return fmt.Errorf("verbs may only be \"nearest\", not %q", r.Field(1))
		}
		g.nearVerb = true
	case "thousands":
		g.spaced = r.Field(1) == "blank"
	case "order":
		if f := r.Field(1); f != "day-first" && f != "month-first" {
			return fmt.Errorf("the order is day-first or month-first, not %q", f)
		}
		g.dayFirst = r.Field(1) == "day-first"
	case "owning":
		g.owning = r.Field(1)
	case "days":
		g.smallDays = r.Field(1) == "small"
	case "bare-weekday":
		if r.Field(1) != "rare" {
			return fmt.Errorf("a bare weekday may only be \"rare\", not %q", r.Field(1))
		}
		g.bareRare = true
	case "plural":
		g.plurals = strings.Split(r.Field(1), "|")
	case "region":
		g.region = r.Field(1)
	case "weekday-default":
	default:
		return fmt.Errorf("no setting %q", r.Field(0))
	}
	return nil
}

// wordRow reads "class <TAB> value <TAB> forms". The value is that of the
// class's field, then field=value pairs, apart by commas; forms are apart by
// "|", and stem[a,b] stands for stema and stemb.
func (g *grammar) wordRow(_ string, r lang.Row) error {
	c, ok := g.class(r.Field(0))
	if !ok {
		return fmt.Errorf("no class %q", r.Field(0))
	}
	set, err := g.values(c, r.Field(1))
	if err != nil {
		return err
	}
	if r.Field(2) == "" {
		return fmt.Errorf("a row without forms")
	}
	for _, f := range strings.Split(r.Field(2), "|") {
		forms, err := lang.Expand(strings.TrimSpace(f))
		if err != nil {
			return err
		}
		for _, form := range forms {
			g.lex.add(form, reading{class: c, row: int32(r.Line), set: set})
			for _, u := range g.unions[c] {
				g.lex.add(form, reading{class: u, row: int32(r.Line), set: set})
			}
		}
	}
	return nil
}

func (g *grammar) values(c classID, s string) ([]assign, error) {
	var set []assign
	if s == "" || s == "-" {
		return nil, nil
	}
	for _, part := range strings.Split(s, ",") {
		if !strings.Contains(part, "=") {
			f := g.classes[c].field
			if f == fNone {
				return nil, fmt.Errorf("class %s has no field for the value %q", g.classes[c].name, part)
			}
			part = fieldNames[f] + "=" + part
		}
		a, err := g.parseAssign(part)
		if err != nil {
			return nil, err
		}
		set = append(set, a)
	}
	return set, nil
}

// compoundRow reads "class <TAB> first class <TAB> joint <TAB> second class":
// every form of the first with every form of the second makes a word that
// says both.
func (g *grammar) compoundRow(_ string, r lang.Row) error {
	c, ok := g.class(r.Field(0))
	a, okA := g.class(r.Field(1))
	b, okB := g.class(r.Field(3))
	if !ok || !okA || !okB {
		return fmt.Errorf("a class of %v is not known", r.Fields)
	}
	joint := r.Field(2)
	if joint == "-" {
		joint = ""
	}
	type half struct {
		form    string
		capital bool
		set     []assign
	}
	var as, bs []half
	for _, e := range g.lex.entries[1:] {
		for _, rd := range e.readings {
			if rd.class == a {
				as = append(as, half{e.form, rd.capital, rd.set})
			}
			if rd.class == b {
				bs = append(bs, half{e.form, rd.capital, rd.set})
			}
		}
	}
	if len(as)*len(bs) > 200000 || len(as)*len(bs) == 0 {
		return fmt.Errorf("%d by %d forms make no compounds", len(as), len(bs))
	}
	for _, x := range as {
		for _, y := range bs {
			form := x.form + joint + y.form
			if x.capital {
				form = strings.ToUpper(form[:1]) + form[1:]
			}
			set := append(append([]assign(nil), x.set...), y.set...)
			g.lex.add(form, reading{class: c, row: -int32(r.Line), set: set})
		}
	}
	return nil
}

func (g *grammar) macroRow(_ string, r lang.Row) error {
	if r.Field(0) == "" || r.Field(1) == "" {
		return fmt.Errorf("a macro has a name and a pattern")
	}
	g.macros[r.Field(0)] = r.Field(1)
	return nil
}

// formsOf is a class with the single words that it has.
func (g *grammar) formsOf(name string) (classID, []string) {
	c, ok := g.class(name)
	if !ok {
		return c, nil
	}
	var forms []string
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		for k := range e.readings {
			if e.readings[k].class == c {
				forms = append(forms, e.form)
			}
		}
	}
	return c, forms
}
