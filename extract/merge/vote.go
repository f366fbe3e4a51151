package merge

import (
	"cmp"
	"slices"

	"fasti/extract/event"
	"fasti/internal/edtf"
)

// claim is a date on one basis, with the reports that make it. Sentences with
// the same words are one report, however many papers print them.
type claim struct {
	when   edtf.Date
	basis  event.Basis
	day    int64 // of the first article
	weight int
}

// vote picks the date of an event: a person's before all; else the most
// precise that most independent reports support. A report supports a date
// that lies within its own ("in February" supports the 6th). Reports that give
// a date by their own words count double beside those that inherit it or are
// only fresh.
func vote(items []*item) (when string, basis event.Basis) {
	for _, it := range items {
		if it.fixed != "" {
			return it.fixed, it.ev.Basis
		}
	}
	claims := claimsOf(items)
	if len(claims) == 0 {
		return "", event.None
	}
	best := slices.MinFunc(claims, func(a, b claim) int {
		return cmp.Or(
			-cmp.Compare(support(a, claims), support(b, claims)),
			cmp.Compare(width(a.when), width(b.when)),
			cmp.Compare(a.basis.Rank(), b.basis.Rank()),
			cmp.Compare(a.day, b.day),
			edtf.Compare(a.when, b.when),
		)
	})
	return best.when.String(), best.basis
}

func support(c claim, claims []claim) int {
	n := 0
	for _, o := range claims {
		if o.when == c.when || edtf.Contains(o.when, c.when) {
			n += o.weight
		}
	}
	return n
}

// claimsOf gathers the reports' dates; copies of a sentence count once.
func claimsOf(items []*item) []claim {
	type key struct {
		when  edtf.Date
		basis event.Basis
	}
	at := map[key]int{}
	said := map[string]bool{}
	var out []claim
	for _, it := range items {
		words := textOf(it.res, it.ev.Sources[0].Span) + "\x00" + it.ev.When
		if it.when.IsZero() || said[words] {
			continue
		}
		said[words] = true
		weight := 1
		if it.ev.Basis.Rank() <= 2 {
			weight = 2
		}
		k := key{it.when, it.ev.Basis}
		if i, ok := at[k]; ok {
			out[i].weight += weight
			continue
		}
		at[k] = len(out)
		out = append(out, claim{it.when, it.ev.Basis, it.day, weight})
	}
	return out
}

// width is the number of days a date can be; unknown is wider than all.
func width(d edtf.Date) int64 {
	if n, ok := d.Days(); ok {
		return n
	}
	return 1 << 40
}
