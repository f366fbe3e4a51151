package event

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor"
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

// mention is a mention of an actor inside a sentence.
type mention struct {
	article.Span
	actor int // index into Actors
	index int // index into that actor's Mentions
	first int // words it covers
	last  int // behind its last word

	person bool
	body   bool // a body's own name
	people bool // somebody without a name who can suffer: "residents"
	place  bool // only says where
	state  bool
}

// sentence is one sentence under analysis.
type sentence struct {
	index    int // into Doc.Sentences
	words    []word
	mentions []mention
	clauses  []clause
	quoted   bool  // most of it stands in quotation marks
	topic    topic // what the sentence before speaks of
}

// reader annotates the sentences of one article.
type reader struct {
	lex      *lexicon
	in       Input
	mentions []mention // of the whole text, in order of place
	timexAt  int
	mentAt   int
	open     bool // inside a quotation
	block    int
}

func newReader(lex *lexicon, in Input) *reader {
	r := &reader{lex: lex, in: in, block: -1}
	for a := range in.Actors.Actors {
		for m := range in.Actors.Actors[a].Mentions {
			r.mentions = append(r.mentions, mention{Span: in.Actors.Actors[a].Mentions[m].Span, actor: a, index: m})
		}
	}
	sort.SliceStable(r.mentions, func(i, j int) bool {
		a, b := r.mentions[i], r.mentions[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.Len() > b.Len()
	})
	return r
}

// read annotates sentence n; sentences must come in order.
func (r *reader) read(n int) *sentence {
	doc := r.in.Doc
	src := doc.Sentences[n]
	if src.Block != r.block {
		r.block, r.open = src.Block, false
	}
	s := &sentence{index: n, words: make([]word, 0, src.Last-src.Lead)}
	inside := 0
	for i := src.Lead; i < src.Last; i++ {
		t := doc.Tokens[i]
		w := word{Span: t.Span, text: doc.Word(i), class: t.Class, timex: -1, mention: -1, clause: -1}
		w.low = w.text
		if t.Class == segment.Upper || t.Class == segment.Caps || t.Class == segment.Mixed {
			w.low = strings.ToLower(w.text)
		}
		r.quote(&w)
		if w.quoted {
			inside++
		}
		if n := len(s.words); n > 0 && i+1 < src.Last && s.words[n-1].End == w.Start && endsNothing(&w, &s.words[n-1], doc.Tokens[i+1]) {
			w.class = segment.Lower
		}
		r.look(&w, len(s.words) == 0)
		s.words = append(s.words, w)
	}
	s.quoted = inside*2 > len(s.words)
	r.pairs(s)
	r.timexes(s)
	r.attach(s, src.Span)
	return s
}

// endsNothing reports whether a dot or hyphen is part of what stands around it:
// an ordinal's, or one within a word ("K.-o.-Sieg").
func endsNothing(w, prev *word, next segment.Token) bool {
	switch w.text {
	case ".":
		return prev.class == segment.Number || next.Start == w.End
	case "-":
		return prev.text == "." && next.Start == w.End
	}
	return false
}

// quote keeps track of quotation marks.
func (r *reader) quote(w *word) {
	if w.class == segment.Punct {
		switch w.text {
		case "„", "«":
			r.open = true
		case "”":
			r.open = false
		case "“":
			r.open = !r.verbLastQuote()
		case "»":
			r.open = false
		case "\"":
			r.open = !r.open
		}
		w.quoted = r.open
		return
	}
	w.quoted = r.open
}

// verbLastQuote reports whether “ closes here: it closes „ in German.
func (r *reader) verbLastQuote() bool { return r.lex.verbLast && r.open }

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
		if len(w.forms) == 0 && w.tags == 0 && x.ge != "" && len(w.low) > 8 && (strings.HasSuffix(w.low, "t") || strings.HasSuffix(w.low, "en")) {
			for i := 2; i < len(w.low)-5 && i < 8; i++ { // "ausgearbeitet"
				if strings.HasPrefix(w.low[i:], x.ge) && x.particle[w.low[:i]] {
					w.forms = x.unknownPart
					return
				}
			}
		}
		if len(w.forms) == 0 && w.tags == 0 && x.zu != "" {
			if i := strings.Index(w.low, x.zu); i > 0 && strings.HasSuffix(w.low, "en") && x.particle[w.low[:i]] && len(w.low) > i+len(x.zu)+3 {
				w.forms = x.unknownZu
			} else if i == 0 && strings.HasSuffix(w.low, "en") && len(w.low) > 7 {
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

// pairs joins nouns of two words: "press conference".
func (r *reader) pairs(s *sentence) {
	if len(r.lex.pairHead) == 0 {
		return
	}
	for i := 0; i+1 < len(s.words); i++ {
		a, b := &s.words[i], &s.words[i+1]
		if !r.lex.pairHead[a.low] {
			continue
		}
		if n, ok := r.lex.pairs[a.low+" "+b.low]; ok {
			a.isNoun = false
			a.forms = nil
			b.noun, b.isNoun, b.nounLen = n, true, 1
		}
	}
}

func (r *reader) timexes(s *sentence) {
	all := r.in.Timexes.Timexes
	for i := range s.words {
		w := &s.words[i]
		for r.timexAt < len(all) && all[r.timexAt].End <= w.Start {
			r.timexAt++
		}
		if r.timexAt < len(all) && all[r.timexAt].Overlaps(w.Span) {
			w.timex = r.timexAt
			w.isNoun = false
			w.forms = nil
		}
		if w.timex < 0 && i > 0 && (w.class == segment.Lower && w.text == "." || w.owns) {
			w.timex = s.words[i-1].timex // the dot of "am 15. und 16. Mai", the end of "Saturday's"
		}
	}
}

// attach finds the actors' mentions of the sentence; of nested ones the
// widest is kept.
func (r *reader) attach(s *sentence, span article.Span) {
	for r.mentAt < len(r.mentions) && r.mentions[r.mentAt].End <= span.Start {
		r.mentAt++
	}
	end := -1
	for i := r.mentAt; i < len(r.mentions) && r.mentions[i].Start < span.End; i++ {
		m := r.mentions[i]
		if m.Start < end && (len(s.mentions) == 0 || s.mentions[len(s.mentions)-1].Span != m.Span) { // "both" are two
			continue
		}
		who := &r.in.Actors.Actors[m.actor]
		men := &who.Mentions[m.index]
		m.person, m.people = who.Kind == actor.Person, who.Generic && who.Kind == actor.Group
		m.body = men.Form == actor.ByName && (who.Kind == actor.Organisation || who.Kind == actor.Group)
		m.place = who.Mentions[m.index].Place
		m.state = who.Kind == actor.State && who.Mentions[m.index].Form == actor.ByName
		m.first = sort.Search(len(s.words), func(k int) bool { return s.words[k].End > m.Start })
		m.last = sort.Search(len(s.words), func(k int) bool { return s.words[k].Start >= m.End })
		if m.first >= len(s.words) || m.first >= m.last {
			continue
		}
		if n := len(s.mentions); who.Generic || n > 0 && s.mentions[n-1].Span == m.Span { // no name: its words are read as any others
			for k := m.first; k < m.last && !who.Generic; k++ {
				s.words[k].mention = -1
			}
			s.words[m.last-1].body = who.Generic
			s.words[m.last-1].forms = nil // no verb: "Colombian rebels freed"
			s.mentions = append(s.mentions, m)
			continue
		}
		end = m.End
		if m.last-m.first > 1 && (men.Form == actor.ByRole || men.Form == actor.ByMetonym) {
			s.words[m.last-1].forms = nil
		}
		for k := m.first; k < m.last; k++ {
			s.words[k].mention = len(s.mentions)
			if w := &s.words[k]; m.last-m.first > 1 && m.End >= w.End && men.Form == actor.ByName {
				w.isNoun = false // part of a name
			}
		}
		s.mentions = append(s.mentions, m)
	}
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
