package segment

import (
	"strings"

	"fasti/extract/article"
)

// scanner cuts one block into tokens, from left to right, each character
// looked at a bounded number of times.
type scanner struct {
	*Segmenter
	text   string // up to the end of the block
	tokens []Token
	first  int // of the block, in tokens
}

// block appends the tokens of text[from:].
func (s *scanner) block(from int) {
	s.first = len(s.tokens)
	for i := from; i < len(s.text); {
		k, n := kindAt(s.text, i)
		switch k {
		case blank:
			i += n
		case digit:
			i = s.number(i)
		case mark:
			i = s.mark(i, n)
		default:
			i = s.word(i, i)
		}
	}
}

func (s *scanner) add(start, end int, c Class) int {
	s.tokens = append(s.tokens, Token{article.Span{Start: start, End: end}, c})
	return end
}

// mark takes one mark of punctuation, dots or hyphens in a row, a double quote
// of two single ones, or "@name".
func (s *scanner) mark(i, n int) int {
	end := i + n
	switch c := s.text[i]; c {
	case '.', '-':
		for end < len(s.text) && s.text[end] == c {
			end++
		}
	case '`', '\'': // quotes of typewriters
		if end < len(s.text) && s.text[end] == c {
			end++
		}
	case '@':
		if k, _ := kindAt(s.text, end); isLetter(k) {
			return s.word(i, end)
		}
	}
	return s.add(i, end, Punct)
}

// number takes digits with the marks between them.
func (s *scanner) number(start int) int {
	i := digits(s.text, start)
	if end := isoDate(s.text, start, i); end > 0 {
		return s.add(start, end, Number)
	}
	plain := i
	for i < len(s.text) {
		n := 0
		switch s.text[i] {
		case '.', ',', ':', '/':
			n = 1
		default:
			n = apostrophe(s.text, i)
		}
		if n == 0 {
			break
		}
		if k, _ := kindAt(s.text, i+n); k != digit {
			break
		}
		i = digits(s.text, i+n)
	}
	if k, _ := kindAt(s.text, i); i == plain && isLetter(k) {
		return s.word(start, i)
	}
	if n := hyphen(s.text, i); n > 0 {
		if k, _ := kindAt(s.text, i+n); isLetter(k) {
			return s.word(start, i)
		}
	}
	return s.add(start, i, Number)
}

// digits is the end of the digits from i on.
func digits(text string, i int) int {
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return i
}

// isoDate is the end of a date like 2024-02-06 whose year is text[start:i];
// else 0.
func isoDate(text string, start, i int) int {
	if i-start != 4 || i+6 > len(text) || text[i] != '-' || text[i+3] != '-' {
		return 0
	}
	if digits(text, i+1) != i+3 || digits(text, i+4) != i+6 {
		return 0
	}
	return i + 6
}

// maxWord and maxCompound are the bytes behind which a word is cut, wherever,
// and at the next mark that would join it on. No word is as long; a hostile
// text could make later stages look at such a one for long.
const (
	maxWord     = 512
	maxCompound = 128
	maxAddress  = 4096
)

// shape gathers what the class of a word depends on.
type shape struct{ small, large, digit, dots int }

// word takes the word that begins at start; up to i it is already known to
// belong to it. It is the heart of the scanner: letters and digits, and the
// marks that join them.
func (s *scanner) word(start, i int) int {
	var w shape
	w.see(s.text, start, i)
	apostrophes := false
	for i < len(s.text) {
		k, n := kindAt(s.text, i)
		if i-start > maxWord || i-start > maxCompound && !isWord(k) {
			break
		}
		if isWord(k) {
			w.count(k)
			i += n
			continue
		}
		if k == blank {
			break
		}
		next, isAddress := s.join(start, i, &w)
		if isAddress {
			return s.address(start, i)
		}
		if next == i {
			break
		}
		apostrophes = apostrophes || apostrophe(s.text, i) > 0
		i = next
	}
	if w.dots == 0 && i < len(s.text) && s.text[i] == '.' && s.abbreviates(start, i) {
		i++
		if n := hyphen(s.text, i); n > 0 {
			if k, _ := kindAt(s.text, i+n); isLetter(k) {
				return s.word(start, i+n)
			}
		}
	}
	if apostrophes {
		return s.clitic(start, i, w)
	}
	return s.add(start, i, w.class(s.text[start:i]))
}

// join looks at the mark at i inside or behind a word: it gives the offset
// from which the word goes on (behind the mark), or i if the word ends here.
func (s *scanner) join(start, i int, w *shape) (next int, isAddress bool) {
	text, before := s.text, kindBefore(s.text, i)
	after, _ := kindAt(text, i+1)
	switch c := text[i]; c {
	case '-', 0xe2: // also ‐ ‑ ’
		if n := apostrophe(text, i); n > 0 {
			return s.joinApostrophe(i, n, before), false
		}
		n := hyphen(text, i)
		if n == 0 {
			return i, false
		}
		after, _ = kindAt(text, i+n)
		if isWord(after) || after == blank && isLetter(before) {
			return i + n, false
		}
	case '\'':
		return s.joinApostrophe(i, 1, before), false
	case '.':
		return s.joinDot(start, i, w)
	case '&':
		if before == large && after == large {
			return i + 1, false
		}
	case '_':
		if isWord(after) {
			return i + 1, false
		}
	case '*':
		if isLetter(before) && after == small {
			return i + 1, false
		}
	case '@':
		return i, isWord(before) && isWord(after)
	case ':':
		if strings.HasPrefix(text[i:], "://") {
			return i, true
		}
		if before == small && after == small {
			return i + 1, false
		}
	case '/':
		return i, w.dots > 0 && w.digit+w.large+w.small > 4 && isWord(after)
	}
	return i, false
}

// joinApostrophe: an apostrophe between letters belongs to the word.
func (s *scanner) joinApostrophe(i, n int, before kind) int {
	if after, _ := kindAt(s.text, i+n); isLetter(before) && isLetter(after) {
		return i + n
	}
	return i
}

// joinDot: a dot joins single letters (U.S., z.B.), with which it also stays
// at the end, names of hosts (example.org) and versions (2.0).
func (s *scanner) joinDot(start, i int, w *shape) (int, bool) {
	after, n := kindAt(s.text, i+1)
	before := kindBefore(s.text, i)
	switch {
	case isLetter(before) && s.single(start, i):
		if isLetter(after) {
			// "U.S", not "a.Der": behind a dot stands one letter, or small ones ("Ph.D", "i.d.R").
			if k, _ := kindAt(s.text, i+1+n); !isLetter(k) {
				w.dots++
				return i + 1, false
			}
		} else if w.dots > 0 {
			w.dots++
			return i + 1, false
		}
	case isLetter(after) && i+1+n < len(s.text) && s.text[i+1+n] == '.' && s.abbrevs[s.text[start:i]] != noAbbreviation:
		w.dots++ // "Ph.D."
		return i + 1, false
	case before == digit && after == digit && w.small+w.large > 0:
		return i + 1, false
	}
	if (before == small || before == digit) && after == small && w.dots < 4 {
		if k, _ := kindAt(s.text, i+1+n); k == small {
			w.dots++
			return i + 1, false
		}
	}
	return i, false
}

// single tells whether the letter that ends at i stands alone behind the
// word's start or an inner dot.
func (s *scanner) single(start, i int) bool {
	j := i - 1
	for j > start && s.text[j]&0xc0 == 0x80 {
		j--
	}
	return j == start || s.text[j-1] == '.'
}

// address takes what runs on to the next blank, without the marks that close
// the sentence around it.
func (s *scanner) address(start, i int) int {
	end := i
	for end < len(s.text) {
		k, n := kindAt(s.text, end)
		if k == blank || end-start > maxAddress || s.text[end] == '"' || s.text[end] == '<' || s.text[end] == '>' || n > 1 && k == mark {
			break
		}
		end += n
	}
	for end > i && strings.IndexByte(".,;:!?)]}'*_", s.text[end-1]) >= 0 {
		end--
	}
	if end == i { // "http://" and nothing
		end = i + 1
	}
	return s.add(start, end, Mixed)
}

func (w *shape) count(k kind) {
	switch k {
	case small:
		w.small++
	case large:
		w.large++
	case digit:
		w.digit++
	}
}

func (w *shape) see(text string, from, to int) {
	for i := from; i < to; {
		k, n := kindAt(text, i)
		w.count(k)
		i += n
	}
}

func (w *shape) class(word string) Class {
	first, _ := kindAt(word, 0)
	switch {
	case w.digit > 0 && w.small+w.large == 0:
		return Number
	case w.digit > 0:
		return Mixed
	case w.large > 1 && w.small == 0:
		return Caps
	case first == large:
		return Upper
	}
	return Lower
}
