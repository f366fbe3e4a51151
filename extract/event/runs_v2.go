package event

import (
	"fasti/extract/segment"
)

// run is a stretch of words between two breaks.
type run struct {
	first, last int
	comma       bool // a comma or dash stands before it
	hard        bool // a mark stands before it that ends more than a phrase
	coord       bool // begins with a coordinator
	verbs       []int
}

// runs cuts at punctuation, and at coordinators with verbs on both sides.
func (x *lexicon) runs(s *sentence) []run {
	var out []run
	n := len(s.words)
	first, comma, hard := 0, false, false
	flush := func(last int) {
		if first < last {
			r := run{first: first, last: last, comma: comma, hard: hard}
			r.coord = s.words[first].is(tagCoord)
			for i := first; i < last; i++ {
				if v := s.words[i].verbal; v != notVerb && v != attributed && v != gerund {
					r.verbs = append(r.verbs, i)
				}
			}
			out = append(out, r)
		}
	}
	for i := 0; i < n; i++ {
		w := &s.words[i]
		switch {
		case isBreak(w):
			flush(i)
			if end := aside(s, i); end > i {
				i = end
			}
			first, comma, hard = i+1, true, w.text == "." || w.text == "©" || w.text == ";"
		case w.is(tagCoord) && i > first && hasVerb(s, first, i) && verbAhead(s, i+1) && (complete(s, first, i) || finiteAhead(s, i+1)) && !x.particleAhead(s, i+1):
			flush(i)
			first, comma, hard = i, false, false
		}
	}
	flush(n)
	return out
}

// aside gives the mark that closes what brackets or dashes set apart from word
// i on, if there is no finite verb in it, or i: it belongs to no clause.
func aside(s *sentence, i int) int {
	closing := ""
	switch s.words[i].text {
	case "(":
		closing = ")"
	case "–", "—", "-":
		closing = s.words[i].text
	default:
		return i
	}
	for j := i + 1; j < len(s.words) && j < i+20; j++ {
		if s.words[j].text == closing {
			return j
		}
		if s.words[j].verbal == finite {
			return i
		}
	}
	return i
}

func hasVerb(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if v := s.words[i].verbal; v == finite || v == participle || v == infinitive {
			return true
		}
	}
	return false
}

// complete reports whether a run has more of a verb than an auxiliary.
func complete(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if v := s.words[i].verbal; (v == finite || v == participle || v == infinitive) && (len(s.words[i].aux) == 0 || v != finite) {
			return true
		}
	}
	return false
}

// finiteAhead reports whether a finite verb stands before the next break.
func finiteAhead(s *sentence, i int) bool {
	for ; i < len(s.words) && !isBreak(&s.words[i]); i++ {
		if s.words[i].verbal == finite {
			return true
		}
	}
	return false
}

// particleAhead reports whether a separated particle ends the clause before the
// next coordinator, with no verb of its own before it: "drangen in Orte und Lager
// ein und ...".
func (x *lexicon) particleAhead(s *sentence, i int) bool {
	for ; i+1 < len(s.words) && !isBreak(&s.words[i]); i++ {
		w := &s.words[i]
		if w.verbal != notVerb && w.verbal != attributed {
			return false
		}
		if w.is(tagCoord) {
			return false
		}
		if x.particle[w.low] && w.class == segment.Lower && s.words[i+1].is(tagCoord) && !w.is(tagSub) {
			return true
		}
	}
	return false
}

// verbAhead reports whether a verb stands before the next break.
func verbAhead(s *sentence, i int) bool {
	for ; i < len(s.words) && !isBreak(&s.words[i]); i++ {
		if v := s.words[i].verbal; v == finite || v == participle || v == infinitive {
			return true
		}
	}
	return false
}
