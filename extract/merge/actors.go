package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
)

// node is one actor of one article, or one that the site knows.
type node struct {
	art    *extract.Result // nil for the site's own entry
	a      *actor.Actor
	site   *actor.Known // the site's entry
	fold   string       // of the name
	person namekey.Person
	clues  []string // what else the article says that can confirm a name, sorted
}

// cast is the actors of all articles, joined.
type cast struct {
	actors    []Actor
	proposals []Proposal
	index     map[localID]int   // actor of an article -> index into actors
	known     map[string]string // id of the site or the shipped tables -> the timeline's
	first     []int             // for each of actors the first that has its name, as far as nothing tells them apart
}

type localID struct{ article, id string }

// of gives the index of an article's actor, or -1.
func (c *cast) of(article, id string) int {
	if i, ok := c.index[localID{article, id}]; ok {
		return i
	}
	return -1
}

// namesake gives the actor that stands for actor i where events are compared:
// the same name in two reports of one day and deed is one somebody, though
// their files stay apart until something confirms it.
func (c *cast) namesake(i int) int { return c.first[i] }

// findNamesakes fills c.first.
func (c *cast) findNamesakes() {
	c.first = make([]int, len(c.actors))
	seen := map[string]int{}
	for i := range c.actors {
		a := &c.actors[i]
		c.first[i] = i
		key := namekey.Fold(a.Name)
		j, ok := seen[key]
		switch {
		case !ok:
			seen[key] = i
		case (a.Kind == c.actors[j].Kind || strings.Contains(key, " ")) && (a.Country == "" || c.actors[j].Country == "" || a.Country == c.actors[j].Country):
			c.first[i] = j
		}
	}
}

// joinActors finds who is the same as whom across articles.
func joinActors(arts []*Gist, opt Options) *cast {
	j := &joiner{known: map[string]int{}, folds: map[string]string{}}
	j.enter(arts, opt.Known)
	j.byKnown()
	j.bodies()
	j.people()
	c := j.cast(opt)
	c.findNamesakes()
	return c
}

// joiner holds the work of joining.
type joiner struct {
	nodes []node
	known map[string]int // id of the site or the shipped tables -> its first node
	sets  forest
	rival map[int]string // root -> known id; two known ids never join
	pairs []suspicion
	folds map[string]string // of names, which come again and again
}

// fold is [namekey.Fold].
func (j *joiner) fold(name string) string {
	f, ok := j.folds[name]
	if !ok {
		f = namekey.Fold(name)
		j.folds[name] = f
	}
	return f
}

// suspicion is a join that was not dared, by nodes.
type suspicion struct {
	a, b     int
	evidence string
}

func (j *joiner) enter(arts []*Gist, known []actor.Known) {
	site := slices.Clone(known)
	slices.SortFunc(site, func(a, b actor.Known) int { return cmp.Compare(a.ID, b.ID) })
	for i := range site {
		k := &site[i]
		for _, name := range append([]string{k.Name}, k.Names...) {
			a := &actor.Actor{ID: k.ID, Name: name, Kind: k.Kind, Country: k.Country, Known: k.ID, Roles: k.Roles}
			j.add(node{a: a, site: k})
		}
	}
	for _, g := range arts {
		r := g.res
		for i := range r.Actors.Actors {
			a := &r.Actors.Actors[i]
			if strings.TrimSpace(a.Name) != "" && !a.Generic { // "die Polizei" of two towns are not one
				j.add(node{art: r, a: a, clues: j.clues(r, a)})
			}
		}
	}
	j.sets = newForest(len(j.nodes))
	j.rival = map[int]string{}
}

func (j *joiner) add(n node) {
	n.fold = j.fold(n.a.Name)
	if n.a.Kind == actor.Person {
		n.person = namekey.Split(n.a.Name)
	}
	j.nodes = append(j.nodes, n)
}

// clues are what can confirm that two names are one person: country, offices,
// and the company in which the article names them.
func (j *joiner) clues(r *extract.Result, self *actor.Actor) []string {
	var c []string
	if self.Country != "" {
		c = append(c, "country "+self.Country)
	}
	for _, role := range self.Roles {
		if role.Office != "" {
			c = append(c, "office "+role.Office)
		}
		if role.Title != "" {
			c = append(c, "title "+j.fold(role.Title))
		}
	}
	for i := range r.Actors.Actors {
		b := &r.Actors.Actors[i]
		switch {
		case b == self, b.Generic:
		case b.Known != "":
			c = append(c, "with "+b.Known)
		case strings.Contains(b.Name, " "):
			c = append(c, "with "+j.fold(b.Name))
		}
	}
	slices.Sort(c)
	return slices.Compact(c)
}

// byKnown joins what the site's entries or the shipped tables name alike.
func (j *joiner) byKnown() {
	names := map[string]string{} // folded name -> the one site id that has it
	for _, n := range j.nodes {
		if n.site == nil {
			continue
		}
		if id, ok := names[n.fold]; ok && id != n.site.ID {
			names[n.fold] = "" // two entries share it: no evidence
		} else {
			names[n.fold] = n.site.ID
		}
	}
	j.index()
	called := map[string]string{} // shipped id -> the site's id for the same actor
	for _, n := range j.nodes {
		if named := names[n.fold]; named != "" && n.site == nil && n.a.Known != "" && !j.denied(named, n.fold) {
			if _, site := j.known[n.a.Known]; !site && called[n.a.Known] == "" {
				called[n.a.Known] = named
			}
		}
	}
	for i, n := range j.nodes {
		id := cmp.Or(called[n.a.Known], n.a.Known)
		if named := names[n.fold]; named != "" && !j.denied(named, n.fold) {
			id = named
		}
		if id == "" || n.site == nil && j.denied(id, n.fold) {
			continue
		}
		first, ok := j.known[id]
		if !ok {
			j.known[id] = i
			first = i
		}
		j.rival[j.sets.union(first, i)] = id
	}
}

// index notes the first node of each of the site's entries.
func (j *joiner) index() {
	for i, n := range j.nodes {
		if _, ok := j.known[n.a.ID]; n.site != nil && !ok {
			j.known[n.a.ID] = i
		}
	}
}

// denied reports whether the site says that a name is not the known actor.
func (j *joiner) denied(id, fold string) bool {
	first, ok := j.known[id]
	if !ok || j.nodes[first].site == nil {
		return false
	}
	return slices.ContainsFunc(j.nodes[first].site.Not, func(s string) bool { return namekey.Fold(s) == fold })
}

// join makes one set of two nodes' sets, unless they are known as different
// actors or the site forbids one of the names.
func (j *joiner) join(a, b int) bool {
	a, b = j.sets.find(a), j.sets.find(b)
	if a == b {
		return true
	}
	if j.forbidden(a, b) {
		return false
	}
	id := cmp.Or(j.rival[a], j.rival[b])
	if root := j.sets.union(a, b); id != "" {
		j.rival[root] = id
	}
	return true
}

// forbidden reports whether two roots are known as different actors, or the
// one by a name that the site says is not the other.
func (j *joiner) forbidden(a, b int) bool {
	ida, idb := j.rival[a], j.rival[b]
	return differ(ida, idb) || ida != "" && j.denied(ida, j.nodes[b].fold) || idb != "" && j.denied(idb, j.nodes[a].fold)
}

// doubt notes a join that a person may make; one that a person has forbidden
// is none.
func (j *joiner) doubt(a, b int, format string, args ...any) {
	if j.forbidden(j.sets.find(a), j.sets.find(b)) {
		return
	}
	j.pairs = append(j.pairs, suspicion{a, b, fmt.Sprintf(format, args...)})
}

// bodies joins organisations, states, places and groups: on the same name,
// or on an acronym whose expansion only one of them has.
func (j *joiner) bodies() {
	byName := map[string]int{}
	expansions := map[string][]int{} // acronym -> nodes that are called so beside a longer name
	for i, n := range j.nodes {
		if n.a.Kind == actor.Person || n.fold == "" {
			continue
		}
		key := n.fold
		if n.a.Kind == actor.Organisation {
			key = namekey.Body(n.a.Name)
		}
		if first, ok := byName[key]; ok {
			j.join(first, i)
		} else {
			byName[key] = i
		}
		for _, alias := range n.a.Aliases {
			if acronym(alias) {
				expansions[alias] = append(expansions[alias], i)
			}
		}
	}
	for i, n := range j.nodes {
		if n.a.Kind == actor.Person || !acronym(n.a.Name) || n.a.Known != "" {
			continue
		}
		full := j.distinct(expansions[n.a.Name])
		switch {
		case len(full) == 1:
			j.join(full[0], i)
		case len(full) > 1:
			for _, f := range full {
				j.doubt(f, i, "%s may stand for %s", n.a.Name, j.nodes[f].a.Name)
			}
		}
	}
}

// distinct gives one node of each set among the nodes.
func (j *joiner) distinct(nodes []int) []int {
	var roots []int
	for _, i := range nodes {
		roots = append(roots, j.sets.find(i))
	}
	slices.Sort(roots)
	return slices.Compact(roots)
}

func acronym(s string) bool {
	if len(s) < 2 || len(s) > 8 {
		return false
	}
	caps := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			caps++
		}
	}
	return caps >= 2 && caps*2 > len(s)
}
