package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"fasti/extract"
	"fasti/extract/event"
)

// example is a wording with how good it is, 0 to 1.
type example struct {
	features []string
	text     string
	event    string
	good     float64
	weight   float64
	judged   bool // by a person
}

// gold is an event as an editor has told it.
type gold struct {
	When      string   `json:"when"`
	Accept    []string `json:"accept"`
	Sentences []int    `json:"sentences"`
	Title     string   `json:"title"`
}

// examples makes an example of every wording of an event that a person has
// judged, or whose headline an editor has written.
func examples(o options) ([]example, error) {
	results, x, err := read(o.dir)
	if err != nil {
		return nil, err
	}
	said, err := verdicts(o.verdicts)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, r := range results {
		events, err := golds(o.dir, r.Article.Name)
		if err != nil {
			return nil, err
		}
		for i := range r.Events {
			e := &r.Events[i]
			if !e.Published {
				continue
			}
			for _, w := range x.Wordings(r, i) {
				if w.Text == "" {
					continue
				}
				ex := example{features: w.Features, text: w.Text, event: fmt.Sprint(r.Article.Name, " ", i), weight: 1}
				rw := row{article: r.Article.Name, when: e.When, title: w.Text}
				if v := said[rw.key()]; v != "" && v != "?" {
					ex.good, ex.weight, ex.judged = worth[v], 6, true
				} else if g := likeness(w.Text, e, events); g >= 0 {
					ex.good = g
				} else {
					continue
				}
				out = append(out, ex)
			}
		}
	}
	return out, nil
}

// worth is how good a verdict is.
var worth = map[string]float64{"printable": 1, "slightly wrong": .35, "wrong": 0, "untrue": 0}

func golds(dir, name string) ([]gold, error) {
	b, err := os.ReadFile(filepath.Join(dir, "gold", name+".json"))
	if err != nil {
		return nil, err
	}
	var g struct{ Events []gold }
	return g.Events, json.Unmarshal(b, &g)
}

// likeness is how much of the editor's headline a title has, rescaled so that
// about half of its words are a good title; -1 if no editor tells the event.
func likeness(text string, e *event.Event, list []gold) float64 {
	best := -1.0
	for _, g := range list {
		if !slices.Contains(g.Sentences, e.Sources[0].Sentence) || g.When != e.When && !slices.Contains(g.Accept, e.When) {
			continue
		}
		best = max(best, min(1, max(0, (overlap(text, g.Title)-.15)/.4)))
	}
	return best
}

// overlap is the F1 of the words of two titles.
func overlap(a, b string) float64 {
	u, v := content(a), content(b)
	left := map[string]int{}
	for _, w := range v {
		left[w]++
	}
	same := 0.0
	for _, w := range u {
		if left[w] > 0 {
			left[w]--
			same++
		}
	}
	if same == 0 {
		return 0
	}
	return 2 * same / float64(len(u)+len(v))
}

// content are the words of a title that have more than three letters, or are
// no small words.
func content(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len([]rune(w)) > 3 || unicode.IsDigit([]rune(w)[0]) {
			out = append(out, w)
		}
	}
	return out
}

// learn fits the weights by logistic regression and prints them as a table.
func learn(o options) error {
	list, err := examples(o)
	if err != nil {
		return err
	}
	seen := count(list)
	w, base := fit(list, seen)
	fmt.Printf("# What each feature of a derivation adds to a title's confidence, in hundredths of a\n# logit; learned by test/titles from %d wordings. A row in hand.tsv outweighs it.\n#\nbase\t%d\n", len(list), int(math.Round(base*100)))
	names := slices.Sorted(keys(seen))
	for _, f := range names {
		if n := int(math.Round(w[f] * 100)); n != 0 && seen[f] >= rare {
			fmt.Printf("%s\t%d\n", f, n)
		}
	}
	return nil
}

// count says in how many examples each feature stands.
func count(list []example) map[string]int {
	seen := map[string]int{}
	for _, e := range list {
		for _, f := range e.features {
			seen[f]++
		}
	}
	return seen
}

// rare is how often a feature must have been seen to be learned.
const rare = 5

// fit descends the gradient of the logistic loss, with a pull to zero.
func fit(list []example, seen map[string]int) (map[string]float64, float64) {
	w, base := map[string]float64{}, 0.0
	const rounds, rate, pull = 400, .5, .01
	total := 0.0
	for _, e := range list {
		total += e.weight
	}
	for range rounds {
		g, gb := map[string]float64{}, 0.0
		for _, e := range list {
			z := base
			for _, f := range e.features {
				z += w[f]
			}
			d := (1/(1+math.Exp(-z)) - e.good) * e.weight
			gb += d
			for _, f := range e.features {
				g[f] += d
			}
		}
		base -= rate * gb / total * 4
		for f := range seen {
			if seen[f] >= rare {
				w[f] -= rate * (g[f]/total*4 + pull*w[f]*float64(1)/40)
			}
		}
	}
	return w, base
}

// show prints every wording of every published event.
func show(o options) error {
	results, x, err := read(o.dir)
	if err != nil {
		return err
	}
	for _, r := range results {
		for i := range r.Events {
			if r.Events[i].Published {
				showEvent(x, r, i)
			}
		}
	}
	return nil
}

func showEvent(x *extract.Extractor, r *extract.Result, i int) {
	e := &r.Events[i]
	fmt.Printf("== %s %s %d [%s] %s\n", r.Article.Name, e.When, e.Confidence, e.Trigger.Of(r.Article.Text), strings.Join(strings.Fields(e.Sources[0].Of(r.Article.Text)), " "))
	for _, w := range x.Wordings(r, i) {
		fmt.Printf("   %2d %s\n      %s\n", w.Confidence, w.Text, strings.Join(w.Features, " "))
	}
}
