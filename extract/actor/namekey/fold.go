// Package namekey makes keys under which the spellings of one name meet:
// slugs for ids ("Ägypten" -> "aegypten"), folds for the same spelling with
// and without marks ("Peña", "Pena"), and consonant skeletons for one name
// written down by different languages ("Selenskyj", "Zelensky").
//
// A key only says that two names may be the same. A skeleton alone never
// proves it: Gantz and Ganz share one. [Agree] weighs whole names.
package namekey

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// latin spells letters that have no mark to strip, and the German umlauts,
// whose usual spelling without the mark is two letters.
func latin(r rune) string {
	switch r {
	case 'ä', 'æ':
		return "ae"
	case 'ö', 'œ':
		return "oe"
	case 'ü':
		return "ue"
	case 'ß':
		return "ss"
	case 'å':
		return "aa"
	case 'ø':
		return "oe"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ə':
		return "a"
	}
	return ""
}

// cyrillic holds the letters from а to я in order, then those of Ukrainian,
// Belarusian, Serbian and Macedonian, as English news agencies write them.
var cyrillic = [...]string{
	"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
	"e", "yo", "dj", "g", "ye", "dz", "i", "yi", "j", "lj", "nj", "c", "k", "i", "u", "dz",
}

// Fold lowers a name and spells it in a to z, digits and single blanks, so
// that marks, apostrophes, hyphens and case do not tell names apart. Letters
// of scripts other than Latin and Cyrillic stay as they are.
func Fold(s string) string { return spell(s, ' ', true) }

// Slug spells a name in a to z, digits and hyphens, for ids and file names.
// It is "" if the name has no letter or digit that it can spell.
func Slug(s string) string { return spell(s, '-', false) }

func spell(s string, gap byte, foreign bool) string {
	var b strings.Builder
	b.Grow(len(s))
	open := false // a gap is due before the next letter
	put := func(t string) {
		if open && b.Len() > 0 {
			b.WriteByte(gap)
		}
		open = false
		b.WriteString(t)
	}
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(string(r))
		case latin(r) != "":
			put(latin(r))
		case r >= 'а' && int(r-'а') < len(cyrillic):
			put(cyrillic[r-'а'])
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʿ' || r == 'ʾ' || r == '`':
			// "Sana'a" is one word
		case unicode.IsMark(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if base := strip(r); base != "" {
				put(base)
			} else if foreign {
				put(string(r))
			}
		default:
			open = true
		}
	}
	return b.String()
}

// strip gives the letter below the marks of r, if it is one of a to z.
func strip(r rune) string {
	d := norm.NFD.String(string(r))
	if d[0] >= 'a' && d[0] <= 'z' {
		return d[:1]
	}
	return ""
}
