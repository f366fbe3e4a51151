package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blockKind is what a block of an imported text is.
type blockKind uint8

const (
	paragraph blockKind = iota
	heading
	item
	quotation
)

// block is one line of prose.
type block struct {
	kind   blockKind
	text   string
	linked bool // nearly all of it leads elsewhere
}

// markdown prints blocks, so that reading them as Markdown gives each block's
// text again, character for character.
func markdown(blocks []block) string {
	var b strings.Builder
	last := paragraph
	for i, k := range blocks {
		switch {
		case i == 0:
		case k.kind == item && last == item:
			b.WriteString("\n")
		default:
			b.WriteString("\n\n")
		}
		switch k.kind {
		case heading:
			b.WriteString("## ")
		case item:
			b.WriteString("- ")
		case quotation:
			b.WriteString("> ")
		}
		escape(&b, k.text)
		last = k.kind
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// escape writes one line of text so that Markdown finds no markup in it. It
// escapes only what would be markup, because what is escaped is read less well
// in the file.
func escape(b *strings.Builder, s string) {
	opener, link := openerAt(s), strings.Contains(s, "](")
	for i, r := range s {
		markup := i == opener
		switch r {
		case '\\', '`', '*', '~':
			markup = true
		case '_':
			markup = !inWord(s, i)
		case '[', ']':
			markup = markup || link
		case '!':
			markup = strings.HasPrefix(s[i+1:], "[")
		case '<':
			next, _ := utf8.DecodeRuneInString(s[i+1:])
			markup = isASCIILetter(next) || next == '/' || next == '!' || next == '?'
		case '&':
			markup = isEntity(s[i:])
		case '#':
			markup = markup || strings.Trim(s[i:], "#") == "" // the end of a heading
		}
		if markup {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
}

// openerAt is where the sign stands that makes Markdown take the line for a
// heading, quote, list item, rule or definition; -1 if there is none.
func openerAt(s string) int {
	switch s[0] {
	case '#', '>', '-', '+':
		return 0
	case '[':
		if strings.Contains(s, "]:") {
			return 0
		}
	}
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || n > 9 || n == len(s) || s[n] != '.' && s[n] != ')' {
		return -1
	}
	if n+1 < len(s) && s[n+1] != ' ' {
		return -1
	}
	return n
}

// inWord tells whether letters or digits stand on both sides of the byte at i.
func inWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool   { return unicode.IsLetter(r) || unicode.IsDigit(r) }
func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isLower(r rune) bool  { return unicode.IsLower(r) }

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// isEntity tells "&amp;", "&#38;" and their like.
func isEntity(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return false
	}
	for _, r := range strings.TrimPrefix(s[1:end], "#") {
		if !isASCIILetter(r) && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// firstRune and lastRune are the outer characters of a text; 0 if it is empty.
func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
