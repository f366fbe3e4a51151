package site

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"fasti/internal/fold"
)

// ActorIndex lists all actors.
type ActorIndex struct {
	Page
	Heading string      `json:"heading"`
	Dek     string      `json:"dek"`
	Kinds   []ActorKind `json:"kinds"`
	Chief   []Link      `json:"chief"`
	Letters []Letters   `json:"letters"`
}

// ActorKind is the actors of one kind, those in most events first.
type ActorKind struct {
	ID    string `json:"id"` // the anchor
	Name  string `json:"name"`
	Count string `json:"count"`
	Items []Link `json:"items"`
	More  string `json:"more"` // how many are not among the items
}

// kindItems is how many actors of a kind the index names beside its alphabet.
const kindItems = 60

// Letters are the actors under one initial.
type Letters struct {
	Initial string `json:"initial"`
	Items   []Link `json:"items"`
}

func (t *timeline) actorIndex() ActorIndex {
	const path = "a/index.html"
	w := t.words
	v := ActorIndex{Page: t.page(path, "actors", "actors", w.say("nav_actors")), Heading: w.say("nav_actors")}
	v.Dek = w.listed("actors_dek", len(t.actors))
	v.Description = v.Dek
	axis := t.newAxis(t.drawn())
	var links []Link
	for _, a := range bySurname(t.actors) {
		links = append(links, Link{Href: rel(path, a.path), Text: indexName(a), Spark: spark(axis, a.events.all()), Note: w.number(a.events.count()), Type: w.named("actorkind", a.Kind)})
	}
	v.Letters = w.byLetter(links)
	v.Kinds = t.actorKinds(path)
	chief := t.chief(12)
	for _, a := range chief {
		v.Chief = append(v.Chief, Link{Href: rel(path, a.path), Text: a.name, Note: w.number(a.events.count()), Bar: pct(int64(a.events.count()) * 10000 / int64(chief[0].events.count()))})
	}
	return v
}

// sparkBins is into how many parts the line of an actor divides the timeline.
const sparkBins = 24

// spark is the path of a small drawing: how many of some events lie in each part
// of the axis, in a field of 24 times 3 by 10. "" for fewer than two.
func spark(a *axis, events []*event) string {
	var n [sparkBins]int
	most, all := 0, 0
	for _, e := range events {
		if a == nil || !e.bounded || e.first < a.from || e.first > a.to {
			continue
		}
		i := min(int(a.x(e.first)*sparkBins/10000), sparkBins-1)
		n[i]++
		all++
		most = max(most, n[i])
	}
	if all < 2 {
		return ""
	}
	var b strings.Builder
	for i, k := range n {
		if k > 0 {
			fmt.Fprintf(&b, "M%d 10v-%d", 3*i+1, max(2, 10*k/most))
		}
	}
	return b.String()
}

// indexName is how an index names an actor: a person by the surname first.
func indexName(a *actor) string {
	s := surname(a.name)
	if rest := strings.TrimSpace(strings.TrimSuffix(a.name, s)); a.Kind == "person" && rest != "" && rest != a.name {
		return s + ", " + rest
	}
	return a.name
}

// bySurname puts actors into the order of an index.
func bySurname(actors []*actor) []*actor {
	out := append([]*actor(nil), actors...)
	keys := map[*actor]string{}
	for _, a := range out {
		keys[a] = fold.Key(indexName(a))
	}
	sort.SliceStable(out, func(i, j int) bool { return keys[out[i]] < keys[out[j]] })
	return out
}

// actorKinds lists the actors by what they are and by the number of their
// events.
func (t *timeline) actorKinds(from string) []ActorKind {
	w := t.words
	var out []ActorKind
	all := t.chief(len(t.actors))
	for _, kind := range []string{"person", "organisation", "state", "place", "group"} {
		v := ActorKind{ID: "kind-" + kind, Name: w.named("actorkinds", kind)}
		n := 0
		for _, a := range t.actors {
			if a.Kind == kind {
				n++
			}
		}
		for _, a := range all {
			if a.Kind == kind && len(v.Items) < kindItems {
				v.Items = append(v.Items, Link{Href: rel(from, a.path), Text: a.name, Note: w.number(a.events.count())})
			}
		}
		if v.Count = w.number(n); n == 0 {
			continue
		}
		if rest := n - len(v.Items); rest > 0 {
			v.More = w.count("and_more", rest)
		}
		out = append(out, v)
	}
	return out
}

// initial is the letter that a name stands under.
func (w *words) initial(name string) string {
	for _, r := range fold.Key(name) {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "#"
}
