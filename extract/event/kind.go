package event

import (
	"slices"
	"strings"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// company is one row of the table of kinds by company: beside these words a
// verb or noun reports an event of another kind.
type company struct {
	part   byte // where the words stand: s with who acts, o with what suffers, c anywhere in the clause; i: an infinitive completes it, whatever its words
	words  []string
	topics []string // or any word about one of these
	kind   Kind
}

// readCompany reads the table of kinds by company; its first column names
// verbs and nouns by their lemma, or all of a kind ("@assault").
func (x *lexicon) readCompany(pack *lang.Pack) error {
	x.company = map[string][]company{}
	for _, r := range pack.Table("event/company").Rows {
		part := r.Field(1)
		if part != "s" && part != "o" && part != "c" && part != "i" {
			return r.Errorf("no part %q (s, o, c or i)", part)
		}
		kind, err := kindIn(r, r.Field(3))
		if err != nil {
			return err
		}
		c := company{part: part[0], kind: kind}
		for _, w := range strings.Fields(r.Field(2)) {
			if topic, ok := strings.CutPrefix(w, "#"); !ok {
				c.words = append(c.words, w)
			} else if x.hasTopic(topic) {
				c.topics = append(c.topics, topic)
			} else {
				return r.Errorf("no topic %q", topic)
			}
		}
		for _, lemma := range strings.Fields(r.Field(0)) {
			lemma = strings.ReplaceAll(lemma, "_", " ")
			if k, ok := strings.CutPrefix(lemma, "@"); ok {
				if _, err := kindIn(r, k); err != nil {
					return err
				}
			}
			x.company[lemma] = append(x.company[lemma], c)
		}
	}
	return nil
}

// kindByCompany lets the words beside a verb or noun say of what kind the
// event is: "a storm killed two" is no assault.
func (x *lexicon) kindByCompany(s *sentence, c *candidate) {
	if c.clause < 0 {
		return
	}
	lemma := ""
	if c.nominal {
		lemma = strings.ToLower(x.nouns[c.noun.noun].lemma)
	} else if c.verb >= 0 {
		lemma = x.verbs[c.verb].lemma
	}
	for _, key := range [2]string{lemma, "@" + string(c.kind)} {
		for i := range x.company[key] {
			if r := &x.company[key][i]; x.accompanied(s, c, r) {
				c.kind, c.company = r.kind, true
				switch {
				case c.nominal:
				case r.kind == kindCancel:
					c.class, s.clauses[c.clause].cancels = classCancel, true
				case c.class == classDeny: // "bestreiten ein Rennen"
					c.class = classEvent
				}
				return
			}
		}
	}
}

// accompanied reports whether one of a row's words stands where it should.
func (x *lexicon) accompanied(s *sentence, c *candidate, r *company) bool {
	k := &s.clauses[c.clause]
	p := x.subjectOf(s, c.clause)
	acts, suffers := p, piece{}
	if k.passive {
		acts, suffers = piece{}, p
	}
	in := func(p piece) bool {
		for i := p.first; i < p.last; i++ {
			if w := &s.words[i]; i > p.first && (w.is(tagPrep) || w.is(tagGen) && !w.is(tagCoord)) {
				return false
			} else if x.fits(w, r) {
				return true
			}
		}
		return false
	}
	switch r.part {
	case 'i':
		return s.completed(c.clause)
	case 's':
		return in(acts)
	case 'o':
		if in(suffers) {
			return true
		}
	}
	found := false
	k.each(func(i int) bool {
		if i != c.trigger && !(p.first <= i && i < p.last) && x.fits(&s.words[i], r) {
			found = r.part == 'c' || !s.governed(i)
		}
		return !found
	})
	return found || r.part == 'c' && (in(acts) || in(suffers))
}

// completed reports whether an infinitive completes the verb of clause n: "fought
// to acquire".
func (s *sentence) completed(n int) bool {
	for i := range s.clauses {
		if k := &s.clauses[i]; k.kind == infClause && k.parent == n {
			return true
		}
	}
	return false
}

// governed reports whether a preposition stands before the phrase of word i.
func (s *sentence) governed(i int) bool {
	for i--; i >= 0 && s.words[i].class != segment.Punct && s.words[i].timex < 0; i-- {
		if w := &s.words[i]; w.is(tagPrep) {
			return true
		} else if w.capital() && i > 0 || w.is(tagArt|tagPoss) && i > 0 && !s.words[i-1].is(tagPrep) || w.verbal == finite {
			return false
		}
	}
	return false
}

// fits reports whether a word is one of a row's, or about one of its topics.
func (x *lexicon) fits(w *word, r *company) bool {
	if x.among(w, r.words) {
		return true
	}
	if len(r.topics) == 0 || w.class == segment.Punct || w.class == segment.Number || w.timex >= 0 || w.tags != 0 || w.verbal == finite {
		return false
	}
	for _, t := range x.about(w.low, w.capital()) {
		if slices.Contains(r.topics, t) {
			return true
		}
	}
	return false
}

// among reports whether a word is one of a list, inflected, or in German ends
// with one.
func (x *lexicon) among(w *word, list []string) bool {
	for _, l := range list {
		if w.low == l {
			return true
		}
		i := strings.LastIndex(w.low, l)
		if i < 0 || i > 0 && (!x.verbLast || len(l) < 4 || !w.capital()) {
			continue
		}
		for _, end := range x.grammar["noun-end"] {
			if w.low[i+len(l):] == end || i > 0 && i+len(l) == len(w.low) {
				return true
			}
		}
	}
	return false
}
