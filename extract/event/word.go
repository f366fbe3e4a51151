package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// word is one token with what the lexicon knows of it.
type word struct {
	article.Span
	text    string
	low     string
	class   segment.Class
	tags    tag
	forms   []form
	aux     []auxForm
	noun    nounForm
	isNoun  bool
	nounAt  int // bytes of the token before the noun in a compound
	nounLen int // tokens
	timex   int // index into the article's time expressions, or -1
	mention int // index into sentence.mentions, or -1
	quoted  bool
	verbal  verbal // how it is read in its clause
	reading form   // of the verb, if verbal
	clause  int
	manner  bool // an adverb by its ending
	owns    bool // the mark of a genitive that stands apart: the 's behind a name
	dates   bool // a noun of happening with a date of its own
	body    bool // the last of a noun phrase for somebody without a name
}

// verbal is how a word serves as a verb in its sentence.
type verbal uint8

const (
	notVerb verbal = iota
	finite
	infinitive
	participle
	gerund     // English -ing
	attributed // a participle before a noun
)

// look finds the word in the lexicon.
func (r *reader) look(w *word, first bool) {
	x := r.lex
	w.owns = x.owning(w.text)
	if w.class == segment.Punct || w.class == segment.Number {
		return
	}
	if w.class == segment.Caps && len(w.text) > 1 {
		if n, ok := x.nounAt[w.low]; ok {
			w.noun, w.isNoun, w.nounLen = n, true, 1
		}
		return // an abbreviation: "WHO", "US"
	}
	w.tags = x.tags[w.low]
	w.manner = x.adverbial(w)
	lower := w.class == segment.Lower
	if !x.verbLast || lower || first {
		w.aux = x.aux[w.low]
		if lower || first || len(w.aux) > 0 {
			w.forms = x.forms[w.low]
		}
	}
	if x.verbLast && lower {
		if len(w.forms) == 0 && w.tags == 0 && x.ge != "" && len(w.low) > 8 && x.ends("participle-end", w.low) {
			for i := 2; i < len(w.low)-5 && i < 8; i++ { // "ausgearbeitet"
				if strings.HasPrefix(w.low[i:], x.ge) && x.particle[w.low[:i]] {
					w.forms = x.unknownPart
					return
				}
			}
		}
		if len(w.forms) == 0 && w.tags == 0 && x.zu != "" {
			if i := strings.Index(w.low, x.zu); i > 0 && x.ends("verb-end", w.low) && x.particle[w.low[:i]] && len(w.low) > i+len(x.zu)+3 {
				w.forms = x.unknownZu
			} else if i == 0 && x.ends("verb-end", w.low) && len(w.low) > 7 {
				if j := strings.Index(w.low[1:], x.zu); j > 0 && x.particle[w.low[:j+1]] {
					w.forms = x.unknownZu
				}
			}
		}
		return
	}
	if !x.verbLast && lower && len(w.forms) == 0 && w.tags == 0 && len(w.low) > 5 && strings.HasSuffix(w.low, x.unknownEnd) {
		w.forms = x.unknown
	}
	if n, ok := x.nounAt[w.low]; ok {
		w.noun, w.isNoun, w.nounLen = n, true, 1
		return
	}
	if x.verbLast || strings.IndexByte(w.low, '-') > 0 {
		x.compound(w)
	}
}

// compound finds a noun at the end of a compound: "Bombenanschlag",
// "Hamas-Angriff".
func (x *lexicon) compound(w *word) {
	const front, back = 3, 4
	low := w.low
	hyphen := strings.LastIndexByte(low, '-')
	for i := max(min(front, len(low)), len(low)-x.longest); i+back <= len(low); i++ {
		if !utf8.RuneStart(low[i]) || hyphen >= 0 && i <= hyphen || !x.verbLast && i != hyphen+1 {
			continue
		}
		if x.falseEnd[low[i:]] {
			return
		}
		if n, ok := x.nounAt[low[i:]]; ok {
			if x.falseEnd[low] || x.falsely(low, i) {
				return
			}
			w.noun, w.isNoun, w.nounAt, w.nounLen = n, true, i, 1
			return
		}
	}
}

// falsely reports whether some longer end of the word is listed as no noun
// of happening ("Landkreise" has "kreise" about "reise").
func (x *lexicon) falsely(low string, at int) bool {
	for i := max(0, at-6); i < at; i++ {
		if utf8.RuneStart(low[i]) && x.falseEnd[low[i:]] {
			return true
		}
	}
	return false
}

// adverbial reports whether a word is an adverb by its ending.
func (x *lexicon) adverbial(w *word) bool {
	return w.class == segment.Lower && x.adverbEnd != "" && strings.HasSuffix(w.low, x.adverbEnd)
}

// owning reports whether a token is the genitive's mark, with either
// apostrophe.
func (x *lexicon) owning(text string) bool {
	return x.genitive != "" && len(text) > 1 && len(text) <= len(x.genitive)+2 && strings.ReplaceAll(text, "’", "'") == x.genitive
}

func (w *word) is(t tag) bool { return w.tags&t != 0 }

// capital reports whether the word begins with a capital letter.
func (w *word) capital() bool {
	t := w.text
	if t != "" && t[0] >= '0' && t[0] <= '9' { // "24-Jährige"
		if _, rest, ok := strings.Cut(t, "-"); ok {
			t = rest
		}
	}
	c, _ := utf8.DecodeRuneInString(t)
	return unicode.IsUpper(c)
}

// isWord reports whether a word is one of those of a row of event/grammar.
func (x *lexicon) isWord(row, low string) bool { return slices.Contains(x.grammar[row], low) }

// ends reports whether a word has one of the endings of a row of event/grammar.
func (x *lexicon) ends(row, low string) bool {
	for _, e := range x.grammar[row] {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}

// formsOf is all that a word can be as a form of a verb.
func formsOf(w *word) feature {
	var all feature
	for _, f := range w.forms {
		all |= f.features
	}
	return all
}
