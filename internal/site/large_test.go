package site

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// large is a timeline of n events over ten years: 200 actors, the first of
// whom takes part in every fifth event, and one event with 300 sources.
func large(t testing.TB, n int) (*ledger.Content, Options) {
	t.Helper()
	c, cfg := sample(t)
	c.Events, c.Actors = nil, nil
	for i := range 200 {
		c.Actors = append(c.Actors, &ledger.Actor{ID: fmt.Sprintf("actor-%03d", i), Title: fmt.Sprintf("Actor Number%03d", i), Kind: "person", Auto: true})
	}
	first := edtf.Day{Year: 2020, Month: 1, Day: 1}
	for i := range n {
		day := first.Add(i * 3650 / n)
		e := &ledger.Event{ID: fmt.Sprintf("e%06d", i), Slug: fmt.Sprintf("event-%06d", i), Title: fmt.Sprintf("Event number %d is reported", i), When: day.Date(), Kind: "consult", Status: "happened", Basis: "explicit", Auto: true, Review: ledger.Proposed, Lang: "en", Confidence: 50 + i%50,
			Actors:  []ledger.Part{{ID: fmt.Sprintf("actor-%03d", (i*7)%200), Role: "actor"}, {ID: fmt.Sprintf("actor-%03d", (i*13+1)%200), Role: "recipient"}},
			Sources: []ledger.Source{{ID: fmt.Sprintf("s%06d", i), Article: "ferry-strike", Sentence: i + 1, Span: [2]int{i * 100, i*100 + 90}, When: day.String(), Basis: "explicit", Status: "happened", Said: "on Tuesday", Quote: fmt.Sprintf("Actor Number%03d met the other side on Tuesday, in meeting %d.", (i*7)%200, i)}}}
		if i%5 == 0 {
			e.Actors[0].ID = "actor-000"
		}
		c.Events = append(c.Events, e)
		c.History = append(c.History, ledger.Change{Day: day.String(), ID: e.ID, What: "new"})
	}
	for i := range 299 {
		s := c.Events[0].Sources[0]
		s.ID = fmt.Sprintf("m%03d", i)
		s.Article = []string{"harbour-talks", "qarn", "tide-report"}[i%3]
		s.Span = [2]int{i * 10, i*10 + 9}
		c.Events[0].Sources = append(c.Events[0].Sources, s)
	}
	return c, Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "large"}
}

// varied gives every event a quotation and a title that no other has, as long
// as those of news are: what repeats itself is packed too well.
func varied(c *ledger.Content) {
	r := rand.New(rand.NewPCG(3, 3))
	text := func(n int) string {
		var b strings.Builder
		for range n {
			for range 2 + r.IntN(3) {
				b.WriteByte("bcdfghklmnprstvw"[r.IntN(16)])
				b.WriteByte("aeiou"[r.IntN(5)])
			}
			b.WriteByte(' ')
		}
		return strings.TrimSpace(b.String())
	}
	for _, e := range c.Events {
		e.Title = text(6)
		for i := range e.Sources {
			e.Sources[i].Quote = "Actor " + text(20) + " on Tuesday."
		}
	}
}

// The first actor takes part in 2,500 events, and one event
// has 300 sources; the pages keep to the budgets all the same, and every event
// of the actor is on one of its pages.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	c, o := large(t, 2500)
	varied(c)
	for i, e := range c.Events {
		if i%5 > 0 {
			e.Actors[0].ID = "actor-000"
		}
	}
	year := regexp.MustCompile(`^a/actor-000/\d{4}/`)
	o.only = func(path string) bool {
		return path == "index.html" || strings.HasPrefix(path, "e/event-000000/") && strings.HasSuffix(path, ".html") || path == "a/actor-000/index.html" || year.MatchString(path)
	}
	mustBuild(t, o)
	files := tree(t, filepath.Join(o.Dir, "public"))
	listed, quotes := map[string]bool{}, 0
	for name, text := range files {
		limit := 0
		switch {
		case name == "index.html":
			limit = 30 << 10
		case name == "a/actor-000/index.html":
			limit = 20 << 10
		case strings.HasPrefix(name, "e/"):
			limit = 15 << 10
			quotes += strings.Count(text, "<blockquote")
		case year.MatchString(name):
			if !strings.Contains(files["a/actor-000/index.html"], `href="`+strings.TrimPrefix(name, "a/actor-000/")+`"`) {
				t.Errorf("the actor's page does not lead to %s", name)
			}
			for _, m := range regexp.MustCompile(`data-id="(e\d+)"`).FindAllStringSubmatch(text, -1) {
				listed[m[1]] = true
			}
		}
		if n := zipped(t, text); limit > 0 && n > limit {
			t.Errorf("%s has %d bytes, %d are allowed", name, n, limit)
		} else if limit > 0 {
			t.Logf("%s: %d bytes, %d packed", name, len(text), n)
		}
	}
	if len(listed) < 2500 {
		t.Errorf("%d events on the pages of the actor", len(listed))
	}
	if quotes != 300 {
		t.Errorf("%d of 300 sources on the pages of the event", quotes)
	}
}

// searchPace is what a machine on which the search is asked to answer in time takes
// at most to draw the list of the step "searchTime" four times, in milliseconds. A
// slower one, or one that shares its memory with others, has as much longer for
// the search, up to twice the time.
const searchPace = 20

// The search of 6,439 events answers each letter within 150 ms on a phone that
// is four times as slow as this machine. What is counted is the time that the page's
// thread used.
func TestSearchOfManyEvents(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	c, o := large(t, 6439)
	varied(c)
	for i, e := range c.Events {
		e.Sources[0].Quote += fmt.Sprintf(" The harbour council of quay%03d decided it.", i%700)
	}
	o.only = func(path string) bool {
		return strings.HasPrefix(path, "search/") || strings.HasPrefix(path, "assets/")
	}
	mustBuild(t, o)
	lines := runBrowser(t, browserJob{Root: filepath.Join(o.Dir, "public"), Steps: [][2]string{{"searchTime", "harbour council|quay123|harbuor|actor tuesday council zzzz"}}})
	problems(t, lines)
	if len(lines) == 0 {
		t.Fatal("nothing was seen")
	}
	data, err := json.Marshal(lines[0]["saw"])
	if err != nil {
		t.Fatal(err)
	}
	var saw struct {
		Most  float64
		At    string
		Found []int
		Pace  float64
	}
	if err := json.Unmarshal(data, &saw); err != nil {
		t.Fatal(err)
	}
	if want := []int{60, 10, 60, 0}; !slices.Equal(saw.Found, want) {
		t.Errorf("found %v, want %v", saw.Found, want)
	}
	limit := 150 * min(max(saw.Pace/searchPace, 1), 2)
	if ms := 4 * saw.Most; ms > limit {
		t.Errorf("%q took %.0f ms at a fourth of the speed, may %.0f; drawing took %.1f ms", saw.At, ms, limit, saw.Pace)
	} else {
		t.Logf("%q was the slowest: %.0f of %.0f ms at a fourth of the speed; drawing took %.1f ms", saw.At, ms, limit, saw.Pace)
	}
}

// BenchmarkNothing builds a site again in which nothing has changed: every view
// is made and compared.
func BenchmarkNothing(b *testing.B) {
	_, o := large(b, 2000)
	for b.Loop() {
		if _, err := Build(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
}
