package namekey

import "strings"

// sounds maps the beginnings of a folded word to one consonant, longest
// first. They bring together the ways in which German, English and French
// write the same foreign sound: j and y are glides and fall away with the
// vowels, w is v, ch and kh are h, all hisses are s.
var sounds = [...]struct{ from, to string }{
	{"schtsch", "s"}, {"shch", "s"},
	{"tsch", "h"}, {"dsch", ""}, {"tch", "h"},
	{"sch", "s"},
	{"sh", "s"}, {"zh", "s"}, {"ts", "s"}, {"tz", "s"}, {"cz", "h"}, {"sz", "s"},
	{"kh", "h"}, {"ch", "h"}, {"ck", "k"}, {"dj", ""}, {"dh", "d"}, {"gh", "g"},
	{"th", "t"}, {"ph", "f"}, {"bh", "b"}, {"qu", "k"},
	{"z", "s"}, {"x", "ks"}, {"w", "v"}, {"q", "k"},
}

// Skeleton is the consonants of one word as a transcriber hears them, the
// same for "Netanjahu" and "Netanyahu", "Chamenei" and "Khamenei". A word
// that begins with a vowel or a glide begins with "a". It takes a folded word
// or folds it itself.
func Skeleton(word string) string {
	w := Fold(word)
	var b strings.Builder
	last := ""
	put := func(s string) {
		if s != last {
			b.WriteString(s)
		}
		last = s
	}
	for i := 0; i < len(w); {
		if weak(w[i]) {
			if b.Len() == 0 {
				put("a")
			}
			last = ""
			i++
			continue
		}
		if to, n := sound(w[i:]); n > 0 {
			put(to)
			i += n
			continue
		}
		c := w[i]
		i++
		switch {
		case c == 'h' && (i == len(w) || !weak(w[i])): // silent: "Hisbollah", "Fahd"
		case c == 'c' && i < len(w) && (w[i] == 'e' || w[i] == 'i' || w[i] == 'y'):
			put("s")
		case c == 'c':
			put("k")
		case c == ' ':
			last = ""
		default:
			put(string(c))
		}
	}
	return b.String()
}

func sound(w string) (to string, n int) {
	for _, s := range sounds {
		if strings.HasPrefix(w, s.from) {
			return s.to, len(s.from)
		}
	}
	return "", 0
}

// weak reports vowels and glides.
func weak(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'j':
		return true
	}
	return false
}
