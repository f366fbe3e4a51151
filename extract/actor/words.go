package actor

import (
	"strings"

	"fasti/extract/lang"
)

// words are the small lexicons of a language that the finder needs beside its
// dictionary.
type words struct {
	given                     map[string]byte // given name -> m, f or u
	titles                    map[string]byte // "Dr.", "Herr" -> gender or u
	particle                  map[string]bool
	articles                  map[string]bool   // Arabic ones, with their hyphen: al-
	suffixes                  map[string]bool   // Jr., III
	small                     map[string]string // word -> class: the, a, link, former, and, aux, that, genitive
	acts                      map[string]byte   // verb -> finite, participle or both
	preps                     map[string]byte   // preposition -> a for any name, p for places only, n for none
	ages                      map[string]string // what stands behind the number -> noun or adj
	plurals                   map[string]bool   // peoples as a whole: Amerikaner, Russians
	bodies                    bodyWords
	follows                   map[string]bool // words that may stand behind a noun phrase: function words and irregular verbs
	prepositions, possessives map[string]bool
	cityEnd                   string          // how an adjective of a city ends (Münchner); "" where there are none
	genitives                 []string        // what a name has more in the genitive
	legal                     map[string]bool // legal forms of companies
	bodyEnds                  map[string]bool // words that end the names of companies and clubs
	days                      map[string]bool // days of the week, which are no part of a name
	months                    map[string]bool // which are no name behind a preposition
	nouns                     *nouns
	holders                   *holders
}

// The forms of a verb, as bits.
const (
	finite = 1 << iota
	participle
)

func newWords(pack *lang.Pack, d *dict, known []Known) (*words, error) {
	w := &words{given: map[string]byte{}, titles: map[string]byte{}, particle: map[string]bool{}, articles: map[string]bool{}, suffixes: map[string]bool{}, small: map[string]string{},
		acts: map[string]byte{}, preps: map[string]byte{}, ages: map[string]string{},
		bodies: readBodyWords(pack), legal: map[string]bool{}, bodyEnds: map[string]bool{}}
	for table, into := range map[string]map[string]byte{"given": w.given, "titles": w.titles} {
		s := read(pack, table)
		first := "name"
		if table == "titles" {
			first = "word"
		}
		for _, r := range s.rows {
			g, err := gender(s, r)
			if err != nil {
				return nil, err
			}
			into[s.cell(r, first)] = g
		}
	}
	s := read(pack, "particles")
	for _, r := range s.rows {
		switch s.cell(r, "kind") {
		case "article":
			w.articles[s.cell(r, "word")] = true
			continue
		case "suffix":
			w.suffixes[s.cell(r, "word")] = true
			continue
		}
		w.particle[s.cell(r, "word")] = true
	}
	w.readSmall(pack)
	w.readPeoples(pack, d.endings)
	w.readDays(pack)
	w.readGrammar(pack, d.endings)
	var err error
	if w.nouns, err = newNouns(pack, d.endings); err != nil {
		return nil, err
	}
	w.holders, err = newHolders(pack, known, w.nouns)
	return w, err
}

func (w *words) readSmall(pack *lang.Pack) {
	s := read(pack, "small")
	for _, r := range s.rows {
		w.small[s.cell(r, "word")] += " " + s.cell(r, "class")
	}
	s = read(pack, "acts")
	for _, r := range s.rows {
		if s.cell(r, "form") == "p" {
			w.acts[s.cell(r, "word")] |= participle
		} else {
			w.acts[s.cell(r, "word")] |= finite
		}
	}
	s = read(pack, "prepositions")
	for _, r := range s.rows {
		switch s.cell(r, "of") {
		case "any":
			w.preps[s.cell(r, "word")] = 'a'
		case "place":
			w.preps[s.cell(r, "word")] = 'p'
		default:
			w.preps[s.cell(r, "word")] = 'n'
		}
	}
	s = read(pack, "bodyends")
	for _, r := range s.rows {
		w.bodyEnds[s.cell(r, "word")] = true
	}
	s = read(pack, "legal")
	for _, r := range s.rows {
		w.legal[s.cell(r, "word")] = true
	}
	s = read(pack, "ages")
	for _, r := range s.rows {
		w.ages[s.cell(r, "word")] = s.cell(r, "form")
	}
}

// readDays takes the days of the week and the months from the table of times.
func (w *words) readDays(pack *lang.Pack) {
	w.days, w.months = map[string]bool{}, map[string]bool{}
	for _, r := range pack.Table("timex/words").Rows {
		into := w.days
		switch r.Field(0) {
		case "weekday":
		case "month", "month-amb":
			into = w.months
		default:
			continue
		}
		for _, form := range strings.Split(r.Field(2), "|") {
			stem, _, _ := strings.Cut(form, "[")
			into[stem] = true
		}
	}
}

// readPeoples makes the plurals of the peoples from the table of states.
func (w *words) readPeoples(pack *lang.Pack, e endings) {
	w.plurals = map[string]bool{}
	s := read(pack, "states")
	for _, r := range s.rows {
		for _, people := range s.list(r, "people."+pack.Lang) {
			for _, form := range e.apply("nation", strings.TrimRight(people, "?~")) {
				w.plurals[form] = true
			}
		}
		for _, adj := range s.list(r, "adj."+pack.Lang) {
			for _, form := range e.of("adj", adj) {
				if w.smallNouns() && form != adj { // Germans
					w.plurals[form] = true
				}
			}
		}
	}
}

// readGrammar takes function words and irregular verbs from the tables of
// events.
func (w *words) readGrammar(pack *lang.Pack, e endings) {
	w.follows, w.prepositions, w.possessives = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range pack.Table("event/words").Rows {
		for _, form := range strings.Fields(r.Field(1)) {
			switch r.Field(0) {
			case "prep":
				w.prepositions[form] = true
			case "poss":
				w.possessives[form] = true
			case "plural", "undone":
				continue
			}
			w.follows[form] = true
		}
	}
	for _, r := range pack.Table("event/auxiliaries").Rows {
		w.follows[r.Field(0)] = true
	}
	if w.smallNouns() {
		for _, r := range pack.Table("event/strong").Rows {
			w.follows[r.Field(2)], w.follows[r.Field(3)] = true, true
		}
	}
	if city := e.added("city"); len(city) > 0 {
		w.cityEnd = city[0]
	}
	w.genitives = e.added("genitive")
}

// smallNouns tells whether the language writes common nouns small; it then
// has a genitive that is a word of its own.
func (w *words) smallNouns() bool { return w.is("'s", "genitive") }

// is tells whether a small word is of the class.
func (w *words) is(word, class string) bool {
	c, ok := w.small[word]
	for ok && c != "" {
		var first string
		if first, c, _ = strings.Cut(c, " "); first == class {
			return true
		}
	}
	return false
}

// gender reads the column of that name: m, f, or u for unknown.
func gender(s sheet, r lang.Row) (byte, error) {
	switch g := s.cell(r, "gender"); g {
	case "":
		return 'u', nil
	case "m", "f", "u":
		return g[0], nil
	default:
		return 0, s.wrong(r, "gender is %q, should be m, f or nothing", strings.TrimSpace(g))
	}
}

// bareNoun is a name without its Arabic article, "" if it has none.
func (w *words) bareNoun(name string) string {
	i := strings.IndexByte(name, '-') + 1
	if i == 0 || i == len(name) || !w.articles[name[:i]] {
		return ""
	}
	return name[i:]
}

// inGenitive tells whether a name as it stands may be a genitive.
func (w *words) inGenitive(name string) bool {
	for _, end := range w.genitives {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// parts are a name's words without a suffix: "John Roe Jr." is John Roe.
func (w *words) parts(name string) []string {
	words := strings.Fields(name)
	for len(words) > 1 && w.suffixes[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}
