package event

import (
	"sort"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event/model"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// Options steer the finder.
type Options struct {
	Threshold int        // confidence per cent from which an event is published; 0: the default
	Model     *model.Set // by which candidates are judged; nil: the one built in
	Trace     bool       // tell why each event is as it is, in Event.Decisions
}

// Input is what the earlier stages found in one article.
type Input struct {
	Article *article.Article
	Doc     *segment.Doc
	Syntax  *syntax.Doc // without it a sentence is one clause, and its verbs tell nothing
	Timexes timex.Result
	Actors  actor.Result
}

// Finder finds the events of one language. It may be used from many
// goroutines at once.
type Finder struct {
	lex       *lexicon
	threshold int
	model     *model.Set
	trace     bool
}

// New compiles a language's lexicons. An error means that a table is broken.
func New(pack *lang.Pack, opt Options) (*Finder, error) {
	lex, err := compile(pack)
	if err != nil {
		return nil, err
	}
	f := &Finder{lex: lex, threshold: opt.Threshold, model: opt.Model, trace: opt.Trace}
	if f.model == nil {
		if f.model, err = model.Load(); err != nil {
			return nil, err
		}
	}
	if f.threshold == 0 {
		f.threshold = defaultThreshold
	}
	return f, nil
}

// longestSentence is how many tokens a sentence may have; what is longer is a
// list or a table, and would cost more than its length.
const longestSentence = 300

// Find gives all candidate events in order of place; Published says which
// pass the status rules and the threshold. Several mentions of one happening
// are one event with several sources.
func (f *Finder) Find(in Input) []Event {
	v := f.collect(in)
	v.judge(nil)
	all := v.join()
	v.rate(all, nil)
	v.castAll(all)
	out := make([]Event, 0, len(all))
	for _, c := range all {
		e := f.event(c, in)
		if f.trace {
			e.Decisions = v.decisions(c)
		}
		out = append(out, e)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Trigger.Start < out[j].Trigger.Start })
	return out
}

// collect finds the candidates of an article with what their own sentences
// say of them.
func (f *Finder) collect(in Input) *view {
	r := newReader(f.lex, in)
	cal := newCalendar(f.lex, in)
	var all []*candidate
	sents := make([]*sentence, len(in.Doc.Sentences))
	for n, src := range in.Doc.Sentences {
		if src.Last-src.First > longestSentence {
			continue
		}
		s := r.read(n)
		sents[n] = s
		f.lex.split(s)
		cal.next(s, in.Doc.Sentences[n].Block)
		list := f.sentence(s, in, cal)
		f.numbered(list, all)
		all = append(all, f.source(list, all)...)
	}
	return f.newView(in, cal, all, sents)
}

// sentence finds and rates the candidates of one sentence.
func (f *Finder) sentence(s *sentence, in Input, cal *calendar) []*candidate {
	list := f.lex.candidates(s)
	list, quoted := apartFrom(list)
	s.times = cal.times(s)
	for _, c := range quoted {
		c.status = f.lex.statusOf(c, cal.dct)
		c.reason = []Feature{{"in a quotation", 0}}
	}
	for _, c := range list {
		c.date = cal.of(c)
		list = append(list, f.several(c, cal)...)
	}
	for _, c := range list {
		c.status = f.lex.statusOf(c, cal.dct)
		cal.retense(c)
		if !c.date.own {
			c.date = cal.infer(c)
		}
		f.lex.cast(c, in)
		f.findSeries(c, in)
		f.score(c, in)
	}
	cal.order(s, list)
	for _, c := range list {
		cal.set(c)
	}
	cal.tell(list)
	beside := f.beside(s, in, cal, list, quoted)
	beside = f.withoutTellers(beside, list)
	list = f.withoutTellers(f.attributions(list), beside)
	for _, c := range list {
		for _, n := range list {
			if c.class == classCancel && !c.nominal && n.nominal && (n.clause == c.clause || n.clause == s.clauses[c.clause].coord) && n.status == Cancelled {
				c.drop, c.gone = true, true
				if !n.date.own && c.date.own {
					n.date = c.date
					n.status = f.lex.statusOf(n, cal.dct) // put off, it is planned for that day
				}
			}
		}
	}
	f.rival(list)
	return append(append(list, beside...), quoted...)
}

// source drops a sentence that only names the source of the one before, "Das
// teilte die Firma am Dienstag mit", and lends its day to what that one tells.
func (f *Finder) source(list, before []*candidate) []*candidate {
	for _, c := range list {
		if c.nominal || c.quoted || c.verb < 0 || c.clause != 0 || f.lex.verbs[c.verb].frame != frameSpeaks || !f.lex.thatFirst(c.sent) {
			continue
		}
		c.drop = true
		if !c.date.own || len(before) == 0 {
			continue
		}
		for k := len(before) - 1; k >= 0 && before[k].sent.index == c.sent.index-1; k-- {
			if e := before[k]; !e.nominal && !e.quoted && !e.drop && !e.date.own && (e.status == Happened || e.status == Alleged) {
				e.date = c.date.lends(c.date.when, "day on which its source told it")
				e.also, c.gone = append(e.also, c), true
				c.joinedBy.Value = "names its source"
				e.reason = append(e.reason, Feature{"the source's day", 8})
				e.score = min(99, e.score+8)
			}
		}
	}
	return list
}

// thatFirst reports whether a sentence begins with just "that", which stands
// for the whole sentence before.
func (x *lexicon) thatFirst(s *sentence) bool {
	return len(s.words) > 2 && s.words[0].is(tagThat) && (s.words[1].verbal == finite)
}

// apartFrom puts the candidates of quotations apart from the article's own.
func apartFrom(list []*candidate) (own, quoted []*candidate) {
	for _, c := range list {
		if c.quoted {
			quoted = append(quoted, c)
		} else {
			own = append(own, c)
		}
	}
	return own, quoted
}

// attributions drops verbs of saying that only name the source of the
// sentence: "..., the court announced."
func (f *Finder) attributions(list []*candidate) []*candidate {
	for _, c := range list { // "the office informed that ...": what it says is the event
		for _, d := range list {
			if !c.nominal && c.verb >= 0 && f.lex.verbs[c.verb].frame == frameSpeaks && c.class == classWeak && !c.date.own &&
				!d.nominal && d.clause > c.clause && d.class == classEvent && (d.status == Happened || d.status == Alleged) && d.date.own {
				c.drop = true
			}
		}
	}
	return f.withoutTellers(list, list)
}

// rival keeps one of several candidates that tell of the same.
func (f *Finder) rival(list []*candidate) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.drop || b.drop || a.date.when != b.date.when || f.apart(a, b) {
				continue
			}
			if a.score >= b.score && !b.leads(a) || a.leads(b) {
				b.drop = true
			} else {
				a.drop = true
			}
		}
	}
}

// leads reports whether d only adds in a participle what came of c: "police
// fired at the crowd, injuring five".
func (c *candidate) leads(d *candidate) bool {
	if c.nominal || d.nominal || c.clause < 0 || d.clause < 0 || c.score < strongScore {
		return false
	}
	k := &d.sent.clauses[d.clause]
	return k.kind == partClause && k.parent == c.clause && c.sent.clauses[c.clause].fin >= 0 && c.score+30 > d.score
}

// apart reports whether two candidates of a sentence tell of different things:
// finite clauses of their own, with verbs of happening.
func (f *Finder) apart(a, b *candidate) bool {
	if len(a.mute) > 0 && len(b.mute) > 0 {
		return true
	}
	if !a.tells() || !b.tells() || a.clause == b.clause {
		return false
	}
	ka, kb := &a.sent.clauses[a.clause], &b.sent.clauses[b.clause]
	return ka.fin >= 0 && kb.fin >= 0 && ka.parent != b.clause && kb.parent != a.clause
}

// tells reports whether a candidate is a verb of happening, or a noun that a verb only
// supports, in a clause.
func (c *candidate) tells() bool {
	return c.clause >= 0 && c.class == classEvent && (!c.nominal || c.support)
}

// leans reports whether an event is told of a pronoun that nobody has
// resolved, so that it leans on other sentences.
func (f *Finder) leans(c *candidate) bool {
	if c.clause < 0 {
		return false
	}
	k := &c.sent.clauses[c.clause]
	p := f.lex.subjectOf(c.sent, c.clause)
	if c.nominal && !(p.first <= c.trigger && c.trigger < p.last) && !c.support || k.verb < 0 || p.last-p.first != 1 {
		return false
	}
	w := &c.sent.words[p.first]
	if !w.is(tagPron|tagWe) || w.is(tagRel) && k.kind == relClause || w.mention >= 0 {
		return false
	}
	for i := range c.sent.clauses {
		if x := &c.sent.clauses[i]; x.kind == infClause && x.parent == c.clause {
			return false // "es gelang der Polizei, den Dieb zu fassen"
		}
	}
	return true
}

// aside reports whether a candidate is only told of what another verb says,
// in a form that neither says that it took place nor when: "suspects the
// driver of setting fire".
func (c *candidate) aside() bool {
	w := &c.sent.words[c.trigger]
	return !c.nominal && !c.date.own && c.trigger > 0 && w.verbal == gerund && c.sent.words[c.trigger-1].is(tagPrep)
}

// By how much the odds of events are tempered (hundredths) and raised
// (thousandths of a log odd).
const (
	tempered = 90
	raised   = 200
)

// sure turns the odds of an event into those that an editor wants it, in
// thousandths. The model of events is learned from candidates that were judged
// by models of three quarters of the articles, and those of all judge better: by
// cross-validation, what lay in the middle was wanted more often than it said.
func sure(odds int) int { return odds*tempered/100 + raised }

// event makes the result of a candidate.
func (f *Finder) event(c *candidate, in Input) Event {
	s := c.sent
	w := &s.words[c.trigger]
	e := Event{
		When: c.when(in).String(), Kind: c.kind.public(), Status: c.status, Basis: c.date.basis, Confidence: model.PerMille(sure(c.odds)) / 10,
		Trigger: w.Span, Parts: c.parts, Places: c.places, Series: c.series, Features: c.reason,
	}
	if c.date.basis == "" {
		e.Basis = None
	}
	e.Sources = c.sources(in)
	e.Published = !c.aside() && e.Confidence >= f.threshold && e.Basis != None && e.When != "" && !e.Status.Unreal()
	return e
}
