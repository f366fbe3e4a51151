package reviewtui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fasti/internal/ledger"
	"fasti/internal/review"
	"fasti/internal/reviewtui"
)

// folder is a site of hand-made files that ask to be reviewed.
type folder struct{ dir string }

func (f folder) Look(context.Context) (*review.Desk, error) {
	c, _ := ledger.Load(f.dir)
	return review.New(review.Site{Content: c, Found: c.Check(nil)}), nil
}

func (f folder) Change(ctx context.Context, by string, plan func(*review.Desk, ledger.Options) (*ledger.Plan, bool, error)) (*ledger.Plan, error) {
	d, _ := f.Look(ctx)
	p, _, err := plan(d, ledger.Options{Day: "2031-04-01", By: by})
	if err != nil {
		return nil, err
	}
	return p, p.Write(f.dir)
}

func (f folder) Words(*review.Desk) review.Words { return nil }

func begin(t *testing.T) (folder, *reviewtui.Model) {
	t.Helper()
	f := folder{t.TempDir()}
	for name, text := range map[string]string{
		"content/articles/a.md":   "---\ntitle: A\ndate: 2031-03-05\nlang: en\n---\nCrews went on strike. The union said no\x1b[2J.\n",
		"content/events/one.md":   "---\ntitle: Crews strike\nwhen: \"2031-03-03\"\nreview: proposed\nsources:\n  - article: a\n    quote: Crews went on strike.\n---\n",
		"content/events/two.md":   "---\ntitle: \"The union\\e[2J says no\"\nwhen: \"2031-03-04\"\nreview: proposed\n---\n",
		"content/events/three.md": "---\ntitle: A third\nwhen: \"2031-03-05\"\nreview: proposed\n---\n",
	} {
		path := filepath.Join(f.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m, err := reviewtui.New(context.Background(), f, "Anna", review.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return f, m
}

func states(f folder) string {
	c, _ := ledger.Load(f.dir)
	var out []string
	for _, e := range c.Events {
		out = append(out, e.ID+" "+string(e.Review)+" "+e.Title)
	}
	return strings.Join(out, "\n")
}

// One key decides and goes on; undo leads back; what is left for later comes
// again; nothing an article says moves the cursor.
func TestKeys(t *testing.T) {
	f, m := begin(t)
	if s := m.Screen(); !strings.Contains(s, "0 decided · 3 wait") || strings.Contains(s, "\x1b[2J") {
		t.Fatalf("%q", s)
	}
	m.Key("a")
	if !strings.Contains(m.Screen(), "1 decided · 2 wait") {
		t.Fatal(m.Screen())
	}
	m.Key("r")
	m.Key("n")
	if s := m.Screen(); !strings.Contains(s, "Nothing waits") || !strings.Contains(s, "1 were left for later") {
		t.Fatal(s)
	}
	m.Key("u")
	if s := states(f); strings.Count(s, " accepted ") != 1 || strings.Contains(s, "rejected") || strings.Count(s, " proposed ") != 2 {
		t.Error(s)
	}
	m.Key("r")
	m.Key("n")
	m.Key("a")
	if s := states(f); strings.Contains(s, "proposed") || strings.Count(s, "rejected") != 1 {
		t.Error(s)
	}
}

// A field is corrected by its key, the value and Enter; Escape leaves it.
func TestCorrection(t *testing.T) {
	f, m := begin(t)
	press := func(k tea.Key) { m.Update(tea.KeyPressMsg(k)) }
	write := func(s string) {
		for _, r := range s {
			press(tea.Key{Code: r, Text: string(r)})
		}
	}
	press(tea.Key{Code: 't', Text: "t"})
	write("x")
	press(tea.Key{Code: tea.KeyEscape})
	press(tea.Key{Code: 't', Text: "t"})
	press(tea.Key{Code: 'u', Mod: tea.ModCtrl})
	write("All crews strike")
	press(tea.Key{Code: tea.KeyEnter})
	if s := states(f); strings.Count(s, "All crews strike") != 1 {
		t.Errorf("%s\n%s", s, m.Screen())
	}
	press(tea.Key{Code: 'd', Text: "d"})
	write("nonsense")
	press(tea.Key{Code: tea.KeyEnter})
	if s := m.Screen(); !strings.Contains(s, "is no date") {
		t.Error(s)
	}
}
