package model

import (
	"strings"
	"unicode/utf8"
)

// Rule makes a lemma of a form.
type Rule struct {
	Lower bool   // written in small letters
	Ge    bool   // without the first "ge" that something stands behind: "abgesagt", "gesagt"
	Cut   int    // characters off the end
	Add   string // put to the end
}

// Lemmas makes lemmas of forms: of those that are known by a table, of others
// by the longest known end.
type Lemmas struct {
	Rules []Rule
	Forms *Words // form and part of speech: number of a rule, plus 1
	Ends  *Words // end and part of speech
}

// longestEnd is the length of the longest end that has a rule, in characters.
const longestEnd = 8

// FormKey and EndKey are the keys of the tables.
func FormKey(low string, pos uint8) uint32 { return Key(mix(hashString(low), uint64(pos)+1)) }
func EndKey(end string, pos uint8) uint32  { return Key(mix(hashString(end), uint64(pos)+101)) }

// Lemma makes the lemma of a form.
func (l *Lemmas) Lemma(form string, pos uint8) string {
	low := strings.ToLower(form)
	r := l.Forms.Get(FormKey(low, pos))
	for k := longestEnd; r == 0 && k >= 0; k-- {
		if end := lastOf(low, k); k == 0 || utf8.RuneCountInString(end) == k {
			r = l.Ends.Get(EndKey(end, pos))
		}
	}
	if r == 0 || int(r) > len(l.Rules) {
		return form
	}
	if lemma, ok := l.Rules[r-1].Apply(form); ok {
		return lemma
	}
	return form
}

// Apply makes the lemma of a form, if the rule can.
func (r *Rule) Apply(form string) (string, bool) {
	if r.Lower {
		form = strings.ToLower(form)
	}
	if r.Ge {
		i := strings.Index(form, "ge")
		if i < 0 || i+4 > len(form) {
			return "", false
		}
		form = form[:i] + form[i+2:]
	}
	end := len(form)
	for k := 0; k < r.Cut; k++ {
		_, size := utf8.DecodeLastRuneInString(form[:end])
		end -= size
	}
	if end == 0 && r.Add == "" {
		return "", false
	}
	return form[:end] + r.Add, true
}
