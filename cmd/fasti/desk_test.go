package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fasti/internal/ledger"
)

// deskSiteDir lays down ten invented articles, German and English, of one
// story.
func deskSiteDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/desk")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// fasti runs a command on a site.
func fastiOn(t *testing.T, dir string, args ...string) (out, said string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"-C", dir, "--now", "2031-04-01", "--by", "Anna"}, args...), streams{strings.NewReader(""), &o, &e})
	return o.String(), e.String(), code
}

// lockedBuffer is a buffer that a server writes to while a test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

var deskAddress = regexp.MustCompile(`http://(\S+/)_review/#token=([0-9a-f]{48})`)

// serving runs fasti serve until the test, or stop, ends it.
func serving(t *testing.T, dir string) (home, token string, stop func()) {
	t.Helper()
	return servingTo(t, dir, "Anna")
}

// servingTo runs fasti serve for somebody.
func servingTo(t *testing.T, dir, who string) (home, token string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var said lockedBuffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"-C", dir, "--now", "2031-04-01", "--by", who, "serve", "--listen", "127.0.0.1:0"}, streams{strings.NewReader(""), io.Discard, &said})
	}()
	var once sync.Once
	stop = func() { once.Do(func() { cancel(); <-ended }) }
	t.Cleanup(stop)
	for range 600 {
		if m := deskAddress.FindStringSubmatch(said.String()); m != nil {
			return "http://" + m[1], m[2], stop
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("no address: %s", said.String())
	return "", "", nil
}

func got(t *testing.T, address, token string) (int, string) {
	t.Helper()
	r, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(b)
}

// Each page of serve says where it stands and leads to the desk; what is
// published has nothing of either.
func TestDeskIsServedAndNotPublished(t *testing.T) {
	dir := deskSiteDir(t)
	home, token, stop := serving(t, dir)
	c, _ := ledger.Load(dir)
	e := c.Events[0]
	_, page := got(t, home+"e/"+e.Slug+"/", "")
	for _, want := range []string{"<b>proposed</b>", "<code>" + e.ID + "</code>", "<code>" + e.Path + "</code>", `href="vscode://file/`, `href="/_review/#event=` + e.ID + `"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of %s lacks %s", e.ID, want)
		}
	}
	if _, page = got(t, home, ""); !strings.Contains(page, "events to review") {
		t.Error("the home page does not say what waits")
	}
	if status, _ := got(t, home+"_review/api/v1/queue", ""); status != http.StatusUnauthorized {
		t.Errorf("without a token: %d", status)
	}
	status, body := got(t, home+"_review/api/v1/queue?where=lang%3Dde", token)
	var q struct {
		Entries []struct{ ID string }
		Open    int
	}
	if err := json.Unmarshal([]byte(body), &q); err != nil || status != 200 || q.Open != len(c.Events) || len(q.Entries) < 10 || len(q.Entries) >= q.Open {
		t.Errorf("%d: %d of %d wait, %v", status, len(q.Entries), q.Open, err)
	}
	stop()
	if _, said, code := fastiOn(t, dir, "build"); code != 0 {
		t.Fatal(said)
	}
	pages := 0
	err := fs.WalkDir(os.DirFS(filepath.Join(dir, "public")), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d != nil && d.Name() == "_review" {
				t.Error("public/ has the desk")
			}
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, "public", path))
		pages++
		for _, never := range []string{"_review", "fasti-bar", "vscode:", token, filepath.ToSlash(dir)} {
			if bytes.Contains(b, []byte(never)) {
				t.Errorf("public/%s holds %q", path, never)
			}
		}
		return err
	})
	if err != nil || pages < 100 {
		t.Errorf("%d files, %v", pages, err)
	}
}

// deskJob is what test/browser/desk.mjs is asked to do.
type deskJob struct {
	Browser     string           `json:"browser"`
	Address     string           `json:"address"`
	Part        string           `json:"part"`
	Axe         bool             `json:"axe"`
	Pictures    string           `json:"pictures,omitempty"`
	Pairs       [][]string       `json:"pairs,omitempty"`
	Reject      []string         `json:"reject,omitempty"`
	Corrections []deskCorrection `json:"corrections,omitempty"`
	Tasks       map[string]any   `json:"tasks,omitempty"`
	Paths       []string         `json:"paths,omitempty"`

	Edits [][3]string       `json:"edits,omitempty"` // of the part inplace: the pen, what is typed, where the page says it
	Shown map[string]string `json:"shown,omitempty"` // what is typed -> as the page says it
}

type deskCorrection struct {
	Title string `json:"title"`
	Key   string `json:"key"`
	Value string `json:"value"`
}

// drive runs a job in a headless browser and gives what it saw; problems fail
// the test.
func (j deskJob) drive(t *testing.T, saw any) {
	t.Helper()
	missing := func(what string) {
		t.Helper()
		if os.Getenv("FASTI_BROWSER") == "required" {
			t.Fatalf("no %s: see test/browser/README.md", what)
		}
		t.Skipf("SKIPPED, the desk was not seen in a browser: no %s (see test/browser/README.md)", what)
	}
	if j.Browser = os.Getenv("CHROMIUM"); j.Browser == "" {
		j.Browser, _ = exec.LookPath("chromium")
	}
	node, err := exec.LookPath("node")
	if _, no := os.Stat("../../test/browser/node_modules/puppeteer-core"); j.Browser == "" || err != nil || no != nil {
		missing("Chromium, Node or puppeteer-core")
	}
	j.Axe, j.Pictures = true, os.Getenv("FASTI_PICTURES")
	in, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "desk.mjs")
	cmd.Dir, cmd.Stdin = "../../test/browser", bytes.NewReader(in)
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errors.String())
	}
	for sc := bufio.NewScanner(bytes.NewReader(out)); sc.Scan(); {
		var l struct {
			What   string
			Detail any
			Saw    json.RawMessage
		}
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", sc.Text(), err)
		}
		if l.What != "" {
			t.Errorf("%s: %v", l.What, l.Detail)
		}
		if l.Saw != nil {
			if err := json.Unmarshal(l.Saw, saw); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// review is an editor's view of ten articles: which reports tell of one
// happening, what is none, what is worded wrongly.
func (j deskJob) review() deskJob {
	j.Part = "review"
	j.Pairs = [][]string{{"union Seewerk rejects", "lehnt ein Angebot"}, {"dismisses two captains", "zwei Kapitäne"}, {"approves a fund", "beschließt eine Hilfe"},
		{"residents protest", "Einwohner demonstrieren"}, {"orders the company", "verurteilt die Reederei"}, {"begin talks", "nehmen in Ostwik"},
		{"passes a law", "verabschiedet ein Gesetz"}, {"sign an agreement", "unterzeichnen in Ostwik"}, {"first ferry leaves", "erste Fähre"}}
	j.Reject = []string{"Der Streik hatte"}
	j.Corrections = []deskCorrection{{"In June 2028", "t", "A tug sinks in the harbour basin of Lindhafen"}, {"He had set fire", "t", "A man sets fire to a ticket booth"}, {"400 residents", "k", "prot"}}
	return j
}

// What an editor decides in the browser, by keys alone, is all there is to do,
// and stands when articles change and go.
func TestDeskInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	home, token, stop := serving(t, dir)
	address := home + "_review/#token=" + token
	before, _ := ledger.Load(dir)
	var r struct {
		Keys, Typed, Decisions, Corrections, Most, Joined, Left, Decided int
		Steps                                                            []string
	}
	deskJob{Address: address}.review().drive(t, &r)
	t.Logf("%d proposals: %d keys and %d letters, %d decisions, %d corrections of at most %d keys; %d joins of actors", len(before.Events), r.Keys, r.Typed, r.Decisions, r.Corrections, r.Most, r.Joined)
	if len(before.Events) != 43 || r.Keys > 150 || r.Most > 6 || r.Corrections != 3 || r.Decided < 30 || r.Left > 0 {
		t.Errorf("%+v of %d proposals", r, len(before.Events))
	}
	stop()
	if out, said, code := fastiOn(t, dir, "check", "--max-warnings", "0"); code != 0 {
		t.Errorf("check: %s%s", out, said)
	}
	decided := decidedOn(t, dir)
	if n := decided["accepted"] + decided["corrected"]; n < 30 || decided["rejected"] != 1 || decided["merged"] < 5 || decided["proposed"] != 0 {
		t.Errorf("%v", decided)
	}
	changed(t, dir)
	states := statesOf(t, dir)
	if _, said, code := fastiOn(t, dir, "build"); code != 0 {
		t.Errorf("build: %s", said)
	}
	if now := statesOf(t, dir); !slices.Equal(states, now) {
		t.Errorf("decided\n%s\nand now\n%s", strings.Join(states, "\n"), strings.Join(now, "\n"))
	}
	home, token, stop = serving(t, dir)
	var c struct {
		Keys int
		Seen []struct {
			Title  string
			Follow bool
		}
	}
	deskJob{Address: home + "_review/#token=" + token, Part: "changed"}.drive(t, &c)
	if len(c.Seen) < 2 || !slices.ContainsFunc(c.Seen, func(s struct {
		Title  string
		Follow bool
	}) bool {
		return s.Follow
	}) {
		t.Errorf("%+v", c)
	}
	stop()
	if out, said, code := fastiOn(t, dir, "check"); code != 0 {
		t.Errorf("check: %s%s", out, said)
	}
}

// decidedOn counts the events of a site by their state.
func decidedOn(t *testing.T, dir string) map[string]int {
	t.Helper()
	c, found := ledger.Load(dir)
	if len(found) > 0 {
		t.Fatal(found[0])
	}
	out := map[string]int{}
	for _, e := range c.Events {
		out[string(e.Review)]++
	}
	return out
}

// statesOf is what people have decided on each event.
func statesOf(t *testing.T, dir string) []string {
	t.Helper()
	c, _ := ledger.Load(dir)
	var out []string
	for _, e := range c.Events {
		out = append(out, strings.Join([]string{e.ID, string(e.Review), e.Title, e.When.String(), e.Kind, e.Status, strings.Join(e.Into, " ")}, "|"))
	}
	return out
}

// changed edits one article and removes another.
func changed(t *testing.T, dir string) {
	t.Helper()
	path := filepath.Join(dir, "content/articles/herald-deal.md")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	next := bytes.Replace(b, []byte("signed an agreement in Ostwik on Wednesday"), []byte("signed a long agreement in Ostwik on Wednesday"), 1)
	if bytes.Equal(b, next) {
		t.Fatal("the article does not say it")
	}
	if err := os.WriteFile(path, next, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "content/articles/courier-barge.md")); err != nil {
		t.Fatal(err)
	}
}

// The tasks beside accepting, each done by keys: join, misread, split, put in
// somebody, take another date, conditions, many at once, undo, other keys.
func TestDeskTasksInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	home, token, _ := serving(t, dir)
	address := home + "_review/#token=" + token
	var r struct {
		Joined, Split, Listed   int
		Misread                 bool
		Parts, When             []string
		Asked                   string
		Back, Fault, Toast, Key string
	}
	deskJob{Address: address, Part: "tasks", Tasks: map[string]any{"join": []string{"residents protest", "Einwohner"}, "where": "lang=de confidence>90"}}.drive(t, &r)
	if r.Joined != 2 || !r.Misread || r.Split != 1 || !slices.Contains(r.Parts, "Ava Stone") || !strings.Contains(r.Asked, "Nobody is called “Ava Stone”") || len(r.When) != 2 || r.When[0] == r.When[1] || r.Back != r.When[0] ||
		!strings.Contains(r.Fault, `no field "colour"`) || r.Listed < 5 || !strings.Contains(r.Toast, "accepted") || r.Key != "z" {
		t.Errorf("%+v", r)
	}
	var b map[string]struct {
		Text  string
		Links []string
	}
	c, _ := ledger.Load(dir)
	page := "e/" + c.Events[0].Slug + "/"
	deskJob{Address: address, Part: "bar", Paths: []string{"", page}}.drive(t, &b)
	if !strings.Contains(b[page].Text, c.Events[0].ID) || len(b[page].Links) != 2 {
		t.Errorf("%+v", b)
	}
}

// What a reader sees is corrected on the page itself, by keys: the page says it
// when it was built anew, the log who did it, and the file what.
func TestEditOnThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	home, token, stop := serving(t, dir)
	c, _ := ledger.Load(dir)
	i := slices.IndexFunc(c.Events, func(e *ledger.Event) bool { return strings.Contains(e.Title, "sign an agreement") })
	if i < 0 || len(c.Events[i].Actors) == 0 {
		t.Fatal("no such event")
	}
	e := c.Events[i]
	var r struct {
		Hash, Typed, Misread, Undone, Panel, Stranger string
		Pens                                          int
	}
	deskJob{Address: home + "_review/#token=" + token, Part: "inplace", Paths: []string{"e/" + e.Slug + "/", "", "a/" + e.Actors[0].ID + "/", "s/" + e.Sources[0].Article + "/"},
		Edits: [][3]string{
			{"Correct: Title", "A treaty for the harbour", "main h1"},
			{"Correct: Date", "2031-03-20", "main .bigdate"},
			{"Kind", "agree", ".fasti-panel"},
			{"Places", "Kiel", "main .p-location"},
			{"Your own text", "Seen by the editors.", "main .p-summary"},
			{"Put somebody in", "Nobody Before", "main .p-attendee"},
		},
		Shown: map[string]string{"2031-03-20": "20"}}.drive(t, &r)
	if r.Hash != "" || r.Typed != "half a sen" || !strings.Contains(r.Misread, "Saved") || !strings.Contains(r.Undone, "Taken back") || r.Pens < 10 || r.Panel == "" || !strings.Contains(r.Stranger, "token") {
		t.Errorf("%+v", r)
	}
	stop()
	c, found := ledger.Load(dir)
	if len(found) > 0 {
		t.Fatal(found)
	}
	now := c.Events[slices.IndexFunc(c.Events, func(x *ledger.Event) bool { return x.ID == e.ID })]
	if now.Title != "A slip" || now.When.String() != "2031-03-20" || now.Kind != "agree" || !slices.Contains(now.Places, "Kiel") || !strings.Contains(now.Body, "Seen by") || !slices.ContainsFunc(now.Actors, func(p ledger.Part) bool { return p.ID == "nobody-before" }) || slices.ContainsFunc(now.Sources, func(s ledger.Source) bool { return s.Misread }) {
		t.Errorf("%+v", now)
	}
	for _, a := range c.Log().Live() {
		if a.Act.Human() && a.By != "Anna" {
			t.Errorf("nobody signed %+v", a)
		}
	}
	if out, said, code := fastiOn(t, dir, "build"); code != 0 {
		t.Errorf("%s%s", out, said)
	}
}
