// Package selection makes files of a site out of merged events: those of many
// articles that a condition chooses.
package selection

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/reports"
	"fasti/internal/edtf"
)

// Where is a condition on events. The zero value takes all.
type Where struct {
	actors, kinds []string
	from, to      int64 // ordinals of days; 0 if open
	reports       int   // at least so many articles
}

// ParseWhere reads a condition: "actor=anna-kolbe from=2024-01-01 to=2024-03
// kind=election reports>=3". All parts must hold; an actor is named by id or by
// name with hyphens; of several kinds one must hold.
func ParseWhere(text string) (Where, error) {
	var w Where
	for _, part := range strings.Fields(text) {
		if n, ok := strings.CutPrefix(part, "reports>="); ok {
			v, err := strconv.Atoi(n)
			if err != nil || v < 0 {
				return w, fmt.Errorf("reports>=%s: %q is no number", n, n)
			}
			w.reports = v
			continue
		}
		key, value, ok := strings.Cut(part, "=")
		if !ok || value == "" {
			return w, fmt.Errorf("%q is no condition (write actor=ID, kind=WORD, from=DAY, to=DAY or reports>=N)", part)
		}
		if err := w.set(key, value); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (w *Where) set(key, value string) error {
	switch key {
	case "actor":
		w.actors = append(w.actors, namekey.Slug(value))
	case "kind":
		w.kinds = append(w.kinds, value)
	case "from", "to":
		d, err := edtf.Parse(value)
		if err != nil {
			return fmt.Errorf("%s=%s is no day (write 2024-02-07, 2024-02 or 2024): %w", key, value, err)
		}
		a, okA := d.Earliest()
		b, okB := d.Latest()
		if !okA || !okB {
			return fmt.Errorf("%s=%s is open at an end", key, value)
		}
		if key == "from" {
			w.from = a.Ordinal()
		} else {
			w.to = b.Ordinal()
		}
	default:
		return fmt.Errorf("no condition %q (actor, kind, from, to, reports>=)", key)
	}
	return nil
}

// Takes tells whether an event meets the condition. With a bound of time, an
// event whose date is not known does not.
func (w Where) Takes(e *reports.Event) bool {
	if e.Articles < w.reports || len(w.kinds) > 0 && !slices.Contains(w.kinds, string(e.Kind)) {
		return false
	}
	for _, a := range w.actors {
		if !slices.ContainsFunc(e.Actors, func(t reports.Taker) bool { return t.ID == a || t.Known == a || namekey.Slug(t.Name) == a }) {
			return false
		}
	}
	return w.inTime(e.When)
}

func (w Where) inTime(when string) bool {
	if w.from == 0 && w.to == 0 {
		return true
	}
	d, err := edtf.Parse(when)
	if err != nil {
		return false
	}
	first, okA := d.Earliest()
	last, okB := d.Latest()
	switch {
	case !okA && !okB:
		return false
	case !okA:
		first = last
	case !okB:
		last = first
	}
	return (w.from == 0 || last.Ordinal() >= w.from) && (w.to == 0 || first.Ordinal() <= w.to)
}
