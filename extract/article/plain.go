package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWrap is the longest line, in characters, of a text that someone or some
// program has broken into lines to fit a page.
const maxWrap = 120

// paragraphs finds the paragraphs of plain text. A blank line always parts
// two. What a single line break does, the text itself tells: in a text that is
// wrapped to a width (most breaks stand where the next word did not fit any
// more) such a break is a blank, else each line is a paragraph.
func paragraphs(text string) []Block {
	width := wrapWidth(text)
	var blocks []Block
	open := false // the last block may go on
	var last line
	eachLine(text, func(l line) {
		switch {
		case l.blank:
			open = false
		case open && continues(text, last, l, width):
			blocks[len(blocks)-1].End = l.end
			last = l
		default:
			b := Block{Span: Span{l.start, l.end}}
			if n := bullet(text[l.start:l.end]); n > 0 {
				b.Start += n
				b.Kind = Item
			}
			blocks = append(blocks, b)
			open, last = true, l
		}
	})
	return blocks
}

// line is one line without the blanks around it.
type line struct {
	start, end int
	blank      bool
}

// eachLine calls f for every line; lines end with LF, CRLF or CR.
func eachLine(text string, f func(line)) {
	for i := 0; i <= len(text); {
		n := strings.IndexAny(text[i:], "\r\n")
		end, next := len(text), len(text)+1
		if n >= 0 {
			end, next = i+n, i+n+1
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		l := line{start: i, end: end}
		l.start += len(text[i:end]) - len(strings.TrimLeftFunc(text[i:end], isBlank))
		l.end -= len(text[i:end]) - len(strings.TrimRightFunc(text[i:end], isBlank))
		if l.blank = l.start >= l.end; l.blank {
			l.end = l.start
		}
		f(l)
		i = next
	}
}

// isBlank tells what no line consists of: space, the byte order mark and
// other marks without width.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// wrapWidth is the width to which the text is wrapped, in characters; 0 if it
// is not.
func wrapWidth(text string) int {
	width := 0
	eachLine(text, func(l line) {
		width = max(width, utf8.RuneCountInString(text[l.start:l.end]))
	})
	if width > maxWrap || width < 20 {
		return 0
	}
	var prev line
	prev.blank = true
	breaks, full := 0, 0
	eachLine(text, func(l line) {
		if !prev.blank && !l.blank {
			breaks++
			if fills(text, prev, l, width) {
				full++
			}
		}
		prev = l
	})
	if breaks < 2 || full*10 < breaks*7 {
		return 0
	}
	return width
}

// fills tells whether the first word of line b would not have fitted on line a.
func fills(text string, a, b line, width int) bool {
	word := text[b.start:b.end]
	if i := strings.IndexFunc(word, unicode.IsSpace); i > 0 {
		word = word[:i]
	}
	return utf8.RuneCountInString(text[a.start:a.end])+1+utf8.RuneCountInString(word) > width
}

// continues tells whether line b goes on with the paragraph of line a.
func continues(text string, a, b line, width int) bool {
	if bullet(text[b.start:b.end]) > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[b.start:b.end])
	if width > 0 && fills(text, a, b, width) {
		return true
	}
	// A small letter behind a line that ends no sentence: broken by hand.
	return unicode.IsLower(first) && !endsSentence(text[a.start:a.end])
}

// endsSentence tells whether a line ends with a mark that ends sentences.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'»«”“’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, "…") || strings.HasSuffix(s, ":")
}

// bullet is the length of the sign of a list item at the front of a line, with
// the blanks behind it; 0 if there is none.
func bullet(s string) int {
	for _, sign := range [...]string{"•", "▪", "‣", "*", "-", "–"} {
		rest, ok := strings.CutPrefix(s, sign)
		if !ok {
			continue
		}
		text := strings.TrimLeft(rest, " \t\u00a0")
		if len(text) < len(rest) && text != "" {
			return len(s) - len(text)
		}
	}
	return 0
}
