package ledger

import (
	"fasti/internal/frontmatter"
)

// Rehash gives the bytes of an event's file, changed from those of e, with the
// hashes of what fasti wrote brought up to date: what was fasti's before the
// change is fasti's after it. For changes that are nobody's correction.
func (c *Content) Rehash(e *Event, src []byte) []byte {
	now := c.reread(e.Path, src)
	f, err := frontmatter.Parse(src)
	if now == nil || err != nil || !e.Auto {
		return src
	}
	var edits []frontmatter.Edit
	was, is := e.values(), now.values()
	for _, key := range sortedKeys(was) {
		if e.wrote[key] == fingerprint(was[key]) && fingerprint(was[key]) != fingerprint(is[key]) {
			edits = append(edits, frontmatter.Set(hashed(is[key]), nil, "fasti", "wrote", key))
		}
	}
	for _, s := range e.Sources {
		for _, n := range now.Sources {
			if n.ID == s.ID && !e.sourceOwned(s) && fingerprint(s.claim()) != fingerprint(n.claim()) {
				edits = append(edits, frontmatter.Set(hashed(n.claim()), nil, "fasti", "wrote", "sources", s.ID))
			}
		}
	}
	if len(edits) == 0 {
		return src
	}
	out, err := f.Edit(edits...)
	if err != nil {
		return src
	}
	return out
}
