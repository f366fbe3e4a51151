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
	r := rtf{data: data, skip: []bool{false}, fallback: 1, page: charmap.Windows1252}
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
	page     *charmap.Charmap
	cells    int // of the open row of a table, so far
}

// pages are the code pages that documents name, by their number.
var pages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 1250: charmap.Windows1250, 1251: charmap.Windows1251,
	1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1257: charmap.Windows1257, 10000: charmap.Macintosh,
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
		r.write(r.page.DecodeByte(c))
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
				r.write(r.page.DecodeByte(byte(n)))
			}
			r.at += 2
		}
	case '*': // a group that older programs may pass over
		r.skip[len(r.skip)-1] = true
	case '\r', '\n': // as programs of the Mac write the end of a paragraph
		r.paragraph()
	case '~':
		r.write(' ')
	case '\\', '{', '}':
		r.write(rune(c))
	}
}

// paragraph ends a paragraph.
func (r *rtf) paragraph() {
	r.pending = 0
	r.write('\n')
	r.write('\n')
}

// table reads the words that part a table: a row of it is a paragraph, its
// first cell before a colon.
func (r *rtf) table(word string) {
	switch {
	case word == "cell" && r.cells == 0:
		r.cells++
		r.write(':')
		r.write(' ')
	case word == "cell":
		r.cells++
		r.write(' ')
	default:
		if word == "row" && r.cells > 0 {
			r.paragraph()
		}
		r.cells = 0
	}
}

func (r *rtf) word(word string, n int, numbered bool) {
	switch word {
	case "par", "sect", "page":
		r.paragraph()
	case "line", "tab":
		r.write(' ')
	case "trowd", "row", "cell":
		r.table(word)
	case "mac":
		r.page = charmap.Macintosh
	case "ansicpg":
		if p := pages[n]; p != nil {
			r.page = p
		}
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
