package syntax

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax/model"
)

// shipped are the languages that have a model.
func shipped() (all []string) {
	for _, l := range lang.Languages() {
		if model.Ships(l) {
			all = append(all, l)
		}
	}
	return all
}

// cut makes a document of a text.
func cut(t testing.TB, language, text string) *segment.Doc {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	s, err := segment.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return s.Split(&article.Article{Text: text, Lang: language, Blocks: []article.Block{{Span: article.Span{End: len(text)}}}})
}

func newReader(t testing.TB, language string) *Reader {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestReadsOwnSentences holds what trees of our own sentences must say.
func TestReadsOwnSentences(t *testing.T) {
	for _, language := range shipped() {
		b, err := os.ReadFile("../../testdata/syntax/read-" + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		r := newReader(t, language)
		var doc *segment.Doc
		var s *Sentence
		for n, line := range strings.Split(string(b), "\n") {
			at := fmt.Sprintf("read-%s.txt:%d", language, n+1)
			switch {
			case strings.HasPrefix(line, "#"):
			case line == "":
				s = nil
			case s == nil:
				doc = cut(t, language, line)
				if s = r.Doc(doc).Sentence(0); s == nil {
					t.Fatalf("%s: no tree", at)
				}
			default:
				holds(t, at, doc, s, strings.Fields(line))
			}
		}
	}
}

// holds checks a line of a case.
func holds(t *testing.T, at string, doc *segment.Doc, s *Sentence, f []string) {
	t.Helper()
	i := find(doc, s, f[0])
	if i < 0 {
		t.Fatalf("%s: no word %q", at, f[0])
	}
	w := s.Words[i]
	if len(f) == 3 {
		head := "-"
		if w.Head >= 0 {
			head = doc.Word(s.First + w.Head)
		}
		if want, _, _ := strings.Cut(f[2], "/"); head != want || w.Rel.String() != f[1] {
			t.Errorf("%s: %s is %s of %s, want %s of %s", at, f[0], w.Rel, head, f[1], f[2])
		}
		return
	}
	lemma, isLemma := strings.CutPrefix(f[1], "lemma=")
	switch {
	case isLemma && w.Lemma != lemma:
		t.Errorf("%s: the lemma of %s is %q, want %q", at, f[0], w.Lemma, lemma)
	case isLemma:
	case strings.Contains(f[1], "="):
		if !strings.Contains(w.Morph.String(), f[1]) {
			t.Errorf("%s: %s is %s, want %s", at, f[0], w.Morph, f[1])
		}
	case w.POS.String() != f[1]:
		t.Errorf("%s: %s is %s, want %s", at, f[0], w.POS, f[1])
	}
}

// find is the place of a word, "der/2" the second.
func find(doc *segment.Doc, s *Sentence, name string) int {
	word, nth, _ := strings.Cut(name, "/")
	n, err := strconv.Atoi(nth)
	if err != nil {
		n = 1
	}
	for i := range s.Words {
		if doc.Word(s.First+i) == word {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}

const sample = "Der Minister, der am Montag zurücktrat, hat die Vorwürfe bestritten. \"Das ist falsch\", sagte er. Die Polizei nahm drei Männer fest."

// Nothing is read before it is asked for, and then once.
func TestLazy(t *testing.T) {
	doc := cut(t, "de", sample)
	d := newReader(t, "de").Doc(doc)
	if d.read != nil {
		t.Error("sentences are read before they are asked for")
	}
	s := d.Sentence(1)
	if s == nil || d.read[0] != nil || d.read[2] != nil {
		t.Errorf("asking for one sentence read others: %v", d.read)
	}
	if d.Sentence(1) != s {
		t.Error("a sentence is read twice")
	}
}

// Where there is nothing to read there is no tree, and no panic.
func TestNoTrees(t *testing.T) {
	doc := cut(t, "de", sample)
	var none *Reader
	var nothing *Doc
	if none.Doc(doc).Sentence(0) != nil || nothing.Sentence(0) != nil {
		t.Error("a tree without a reader")
	}
	if s := newReader(t, "fr").Doc(cut(t, "fr", "Le ministre a démissionné.")).Sentence(0); s != nil {
		t.Error("a tree in a language without a model")
	}
	d := newReader(t, "de").Doc(doc)
	if d.Sentence(-1) != nil || d.Sentence(99) != nil {
		t.Error("a tree of a sentence that is not there")
	}
}

// The same text has the same trees, whatever was read before and beside it.
func TestSameTrees(t *testing.T) {
	r := newReader(t, "de")
	doc := cut(t, "de", sample)
	read := func() (all []Sentence) {
		d := r.Doc(doc)
		for i := range doc.Sentences {
			s := *d.Sentence(i)
			s.Grammar = Grammar{}
			all = append(all, s)
		}
		return all
	}
	want := read()
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for range 5 {
				if got := read(); !reflect.DeepEqual(got, want) {
					t.Error("another tree of the same text")
				}
			}
		}()
	}
	wait.Wait()
}

// checkTree holds what every tree has: a root, heads inside, no circles.
func checkTree(t *testing.T, s *Sentence) {
	t.Helper()
	roots := 0
	for i, w := range s.Words {
		if w.POS == NoPOS || w.Rel == NoRel {
			t.Errorf("word %d has no part of speech or relation: %+v", i, w)
		}
		if w.Head < 0 {
			roots++
		}
		if (w.Head < 0) != (w.Rel == RelRoot) || w.Head >= len(s.Words) {
			t.Errorf("word %d: relation %s to %d", i, w.Rel, w.Head)
		}
		k, steps := i, 0
		for k >= 0 && steps <= len(s.Words) {
			k = s.Words[k].Head
			steps++
		}
		if steps > len(s.Words) {
			t.Fatalf("word %d stands in a circle", i)
		}
	}
	if roots != 1 && len(s.Words) > 0 {
		t.Errorf("%d roots", roots)
	}
}

func FuzzSentence(f *testing.F) {
	f.Add(sample)
	f.Add("der der der , , . und")
	f.Add("( ( » … 7. 7. -- :-) ä \xff 漢字 im zum")
	readers := map[string]*Reader{}
	for _, language := range shipped() {
		readers[language] = newReader(f, language)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for language, r := range readers {
			doc := cut(t, language, text)
			d := r.Doc(doc)
			for i := range doc.Sentences {
				checkTree(t, d.Sentence(i))
			}
		}
	})
}

// A sentence as long as segment lets it be is read in bounded time.
func TestLongSentence(t *testing.T) {
	doc := cut(t, "de", strings.Repeat("und der Mann ", 500))
	checkTree(t, newReader(t, "de").Doc(doc).Sentence(0))
}

// producers says where each attribute of a word is made. What is not listed
// here may not set it.
var producers = map[string][]string{
	"Span":  {"syntax.go"},
	"Lemma": {"inserted.go", "opening.go", "syntax.go"},                                                            // by model.Lemmas; inserted.go and opening.go put back the marks around what was read apart
	"POS":   {"content.go", "inserted.go", "opening.go", "repair.go", "repair_names.go", "reread.go", "syntax.go"}, // by model.Model.Tags; repair.go makes auxiliaries of what stands beside a bare participle
	"Morph": {"content.go", "reread.go", "syntax.go"},                                                              // by model.Model.Morphs
	"Head":  {"content.go", "inserted.go", "opening.go", "repair.go", "repair_names.go", "reread.go", "syntax.go"}, // by model.Parser, whose package lowers lifted clauses and leaves one root
	"Rel":   {"content.go", "inserted.go", "opening.go", "repair.go", "repair_names.go", "reread.go", "syntax.go"}, // by model.Model.Kinds; reread.go moves the words of sentences that cannot be what the tree says, content.go those of what an allegation is about
}

func TestEveryAttributeHasOneProducer(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string]bool{}
	note := func(field, file string) {
		if _, ok := producers[field]; ok {
			if found[field] == nil {
				found[field] = map[string]bool{}
			}
			found[field][file] = true
		}
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					if s, ok := left.(*ast.SelectorExpr); ok && ofWord(s.X) {
						note(s.Sel.Name, file)
					}
				}
			case *ast.CompositeLit:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Word" {
					for _, e := range n.Elts {
						note(e.(*ast.KeyValueExpr).Key.(*ast.Ident).Name, file)
					}
				}
			}
			return true
		})
	}
	for field, want := range producers {
		if len(found[field]) != len(want) {
			t.Errorf("%s is set in %v, want %v", field, found[field], want)
		}
		for _, file := range want {
			if !found[field][file] {
				t.Errorf("%s is not set in %s", field, file)
			}
		}
	}
}

// ofWord tells an expression that is a word of a sentence, as this package
// writes it: w, or Words[i].
func ofWord(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "w"
	case *ast.IndexExpr:
		s, ok := x.X.(*ast.SelectorExpr)
		return ok && (s.Sel.Name == "Words" || s.Sel.Name == "words")
	}
	return false
}
