package trees

import (
	"strings"

	"fasti/extract/lang"
	"fasti/extract/syntax/model"
	"fasti/internal/train"
)

// The lists that words may be on, beside those of names, which follow behind.
const (
	listFinite uint32 = 1 << iota
	listParticiple
	listInfinitive
	listNoun
	listPerson
	listBody
	listPlace
	listNames // the first of the kinds of names
)

// wordLists gathers which lists words are on: forms of the verbs of fasti's
// tables, nouns by hand, names.
func wordLists(data string, plan Plan) ([]model.Entry, error) {
	masks := map[string]uint32{}
	lists := train.NewLists()
	if plan.Names {
		var err error
		if lists, err = train.ReadLists(data, plan.Lang); err != nil {
			return nil, err
		}
	}
	for w, m := range lists.Words() {
		masks[w] |= m * listNames
	}
	for _, l := range []struct {
		name string
		mask uint32
	}{{"noun", listNoun}, {"person", listNoun | listPerson}, {"body", listNoun | listBody}, {"place", listNoun | listPlace}} {
		words, err := train.Nouns(plan.Lang, l.name)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			for _, e := range append([]string{""}, plan.Plurals...) {
				masks[w+e] |= l.mask
			}
		}
	}
	if err := verbForms(plan, masks); err != nil {
		return nil, err
	}
	entries := map[uint32]uint32{}
	for w, m := range masks {
		entries[model.WordKey(w)] |= m
	}
	return sorted(entries), nil
}

// verbForms adds the forms of verbs: the regular ones by the plan's endings,
// the irregular ones by their table.
func verbForms(plan Plan, masks map[string]uint32) error {
	pack, err := lang.Load(plan.Lang)
	if err != nil {
		return err
	}
	strong := map[string]bool{}
	for _, r := range pack.Table("event/strong").Rows {
		strong[r.Field(0)] = true
	}
	pairs, err := irregular(plan.Lang, plan.PastPlural)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		masks[strings.ToLower(p.Form)] |= listFinite
	}
	v := verbRules{plan: plan}
	for _, r := range pack.Table("event/endings").Rows {
		switch r.Field(0) {
		case "ge":
			v.ge = r.Field(1)
		case "noge":
			v.none = strings.Fields(r.Field(1))
		}
	}
	for _, r := range pack.Table("event/verbs").Rows {
		word, _, _ := strings.Cut(r.Field(0), "~")
		prefix, base, parted := strings.Cut(strings.ReplaceAll(word, ".", ""), "|")
		if !parted {
			prefix, base = "", prefix
		}
		v.forms(prefix, base, strong[base], masks)
	}
	for base := range strong {
		v.forms("", base, true, masks)
	}
	return nil
}

// verbRules build the regular forms of verbs.
type verbRules struct {
	plan Plan
	ge   string
	none []string // beginnings without ge
}

func (v *verbRules) forms(prefix, base string, strong bool, masks map[string]uint32) {
	masks[prefix+base] |= listInfinitive
	stem := base
	for _, e := range v.plan.Infinitive {
		if s, ok := strings.CutSuffix(base, e); ok {
			stem = s
			break
		}
	}
	for _, e := range v.plan.Finite {
		masks[prefix+stem+e] |= listFinite
		if prefix != "" {
			masks[stem+e] |= listFinite
		}
	}
	if strong {
		return
	}
	for _, e := range v.plan.Past {
		masks[prefix+stem+e] |= listFinite
		if prefix != "" {
			masks[stem+e] |= listFinite
		}
	}
	for _, e := range v.plan.Participle {
		ge := v.ge
		for _, n := range v.none {
			if strings.HasPrefix(base, n) {
				ge = ""
			}
		}
		masks[prefix+ge+stem+e] |= listParticiple
	}
}
