package refer

// noneFeatures are those of the choice that nobody of the article's is meant.
func (x *reading) noneFeatures(a *asking, options []option) []Feature {
	what, kase := uint8(a.what), uint8(a.kase)
	rivals := upTo(a.rivals)
	out := []Feature{
		feature(tNone, what, kase),
		feature(tNoneRivals, what, kase, rivals),
		feature(tNoneQuote, what, bit(a.quoted), rivals),
		feature(tNonePlace, what, uint8(a.place), bit(a.question.First == x.scene.Doc.Sentences[x.sentence].First)),
	}
	if a.noun == nil {
		return append(out, feature(tNoneCue, what, a.cue, kase), feature(tNoneCueRivals, what, a.cue, rivals))
	}
	called := false
	for i := range options {
		exact, end := inHeads(a.noun.Word, x.entities[options[i].entity].heads)
		called = called || exact || end
	}
	out = append(out, feature(tNoneDet, what, uint8(a.noun.Det), bit(called)))
	return append(out, feature(tOwn, what, bit(a.noun.Entity >= 0), uint8(a.noun.Det), bit(a.noun.Modified)))
}

// features are those of the choice of an entity.
func (x *reading) features(a *asking, o *option, options []option) []Feature {
	e := &x.entities[o.entity]
	what, kase, kind, dist := uint8(a.what), uint8(a.kase), uint8(e.kind), o.dist
	last := o.last
	at := uint8(x.placeOf(&last))
	if !o.ahead {
		e.last.place, e.last.known = last.place, true
	}
	sent := &x.scene.Doc.Sentences[x.sentence]
	rank := upTo(o.rank)
	here := dist == 0 || o.ahead
	same := here && x.sameClause(min(last.Last, a.question.First), max(last.First, a.question.First))
	out := make([]Feature, 0, 32)
	out = append(out,
		feature(tKind, what, kase, kind, bit(e.nameless)),
		feature(tGender, what, kind, o.gender, o.number),
		feature(tDist, what, kase, dist),
		feature(tDistPlace, what, kase, dist, at),
		feature(tRank, what, rank, dist),
		feature(tForm, what, uint8(last.Form), dist),
		feature(tPlace, what, at, kind),
		feature(tParallel, what, uint8(a.place), at, dist),
		feature(tCount, what, upTo(e.count), kind),
		feature(tFrequent, what, bit(x.mostNamed(o, options)), dist),
		feature(tTitle, what, bit(e.titled), kind),
		feature(tVoice, what, x.voice(a, last), dist),
		feature(tFit, what, o.fit, upTo(a.rivals), dist),
		feature(tBetween, what, upTo(o.between), kase),
		feature(tSubject, what, kase, bit(e.subject >= 0 && e.subject == x.sentence-1)),
		feature(tKindDist, what, kind, dist, kase),
		feature(tNameless, what, bit(e.nameless), kind, dist),
		feature(tCue, what, a.cue, kind),
	)
	if here {
		out = append(out, feature(tClause, what, kase, bit(same), at))
	}
	if o.fit > 0 {
		det := uint8(0)
		if a.noun != nil {
			det = uint8(a.noun.Det)
		}
		out = append(out, feature(tOnly, what, bit(a.rivals == 1), kind, det))
	}
	out = append(out, feature(tParagraph, what, bit(last.sentence >= 0 && x.scene.Doc.Sentences[max(last.sentence, 0)].Block == sent.Block), dist))
	if a.noun == nil {
		return out
	}
	return x.nounFeatures(a, o, e, out)
}

// nounFeatures are those that compare a noun with what the entity is called.
func (x *reading) nounFeatures(a *asking, o *option, e *seen, out []Feature) []Feature {
	what, kind, det := uint8(a.what), uint8(e.kind), uint8(a.noun.Det)
	exact, end := inHeads(a.noun.Word, e.heads)
	return append(out,
		feature(tHead, what, bit(exact), kind, o.dist),
		feature(tHeadDet, what, bit(exact), det, bit(a.noun.Modified)),
		feature(tInName, what, bit(end), det, kind),
		feature(tModified, what, bit(a.noun.Modified), bit(end), kind),
		feature(tClass, what, o.class, kind, det),
		feature(tOwn, what, 2+bit(o.entity == a.noun.Entity), det, bit(a.noun.Entity >= 0)),
	)
}

// mostNamed tells whether no other choice that fits has been named as often.
func (x *reading) mostNamed(o *option, options []option) bool {
	n := x.entities[o.entity].count
	for i := range options {
		if p := &options[i]; p.entity != o.entity && p.fit > 0 && x.entities[p.entity].count >= n {
			return false
		}
	}
	return true
}

// The voices: whose words a pronoun and the last mention stand in.
const (
	noVoice  uint8 = iota
	speaking       // the mention stands outside of the quotation that the pronoun stands in
	quoted         // both stand in quotations
	outside        // the mention stands in one, the pronoun does not
)

func (x *reading) voice(a *asking, last spot) uint8 {
	there := x.quoted[last.First]
	switch {
	case a.quoted && !there:
		return speaking
	case a.quoted:
		return quoted
	case there:
		return outside
	}
	return noVoice
}
