package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fasti/extract/article"
)

// topic is what the sentence before speaks of: the words of its subject. A
// pronoun that nobody has resolved takes them up in a title.
type topic struct {
	text   string
	plural bool
	gender byte // of its article: m, f, n; 0 if it has none
	person bool // someone's name
}

// leans reports whether a sentence has a pronoun for its subject.
func (x *lexicon) leans(s *sentence) bool {
	for i := range s.clauses {
		p := s.clauses[i].subject
		if p.last-p.first == 1 && s.words[p.first].is(tagPron) && !s.words[p.first].is(tagArt) {
			return true
		}
	}
	return false
}

// topicOf gives the subject of a sentence's first main clause, if it is a
// short noun phrase.
func (x *lexicon) topicOf(s *sentence, text string) topic {
	for i := range s.clauses {
		k := &s.clauses[i]
		p := k.subject
		if k.kind != mainClause || p.first >= p.last {
			continue
		}
		w := &s.words[p.first]
		if w.is(tagPron|tagWe|tagPoss) && !w.is(tagArt) || w.quoted || s.nextBreak(p.first, p.last) >= 0 {
			return topic{}
		}
		t := topic{plural: k.plural, text: article.Span{Start: w.Start, End: s.words[p.last-1].End}.Of(text)}
		if !x.verbLast {
			t.plural = x.pluralPhrase(s, p)
		}
		if utf8.RuneCountInString(t.text) > 50 || strings.ContainsAny(t.text, "\n\"„“") {
			return topic{}
		}
		for _, g := range "mfn" {
			if slices.Contains(x.grammar["article-"+string(g)], w.low) {
				t.gender = byte(g)
			}
		}
		for n := p.first; n < p.last; n++ {
			t.person = t.person || s.words[n].mention >= 0 && s.mentions[s.words[n].mention].person
		}
		if p.last-p.first > 1 && w.is(tagArt) && !w.is(tagNeg|tagPoss|tagNum|tagPlural) && s.words[p.first+1].capital() && !x.weakNoun(s.words[p.first+1].low) {
			t.text = text[s.words[p.first+1].Start:s.words[p.last-1].End]
		}
		return t
	}
	return topic{}
}

// weakNoun reports whether a noun is inflected like an adjective, so that it
// needs its article.
func (x *lexicon) weakNoun(low string) bool {
	for _, end := range x.weakNouns {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// taken gives the words of the sentence before that a pronoun stands for, or
// "" if they do not agree.
func (w *writer) taken(pronoun int, k *clause) string {
	t := w.s.topic
	low := w.s.words[pronoun].low
	is := func(key string) bool { return slices.Contains(w.lex.grammar["pronoun-"+key], low) }
	switch {
	case t.text == "" || w.c.clause > 0 && w.s.clauses[0].subject != k.subject && w.s.clauses[0].kind == mainClause && w.s.clauses[0].subject.first < w.s.clauses[0].subject.last:
		return ""
	case t.plural:
		if is("pl") && (k.plural || !w.lex.verbLast) {
			return t.text
		}
	case k.plural && w.lex.verbLast, t.person:
		return ""
	case is("x"), t.gender != 0 && is(string(t.gender)):
		return t.text
	}
	return ""
}
