package merge

import (
	"cmp"
	"slices"
	"strconv"

	"fasti/internal/edtf"
)

const (
	crowd     = 40 // a block up to this size is compared whole
	neighbour = 12 // in a larger one each item meets this many after it, by likeness
	narrow    = 3  // days up to which a date is looked up day by day
)

// pair is two items to compare, the first before the second in order.
type pair struct{ a, b int }

// candidates gives the pairs of items that share a stretch of time and
// something else: an actor, a numbered name, or a rare word. Their number
// grows with the number of items, not with its square: large blocks are cut
// up by likeness.
func candidates(items []*item, s *scorer) []pair {
	blocks := map[[2]int]block{}
	times, things := numbers{}, numbers{}
	var keys []int
	for i, it := range items {
		keys = keys[:0]
		for _, what := range it.handles(s) {
			keys = append(keys, things.of(what))
		}
		for _, when := range it.stretches() {
			t := times.of(when)
			for _, what := range keys {
				key := [2]int{t, what}
				blocks[key] = blocks[key].with(i)
			}
		}
	}
	var pairs []pair
	for _, b := range blocks {
		if len(b.items) > 0 {
			pairs = within(items, b.items, pairs)
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(pairs)
}

// numbers gives texts numbers, which are compared more quickly.
type numbers map[string]int

func (n numbers) of(s string) int {
	k, ok := n[s]
	if !ok {
		k = len(n)
		n[s] = k
	}
	return k
}

// block is items that share a stretch of time and something else. Most have one.
type block struct {
	first int   // one more than the first item; 0 if there is none
	items []int // none if there is one only
}

func (b block) with(i int) block {
	switch {
	case b.first == 0:
		b.first = i + 1
	case b.items == nil:
		b.items = []int{b.first - 1, i}
	default:
		b.items = append(b.items, i)
	}
	return b
}

// within appends the pairs of one block. The items of a crowd meet those of
// the same kind and actors, and those of the same trigger, in an order that
// puts like by like.
func within(items []*item, block []int, pairs []pair) []pair {
	if len(block) <= crowd {
		return meet(block, len(block), pairs)
	}
	groups := map[string][]int{}
	for _, i := range block {
		it := items[i]
		who := "w " + string(it.ev.Kind)
		for _, p := range it.actors {
			who += " " + strconv.Itoa(p.actor)
		}
		groups[who] = append(groups[who], i)
		if it.trigger != "" {
			groups["t "+it.trigger] = append(groups["t "+it.trigger], i)
		}
	}
	for _, g := range groups {
		if len(g) <= crowd {
			pairs = meet(g, len(g), pairs)
			continue
		}
		slices.SortFunc(g, func(x, y int) int {
			a, b := items[x], items[y]
			return cmp.Or(cmp.Compare(a.span.lo, b.span.lo), slices.Compare(a.words, b.words), cmp.Compare(x, y))
		})
		pairs = meet(g, neighbour, pairs)
	}
	return pairs
}

// meet pairs each item with as many after it as it can reach.
func meet(block []int, reach int, pairs []pair) []pair {
	for x, i := range block {
		for _, j := range block[x+1 : min(len(block), x+1+reach)] {
			pairs = append(pairs, pair{min(i, j), max(i, j)})
		}
	}
	return pairs
}

// stretches are the keys of time under which an item is found: its days if
// they are few, with the day before so that neighbours meet, and the months
// or years of wider dates.
func (it *item) stretches() []string {
	w := it.span
	if w.yearly != "" {
		return []string{w.yearly}
	}
	if !w.ok {
		return nil
	}
	var keys []string
	if w.days() <= narrow {
		for d := w.lo - 1; d <= w.hi; d++ {
			keys = append(keys, "d"+strconv.FormatInt(d, 10))
		}
		keys = append(keys, dayText(w.lo)[5:])
	}
	if w.days() <= 62 {
		for _, m := range months(w) {
			keys = append(keys, "m"+m)
		}
		return keys
	}
	return append(keys, "m"+dayText(w.lo)[:7], "y"+dayText(w.lo)[:4])
}

// months lists the months that a window touches, as YYYY-MM.
func months(w window) []string {
	var list []string
	for d := edtf.DayOf(w.lo); d.Ordinal() <= w.hi; {
		list = append(list, d.String()[:7])
		d = d.Add(edtf.DaysIn(d.Year, d.Month) - d.Day + 1)
	}
	return list
}

// dayText is a day as YYYY-MM-DD; it is padded, for years that print shorter.
func dayText(ordinal int64) string {
	s := edtf.DayOf(ordinal).String()
	for len(s) < 10 {
		s += "-"
	}
	return s
}

// handles are what else an item is found by.
func (it *item) handles(s *scorer) []string {
	var keys []string
	for _, p := range it.actors {
		if p.weight() > 1 {
			keys = append(keys, "a"+strconv.Itoa(p.actor))
		}
	}
	for _, id := range it.ids {
		keys = append(keys, "n"+id)
	}
	for _, p := range it.places {
		keys = append(keys, "p"+p)
	}
	rare := 0
	for _, w := range it.words {
		if rare < 3 && s.rarity[it.res.Article.Lang+" "+w] >= 3 {
			keys = append(keys, "w"+w)
			rare++
		}
	}
	return keys
}
