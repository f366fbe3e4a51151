package inflect

import (
	"strings"
)

// spell joins by the rules of English spelling.
func (g *Inflection) spell(stem, suffix string) string {
	n := len(stem)
	if suffix == "" || n < 2 {
		return stem + suffix
	}
	last, before := stem[n-1], stem[n-2]
	switch suffix {
	case "s":
		return Plural(stem)
	case "ed":
		if last == 'e' {
			return stem + "d"
		}
		if last == 'y' && !isVowel(before) {
			return stem[:n-1] + "ied"
		}
	case "ing":
		if strings.HasSuffix(stem, "ie") {
			return stem[:n-2] + "ying"
		}
		if last == 'e' && before != 'e' {
			return stem[:n-1] + suffix
		}
	}
	if g.doubles(stem) {
		return stem + string(last) + suffix
	}
	return stem + suffix
}

// doubles reports whether a verb doubles its last consonant: one syllable,
// one vowel before one consonant.
func (g *Inflection) doubles(stem string) bool {
	if g.double[stem] || g.nodouble[stem] {
		return g.double[stem]
	}
	n := len(stem)
	if n < 3 || isVowel(stem[n-1]) || !isVowel(stem[n-2]) || isVowel(stem[n-3]) && !strings.HasPrefix(stem[n-3:], "u") || strings.ContainsRune("wxy", rune(stem[n-1])) {
		return false
	}
	for i := 0; i < n-3; i++ {
		if isVowel(stem[i]) {
			return false
		}
	}
	return true
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// Plural adds the s of English plurals and of the 3rd person.
func Plural(w string) string {
	n := len(w)
	switch {
	case n < 2:
	case w[n-1] == 's' || w[n-1] == 'x' || w[n-1] == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	case w[n-1] == 'y' && !isVowel(w[n-2]):
		return w[:n-1] + "ies"
	case w == "go" || w == "do" || w == "undergo" || w == "veto" || w == "forgo":
		return w + "es"
	}
	return w + "s"
}
