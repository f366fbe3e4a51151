package train

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/actor/ner"
)

// corpus is a small one of our own, in the format of the training data.
const corpus = `# corpus = small
# lang = de
# unit = document

# newdoc = 1

Frau	O	1	O
Paula	B-PER	1	O
Ziegler	I-PER	1	O
reist	O	1	O
nach	O	1	O
Ulm	B-LOC	0	O
.	O	1	O

Ziegler	B-PER	1	O
leitet	O	1	O
die	O	1	O
Nordbank	B-ORG	0	O
.	O	1	O

# newdoc = 2

In	O	1	O
Ulm	B-LOC	1	O
tagt	O	1	O
die	O	1	O
Nordbank	B-ORG	0	O
,	O	1	O
sagt	O	1	O
Herr	O	1	O
Egon	B-PER	1	O
Ott	I-PER	0	O
.	O	1	O
`

func trainSmall(t *testing.T) ([]byte, *Outcome) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "small.conll"), []byte(corpus), 0o600); err != nil {
		t.Fatal(err)
	}
	plan := Plan{
		Lang: "de", Corpora: []Portion{{File: "small.conll"}}, Endings: []string{"s"},
		Settings: Settings{Epochs: 8, Models: 2, Dropout: 100, Margin: 2}, MinCount: 1, Limit: 5000,
	}
	lists := NewLists()
	lists.Add("forename", "Paula")
	lists.Add("city", "Neu Ulm")
	out, err := Run(dir, plan, lists, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := out.Content.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), out
}

func TestTrainingRepeatsToTheByte(t *testing.T) {
	one, _ := trainSmall(t)
	two, _ := trainSmall(t)
	if !bytes.Equal(one, two) {
		t.Fatalf("two runs differ: %d and %d bytes", len(one), len(two))
	}
}

func TestLearnsItsCorpus(t *testing.T) {
	_, out := trainSmall(t)
	c, err := parseCorpus(strings.NewReader(corpus))
	if err != nil {
		t.Fatal(err)
	}
	cut, err := newCutter("de")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*Annotated
	for _, d := range c.Documents {
		docs = append(docs, cut.cut(d, false))
	}
	if all, _ := Measure(ner.NewTagger(out.Model), docs); all.Right != 7 || all.Found != 7 || all.Gold != 7 {
		t.Errorf("on its own corpus: %+v, want 7 of 7", all)
	}
}

// The text is laid out as the corpus has it, and names keep their bytes.
func TestLay(t *testing.T) {
	c, err := parseCorpus(strings.NewReader(corpus))
	if err != nil {
		t.Fatal(err)
	}
	cut, err := newCutter("de")
	if err != nil {
		t.Fatal(err)
	}
	a := cut.cut(c.Documents[0], false)
	if want := "Frau Paula Ziegler reist nach Ulm. Ziegler leitet die Nordbank."; a.Doc.Text != want {
		t.Errorf("text %q, want %q", a.Doc.Text, want)
	}
	if a.Lost != 0 || len(a.Gold) != 4 {
		t.Errorf("%d names, %d lost", len(a.Gold), a.Lost)
	}
	for _, g := range a.Gold[:1] {
		if got := a.Doc.Text[g.Start:g.End]; got != "Paula Ziegler" {
			t.Errorf("first name is %q", got)
		}
	}
}

// A corpus that cuts compounds at their hyphens is learned in both layouts
// where that makes a difference, and once where it does not.
func TestLayouts(t *testing.T) {
	cut, err := newCutter("de")
	if err != nil {
		t.Fatal(err)
	}
	sentence := func(tokens ...string) []Sentence {
		s := Sentence{Tokens: tokens}
		for range tokens {
			s.Tags, s.Blank = append(s.Tags, "O"), append(s.Blank, '-')
		}
		return []Sentence{s}
	}
	for _, c := range []struct {
		doc  []Sentence
		both bool
		want string
	}{
		{sentence("Die", "S", "-", "Bahn", "hält", "."), true, "Die S-Bahn hält.|Die S - Bahn hält."},
		{sentence("Die", "S", "-", "Bahn", "hält", "."), false, "Die S-Bahn hält."},
		{sentence("Die", "Bahn", "hält", "."), true, "Die Bahn hält."},
	} {
		var got []string
		for _, a := range cut.layouts(c.doc, Portion{Both: c.both}, NewLists()) {
			got = append(got, a.Doc.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%v: %q, want %q", c.doc[0].Tokens, g, c.want)
		}
	}
}
