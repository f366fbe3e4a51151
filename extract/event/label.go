package event

import "fasti/extract/segment"

// behindLabel gives the word behind what only labels a statement: "3 March:
// Austria signed", "7. Mai – Die Polizei". A dash is one if it is the only one.
func (s *sentence) behindLabel(first, end int) int {
	at, dashes := first, 0
	for i := first; i < end; i++ {
		w := &s.words[i]
		if w.class != segment.Punct {
			continue
		}
		switch w.text {
		case ":":
			at, dashes = i+1, 0
		case "–", "—", "-", "--":
			if i > first {
				dashes++
			}
			if dashes == 1 && i > 0 && s.words[i-1].timex >= 0 {
				at = i + 1
			}
		}
	}
	if dashes > 1 || at >= end {
		return first
	}
	return at
}

// labels reports whether word i ends a label: a colon, or a dash behind a date.
func (s *sentence) labels(i int) bool {
	if i <= 0 || i >= len(s.words) || s.words[i].class != segment.Punct {
		return false
	}
	switch s.words[i].text {
	case ":":
		return true
	case "–", "—", "-", "--":
		return s.words[i-1].timex >= 0
	}
	return false
}
