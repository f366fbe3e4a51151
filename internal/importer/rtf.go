package importer

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// readRTF gives the text of a document in RTF, a paragraph a line with an
// empty line behind it. Groups that hold no text of the document (fonts,
// colours, pictures, fields' instructions) are left out.
func readRTF(data []byte) string {
	r := rtf{data: data, skip: []bool{false}, fallback: 1}
	for r.at < len(r.data) {
		r.next()
	}
	return r.out.String()
}

// rtf is one reading of a document.
type rtf struct {
	data     []byte
	at       int
	out      strings.Builder
	skip     []bool // a group each: whether its text is left out
	fallback int    // how many characters stand in for one of Unicode
	pending  int    // of them still to pass over
}

// maxGroups bounds how deep groups nest.
const maxGroups = 1000

func (r *rtf) next() {
	c := r.data[r.at]
	r.at++
	switch c {
	case '{':
		if len(r.skip) < maxGroups {
			r.skip = append(r.skip, r.skip[len(r.skip)-1])
		}
	case '}':
		if len(r.skip) > 1 {
			r.skip = r.skip[:len(r.skip)-1]
		}
	case '\\':
		r.control()
	case '\r', '\n':
	default:
		r.write(charmap.Windows1252.DecodeByte(c))
	}
}

// write adds a character, unless the group is left out or the character only
// stands in for one that came before.
func (r *rtf) write(c rune) {
	if r.pending > 0 {
		r.pending--
		return
	}
	if !r.skip[len(r.skip)-1] {
		r.out.WriteRune(c)
	}
}

// control reads what stands behind a backslash: a sign or a word with a number.
func (r *rtf) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if !isASCIILetter(rune(c)) {
		r.at++
		r.sign(c)
		return
	}
	start := r.at
	for r.at < len(r.data) && isASCIILetter(rune(r.data[r.at])) {
		r.at++
	}
	word := string(r.data[start:r.at])
	start = r.at
	for r.at < len(r.data) && (r.data[r.at] == '-' && r.at == start || r.data[r.at] >= '0' && r.data[r.at] <= '9') {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

func (r *rtf) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if n, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.write(charmap.Windows1252.DecodeByte(byte(n)))
			}
			r.at += 2
		}
	case '*': // a group that older programs may pass over
		r.skip[len(r.skip)-1] = true
	case '~':
		r.write(' ')
	case '\\', '{', '}':
		r.write(rune(c))
	}
}

func (r *rtf) word(word string, n int, numbered bool) {
	switch word {
	case "par", "sect", "page":
		r.pending = 0
		r.write('\n')
		r.write('\n')
	case "line", "tab", "cell":
		r.write(' ')
	case "emdash":
		r.write('—')
	case "endash":
		r.write('–')
	case "lquote", "rquote":
		r.write('’')
	case "ldblquote":
		r.write('“')
	case "rdblquote":
		r.write('”')
	case "uc":
		r.fallback = max(0, min(n, 8))
	case "u":
		if numbered {
			if n < 0 {
				n += 1 << 16
			}
			r.write(rune(n))
			r.pending = r.fallback
		}
	case "fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "headerl", "headerr", "footerl", "footerr", "fldinst", "themedata", "generator", "footnote", "annotation":
		r.skip[len(r.skip)-1] = true
	}
}
