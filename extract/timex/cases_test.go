package timex

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

var update = flag.Bool("update", false, "write the answers into testdata/timex")

// A case is a text with what must be found in it. In testdata/timex:
//
//	@ 2024-02-07 news        the day of publication ("-": unknown) and genre, for all that follows
//	> Am Freitag kam er.     a text
//	Freitag<TAB>DATE<TAB>2024-02-02<TAB>2024-02-02     span, type, value (and mod), EDTF
//	= vom 4. bis 8.<TAB>2024-02-04/2024-02-08          a range
//
// Lines that begin with # are notes.
type testCase struct {
	line       int
	dct, genre string
	text       string
	want       []string
}

func readCases(t testing.TB, language string) []testCase {
	b, err := os.ReadFile(casePath(language))
	if err != nil {
		t.Fatal(err)
	}
	var out []testCase
	dct, genre := "", ""
	sc := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; sc.Scan(); n++ {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "@"):
			f := strings.Fields(l[1:])
			dct, genre = strings.Trim(f[0], "-"), ""
			if strings.Contains(f[0], "2") {
				dct = f[0]
			}
			if len(f) > 1 {
				genre = f[1]
			}
		case strings.HasPrefix(l, "> "):
			out = append(out, testCase{line: n, dct: dct, genre: genre, text: l[2:]})
		case l == "" || strings.HasPrefix(l, "#"):
		case len(out) == 0:
			t.Fatalf("%s:%d: an answer without a text", casePath(language), n)
		default:
			c := &out[len(out)-1]
			c.want = append(c.want, l)
		}
	}
	return out
}

func casePath(language string) string {
	return filepath.Join("..", "..", "testdata", "timex", language+".txt")
}

func tagger(t testing.TB, language string) *Tagger {
	p, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	tg, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return tg
}

func docOf(text, language string) *segment.Doc {
	return &segment.Doc{Text: text, Lang: language, Blocks: []article.Block{{Span: article.Span{Start: 0, End: len(text)}}}}
}

// answers prints a result as the case files have it.
func answers(text string, r Result) []string {
	var out []string
	for _, x := range r.Timexes {
		v := x.Value
		if x.Mod != "" {
			v += " " + x.Mod
		}
		out = append(out, fmt.Sprintf("%s\t%s\t%s\t%s", x.Of(text), x.Type, v, x.EDTF))
	}
	for _, x := range r.Ranges {
		out = append(out, fmt.Sprintf("= %s\t%s", x.Of(text), x.EDTF))
	}
	return out
}

func TestCases(t *testing.T) {
	for _, language := range lang.Languages() {
		t.Run(language, func(t *testing.T) {
			tg := tagger(t, language)
			cases := readCases(t, language)
			if len(cases) < 300 {
				t.Errorf("%d cases; at least 300 are wanted", len(cases))
			}
			got := make([][]string, len(cases))
			for i, c := range cases {
				got[i] = answers(c.text, tg.Tag(docOf(c.text, language), Options{DCT: c.dct, Genre: c.genre}))
				if !*update && strings.Join(got[i], "\n") != strings.Join(c.want, "\n") {
					t.Errorf("%s:%d: %s\ngot:\n  %s\nwant:\n  %s", casePath(language), c.line, c.text,
						strings.Join(got[i], "\n  "), strings.Join(c.want, "\n  "))
				}
			}
			if *update {
				writeCases(t, language, cases, got)
			}
		})
	}
}

// writeCases puts the answers under the texts and keeps every other line.
func writeCases(t *testing.T, language string, cases []testCase, got [][]string) {
	b, err := os.ReadFile(casePath(language))
	if err != nil {
		t.Fatal(err)
	}
	byLine := map[int]int{}
	for i, c := range cases {
		byLine[c.line] = i
	}
	var out strings.Builder
	for n, l := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		if l != "" && l[0] != '@' && l[0] != '>' && l[0] != '#' {
			continue
		}
		out.WriteString(l + "\n")
		if i, ok := byLine[n+1]; ok {
			for _, g := range got[i] {
				out.WriteString(g + "\n")
			}
		}
	}
	if err := os.WriteFile(casePath(language), []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Every row of a language's tables is touched by one of its cases.
func TestCoverage(t *testing.T) {
	feasts := map[string]bool{}
	var g *grammar
	for _, language := range lang.Languages() {
		tg := tagger(t, language)
		g = tg.g
		c := coverage{words: map[int32]bool{}, rules: map[int32]bool{}, endings: map[int]bool{}}
		for _, k := range readCases(t, language) {
			c.note(tg, k.text)
		}
		for _, f := range readForms(t, language) {
			c.note(tg, f.text)
		}
		p, _ := lang.Load(language)
		missing := 0
		miss := func(table string, r lang.Row) {
			if missing++; missing <= 400 {
				t.Errorf("%s: no case uses %s.tsv:%d: %s", language, table, r.Line, strings.Join(r.Fields, " | "))
			}
		}
		parts := map[string]bool{} // classes whose words stand in compounds only
		for _, r := range p.Table("timex/compounds").Rows {
			parts[r.Field(1)], parts[r.Field(3)] = true, true
		}
		for _, r := range p.Table("timex/words").Rows {
			if !c.words[int32(r.Line)] && !parts[r.Field(0)] {
				miss("timex/words", r)
			}
		}
		for _, r := range p.Table("timex/compounds").Rows {
			if !c.words[-int32(r.Line)] {
				miss("timex/compounds", r)
			}
		}
		for i, r := range p.Table("timex/endings").Rows {
			if !c.endings[i] {
				miss("timex/endings", r)
			}
		}
		for i, r := range tg.g.rules {
			if r.table == "timex/patterns" && !c.rules[int32(i)] && !c.line(tg.g, r.line) {
				miss("timex/patterns", lang.Row{Line: r.line, Fields: []string{r.name}})
			}
		}
		for i := range c.feasts {
			feasts[g.feasts[i].id] = true
		}
	}
	for i := range g.feasts {
		if !feasts[g.feasts[i].id] {
			t.Errorf("no case uses the feast %s", g.feasts[i].id)
		}
	}
}

// coverage is what of the tables the cases touch.
type coverage struct {
	words   map[int32]bool
	rules   map[int32]bool
	endings map[int]bool
	feasts  map[int]bool
}

func (c *coverage) line(g *grammar, line int) bool {
	for i := range c.rules {
		if g.rules[i].line == line && g.rules[i].table == "timex/patterns" {
			return true
		}
	}
	return false
}

func (c *coverage) note(tg *Tagger, text string) {
	g := tg.g
	items := g.lex.scan(nil, text, 0, len(text))
	m := matcher{g: g, items: items, text: text}
	for i := range items {
		it := &items[i]
		if it.word == 0 {
			w := text[it.start:it.end]
			for j, e := range g.endings {
				if it.kind == wordItem && len(w) >= e.min && strings.HasPrefix(w, e.prefix) && strings.HasSuffix(w, e.suffix) {
					c.endings[j] = true
				}
			}
			continue
		}
		e := &g.lex.entries[it.word]
		for _, r := range e.readings {
			if !r.capital || it.flags&capital != 0 {
				c.words[r.row] = true
			}
		}
		for k := range e.phrases {
			if p := &e.phrases[k]; p.length(items, i+1) >= 0 && (!p.reading.capital || it.flags&capital != 0) {
				c.words[p.reading.row] = true
			}
		}
	}
	if c.feasts == nil {
		c.feasts = map[int]bool{}
	}
	for i := 0; i < len(items); {
		end := m.match(i)
		if end < 0 {
			i++
			continue
		}
		c.rules[m.bestRule] = true
		if m.bestParts.has(fFeast) {
			c.feasts[m.bestParts.get(fFeast)] = true
		}
		m.floor, i = end, end
	}
}
