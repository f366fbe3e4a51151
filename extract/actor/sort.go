package actor

import (
	"strings"

	"fasti/extract/actor/refer"
)

// classOf is what takes a body up: as the tables say, by its legal form, by
// the noun in its name; "" if nothing tells.
func (s *analysis) classOf(d *draft) string {
	if d.class != "" {
		return d.class
	}
	if d.entry >= 0 {
		if c := s.dict.entries[d.entry].class; c != "" {
			return c
		}
		return "other"
	}
	if s.firm(d.name) != d.name {
		return "company"
	}
	for _, alias := range d.aliases {
		if s.firm(alias) != alias {
			return "company"
		}
	}
	words := strings.Fields(d.name)
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		if s.genitiveFree() {
			w = lowered(w)
		}
		if x, ok := s.words.bodies.forms[w]; ok {
			return x.class
		}
		if x, _, cut := s.words.bodies.compound(words[i], 0); cut > 0 {
			return x.class
		}
	}
	return ""
}

// lastBody is the only body between two offsets that may be of the class, or
// the only one that surely is; -1 if there is none, -2 if there are several.
func (s *standIns) lastBody(class string, from, to int) int {
	found, sureOne, many, manySure := -1, -1, false, false
	see := func(at int) {
		fits, sure := refer.ClassFits(class, s.classOf(&s.actors[at]))
		if !fits {
			return
		}
		many = many || found >= 0 && found != at
		found = at
		if sure {
			manySure = manySure || sureOne >= 0 && sureOne != at
			sureOne = at
		}
	}
	for i := s.from(from); i < len(s.cands) && s.cands[i].Start < to; i++ {
		if c := &s.cands[i]; !c.drop && !c.part && c.actor >= 0 && c.name && c.typ == ORG {
			see(c.actor)
		}
	}
	for at := range s.actors {
		if s.actors[at].class == "" {
			continue
		}
		for _, m := range s.actors[at].mentions {
			if m.Start >= from && m.Start < to {
				see(at)
			}
		}
	}
	switch {
	case !many:
		return found
	case sureOne >= 0 && !manySure:
		return sureOne
	}
	return -2
}

// onlyBody is the one body of the class that the article has named before the
// offset, if its class is sure.
func (s *standIns) onlyBody(class string, to int) int {
	found := -1
	for i := range s.cands {
		c := &s.cands[i]
		if c.Start >= to {
			break
		}
		if c.drop || c.part || c.actor < 0 || !c.name || c.typ != ORG || c.actor == found {
			continue
		}
		if _, sure := refer.ClassFits(class, s.classOf(&s.actors[c.actor])); !sure {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c.actor
	}
	return found
}
