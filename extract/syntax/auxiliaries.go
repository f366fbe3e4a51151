package syntax

import (
	"strings"

	"fasti/extract/lang"
)

// auxVerb is an auxiliary or modal verb.
type auxVerb uint8

const (
	auxNone auxVerb = iota
	auxBe
	auxHave
	auxBecome // werden
	auxWant
	auxShall
	auxCan
	auxMust
	auxMay
	auxWill
	auxWould
	auxDo
)

var auxNames = []string{"", "be", "have", "become", "want", "shall", "can", "must", "may", "will", "would", "do"}

// auxModality is the modality of each modal verb.
var auxModality = [...]Modality{auxWant: Want, auxShall: Shall, auxCan: Can, auxMust: Must, auxMay: May, auxWill: NoModality, auxWould: Would, auxDo: NoModality}

// auxForm is one reading of a form of an auxiliary.
type auxForm struct {
	verb   auxVerb
	finite bool
	past   bool
	ing    bool // "having"
	mood   ClauseMood
}

// auxiliaries are the forms of a language's auxiliaries, each with its
// readings.
type auxiliaries map[string][]auxForm

// readAuxiliaries reads the table event/auxiliaries: form, verb, tense and
// mood, number.
func readAuxiliaries(pack *lang.Pack) (auxiliaries, error) {
	a := auxiliaries{}
	for _, r := range pack.Table("event/auxiliaries").Rows {
		v := numberOf(auxNames, r.Field(1))
		if v == 0 {
			return nil, r.Errorf("no auxiliary %q", r.Field(1))
		}
		for _, trait := range strings.Split(r.Field(2), ",") {
			f := auxForm{verb: auxVerb(v)}
			switch trait {
			case "pres":
				f.finite = true
			case "past":
				f.finite, f.past = true, true
			case "subj1":
				f.finite, f.mood = true, Reported
			case "subj2":
				f.finite, f.mood = true, Unreal
			case "part1":
				f.ing = true
			case "inf", "part":
			default:
				return nil, r.Errorf("no form %q of an auxiliary", trait)
			}
			a[r.Field(0)] = append(a[r.Field(0)], f)
		}
	}
	return a, nil
}

// finite gives the finite reading of a form, and whether it has others.
func (a auxiliaries) finite(form string) (f auxForm, ok, sure bool) {
	all := a[form]
	for _, x := range all {
		if x.finite && !ok {
			f, ok = x, true
		}
	}
	return f, ok, ok && len(all) == 1
}

// any gives the verb that a form belongs to.
func (a auxiliaries) any(form string) auxVerb {
	if all := a[form]; len(all) > 0 {
		return all[0].verb
	}
	return auxNone
}
