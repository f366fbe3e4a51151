package actor

import (
	"strconv"
	"strings"

	"fasti/extract/lang"
)

// endings makes the forms that a word takes in a sentence, from the language's
// table of endings.
type endings map[string][]ending

type ending struct {
	ends string
	cut  int
	add  []string
}

func readEndings(pack *lang.Pack) (endings, error) {
	s := read(pack, "endings")
	e := endings{}
	for _, r := range s.rows {
		row := ending{ends: s.cell(r, "ends"), add: s.list(r, "add")}
		if c := s.cell(r, "cut"); c != "" {
			n, err := strconv.Atoi(c)
			if err != nil || n < 0 {
				return nil, s.wrong(r, "cut is %q, should be a number of bytes", c)
			}
			row.cut = n
		}
		if len(row.add) == 0 {
			return nil, s.wrong(r, "no forms to add")
		}
		class := s.cell(r, "class")
		e[class] = append(e[class], row)
	}
	return e, nil
}

// of gives the forms of a word as one of a class; a class without rows leaves
// the word as it is. A word marked with "~" declines as an adjective, wherever
// it stands in a name.
func (e endings) of(class, word string) []string {
	if !strings.Contains(word, "~") {
		return e.apply(class, word)
	}
	head, rest, _ := strings.Cut(word, "~")
	var forms []string
	for _, h := range e.apply("word~", head) {
		if rest == "" {
			forms = append(forms, h)
			continue
		}
		for _, t := range e.of(class, rest) {
			forms = append(forms, h+t)
		}
	}
	return forms
}

func (e endings) apply(class, word string) []string {
	for _, row := range e[class] {
		if !strings.HasSuffix(word, row.ends) || row.cut >= len(word) {
			continue
		}
		stem := word[:len(word)-row.cut]
		forms := make([]string, 0, len(row.add))
		for _, a := range row.add {
			if a == "." {
				a = ""
			}
			forms = append(forms, stem+a)
		}
		return forms
	}
	return []string{word}
}

// shown is a table's name as a reader sees it: without marks, in the form that
// stands without an article.
func (e endings) shown(name string) string {
	if !strings.Contains(name, "~") {
		return strings.TrimRight(name, "?!")
	}
	return strings.TrimRight(strings.ReplaceAll(name, "~", ""), "?!")
}

// added are the endings that a class puts on any word.
func (e endings) added(class string) []string {
	if len(e[class]) == 0 {
		return nil
	}
	return e[class][0].add
}
