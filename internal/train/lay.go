package train

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lay writes the sentences of a document as text and gives the byte span of
// every token. Where the corpus does not tell, rules decide on blanks; tight
// closes compounds that the corpus cut at their hyphens.
func lay(doc []Sentence, tight bool) (string, [][][2]int) {
	var b strings.Builder
	spans := make([][][2]int, len(doc))
	for s, sent := range doc {
		gaps := spacing(sent.Tokens)
		if tight {
			sent.dashes(gaps)
		}
		for i, t := range sent.Tokens {
			spans[s] = append(spans[s], [2]int{b.Len(), b.Len() + len(t)})
			b.WriteString(t)
			blank := gaps[i]
			switch sent.Blank[i] {
			case '0':
				blank = false
			case '1':
				blank = true
			}
			switch {
			case i+1 < len(sent.Tokens):
				if blank {
					b.WriteByte(' ')
				}
			case s+1 == len(doc):
			case !ends(sent.Tokens):
				b.WriteString("\n\n")
			case sent.Blank[i] != '0':
				b.WriteByte(' ')
			}
		}
	}
	return b.String(), spans
}

// dashes takes the blanks around a hyphen that a corpus cut out of a compound
// ("S - Bahn"): one between letters that does not part two names.
func (s *Sentence) dashes(gaps []bool) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		if s.Tokens[i] != "-" {
			continue
		}
		left, _ := utf8.DecodeLastRuneInString(s.Tokens[i-1])
		right, _ := utf8.DecodeRuneInString(s.Tokens[i+1])
		parted := s.Tags[i-1] != "O" && strings.HasPrefix(s.Tags[i+1], "B-") || strings.Contains(s.Tokens[i+1], "://")
		if unicode.IsLetter(left) && unicode.IsLetter(right) && !parted {
			gaps[i-1], gaps[i] = false, false
		}
	}
}

// ends tells whether a sentence closes with a mark that ends sentences.
func ends(tokens []string) bool {
	for i := len(tokens) - 1; i >= max(0, len(tokens)-2); i-- {
		last := strings.TrimRight(tokens[i], "'\"”“’»«)")
		if last == "" {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(last)
		return strings.ContainsRune(".!?…:;", r)
	}
	return false
}

// clitics are English words that stand without a blank behind another.
var clitics = map[string]bool{"'s": true, "’s": true, "'re": true, "’re": true, "'ve": true, "’ve": true,
	"'ll": true, "’ll": true, "'d": true, "’d": true, "'m": true, "’m": true, "n't": true, "n’t": true}

// spacing guesses, for every token, whether a blank follows it.
func spacing(tokens []string) []bool {
	after := make([]bool, len(tokens))
	for i := range after {
		after[i] = true
	}
	tight := func(i int) {
		if i > 0 {
			after[i-1] = false
		}
	}
	double, single, guillemet := false, false, false
	for i, t := range tokens {
		switch {
		case strings.Trim(t, ",.;:!?%)]}…") == "" || clitics[strings.ToLower(t)]:
			tight(i)
		case t == "“" && double, t == "”", (t == `"` || t == "''") && double, t == "‘" && single:
			tight(i)
			if t != "‘" {
				double = false
			} else {
				single = false
			}
		case t == `"`, t == "``", t == "„", t == "“":
			after[i], double = false, true
		case t == "‚":
			after[i], single = false, true
		case t == "(", t == "[", t == "{", t == "$", t == "£", t == "#", t == "@":
			after[i] = false
		case t == "'" || t == "’":
			tight(i)
		case t == "»" || t == "«":
			if guillemet {
				tight(i)
			} else {
				after[i] = false
			}
			guillemet = !guillemet
		case t == "/":
			tight(i)
			after[i] = false
		}
	}
	return after
}
