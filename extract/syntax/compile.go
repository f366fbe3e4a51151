package syntax

import (
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

// compileRules reads the tables of a language's grammar.
func compileRules(pack *lang.Pack) (*rules, error) {
	r := &rules{links: map[string]Link{}, cues: map[string]Status{}, forms: map[string]inflect.Feature{}, particles: map[string]bool{}, beings: map[string]bool{}, days: map[string]bool{}, governors: map[string][]*governor{}, contractions: map[string]string{}, words: map[string]map[string]bool{}}
	for _, class := range wordClasses {
		r.words[class] = map[string]bool{}
	}
	var err error
	if r.aux, err = readAuxiliaries(pack); err != nil {
		return nil, err
	}
	for _, row := range pack.Table("syntax/words").Rows {
		if err := r.readWords(row); err != nil {
			return nil, err
		}
	}
	for _, row := range pack.Table("timex/words").Rows {
		if err := r.readDay(row); err != nil {
			return nil, err
		}
	}
	for _, row := range pack.Table("syntax/governors").Rows {
		if err := r.readGovernor(row); err != nil {
			return nil, err
		}
	}
	return r, r.readForms(pack)
}

// readDay keeps the names of weekdays and months of the tables of time expressions.
func (r *rules) readDay(row lang.Row) error {
	switch row.Field(0) {
	case "weekday", "month", "month-amb":
	default:
		return nil
	}
	for _, f := range strings.Split(row.Field(2), "|") {
		forms, err := lang.Expand(f)
		if err != nil {
			return row.Errorf("%v", err)
		}
		for _, w := range forms {
			r.days[strings.ToLower(w)] = true
		}
	}
	return nil
}

// readWords reads a row of syntax/words: class, words.
func (r *rules) readWords(row lang.Row) error {
	class, name, _ := strings.Cut(row.Field(0), ":")
	set := r.words[class]
	for _, w := range swiss(strings.Fields(row.Field(1))) {
		switch {
		case class == "link":
			l := numberOf(linkNames, name)
			if l == 0 {
				return row.Errorf("no link %q", name)
			}
			r.links[w] = Link(l)
		case class == "cue":
			s := numberOf(statusNames, name)
			if s == 0 {
				return row.Errorf("no status %q", name)
			}
			r.cues[w] = Status(s)
		case class == "past-participle":
			r.pastParticiples = true
		case class == "small-verbs":
			r.smallVerbs = true
		case class == "bare":
			r.bareInfinitives = true
		case class == "contraction":
			r.contractions[w] = name
		case class == classInvert && w == "*":
			r.verbFirst = true
		case set == nil:
			return row.Errorf("no class of words %q", class)
		default:
			set[w] = true
		}
	}
	return nil
}

// swiss adds to words with "ß" how they are written without it.
func swiss(words []string) []string {
	for _, w := range words {
		if strings.Contains(w, "ß") {
			words = append(words, strings.ReplaceAll(w, "ß", "ss"))
		}
	}
	return words
}

// readGovernor reads a row: name, words, part of speech, edges, status,
// status if negated, doer, examples.
func (r *rules) readGovernor(row lang.Row) error {
	v := &governor{name: row.Field(0), words: swiss(strings.Fields(row.Field(1))), pos: row.Field(2), edges: map[string]bool{}}
	if v.pos == "" || strings.Trim(v.pos, "vna") != "" {
		return row.Errorf("no parts of speech %q (v, n, a)", v.pos)
	}
	for _, e := range strings.Fields(row.Field(3)) {
		v.edges[e] = true
	}
	var err error
	if v.status, err = readStatus(row, 4); err != nil {
		return err
	}
	if v.negated, err = readStatus(row, 5); err != nil {
		return err
	}
	d := -1
	for i, n := range doerNames {
		if n == row.Field(6) {
			d = i
		}
	}
	if d < 0 {
		return row.Errorf("no doer %q", row.Field(6))
	}
	v.doer = Doer(d)
	for _, w := range v.words {
		for _, pos := range v.pos {
			key := string(pos) + ":" + strings.ReplaceAll(w, "_", " ")
			r.governors[key] = append(r.governors[key], v)
		}
	}
	r.rows = append(r.rows, v)
	return nil
}

func readStatus(row lang.Row, field int) (Status, error) {
	for i, n := range statusNames {
		if n == row.Field(field) {
			return Status(i), nil
		}
	}
	return 0, row.Errorf("no status %q", row.Field(field))
}
