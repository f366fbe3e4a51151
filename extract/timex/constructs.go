package timex

import (
	"fmt"
	"strings"
)

// construct is what every language can say: a kind of expression with the
// fields that it fills, and the values that words must be able to give to the
// first of them.
type construct struct {
	kind   kind
	fields []field
	values []int32
}

var (
	months   = []int32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	weekdays = months[:7]
	units    = []int32{unitD, unitW, unitM, unitY}
	sides    = []int32{-1, 0, 1}
)

var constructs = []construct{
	{kindDate, []field{fMonth, fDay, fYear}, months},
	{kindDate, []field{fMonth, fDay}, months},
	{kindDate, []field{fWeekday, fDay, fMonth}, weekdays},
	{kindDate, []field{fMonth, fYear}, months},
	{kindDate, []field{fMonth}, months},
	{kindDate, []field{fMod, fMonth}, []int32{modSTART, modMID, modEND}},
	{kindDate, []field{fMod, fYear}, []int32{modSTART, modMID, modEND}},
	{kindDate, []field{fYear}, nil},
	{kindDate, []field{fEra, fYear}, []int32{0, 1}},
	{kindDate, []field{fYRel, fMonth}, sides},
	{kindDate, []field{fCentury}, nil},
	{kindDate, []field{fDecade}, nil},
	{kindDate, []field{fSeason}, []int32{1, 2, 3, 4}},
	{kindDate, []field{fSeason, fYear}, []int32{1, 2, 3, 4}},
	{kindDate, []field{fSeason, fRel}, []int32{1, 2, 3, 4}},
	{kindDate, []field{fQuarter, fYear}, []int32{1, 2, 3, 4}},
	{kindDate, []field{fHalf, fYear}, []int32{1, 2}},
	{kindDate, []field{fWeekday}, weekdays},
	{kindDate, []field{fRel, fWeekday}, []int32{-1, 1}},
	{kindDate, []field{fRel, fUnit}, sides},
	{kindDate, []field{fMRel, fUnit}, sides},
	{kindDate, []field{fWeekend}, nil},
	{kindDate, []field{fWeekend, fRel}, nil},
	{kindDate, []field{fOffset}, sides},
	{kindDate, []field{fMOffset}, sides},
	{kindDate, []field{fUnit, fNum, fDir}, units},
	{kindDate, []field{fDir, fNum, fUnit}, []int32{-1, 1}},
	{kindDate, []field{fMDir, fNum, fUnit}, []int32{-1, 1}},
	{kindDate, []field{fWeekday, fDir, fNum, fUnit}, weekdays},
	{kindDate, []field{fOrd, fWeekday, fMonth}, []int32{1, 2, 3, 4}},
	{kindDate, []field{fHour}, nil},
	{kindDate, []field{fHour, fMinute}, nil},
	{kindDate, []field{fPart}, []int32{partMO, partAF, partEV, partNI}},
	{kindDate, []field{fPart, fWeekday}, []int32{partMO, partAF, partEV, partNI}},
	{kindDate, []field{fNoon}, []int32{2}},
	{kindDate, []field{fFeast}, nil},
	{kindDuration, []field{fUnit, fNum}, []int32{unitMin, unitH, unitD, unitW, unitM, unitY, unitDE, unitCE}},
	{kindDuration, []field{fNum, fUnit}, []int32{-1, 500, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 11000, 12000, 20000}},
	{kindDuration, []field{fMod, fNum, fUnit}, []int32{modAPPROX, modLessThan, modMoreThan, modEqualOrLess, modEqualOrMore}},
	{kindSet, []field{fUnit}, units},
	{kindSet, []field{fWeekday}, weekdays},
	{kindSet, []field{fMonth}, months},
	{kindRef, []field{fRef}, []int32{refPast, refPresent, refFuture}},
}

// ignored fields do not make another construct of an expression.
const ignored = 1<<fFlag | 1<<fZone | 1<<fEra | 1<<fMod2

// set is the fields as bits.
func (c *construct) set() (s uint64) {
	for _, f := range c.fields {
		s |= 1 << f
	}
	return s
}

func (c *construct) String() string {
	names := make([]string, len(c.fields))
	for i, f := range c.fields {
		names[i] = fieldNames[f]
	}
	return fmt.Sprintf("%s of %s", kindNames[c.kind], strings.Join(names, ", "))
}

// fieldsOf is the fields that every match of a pattern fills.
func (g *grammar) fieldsOf(path []*element, r *rule, known givings) (have uint64) {
	for _, a := range r.set {
		have |= 1 << a.field
	}
	for _, el := range path {
		switch {
		case el.kind == elClass:
			have |= known.of(g, el, fNone).fields
		case el.field != fNone:
			have |= 1 << el.field
		}
	}
	return have
}

// made reports whether a pattern that fills some fields makes the construct.
func (c *construct) made(fields uint64) bool {
	want := c.set()
	return fields&^ignored == want&^ignored && (want&(1<<fEra) == 0 || fields&(1<<fEra) != 0)
}

// valuesOf gives the values that a pattern can give to a field.
func (g *grammar) valuesOf(first field, path []*element, r *rule, known givings) (values []int32) {
	for _, a := range r.set {
		if a.field == first {
			values = append(values, a.value)
		}
	}
	for _, el := range path {
		switch {
		case el.kind == elClass:
			values = append(values, known.of(g, el, first).values...)
		case el.field == first:
			values = append(values, anyValue)
		}
	}
	return values
}

// givings remembers what class elements give.
type givings map[giveKey]given

type giveKey struct {
	class        classID
	over         bool
	field, first field
}

type given struct {
	fields uint64
	values []int32
}

func (k givings) of(g *grammar, el *element, first field) given {
	key := giveKey{el.class, el.over, el.field, first}
	v, ok := k[key]
	if !ok {
		v.fields, v.values = g.gives(el, first)
		k[key] = v
	}
	return v
}

// gives is the fields that every word of a class element fills, and the values
// that its words give to one of them.
func (g *grammar) gives(el *element, first field) (fields uint64, values []int32) {
	fields = ^uint64(0)
	note := func(rd *reading) {
		if rd.class != el.class {
			return
		}
		own := uint64(0)
		for i, a := range rd.set {
			f := a.field
			if i == 0 && el.over {
				f = el.field
			}
			if f == fNone {
				continue
			}
			own |= 1 << f
			if f == first {
				values = append(values, a.value)
			}
		}
		fields &= own
	}
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		if !e.classes.has(el.class) {
			continue
		}
		for k := range e.readings {
			note(&e.readings[k])
		}
		for k := range e.phrases {
			note(&e.phrases[k].reading)
		}
	}
	if fields == ^uint64(0) {
		return 0, nil
	}
	return fields, values
}
