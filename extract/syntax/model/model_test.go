package model

import (
	"bytes"
	"testing"
)

// small is a content with one label of each kind that can be.
func small() *Content {
	c := &Content{
		Classes: []Entry{{3, 1}, {9, 2}}, Tags: []Entry{{WordKey("roe"), 1 << pPROPN}},
		TagRows:  []Row{{Key: Key(feature(tLow, 0, hashString("roe"))), Cells: []Cell{{pPROPN, 9}}}, {Key: ^uint32(0), Cells: []Cell{{pVERB, -2}, {pX, 3}}}},
		TagTrans: make([]int32, (len(POSNames)+1)*(len(POSNames)+1)),
		Rules:    []Rule{{Lower: true, Cut: 2, Add: "en"}, {Ge: true, Cut: 1, Add: "en"}},
		Forms:    []Entry{{FormKey("roes", pPROPN), 1}}, Ends: []Entry{{EndKey("t", pVERB), 2}},
		Rels: []string{"root", "nsubj", "acl:relcl" + Lifted}, Bias: "news", Beam: 3, Reach: 70000,
		Kinds: []string{"root", "punct", "nsubj"}, KindTrans: make([]int32, 16),
		ParseRows: []Row{{Key: 5, Cells: []Cell{{2, 300}}}},
	}
	for i, p := range POSNames {
		c.MorphLabels = append(c.MorphLabels, Label{Name: "A=" + p, Group: uint8(i), Classes: []uint8{uint8(i)}})
	}
	n := len(c.MorphLabels) + 1
	c.MorphTrans = make([]int32, n*n)
	return c
}

func TestContentReads(t *testing.T) {
	var b bytes.Buffer
	if err := small().Write(&b); err != nil {
		t.Fatal(err)
	}
	whole := append([]byte(nil), b.Bytes()...)
	m, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	room := &Room{}
	a := m.Analyse(room, []string{"Roe", "x"}, nil)
	if POSNames[a.POS[0]] != "PROPN" {
		t.Errorf("Roe is %s, want PROPN by the one weight that there is", POSNames[a.POS[0]])
	}
	tree := m.Tree(room, a)
	if len(tree.Head) != 2 {
		t.Errorf("a tree of %d words, want 2", len(tree.Head))
	}
	if m.Parser.Reach != 70000 {
		t.Errorf("trees are followed on up to %d behind, want 70000", m.Parser.Reach)
	}
	for _, cut := range []int{0, 5, len(whole) / 2, len(whole) - 9} {
		if _, err := Read(bytes.NewReader(whole[:cut])); err == nil {
			t.Errorf("%d bytes of %d were read without an error", cut, len(whole))
		}
	}
}

// A file whose parts do not fit is an error, not a panic later.
func TestContentThatDoesNotFit(t *testing.T) {
	for name, spoil := range map[string]func(*Content){
		"a class too many":   func(c *Content) { c.TagRows[0].Cells[0].Class = 99 },
		"an action too many": func(c *Content) { c.ParseRows[0].Cells[0].Class = 9 },
		"no relation":        func(c *Content) { c.Rels = nil },
		"few transitions":    func(c *Content) { c.MorphTrans = c.MorphTrans[1:] },
		"a group without":    func(c *Content) { c.MorphLabels[3].Group = 4 },
		"no beam":            func(c *Content) { c.Beam = 0 },
	} {
		c := small()
		spoil(c)
		var b bytes.Buffer
		if err := c.Write(&b); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(&b); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

func TestRules(t *testing.T) {
	for _, c := range []struct {
		rule       Rule
		form, want string
		ok         bool
	}{
		{Rule{Cut: 1, Add: "en"}, "sagt", "sagen", true},
		{Rule{Ge: true, Cut: 1, Add: "en"}, "abgesagt", "absagen", true},
		{Rule{Ge: true, Cut: 1, Add: "en"}, "verkauft", "", false},
		{Rule{Lower: true}, "Der", "der", true},
		{Rule{Cut: 9, Add: "gehen"}, "ging", "gehen", true},
		{Rule{Cut: 9}, "ging", "", false},
		{Rule{Cut: 4, Add: "ühlen"}, "fühlt", "fühlen", true},
	} {
		if got, ok := c.rule.Apply(c.form); got != c.want && ok || ok != c.ok {
			t.Errorf("%+v of %q: %q %v, want %q %v", c.rule, c.form, got, ok, c.want, c.ok)
		}
	}
}

// What the right actions build is the tree, with any beam.
func TestProjective(t *testing.T) {
	for _, c := range []struct {
		head []int16
		ok   bool
	}{
		{[]int16{1, none, 1}, true},
		{[]int16{none, 0, 1, 0}, true},
		{[]int16{2, 2, none, 5, 5, 2}, true},
		{[]int16{2, 3, none, 2}, false}, // arcs cross
	} {
		rel := make([]uint8, len(c.head))
		for i, h := range c.head {
			if h != none {
				rel[i] = 1
			}
		}
		path := Projective(c.head, rel)
		if (path != nil) != c.ok {
			t.Errorf("%v: actions %v", c.head, path)
		}
		if path != nil && len(path) != 2*len(c.head) {
			t.Errorf("%v: %d actions, want two a word", c.head, len(path))
		}
	}
}

// What is further behind the best than the reach is not followed on; without one,
// all is.
func TestReach(t *testing.T) {
	for reach, want := range map[int64]int{0: 4, 1: 2, 4: 2, 5: 3, 99: 4} {
		x := &Search{next: []candidate{{score: 10}, {score: 9}, {score: 5}, {score: -20}}}
		if x.cut(reach); len(x.next) != want {
			t.Errorf("reach %d: %d trees are followed on, want %d", reach, len(x.next), want)
		}
	}
}
