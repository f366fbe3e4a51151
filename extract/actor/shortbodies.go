package actor

import "strings"

// shortBodies gives a body's short name to the one body of the article whose
// longer name begins or ends with it: "Lakers" to "Los Angeles Lakers",
// "Salling" to "Salling Group".
func (a *analysis) shortBodies() {
	into := map[int]int{}
	for at := range a.actors {
		if d := &a.actors[at]; a.plainBody(d) && a.mayShorten(d.name) {
			if long := a.longer(at); long >= 0 {
				into[at] = long
			}
		}
	}
	if len(into) == 0 {
		return
	}
	for i := range a.cands {
		c := &a.cands[i]
		for steps := 0; steps < 4; steps++ {
			long, ok := into[c.actor]
			if !ok {
				break
			}
			c.actor = long
		}
	}
}

// plainBody tells whether an actor is a body that no table knows.
func (a *analysis) plainBody(d *draft) bool {
	return d.kind == Organisation && d.entry < 0 && !d.generic && d.class == ""
}

// mayShorten tells whether a name can be the short form of a longer one: no
// noun for bodies, no word of the dictionaries, no common word.
func (a *analysis) mayShorten(name string) bool {
	if strings.Count(name, " ") > 1 || len(name) < 4 {
		return false
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if _, noun := a.words.bodies.forms[lowered(last)]; noun {
		return false
	}
	if _, noun := a.words.bodies.forms[last]; noun {
		return false
	}
	_, known := a.dict.forms[name]
	return !known && !a.isCommon(name)
}

// longer is the only body whose name begins or ends with that of another; -1
// if there is none or more than one.
func (a *analysis) longer(at int) int {
	short, found := a.actors[at].name, -1
	for k := range a.actors {
		d := &a.actors[k]
		if k == at || !a.plainBody(d) || !a.begins(d.name, short) && !strings.HasSuffix(d.name, " "+short) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	return found
}

// begins tells whether a name is the short one and one word more, which is no
// noun for another sort of body: "Mahan Air", not "House Committee".
func (a *analysis) begins(name, short string) bool {
	rest, ok := strings.CutPrefix(name, short+" ")
	if !ok || strings.Contains(rest, " ") {
		return false
	}
	noun, is := a.words.bodies.forms[lowered(rest)]
	if !is {
		noun, is = a.words.bodies.forms[rest]
	}
	return !is || noun.class == "company" || noun.class == "bank"
}
