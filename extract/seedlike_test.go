package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/internal/articletest"
)

var updateMarks = flag.Bool("update-marks", false, "take the marks from wishes that are met; none is ever added")

// TestSeedlike holds fasti to the wishes in testdata/seedlike; the README
// there tells their form.
func TestSeedlike(t *testing.T) {
	files, err := filepath.Glob("../testdata/seedlike/*.want")
	if err != nil || len(files) != 10 {
		t.Fatalf("want ten files of wishes, found %d, %v", len(files), err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	met, all := 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".want"), func(t *testing.T) {
			dated := articletest.Read(t, strings.TrimSuffix(file, ".want")+".md")
			bare := *dated
			bare.Date = ""
			w := &wishes{with: x.Article(dated), bare: x.Article(&bare), used: map[int]bool{}}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSpace(string(b)), "\n")
			slices.SortStableFunc(lines, func(a, b string) int { return late(a) - late(b) })
			for i, line := range lines {
				wish, missed := strings.CutPrefix(line, "!")
				all++
				problem := w.try(wish)
				switch {
				case problem == "":
					met++
					lines[i] = wish
				case missed:
					t.Logf("not yet: %s: %s", wish, problem)
				default:
					t.Errorf("%s: %s", wish, problem)
				}
			}
			t.Log("\n" + show(w.with))
			if *updateMarks {
				if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	t.Logf("%d of %d wishes are met", met, all)
}

// late puts the wish "only" behind the events that it speaks of.
func late(wish string) int {
	if strings.TrimPrefix(wish, "!") == "only" {
		return 1
	}
	return 0
}

// wishes is one article's results, against which wishes are tried.
type wishes struct {
	with, bare *extract.Result
	used       map[int]bool // events that answer a wish
}

// try gives what stands against a wish, or "".
func (w *wishes) try(wish string) string {
	word, rest, _ := strings.Cut(wish, " ")
	f := strings.Split(rest, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for len(f) < 7 {
		f = append(f, "")
	}
	switch word {
	case "event":
		return w.event(f)
	case "actor":
		for _, a := range w.with.Actors.Actors {
			if a.Name == f[0] {
				if string(a.Kind) != f[1] {
					return fmt.Sprintf("is a %s", a.Kind)
				}
				return ""
			}
		}
		return "no such actor"
	case "mention":
		return w.mention(f[0], f[1])
	case "quiet":
		for _, e := range w.with.Events {
			if e.Published && strings.Contains(quote(w.with, e), f[0]) {
				return "an event rests on it: " + e.Title
			}
		}
	case "nobody":
		for _, a := range w.with.Actors.Actors {
			if a.Name == f[0] {
				return "there is such an actor"
			}
		}
	case "only":
		var more []string
		for i, e := range w.with.Events {
			if e.Published && !w.used[i] {
				more = append(more, e.When+" "+e.Title)
			}
		}
		return strings.Join(more, "; ")
	case "bare":
		return w.undated(f)
	default:
		return "no such kind of wish"
	}
	return ""
}

// event looks for a published event that is all that the wish says.
func (w *wishes) event(f []string) string {
	best, least := "no event with its date, kind and actors", 3
	for i, e := range w.with.Events {
		if !e.Published || e.When != f[0] || w.used[i] {
			continue
		}
		var wrong []string
		check := func(ok bool, format string, args ...any) {
			if !ok {
				wrong = append(wrong, fmt.Sprintf(format, args...))
			}
		}
		check(oneOf(f[1], string(e.Kind)), "kind %s", e.Kind)
		check(oneOf(f[2], string(e.Status)), "status %s", e.Status)
		check(oneOf(f[3], string(e.Basis)), "basis %s", e.Basis)
		check(f[4] == "" || strings.Contains(e.Sources[0].Said, f[4]), "said %q", e.Sources[0].Said)
		missing := w.missing(e, f[5])
		check(len(missing) == 0, "without %s", strings.Join(missing, ", "))
		if n, ok := strings.CutPrefix(f[6], "series "); ok {
			check(e.Series != nil && fmt.Sprint(e.Series.Number) == n, "series %v", e.Series)
		}
		if len(wrong) == 0 {
			w.used[i] = true
			return ""
		}
		if len(wrong) < least {
			least, best = len(wrong), fmt.Sprintf("nearest %q: %s", e.Title, strings.Join(wrong, ", "))
		}
	}
	return best
}

func oneOf(choice, s string) bool { return slices.Contains(strings.Split(choice, "/"), s) }

// missing lists the wanted actors that the event has not.
func (w *wishes) missing(e event.Event, want string) []string {
	var out []string
	for _, name := range strings.Split(want, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !slices.ContainsFunc(e.Parts, func(p event.Part) bool { return w.isCalled(p.Actor, name) }) {
			out = append(out, name)
		}
	}
	return out
}

func (w *wishes) isCalled(id, name string) bool {
	return slices.ContainsFunc(w.with.Actors.Actors, func(a actor.Actor) bool {
		return a.ID == id && (a.Name == name || slices.Contains(a.Aliases, name))
	})
}

func (w *wishes) mention(name, words string) string {
	for _, a := range w.with.Actors.Actors {
		if a.Name != name {
			continue
		}
		for _, m := range a.Mentions {
			if text := m.Of(w.with.Article.Text); text == words || strings.Contains(words, text) && strings.Contains(around(w.with, m.Span), words) {
				return ""
			}
		}
		return "no such mention"
	}
	return "no such actor"
}

// around is a span with the words before and behind it.
func around(r *extract.Result, s article.Span) string {
	return r.Article.Text[max(0, s.Start-30):min(len(r.Article.Text), s.End+30)]
}

// undated checks an article without its date: the one event keeps its day
// without a year, no other is dated, and a warning says why.
func (w *wishes) undated(f []string) string {
	found := false
	for _, e := range w.bare.Events {
		switch {
		case e.When == f[0] && oneOf(f[1], string(e.Kind)):
			found = true
		case e.When != "" && !strings.HasPrefix(e.When, "XXXX") && e.Basis != event.Explicit:
			return "dated without a date of publication: " + e.When + " " + e.Title
		}
	}
	if !slices.ContainsFunc(w.bare.Warnings, func(x extract.Warning) bool { return x.Code == "no-date" }) {
		return "no warning that the date is missing"
	}
	if !found {
		return "no such event"
	}
	return ""
}

func quote(r *extract.Result, e event.Event) string { return e.Sources[0].Of(r.Article.Text) }

// show prints what was published, for failures.
func show(r *extract.Result) string {
	var b strings.Builder
	for _, a := range r.Actors.Actors {
		fmt.Fprintf(&b, "actor %s | %s | %s | %s\n", a.Name, a.Kind, a.Country, strings.Join(a.Aliases, ", "))
	}
	for _, e := range r.Events {
		fmt.Fprintf(&b, "event %s | %s | %s | %s | %s | %d %t | %s |", e.When, e.Kind, e.Status, e.Basis, e.Sources[0].Said, e.Confidence, e.Published, e.Title)
		for _, p := range e.Parts {
			fmt.Fprintf(&b, " %s:%s", p.Actor, p.Role)
		}
		if e.Series != nil {
			fmt.Fprintf(&b, " | series %d of %s", e.Series.Number, e.Series.Of)
		}
		b.WriteString("\n")
	}
	return b.String()
}
