package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/lang/inflect"
)

// posCode gives the number that models have for a part of speech.
var posCode = func() map[POS]uint8 {
	codes := map[POS]uint8{}
	for i, p := range posOf {
		codes[p] = uint8(i)
	}
	return codes
}()

// correct corrects parts of speech before a sentence is parsed, where writing or
// the words around say it for sure: a name that looks like a verb ("Mira Holt"),
// the verb behind a modal ("could sentence"), the noun that a sentence begins with
// ("Reports that … are untrue"), the conjunction that is no noun for it has no
// capital ("ehe"), the -ing form that ends a phrase with an article ("a ruling by").
func (r *rules) correct(text []string, pos []uint8) {
	names := r.smallVerbs || mostlySmall(text)
	for i, t := range text {
		switch p := posOf[pos[i]]; {
		case p == VERB && i > 0 && names && capital(t) && posOf[pos[i-1]] != PUNCT:
			pos[i] = posCode[PROPN]
		case p == NOUN && r.verbFirst && r.links[t] != NoLink:
			pos[i] = posCode[SCONJ]
		case r.mustBeVerb(text, pos, i):
			pos[i] = posCode[VERB]
		case r.verbFirst:
		case p == VERB && r.nounInForm(text, pos, i):
			pos[i] = posCode[NOUN]
		case (p == NOUN || p == ADJ) && r.behindModal(text, pos, i):
			pos[i] = posCode[VERB]
		}
		if !r.verbFirst && r.headless(text, pos, i) {
			pos[i-1] = posCode[NOUN]
		}
	}
}

// headless reports whether an adjective stands alone between an article and a form
// of the past at word i, so that it is the noun of its phrase: "a ferry sank".
func (r *rules) headless(text []string, pos []uint8, i int) bool {
	return i > 1 && posOf[pos[i-1]] == ADJ && posOf[pos[i-2]] == DET && posOf[pos[i]] == VERB && r.onlyPast(text[i])
}

// nounInForm reports whether what looks like a verb is a noun: the word that a
// sentence begins with, an -ing form that ends a phrase with an article, or what no
// verb is known to make, behind a preposition.
func (r *rules) nounInForm(text []string, pos []uint8, i int) bool {
	f := r.forms[strings.ToLower(text[i])]
	if i == 0 {
		return f&inflect.Sg != 0 && f&(inflect.Inf|inflect.Past) == 0
	}
	if f == 0 { // no form of a verb that is known: "struck by lightning"
		return !capital(text[i]) && (posOf[pos[i-1]] == ADP || posOf[pos[i-1]] == SCONJ) && endsBefore(pos, i)
	}
	return !capital(text[i]) && f&inflect.Part1 != 0 && r.endsPhrase(pos, i)
}

// endsBefore reports whether no noun can stand right behind word i.
func endsBefore(pos []uint8, i int) bool {
	if i+1 >= len(pos) {
		return false
	}
	switch posOf[pos[i+1]] {
	case ADP, AUX, PUNCT, SCONJ:
		return true
	}
	return false
}

// endsPhrase reports whether word i is the last of a phrase that begins with an
// article: no noun stands right behind it, and only what describes it between.
func (r *rules) endsPhrase(pos []uint8, i int) bool {
	if !endsBefore(pos, i) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch posOf[pos[k]] {
		case DET:
			return true
		case ADJ, NUM, PROPN:
		default:
			return false
		}
	}
	return false
}

// behindModal reports whether a word can be an infinitive and stands right behind
// a modal verb, or behind its negation or an adverb.
func (r *rules) behindModal(text []string, pos []uint8, i int) bool {
	if r.forms[strings.ToLower(text[i])]&inflect.Inf == 0 || capital(text[i]) {
		return false
	}
	k := i - 1
	for k >= 0 && k > i-3 && (posOf[pos[k]] == ADV || posOf[pos[k]] == PART) {
		k--
	}
	if k < 0 || posOf[pos[k]] != AUX {
		return false
	}
	switch r.aux.any(strings.ToLower(text[k])) {
	case auxCan, auxMay, auxMust, auxShall, auxWill, auxWould:
		return true
	}
	return false
}

// mustBeVerb reports whether a word that is read as an adjective, or as a noun where
// nouns have no capital, is a form of the past: "Am Montag griffen Kämpfer an". Where
// verbs are inflected like adjectives it stands behind a noun, and so describes none.
func (r *rules) mustBeVerb(text []string, pos []uint8, i int) bool {
	p := posOf[pos[i]]
	if p != ADJ && (p != NOUN || r.verbFirst) || !r.onlyPast(text[i]) {
		return false
	}
	return !r.verbFirst || i > 0 && (posOf[pos[i-1]] == NOUN || posOf[pos[i-1]] == PROPN)
}

// onlyPast reports whether a word in small letters is a form of the past tense and
// no other: "sank".
func (r *rules) onlyPast(word string) bool {
	f := r.forms[word]
	return f&inflect.Past != 0 && f&^(inflect.Past|inflect.Subj2|inflect.Sg|inflect.Pl) == 0
}

// capital reports whether a word is written like a name: a capital, then small
// letters.
func capital(w string) bool {
	first, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first) && n < len(w) && strings.ToUpper(w) != w
}

// mostlySmall reports whether less than half of the words of a sentence have a
// capital, so that it is no headline in which each word has one.
func mostlySmall(text []string) bool {
	capitals, words := 0, 0
	for _, t := range text {
		if first, _ := utf8.DecodeRuneInString(t); unicode.IsLetter(first) {
			words++
			if unicode.IsUpper(first) {
				capitals++
			}
		}
	}
	return 2*capitals < words
}
