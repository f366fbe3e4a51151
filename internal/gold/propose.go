package gold

import (
	"cmp"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/ledger"
)

// often is how many equal corrections make a proposal.
const often = 2

// untrusted is how many dates of a source people have to have corrected, and
// what part of those that they decided on, before it is proposed not to trust
// its dates.
const untrusted, untrustedPart = 3, 3

// proposals are what people corrected again and again.
func proposals(c *ledger.Content, vs []*verdict, publisher map[string]string) []Proposal {
	n := map[Proposal]int{}
	wrong, all := map[string]int{}, map[string]int{}
	for _, v := range vs {
		papers := map[string]bool{}
		for _, s := range v.e.Sources {
			papers[cmp.Or(publisher[s.Article], s.Article)] = true
		}
		for p := range papers {
			all[p]++
			if v.errors[Date] {
				wrong[p]++
			}
		}
		if v.errors[Kind] {
			for _, w := range triggers(v.e) {
				n[Proposal{What: "kind", Key: w, Value: v.e.Kind}]++
			}
		}
	}
	for p, k := range wrong {
		if k >= untrusted && k*untrustedPart >= all[p] {
			n[Proposal{What: "dates", Key: p, Value: "not to be trusted"}] = k
		}
	}
	names(c, n)
	out := []Proposal{}
	for p, k := range n {
		if k >= often {
			p.Times = k
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Proposal) int {
		return cmp.Or(b.Times-a.Times, strings.Compare(a.What, b.What), strings.Compare(a.Key, b.Key), strings.Compare(a.Value, b.Value))
	})
	return out
}

// triggers are the words that carry an event, each once.
func triggers(e *ledger.Event) []string {
	var out []string
	for _, s := range e.Sources {
		if w := strings.ToLower(s.Trigger); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// names counts which actors people put in the place of which.
func names(c *ledger.Content, n map[Proposal]int) {
	for _, a := range c.Log().Live() {
		if a.Act != decisions.Set || a.Key != "actors" || a.Event == "" {
			continue
		}
		was, _, _ := strings.Cut(a.Old, " ")
		now, _, _ := strings.Cut(a.New, " ")
		if was != "" && now != "" && was != now {
			n[Proposal{What: "name", Key: was, Value: now}]++
		}
	}
}
