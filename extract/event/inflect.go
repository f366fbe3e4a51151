package event

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// ending is one row of the table of endings.
type ending struct {
	strong   bool
	base     string
	suffix   string
	features feature
}

// inflection is how the verbs of a language inflect.
type inflection struct {
	endings   []ending
	principal map[string][4]string // base verb -> present, past, participle, auxiliary
	order     []string             // the base verbs as they stand in the table
	seen      map[string]bool
	ge        string
	noge      []string
	nogeEnd   []string
	hard      []string
	zu        string
	inf       []string
	double    map[string]bool
	nodouble  map[string]bool
	spelling  bool
}

func grammarOf(pack *lang.Pack) (*inflection, error) {
	g := &inflection{principal: map[string][4]string{}, seen: map[string]bool{}, double: map[string]bool{}, nodouble: map[string]bool{}}
	for _, r := range pack.Table("event/endings").Rows {
		words := strings.Fields(r.Field(1))
		switch r.Field(0) {
		case "ge":
			g.ge = r.Field(1)
		case "zu":
			g.zu = r.Field(1)
		case "noge":
			g.noge = words
		case "noge-end":
			g.nogeEnd = words
		case "hard":
			g.hard = words
		case "inf":
			g.inf = words
		case "spelling":
			g.spelling = true
		case "double", "nodouble":
			for _, w := range words {
				if r.Field(0) == "double" {
					g.double[w] = true
				} else {
					g.nodouble[w] = true
				}
			}
		case "weak", "strong":
			f, err := featuresOf(r.Field(3))
			if err != nil {
				return nil, fmt.Errorf("event/endings:%d: %w", r.Line, err)
			}
			g.endings = append(g.endings, ending{r.Field(0) == "strong", r.Field(1), r.Field(2), f})
		default:
			return nil, fmt.Errorf("event/endings:%d: no row %q", r.Line, r.Field(0))
		}
	}
	for _, r := range pack.Table("event/strong").Rows {
		base := r.Field(0)
		if _, ok := g.principal[base]; !ok {
			g.order = append(g.order, base)
		}
		g.principal[base] = [4]string{r.Field(1), r.Field(2), r.Field(3), r.Field(4)}
	}
	return g, nil
}

// inflect adds a verb with all its forms. The entry is written as in the
// table: "an|greifen", "über.fallen", "step~down".
func (x *lexicon) inflect(g *inflection, entry string, weak bool, v verb) {
	base, particle := entry, ""
	if p, b, ok := strings.Cut(entry, "|"); ok {
		base, particle, v.attached = b, p, true
	}
	if !v.attached && strings.Contains(entry, "~") {
		words := strings.Split(entry, "~")
		base, v.particle = words[0], words[1:]
		if words[0] != "" && x.adverbEnd != "" && strings.HasSuffix(words[0], x.adverbEnd) { // "sexually abuse": the verb is last
			base, v.particle = words[len(words)-1], nil
		}
	}
	unstressed := ""
	if p, b, ok := strings.Cut(base, "."); ok {
		unstressed, base = p, b
	}
	if particle != "" {
		v.particle = []string{particle}
		x.particle[particle] = true
	}
	pp, strong := g.principal[base]
	front := unstressed
	if !strong && !weak && unstressed == "" {
		for _, p := range g.noge {
			if b, ok := strings.CutPrefix(base, p); ok {
				if pp, strong = g.principal[b]; strong {
					front, base = p, b
					break
				}
			}
		}
	}
	if weak {
		strong = false
	}
	if particle == "" && front == "" {
		g.seen[base] = true
	}
	x.addForms(g, v, parts{base: base, front: front, particle: particle, noGe: unstressed != "" || front != "", strong: strong, pp: pp})
}

// parts are the pieces a verb's forms are made of.
type parts struct {
	base, front, particle string
	noGe, strong          bool
	pp                    [4]string
}

func (x *lexicon) addForms(g *inflection, v verb, p parts) {
	stem := p.base
	for _, e := range g.inf {
		if s, ok := strings.CutSuffix(stem, e); ok {
			stem = s
			break
		}
	}
	hard := false
	for _, h := range g.hard {
		hard = hard || strings.HasSuffix(stem, h)
	}
	part := p.pp[2]
	if !p.strong {
		part = g.participle(p.base, stem, hard, p.noGe)
	} else if p.noGe {
		part = strings.TrimPrefix(part, g.ge)
	}
	v.strong = p.strong
	v.sein = v.sein || p.strong && p.pp[3] == "s"
	v.lemma = p.particle + p.front + p.base
	if !v.attached && len(v.particle) > 0 {
		v.lemma += " " + strings.Join(v.particle, " ")
	}
	v.inf = p.front + p.base
	v.part = p.particle + p.front + part
	id := int32(len(x.verbs))
	for _, e := range g.endings {
		if e.strong != p.strong {
			continue
		}
		var w string
		switch e.base {
		case "stem":
			w = stem
		case "inf":
			w = p.base
		case "pres":
			w = p.pp[0]
		case "past":
			w = p.pp[1]
		case "part":
			w = part
		}
		w = p.front + g.join(w, e.suffix, hard)
		if e.features&fPres != 0 && e.features&fSg != 0 {
			v.pres = w
		}
		if g.spelling && e.features&fPart != 0 {
			v.part = w
		}
		x.addForm(id, w, e.features, &v, p.particle, g.zu)
		if g.spelling && e.base == "stem" && e.suffix != "s" && g.double[stem] && strings.HasSuffix(stem, "l") {
			x.addForm(id, stem+e.suffix, e.features, &v, p.particle, g.zu) // the American spelling
		}
	}
	x.verbs = append(x.verbs, v)
}

// addForm enters one form: attached to its particle where the language writes
// them in one word, else as a bare form that wants its particle elsewhere.
func (x *lexicon) addForm(id int32, w string, f feature, v *verb, particle, zu string) {
	put := func(w string, f feature) {
		for _, old := range x.forms[w] {
			if old.verb == id && old.features == f {
				return
			}
		}
		x.forms[w] = append(x.forms[w], form{id, f})
	}
	switch {
	case !v.attached && len(v.particle) > 0:
		put(w, f|fSep)
	case !v.attached:
		put(w, f)
	default:
		put(particle+w, f)
		if f&fFinite != 0 {
			put(w, f&^fInf|fSep)
		}
		if f&fInf != 0 && zu != "" {
			put(particle+zu+w, fInf|fZu)
		}
	}
}

func (g *inflection) participle(base, stem string, hard, noGe bool) string {
	for _, p := range g.noge {
		noGe = noGe || strings.HasPrefix(base, p)
	}
	for _, e := range g.nogeEnd {
		noGe = noGe || strings.HasSuffix(base, e)
	}
	w := g.join(stem, "(e)t", hard)
	if !noGe {
		w = g.ge + w
	}
	return w
}

// join puts a suffix to a stem.
func (g *inflection) join(stem, suffix string, hard bool) string {
	if rest, ok := strings.CutPrefix(suffix, "(e)"); ok {
		if hard && rest != "" && (rest[0] == 't') || rest == "n" && !strings.HasSuffix(stem, "e") {
			return stem + "e" + rest
		}
		return stem + rest
	}
	if g.spelling {
		return g.spell(stem, suffix)
	}
	return stem + suffix
}
