package actor

// vote gives one type to each name that the engine types in several ways: the
// type that it gave most often; a body before a place before a person where
// that is even. The dictionary's names have theirs.
func (a *analysis) vote() {
	counts := map[string]*[3]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 || c.last-c.first > 3 {
			continue
		}
		n := counts[c.Of(a.doc.Text)]
		if n == nil {
			n = new([3]int)
			counts[c.Of(a.doc.Text)] = n
		}
		if k := rank(c.typ); k >= 0 {
			n[k]++
		}
	}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 || c.typ == MISC {
			continue
		}
		n := counts[c.Of(a.doc.Text)]
		if n == nil {
			continue
		}
		best := 0
		for k := range n {
			if n[k] > n[best] {
				best = k
			}
		}
		c.typ = [...]NameType{ORG, LOC, PER}[best]
	}
}

func rank(t NameType) int {
	switch t {
	case ORG:
		return 0
	case LOC:
		return 1
	case PER:
		return 2
	}
	return -1
}
