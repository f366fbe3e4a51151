package syntax

import "strings"

// Morph is the morphology of a word. The zero value of each field means that
// it is not known, or that the word has none.
type Morph struct {
	Case   Case
	Number Number
	Gender Gender
	Person Person
	Tense  Tense
	Mood   Mood
	Form   Form
	Degree Degree
}

// Case is the grammatical case.
type Case uint8

// The cases.
const (
	Nom Case = iota + 1
	Acc
	Dat
	Gen
)

// Number is the grammatical number.
type Number uint8

// The numbers.
const (
	Sing Number = iota + 1
	Plur
)

// Gender is the grammatical gender.
type Gender uint8

// The genders.
const (
	Masc Gender = iota + 1
	Fem
	Neut
)

// Person is the grammatical person: 1, 2 or 3.
type Person uint8

// Tense is the tense of one form of a verb, not of a clause: "hatte" in "hatte
// gesagt" is Past, "gesagt" is a participle.
type Tense uint8

// The tenses.
const (
	Pres Tense = iota + 1
	Past
)

// Mood is the mood of a finite verb.
type Mood uint8

// The moods.
const (
	Ind Mood = iota + 1
	Sub      // Konjunktiv, subjunctive
	Imp
)

// Form is the form of a verb.
type Form uint8

// The forms.
const (
	Fin Form = iota + 1
	Inf
	Participle
	Gerund
)

// Degree is the degree of an adjective or adverb.
type Degree uint8

// The degrees.
const (
	Positive Degree = iota + 1
	Comparative
	Superlative
)

var (
	caseNames   = []string{"", "Nom", "Acc", "Dat", "Gen"}
	numberNames = []string{"", "Sing", "Plur"}
	genderNames = []string{"", "Masc", "Fem", "Neut"}
	personNames = []string{"", "1", "2", "3"}
	tenseNames  = []string{"", "Pres", "Past"}
	moodNames   = []string{"", "Ind", "Sub", "Imp"}
	formNames   = []string{"", "Fin", "Inf", "Part", "Ger"}
	degreeNames = []string{"", "Pos", "Cmp", "Sup"}
)

// feature is one field of Morph with its name in Universal Dependencies.
type feature struct {
	name   string
	values []string
	field  func(*Morph) *uint8
}

var features = []feature{
	{"Case", caseNames, func(m *Morph) *uint8 { return (*uint8)(&m.Case) }},
	{"Degree", degreeNames, func(m *Morph) *uint8 { return (*uint8)(&m.Degree) }},
	{"Gender", genderNames, func(m *Morph) *uint8 { return (*uint8)(&m.Gender) }},
	{"Mood", moodNames, func(m *Morph) *uint8 { return (*uint8)(&m.Mood) }},
	{"Number", numberNames, func(m *Morph) *uint8 { return (*uint8)(&m.Number) }},
	{"Person", personNames, func(m *Morph) *uint8 { return (*uint8)(&m.Person) }},
	{"Tense", tenseNames, func(m *Morph) *uint8 { return (*uint8)(&m.Tense) }},
	{"VerbForm", formNames, func(m *Morph) *uint8 { return (*uint8)(&m.Form) }},
}

// String is the morphology as Universal Dependencies writes it:
// "Case=Nom|Number=Sing"; "" if nothing is known.
func (m Morph) String() string {
	var b strings.Builder
	for _, f := range features {
		v := nameOf(f.values, int(*f.field(&m)))
		if v == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(f.name + "=" + v)
	}
	return b.String()
}

// ParseMorph reads the features of Universal Dependencies; those that Morph
// does not have, and values that it does not know, are left out.
func ParseMorph(feats string) Morph {
	var m Morph
	for _, pair := range strings.Split(feats, "|") {
		name, value, _ := strings.Cut(pair, "=")
		for _, f := range features {
			if f.name == name {
				*f.field(&m) = uint8(numberOf(f.values, value))
			}
		}
	}
	return m
}
