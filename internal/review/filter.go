package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fasti/internal/fold"
	"fasti/internal/spell"
)

// Filter picks events: conditions that must all hold, apart by blanks, such as
//
//	confidence>90 kind=court,arrest actor!=ida-holm title~"the bridge"
//
// A value in quotation marks may hold blanks; of several with commas between
// them one must fit. Use [ParseFilter]; the zero value picks all.
type Filter struct{ tests []test }

// test is one condition.
type test struct {
	field  field
	op     string
	values []string
}

// field is what can be asked of an event.
type field struct {
	name   string
	number func(*Entry) int      // for those that are counted, else nil
	texts  func(*Entry) []string // else
	ranked bool                  // texts that < and > compare, as dates
}

// fields are all of them, in the order in which help lists them.
func fields() []field {
	one := func(get func(*Entry) string) func(*Entry) []string {
		return func(e *Entry) []string { return []string{get(e)} }
	}
	return []field{
		{name: "confidence", number: func(e *Entry) int { return e.Confidence }},
		{name: "kind", texts: one(func(e *Entry) string { return e.Kind })},
		{name: "actor", texts: func(e *Entry) []string { return e.Actors }},
		{name: "source", texts: func(e *Entry) []string { return e.Articles }},
		{name: "publisher", texts: func(e *Entry) []string { return e.Publishers }},
		{name: "basis", texts: one(func(e *Entry) string { return e.Basis })},
		{name: "state", texts: one(func(e *Entry) string { return e.State })},
		{name: "status", texts: one(func(e *Entry) string { return e.Status })},
		{name: "lang", texts: func(e *Entry) []string { return e.Langs }},
		{name: "place", texts: func(e *Entry) []string { return e.Places }},
		{name: "when", texts: one(func(e *Entry) string { return e.When }), ranked: true},
		{name: "title", texts: one(func(e *Entry) string { return e.Title })},
		{name: "id", texts: one(func(e *Entry) string { return e.ID })},
		{name: "sources", number: func(e *Entry) int { return e.Sources }},
		{name: "doubt", number: func(e *Entry) int { return e.Doubt }},
		{name: "group", texts: one(func(e *Entry) string { return string(e.Group) })},
		{name: "question", texts: one(func(e *Entry) string { return yes(e.Question != "") })},
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// FieldNames are the fields that a filter knows.
func FieldNames() []string {
	var out []string
	for _, f := range fields() {
		out = append(out, f.name)
	}
	return out
}

// operators, the longer first.
func operators() []string { return []string{"!=", ">=", "<=", "=", ">", "<", "~"} }

// ParseFilter reads a filter. The error says what is allowed in its place.
func ParseFilter(s string) (Filter, error) {
	var f Filter
	words, err := cut(s)
	if err != nil {
		return f, err
	}
	for _, w := range words {
		t, err := parseTest(w)
		if err != nil {
			return Filter{}, err
		}
		f.tests = append(f.tests, t)
	}
	return f, nil
}

// cut parts a filter at blanks outside of quotation marks.
func cut(s string) ([]string, error) {
	var out []string
	var b strings.Builder
	var quote rune
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if b.Len() > 0 {
				out = append(out, b.String())
				b.Reset()
			}
			continue
		default:
			b.WriteRune(r)
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quotation mark %c is not closed", quote)
	}
	if b.Len() > 0 {
		out = append(out, b.String())
	}
	return out, nil
}

func parseTest(w string) (test, error) {
	at := strings.IndexAny(w, "!=<>~")
	if at < 0 {
		return test{}, fmt.Errorf("%q is no condition (write FIELD=VALUE; the fields are %s)", w, strings.Join(FieldNames(), ", "))
	}
	name, rest := w[:at], w[at:]
	i := slices.IndexFunc(fields(), func(f field) bool { return f.name == name })
	if i < 0 {
		hint := "the fields are " + strings.Join(FieldNames(), ", ")
		if near := spell.Near(name, FieldNames()); near != "" {
			hint = "did you mean " + near + "?"
		}
		return test{}, fmt.Errorf("there is no field %q (%s)", name, hint)
	}
	t := test{field: fields()[i]}
	for _, op := range operators() {
		if strings.HasPrefix(rest, op) {
			t.op = op
			break
		}
	}
	if t.op == "" {
		return t, fmt.Errorf("%q: no such comparison (use = != > >= < <= or ~)", w)
	}
	t.values = strings.Split(rest[len(t.op):], ",")
	return t, t.check(w)
}

// check refuses what the field cannot be asked.
func (t test) check(w string) error {
	compares := strings.ContainsAny(t.op, "<>")
	switch {
	case t.field.number != nil && t.op == "~":
		return fmt.Errorf("%q: %s is a number (use = != > >= < <=)", w, t.field.name)
	case t.field.number == nil && compares && !t.field.ranked:
		return fmt.Errorf("%q: %s has no order (use = != or ~)", w, t.field.name)
	case compares && len(t.values) > 1:
		return fmt.Errorf("%q: only one value can be compared with %s", w, t.op)
	}
	if t.field.number != nil {
		for _, v := range t.values {
			if _, err := strconv.Atoi(v); err != nil {
				return fmt.Errorf("%q: %s wants a whole number", w, t.field.name)
			}
		}
	}
	return nil
}

// Match reports whether an event fits all conditions.
func (f Filter) Match(e *Entry) bool {
	for _, t := range f.tests {
		if !t.holds(e) {
			return false
		}
	}
	return true
}

// Asks reports whether a condition on the field is among the filter's.
func (f Filter) Asks(name string) bool {
	return slices.ContainsFunc(f.tests, func(t test) bool { return t.field.name == name })
}

func (t test) holds(e *Entry) bool {
	if t.op == "!=" {
		return !(test{t.field, "=", t.values}).holds(e)
	}
	if t.field.number != nil {
		n := t.field.number(e)
		return slices.ContainsFunc(t.values, func(v string) bool {
			m, _ := strconv.Atoi(v)
			return compares(t.op, n, m)
		})
	}
	have := t.field.texts(e)
	if len(have) == 0 {
		have = []string{""}
	}
	return slices.ContainsFunc(have, func(h string) bool {
		return slices.ContainsFunc(t.values, func(v string) bool { return t.text(h, v) })
	})
}

func compares(op string, n, m int) bool {
	switch op {
	case ">":
		return n > m
	case ">=":
		return n >= m
	case "<":
		return n < m
	case "<=":
		return n <= m
	}
	return n == m
}

// text compares texts without case and marks. A date begins with the year and
// month that it lies in, so when=2024-02 is that month.
func (t test) text(have, want string) bool {
	switch {
	case t.op == "~":
		return strings.Contains(fold.Key(have), fold.Key(want))
	case t.field.ranked && t.op == "=":
		return strings.HasPrefix(have, want) && (want != "" || have == "")
	case t.field.ranked && have == "":
		return false
	case t.field.ranked && (t.op == ">=" || t.op == "<"):
		return (have >= want) == (t.op == ">=")
	case t.field.ranked: // > and <=: a month is over with its last day
		return (have > want && !strings.HasPrefix(have, want)) == (t.op == ">")
	}
	return fold.Key(have) == fold.Key(want)
}
