package refer

import (
	"slices"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// thingsDeed is a row of the table refer/things: forms of a verb and, if it
// needs one, the word that makes it something which only things do ("tritt in
// Kraft").
type thingsDeed struct{ forms, with []string }

func readThings(pack *lang.Pack) []thingsDeed {
	var out []thingsDeed
	for _, r := range pack.Table("refer/things").Rows {
		if r.Field(0) != "forms" {
			out = append(out, thingsDeed{fields(r.Field(0)), fields(r.Field(1))})
		}
	}
	return out
}

// doneByThings tells whether the clause behind the pronoun at a token says what
// no person, body or state does. The clause ends with a comma or a word that
// opens another.
func (x *reading) doneByThings(token int) bool {
	sent := &x.scene.Doc.Sentences[x.sentence]
	end := token + 1
	for end < sent.Last && !x.opensClause(end) {
		end++
	}
	return slices.ContainsFunc(x.words.things, func(d thingsDeed) bool {
		return x.has(token+1, end, d.forms) && (len(d.with) == 0 || x.has(token+1, end, d.with))
	})
}

func (x *reading) opensClause(i int) bool {
	w := x.scene.Doc.Word(i)
	return x.scene.Doc.Tokens[i].Class == segment.Punct && w != "." || x.words.opens[lower(w)]
}

// has tells whether one of the words stands in [from, to).
func (x *reading) has(from, to int, words []string) bool {
	for i := from; i < to; i++ {
		if slices.Contains(words, x.scene.Doc.Word(i)) {
			return true
		}
	}
	return false
}
