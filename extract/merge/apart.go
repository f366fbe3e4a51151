package merge

import (
	"slices"

	"fasti/extract/actor"
)

// side is what somebody does in an event, roughly.
type side uint8

const (
	doing side = iota // who acts or speaks
	done              // whom it befalls, whom it is done to
	aside             // who is only mentioned, the host of a place
)

func (p part) side() side {
	switch {
	case p.role.Acts():
		return doing
	case p.role.Suffers():
		return done
	}
	return aside
}

// otherParts reports that the two befall other people, or are done by others
// to people of whom no more is known: one court may sentence two men in a day.
func otherParts(a, b *item) bool {
	if a.ev.Kind.Mutual() && b.ev.Kind.Mutual() {
		return onesOwn(a, b) && onesOwn(b, a)
	}
	onDone, sharedDone := facing(a, b, done)
	onDoing, sharedDoing := facing(a, b, doing)
	crossed := meetsAcross(a, b)
	switch {
	case onDone && !crossed:
		return true
	case onDoing && !sharedDone && !crossed:
		return true
	}
	return onDone && onDoing && !sharedDoing && !crossed
}

// onesOwn reports whether somebody acts or suffers in a who is not in b at
// all, while b has somebody of that kind as well.
func onesOwn(a, b *item) bool {
	for _, p := range a.actors {
		if p.side() == aside {
			continue
		}
		if _, ok := findPart(b.actors, p.actor); ok {
			continue
		}
		for _, q := range b.actors {
			if _, ok := findPart(a.actors, q.actor); !ok && q.side() != aside && alike(p, q) {
				return true
			}
		}
	}
	return false
}

// facing compares who is on one side: whether both have somebody of one kind
// there and nobody is the same, and whether somebody is.
func facing(a, b *item, s side) (other, shared bool) {
	for _, p := range a.actors {
		for _, q := range b.actors {
			switch {
			case p.side() != s || q.side() != s:
			case p.actor == q.actor:
				shared = true
			case alike(p, q):
				other = true
			}
		}
	}
	return other && !shared, shared
}

// meetsAcross reports whether somebody is on one side here and on the other
// there: roles are told in many ways.
func meetsAcross(a, b *item) bool {
	for _, p := range a.actors {
		if q, ok := findPart(b.actors, p.actor); ok && p.side() != q.side() {
			return true
		}
	}
	return false
}

// alike reports whether two actors could stand for each other in a report: a
// minister may stand for a state, but one person not for another.
func alike(p, q part) bool {
	if p.kind == q.kind {
		return true
	}
	body := func(k actor.Kind) bool { return k == actor.Organisation || k == actor.State }
	return body(p.kind) && body(q.kind)
}

// otherScenes reports that both happen in one place each, and the places are
// not the same; a country and a town may be.
func otherScenes(a, b *item) bool {
	if !a.ev.Kind.OfOnePlace() || !b.ev.Kind.OfOnePlace() || len(a.places) == 0 || len(b.places) == 0 || meets(a.places, b.places) {
		return false
	}
	return a.country == b.country && (a.res.Article.Lang == b.res.Article.Lang || a.country)
}

// otherNames reports that the sentence of each names something that the other
// does not: the satellite Kestrel, the satellite Merlin.
func otherNames(a, b *item) bool {
	if len(a.actors)+len(b.actors) == 0 && a.before != "" && b.before != "" && a.before != b.before {
		return true // "Torvan recalled", "Lumora recalled", if nobody knows these names
	}
	return len(a.marks) > 0 && len(b.marks) > 0 && !meets(a.marks, b.marks) && !meets(a.marks, b.names) && !meets(a.names, b.marks)
}

// otherCompounds reports that one speaks of the Wassergesetz and the other of
// the Waldgesetz: words that only one of them has, with one end.
func otherCompounds(a, b *item) bool {
	for _, x := range a.nouns {
		if _, ok := slices.BinarySearch(b.nouns, x); ok {
			continue
		}
		for _, y := range b.nouns {
			if _, ok := slices.BinarySearch(a.nouns, y); !ok && compounds(x, y) {
				return true
			}
		}
	}
	return false
}

// compounds reports whether two words have other beginnings and one end.
func compounds(x, y string) bool {
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	head := 0
	for head < len(x)-n && head < len(y)-n && x[head] == y[head] {
		head++
	}
	return n >= tailLength && min(len(x), len(y))-n > head && head <= headLength && max(len(x), len(y))-n >= headLength
}

// exchanged reports whether each says something in the place of what the
// other says: two wanderers on one mountain, two climbers on another.
func (s *scorer) exchanged(a, b *item) bool {
	return s.lacking(a, b) > 1 && s.lacking(b, a) > 1
}

// lacking counts the telling words of a that b lacks.
func (s *scorer) lacking(a, b *item) int {
	n := 0
	for _, w := range a.words {
		if _, ok := slices.BinarySearch(b.words, w); !ok && w != a.trigger && s.rarity[a.res.Article.Lang+" "+w] > 2 {
			n++
		}
	}
	return n
}

// toldDay reports whether the article itself names the day of an event.
func toldDay(it *item) bool {
	return it.ev.Basis.Own() && it.span.days() == 1
}

// sameTown reports whether two reports in two languages tell of harm of one
// kind in one town.
func sameTown(a, b *item) bool {
	return a.ev.Kind.Sudden() && a.ev.Kind == b.ev.Kind && a.res.Article.Lang != b.res.Article.Lang && !a.country && !b.country && meets(a.places, b.places)
}
