package syntax

// POS is a part of speech of Universal Dependencies (UPOS); zero: not known.
type POS uint8

// The parts of speech.
const (
	NoPOS POS = iota
	ADJ
	ADP   // preposition, postposition; "im", "zum"
	ADV   // also the pronominal ones: "darauf"
	AUX   // auxiliaries, modals, copulas
	CCONJ // "und", "and"
	DET
	INTJ
	NOUN
	NUM
	PART // "zu" and "to" of infinitives, "nicht", "'s"
	PRON
	PROPN
	PUNCT
	SCONJ // "dass", "weil", "because"
	SYM
	VERB
	X // foreign words, pieces
)

var posNames = [...]string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String is the name that Universal Dependencies gives it; "" for none.
func (p POS) String() string { return nameOf(posNames[:], int(p)) }

// ParsePOS reads a name; what it does not know is NoPOS.
func ParsePOS(name string) POS { return POS(numberOf(posNames[:], name)) }

// nameOf is names[i], or "" beyond its end.
func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

// numberOf is the place of a name, or 0.
func numberOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
