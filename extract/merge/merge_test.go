package merge

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fasti/extract"
)

var update = flag.Bool("update", false, "write what comes out into the case files")

func caseFiles(t testing.TB) []string {
	files, err := filepath.Glob("../../testdata/merge/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	return files
}

func TestCases(t *testing.T) {
	for _, file := range caseFiles(t) {
		cases := readCases(t, file)
		for _, c := range cases {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+c.name, func(t *testing.T) {
				got := Merge(c.results, c.opt).print()
				if got != c.want && !*update {
					t.Errorf("got\n%s\nwant\n%s", got, c.want)
				}
			})
		}
		if *update {
			write(t, file, cases)
		}
	}
}

func write(t *testing.T, file string, cases []testCase) {
	b, _ := os.ReadFile(file)
	head, _, _ := strings.Cut("\n"+string(b), "\n## ")
	var out strings.Builder
	if head = strings.TrimSpace(head); head != "" {
		out.WriteString(head + "\n\n")
	}
	for i, c := range cases {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "## %s\n%s\n=\n%s\n", c.name, strings.TrimSpace(c.input), Merge(c.results, c.opt).print())
	}
	if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The timeline is the same whatever the order of the articles, however they
// were cut into batches, and if some are given twice.
func TestOrderDoesNotMatter(t *testing.T) {
	for _, file := range caseFiles(t) {
		for i, c := range readCases(t, file) {
			checkOrders(t, c.name, c.results, c.opt, uint64(i))
		}
	}
	all, opt := everything(t)
	checkOrders(t, "all cases together", all, opt, 1)
	for seed := range uint64(6) {
		checkOrders(t, fmt.Sprintf("random %d", seed), randomNews(60, seed), Options{}, seed)
	}
}

func checkOrders(t *testing.T, name string, results []*extract.Result, opt Options, seed uint64) {
	t.Helper()
	want := Merge(results, opt)
	rnd := rand.New(rand.NewPCG(seed, 17))
	for range 8 {
		shuffled := slices.Clone(results)
		rnd.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		var fed []*extract.Result
		for len(shuffled) > 0 { // batches, some of them fed twice
			n := 1 + rnd.IntN(len(shuffled))
			fed = append(fed, shuffled[:n]...)
			if rnd.IntN(3) == 0 {
				fed = append(fed, shuffled[:n]...)
			}
			shuffled = shuffled[n:]
		}
		known := slices.Clone(opt.Known)
		slices.Reverse(known)
		vetoes := slices.Clone(opt.Vetoes)
		slices.Reverse(vetoes)
		if got := Merge(fed, Options{Known: known, Vetoes: vetoes, Lang: opt.Lang}); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: another order gives another timeline\n%s\nnot\n%s", name, got.print(), want.print())
		}
	}
}

// Every quote is the bytes of the body at its span, and every id that an event
// speaks of is an actor of the timeline.
func TestTimelineHoldsTogether(t *testing.T) {
	all, opt := everything(t)
	for _, results := range [][]*extract.Result{all, randomNews(200, 3)} {
		bodies := map[string]string{}
		for _, r := range results {
			bodies[r.Article.Name] = r.Article.Body
		}
		tl := Merge(results, opt)
		ids := map[string]bool{}
		for _, a := range tl.Actors {
			if ids[a.ID] {
				t.Errorf("id %s twice", a.ID)
			}
			ids[a.ID] = true
		}
		events := 0
		for _, e := range tl.Events {
			for _, p := range e.Parts {
				if !ids[p.Actor] {
					t.Errorf("%s: unknown actor %s", e.Title, p.Actor)
				}
			}
			seen := map[string]bool{}
			for _, s := range e.Sources {
				if s.Span.Of(bodies[s.Article]) != s.Quote || s.Quote == "" {
					t.Errorf("%s: quote %q is not at its span", e.Title, s.Quote)
				}
				if !seen[s.Article] {
					events++
				}
				seen[s.Article] = true
			}
			if e.Best < 0 || e.Best >= len(e.Sources) {
				t.Errorf("%s: no best source", e.Title)
			}
		}
		want := 0
		for _, r := range results {
			want += len(r.Events)
		}
		if events != want {
			t.Errorf("%d events of articles went in, %d came out", want, events)
		}
	}
}

// everything is the articles of all cases in one heap, their names made
// different.
func everything(t testing.TB) ([]*extract.Result, Options) {
	var all []*extract.Result
	for f, file := range caseFiles(t) {
		for i, c := range readCases(t, file) {
			for _, r := range c.results {
				r.Article.Name = fmt.Sprintf("%d-%d-%s", f, i, r.Article.Name)
				all = append(all, r)
			}
		}
	}
	return all, Options{Lang: "de"}
}

// However crowded a day is, the pairs to compare grow with the number of
// items, not with its square.
func TestCandidatesStayLinear(t *testing.T) {
	for _, n := range []int{500, 4000} {
		news := randomNews(n, 9)
		for _, r := range news {
			r.Article.Date = "2024-03-02"
			for i := range r.Events {
				r.Events[i].When = "2024-03-01"
			}
		}
		arts := canonical(digests(news))
		items := collect(arts, joinActors(arts, Options{}), Options{})
		if pairs := candidates(items, newScorer(items)); len(pairs) > 60*len(items) {
			t.Errorf("%d pairs of %d items", len(pairs), len(items))
		}
	}
}
