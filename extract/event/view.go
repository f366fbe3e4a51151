package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
	"fasti/internal/edtf"
)

// view is what the judging of one article's candidates sees of the whole
// article.
type view struct {
	f      *Finder
	in     Input
	cal    *calendar
	all    []*candidate
	sents  []*sentence     // by their index; nil for those that are not read
	title  map[string]bool // stems of the headline's words
	lead   map[string]bool // stems of the first sentence's words
	bySent map[int][]*candidate
	seen   map[string]int // stem of a trigger: the first candidate with it, from 1
	main   map[Kind]bool

	titleTopics []string     // what the headline is about
	leadKinds   []Kind       // of what the first sentence tells, by the tables
	mainKind    Kind         // of most that the article tells, by the tables
	judged      []*candidate // by their number
}

// stemLength is how many bytes of a word stand for it where words are compared.
const stemLength = 6

// stemOf gives what is compared of a word, "" for a small word.
func stemOf(w string) string {
	if len(w) < 4 {
		return ""
	}
	if len(w) > stemLength {
		w = w[:stemLength]
	}
	return w
}

func (f *Finder) newView(in Input, cal *calendar, all []*candidate, sents []*sentence) *view {
	v := &view{f: f, in: in, cal: cal, all: all, sents: sents, title: map[string]bool{}, lead: map[string]bool{}, bySent: map[int][]*candidate{}, seen: map[string]int{}, main: map[Kind]bool{}}
	for _, w := range strings.FieldsFunc(strings.ToLower(headline(in)), func(r rune) bool { return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 128 }) {
		if s := stemOf(w); s != "" {
			v.title[s] = true
		}
		for _, t := range f.lex.about(w, true) {
			if !slices.Contains(v.titleTopics, t) {
				v.titleTopics = append(v.titleTopics, t)
			}
		}
	}
	if len(sents) > 0 && sents[0] != nil {
		for i := range sents[0].words {
			if s := stemOf(strings.ToLower(sents[0].words[i].text)); s != "" {
				v.lead[s] = true
			}
		}
	}
	for i, c := range all {
		v.bySent[c.sent.index] = append(v.bySent[c.sent.index], c)
		if t := f.stem(c); v.seen[t] == 0 {
			v.seen[t] = i + 1
		}
		if c.sent.index == 0 {
			v.main[c.kind] = true
		}
	}
	cal.mainDay = mainDay(cal, sents)
	v.kinds()
	return v
}

// headline is the article's, or where it has none its first line if that does
// not end as a sentence does.
func headline(in Input) string {
	if in.Article.Title != "" || len(in.Doc.Sentences) == 0 {
		return in.Article.Title
	}
	first := &in.Doc.Sentences[0]
	if last := in.Doc.Tokens[first.Last-1]; last.Class == segment.Punct {
		return ""
	}
	return first.Of(in.Article.Text)
}

// kinds finds what kinds the tables give to the lead and to most of what the
// article tells.
func (v *view) kinds() {
	count := map[Kind]int{}
	for _, c := range v.all {
		k := c.kind.public()
		if c.quoted || k == Other || k == Statement {
			continue
		}
		if c.sent.index == 0 && !slices.Contains(v.leadKinds, k) {
			v.leadKinds = append(v.leadKinds, k)
		}
		count[k]++
		if n := count[v.mainKind]; count[k] > n || count[k] == n && k < v.mainKind {
			v.mainKind = k
		}
	}
	if count[v.mainKind] < 2 {
		v.mainKind = ""
	}
}

// mainDay is the first recent day that the first sentences of an article name.
func mainDay(cal *calendar, sents []*sentence) edtf.Date {
	for n := 0; n < min(opening, len(sents)); n++ {
		if sents[n] == nil {
			continue
		}
		for i := range sents[n].times {
			if d, ok := cal.recentDay(sents[n].times[i].d.when); ok {
				return d.Date()
			}
		}
	}
	return edtf.Date{}
}

// stem is what two mentions of one happening have in common: the verb or the
// noun itself.
func (f *Finder) stem(c *candidate) string {
	if c.nominal {
		return "n:" + f.lex.nouns[c.noun.noun].lemma
	}
	return "v:" + f.lex.verbs[c.verb].lemma
}

// overlap counts the words of a sentence that stand in a set of stems.
func overlap(s *sentence, set map[string]bool) int {
	n := 0
	for i := range s.words {
		w := &s.words[i]
		if w.class == segment.Punct || w.tags != 0 {
			continue
		}
		if t := stemOf(strings.ToLower(w.text)); t != "" && set[t] {
			n++
		}
	}
	return n
}

// block is the paragraph of a sentence.
func (v *view) block(s *sentence) int { return v.in.Doc.Sentences[s.index].Block }

// inBlock is how many sentences of its paragraph stand before a sentence.
func (v *view) inBlock(s *sentence) int {
	n, b := 0, v.block(s)
	for i := s.index - 1; i >= 0 && v.in.Doc.Sentences[i].Block == b; i-- {
		n++
	}
	return n
}

// recentDay gives the last day of a date if it is one shortly before the day
// of publication.
func (cal *calendar) recentDay(when edtf.Date) (edtf.Day, bool) {
	d, ok := lastDay(when)
	return d, ok && !cal.dct.IsZero() && cal.recent(d)
}
