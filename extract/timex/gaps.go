package timex

import (
	"fmt"
	"sort"

	"fasti/extract/lang"
)

// needed is what every language has words for: the field and the values that
// some word of the tables must give it.
var needed = map[field][]int32{
	fMonth:   {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
	fWeekday: {1, 2, 3, 4, 5, 6, 7},
	fSeason:  {1, 2, 3, 4},
	fPart:    {partMO, partAF, partEV, partNI},
	fUnit:    {unitS, unitMin, unitH, unitD, unitW, unitM, unitY, unitDE, unitCE},
	fNum:     {-1, 500, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 11000, 12000, 20000, 100000},
	fOrd:     {1, 2, 3, 4, 5},
	fRel:     {-1, 0, 1},
	fMRel:    {-1, 0, 1},
	fOffset:  {-1, 0, 1},
	fMOffset: {-1, 1},
	fMod:     {modSTART, modMID, modEND, modAPPROX, modLessThan, modMoreThan, modEqualOrLess, modEqualOrMore},
	fRef:     {refPast, refPresent, refFuture},
	fEra:     {0, 1},
	fQuarter: {1, 2, 3, 4},
	fHalf:    {1, 2},
	fNoon:    {2},
	fYRel:    {-1, 0, 1},
	fYMRel:   {0, 1},
}

// neededClasses are those of which the engine itself asks.
var neededClasses = []string{"join", "join-to", "range-from", "range-since", "range-until", "range-between",
	"tense-past", "tense-future", "tense-present", "tense-have", "year-cue", "not-year-before", "not-year-after", "every", "frequency", "feast"}

// Gaps lists what a language's tables lack to be complete, one line each,
// sorted: months, weekdays, numbers, tenses and so on for which no word is
// given, kinds of expression for which there is no pattern, classes that no
// pattern uses. An error means that the tables do not compile.
func Gaps(pack *lang.Pack) ([]string, error) {
	g, err := compile(pack)
	if err != nil {
		return nil, err
	}
	have := map[field]map[int32]bool{}
	class := map[classID]bool{}
	note := func(r *reading) {
		class[r.class] = true
		for _, a := range r.set {
			if have[a.field] == nil {
				have[a.field] = map[int32]bool{}
			}
			have[a.field][a.value] = true
		}
	}
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		for j := range e.readings {
			note(&e.readings[j])
		}
		for j := range e.phrases {
			note(&e.phrases[j].reading)
		}
	}
	var out []string
	for f, values := range needed {
		for _, v := range values {
			if !have[f][v] {
				out = append(out, fmt.Sprintf("no word for %s=%d", fieldNames[f], v))
			}
		}
	}
	for _, c := range neededClasses {
		if id, ok := g.class(c); !ok || !class[id] {
			out = append(out, "no word of the class "+c)
		}
	}
	kinds := map[kind]bool{}
	for _, r := range g.rules {
		if r.table == "timex/patterns" {
			kinds[r.kind] = true
		}
	}
	for k := range kindCount {
		if !kinds[k] {
			out = append(out, "no pattern of the kind "+kindNames[k])
		}
	}
	if len(g.endings) == 0 && len(pack.Table("timex/endings").Rows) == 0 {
		out = append(out, "no endings of verbs")
	}
	sort.Strings(out)
	return out, nil
}
