package segment

// A dateline is what news agencies set before the first sentence of a report:
// where it was written, on what day and by whom, closed by a dash:
// "KAIRO (dpa) –", "NAIROBI, Kenya, March 4 (AP) --", "Bonn/Trier -". It belongs
// to the sentence, whose bytes are its evidence, but not to its grammar.

// longestDateline is how many tokens a dateline may have, its dash included.
const longestDateline = 16

// dateline finds the token that the own words of a block's first sentence
// begin with: behind the dateline if it has one, else its first. Without an
// agency in brackets only the first blocks of a text have one.
func (s *scanner) dateline(block, first, last int) int {
	named, capitals, words, agency := false, true, 0, false
	depth := 0
	for i := first; i < last && i < first+longestDateline; i++ {
		t := s.tokens[i]
		w := t.Of(s.text)
		switch {
		case isDash(w):
			if depth > 0 || i+1 >= last || !s.dashed(i) || !opens(s.tokens[i+1].Class, s.tokens[i+1].Of(s.text)) {
				return first
			}
			if agency || named && (capitals && block < 2 || block == 0 && words <= 3) {
				return i + 1
			}
			return first
		case w == "(":
			depth++
		case w == ")":
			depth--
			agency = depth == 0
		case depth > 0:
			if t.Class == Lower && i-first > 12 {
				return first
			}
		case t.Class == Caps:
			named = true
			words++
		case t.Class == Upper:
			if i == first || s.tokens[i-1].Class != Punct {
				words++
			}
			if words > 4 {
				return first
			}
			capitals = capitals && named // "KYIV, Ukraine"
			named = true
		case t.Class == Number || w == "," || w == "/" || w == "." || w == "|":
		case t.Class == Lower && len(w) <= 3 && words > 0: // Frankfurt am Main
		default:
			return first
		}
	}
	return first
}

func isDash(w string) bool {
	return w == "–" || w == "—" || w == "-" || w == "--" || w == "|"
}

// dashed reports whether blanks stand on both sides of token i, or a long dash
// on its own.
func (s *scanner) dashed(i int) bool {
	before := i == 0 || s.tokens[i-1].End < s.tokens[i].Start
	behind := i+1 < len(s.tokens) && s.tokens[i].End < s.tokens[i+1].Start
	return before && behind || s.tokens[i].Of(s.text) == "—"
}

// opens reports whether a sentence can begin with the token.
func opens(c Class, w string) bool {
	return c == Upper || c == Caps || c == Number || c == Mixed || w == "„" || w == "\"" || w == "“" || w == "»" || w == "«"
}
