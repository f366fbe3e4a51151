package site

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fasti/internal/config"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
	"fasti/internal/store"
)

// listsOf are the pages of some makers.
func listsOf(makers []listMaker) []List {
	var out []List
	for _, l := range makers {
		out = append(out, l.make())
	}
	return out
}

// What a build leaves out since it was made from the same is what a build of
// everything would make, whatever people have edited in between: of events,
// actors, articles, the history and the configuration. The traces may go, or be
// broken.
func TestEditsAreTheWhole(t *testing.T) {
	edits, every := 30, 10
	if testing.Short() {
		edits, every = 10, 5
	}
	for _, lang := range []string{"en", "de"} {
		c, o := large(t, 40)
		small, cfg := sample(t)
		c.Events, c.Actors, c.History = append(c.Events, small.Events...), append(c.Actors, small.Actors...), append(c.History, small.History...)
		cfg.Language, cfg.BaseURL = lang, "https://example.org/"
		o.Config, o.Program = cfg, "test"
		r := rand.New(rand.NewPCG(7, uint64(len(lang))))
		mustBuild(t, o)
		left := 0
		for i := range edits {
			what := edit(r, c, cfg, i)
			switch file := filepath.Join(o.Dir, store.Dir, traceFile); {
			case i%9 == 4:
				if err := os.Remove(file); err != nil {
					t.Fatal(err)
				}
			case i%9 == 7:
				spoil(t, file, r)
			case i%3 == 2: // a page is gone, or cut short
				page := filepath.Join(o.Dir, "public", "e", pick(r, c.Events).Slug, "index.html")
				if i%2 == 0 {
					_ = os.Remove(page) // there may be none
				} else {
					_ = os.Truncate(page, 7)
				}
			}
			o.Looked = nil
			if i%2 == 1 {
				o.Looked = Look(filepath.Join(o.Dir, "public"))
			}
			rep := mustBuild(t, o)
			left += rep.Left
			if i%every != every-1 {
				continue
			}
			fresh := o
			fresh.Dir, fresh.Looked = t.TempDir(), nil
			mustBuild(t, fresh)
			same(t, tree(t, filepath.Join(fresh.Dir, "public")), tree(t, filepath.Join(o.Dir, "public")))
			if t.Failed() {
				t.Fatalf("%s, edit %d: %s", lang, i, what)
			}
		}
		if left == 0 {
			t.Error("nothing was left out")
		}
	}
}

// spoil changes a byte of a file.
func spoil(t *testing.T, file string, r *rand.Rand) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data[r.IntN(len(data))] ^= 4
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// pick is one of some things.
func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// edit changes something of the content, as people do, and says what.
func edit(r *rand.Rand, c *ledger.Content, cfg *config.Config, i int) string {
	at := r.IntN(len(c.Events))
	e := *c.Events[at]
	e.Actors, e.Sources, e.Places = slices.Clone(e.Actors), slices.Clone(e.Sources), slices.Clone(e.Places)
	what := ""
	switch r.IntN(14) {
	case 0:
		e.Title += " again"
		what = "title"
	case 1:
		e.When = edtf.Day{Year: 2000 + r.IntN(40), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}.Date()
		what = "date"
	case 2:
		e.Kind = pick(r, []string{"consult", "agree", "election", "court", "fresh"})
		what = "kind"
	case 3:
		e.Status = pick(r, []string{"happened", "planned", "cancelled", "alleged", "denied"})
		what = "status"
	case 4:
		e.Actors = append(e.Actors, ledger.Part{ID: pick(r, c.Actors).ID, Role: pick(r, []string{"actor", "recipient", "victim"})})
		what = "actor of event"
	case 5:
		if len(e.Actors) > 0 {
			e.Actors = slices.Delete(e.Actors, 0, 1)
		}
		what = "actor out"
	case 6:
		e.Places = append(e.Places, pick(r, []string{"kiel", "new-place", pick(r, c.Actors).ID}))
		what = "place"
	case 7:
		e.Review, e.Key, e.Body = ledger.Accepted, !e.Key, "What an editor wrote."
		what = "review"
	case 8:
		e.Series = &ledger.Series{Of: pick(r, c.Actors).ID, What: "journey", Number: 1 + r.IntN(3)}
		what = "series"
	case 9:
		c.Events = slices.Delete(slices.Clone(c.Events), at, at+1)
		c.History = append(slices.Clone(c.History), ledger.Change{Day: "2031-01-02", ID: e.ID, What: "rejected"})
		return "event out " + e.ID
	case 10:
		e.ID, e.Slug = fmt.Sprintf("new%d", i), fmt.Sprintf("new-%d", i)
		c.Events = append(slices.Clone(c.Events), &e)
		c.History = append(slices.Clone(c.History), ledger.Change{Day: "2031-01-0" + fmt.Sprint(1+i%9), ID: e.ID, What: "new"})
		slices.SortFunc(c.Events, func(a, b *ledger.Event) int { return strings.Compare(a.ID, b.ID) })
		return "event new " + e.ID
	case 11:
		k := r.IntN(len(c.Actors))
		a := *c.Actors[k]
		a.Title, a.KnownAs = a.Title+" II", append(slices.Clone(a.KnownAs), "Whoever")
		a.Kind = pick(r, []string{"person", "organisation", "state"})
		c.Actors = slices.Clone(c.Actors)
		c.Actors[k] = &a
		return "name of " + a.ID
	case 12:
		k := r.IntN(len(c.Articles))
		a := *c.Articles[k]
		a.Title, a.Publisher, a.Date = a.Title+" (new)", "The "+fmt.Sprint(i), "2031-02-1"+fmt.Sprint(i%10)
		c.Articles = slices.Clone(c.Articles)
		c.Articles[k] = &a
		return "article " + a.Name
	case 13:
		cfg.Title = fmt.Sprint("Title ", i)
		return "configuration"
	}
	c.Events = slices.Clone(c.Events)
	c.Events[at] = &e
	c.History = append(slices.Clone(c.History), ledger.Change{Day: "2031-01-05", ID: e.ID, What: "corrected", Key: "title", Old: "x", New: e.Title})
	return what + " of " + e.ID
}

// Of a timeline in which one event gets another title, the groups of pages that
// do not show it are left out.
func TestOneEditLeavesTheRest(t *testing.T) {
	c, o := large(t, 120)
	o.Program = "test"
	mustBuild(t, o)
	e := *c.Events[7]
	e.Title = "Another title"
	c.Events[7] = &e
	rep, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", rep)
	if rep.Left < rep.Pages/2 {
		t.Errorf("%d of %d pages were left as they are", rep.Left, rep.Pages)
	}
}

// Events that make every bar of the drawing of the whole timeline another one
// change its style sheet, and of the pages of other events none that shows it.
func TestTheDrawingChangesNoPage(t *testing.T) {
	c, o := large(t, 60)
	o.Program = "test"
	mustBuild(t, o)
	public := filepath.Join(o.Dir, "public")
	before := tree(t, public)
	for i := range 12 { // as many again as any year has
		e := *c.Events[59]
		e.ID, e.Slug, e.Actors = fmt.Sprintf("more%d", i), fmt.Sprintf("more-%d", i), nil
		c.Events = append(c.Events, &e)
	}
	mustBuild(t, o)
	after := tree(t, public)
	if before[overviewFile] == "" || before[overviewFile] == after[overviewFile] {
		t.Error("the bars are as they were")
	}
	for _, e := range c.Events[1:40] { // the first has many pages, the last are neighbours
		if name := "e/" + e.Slug + "/index.html"; !strings.Contains(before[name], overviewFile) || before[name] != after[name] {
			t.Errorf("%s does not show the drawing, or is another page", name)
		}
	}
}

// What a page notes is enough: where all that it has looked at is as it was, the
// page is, whatever else was edited. And it is not too much: of an actor with very
// many events, one more leaves most pages of its other events and of those who
// take part in them.
func TestWhatIsNotedIsEnough(t *testing.T) {
	edits := 24
	if testing.Short() {
		edits = 6
	}
	c, o := large(t, 1200)
	for i, e := range c.Events {
		if i%2 == 0 {
			e.Actors[0].ID = "actor-000"
		}
	}
	cfg := *o.Config
	cfg.BaseURL = "https://example.org/"
	r := rand.New(rand.NewPCG(11, 11))
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	views := func(tl *timeline) map[string]func() any {
		out := map[string]func() any{}
		for _, e := range tl.events.unnoted {
			out["e "+e.ID] = func() any { e.own.look(); return tl.eventPage(e) }
		}
		for _, a := range tl.actors {
			out["a "+a.ID] = func() any { a.own.look(); return tl.actorPage(a) }
		}
		for _, l := range tl.pairPages() {
			out["l "+l.path] = func() any { return tl.listPage(l) }
		}
		return out
	}
	before := newTimeline(c, &cfg, w)
	for i := range edits {
		what := "one more"
		if i%2 == 0 { // the one with many events has another
			e := *c.Events[100+r.IntN(1000)]
			e.ID, e.Slug, e.Actors = fmt.Sprintf("many%d", i), fmt.Sprintf("many-%d", i), []ledger.Part{{ID: "actor-000", Role: "actor"}}
			c.Events = append(slices.Clone(c.Events), &e)
		} else {
			what = edit(r, c, o.Config, i)
		}
		after := newTimeline(c, &cfg, w)
		old, left := views(before), 0
		for name, now := range views(after) {
			make := old[name]
			if make == nil {
				continue
			}
			before.notes.begin()
			was := make()
			cells, _ := before.notes.end()
			if slices.ContainsFunc(cells, func(c *cell) bool {
				x := after.cellNamed(c.name)
				return x == nil || x.value() != c.value()
			}) {
				continue
			}
			left++
			if is := now(); !reflect.DeepEqual(was, is) {
				t.Fatalf("edit %d (%s): %s is another page, and nothing that it looked at has changed", i, what, name)
			}
		}
		if t.Logf("edit %d (%s) leaves %d of %d pages", i, what, left, len(old)); i%2 == 0 && left < len(old)*2/3 {
			t.Errorf("edit %d leaves %d of %d pages", i, left, len(old))
		}
		before = after
	}
}
