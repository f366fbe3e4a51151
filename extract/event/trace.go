package event

import (
	"sort"

	"fasti/extract/article"
)

// Decision is why an event is as it is in one respect.
type Decision struct {
	What   string         // "when", "status", "kind", "subject", "part", "joined"
	Of     string         // of "part": the actor's id
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

// likeliest sorts alternatives and keeps the first few.
func likeliest(all []Alternative) []Alternative {
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
	c.otherDates = likeliest(c.otherDates)
}

// decisions tells why an event is as it is.
func (v *view) decisions(c *candidate) []Decision {
	out := []Decision{v.whenDecision(c), v.statusDecision(c), v.kindDecision(c)}
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
	if len(c.also) > 0 {
		d := Decision{What: "joined", Rule: byWeights}
		for _, a := range c.also {
			d.Spans = append(d.Spans, a.sent.words[a.trigger].Span)
		}
		out = append(out, d)
	}
	return out
}

func (v *view) whenDecision(c *candidate) Decision {
	d := Decision{What: "when", Value: c.date.when.String(), Rule: string(c.date.basis), Others: c.otherDates}
	if c.date.own && c.date.first < c.date.last && c.date.last <= len(c.sent.words) {
		w := c.sent.words[c.date.first:c.date.last]
		d.Spans = []article.Span{{Start: w[0].Start, End: w[len(w)-1].End}}
		for i := range w {
			if w[i].timex >= 0 {
				d.Rule += " " + v.in.Timexes.Timexes[w[i].timex].Rule
				break
			}
		}
		return d
	}
	if c.date.basis == Inherited { // the words stand in another sentence
		for n := len(v.sents) - 1; n >= 0; n-- {
			if v.sents[n] == nil {
				continue
			}
			for i := range v.sents[n].times {
				if t := &v.sents[n].times[i]; t.d.when == c.date.when {
					d.Rule = string(c.date.basis) + " " + t.t.Rule
					d.Spans = []article.Span{t.t.Span}
				}
			}
		}
	}
	return d
}

func (v *view) statusDecision(c *candidate) Decision {
	d := Decision{What: "status", Value: string(c.status), Rule: "nothing says otherwise"}
	t := c.sent.grammar()
	if t.clause(c.trigger) < 0 {
		return d
	}
	verdict := c.judged(t, t.in(c.trigger))
	for _, s := range verdict.Steps {
		if s.Status == verdict.Status {
			d.Rule = s.Rule
		}
		if s.Word >= 0 { // a whole clause has none
			d.Spans = append(d.Spans, t.Words[s.Word].Span)
		}
	}
	if statusFrom[verdict.Status] != c.status {
		d.Rule = "its date or its clause"
	}
	return d
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
	d.Others = likeliest(d.Others)
	return d
}
