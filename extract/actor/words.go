package actor

import (
	"strings"

	"fasti/extract/lang"
)

// words are the small lexicons of a language that the finder needs beside its
// dictionary.
type words struct {
	given    map[string]byte // given name -> m, f or u
	titles   map[string]byte // "Dr.", "Herr" -> gender or u
	particle map[string]bool
}

func newWords(pack *lang.Pack, d *dict) (*words, error) {
	w := &words{given: map[string]byte{}, titles: map[string]byte{}, particle: map[string]bool{}}
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
		w.particle[s.cell(r, "word")] = true
	}
	return w, nil
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
