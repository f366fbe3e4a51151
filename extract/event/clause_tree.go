package event

import "fasti/extract/syntax"

// splitTree takes the clauses of the sentence and the verbs in them from its
// tree, and finds what entries of the lexicon their verbs have.
func (x *lexicon) splitTree(s *sentence, g tree) {
	at := make([]int, len(g.Clauses)) // of the tree's clauses in s.clauses
	for c := range g.Clauses {
		at[c] = -1
		if k := &g.Clauses[c]; k.Kind == syntax.AttributeClause {
			if h := g.out(k.Head); h >= 0 {
				s.words[h].verbal = attributed
			}
			continue
		}
		if g.out(g.Clauses[c].Head) < 0 {
			continue
		}
		at[c] = len(s.clauses)
		s.clauses = append(s.clauses, newClause(kindInTree(&g.Clauses[c])))
	}
	if len(s.clauses) == 0 {
		s.clauses = append(s.clauses, newClause(verbless))
	}
	of := func(c int) int { // a participle before a noun is part of the clause around it
		for n := 0; c >= 0 && n <= len(g.Clauses); n++ {
			if at[c] >= 0 {
				return at[c]
			}
			c = g.Clauses[c].Parent
		}
		return -1
	}
	for i := range s.words {
		c := max(of(g.ClauseOf(g.in(i))), 0)
		s.clauses[c].add(i, i+1)
	}
	for c := range g.Clauses {
		if at[c] < 0 {
			continue
		}
		k, t := &s.clauses[at[c]], &g.Clauses[c]
		if p := of(t.Parent); p != at[c] {
			k.parent = p
		}
		if t.Kind == syntax.ComplementClause && k.kind == mainClause && k.parent >= 0 {
			if t.Governor > t.Head || x.verbLast {
				k.parent = -1
			} else { // "said he left"
				k.kind, k.reported = subClause, true
			}
		}
		if g.Words[t.Head].Rel == syntax.RelConj && k.parent >= 0 && g.OwnSubject(t) < 0 && t.Kind != syntax.InfinitiveClause {
			k.coord = k.parent
			k.parent = s.clauses[k.coord].parent
		}
		if t.Kind != syntax.InfinitiveClause {
			k.marker = g.out(t.Marker)
		}
		x.verbsInTree(s, g, k, t)
	}
}

// kindInTree is the kind of a clause as this package has it.
func kindInTree(k *syntax.Clause) clauseKind {
	switch k.Kind {
	case syntax.ComplementClause:
		switch {
		case k.Marker >= 0:
			return subClause
		case k.Finite < 0:
			return partClause
		}
		return mainClause // in the order of a main clause: "…, teilte das Unternehmen mit"
	case syntax.AdverbialClause, syntax.ConditionalClause:
		return subClause
	case syntax.RelativeClause:
		return relClause
	case syntax.InfinitiveClause:
		return infClause
	case syntax.ParticipleClause, syntax.AttributeClause:
		return partClause
	case syntax.VerblessClause:
		return verbless
	}
	if k.Lexical < 0 {
		return verbless
	}
	return mainClause
}

// verbsInTree fills in the verbs of a clause, and what they say.
func (x *lexicon) verbsInTree(s *sentence, g tree, k *clause, t *syntax.Clause) {
	k.fin, k.lex, k.particle = g.out(t.Finite), g.out(t.Lexical), g.out(t.Particle)
	if t.Finite < 0 {
		k.fin = -1
	}
	if t.Lexical < 0 {
		k.lex = k.fin
	}
	if k.lex < 0 {
		return
	}
	for i := range g.Words {
		if o := g.out(i); o >= 0 && g.Words[i].Head == t.Head && (g.Words[i].Rel == syntax.RelAux || g.Words[i].Rel == syntax.RelAuxPass || g.Words[i].Rel == syntax.RelCop) {
			s.words[o].verbal = formInTree(g.Words[i].Morph.Form, participle)
		}
	}
	k.passive = t.Voice == syntax.Passive
	k.perfect = t.Tense == syntax.TensePerfect || t.Tense == syntax.TensePluperfect || t.Tense == syntax.TenseFuturePerfect || t.Complete
	if k.fin >= 0 {
		s.words[k.fin].verbal = finite
	}
	s.words[k.lex].verbal = k.mainForm(g.Words[g.in(k.lex)].Morph.Form)
	x.entry(s, k)
	k.pluperf = t.Tense == syntax.TensePluperfect
	k.past = t.Tense == syntax.TensePast || t.Tense == syntax.TensePerfect || t.Tense == syntax.TensePluperfect
	k.future = t.Tense == syntax.TenseFuture || t.Tense == syntax.TenseFuturePerfect
	k.neg = t.Polarity == syntax.Negated
	switch t.Mood {
	case syntax.Reported:
		k.subj = fSubj1
	case syntax.Unreal:
		k.subj = fSubj2
	}
	if k.fin >= 0 {
		a := pickAux(s.words[k.fin].aux)
		if a.verb > auxBecome && a.verb != auxWill && a.verb != auxDo {
			k.modal, k.modalF = a.verb, a.features
		}
		k.plural = g.Words[g.in(k.fin)].Morph.Number == syntax.Plur
	}
	if h := g.OwnSubject(t); h >= 0 {
		k.subject = g.phrase(h)
		if x.verbLast && k.fin >= 0 && k.subject.first > k.fin {
			k.subject.last = g.barePhrase(k.subject, h)
		}
	}
}

// mainForm is how the main verb serves that the tree reads as a form: beside an
// auxiliary its place says more than its ending does ("hatte … erhalten").
func (k *clause) mainForm(f syntax.Form) verbal {
	switch {
	case k.lex == k.fin:
		return finite
	case k.fin < 0 || f == syntax.Gerund:
		return formInTree(f, participle)
	case k.passive, k.perfect, f == syntax.Participle:
		return participle
	}
	return infinitive
}

// formInTree is how a word with a form serves as a verb; other where the tree
// does not say.
func formInTree(f syntax.Form, other verbal) verbal {
	switch f {
	case syntax.Fin:
		return finite
	case syntax.Inf:
		return infinitive
	case syntax.Gerund:
		return gerund
	case syntax.Participle:
		return participle
	}
	return other
}

// barePhrase gives the word behind a phrase with head h as far as no preposition
// follows but that of a genitive: what stands behind the verb may be the verb's own.
func (t tree) barePhrase(p piece, h int) int {
	for i := t.out(h) + 1; i < p.last; i++ {
		if w := t.in(i); t.Words[w].POS == syntax.ADP && t.Words[w].Rel == syntax.RelCase && !t.Belongs(w) {
			return i
		}
	}
	return p.last
}
