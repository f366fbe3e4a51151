// Package inflect gives the forms of verbs: of an entry as the tables write it
// ("an|greifen", "über.fallen", "step~down") every form with its features, by
// the tables event/endings and event/strong of a language.
package inflect

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// Feature is one trait of an inflected form.
type Feature uint16

// The features of a form.
const (
	Pres Feature = 1 << iota
	Past
	Sg
	Pl
	Inf
	Part
	Part1
	Subj1
	Subj2
	Zu
	Attr
	Sep // needs its particle elsewhere in the clause

	Finite = Pres | Past | Subj1 | Subj2
)

// FeaturesOf reads a list of features apart by commas.
func FeaturesOf(list string) (Feature, error) {
	names := map[string]Feature{"pres": Pres, "past": Past, "sg": Sg, "pl": Pl, "inf": Inf, "part": Part, "part1": Part1, "subj1": Subj1, "subj2": Subj2, "attr": Attr}
	var f Feature
	for _, n := range strings.Split(list, ",") {
		if n == "" {
			continue
		}
		x, ok := names[n]
		if !ok {
			return 0, fmt.Errorf("no feature %q", n)
		}
		f |= x
	}
	return f, nil
}

// ending is one row of the table of endings.
type ending struct {
	strong   bool
	base     string
	suffix   string
	features Feature
}

// Inflection is how the verbs of a language inflect.
type Inflection struct {
	Order    []string // the base verbs of the table of strong verbs
	Spelling bool     // English spelling: e dropped, consonants doubled
	Ge, Zu   string   // what participles and separable infinitives take in

	endings   []ending
	principal map[string][4]string // base verb -> present, past, participle, auxiliary
	noge      []string
	nogeEnd   []string
	hard      []string
	inf       []string
	double    map[string]bool
	nodouble  map[string]bool
}

// Read reads the tables of a language.
func Read(pack *lang.Pack) (*Inflection, error) {
	g := &Inflection{principal: map[string][4]string{}, double: map[string]bool{}, nodouble: map[string]bool{}}
	for _, r := range pack.Table("event/endings").Rows {
		words := strings.Fields(r.Field(1))
		switch r.Field(0) {
		case "ge":
			g.Ge = r.Field(1)
		case "zu":
			g.Zu = r.Field(1)
		case "noge":
			g.noge = words
		case "noge-end":
			g.nogeEnd = words
		case "hard":
			g.hard = words
		case "inf":
			g.inf = words
		case "spelling":
			g.Spelling = true
		case "double", "nodouble":
			for _, w := range words {
				if r.Field(0) == "double" {
					g.double[w] = true
				} else {
					g.nodouble[w] = true
				}
			}
		case "weak", "strong":
			f, err := FeaturesOf(r.Field(3))
			if err != nil {
				return nil, r.Errorf("%w", err)
			}
			g.endings = append(g.endings, ending{r.Field(0) == "strong", r.Field(1), r.Field(2), f})
		default:
			return nil, r.Errorf("no row %q", r.Field(0))
		}
	}
	for _, r := range pack.Table("event/strong").Rows {
		base := r.Field(0)
		if _, ok := g.principal[base]; !ok {
			g.Order = append(g.Order, base)
		}
		g.principal[base] = [4]string{r.Field(1), r.Field(2), r.Field(3), r.Field(4)}
	}
	return g, nil
}

// Verb is an entry with the pieces that its forms are made of.
type Verb struct {
	Base     string   // "greifen"
	Front    string   // what it keeps in front: "über"
	Particle string   // written in one word with it unless the verb is second: "an"
	Words    []string // written apart: "down"
	Strong   bool
	Sein     bool // its table builds the perfect with "be"

	noGe      bool
	principal [4]string
}

// Lemma is the verb as a dictionary has it: "angreifen", "step down".
func (v *Verb) Lemma() string {
	l := v.Particle + v.Front + v.Base
	if len(v.Words) > 0 {
		l += " " + strings.Join(v.Words, " ")
	}
	return l
}

// Verb takes an entry apart. Weak says that it inflects weakly though its base
// does not. Adverb is how adverbs end that may stand before a verb in an entry
// ("sexually~abuse"), or "".
func (g *Inflection) Verb(entry string, weak bool, adverb string) Verb {
	v := Verb{Base: entry}
	if p, b, ok := strings.Cut(entry, "|"); ok {
		v.Base, v.Particle = b, p
	} else if strings.Contains(entry, "~") {
		words := strings.Split(entry, "~")
		v.Base, v.Words = words[0], words[1:]
		if words[0] != "" && adverb != "" && strings.HasSuffix(words[0], adverb) {
			v.Base, v.Words = words[len(words)-1], nil
		}
	}
	unstressed := false
	if p, b, ok := strings.Cut(v.Base, "."); ok {
		v.Front, v.Base, unstressed = p, b, true
	}
	v.principal, v.Strong = g.principal[v.Base]
	if !v.Strong && !weak && !unstressed {
		for _, p := range g.noge {
			if b, ok := strings.CutPrefix(v.Base, p); ok {
				if v.principal, v.Strong = g.principal[b]; v.Strong {
					v.Front, v.Base = p, b
					break
				}
			}
		}
	}
	if weak {
		v.Strong = false
	}
	v.noGe = v.Front != ""
	v.Sein = v.Strong && v.principal[3] == "s"
	return v
}

// stem gives what the endings are put to, and whether it takes an e.
func (g *Inflection) stem(base string) (stem string, hard bool) {
	stem = base
	for _, e := range g.inf {
		if s, ok := strings.CutSuffix(stem, e); ok {
			stem = s
			break
		}
	}
	for _, h := range g.hard {
		hard = hard || strings.HasSuffix(stem, h)
	}
	return stem, hard
}

// Participle gives the participle without its particle: "gegriffen".
func (g *Inflection) Participle(v Verb) string {
	if v.Strong {
		if v.noGe {
			return strings.TrimPrefix(v.principal[2], g.Ge)
		}
		return v.principal[2]
	}
	stem, hard := g.stem(v.Base)
	noGe := v.noGe
	for _, p := range g.noge {
		noGe = noGe || strings.HasPrefix(v.Base, p)
	}
	for _, e := range g.nogeEnd {
		noGe = noGe || strings.HasSuffix(v.Base, e)
	}
	w := g.join(stem, "(e)t", hard)
	if !noGe {
		w = g.Ge + w
	}
	return w
}

// Forms calls f for every form of a verb, without its particle.
func (g *Inflection) Forms(v Verb, f func(form string, features Feature)) {
	stem, hard := g.stem(v.Base)
	part := g.Participle(v)
	for _, e := range g.endings {
		if e.strong != v.Strong {
			continue
		}
		var w string
		switch e.base {
		case "stem":
			w = stem
		case "inf":
			w = v.Base
		case "pres":
			w = v.principal[0]
		case "past":
			w = v.principal[1]
		case "part":
			w = part
		}
		f(v.Front+g.join(w, e.suffix, hard), e.features)
		if g.Spelling && e.base == "stem" && e.suffix != "s" && g.double[stem] && strings.HasSuffix(stem, "l") {
			f(stem+e.suffix, e.features) // the American spelling
		}
	}
}

// join puts a suffix to a stem.
func (g *Inflection) join(stem, suffix string, hard bool) string {
	if rest, ok := strings.CutPrefix(suffix, "(e)"); ok {
		if hard && rest != "" && (rest[0] == 't') || rest == "n" && !strings.HasSuffix(stem, "e") {
			return stem + "e" + rest
		}
		return stem + rest
	}
	if g.Spelling {
		return g.spell(stem, suffix)
	}
	return stem + suffix
}

// Infinitives gives the endings of infinitives.
func (g *Inflection) Infinitives() []string { return g.inf }
