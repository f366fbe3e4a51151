package trees

import (
	"fmt"
	"io"
	"strings"

	"fasti/extract/syntax/model"
)

func lower(s string) string { return strings.ToLower(s) }

// Held reads the parts that a plan measures on: their names, in order, and
// sentences.
func Held(data string, plan Plan) ([]string, map[string][]Sentence, error) {
	t := &trainer{plan: plan}
	out := &Outcome{Held: map[string][]Sentence{}}
	if err := t.read(data, out); err != nil {
		return nil, nil, err
	}
	return out.Names, out.Held, nil
}

// Score counts what a model got right.
type Score struct {
	Words, POS, Morph, Case, Cases, Lemma, Lemmas int
	Arcs, Heads, Both                             int                // without punctuation
	AllBoth                                       int                // heads and relations, with punctuation
	Rel                                           map[string]*[3]int // found, gold, right
}

// Measure reads sentences and compares.
func Measure(m *model.Model, sentences []Sentence) Score {
	sc := Score{Rel: map[string]*[3]int{}}
	room := &model.Room{}
	for i := range sentences {
		s := &sentences[i]
		a := m.Analyse(room, s.words(), nil)
		tree := m.Tree(room, a)
		for k := range s.Nodes {
			sc.word(m, a, tree, s, k)
		}
	}
	return sc
}

func (sc *Score) word(m *model.Model, a *model.Analysis, tree model.Tree, s *Sentence, k int) {
	n := &s.Nodes[k]
	sc.Words++
	if model.POSNames[a.POS[k]] == n.POS {
		sc.POS++
	}
	if n.Feats != "_" || n.Lemma != "_" {
		label := m.Morphs.Labels[a.Morph[k]].Name
		want := morphName(n)
		if label == want {
			sc.Morph++
		}
		if c := field(want, "Case="); c != "" {
			sc.Cases++
			if field(label, "Case=") == c {
				sc.Case++
			}
		}
		if n.POS != "PUNCT" && n.Lemma != "_" {
			sc.Lemmas++
			if strings.EqualFold(a.Lemma[k], n.Lemma) {
				sc.Lemma++
			}
		}
	}
	rel := strings.TrimSuffix(m.Kinds.Labels[tree.Rel[k]].Name, model.Lifted)
	head := int(tree.Head[k])
	right := head == n.Head && rel == n.Rel
	if right {
		sc.AllBoth++
	}
	if n.POS == "PUNCT" {
		return
	}
	sc.Arcs++
	if head == n.Head {
		sc.Heads++
	}
	if right {
		sc.Both++
	}
	sc.rel(rel)[0]++
	sc.rel(n.Rel)[1]++
	if right {
		sc.rel(rel)[2]++
	}
}

func (sc *Score) rel(r string) *[3]int {
	if sc.Rel[r] == nil {
		sc.Rel[r] = &[3]int{}
	}
	return sc.Rel[r]
}

// field is the value of a feature in a list of features.
func field(feats, name string) string {
	for _, f := range strings.Split(feats, "|") {
		if v, ok := strings.CutPrefix(f, name); ok {
			return v
		}
	}
	return ""
}

// core are the relations that are reported by themselves.
var core = []string{"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "obl:arg", "obl", "nmod", "appos", "acl:relcl", "ccomp", "advcl", "xcomp", "conj", "parataxis", "compound:prt", "aux:pass"}

// Write writes a score in a few lines.
func (sc *Score) Write(w io.Writer, name string) {
	pc := func(a, b int) string {
		if b == 0 {
			return "-"
		}
		return fmt.Sprintf("%.1f", 100*float64(a)/float64(b))
	}
	fmt.Fprintf(w, "%s: %d words, UPOS %s, morphology %s (of case %s), lemma %s, UAS %s, LAS %s (with punctuation %s)\n  ", name, sc.Words,
		pc(sc.POS, sc.Words), pc(sc.Morph, sc.Words), pc(sc.Case, sc.Cases), pc(sc.Lemma, sc.Lemmas), pc(sc.Heads, sc.Arcs), pc(sc.Both, sc.Arcs), pc(sc.AllBoth, sc.Words))
	for _, r := range core {
		x := sc.rel(r)
		fmt.Fprintf(w, "%s %s (%d)  ", r, pc(2*x[2], x[0]+x[1]), x[1])
	}
	four := [3]int{}
	for _, r := range core[:3] {
		for k := range four {
			four[k] += sc.rel(r)[k]
		}
	}
	for k := range four {
		four[k] += sc.rel("obl:agent")[k]
	}
	fmt.Fprintf(w, "\n  subject, passive subject, object, agent together: %s\n", pc(2*four[2], four[0]+four[1]))
}
