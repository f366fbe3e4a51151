package article

const (
	// maxNesting is how many quotes and lists may open on one line: a hostile
	// text could exhaust the stack with them.
	maxNesting = 64
	// maxEffort bounds the squares of the numbers of brackets and stars in each
	// paragraph, because a Markdown parser may look from each of them to the
	// paragraph's end. It is reached by 10,000 in one paragraph, and takes less
	// than a second.
	maxEffort = 100_000_000
)

// hostile tells a text that would cost a Markdown parser its stack or the day.
func hostile(body string) bool {
	depth, signs, effort := 0, 0, 0
	atFront := true // only signs of quotes and lists so far on this line
	empty := true   // nothing but blanks so far on this line
	for i := 0; i < len(body); i++ {
		switch c := body[i]; c {
		case '\n':
			if empty {
				effort += signs * signs
				signs = 0
			}
			depth, atFront, empty = 0, true, true
			continue
		case ' ', '\t', '\r':
			continue
		case '[', '*', '_', '<':
			signs++
		}
		empty = false
		if atFront {
			switch opens, goesOn := opensBlock(body, i); {
			case opens:
				depth++
			case !goesOn:
				atFront = false
			}
		}
		if depth > maxNesting || effort+signs*signs > maxEffort {
			return true
		}
	}
	return false
}

// opensBlock tells whether the character at i opens a quote or a list item,
// and whether one may still follow on its line.
func opensBlock(body string, i int) (opens, goesOn bool) {
	switch c := body[i]; {
	case c == '>':
		return true, true
	case '0' <= c && c <= '9':
		return false, true
	case c == '-' || c == '+' || c == '*' || c == '.' || c == ')':
		spaced := i+1 < len(body) && (body[i+1] == ' ' || body[i+1] == '\t')
		return spaced, spaced
	}
	return false, false
}
