package event

import "fasti/internal/edtf"

// candidate is one possible event of a sentence, on its way to an Event.
type candidate struct {
	sent    *sentence
	clause  int
	trigger int // word
	nominal bool
	verb    int32 // lexicon entry, -1 for nouns
	noun    nounForm
	kind    Kind
	class   class
	company bool // the words beside it gave the kind
	support bool // a noun whose verb only supports it ("findet statt")
	done    bool // a past participle before the noun to which it was done: "der am Montag festgenommene Roe"
	active  bool // one whose verb has no passive: "das am Montag gesunkene Schiff"

	date    dated
	status  Status
	parts   []Part
	places  []string
	series  *Series
	score   int
	reason  []Feature
	content int32        // the verb of what is decided, or 0
	mute    []piece      // words about the other dates of its verb
	drop    bool         // another one tells the same better
	quoted  bool         // stands in a quotation, so it is no event of this article
	gone    bool         // joined to another one
	also    []*candidate // further mentions
	extra   bool         // a candidate only for the date in its clause
	odds    int          // log odds that an editor wants it with its date, in thousandths
	number  int          // its place among those that are judged
	mates   []int        // numbers of those joined to it

	otherDates []Alternative // that it might have had
	joinedBy   Alternative   // the rule that joined it to what was told before, and the log odds of that
	cast       []Decision    // who takes part
}

// candidates lists the possible events of a sentence.
func (x *lexicon) candidates(s *sentence) []*candidate {
	var out []*candidate
	for n := range s.clauses {
		c := &s.clauses[n]
		if c.lex < 0 || c.verb < 0 {
			continue
		}
		if s.words[c.lex].quoted {
			if !x.happens(s, n) {
				v := &x.verbs[c.verb]
				out = append(out, &candidate{sent: s, clause: n, trigger: c.lex, verb: c.verb, kind: v.kind, class: v.class, quoted: true})
			}
			continue
		}
		v := &x.verbs[c.verb]
		if v.class == classEvent || v.class == classWeak || v.class == classCancel || v.class == classDeny || v.class == classOpen || !x.happens(s, n) {
			out = append(out, &candidate{sent: s, clause: n, trigger: c.lex, verb: c.verb, kind: v.kind, class: v.class})
		}
	}
	for _, c := range out { // before their nouns ask what they do
		x.kindByCompany(s, c)
	}
	for i := range s.words {
		w := &s.words[i]
		if w.quoted {
			continue
		}
		if w.verbal == attributed || w.verbal == notVerb && x.verbLast && formsOf(w)&fAttr != 0 && !w.capital() {
			if c := x.attributedEvent(s, i); c != nil {
				out = append(out, c)
			}
			continue
		}
		if !w.isNoun || w.verbal != notVerb && w.verbal != attributed {
			continue
		}
		n := &x.nouns[w.noun.noun]
		c := &candidate{sent: s, clause: w.clause, trigger: i, nominal: true, verb: -1, noun: w.noun, kind: n.kind, class: n.class}
		if w.clause >= 0 {
			k := &s.clauses[w.clause]
			if k.verb >= 0 {
				vc := x.verbs[k.verb].class
				c.support = vc == classSupport || vc == classAspect || x.cancelled(c) || x.isWord("takes-place", x.verbs[k.verb].lemma)
			}
			c.support = c.support || x.exists(s, k) && x.preposition(s, i-w.nounLen+1) < 0
			if p := x.carrier(c); p >= 0 && k.subject.first <= i && i < k.subject.last {
				c.support = true
			}
		}
		out = append(out, c)
	}
	for _, c := range out {
		if !c.company {
			x.kindByNoun(s, c)
			x.kindByCompany(s, c)
		}
	}
	return x.carry(s, out)
}

// exists reports whether a clause only says that there was something: "there
// was a clash", "gab es Proteste".
func (x *lexicon) exists(s *sentence, k *clause) bool {
	row := x.grammar["exist"]
	if len(row) != 2 || k.fin < 0 {
		return false
	}
	if k.verb >= 0 && x.verbs[k.verb].lemma != row[0] || k.verb < 0 && (row[0] != "be" || pickAux(s.words[k.fin].aux).verb != auxBe) {
		return false
	}
	for _, i := range [...]int{k.fin - 1, k.fin + 1} {
		if i >= 0 && i < len(s.words) && s.words[i].low == row[1] {
			return true
		}
	}
	return false
}

// kindByNoun lets a noun of happening in the clause say what the verb leaves
// open: "the trial began" is of the kind of trials, and who is hurt in a fire,
// by nobody, has met with an accident.
func (x *lexicon) kindByNoun(s *sentence, c *candidate) {
	if c.nominal || c.clause < 0 {
		return
	}
	k := &s.clauses[c.clause]
	open := c.kind == Other || c.kind == kindOpening
	if c.kind == Assault && k.lex >= 0 && k.any(s, tagRefl) {
		c.kind = Accident // "verletzte sich"
	}
	hurt := c.kind == Assault && k.passive && x.verbs[c.verb].frame == frameObject || c.kind == Death
	if !open && !hurt {
		return
	}
	k.each(func(i int) bool {
		w := &s.words[i]
		if !w.isNoun || w.verbal != notVerb {
			return true
		}
		kind := x.nouns[w.noun.noun].kind
		if open && kind != Other && (k.subject.first <= i && i < k.subject.last || x.preposition(s, i) < 0) || hurt && x.nouns[w.noun.noun].class == classEvent && (kind == Accident || kind == Disaster) {
			c.kind = kind
			return false
		}
		return true
	})
}

// happens reports whether a clause simply tells; verbs that are no happenings
// are kept as candidates only where they are ahead, denied or imagined.
func (x *lexicon) happens(s *sentence, n int) bool {
	c := &candidate{sent: s, clause: n, trigger: s.clauses[n].lex, verb: s.clauses[n].verb}
	return x.statusOf(c, edtf.Date{}) == Happened
}

// carry lets a decision have the kind of what is decided: "chose to step
// down" is the stepping down.
func (x *lexicon) carry(s *sentence, list []*candidate) []*candidate {
	for _, c := range list {
		if c.nominal || c.clause < 0 || c.kind != Agree {
			continue
		}
		for _, d := range list {
			if d == c || d.nominal || d.clause < 0 {
				continue
			}
			if k := &s.clauses[d.clause]; k.kind == infClause && k.parent == c.clause && d.class == classEvent {
				c.kind, c.content = d.kind, d.verb
				d.drop = true
			}
		}
	}
	return list
}

// decides reports whether a candidate is a decision or an announcement, so
// that a date in what is decided is not its own.
func (x *lexicon) decides(c *candidate) bool {
	return c.kind == Agree || c.kind == Statement || c.verb >= 0 && x.verbs[c.verb].class == classPlan
}

// timeBefore reports whether a time expression stands before the participle at
// word i in its phrase, right before it or before what else completes it: "der im
// November als Präsident abgetretene".
func (s *sentence) timeBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		w := &s.words[k]
		switch {
		case w.timex >= 0:
			return k == i-1 || s.framed(k)
		case isBreak(w), w.verbal == finite, w.verbal == participle, w.verbal == infinitive:
			return false
		}
	}
	return false
}

// framed reports whether an article opens the phrase whose first words before word
// k are a preposition at most: "der im November …".
func (s *sentence) framed(k int) bool {
	k = s.timeStart(k)
	if k > 0 && s.words[k-1].is(tagPrep) {
		k--
	}
	return s.articleBefore(k)
}

// timeStart is the first word of the run of time expressions that word k is in.
func (s *sentence) timeStart(k int) int {
	for k > 0 && s.words[k-1].timex >= 0 {
		k--
	}
	return k
}

// articleBefore reports whether an article stands right before word k.
func (s *sentence) articleBefore(k int) bool {
	return k > 0 && s.words[k-1].is(tagArt) && !s.words[k-1].is(tagPrep)
}

// attributedEvent makes an event of a participle before a noun that has its
// own date: "der gestern veröffentlichte Bericht".
func (x *lexicon) attributedEvent(s *sentence, i int) *candidate {
	if !s.timeBefore(i) {
		return nil
	}
	for _, f := range s.words[i].forms {
		if f.features&(fAttr|fPart) != 0 && x.verbs[f.verb].class == classEvent {
			return &candidate{sent: s, clause: s.words[i].clause, trigger: i, verb: f.verb, kind: x.verbs[f.verb].kind, class: classWeak, done: f.features&fPart1 == 0, active: x.verbs[f.verb].sein}
		}
	}
	return nil
}
