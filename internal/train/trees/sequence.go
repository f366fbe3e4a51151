package trees

import (
	"sort"
	"strings"

	"fasti/extract/syntax"
	"fasti/extract/syntax/model"
)

// sample is the words of a sentence, described, with the right labels.
type sample struct {
	a      *model.Analysis
	labels []uint8    // of the sequence that is learned
	weight int        // how often it is learned in a round
	feats  [][]uint64 // of each token, kept
	free   [][]uint8  // of each token: labels that may all be right; nil: only the one
}

// sequence learns a model.Sequence.
type sequence struct {
	labels   []model.Label
	groups   [][]uint8
	classes  int
	features func(a *model.Analysis, i int, out []uint64) []uint64
	allowed  func(s *sample, i int) []uint8

	w      *weights
	trans  []int32
	totals []int64
}

func newSequence(labels []model.Label) *sequence {
	q := &sequence{labels: labels, w: newWeights()}
	q.groups, q.classes = model.Groups(labels)
	wide := len(labels) + 1
	q.trans, q.totals = make([]int32, wide*wide), make([]int64, wide*wide)
	return q
}

// run learns for some rounds.
func (q *sequence) run(samples []sample, rounds int, seed random) {
	var order []int
	for i := range samples {
		for range samples[i].weight {
			order = append(order, i)
		}
	}
	var lattice model.Lattice
	q.w.often = newOften()
	for i := range samples {
		q.gather(&samples[i])
	}
	for range rounds {
		seed.shuffle(order)
		for _, i := range order {
			q.visit(&samples[i], &lattice)
		}
	}
}

// gather finds the features of a sentence, once.
func (q *sequence) gather(s *sample) {
	if s.feats == nil {
		s.feats = make([][]uint64, len(s.labels))
		for i := range s.feats {
			s.feats[i] = q.features(s.a, i, nil)
		}
	}
	for _, f := range s.feats {
		q.w.often.note(f)
	}
}

func (q *sequence) visit(s *sample, lattice *model.Lattice) {
	n := len(s.labels)
	if n == 0 {
		return
	}
	q.w.step++
	tokens := lattice.Room(n)
	feats := s.feats
	sum := make([]int32, q.classes)
	for i := range tokens {
		group := q.allowed(s, i)
		clear(sum)
		if len(group) > 1 {
			q.w.Score(feats[i], sum)
		}
		tokens[i].Set(q.labels, group, sum)
		for k, l := range group {
			if l != s.labels[i] && (s.free == nil || !hasClass(s.free[i], l)) {
				tokens[i].Scores[k]++ // the right one has to win by more than this
			}
		}
	}
	guess := make([]uint8, n)
	lattice.Best(q.trans, len(q.labels), guess)
	right := s.labels
	if s.free != nil {
		right = q.choose(s, feats, lattice)
	}
	before := [2]int{len(q.labels), len(q.labels)}
	for i := range guess {
		g, h := right[i], guess[i]
		q.move(before, [2]int{int(g), int(h)})
		before = [2]int{int(g), int(h)}
		if g == h {
			continue
		}
		for _, c := range q.labels[g].Classes {
			if !hasClass(q.labels[h].Classes, c) {
				q.w.add(feats[i], c, 1)
			}
		}
		for _, c := range q.labels[h].Classes {
			if !hasClass(q.labels[g].Classes, c) {
				q.w.add(feats[i], c, -1)
			}
		}
	}
	q.move(before, [2]int{len(q.labels), len(q.labels)})
}

// choose finds the best of the labels that may be right.
func (q *sequence) choose(s *sample, feats [][]uint64, lattice *model.Lattice) []uint8 {
	tokens := lattice.Room(len(s.labels))
	sum := make([]int32, q.classes)
	for i := range tokens {
		clear(sum)
		if len(s.free[i]) > 1 {
			q.w.Score(feats[i], sum)
		}
		tokens[i].Set(q.labels, s.free[i], sum)
	}
	right := make([]uint8, len(s.labels))
	lattice.Best(q.trans, len(q.labels), right)
	return right
}

func hasClass(all []uint8, c uint8) bool {
	for _, x := range all {
		if x == c {
			return true
		}
	}
	return false
}

// move learns from a step from label to label, the right one and the guess.
func (q *sequence) move(from, to [2]int) {
	if from[0] == from[1] && to[0] == to[1] {
		return
	}
	wide := len(q.labels) + 1
	g, h := from[0]*wide+to[0], from[1]*wide+to[1]
	q.trans[g]++
	q.totals[g] += q.w.step
	q.trans[h]--
	q.totals[h] -= q.w.step
}

// result gives what was learned.
func (q *sequence) result(scale int64, limit int) ([]model.Row, []int32) {
	rows := q.w.mean(scale, limit)
	trans := make([]int32, len(q.trans))
	for i, v := range q.trans {
		trans[i] = int32((int64(v)*q.w.step - q.totals[i]) * scale / q.w.step)
	}
	return rows, trans
}

// tagLabels are the parts of speech as labels.
func tagLabels() []model.Label {
	var out []model.Label
	for i, n := range model.POSNames {
		out = append(out, model.Label{Name: n, Group: uint8(i), Classes: []uint8{uint8(i)}})
	}
	return out
}

// posNumber is the place of a part of speech.
func posNumber(name string) uint8 {
	for i, n := range model.POSNames {
		if n == name {
			return uint8(i)
		}
	}
	return 0
}

// morphName is the morphology that is learned of a word: what syntax.Morph
// has, and whether a pronoun is a relative or asks.
func morphName(n *Node) string {
	m := syntax.ParseMorph(n.Feats).String()
	for _, f := range strings.Split(n.Feats, "|") {
		if name, value, _ := strings.Cut(f, "="); name == "PronType" && (strings.Contains(value, "Rel") || strings.Contains(value, "Int") || value == "Prs") {
			if m != "" {
				m += "|"
			}
			if n.POS == "PRON" && strings.HasPrefix(n.Fine, "PREL") {
				value = "Rel"
			}
			if n.POS == "PRON" && strings.HasPrefix(n.Fine, "PD") {
				value = "Dem"
			}
			m += "PronType=" + value
		}
	}
	return m
}

// morphLabels gathers the labels of morphology. Those that came once are left
// out if their part of speech has others.
func morphLabels(sentences []Sentence) []model.Label {
	count := map[string]int{}
	for _, p := range model.POSNames {
		count[p+"\t"] = 1
	}
	for i := range sentences {
		for k := range sentences[i].Nodes {
			n := &sentences[i].Nodes[k]
			if n.POS == model.POSNames[posNumber(n.POS)] {
				count[n.POS+"\t"+morphName(n)]++
			}
		}
	}
	for least := 2; ; least++ {
		var names []string
		for n, c := range count {
			pos, _, _ := strings.Cut(n, "\t")
			if c >= least || n == pos+"\t" {
				names = append(names, n)
			}
		}
		if len(names) > 240 {
			continue
		}
		sort.Strings(names)
		classes := map[string]uint8{}
		var labels []model.Label
		for _, n := range names {
			pos, morph, _ := strings.Cut(n, "\t")
			labels = append(labels, model.Label{Name: morph, Group: posNumber(pos), Classes: parts(pos, morph, classes)})
		}
		if len(classes) > 255 {
			continue
		}
		return labels
	}
}

// parts are the classes of a label: each feature, case with number and gender,
// and the whole.
func parts(pos, morph string, classes map[string]uint8) []uint8 {
	names := []string{}
	agree := ""
	for _, f := range strings.Split(morph, "|") {
		if f == "" {
			f = pos
		}
		names = append(names, f)
		if strings.HasPrefix(f, "Case=") || strings.HasPrefix(f, "Gender=") || strings.HasPrefix(f, "Number=") {
			agree += "|" + f
		}
	}
	if strings.Count(agree, "|") > 1 {
		names = append(names, agree)
	}
	if len(names) < 3 {
		names = append(names, pos+"\t"+morph)
	}
	var out []uint8
	for _, n := range names {
		c, ok := classes[n]
		if !ok {
			if len(classes) > 254 {
				continue
			}
			c = uint8(len(classes))
			classes[n] = c
		}
		out = append(out, c)
	}
	return out
}

// nearest is the label of a word, or the one of its part of speech that shares
// most with it.
func nearest(labels []model.Label, n *Node) uint8 {
	name, pos := morphName(n), posNumber(n.POS)
	best, most := uint8(0), -1
	for i, l := range labels {
		if l.Group != pos {
			continue
		}
		if l.Name == name {
			return uint8(i)
		}
		same := 0
		for _, f := range strings.Split(l.Name, "|") {
			if f != "" && strings.Contains(name, f) {
				same++
			}
		}
		if same > most {
			best, most = uint8(i), same
		}
	}
	return best
}
