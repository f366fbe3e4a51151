package event

import (
	"slices"
	"sort"
	"strconv"

	"fasti/extract/article"
	"fasti/extract/timex"
)

// Decision is why an event is as it is in one respect.
type Decision struct {
	What   string         // "when", "direction", "status", "kind", "subject", "part", "joined", "title"; of a timeline "merged"
	Of     string         // of "part": the actor's id; of "when": the sentence whose words carry the date
	Value  string         // what was decided
	Rule   string         // the row or rule that said so; "weights": only the model did
	Spans  []article.Span // the words that it rests on, in Article.Text
	Others []Alternative  // what else it might have been, the likeliest first
}

// Alternative is another outcome of a decision.
type Alternative struct {
	Value string
	Odds  int // thousandths of log odds, to compare with its fellows
}

// byWeights is the rule of what only the weights of a model say.
const byWeights = "weights"

// shown is how many alternatives a decision tells.
const shown = 3

// Likeliest sorts alternatives and keeps the first few.
func Likeliest(all []Alternative) []Alternative {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Odds > all[j].Odds })
	return all[:min(shown, len(all))]
}

// datesBut notes the dates that a candidate might have had besides its own.
func (c *candidate) datesBut(all []choice) {
	c.otherDates = nil
	for i := range all {
		if o := &all[i]; o.date.when != c.date.when {
			c.otherDates = append(c.otherDates, Alternative{o.date.when.String(), o.odds})
		}
	}
	c.otherDates = Likeliest(c.otherDates)
}

// decisions tells why an event is as it is.
func (v *view) decisions(c *candidate) []Decision {
	out := []Decision{v.whenDecision(c)}
	if d, ok := v.directionDecision(c); ok {
		out = append(out, d)
	}
	out = append(out, v.statusDecision(c), v.kindDecision(c))
	s := c.sent
	if c.clause >= 0 {
		d := Decision{What: "subject", Rule: "tree"}
		p := v.f.lex.subjectOf(s, c.clause)
		if p.first < p.last {
			at := article.Span{Start: s.words[p.first].Start, End: s.words[p.last-1].End}
			d.Value, d.Spans = at.Of(v.in.Article.Text), []article.Span{at}
			out = append(out, d)
		}
	}
	out = append(out, c.cast...)
	for _, m := range v.joined(c) {
		out = append(out, m.joinDecision(c))
	}
	return out
}

// joined are the candidates that were joined to one.
func (v *view) joined(c *candidate) []*candidate {
	var out []*candidate
	for _, n := range c.mates {
		out = append(out, v.judged[n])
	}
	for _, m := range c.also {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// joinDecision tells why a candidate is one event with another, which tells it best.
func (c *candidate) joinDecision(best *candidate) Decision {
	by := c.joinedBy
	if by.Value == "" { // the first of them: the others were joined to it
		by = best.joinedBy
	}
	d := Decision{What: "joined", Value: "sentence " + strconv.Itoa(c.sent.index+1), Rule: by.Value, Spans: []article.Span{c.sent.words[c.trigger].Span}}
	if by.Odds > 0 {
		d.Others = []Alternative{{"another event", -by.Odds}}
	}
	return d
}

// whenDecision tells where the date of a candidate comes from: of is the sentence
// whose words carry it.
func (v *view) whenDecision(c *candidate) Decision {
	d := Decision{What: "when", Value: c.date.when.String(), Rule: string(c.date.basis), Others: c.otherDates}
	if c.date.basis == "" {
		d.Rule = string(None)
	}
	if c.date.rule != "" && !c.date.own {
		d.Rule += ": " + c.date.rule
	}
	if c.date.from > 0 {
		d.Of, d.Spans = "sentence "+strconv.Itoa(c.date.from), []article.Span{c.date.span}
		if t := v.timexAt(c.date.span); t != nil {
			d.Rule += " " + t.Rule
		}
	}
	return d
}

// timexAt gives the first time expression within a stretch of the text, nil if there
// is none.
func (v *view) timexAt(at article.Span) *timex.Timex {
	for i := range v.in.Timexes.Timexes {
		if t := &v.in.Timexes.Timexes[i]; at.Contains(t.Span) {
			return t
		}
	}
	return nil
}

// directionDecision tells on which side of the day of publication a date was put
// whose words alone leave that open, and from where it was moved.
func (v *view) directionDecision(c *candidate) (Decision, bool) {
	d := Decision{What: "direction", Value: "of that day", Rule: c.date.rule, Spans: []article.Span{c.date.span}}
	dct, known := v.cal.dct.Earliest()
	if !known || !c.date.own || c.date.basis != Relative && c.date.basis != Inferred {
		return d, false
	}
	switch {
	case earlier(c.date.when, dct):
		d.Value = "before"
	case later(c.date.when, dct):
		d.Value = "after"
	}
	if d.Rule != "" && c.date.read != c.date.when {
		d.Others = []Alternative{{c.date.read.String(), 0}}
	} else if t := v.timexAt(c.date.span); t != nil {
		d.Rule = t.Rule
	}
	return d, true
}

// statusDecision tells what says whether a candidate took place; the alternatives
// are what others of these words say.
func (v *view) statusDecision(c *candidate) Decision {
	d := Decision{What: "status", Value: string(c.status), Rule: "nothing says otherwise"}
	t := c.sent.grammar()
	st := Happened
	if t.clause(c.trigger) >= 0 {
		st = v.f.lex.treeStatus(c, t)
		verdict := c.judged(t, t.in(c.trigger))
		for _, s := range verdict.Steps {
			if s.Status == verdict.Status {
				d.Rule = s.Rule
			}
			if s.Word >= 0 { // a whole clause has none
				d.Spans = append(d.Spans, t.Words[s.Word].Span)
			}
			d.other(statusFrom[s.Status])
		}
		if statusFrom[verdict.Status] != st {
			d.Rule = "as true as its verb"
			d.other(statusFrom[verdict.Status])
		}
	}
	if now, rule := v.f.lex.dated(c, st, v.cal.dct); rule != "" && now == c.status {
		d.Rule = rule
		d.other(st)
	}
	return d
}

// other notes a status that it might have been.
func (d *Decision) other(st Status) {
	o := Alternative{Value: string(st)}
	if o.Value != d.Value && !slices.Contains(d.Others, o) {
		d.Others = append(d.Others, o)
	}
}

func (v *view) kindDecision(c *candidate) Decision {
	d := Decision{What: "kind", Value: string(c.kind.public()), Rule: byWeights, Spans: []article.Span{c.sent.words[c.trigger].Span}}
	if string(v.tableKind(c)) == d.Value {
		d.Rule = "tables"
	}
	b := &bag{}
	b.reset(v.f.model.Kind)
	v.sense(c, b)
	for k, name := range v.f.model.Kind.Columns {
		if name != d.Value {
			d.Others = append(d.Others, Alternative{name, b.sum(k)})
		}
	}
	d.Others = Likeliest(d.Others)
	return d
}
