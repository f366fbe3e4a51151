package event

import "fasti/extract/lang/inflect"

// feature is one trait of an inflected form.
type feature = inflect.Feature

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
		"fact", "coord", "rel", "pron", "we", "neg", "fill", "refl", "to", "before", "num", "when", "gen", "aim", "since", "target", "often", "same", "goal", "owner", "the", "then", "during", "past", "earlier", "until", "that", "background", "except", "rank", "origin", "set", "moves"} {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}

func classOf(name string) (class, bool) {
	for i, n := range [...]string{"event", "weak", "report", "deny", "plan", "cancel", "state", "aspect", "support", "open"} {
		if n == name {
			return class(i), true
		}
	}
	return 0, false
}
