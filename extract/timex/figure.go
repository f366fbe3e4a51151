package timex

import "fasti/extract/syntax"

// A bare number that acts, that something is done to, or that an article stands
// before is no year: "1720 had been discharged", "adopted 1973", "rief den 1948
// zurück". Years say when, and stand beside the verb.

// rolesBeforeYear are those of words behind which a number is a year, whatever the
// tree makes of them.
const rolesBeforeYear = roleYearIn | roleSince | roleUntil | roleBefore | roleAfter | roleBy

// figure reports whether the bare number x is such a one by the tree of its
// sentence.
func (g *grammar) figure(items []item, x *raw, t trees) bool {
	if x.last-x.first != 1 || items[x.first].digits != 4 || !x.parts.has(fYear) || x.parts.any(fEra, fMod) {
		return false
	}
	if x.first > 0 && g.is(&items[x.first-1], rolesBeforeYear) {
		return false
	}
	read, c := t.clause(int(x.start))
	if c < 0 {
		return false
	}
	s := sentence{read}
	w := s.wordAt(int(x.start))
	if s.Words[w].Start != int(x.start) || s.Words[w].End != int(x.end) {
		return false
	}
	if g.bareRare && s.counts(w) {
		return true
	}
	return !s.prepared(w) && (s.determined(w) || g.acts(items, x, s, c, w))
}

// acts reports whether word w, a bare number, is what does or suffers what the
// verb of its clause c says. Verbs of years ("1990 saw …") may have one as their
// subject; behind the beginning of a line, where chronicles have years, only a
// verb of many tells.
func (g *grammar) acts(items []item, x *raw, s sentence, c, w int) bool {
	many := s.many(c, w)
	h := s.Words[w].Head
	if items[x.first].flags&line != 0 && !many || h < 0 || s.Words[h].POS != syntax.VERB {
		return false
	}
	switch s.Words[w].Rel {
	case syntax.RelNsubj, syntax.RelNsubjPass:
		return many || !g.yearVerb(items, s.Words[h].Start)
	case syntax.RelObj, syntax.RelIobj:
		return true
	case syntax.RelObl, syntax.RelOblUnmarked, syntax.RelAdvmod:
		return many && s.lacksSubject(c, w)
	}
	return false
}

// prepared reports whether a preposition belongs to word w.
func (s sentence) prepared(w int) bool {
	for k := range s.Words {
		if s.Words[k].Head == w && s.Words[k].Rel == syntax.RelCase && s.Words[k].POS == syntax.ADP {
			return true
		}
	}
	return false
}

// yearVerb reports whether the verb at an offset may have a year for its subject.
func (g *grammar) yearVerb(items []item, offset int) bool {
	for i := range items {
		if int(items[i].start) == offset {
			return g.is(&items[i], roleYearly)
		}
	}
	return false
}

// sentence is the tree of one.
type sentence struct{ *syntax.Sentence }

// wordAt is the last word that begins at an offset or before it.
func (s sentence) wordAt(offset int) int {
	w := 0
	for w+1 < len(s.Words) && s.Words[w+1].Start <= offset {
		w++
	}
	return w
}

// counts reports whether word w counts the noun right behind it: "von 1900
// Bewerbern".
func (s sentence) counts(w int) bool {
	h := s.Words[w].Head
	return s.Words[w].Rel == syntax.RelNummod && h == w+1 && s.Words[h].POS == syntax.NOUN && s.Words[h].Morph.Number == syntax.Plur
}

// determined reports whether an article belongs to word w, adjectives between.
func (s sentence) determined(w int) bool {
	k := w - 1
	for k >= 0 && s.Words[k].Head == w && s.Words[k].POS == syntax.ADJ {
		k--
	}
	if k < 0 || s.Words[k].Head != w || s.Words[k].POS != syntax.DET {
		return false
	}
	return k == 0 || s.Words[k-1].POS != syntax.PUNCT // "die Gebiete, die 1920 …"
}

// many reports whether the finite verb of a clause is one of several. Before
// word w it may have been read as the infinitive that looks like it: "auf den
// Inseln leben 1850".
func (s sentence) many(c, w int) bool {
	k := &s.Clauses[c]
	if k.Finite < 0 {
		return k.Head == w-1 && s.Words[k.Head].Rel == syntax.RelRoot && s.Words[k.Head].Morph.Form == syntax.Inf
	}
	return s.Words[k.Finite].Morph.Number == syntax.Plur
}

// lacksSubject reports whether a clause whose verb is one of several names no
// subject of several, nor shares that of a clause before it, which it cannot if
// word w opens it before its verb.
func (s sentence) lacksSubject(c, w int) bool {
	k := &s.Clauses[c]
	shares := s.Words[k.Head].Rel == syntax.RelConj && w > k.Finite && (k.Finite <= k.First || s.Words[k.First].POS == syntax.CCONJ)
	if shares || k.Kind == syntax.RelativeClause && k.Marker >= 0 {
		return false
	}
	for i := range s.Words {
		switch s.Words[i].Rel {
		case syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelCsubj, syntax.RelCsubjPass, syntax.RelExpl:
			if s.Words[i].Head == k.Head && !s.single(i) {
				return false
			}
		}
	}
	return true
}

// single reports whether word i is a noun of one to which nothing is joined, or
// "es"; other pronouns are often read as one where they are many.
func (s sentence) single(i int) bool {
	w := &s.Words[i]
	return (w.POS == syntax.NOUN || w.POS == syntax.PRON && w.Morph.Gender == syntax.Neut) && w.Morph.Number == syntax.Sing && !s.joined(i)
}

// joined reports whether another word is joined to word i.
func (s sentence) joined(i int) bool {
	for k := range s.Words {
		if s.Words[k].Head == i && s.Words[k].Rel == syntax.RelConj {
			return true
		}
	}
	return false
}
