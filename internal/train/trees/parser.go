package trees

import (
	"sync"

	"fasti/extract/syntax/model"
)

// lesson is a sentence for the parser to learn.
type lesson struct {
	in     *model.Input
	path   []uint8 // the right actions
	weight int
}

// grammar learns a model.Parser.
type grammar struct {
	w    *weights
	rels []string
	beam int
}

// run learns for some rounds and tells after each how many were wrong.
func (g *grammar) run(lessons []lesson, rounds int, seed random, log func(string, ...any)) {
	var order []int
	for i := range lessons {
		for range lessons[i].weight {
			order = append(order, i)
		}
	}
	rooms := make([]model.Search, batch)
	g.w.often = newOften()
	for i := range lessons {
		model.Replay(&rooms[0], lessons[i].in, lessons[i].path, 0, func(features []uint64, _ int) { g.w.often.note(features) })
	}
	for round := range rounds {
		seed.shuffle(order)
		wrong := 0
		for at := 0; at < len(order); at += batch {
			wrong += g.visit(rooms, lessons, order[at:min(at+batch, len(order))])
		}
		log("round %d: %d of %d trees wrong, %d features", round+1, wrong, len(order), g.w.used)
	}
}

// batch is how many sentences are read with the same weights, side by side,
// before any is learned from.
const batch = 8

// visit reads some sentences and learns from them, in order; it tells how many
// were wrong.
func (g *grammar) visit(rooms []model.Search, lessons []lesson, some []int) int {
	wrong := make([][]uint8, len(some))
	var wait sync.WaitGroup
	for k, i := range some {
		wait.Add(1)
		go func() {
			defer wait.Done()
			wrong[k] = rooms[k].Violation(g.w, lessons[i].in, lessons[i].path, len(g.rels), g.beam)
		}()
	}
	wait.Wait()
	n := 0
	for k, i := range some {
		g.w.step++
		if wrong[k] != nil {
			n++
			g.learn(&rooms[k], &lessons[i], wrong[k])
		}
	}
	return n
}

// learn moves the weights from a wrong beginning to the right one.
func (g *grammar) learn(x *model.Search, l *lesson, wrong []uint8) {
	first := 0
	for first < len(wrong) && wrong[first] == l.path[first] {
		first++
	}
	model.Replay(x, l.in, l.path[:len(wrong)], first, func(features []uint64, a int) { g.w.add(features, uint8(a), 1) })
	model.Replay(x, l.in, wrong, first, func(features []uint64, a int) { g.w.add(features, uint8(a), -1) })
}

// relations lists the relations of trees, the root's first, the others by how
// often they come.
func relations(sentences []Sentence, name func(string) string) []string {
	count := map[string]int{}
	for i := range sentences {
		_, rel := sentences[i].lift()
		for _, r := range rel {
			count[name(r)]++
		}
	}
	delete(count, "root")
	out := []string{"root"}
	for len(count) > 0 {
		best := ""
		for r, n := range count {
			if best == "" || n > count[best] || n == count[best] && r < best {
				best = r
			}
		}
		out = append(out, best)
		delete(count, best)
	}
	return out
}

// coarse are the relations that the parser does not tell apart; they are found
// again when the tree stands.
var coarse = map[string]string{
	"nsubj:pass": "nsubj", "csubj:pass": "csubj", "aux:pass": "aux", "obl:agent": "obl", "obl:arg": "obl", "obl:unmarked": "obl",
	"nmod:poss": "nmod", "nmod:unmarked": "nmod", "nmod:desc": "nmod", "det:poss": "det", "expl:pv": "expl", "iobj": "obj",
	"advcl:relcl": "advcl", "reparandum": "dep", "dislocated": "dep", "orphan": "dep", "vocative": "dep", "discourse": "dep", "list": "dep",
}

// coarsely is the relation as the parser learns it.
func coarsely(rel string) string {
	if r, ok := coarse[rel]; ok {
		return r
	}
	return rel
}

// kinds learns the relations of trees that stand.
func (t *trainer) kinds(c *model.Content) {
	c.Kinds = relations(t.all, func(r string) string { return r })
	numbers := map[string]uint8{}
	for i, r := range c.Kinds {
		numbers[r] = uint8(i)
	}
	traits := model.Traits(c.MorphLabels)
	var samples []sample
	for i := range t.all {
		head, rel := t.all[i].lift()
		in := &model.Input{}
		t.preds[i].Input(in, biasOf(t.all[i].Corpus))
		model.Kin(in, head, traits, func(words []int16, features [][]uint64) {
			s := sample{feats: features, weight: t.weight[i]}
			for _, w := range words {
				s.labels = append(s.labels, numbers[rel[w]])
				s.free = append(s.free, t.all[i].mayBe(int(w), rel[w], numbers))
			}
			samples = append(samples, s)
		})
	}
	q := newSequence(model.PlainLabels(c.Kinds))
	q.allowed = func(*sample, int) []uint8 { return q.groups[255][1:] }
	q.run(samples, t.plan.KindRounds, 4)
	c.KindRows, c.KindTrans = q.result(32, t.plan.KindWeights)
	t.log("relations: %d features", len(c.KindRows))
}

// mayBe lists the relations that may be meant: treebanks that do not tell
// governed phrases from others leave that open.
func (s *Sentence) mayBe(i int, rel string, numbers map[string]uint8) []uint8 {
	out := []uint8{numbers[rel]}
	if open := s.Corpus == "gsd" || s.Corpus == "pud"; open && rel == "obl" && s.has(i, "case") {
		out = append(out, numbers["obl:arg"])
	}
	return out
}
