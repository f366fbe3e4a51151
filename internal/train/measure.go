package train

import (
	"fmt"
	"io"
	"path/filepath"
	"sort"

	"fasti/extract/actor/ner"
)

// Count is what measuring counts.
type Count struct{ Right, Found, Gold int }

// F1 is the F1 value in per cent, to be printed.
func (c Count) F1() float64 {
	if c.Found+c.Gold == 0 {
		return 0
	}
	return 200 * float64(c.Right) / float64(c.Found+c.Gold)
}

// Measure counts the names of type PER, ORG and LOC that a tagger finds.
func Measure(t *ner.Tagger, docs []*Annotated) (all Count, by map[string]Count) {
	by = map[string]Count{}
	for _, a := range docs {
		gold := map[Gold]bool{}
		for _, g := range a.Gold {
			if g.Type != "MISC" {
				gold[g] = true
				c := by[g.Type]
				c.Gold++
				by[g.Type] = c
			}
		}
		for _, n := range t.Tag(a.Doc) {
			if n.Type == ner.MISC {
				continue
			}
			c := by[n.Type.String()]
			c.Found++
			if gold[Gold{n.Span, n.Type.String()}] {
				c.Right++
			}
			by[n.Type.String()] = c
		}
	}
	for _, c := range by {
		all = Count{all.Right + c.Right, all.Found + c.Found, all.Gold + c.Gold}
	}
	return all, by
}

// Summary prints a measurement in a line.
func Summary(name string, t *ner.Tagger, docs []*Annotated) string {
	all, by := Measure(t, docs)
	p, r := 0.0, 0.0
	if all.Found > 0 {
		p = 100 * float64(all.Right) / float64(all.Found)
	}
	if all.Gold > 0 {
		r = 100 * float64(all.Right) / float64(all.Gold)
	}
	return fmt.Sprintf("%-20s P %.1f R %.1f F1 %.1f  PER %.1f ORG %.1f LOC %.1f", name, p, r, all.F1(), by["PER"].F1(), by["ORG"].F1(), by["LOC"].F1())
}

// Errors lists what a tagger gets wrong, with some text around it.
func Errors(t *ner.Tagger, docs []*Annotated, each func(kind, line string)) {
	for _, a := range docs {
		gold := map[[2]int]string{}
		for _, g := range a.Gold {
			gold[[2]int{g.Start, g.End}] = g.Type
		}
		show := func(s, e int) string {
			return fmt.Sprintf("%s[%s]%s", a.Doc.Text[max(0, s-40):s], a.Doc.Text[s:e], a.Doc.Text[e:min(len(a.Doc.Text), e+30)])
		}
		found := map[[2]int]string{}
		for _, n := range t.Tag(a.Doc) {
			k := [2]int{n.Start, n.End}
			found[k] = n.Type.String()
			if g := gold[k]; g == n.Type.String() || n.Type == ner.MISC {
				continue
			} else if g != "" {
				each("type", g+">"+found[k]+" "+show(n.Start, n.End))
				continue
			}
			kind := "false"
			for _, g := range a.Gold {
				if g.Start < n.End && n.Start < g.End {
					kind = "border"
				}
			}
			each(kind, found[k]+" "+show(n.Start, n.End))
		}
		for _, g := range a.Gold {
			if found[[2]int{g.Start, g.End}] == "" && g.Type != "MISC" {
				kind := "missed"
				for k := range found {
					if g.Start < k[1] && k[0] < g.End {
						kind = "border-gold"
					}
				}
				each(kind, g.Type+" "+show(g.Start, g.End))
			}
		}
	}
}

// MeasureFolder measures a tagger on the corpora of a language in a folder,
// and lists the errors if asked.
func MeasureFolder(dir, language string, t *ner.Tagger, errors bool, w io.Writer) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.conll*"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	cut, err := newCutter(language)
	if err != nil {
		return err
	}
	for _, f := range files {
		c, err := ReadCorpus(f)
		if err != nil {
			return err
		}
		if c.Lang != language {
			continue
		}
		var docs []*Annotated
		for _, d := range c.Documents {
			docs = append(docs, cut.cut(d, false))
		}
		fmt.Fprintln(w, Summary(c.Name, t, docs))
		if errors {
			Errors(t, docs, func(kind, line string) { fmt.Fprintf(w, "%s\t%s\t%q\n", c.Name, kind, line) })
		}
	}
	return nil
}
