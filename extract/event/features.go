package event

import (
	"fmt"
	"strings"
)

// feature is one trait of an inflected form.
type feature uint16

// form is one reading of a word as a verb.
type form struct {
	verb     int32
	features feature
}

// nounForm is one reading of a word as a noun.
type nounForm struct {
	noun   int32
	plural bool
}

// auxForm is a reading of a word as an auxiliary or modal.
type auxForm struct {
	verb     auxVerb
	features feature
}

// auxVerb is an auxiliary.
type auxVerb uint8

// tag marks what a small word does.
type tag uint64

func tagOf(name string) (tag, bool) {
	for i, n := range [...]string{"art", "obl", "poss", "prep", "at", "with", "agent", "source", "sub", "if", "purpose",
		"fact", "coord", "rel", "pron", "we", "neg", "alleged", "planned", "maybe", "undone", "fill", "refl", "to", "before", "open", "num", "plural", "when", "gen", "aim", "since", "target", "who", "often", "as", "able", "same", "goal", "owner", "the", "then", "during", "past", "earlier", "without", "cond", "until", "that", "background"} {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}

func featuresOf(list string) (feature, error) {
	var f feature
	for _, n := range strings.Split(list, ",") {
		switch n {
		case "":
		case "pres":
			f |= fPres
		case "past":
			f |= fPast
		case "sg":
			f |= fSg
		case "pl":
			f |= fPl
		case "inf":
			f |= fInf
		case "part":
			f |= fPart
		case "part1":
			f |= fPart1
		case "subj1":
			f |= fSubj1
		case "subj2":
			f |= fSubj2
		case "attr":
			f |= fAttr
		default:
			return 0, fmt.Errorf("no feature %q", n)
		}
	}
	return f, nil
}

func classOf(name string) (class, bool) {
	for i, n := range [...]string{"event", "weak", "report", "deny", "plan", "cancel", "state", "aspect", "support", "open"} {
		if n == name {
			return class(i), true
		}
	}
	return 0, false
}
