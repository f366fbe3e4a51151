package syntax

// deepest is how many governors above a word are asked.
const deepest = 8

// Judge says whether what word i tells took place: a verb that heads a clause,
// or a noun of happening.
func (g *Grammar) Judge(i int) Verdict {
	if i >= 0 && i < len(g.words) && g.clauseHead(i) < 0 {
		switch g.words[i].Rel {
		case RelCop, RelAux, RelAuxPass:
			i = g.words[i].Head
		}
	}
	return g.judge(i, deepest)
}

func (g *Grammar) judge(i, depth int) Verdict {
	var v Verdict
	if i < 0 || depth == 0 {
		return v
	}
	if c := g.clauseHead(i); c >= 0 {
		g.ownStatus(c, &v)
		g.onWord(c, &v)
		if g.independent(c) {
			return v
		}
	} else {
		g.nounStatus(i, &v)
	}
	g.outer(i, depth, &v)
	return v
}

// independent reports whether what is above a clause says nothing of whether
// it is so.
func (g *Grammar) independent(c int) bool {
	k := &g.Clauses[c]
	if g.isThat(k.Head) >= 0 {
		return false
	}
	switch k.Kind {
	case MainClause, ConditionalClause, AttributeClause, VerblessClause:
		return g.words[k.Head].Rel != RelConj || k.Kind != MainClause
	case RelativeClause:
		return true
	case ParticipleClause:
		return k.Voice == Passive // "the bill passed in May"
	case AdverbialClause:
		return k.Link != NoLink && k.Link != LinkThat && k.Link != LinkWhether
	case BesideClause:
		return k.Mood != Reported
	}
	return false
}

// ownStatus reads what a clause says of itself.
func (g *Grammar) ownStatus(c int, v *Verdict) {
	k := &g.Clauses[c]
	if k.Polarity == Negated {
		v.add("negated", k.Head, Denied)
	}
	if s, rule := moodStatus(k); g.futureInPast(k) {
		v.add("future", k.Finite, Planned)
	} else if s != Happened {
		v.add(rule, k.Finite, s)
	}
	if g.inCondition(k.Head) {
		v.add("condition", g.conditionAt(k.Head), Hypothetical)
	} else if g.opening >= 0 && k.Finite > g.conditionEnd && (k.Tense != TensePast || k.Mood == Unreal) && (k.Kind == MainClause || k.Kind == ComplementClause && k.Link == NoLink) {
		v.add("on-condition", g.opening, Hypothetical)
	}
	switch k.Link {
	case LinkIf:
		v.add("condition", max(k.Marker, k.Head), Hypothetical)
	case LinkWhether:
		v.add("whether", k.Marker, Hypothetical)
	case LinkPurpose:
		v.add("purpose", k.Marker, Planned)
	case LinkWithout, LinkInstead:
		v.add(k.Link.String(), k.Marker, Denied)
	case LinkBefore:
		if k.Tense == TensePresent {
			v.add("before", k.Marker, Planned)
		}
	}
	if g.depends(c) {
		v.add("on-condition", k.Head, Hypothetical)
	}
	g.adverbs(k.Head, v)
}

// futureInPast reports whether "would" tells what was then still ahead: in the content
// of what somebody said in the past ("said that the bridge would open in May").
func (g *Grammar) futureInPast(k *Clause) bool {
	if k.Modality != Would || k.Complete || k.Kind != ComplementClause || k.Parent < 0 {
		return false
	}
	p := &g.Clauses[k.Parent]
	return (p.Tense == TensePast || p.Tense == TensePluperfect) && p.Mood == Indicative && p.Modality == NoModality
}

// adverbs reads what the adverbs at a word say, and those at them ("angeblich
// heimlich").
func (g *Grammar) adverbs(h int, v *Verdict) {
	for _, w := range g.kids[h] {
		switch g.words[w].Rel {
		case RelAdvmod, RelDiscourse:
		case RelXcomp:
			if g.words[w].POS != ADJ {
				continue
			}
		default:
			continue
		}
		if s := g.rules.cues[g.low[w]]; s != Happened {
			v.add("adverb", w, s)
		}
		g.adverbs(w, v)
	}
}

// onWord reads on whose word a clause tells what it tells.
func (g *Grammar) onWord(c int, v *Verdict) {
	if w := g.attributed(g.Clauses[c].Head); w >= 0 {
		v.add("attributed", w, Alleged)
	}
	if at, row := g.insertedFrame(g.Clauses[c].Head); row != nil {
		v.add(row.name, at, row.status)
		v.Ruled = true
	}
	if at, row := g.frame(c); row != nil && row.status != Happened {
		v.add(row.name, at, row.status)
		v.Ruled = true
	}
}

// moodStatus reads modal verbs, future and moods.
func moodStatus(k *Clause) (Status, string) {
	past := k.Tense == TensePast || k.Tense == TensePluperfect
	switch k.Modality {
	case Shall, Want:
		if k.Complete && k.Mood != Unreal {
			return Alleged, "hearsay" // "soll getötet haben"
		}
		if k.Complete || k.Mood == Unreal && past {
			return Hypothetical, "unreal"
		}
		return Planned, "intention"
	case Must, Can, May:
		switch {
		case past && k.Mood == Indicative && !k.Complete:
			return Happened, "" // who had to, or could, has done it
		case k.Modality == Must && !k.Complete:
			return Planned, "intention"
		}
		return Hypothetical, "modal"
	case Would:
		return Hypothetical, "unreal"
	}
	switch {
	case k.Mood == Unreal:
		return Hypothetical, "unreal"
	case k.Tense == TenseFuture || k.Tense == TenseFuturePerfect:
		return Planned, "future"
	case k.Mood == Reported:
		return Alleged, "reported"
	}
	return Happened, ""
}

// depends reports whether a clause only holds on a condition that stands
// before it.
func (g *Grammar) depends(c int) bool {
	k := &g.Clauses[c]
	if k.Finite < 0 {
		return false
	}
	for i := range g.Clauses {
		d := &g.Clauses[i]
		if d.Link != LinkIf || i == c {
			continue
		}
		if d.Parent == c && d.Head < k.Head && (d.Kind == ConditionalClause || k.Tense != TensePast) {
			return true
		}
		if d.Kind == ConditionalClause && g.words[d.Head].Rel == RelRoot && k.Parent == i {
			return true
		}
	}
	return false
}

// nounStatus reads what stands with a noun: "the alleged attack", "no talks",
// "das geplante Treffen".
func (g *Grammar) nounStatus(i int, v *Verdict) {
	if e := g.Edge(i); g.inCondition(i) && (e == NoEdge || e == EdgeObject || e == EdgeAdverbial && g.child(i, RelCase) < 0 || g.endsCondition(i)) {
		v.add("condition", g.conditionAt(i), Hypothetical) // a verb read as a noun
	}
	for _, w := range g.kids[i] {
		if g.rules.is(classNegation, g.low[w]) && len(g.kids[w]) == 0 {
			v.add("negated", w, Denied)
			continue
		}
		switch g.words[w].Rel {
		case RelAmod, RelCompound, RelAdvmod:
			if s := g.rules.cues[g.low[w]]; s != Happened {
				v.add("adjective", w, s)
			}
		}
	}
}

// endsCondition reports whether a noun stands where the verb of the condition
// that the sentence begins with would: "Should the river rise, …".
func (g *Grammar) endsCondition(i int) bool {
	return i == g.conditionEnd-1 && g.words[i].Head > i && g.child(i, RelCase) < 0
}

// outer reads what the words above say of word i.
func (g *Grammar) outer(i, depth int, v *Verdict) {
	at, rule := g.governorOf(i)
	if rule == nil {
		at, rule = g.before(i)
	}
	if rule != nil {
		above := g.judge(at, depth-1)
		s := rule.status
		switch {
		case g.words[at].POS == NOUN && above.Ruled && above.Status >= s: // "rejected the allegation that"
			v.take(above)
			if s == Alleged && above.Status == Cancelled { // "dropped the charges of"
				s = Denied
			} else {
				s = above.Status
			}
		case above.Status == Denied: // the governor is itself said not to be so
			if above.Ruled {
				v.take(above)
			}
			s = rule.negated
		case s == Happened:
			s = above.Status
		}
		v.add(rule.name, at, s)
		v.Ruled = true
		return
	}
	h := g.words[i].Head
	if h < 0 {
		return
	}
	g.ungoverned(i, h, depth, v)
}

// ungoverned reads what the words above say of word i where no row governs it.
func (g *Grammar) ungoverned(i, h, depth int, v *Verdict) {
	c := g.clauseHead(i)
	switch {
	case g.words[i].Rel == RelConj:
		g.outer(h, depth-1, v)
	case c < 0: // a noun: what the clause's mood says of its parts
		if e := g.Edge(i); e == EdgeObject || e == EdgeSubject || e == EdgePassive {
			if pc := g.clauseHead(h); pc >= 0 {
				if s, name := moodStatus(&g.Clauses[pc]); s != Happened {
					v.add(name, h, s)
				} else if e != EdgeSubject && g.judge(h, depth-1).Status == Alleged { // "accused of ordering the massacre"
					v.add("above", h, Alleged)
				}
			}
		}
	case g.Clauses[c].Kind == InfinitiveClause:
		if !g.Clauses[c].Complete {
			v.add("infinitive", i, Planned)
		}
		g.under(h, depth, v)
	case g.Clauses[c].Kind == ParticipleClause:
		g.under(h, depth, v)
	}
}

// under lets the mood of the clause above weigh in, not its negation.
func (g *Grammar) under(h, depth int, v *Verdict) {
	if g.clauseHead(h) < 0 {
		return
	}
	if above := g.judge(h, depth-1); above.Status != Denied && above.Status != Happened {
		v.add("above", h, above.Status)
	}
}
