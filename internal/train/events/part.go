package events

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/event/model"
)

// Taker is one who takes part in a marked event.
type Taker struct {
	Names    []string       // in small letters
	Mentions []article.Span // in bytes of the body
	Role     string
	Optional bool // right, but not asked for
}

// is reports whether an actor that was found is a taker-part: it goes by one
// of the names, or most of its mentions are the taker's.
func (t *Taker) is(a *actor.Actor, in func(article.Span) article.Span) bool {
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		if slices.Contains(t.Names, strings.ToLower(n)) {
			return true
		}
	}
	hits := 0
	for _, m := range a.Mentions {
		at := in(m.Span)
		for _, g := range t.Mentions {
			if at.Overlaps(g) && 2*min(at.Len(), g.Len()) > max(at.Len(), g.Len()) {
				hits++
				break
			}
		}
	}
	return 2*hits > len(a.Mentions)
}

// partSample is an article with those who may take part in its candidates.
type partSample struct {
	sample
	takings [][]event.StudiedTaking
}

// optionalWeight is how much counts who is right but not asked for.
const optionalWeight = 0.7

// mayWeight is how much counts what an editor need not have.
const mayWeight = 0.5

// trustOf is what is trusted before anything is learned, in log odds.
func trustOf(milli int) float64 { return float64(milli) / 1000 }

// learnPart learns who takes part in an event, and with which role.
func learnPart(samples []partSample, ridge float64) *model.Table {
	count := map[string]int{}
	for _, s := range samples {
		for _, list := range s.takings {
			for _, t := range list {
				for _, n := range t.Traits {
					count[n]++
				}
			}
		}
	}
	voc := newVocabulary(count, often)
	columns := event.PartColumns()
	n := len(columns)
	p := &problem{parameters: len(voc.names) * n, ridge: ridge}
	for k := range samples {
		s := &samples[k]
		of, sure := label(s.article, s.list, func(i, j int) bool { return len(s.list[i].Choices) > len(s.list[j].Choices) })
		for i, g := range of {
			if g >= 0 {
				p.groups = append(p.groups, s.parts(i, &s.article.Gold[g], sure[i], voc, columns)...)
			}
		}
	}
	return voc.columns(p.fit(), columns)
}

// parts gives what is to be learned of those who may take part in candidate i:
// one decision an actor.
func (s *partSample) parts(i int, gold *Gold, sure bool, voc *vocabulary, columns []string) []group {
	byActor := map[int][]event.StudiedTaking{}
	var order []int
	for _, t := range s.takings[i] {
		if byActor[t.Actor] == nil {
			order = append(order, t.Actor)
		}
		byActor[t.Actor] = append(byActor[t.Actor], t)
	}
	weight := 1.0
	if !gold.Must {
		weight = mayWeight
	}
	if !sure {
		weight *= furtherWeight
	}
	var out []group
	for _, a := range order {
		want := gold.taker(&s.article.Result.Actors.Actors[a], s.article.Result.Article.InBody)
		w := weight
		if want != nil && want.Optional {
			w *= optionalWeight
		}
		out = append(out, taken(byActor[a], want, w, voc, columns))
	}
	return out
}

// taker finds the marked taker-part that an actor is, or nil.
func (g *Gold) taker(a *actor.Actor, in func(article.Span) article.Span) *Taker {
	for i := range g.Takers {
		if g.Takers[i].is(a, in) {
			return &g.Takers[i]
		}
	}
	return nil
}

// taken is the decision whether an actor takes part by one of its mentions,
// and as what.
func taken(list []event.StudiedTaking, want *Taker, weight float64, voc *vocabulary, columns []string) group {
	n := int32(len(columns))
	g := group{alternatives: [][]int32{nil}, right: []bool{want == nil}, weight: weight, offset: []float64{0}}
	role, known := "", false // the marked one, and whether it can be learned
	if want != nil {
		if role = want.Role; role == unlearned {
			role = string(event.Mentioned)
		}
		k := slices.Index(columns[1:], role)
		known = k >= 0 && allowed(list, k)
	}
	for _, t := range list {
		for k, r := range columns[1:] {
			if !t.May[k] {
				continue
			}
			var a []int32
			for _, f := range t.Traits {
				if id, ok := voc.ids[f]; ok {
					a = append(a, id*n, id*n+int32(k)+1)
				}
			}
			g.alternatives = append(g.alternatives, a)
			g.right = append(g.right, want != nil && (!known || r == role))
			g.offset = append(g.offset, trustOf(t.Trust[k]))
		}
	}
	return g
}

// unlearned is the role in the marked texts of those about whom a happening is,
// without a part in it.
const unlearned = "other"

// allowed reports whether an actor may have role k by one of its mentions.
func allowed(list []event.StudiedTaking, k int) bool {
	for _, t := range list {
		if t.May[k] {
			return true
		}
	}
	return false
}

// columns writes the weights of a model with several columns.
func (v *vocabulary) columns(w []float64, columns []string) *model.Table {
	t, n := model.New(columns...), len(columns)
	for f, name := range v.names {
		row := make([]int32, n)
		any := false
		for k := range row {
			if row[k] = milli(w[f*n+k]); max(row[k], -row[k]) < 5 {
				row[k] = 0
			}
			any = any || row[k] != 0
		}
		if any {
			t.Set(name, row)
		}
	}
	return t
}
