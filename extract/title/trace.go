package title

import (
	"slices"
	"strconv"
	"strings"

	"fasti/extract/article"
	"fasti/extract/event"
)

// decision tells why an event has its title: what was done to the words of the
// clause to make it, or that no wording was sure enough; the alternatives are the
// other wordings, the surest first.
func (w *Writer) decision(list []Wording, best *Wording, e *event.Event) event.Decision {
	d := event.Decision{What: "title", Value: e.Title, Spans: []article.Span{e.Trigger}}
	switch {
	case e.TitleIs == event.TitleWorded && best != nil && best.Text == e.Title:
		d.Rule = strings.Join(best.Features, ", ")
	case best != nil:
		d.Rule = "quotation: the surest wording has " + strconv.Itoa(best.Confidence) + " of " + strconv.Itoa(Line) + " per cent"
	default:
		d.Rule = "quotation: no wording"
	}
	for i := range list {
		x := &list[i]
		o := event.Alternative{Value: x.Text, Odds: w.weights.sum(x.Features) * 10}
		if x.Text != "" && x.Text != e.Title && !slices.ContainsFunc(d.Others, func(y event.Alternative) bool { return y.Value == o.Value }) {
			d.Others = append(d.Others, o)
		}
	}
	d.Others = event.Likeliest(d.Others)
	return d
}
