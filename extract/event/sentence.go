package event

import (
	"sort"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// mention is a mention of an actor inside a sentence.
type mention struct {
	article.Span
	actor int // index into Actors
	index int // index into that actor's Mentions
	first int // words it covers
	last  int // behind its last word
	from  int // the first word of the office before a name, else first

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
	goesBack bool // the paragraph has turned to what was long before, and this goes on with it
	quoted   bool // most of it stands in quotation marks

	syntax *syntax.Doc // of the article, to ask for the tree
	tree   tree
	asked  bool
	times  []timeAt
	stems  map[string]bool // of its words; nil until asked for
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
	s := &sentence{index: n, syntax: r.in.Syntax, words: make([]word, 0, src.Last-src.Lead)}
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
	s.unquoteNames()
	return s
}

// unquoteNames takes the names that stand alone in quotation marks for what they
// are: a way to write a name ("the paper "Northern Lights" sued"), not the words
// of somebody else.
func (s *sentence) unquoteNames() {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.first == 0 || m.last >= len(s.words) || !s.words[m.first].quoted {
			continue
		}
		if before, behind := &s.words[m.first-1], &s.words[m.last]; before.class != segment.Punct || behind.class != segment.Punct || behind.quoted {
			continue
		} else if !before.quoted || m.first > 1 && s.words[m.first-2].quoted {
			continue
		}
		for k := m.first; k < m.last; k++ {
			s.words[k].quoted = false
		}
	}
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
		m.from = r.lex.officeBefore(s, who, &m)
		if n := len(s.mentions); who.Generic || n > 0 && s.mentions[n-1].Span == m.Span { // no name: its words are read as any others
			for k := m.first; k < m.last && !who.Generic; k++ {
				s.words[k].mention = -1
			}
			s.words[m.last-1].body = who.Generic
			s.words[m.last-1].forms = nil // no verb: "Colombian rebels freed"
			if w := &s.words[m.first]; m.place && m.last == m.first+1 && w.Span == m.Span && r.lex.verbLast {
				w.isNoun = false // "bei Siegen"
			}
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
		if w := &s.words[m.first]; m.place && m.last == m.first+1 && w.Span == m.Span && r.lex.verbLast {
			w.isNoun = false // "bei Siegen"
		}
		s.mentions = append(s.mentions, m)
	}
}

// officeBefore gives the first word of the office that stands right before a person's
// name, as its actor's or by its capitals ("Minister of Justice Ida Holm"), or of what
// a place is ("the state of Norland"); else that of the mention.
func (x *lexicon) officeBefore(s *sentence, who *actor.Actor, m *mention) int {
	if m.place && m.first > 1 && s.words[m.first-1].is(tagGen) && x.isWord("place-nouns", s.words[m.first-2].low) {
		return m.first - 2
	}
	if who.Kind != actor.Person || m.first == 0 {
		return m.first
	}
	from := m.first
	for i := range who.Roles {
		if r := who.Roles[i].Mention; r.Len() > 0 && r.End == s.words[m.first-1].End {
			from = min(from, sort.Search(m.first, func(k int) bool { return s.words[k].End > r.Start }))
		}
	}
	if x.verbLast {
		return from // every noun has a capital
	}
	of := s.capitalsBefore(from) - 1
	if of < 1 || of+1 == m.first || !s.words[of].is(tagGen) || !s.words[of].is(tagPrep) {
		return from
	}
	if first := s.capitalsBefore(of); first > 0 && first < of {
		return first
	}
	return from
}

// capitalsBefore gives the first of the words with capitals that stand before word i.
func (s *sentence) capitalsBefore(i int) int {
	for i > 0 && s.words[i-1].capital() && s.words[i-1].timex < 0 {
		i--
	}
	return i
}
