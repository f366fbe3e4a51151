package refer

import (
	"fmt"
	"slices"

	"fasti/extract/lang"
)

// pronoun is a form of the table.
type pronoun struct {
	what What
	kase Case
}

// words are the small lexicons of a language that the features need.
type words struct {
	pronouns map[string]pronoun
	cues     map[string]uint8 // words beside a pronoun that tell of what it stands for
	cueNames []string
	several  uint8     // the sort of verbs of several
	thing    uint8     // the sort of verbs of things, 255: the language has none
	finite   [256]bool // sorts of finite verbs of one
	preps    map[string]bool
	opens    map[string]bool // words that open a clause
	dets     map[string]Det
	nouns    map[string]PlainNoun
	things   []thingsDeed
}

// readWords reads the tables of a language.
func readWords(pack *lang.Pack) (*words, error) {
	w := &words{several: 255, thing: 255, pronouns: map[string]pronoun{}, cues: map[string]uint8{}, cueNames: []string{"-"}, preps: map[string]bool{}, opens: map[string]bool{}, dets: map[string]Det{}, nouns: map[string]PlainNoun{}}
	for _, r := range pack.Table("refer/pronouns").Rows {
		if r.Field(0) == "word" {
			continue
		}
		what := slices.Index(whatNames, r.Field(1))
		kase := slices.Index(caseNames, r.Field(2))
		if what <= 0 || !What(what).isPronoun() || kase < 0 {
			return nil, r.Errorf("no such class or case: %q, %q", r.Field(1), r.Field(2))
		}
		w.pronouns[r.Field(0)] = pronoun{What(what), Case(kase)}
	}
	w.things = readThings(pack)
	for _, r := range pack.Table("refer/cues").Rows {
		if r.Field(0) == "word" {
			continue
		}
		at := slices.Index(w.cueNames, r.Field(1))
		if at < 0 {
			at = len(w.cueNames)
			w.cueNames = append(w.cueNames, r.Field(1))
		}
		w.cues[r.Field(0)] = uint8(at)
	}
	for i, name := range w.cueNames {
		switch name {
		case "several":
			w.several = uint8(i)
		case "thing":
			w.thing = uint8(i)
			w.finite[i&255] = true
		case "be", "have", "give", "seem", "say", "think":
			w.finite[i&255] = true
		}
	}
	for _, r := range pack.Table("event/words").Rows {
		for _, form := range fields(r.Field(1)) {
			switch r.Field(0) {
			case "prep":
				w.preps[form] = true
			case "sub", "rel":
				w.opens[form] = true
			case "poss":
				w.dets[form] = Possessive
			}
		}
	}
	if err := w.readNouns(pack); err != nil {
		return nil, err
	}
	for _, r := range pack.Table("refer/dets").Rows {
		d := slices.Index(detField, r.Field(1))
		if r.Field(0) == "word" {
			continue
		}
		if d < 0 {
			return nil, r.Errorf("no such determiner: %q", r.Field(1))
		}
		w.dets[r.Field(0)] = Det(d)
	}
	if len(w.cueNames) > 255 {
		return nil, fmt.Errorf("refer/cues: more than 255 sorts of cue")
	}
	return w, nil
}

// readNouns reads the table of nouns: forms, kind, gender.
func (w *words) readNouns(pack *lang.Pack) error {
	for _, r := range pack.Table("refer/nouns").Rows {
		if r.Field(0) == "forms" {
			continue
		}
		kind := slices.Index(kindField, r.Field(1))
		if kind < 0 {
			return r.Errorf("no such kind: %q", r.Field(1))
		}
		n := PlainNoun{Kind: Kind(kind), Gender: 'u'}
		if g := r.Field(2); g != "" {
			if g != "m" && g != "f" {
				return r.Errorf("gender is %q, should be m, f or nothing", g)
			}
			n.Gender = g[0]
		}
		n.Class = r.Field(3)
		for i, form := range fields(r.Field(0)) {
			if i == 0 {
				n.Word = lower(form)
			}
			if _, double := w.nouns[form]; double {
				return r.Errorf("%q stands twice", form)
			}
			w.nouns[form] = n
		}
	}
	return nil
}
