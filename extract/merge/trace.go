package merge

import (
	"fmt"
	"strings"

	"fasti/extract/event"
)

// told says in words why two items were joined.
func (g *judged) told() string {
	return fmt.Sprintf("%d points of %d: %s", g.score, enough, strings.Join(g.why, ", "))
}

// decisions tells why an event is what it is where its reports differ: which were
// joined and for which points, whose date, status and title it has, and what the
// others say. Odds are how many reports support a date.
func (c *cluster) decisions(e *Event) []event.Decision {
	var out []event.Decision
	for _, l := range c.links {
		a, b := l.a, l.b
		if b.order < a.order {
			a, b = b, a
		}
		out = append(out, event.Decision{What: "merged", Of: a.ref(), Value: b.ref(), Rule: l.rule})
	}
	if len(c.items) < 2 {
		return out
	}
	when := event.Decision{What: "when", Value: e.When, Rule: string(e.Basis)}
	claims := claimsOf(c.items)
	for _, x := range claims {
		if text := x.when.String(); text != e.When {
			when.Others = appendNew(when.Others, event.Alternative{Value: text, Odds: support(x, claims)})
		} else {
			when.Rule = fmt.Sprintf("%s, supported by %d", e.Basis, support(x, claims))
		}
	}
	for _, it := range c.items {
		if it.fixed != "" {
			when.Rule = "a person's"
		}
	}
	status := event.Decision{What: "status", Value: string(e.Status), Rule: "what came of a plan holds before the plan"}
	title := event.Decision{What: "title", Value: e.Title, Rule: "the wished language, worded, the surest"}
	for _, it := range c.items {
		if s := it.ev.Status; s != e.Status {
			status.Others = appendNew(status.Others, event.Alternative{Value: string(s)})
		}
		switch {
		case it.ev.Title != e.Title:
			title.Others = appendNew(title.Others, event.Alternative{Value: it.ev.Title})
		case title.Of == "":
			title.Of = it.ref()
		}
	}
	if len(status.Others) == 0 {
		status.Rule = "all reports say so"
	}
	return append(out, when, status, title)
}

// appendNew adds an alternative of which the list has none yet.
func appendNew(list []event.Alternative, a event.Alternative) []event.Alternative {
	for _, x := range list {
		if x.Value == a.Value {
			return list
		}
	}
	return append(list, a)
}
