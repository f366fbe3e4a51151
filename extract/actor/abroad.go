package actor

// abroad takes from the dictionary's bodies the names that other states' bodies
// have too, where the article speaks of such a state and not of the body's own:
// "Peru's Congress", a "Supreme Court" in an article about Brazil.
func (a *analysis) abroad() {
	ix, any := index{}, false
	for i := range a.cands {
		any = any || a.cands[i].local && !a.cands[i].drop
	}
	if !any {
		return
	}
	ix = a.index()
	states := map[string]bool{}
	for i := range a.cands {
		if c := &a.cands[i]; !c.drop && c.entry >= 0 && !c.local && a.dict.entries[c.entry].kind != Person {
			states[a.dict.entries[c.entry].country] = true
		}
	}
	delete(states, "")
	for i := range a.cands {
		c := &a.cands[i]
		if c.drop || !c.local || c.entry < 0 {
			continue
		}
		home := a.dict.entries[c.entry].country
		owner := a.ownerOfName(c, ix)
		known := states[home] || len(states) == 0
		if c.typ == LOC { // Georgia: the state of the union needs no proof, the country does
			known = states[home] || len(states) > 0 && !states["US"]
		}
		if owner == "" && known || owner == home {
			continue
		}
		c.entry, c.country = -1, owner
		if c.base == "" {
			c.base = a.joined(c.first, c.last)
		}
	}
}

// ownerOfName is the country of the state whose adjective or genitive stands
// right before the name; "" if there is none.
func (a *analysis) ownerOfName(c *cand, ix index) string {
	i := c.first
	if i > 0 && a.words.is(a.doc.Word(i-1), "genitive") {
		i--
	}
	at := ix.ends[i]
	if i == 0 || at < 0 || a.cands[at].entry < 0 || i == c.first && !a.ownerBefore(&a.cands[at]) {
		return ""
	}
	return a.dict.entries[a.cands[at].entry].country
}
