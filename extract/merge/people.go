package merge

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
)

// namesake is all nodes that bear one folded name (and are not known apart).
type namesake struct {
	first   int // the first node
	person  namekey.Person
	clues   map[string]bool
	country map[string]bool
}

// people joins persons: family names meet by their skeleton, given names must
// agree, and where the spelling differs something else has to confirm it.
func (j *joiner) people() {
	blocks := map[string][]int{}
	for i, n := range j.nodes {
		if n.a.Kind == actor.Person && n.fold != "" {
			key := n.person.Key()
			blocks[key] = append(blocks[key], i)
		}
	}
	keys := make([]string, 0, len(blocks))
	for k := range blocks {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		full, bare := j.namesakes(blocks[k])
		j.fullNames(full)
		j.bareNames(full, bare)
	}
}

// namesakes groups the nodes of a block: those of one full name come together
// unless their countries differ and nothing confirms them; bare surnames stay
// single.
func (j *joiner) namesakes(block []int) (full []*namesake, bare []int) {
	byName := map[string][]*namesake{}
	for _, i := range block {
		n := &j.nodes[i]
		if len(n.person.Given) == 0 {
			bare = append(bare, i)
			continue
		}
		// A set that is known already is one person under all its names.
		id := n.fold + "\x00" + j.rival[j.sets.find(i)]
		byName[id] = append(byName[id], &namesake{first: i, person: n.person, clues: set(n.clues), country: countries(n)})
	}
	ids := make([]string, 0, len(byName))
	for id := range byName {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		full = append(full, j.sameName(byName[id])...)
	}
	return full, bare
}

// sameName makes as few namesakes as it can of nodes with one spelling. Nodes
// without a country, or with the country that all share, are one; two
// countries are two people unless the company confirms that they are one.
func (j *joiner) sameName(nodes []*namesake) []*namesake {
	all := map[string]bool{}
	for _, n := range nodes {
		for c := range n.country {
			all[c] = true
		}
	}
	var out []*namesake
	put := func(n *namesake, fits func(*namesake) bool) {
		for _, o := range out {
			if fits(o) && j.join(o.first, n.first) {
				o.absorb(n)
				return
			}
		}
		out = append(out, n)
	}
	for _, n := range nodes {
		put(n, func(o *namesake) bool { return (len(all) < 2 || equal(o.country, n.country)) && !strangers(o, n) })
	}
	if len(out) < 2 {
		return out
	}
	rest := out
	out = nil
	for _, n := range rest {
		put(n, func(o *namesake) bool { return confirmed(o, n) != "" })
	}
	for i := 1; i < len(out); i++ {
		j.doubt(out[0].first, out[i].first, "the same name, but other countries or other roles, and nothing in common")
	}
	return out
}

// strangers reports whether the texts give two namesakes roles that have no word
// in common, and nothing else that they share: the mayor and the goalkeeper.
func strangers(a, b *namesake) bool {
	roles := func(n *namesake) (out []string) {
		for c := range n.clues {
			if t, ok := strings.CutPrefix(c, "title "); ok {
				out = append(out, strings.Fields(t)...)
			}
		}
		return out
	}
	x, y := roles(a), roles(b)
	if len(x) == 0 || len(y) == 0 || confirmed(a, b) != "" {
		return false
	}
	for _, v := range x {
		if slices.ContainsFunc(y, func(w string) bool { return strings.HasSuffix(v, w) || strings.HasSuffix(w, v) }) {
			return false
		}
	}
	return true
}

func (n *namesake) absorb(m *namesake) {
	for c := range m.clues {
		n.clues[c] = true
	}
	for c := range m.country {
		n.country[c] = true
	}
}

// fullNames joins full names that are spelled differently.
func (j *joiner) fullNames(full []*namesake) {
	for a := range full {
		for b := a + 1; b < len(full); b++ {
			p, q := full[a], full[b]
			if j.sets.find(p.first) == j.sets.find(q.first) {
				continue
			}
			switch p.person.Agree(q.person) {
			case namekey.Heard, namekey.Spelled:
				proof := confirmed(p, q)
				if proof == "" || !j.compatible(full, p, q) || !j.join(p.first, q.first) {
					j.doubt(p.first, q.first, "names that sound alike, nothing else to confirm them")
				}
			case namekey.Possible:
				if proof := confirmed(p, q); proof != "" {
					j.doubt(p.first, q.first, "names that may be one; both %s", proof)
				}
			}
		}
	}
}

// compatible reports whether no name in the one's set differs from a name in
// the other's: agreement is no transitive thing.
func (j *joiner) compatible(full []*namesake, p, q *namesake) bool {
	pr, qr := j.sets.find(p.first), j.sets.find(q.first)
	for _, x := range full {
		if j.sets.find(x.first) != pr {
			continue
		}
		for _, y := range full {
			if j.sets.find(y.first) == qr && x.person.Agree(y.person) == namekey.Differ {
				return false
			}
		}
	}
	return true
}

// bareNames joins surnames without a given name: with the one full name that
// they can mean, if an office, a country or the company confirms it; else
// with each other, where they keep the same company.
func (j *joiner) bareNames(full []*namesake, bare []int) {
	var lost []int
	for _, i := range bare {
		if j.rival[j.sets.find(i)] != "" {
			continue
		}
		if !j.bareToFull(full, i) {
			lost = append(lost, i)
		}
	}
	company := map[string]int{}
	for _, i := range lost {
		for _, c := range j.nodes[i].clues {
			key := j.nodes[i].fold + "\x00" + c
			if first, ok := company[key]; ok {
				j.join(first, i)
			} else {
				company[key] = i
			}
		}
	}
}

func (j *joiner) bareToFull(full []*namesake, i int) bool {
	n := &j.nodes[i]
	self := &namesake{person: n.person, clues: set(n.clues), country: countries(n)}
	var fits []*namesake
	roots := map[int]bool{}
	strong := 0
	for _, f := range full {
		if roots[j.sets.find(f.first)] || f.person.Agree(n.person) == namekey.Differ {
			continue
		}
		proof := confirmed(f, self)
		if proof == "" || clash(f.country, self.country) {
			continue
		}
		if !strings.HasPrefix(proof, "with ") {
			strong++
		}
		roots[j.sets.find(f.first)] = true
		fits = append(fits, f)
	}
	if len(fits) > 1 && strong == 1 {
		fits = slices.DeleteFunc(fits, func(f *namesake) bool {
			return strings.HasPrefix(confirmed(f, self), "with ")
		})
	}
	if len(fits) == 1 && j.join(fits[0].first, i) {
		return true
	}
	for _, f := range fits {
		j.doubt(f.first, i, "a surname that several people share")
	}
	return false
}

// confirmed gives the best clue that two namesakes share, an office before a
// country before company, or "".
func confirmed(a, b *namesake) string {
	best := ""
	if len(a.clues) > len(b.clues) {
		a, b = b, a
	}
	for c := range a.clues {
		if b.clues[c] && (best == "" || cmp.Or(cmp.Compare(clueRank(c), clueRank(best)), cmp.Compare(c, best)) < 0) {
			best = c
		}
	}
	return best
}

func clueRank(c string) int {
	for i, p := range [...]string{"office ", "title ", "country "} {
		if strings.HasPrefix(c, p) {
			return i
		}
	}
	return 3
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

func countries(n *node) map[string]bool {
	if n.a.Country == "" {
		return map[string]bool{}
	}
	return map[string]bool{n.a.Country: true}
}

func equal(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

// clash reports two sets of countries that have none in common.
func clash(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for k := range a {
		if b[k] {
			return false
		}
	}
	return true
}
