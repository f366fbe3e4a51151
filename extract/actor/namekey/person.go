package namekey

import "strings"

// Person is the parts of a person's name, folded.
type Person struct {
	Given  []string // "benjamin", "f"; empty for a bare surname
	Family string   // "netanjahu", "von der leyen", "bin salman"
	Suffix string   // "jr", "sr", "ii": what tells a son from his father; ""
	Double bool     // the first given name is two with a hyphen: Hans-Dietrich
}

// Split takes a person's name apart. The family name is the last word with
// the particles before it; "Jr." and the like stand apart.
func Split(name string) Person {
	words := strings.Fields(Fold(name))
	end := ""
	for len(words) > 1 && suffix(words[len(words)-1]) != "" {
		end = suffix(words[len(words)-1])
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return Person{}
	}
	at := len(words) - 1
	for at > 0 && particle(words[at-1]) {
		at--
	}
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return Person{Given: words[:at], Family: strings.Join(words[at:], " "), Suffix: end,
		Double: at > 1 && strings.IndexByte(first, '-') > 0 && strings.IndexByte(first, '-') < len(first)-1}
}

// Key is the skeleton of the family name without its particles and articles,
// to look for names that may be the same.
func (p Person) Key() string {
	words := strings.Fields(p.Family)
	for len(words) > 1 && particle(words[0]) {
		words = words[1:]
	}
	return Skeleton(strings.Join(words, " "))
}

func particle(w string) bool {
	switch w {
	case "von", "vom", "zu", "zum", "zur", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du",
		"la", "le", "el", "al", "as", "ad", "an", "ben", "bin", "ibn", "bint", "abu", "ter", "ten", "st", "mac", "mc", "o":
		return true
	}
	return false
}

// suffix is the short form of a word that tells father and son apart, or "".
func suffix(w string) string {
	switch w {
	case "jr", "jun", "junior":
		return "jr"
	case "sr", "sen", "senior":
		return "sr"
	case "ii", "iii", "iv":
		return w
	}
	return ""
}

// Agreement says how far two names speak for one person.
type Agreement int

// The agreements, from worst to best.
const (
	Differ   Agreement = iota // names of two people
	Possible                  // nothing against it: one has no given name, or only an initial
	Heard                     // the same name in two transcriptions
	Spelled                   // the same name in the same spelling, marks and case aside
)

// Agree compares two persons' whole names.
func Agree(a, b string) Agreement { return Split(a).Agree(Split(b)) }

// Agree compares two persons' whole names.
func (p Person) Agree(q Person) Agreement {
	family := Differ
	switch {
	case p.Family == "" || q.Family == "":
		return Differ
	case p.Family == q.Family:
		family = Spelled
	case p.Key() == q.Key() && len(p.Key()) > 1:
		family = Heard
	default:
		return Differ
	}
	if p.Suffix != "" && q.Suffix != "" && p.Suffix != q.Suffix {
		return Differ
	}
	if len(p.Given) == 0 || len(q.Given) == 0 {
		return Possible
	}
	if p.Double && len(q.Given) == 1 || q.Double && len(p.Given) == 1 {
		family = Possible // Ernst and Ernst-August may be two
	}
	given := agreeGiven(p.Given, q.Given)
	return min(family, given)
}

// agreeGiven compares given names: the first ones must agree; of the others,
// those that both have.
func agreeGiven(a, b []string) Agreement {
	first := agreeOne(a[0], b[0])
	if first == Differ {
		// "Mohammed bin Salman" is also called by one of his other names.
		return Differ
	}
	for i := 1; i < len(a) && i < len(b); i++ {
		if agreeOne(a[i], b[i]) == Differ {
			return min(first, Possible)
		}
	}
	return first
}

func agreeOne(a, b string) Agreement {
	switch {
	case a == b && len(a) > 1:
		return Spelled
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return Possible
		}
		return Differ
	case Skeleton(a) == Skeleton(b):
		return Heard
	case nick(a, b):
		return Heard
	}
	return Differ
}
