package reports

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
	"fasti/internal/edtf"
)

const (
	narrow = 3  // days up to which a date belongs to its first day
	wide   = 62 // days up to which it belongs to a month, else to a year
)

// key is under which a report meets others: the day, the month or the year of
// its date. What has no date meets nobody. A day that is too much for one
// process is cut up by who takes part.
func key(r *Report, split int) string {
	k := timeKey(r)
	if split > 1 {
		k += fmt.Sprintf("/%03d", hashed(foremost(r))%uint32(split))
	}
	return k
}

func timeKey(r *Report) string {
	d, err := edtf.Parse(r.When)
	switch {
	case err != nil, d.IsZero():
		return fmt.Sprintf("undated/%08x", hashed(r.Article.Name))
	case d.YearUnknown():
		return "yearly/" + strings.TrimRight(strings.TrimPrefix(d.String(), "XXXX-"), "~?%")
	}
	from, ok := d.Earliest()
	to, bounded := d.Latest()
	if !ok {
		from = to
	}
	text := from.String()
	switch days := to.Ordinal() - from.Ordinal() + 1; {
	case !ok && !bounded:
		return fmt.Sprintf("undated/%08x", hashed(r.Article.Name))
	case !bounded || days > wide:
		return text[:max(0, len(text)-len("-01-01"))]
	case days > narrow:
		return text[:max(0, len(text)-len("-01"))]
	}
	return text
}

// foremost is who stands first in a report, in a form that other articles
// share: what tables know it by, a person's family name, a name without case
// and marks.
func foremost(r *Report) string {
	for _, p := range r.Parts {
		for i := range r.Actors {
			a := &r.Actors[i]
			switch {
			case a.ID != p.Actor || a.Generic || a.Kind == actor.Place:
			case a.Known != "":
				return a.Known
			case a.Kind == actor.Person:
				return namekey.Split(a.Name).Key()
			default:
				return cmp.Or(namekey.Fold(a.Name), a.Name)
			}
		}
	}
	if len(r.Places) > 0 {
		return namekey.Skeleton(r.Places[0])
	}
	return string(r.Kind)
}

// hashed spreads texts evenly, the same on every machine.
func hashed(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// Shard is a share of the keys: number I of N, from 1. The zero value is all.
type Shard struct{ I, N int }

// Has tells whether a key belongs to the share.
func (s Shard) Has(key string) bool {
	return s.N < 2 || int(hashed(key)%uint32(s.N)) == s.I-1
}
