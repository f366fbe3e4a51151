package review

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/internal/fold"
	"fasti/internal/ledger"
)

// People are the actors of a site, and what a person may decide on them.
type People struct {
	Joins  []Join   `json:"joins"`  // two that may be one
	Splits []Split  `json:"splits"` // one that may be two
	Actors []Person `json:"actors"` // the busiest first
}

// Person is an actor with the sentences that name it.
type Person struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Kind     string            `json:"kind,omitempty"`
	Names    map[string]string `json:"names,omitempty"` // by language
	KnownAs  []string          `json:"known_as,omitempty"`
	Not      []string          `json:"not,omitempty"`
	Country  string            `json:"country,omitempty"`
	Wikidata string            `json:"wikidata,omitempty"`
	Text     string            `json:"text,omitempty"` // below the front matter
	Events   int               `json:"events"`
	Path     string            `json:"path,omitempty"`
	Mentions []Mention         `json:"mentions"`
}

// Mention is a sentence that names somebody.
type Mention struct {
	Name     string `json:"name"` // as it stands there
	Article  string `json:"article"`
	Sentence int    `json:"sentence"` // from 1
	Segs     []Seg  `json:"segs"`
}

// Join is two actors that may be one, with what speaks for it.
type Join struct {
	A        Person `json:"a"`
	B        Person `json:"b"` // may have no file yet
	Evidence string `json:"evidence"`
}

// Split is a name of an actor that may be somebody else's.
type Split struct {
	Actor    Person    `json:"actor"`
	Name     string    `json:"name"`
	Mentions []Mention `json:"mentions"` // of that name
	Evidence string    `json:"evidence"`
}

// mostMentions is how many sentences are shown for a name.
const mostMentions = 4

// People gives the actors for review.
func (d *Desk) People() People {
	ix := d.mentions()
	busy := d.busyness()
	out := People{Joins: []Join{}, Splits: []Split{}, Actors: []Person{}}
	persons := map[string]Person{}
	for _, a := range d.site.Content.Actors {
		p := ix.person(a)
		p.Mentions = firstOf(d.inEvents(a), p.Mentions)
		p.Events = busy[a.ID]
		persons[a.ID] = p
		out.Actors = append(out.Actors, p)
		out.Splits = append(out.Splits, ix.splits(a, p)...)
	}
	for _, pair := range d.site.Pairs {
		if pair.What != "actor" || d.forbidden(pair) {
			continue
		}
		j := Join{Evidence: pair.Evidence}
		for i, side := range []*Person{&j.A, &j.B} {
			id := []string{pair.A, pair.B}[i]
			p, ok := persons[id]
			if !ok {
				p = Person{ID: id, Name: cmp.Or(pair.Names[i], id), Mentions: ix.of(pair.Names[i])}
			}
			*side = p
		}
		out.Joins = append(out.Joins, j)
	}
	out.Joins = append(out.Joins, sameName(out.Actors, out.Joins, d.site.Content.ActorsApart)...)
	in := d.articlesOf()
	for i := range out.Joins {
		j := &out.Joins[i]
		j.A.Mentions, j.B.Mentions = without(j.A.Mentions, in[j.A.ID], in[j.B.ID]), without(j.B.Mentions, in[j.B.ID], in[j.A.ID])
	}
	slices.SortStableFunc(out.Actors, func(a, b Person) int { return cmp.Or(b.Events-a.Events, strings.Compare(a.ID, b.ID)) })
	return out
}

// sameName are pairs of actors that go by one name, unless they are among the
// pairs already, or people keep them apart or have said that the name is not
// theirs.
func sameName(all []Person, have []Join, apart func(a, b string) bool) []Join {
	var out []Join
	owner := map[string]Person{}
	for _, p := range all {
		for _, n := range append([]string{p.Name}, p.KnownAs...) {
			key := fold.Key(n)
			o, taken := owner[key]
			if !taken {
				owner[key] = p
				continue
			}
			told := func(j Join) bool { return j.A.ID == o.ID && j.B.ID == p.ID || j.A.ID == p.ID && j.B.ID == o.ID }
			if o.ID != p.ID && !apart(o.ID, p.ID) && !o.denies(n) && !p.denies(n) && !slices.ContainsFunc(have, told) && !slices.ContainsFunc(out, told) {
				out = append(out, Join{o, p, "both go by the name " + n})
			}
		}
	}
	return out
}

func (p Person) denies(name string) bool {
	return slices.ContainsFunc(p.Not, func(n string) bool { return fold.Key(n) == fold.Key(name) })
}

// forbidden reports whether people have said that the two are not one.
func (d *Desk) forbidden(p ledger.Pair) bool {
	if d.site.Content.ActorsApart(p.A, p.B) {
		return true
	}
	for i, id := range []string{p.A, p.B} {
		if a := d.actors[id]; a != nil && slices.ContainsFunc(a.Not, func(n string) bool { return fold.Key(n) == fold.Key(p.Names[1-i]) }) {
			return true
		}
	}
	return false
}

// index holds the sentences by the folded names that stand in them.
type index map[string][]Mention

func (d *Desk) mentions() index {
	ix := index{}
	for _, a := range d.site.Content.Articles {
		r := d.site.Results[a.Name]
		if r == nil {
			continue
		}
		for i := range r.Actors.Actors {
			x := &r.Actors.Actors[i]
			if x.Generic {
				continue
			}
			for _, m := range x.Mentions {
				word := m.Of(r.Article.Text)
				key := fold.Key(word)
				n := r.Doc.SentenceAt(m.Start)
				if n < 0 || len(ix[key]) >= mostMentions || slices.ContainsFunc(ix[key], func(o Mention) bool { return o.Article == a.Name && o.Sentence == n+1 }) {
					continue
				}
				ix[key] = append(ix[key], Mention{word, a.Name, n + 1, cutRuns(r.Article.Text, r.Doc.Sentences[n].Span, []run{{m.Span, "actor"}})})
			}
		}
	}
	return ix
}

// inEvents are the sentences of the events that an actor takes part in: they
// tell two of one name apart.
func (d *Desk) inEvents(a *ledger.Actor) []Mention {
	var out []Mention
	for _, e := range d.site.Content.Events {
		if !stands(e) || !slices.ContainsFunc(e.Actors, func(p ledger.Part) bool { return p.ID == a.ID }) {
			continue
		}
		for _, s := range e.Sources {
			out = append(out, Mention{a.Title, s.Article, s.Sentence, marked(article.InlineProse(s.Quote), "", "", namesOf(a)...)})
		}
		if len(out) >= mostMentions {
			break
		}
	}
	return out
}

// articlesOf are the articles that tell of the events of each actor.
func (d *Desk) articlesOf() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, e := range d.site.Content.Events {
		if !stands(e) {
			continue
		}
		for _, p := range e.Actors {
			if out[p.ID] == nil {
				out[p.ID] = map[string]bool{}
			}
			for _, s := range e.Sources {
				out[p.ID][s.Article] = true
			}
		}
	}
	return out
}

// without leaves out of the sentences with a name those of articles that tell of
// the other one who has it, and not of this one. If none is left, all stay: a
// question without a sentence cannot be answered.
func without(mentions []Mention, own, others map[string]bool) []Mention {
	out := slices.DeleteFunc(slices.Clone(mentions), func(m Mention) bool { return others[m.Article] && !own[m.Article] })
	if len(out) == 0 {
		return mentions
	}
	return out
}

// firstOf gives the first few sentences of several lists, each once.
func firstOf(lists ...[]Mention) []Mention {
	out := []Mention{}
	for _, l := range lists {
		for _, m := range l {
			if len(out) < mostMentions && !slices.ContainsFunc(out, func(o Mention) bool { return o.Article == m.Article && o.Sentence == m.Sentence }) {
				out = append(out, m)
			}
		}
	}
	return out
}

// of gives the sentences that have one of the names.
func (ix index) of(names ...string) []Mention {
	var lists [][]Mention
	for _, n := range names {
		lists = append(lists, ix[fold.Key(n)])
	}
	return firstOf(lists...)
}

func (ix index) person(a *ledger.Actor) Person {
	return Person{ID: a.ID, Name: a.Title, Kind: a.Kind, Names: a.Names, KnownAs: a.KnownAs, Not: a.Not, Country: a.Country, Wikidata: a.Wikidata, Text: strings.TrimSpace(a.Body), Path: a.Path, Mentions: ix.of(namesOf(a)...)}
}

// namesOf are all names of an actor, the title first.
func namesOf(a *ledger.Actor) []string {
	out := append([]string{a.Title}, a.KnownAs...)
	langs := make([]string, 0, len(a.Names))
	for l := range a.Names {
		langs = append(langs, l)
	}
	slices.Sort(langs)
	for _, l := range langs {
		out = add(out, a.Names[l])
	}
	return out
}

// splits are the full names of a person that do not agree with its title. A
// person's own word that a name is theirs is not questioned.
func (ix index) splits(a *ledger.Actor, p Person) []Split {
	if a.Kind != "person" || a.Touched() || !strings.Contains(a.Title, " ") {
		return nil
	}
	var out []Split
	for _, n := range a.KnownAs {
		if strings.Contains(n, " ") && namekey.Agree(a.Title, n) == namekey.Differ && !ends(n, a.Title) && !ends(a.Title, n) {
			out = append(out, Split{p, n, ix.of(n), n + " is hardly a form of " + a.Title})
		}
	}
	return out
}

// ends reports whether a name ends with all of another: "Crown Prince Mohammed bin
// Salman" is Mohammed bin Salman with his rank.
func ends(long, name string) bool {
	return strings.HasSuffix(fold.Key(long), " "+fold.Key(name))
}
