package site

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

func mustBuild(t testing.TB, o Options) Report {
	t.Helper()
	rep, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// However many pages go through Hugo at once, the bytes are the same; also in
// a folder that an earlier build with other content has left.
func TestBatches(t *testing.T) {
	c, cfg := sample(t)
	dir := func() string {
		d := t.TempDir()
		put(t, d, "content/essay.md", "---\ntitle: An essay\n---\n\nSee {{< event aa2 >}}.\n")
		put(t, d, "content/essays/_index.md", "---\ntitle: Essays\n---\n")
		put(t, d, "content/essays/one.md", "---\ntitle: One\n---\nText.\n")
		return d
	}
	one := Options{Dir: dir(), Content: c, Config: cfg, Version: "1", batch: 1 << 30}
	mustBuild(t, one)
	want := tree(t, filepath.Join(one.Dir, "public"))
	few := one
	few.Dir, few.batch = dir(), 100_000
	mustBuild(t, few)
	same(t, want, tree(t, filepath.Join(few.Dir, "public")))

	// A title, a date, an event less; and back.
	title, when, events := c.Events[0].Title, c.Events[1].When, c.Events
	c.Events[0].Title, c.Events[1].When = "Another title", edtf.Day{Year: 2031, Month: 5, Day: 2}.Date()
	c.Events = c.Events[:len(c.Events)-1]
	rep := mustBuild(t, few)
	if rep.Written == 0 || rep.Removed == 0 || rep.Unchanged < rep.Written/2 {
		t.Errorf("after three changes: %+v", rep)
	}
	fresh := one
	fresh.Dir = dir()
	mustBuild(t, fresh)
	same(t, tree(t, filepath.Join(fresh.Dir, "public")), tree(t, filepath.Join(few.Dir, "public")))
	c.Events = events
	c.Events[0].Title, c.Events[1].When = title, when
	mustBuild(t, few)
	same(t, want, tree(t, filepath.Join(few.Dir, "public")))
	if rep := mustBuild(t, few); !rep.Nothing {
		t.Errorf("nothing changed: %+v", rep)
	}
}

// What one more event of a long timeline changes is a small part of the pages.
func TestOneMore(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	c, o := large(t, 250)
	mustBuild(t, o)
	last := *c.Events[len(c.Events)-1]
	last.ID, last.Slug, last.Title = "one-more", "one-more", "One more"
	last.Actors = last.Actors[1:]
	c.Events = append(c.Events, &last)
	c.History = append(c.History, ledger.Change{Day: "2031-01-01", ID: last.ID, What: "new"})
	rep := mustBuild(t, o)
	t.Logf("%+v", rep)
	if rep.Written > rep.Unchanged/4 {
		t.Errorf("one more event changed %d files and left %d", rep.Written, rep.Unchanged)
	}
}

// A layout of people's own that looks at other pages still sees them all.
func TestLayoutThatLooksAround(t *testing.T) {
	c, cfg := sample(t)
	o := Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "1", batch: 1000}
	put(t, o.Dir, "layouts/_partials/foot.html", `<footer>{{ len site.RegularPages }} pages</footer>`)
	put(t, o.Dir, "content/essay.md", "---\ntitle: An essay\n---\nText.\n")
	rep := mustBuild(t, o)
	files := tree(t, filepath.Join(o.Dir, "public"))
	first := rep.Pages - 1 + 1 // without the home page, with the essay
	for _, name := range []string{"e/day/index.html", "essay/index.html", "index.html"} {
		if want := "<footer>" + strconv.Itoa(first) + " pages</footer>"; !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	if rep := mustBuild(t, o); !rep.Nothing {
		t.Errorf("nothing changed: %+v", rep)
	}
	checkLinks(t, filepath.Join(o.Dir, "public"))
}

// A site that grows in fifty steps, in any order, with titles that change and
// events that go on the way, has the bytes of one that is built at once.
func TestStepsAreTheWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("fifty builds")
	}
	const steps = 50
	c, o := large(t, steps)
	o.Program = "test"
	all := c.Events
	c.Events = nil
	r := rand.New(rand.NewPCG(5, 5))
	for i, at := range r.Perm(steps) {
		c.Events = append(c.Events, all[at])
		switch i % 5 {
		case 2:
			e := *c.Events[r.IntN(len(c.Events))]
			e.Title += ", it is said"
			c.Events = append(slices.DeleteFunc(c.Events, func(x *ledger.Event) bool { return x.ID == e.ID }), &e)
		case 4:
			c.Events = slices.Delete(c.Events, 0, 1)
		}
		slices.SortFunc(c.Events, func(a, b *ledger.Event) int { return strings.Compare(a.ID, b.ID) })
		mustBuild(t, o)
		if i == steps/2 || i == steps-1 {
			fresh := o
			fresh.Dir = t.TempDir()
			mustBuild(t, fresh)
			same(t, tree(t, filepath.Join(fresh.Dir, "public")), tree(t, filepath.Join(o.Dir, "public")))
		}
	}
}
