package site

import (
	"slices"
	"strings"

	"fasti/extract/lang"
	"fasti/internal/ledger"
)

// offices tells in which language the title of an office is written, and
// which titles of two languages are one office, from the extractor's tables.
type offices struct {
	words []officeWord // of all languages
}

type officeWord struct {
	lang, word string   // folded
	ids        []string // of the offices that it can mean
}

func loadOffices() (*offices, error) {
	o := &offices{}
	for _, l := range lang.Languages() {
		pack, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		for _, name := range []string{"actor/offices", "actor/roles"} {
			for i, r := range pack.Table(name).Rows {
				if i == 0 {
					continue // the names of the columns
				}
				w := officeWord{lang: l, word: strings.ToLower(strings.TrimRight(r.Field(0), "~?"))}
				if name == "actor/offices" {
					w.ids = strings.Split(r.Field(1), "|")
				}
				o.words = append(o.words, w)
			}
		}
	}
	return o, nil
}

// of finds the word of an office that a title ends with or holds, the longest:
// "US-Außenminister" is an "Außenminister".
func (o *offices) of(title string) officeWord {
	var best officeWord
	if o == nil {
		return best
	}
	s := strings.ToLower(title)
	for _, w := range o.words {
		i := strings.Index(s, w.word)
		if i < 0 || w.word == "" || len(w.word) < len(best.word) {
			continue
		}
		if w.word == best.word {
			if w.lang != best.lang {
				best.lang = "" // "General" is both
			}
			continue
		}
		if end := i + len(w.word); end < len(s) && wordAfter(s, end-1) { // within a word
			continue
		}
		best = w
	}
	return best
}

// titles are an actor's offices for readers of a language. Of several titles
// of one office only one counts: that in the language of the readers, else the
// longest, as "US-Präsident" says more than "Präsident".
func (o *offices) titles(roles []ledger.ActorRole, lang string) []ledger.ActorRole {
	var out []ledger.ActorRole
	for i, r := range roles {
		w, better := o.of(r.Title), false
		for j, other := range roles {
			if i == j || other.Of != r.Of || other.From != r.From || other.To != r.To {
				continue
			}
			v := o.of(other.Title)
			if !sameOffice(w, v) {
				continue
			}
			switch {
			case (w.lang == lang) != (v.lang == lang):
				better = better || v.lang == lang
			case len(r.Title) != len(other.Title):
				better = better || len(other.Title) > len(r.Title)
			default:
				better = better || j < i
			}
		}
		if !better {
			out = append(out, r)
		}
	}
	return out
}

// sameOffice reports whether two words can mean one office.
func sameOffice(a, b officeWord) bool {
	for _, id := range a.ids {
		if slices.Contains(b.ids, id) {
			return true
		}
	}
	return false
}
