package event

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// balance takes a quotation mark without its other half out of a title.
func balance(t string) string {
	if i := strings.LastIndexByte(t, '"'); i >= 0 && strings.Count(t, "\"")%2 == 1 {
		t = t[:i] + t[i+1:]
	}
	if i := strings.LastIndex(t, "„"); i >= 0 && !strings.ContainsAny(t[i+len("„"):], "“”\"") {
		t = t[:i] + t[i+len("„"):]
	}
	if i := strings.LastIndexByte(t, '('); i >= 0 && strings.IndexByte(t[i:], ')') < 0 {
		t = t[:i]
	}
	return t
}

// fallback takes the sentence as it stands, if it is short and speaks for
// itself, or the clause, or the beginning of the sentence.
func (w *writer) fallback() string {
	if t := w.whole(); t != "" {
		return t
	}
	w.broken = true
	if w.c.clause >= 0 {
		var all []phrase
		for _, p := range w.s.clauses[w.c.clause].pieces {
			c := w.contentOf(p)
			all = append(all, c.phrases...)
			if c.tail != "" {
				all = append(all, verbPhrase(c.tail))
			}
		}
		if t, _ := w.compose(titleLimit, all, ""); len(t) > 12 {
			return t
		}
	}
	src := w.in.Doc.Sentences[w.s.index]
	return w.undangle(clip(strings.Trim(src.Of(w.in.Doc.Text), "\"„“”»« "), titleLimit))
}

func capitalize(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 || unicode.IsUpper(r) {
		return t
	}
	return string(unicode.ToUpper(r)) + t[n:]
}

// clip cuts a text at the last blank before n characters.
func clip(t string, n int) string {
	if utf8.RuneCountInString(t) <= n {
		return t
	}
	count, last := 0, 0
	for i, r := range t {
		if r == ' ' {
			last = i
		}
		if count++; count > n {
			break
		}
	}
	return strings.TrimRight(t[:last], " ,;:–-(")
}

// undangle cuts words that lead to something off the end of a title.
func (w *writer) undangle(t string) string {
	for {
		i := strings.LastIndexByte(t, ' ')
		if i < 0 || w.lex.tags[strings.ToLower(t[i+1:])]&(tagPrep|tagArt|tagCoord|tagSub|tagTo) == 0 || w.lex.particle[t[i+1:]] && w.lex.verbLast {
			return t
		}
		t = strings.TrimRight(t[:i], " ,;:–-(")
	}
}
