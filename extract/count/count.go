// Package count finds what numbers of things a sentence states: "120 states".
// It is made to compare what two reports say of one happening, so it would
// rather find none than one that the sentence leaves vague: what stands behind
// "about" or "at least", years, times and what bears a number as its name are
// no counts.
package count

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/lang"
)

// Count is so many of something, the word as the sentence has it, in small
// letters to be compared.
type Count struct {
	N  int64
	Of string
	As string // that word as it is written
}

// Reader reads sentences of one language.
type Reader struct {
	vague map[string]bool  // one word or two before a number
	units map[string]bool  // words behind a number that are no thing
	words map[string]int64 // numbers as words, from two on
}

// New takes what it needs from the tables of a language.
func New(p *lang.Pack) *Reader {
	r := &Reader{vague: map[string]bool{}, units: map[string]bool{}, words: map[string]int64{}}
	for _, row := range p.Table("segment/counts").Rows {
		switch row.Field(0) {
		case "vague":
			r.vague[row.Field(1)] = true
		case "unit":
			r.units[row.Field(1)] = true
		}
	}
	for _, row := range p.Table("segment/starters").Rows {
		r.units[strings.ToLower(row.Field(0))] = true
	}
	for _, row := range p.Table("timex/words").Rows {
		n, err := strconv.ParseInt(row.Field(1), 10, 64)
		if row.Field(0) != "card" || err != nil || n < 2 || n >= 100 { // "a hundred" is seldom counted
			continue
		}
		for _, form := range strings.Split(row.Field(2), "|") {
			if first, _ := utf8.DecodeRuneInString(form); unicode.IsLower(first) && !strings.ContainsRune(form, '[') {
				r.words[form] = n
			}
		}
	}
	return r
}

// token is a number, a word or one other character.
var token = regexp.MustCompile(`\d+(?:[.,:/\x{a0}\x{202f}]\d+)*|\pL+|[^\s]`)

// grouped is a number whose digits stand in threes.
var grouped = regexp.MustCompile(`^\d{1,3}(?:[.,\x{a0}\x{202f}]\d{3})+$`)

// Read gives the counts of a sentence, in its order.
func (r *Reader) Read(sentence string) []Count {
	tokens := token.FindAllString(sentence, -1)
	var out []Count
	for i, t := range tokens {
		n, ok := r.number(t)
		if !ok || i+1 >= len(tokens) {
			continue
		}
		of := strings.ToLower(tokens[i+1])
		if !word(of) || utf8.RuneCountInString(of) < 2 || r.units[of] || r.unsure(tokens, i) {
			continue
		}
		out = append(out, Count{n, of, tokens[i+1]})
	}
	return out
}

// unsure reports whether what stands before a number makes it vague, one of
// several, or the name of what stands there: "Tower 22".
func (r *Reader) unsure(tokens []string, i int) bool {
	if i == 0 {
		return false
	}
	last := tokens[i-1]
	before := ""
	if i > 1 {
		before = tokens[i-2]
	}
	if r.vague[strings.ToLower(last)] || r.vague[strings.ToLower(before+" "+last)] || !word(last) {
		return true
	}
	if _, two := r.number(before); two && r.units[strings.ToLower(last)] { // "100 to 120"
		return true
	}
	if _, spelt := r.words[strings.ToLower(tokens[i])]; spelt {
		return false // names have digits: "am Samstag drei Menschen"
	}
	first, _ := utf8.DecodeRuneInString(last)
	return unicode.IsUpper(first) && i > 1
}

func word(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// number reads a whole number, in digits or as a word; what may be a year is none.
func (r *Reader) number(s string) (int64, bool) {
	if n, ok := r.words[strings.ToLower(s)]; ok {
		return n, true
	}
	plain := s
	if grouped.MatchString(s) {
		plain = strings.NewReplacer(".", "", ",", "", "\u00a0", "", "\u202f", "").Replace(s)
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	if err != nil || plain == s && n >= 1800 && n < 2100 {
		return 0, false
	}
	return n, true
}
