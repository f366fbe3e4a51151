package syntax

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/lang"
)

// treeCase is a tree by hand of testdata/syntax with what is asked of it.
type treeCase struct {
	name  string
	text  string
	words []Word
	asks  []string
}

func readTrees(t *testing.T, path string) []treeCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []treeCase
	for n, l := range strings.Split(string(b), "\n") {
		if name, ok := strings.CutPrefix(l, "== "); ok {
			out = append(out, treeCase{name: name})
			continue
		}
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		c := &out[len(out)-1]
		f := strings.Fields(l)
		if strings.HasSuffix(f[0], ":") && len(f[0]) > 1 {
			c.asks = append(c.asks, l)
			continue
		}
		if len(f) < 5 {
			t.Fatalf("%s:%d: a word needs five fields", path, n+1)
		}
		head, err := strconv.Atoi(f[3])
		if err != nil || ParsePOS(f[2]) == NoPOS || ParseRel(f[4]) == NoRel {
			t.Fatalf("%s:%d: no word of a tree: %s", path, n+1, l)
		}
		w := Word{Span: article.Span{Start: len(c.text), End: len(c.text) + len(f[0])}, Lemma: f[1], POS: ParsePOS(f[2]), Head: head - 1, Rel: ParseRel(f[4])}
		if f[1] == "-" {
			w.Lemma = f[0]
		}
		if len(f) > 5 {
			w.Morph = ParseMorph(f[5])
		}
		c.words = append(c.words, w)
		c.text += f[0] + " "
	}
	return out
}

func rulesOf(t *testing.T, language string) *rules {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	r, err := compileRules(pack)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// answer says what the grammar says to an ask, in the ask's words.
func answer(s *Sentence, text, ask string) string {
	f := strings.Fields(ask)
	at := -1
	word := func(i int) string {
		if i < 0 {
			return "-"
		}
		return text[s.Words[i].Start:s.Words[i].End]
	}
	for i := range s.Words {
		if word(i) == f[1] {
			at = i
		}
	}
	if at < 0 {
		return "no word " + f[1]
	}
	out := f[0] + " " + f[1]
	add := func(name string) {
		if name != "" {
			out += " " + name
		}
	}
	switch f[0] {
	case "clause:":
		k := &s.Clauses[s.ClauseOf(at)]
		if k.Head != at {
			return "no clause " + f[1]
		}
		for _, trait := range k.traits() {
			add(trait)
		}
	case "subject:":
		add(word(s.Subject(s.ClauseOf(at))))
	case "edge:":
		add(s.Edge(at).String())
	case "status:":
		v := s.Judge(at)
		add(v.Status.String())
		for _, st := range v.Steps {
			add(st.Rule)
		}
	default:
		return "no ask " + f[0]
	}
	return out
}

func TestTrees(t *testing.T) {
	for _, l := range []string{"de", "en"} {
		r := rulesOf(t, l)
		for _, c := range readTrees(t, fmt.Sprintf("../../testdata/syntax/%s/trees.txt", l)) {
			s := &Sentence{Words: c.words}
			r.read(s, c.text)
			for _, ask := range c.asks {
				if got := answer(s, c.text, ask); got != ask {
					t.Errorf("%s %s\ngot  %s\nwant %s", l, c.name, got, ask)
				}
			}
		}
	}
}
