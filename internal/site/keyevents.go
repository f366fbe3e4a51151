package site

import "strings"

// keyPerMonth, keyTotal and keyAll bound the home page: as many events of a
// month and in all, and the size up to which a timeline is shown whole.
const (
	keyPerMonth = 3
	keyTotal    = 40
	keyAll      = 12
)

// chooseKey picks the events of the home page: those that editors marked,
// then, month by month, those that matter most.
func (t *timeline) chooseKey() {
	chosen := 0
	dated := t.events.all()[:t.dated]
	for _, e := range dated {
		if e.Key || len(dated) <= keyAll {
			e.isKey = true
			chosen++
		}
	}
	a := t.newAxis(t.drawn())
	for round := 0; round < keyPerMonth && chosen < keyTotal; round++ {
		var candidates []*event
		for _, m := range t.months {
			if keyCount(m) > round {
				continue
			}
			if e := m.strongest(a); e != nil {
				candidates = append(candidates, e)
			}
		}
		for _, e := range spread(candidates, keyTotal-chosen) {
			e.isKey = true
			chosen++
		}
	}
	for _, e := range dated {
		if e.isKey {
			t.key = append(t.key, e)
		}
	}
}

// spread picks n of the candidates, which stand in the order of time, over the
// whole span: of each of n runs of them the strongest, and always the newest, so
// that a timeline of decades does not end on its home page after a few years.
func spread(candidates []*event, n int) []*event {
	if len(candidates) <= n {
		return candidates
	}
	var out []*event
	for i := range n {
		run := candidates[i*len(candidates)/n : (i+1)*len(candidates)/n]
		best := run[0]
		for _, e := range run[1:] {
			if e.weight() > best.weight() {
				best = e
			}
		}
		if i == n-1 {
			best = run[len(run)-1]
		}
		out = append(out, best)
	}
	return out
}

func keyCount(m *month) int {
	n := 0
	for _, e := range m.events.all() {
		if e.isKey {
			n++
		}
	}
	return n
}

// strongest is the best attested event of the month that is not key yet and
// lies in the time that the timeline is about.
func (m *month) strongest(a *axis) *event {
	var best *event
	for _, e := range m.events.all() {
		if !e.isKey && e.first >= a.from && e.first <= a.to && (best == nil || e.weight() > best.weight()) {
			best = e
		}
	}
	return best
}

// weight says how much an event matters.
func (e *event) weight() int { return e.points }

// legible weighs how well a title stands alone: one of a word or two says
// little, and one that is cut off says half.
func legible(title string) int {
	n := 0
	if len(strings.Fields(title)) > 2 {
		n += 15
	}
	if strings.HasSuffix(title, "…") || strings.HasPrefix(title, "…") {
		n -= 150
	}
	return n
}
