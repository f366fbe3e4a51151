package merge

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
	"fasti/extract/article"
)

// cast names the joined sets and numbers them by id.
func (j *joiner) cast(opt Options) *cast {
	members := map[int][]int{}
	var roots []int
	for i := range j.nodes {
		r := j.sets.find(i)
		if members[r] == nil {
			roots = append(roots, r)
		}
		members[r] = append(members[r], i)
	}
	taken := map[string]bool{}
	for _, k := range opt.Known {
		taken[k.ID] = true
	}
	ids := map[int]string{} // root -> id
	var made []Actor
	for _, known := range []bool{true, false} { // what is known has its name before what is not
		for _, r := range roots {
			if (j.rival[r] != "") != known {
				continue
			}
			a, ok := j.describe(members[r], opt)
			if !ok {
				continue
			}
			if a.ID == "" {
				a.ID = free(taken, a.Name, a.Country)
			}
			taken[a.ID] = true
			ids[r] = a.ID
			made = append(made, a)
		}
	}
	slices.SortFunc(made, func(a, b Actor) int { return cmp.Compare(a.ID, b.ID) })
	c := &cast{actors: made, index: map[localID]int{}}
	for i := range made {
		for _, s := range made[i].Seen {
			c.index[localID{s.Article, s.ID}] = i
		}
	}
	c.known = map[string]string{}
	for i := range made {
		if k := made[i].Known; k != "" {
			c.known[k] = made[i].ID
		}
	}
	for i := range made {
		c.link(&made[i], j)
	}
	j.propose(c, ids)
	return c
}

// free gives an id made of the name that no other actor has.
func free(taken map[string]bool, name, country string) string {
	slug := namekey.Slug(name)
	if slug == "" {
		h := fnv.New32a()
		h.Write([]byte(name))
		slug = fmt.Sprintf("actor-%08x", h.Sum32())
	}
	if taken[slug] && country != "" {
		if s := slug + "-" + namekey.Slug(country); !taken[s] {
			return s
		}
	}
	id := slug
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", slug, n)
	}
	return id
}

// describe sums up a set of nodes; ok is false for one that no article names.
func (j *joiner) describe(nodes []int, opt Options) (a Actor, ok bool) {
	a.Known = j.rival[j.sets.find(nodes[0])]
	kinds, lands := tally{}, tally{}
	byLang := map[string]tally{}
	all := tally{}
	forms := map[string]bool{}
	var site *actor.Known
	for _, i := range nodes {
		n := &j.nodes[i]
		if n.site != nil {
			site = n.site
			continue
		}
		ok = true
		kinds.add(string(n.a.Kind))
		lands.add(n.a.Country)
		all.add(n.a.Name)
		lang := n.art.Article.Lang
		if byLang[lang] == nil {
			byLang[lang] = tally{}
		}
		byLang[lang].add(n.a.Name)
		forms[n.a.Name] = true
		for _, alias := range n.a.Aliases {
			forms[alias] = true
		}
		a.Roles = append(a.Roles, n.a.Roles...)
		a.Seen = append(a.Seen, ActorSeen{n.art.Article.Name, n.a.ID})
	}
	if !ok {
		return a, false
	}
	a.Names = map[string]string{}
	for lang, t := range byLang {
		a.Names[lang] = t.fullest()
	}
	a.Name = cmp.Or(a.Names[opt.Lang], all.fullest())
	a.Kind, a.Country = actor.Kind(kinds.most()), lands.most()
	if site != nil {
		a.ID, a.Known = site.ID, site.ID
		a.Name, a.Kind = cmp.Or(site.Name, a.Name), cmp.Or(site.Kind, a.Kind)
		a.Country = cmp.Or(site.Country, a.Country)
	}
	delete(forms, a.Name)
	delete(forms, "")
	a.Aliases = slices.Sorted(maps.Keys(forms))
	slices.SortFunc(a.Seen, func(x, y ActorSeen) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.ID, y.ID))
	})
	return a, true
}

// link makes an actor's roles speak of the timeline's ids, each role once.
func (c *cast) link(a *Actor, j *joiner) {
	local := map[string]string{} // the articles' ids that a role may speak of
	for _, s := range a.Seen {
		for _, r := range a.Roles {
			if i := c.of(s.Article, r.Of); r.Of != "" && i >= 0 {
				local[r.Of] = c.actors[i].ID
			}
		}
	}
	for i := range a.Roles {
		r := &a.Roles[i]
		r.Mention = article.Span{}
		owner, _, _ := strings.Cut(r.Office, "/")
		r.Of = cmp.Or(local[r.Of], c.known[owner], r.Of)
	}
	slices.SortFunc(a.Roles, func(x, y actor.Role) int {
		return cmp.Or(cmp.Compare(x.Title, y.Title), cmp.Compare(x.Office, y.Office), cmp.Compare(x.Of, y.Of),
			cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	a.Roles = slices.Compact(a.Roles)
}

// propose turns suspicions into proposals between the timeline's actors.
func (j *joiner) propose(c *cast, ids map[int]string) {
	for _, p := range j.pairs {
		a, b := ids[j.sets.find(p.a)], ids[j.sets.find(p.b)]
		if a == "" || b == "" || a == b {
			continue
		}
		if a > b {
			a, b = b, a
		}
		c.proposals = append(c.proposals, Proposal{"actor", a, b, p.evidence})
	}
	sortProposals(c.proposals)
	c.proposals = slices.CompactFunc(c.proposals, func(x, y Proposal) bool { return x.A == y.A && x.B == y.B })
}

func sortProposals(p []Proposal) {
	slices.SortFunc(p, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(x.What, y.What), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(x.Evidence, y.Evidence))
	})
}

// tally counts strings.
type tally map[string]int

func (t tally) add(s string) {
	if s != "" {
		t[s]++
	}
}

// most gives the commonest string, of equals the first in order.
func (t tally) most() string {
	best := ""
	for s, n := range t {
		if best == "" || n > t[best] || n == t[best] && s < best {
			best = s
		}
	}
	return best
}

// fullest gives the name with most words that is not a rarity: of names of as
// many words the commonest, acronyms last.
func (t tally) fullest() string {
	words := map[int]int{}
	total := 0
	for s, n := range t {
		words[countWords(s)] += n
		total += n
	}
	want := 0
	for _, n := range slices.Sorted(maps.Keys(words)) {
		if words[n]*20 >= total {
			want = n
		}
	}
	sub, short := tally{}, tally{}
	for s, n := range t {
		switch {
		case countWords(s) != want:
		case acronym(s):
			short[s] = n
		default:
			sub[s] = n
		}
	}
	return cmp.Or(sub.most(), short.most())
}

func countWords(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' {
			in = false
		} else if !in {
			in = true
			n++
		}
	}
	return n
}
