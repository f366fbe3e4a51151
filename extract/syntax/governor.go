package syntax

import "strings"

// governorOf finds the word that says of word i whether it is so, and its
// row; nil if there is none.
func (g *Grammar) governorOf(i int) (int, *governor) {
	for depth := 0; depth < deepest; depth++ {
		if at, v := g.apart(i); v != nil {
			return at, v
		}
		h := g.words[i].Head
		if h < 0 {
			return -1, nil
		}
		if g.words[i].Rel == RelConj && !g.loneInfinitive(i) { // what governs the first governs the others
			if p := g.child(i, RelMark, RelCase); p >= 0 && p < i { // "of inventing and of printing"
				if v := g.row(h, []string{g.Base(p) + "+ing"}); v != nil {
					return h, v
				}
			}
			i = h
			continue
		}
		if g.words[i].Rel == RelAmod && g.words[i].POS == VERB && g.words[i].Morph.Form == Gerund { // "of hiding millions"
			i = h
			continue
		}
		kinds := g.edgeKinds(i)
		if v := g.row(h, kinds); v != nil {
			return h, v
		}
		if g.clauseHead(i) >= 0 {
			return g.nearGovernor(i, h, kinds)
		}
		if g.content(i) {
			return g.overGovernor(h, kinds)
		}
		return -1, nil
	}
	return -1, nil
}

// apart finds a governor that a word does not hang on as its complement.
func (g *Grammar) apart(i int) (int, *governor) {
	if h := g.words[i].Head; h >= 0 && g.clauseHead(i) < 0 && g.thatBetween(h, i) {
		if v := g.row(h, []string{"that"}); v != nil {
			return h, v
		}
	}
	if k := g.finiteBefore(i); k >= 0 {
		if v := g.row(k, g.edgeKinds(i)); v != nil {
			return k, v
		}
	}
	if n := g.isThat(i); n >= 0 {
		return n, g.row(n, []string{"that"})
	}
	return -1, nil
}

// isThat gives the noun of which a copula says that it is what a clause tells:
// "The charge is that she bribed a judge."; or -1.
func (g *Grammar) isThat(i int) int {
	cop, m := g.child(i, RelCop), g.child(i, RelMark)
	if cop < 0 || m < cop || g.rules.links[g.low[m]] != LinkThat {
		return -1
	}
	for _, n := range g.kids[i] {
		if n < cop && (g.words[n].Rel == RelNsubj || g.words[n].Rel == RelNsubjPass) && g.row(n, []string{"that"}) != nil {
			return n
		}
	}
	return -1
}

// thatBetween reports whether a "that" stands between a governor and a verb
// that is read as a noun: "fear that the dam burst".
func (g *Grammar) thatBetween(h, i int) bool {
	switch g.words[i].Rel {
	case RelParataxis, RelCcomp, RelDep, RelObj, RelAppos, RelAdvcl, RelXcomp:
	default:
		return false
	}
	for k := h + 1; k < i; k++ {
		if g.words[k].POS == SCONJ && g.rules.links[g.low[k]] == LinkThat {
			return true
		}
	}
	return false
}

// finiteBefore gives the finite clause before a participle or infinitive that a
// tree hangs on it, where it governs it: "denied on Monday having killed".
func (g *Grammar) finiteBefore(i int) int {
	c := g.clauseHead(i)
	if c < 0 || g.Clauses[c].Finite >= 0 {
		return -1
	}
	for _, k := range g.kids[i] {
		if o := g.clauseHead(k); o >= 0 && k < i && g.Clauses[o].Finite >= 0 && g.Clauses[o].Marker < 0 {
			return k
		}
	}
	return -1
}

// nearGovernor finds the governor of a clause that a parser hangs on the word
// beside it: on the verb's object or agent ("accused by prosecutors of
// killing"), or on the verb whose object governs it ("wies den Vorwurf zurück,
// Geld genommen zu haben").
func (g *Grammar) nearGovernor(i, h int, kinds []string) (int, *governor) {
	if c := g.clauseHead(i); g.Clauses[c].Kind == RelativeClause {
		return -1, nil
	}
	if g.nominal(h) {
		return g.nearNoun(i, h, kinds)
	}
	c := g.clause[h]
	for _, k := range g.kids[h] { // "ließ bestreiten, dass"
		if o := g.clauseHead(k); o >= 0 && k < i && g.Clauses[o].Finite < 0 && g.words[k].Rel != RelConj {
			if v := g.row(k, kinds); v != nil {
				return k, v
			}
		}
	}
	for w := i - 1; w >= 0; w-- {
		if g.clause[w] != c || !g.nominal(w) && g.words[w].POS != ADJ || g.below(w, i) {
			continue
		}
		if v := g.row(w, kinds); v != nil {
			return w, v
		}
	}
	return -1, nil
}

// nearNoun finds the governor of a clause that a parser hangs on noun h: a noun
// between both ("der Freispruch vom Vorwurf, … zu haben"), or what is above.
func (g *Grammar) nearNoun(i, h int, kinds []string) (int, *governor) {
	for w := i - 1; w > h; w-- {
		if g.nominal(w) && g.below(w, h) && !g.below(w, i) {
			if v := g.row(w, kinds); v != nil {
				return w, v
			}
		}
	}
	for at, n := h, 0; at >= 0 && n < deepest; n++ {
		if v := g.row(at, kinds); v != nil {
			return at, v
		}
		if g.clauseHead(at) >= 0 {
			break
		}
		at = g.words[at].Head
	}
	return -1, nil
}

// overGovernor finds the governor of a noun with a content that a parser hangs
// on a noun beside it: the verb above ("am Montag vom Vorwurf frei").
func (g *Grammar) overGovernor(h int, kinds []string) (int, *governor) {
	for n := 0; h >= 0 && n < deepest && g.nominal(h) && g.clauseHead(h) < 0; n++ {
		h = g.words[h].Head
		if h >= 0 {
			if v := g.row(h, kinds); v != nil {
				return h, v
			}
		}
	}
	return -1, nil
}

// row finds the row of a word that one of the edges fits.
func (g *Grammar) row(at int, kinds []string) *governor {
	for _, key := range g.keys(at) {
		for _, v := range g.rules.governors[key] {
			for _, k := range kinds {
				if v.edges[k] || v.edges[k+"@accuser"] && g.accuserOf(at) || v.edges[k+"@hearer"] && g.testimony(at) {
					return v
				}
			}
		}
	}
	return nil
}

// accuserOf reports whether those who accuse do what a verb tells.
func (g *Grammar) accuserOf(at int) bool {
	for _, w := range g.kids[at] {
		switch g.words[w].Rel {
		case RelNsubj, RelOblAgent:
			return g.accuser(w)
		case RelCcomp: // "Sources close to the family said", read as "Sources close …, said"
			if n := g.child(w, RelNsubj); w < at && g.bare(n, at) && g.accuser(n) {
				return true
			}
		}
	}
	return false
}

// testimony reports whether a verb tells what it tells to those before whom one
// testifies: "told police that".
func (g *Grammar) testimony(at int) bool {
	for _, w := range g.kids[at] {
		switch g.words[w].Rel {
		case RelObj, RelIobj, RelOblArg:
			if g.rules.is(classHearer, g.low[w]) {
				return true
			}
		}
	}
	return false
}

// keys are the names under which a word may stand in the table: its lemma and
// its form, with its particle.
func (g *Grammar) keys(i int) []string {
	var out []string
	w := &g.words[i]
	pos := ""
	switch w.POS {
	case VERB, AUX:
		pos = "v"
	case NOUN, PROPN:
		pos = "n"
	case ADJ, ADV:
		pos = "a"
	default:
		return nil
	}
	lemma := strings.ToLower(w.Lemma)
	for _, stem := range []string{lemma, g.low[i]} {
		if stem == "" {
			continue
		}
		if pos == "n" && (g.clauseHead(i) >= 0 || g.child(i, RelNsubj) >= 0) {
			out = append(out, "v:"+stem) // a verb read as a noun
		}
		if pos == "v" && i+1 < len(g.words) && g.words[i+1].POS == ADP {
			out = append(out, pos+":"+stem+" "+g.low[i+1])
		}
		if pos == "v" {
			out = g.phraseKeys(out, i, stem)
			for _, p := range g.kids[i] { // also a particle that is read as an adverb
				if r := g.words[p].Rel; r == RelCompoundPrt || p > i && len(g.kids[p]) == 0 && r != RelPunct && !g.nominal(p) {
					out = append(out, pos+":"+g.low[p]+stem, pos+":"+stem+" "+g.low[p])
				}
			}
		}
		out = append(out, pos+":"+stem)
		if pos == "a" {
			out = append(out, "v:"+stem) // a participle read as an adjective
		}
		if pos == "v" {
			out = append(out, "a:"+stem)
		}
	}
	return out
}

// phraseKeys adds the names of a verb with a phrase that makes one word with
// it: "zur Last legen".
func (g *Grammar) phraseKeys(out []string, i int, stem string) []string {
	for _, w := range g.kids[i] {
		if p := g.child(w, RelCase); p >= 0 && p == w-1 && g.nominal(w) {
			if key := "v:" + g.low[p] + " " + g.low[w] + " " + stem; len(g.rules.governors[key]) > 0 {
				out = append(out, key)
			}
		}
	}
	return out
}

// edgeKinds are the names of the edge from word i to its head, as the table
// has them.
func (g *Grammar) edgeKinds(i int) []string {
	if c := g.clauseHead(i); c >= 0 && (g.words[i].Rel != RelObj && g.words[i].Rel != RelNmod || g.markedGerund(i)) {
		return g.clauseKinds(&g.Clauses[c])
	}
	w := &g.words[i]
	out := g.nounKinds(i)
	if p := g.child(i, RelCase); p >= 0 && p < i {
		out = append(out, g.Base(p)+"+noun")
		if p == w.Head+1 && g.phrasal(w.Head, p) {
			out = append(out, "obj")
		}
	} else if w.Rel == RelNmodPoss || w.Rel == RelNmod {
		out = append(out, "gen")
	}
	if !g.rules.is(classLasting, g.low[i]) {
		for _, k := range append([]string{}, out...) {
			out = append(out, k+"@brief")
		}
	}
	if len(g.keys(i)) > 0 && g.content(i) {
		for _, k := range append([]string{}, out...) {
			out = append(out, k+"+content")
		}
	}
	return out
}

// before finds the governor of a clause without a finite verb by the order of
// words, where a tree hangs it on a word that says nothing of it: the nearest
// before it that it can complete.
func (g *Grammar) before(i int) (int, *governor) {
	c := g.clauseHead(i)
	if c < 0 || g.Clauses[c].Finite >= 0 {
		return -1, nil
	}
	k := &g.Clauses[c]
	if k.Kind != ParticipleClause && !k.Complete || k.Marker < 0 && !g.infinitiveMark(i) {
		return -1, nil
	}
	kinds := g.edgeKinds(i)
	for w := min(k.First, i) - 1; w >= 0; w-- {
		if v := g.row(w, kinds); v != nil {
			return w, v
		}
	}
	return -1, nil
}

// nounKinds are the names of the edge of a noun without preposition.
func (g *Grammar) nounKinds(i int) []string {
	w := &g.words[i]
	var out []string
	switch w.Rel {
	case RelObj:
		out = append(out, "obj")
	case RelNsubjPass:
		out = append(out, "obj")
	case RelNsubj:
		out = append(out, "subj")
		if g.Edge(i) == EdgePassive || g.words[w.Head].POS == ADJ {
			out = append(out, "obj")
		}
	case RelCompound:
		out = append(out, "compound")
	case RelIobj, RelOblArg:
		out = append(out, "dat")
	case RelObl:
		if g.rules.verbFirst && g.child(i, RelCase) < 0 && w.POS == NOUN {
			out = append(out, "obj") // "sagte ihren Ausflug ab"
		}
	}
	return out
}

// phrasal reports whether a verb and the word behind it are a verb with its
// particle: "called off the parade".
func (g *Grammar) phrasal(verb, particle int) bool {
	return len(g.rules.governors["v:"+strings.ToLower(g.words[verb].Lemma)+" "+g.low[particle]]) > 0
}

// content reports whether a noun is one that has a happening as its content:
// an allegation, a plan.
func (g *Grammar) content(i int) bool {
	for _, key := range g.keys(i) {
		if len(g.rules.governors[key]) > 0 {
			return true
		}
	}
	return false
}

// clauseKinds are the names of the edge of a clause.
func (g *Grammar) clauseKinds(k *Clause) []string {
	switch k.Kind {
	case InfinitiveClause:
		if g.infinitiveMark(k.Head) || k.Marker < 0 && g.rules.verbFirst {
			return []string{"to"}
		}
		if k.Marker >= 0 {
			return []string{g.Base(k.Marker) + "+ing"}
		}
		return []string{"bare"}
	case ParticipleClause:
		if k.Marker >= 0 {
			return []string{g.Base(k.Marker) + "+ing"}
		}
		return []string{"ing"}
	case ComplementClause, BesideClause, MainClause:
		if k.Link == LinkWhether || k.Link == LinkIf {
			return []string{"whether"}
		}
		if k.Kind == BesideClause && k.Mood != Reported {
			return nil
		}
		if k.Marker >= 0 && k.Link == NoLink && k.Finite < 0 {
			return []string{g.Base(k.Marker) + "+ing"}
		}
		return []string{"that"}
	case AdverbialClause:
		if k.Link == LinkThat {
			return []string{"that"}
		}
		if k.Link == NoLink && k.Marker >= 0 {
			return []string{g.Base(k.Marker) + "+ing"}
		}
	}
	return nil
}

// Base gives a preposition without its article: "zu" of "zum"; a fixed
// expression's words are joined: "because_of".
func (g *Grammar) Base(p int) string {
	s := g.low[p]
	if b := g.rules.contractions[s]; b != "" {
		return b
	}
	for _, k := range g.kids[p] {
		if g.words[k].Rel == RelFixed {
			s += "_" + g.low[k]
		}
	}
	return s
}
