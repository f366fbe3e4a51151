package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
)

// row is one title of the list.
type row struct {
	article, when, is, title string
	confidence               int
	order                    string
}

// key tells a row from all others.
func (r *row) key() string { return r.article + "\t" + r.when + "\t" + r.title }

// draw prints a sample of the published titles, with the verdicts that the
// list has for them, and a count of the verdicts to standard error.
func draw(o options) error {
	results, _, err := read(o.dir)
	if err != nil {
		return err
	}
	said, err := verdicts(o.verdicts)
	if err != nil {
		return err
	}
	old, err := judged(o.without)
	if err != nil {
		return err
	}
	var rows []row
	for _, r := range results {
		for i := range r.Events {
			e := &r.Events[i]
			if !e.Published || old[r.Article.Name+"\t"+e.When] {
				continue
			}
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%d", o.seed, r.Article.Name, e.When, e.Sources[0].Sentence))
			form := string(e.TitleIs)
			if form == "" {
				form = "worded"
			}
			rows = append(rows, row{r.Article.Name, e.When, form, e.Title, e.TitleConfidence, fmt.Sprintf("%x", sum)})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.order, b.order) })
	rows = rows[:min(len(rows), o.n)]
	count := map[string]int{}
	for _, r := range rows {
		v := said[r.key()]
		if v == "" {
			v = "?"
		}
		count[r.is+" "+v]++
		fmt.Printf("%s\t%s\t%s\t%d\t%s\t%s\n", r.article, r.when, r.is, r.confidence, r.title, v)
	}
	for _, k := range slices.Sorted(keys(count)) {
		fmt.Fprintf(os.Stderr, "%-24s %3d\n", k, count[k])
	}
	return nil
}

func keys(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// verdicts reads a list that draw has printed and a person has judged.
func verdicts(file string) (map[string]string, error) {
	out := map[string]string{}
	if file == "" {
		return out, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 6 && !strings.HasPrefix(line, "#") {
			r := row{article: f[0], when: f[1], title: f[4]}
			out[r.key()] = f[5]
		}
	}
	return out, nil
}

// judged are the events, by article and day, that lists have already, so that
// a sample can be drawn that nobody has seen.
func judged(files string) (map[string]bool, error) {
	out := map[string]bool{}
	for file := range strings.SplitSeq(files, ",") {
		said, err := verdicts(file)
		if err != nil {
			return nil, err
		}
		for key := range said {
			article, rest, _ := strings.Cut(key, "\t")
			when, _, _ := strings.Cut(rest, "\t")
			out[article+"\t"+when] = true
		}
	}
	return out, nil
}
