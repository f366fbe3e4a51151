package site

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fasti/internal/config"
	"fasti/internal/ledger"
)

// browserJob is what test/browser/run.mjs is asked to do.
type browserJob struct {
	Script   string      `json:"-"` // run.mjs if empty
	Browser  string      `json:"browser"`
	Root     string      `json:"root"`
	Pages    []string    `json:"pages"`
	Looks    []look      `json:"looks"`
	Axe      bool        `json:"axe"`
	Thorough bool        `json:"thorough"` // large text, forced colours, paper
	Keyboard bool        `json:"keyboard"`
	Steps    [][2]string `json:"steps"`
}

// look is a window and its reader's wish.
type look struct {
	Width  int    `json:"width"`
	Scheme string `json:"scheme"`
}

// everyLook is the matrix that each kind of page must stand.
func everyLook() []look {
	var out []look
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int{1280, 390, 320} {
			out = append(out, look{width, scheme})
		}
	}
	return out
}

// looksOf gives the looks for a site in a language: whatever does not turn with
// the writing is seen in the first of them.
func looksOf(lang string) []look {
	if lang == "ar" {
		return []look{{1280, "light"}, {320, "light"}, {390, "dark"}}
	}
	return everyLook()
}

// runBrowser runs a job and gives its lines. Without a browser the test is
// skipped, unless FASTI_BROWSER=required.
func runBrowser(t *testing.T, job browserJob) []map[string]any {
	t.Helper()
	missing := func(what string) {
		t.Helper()
		if os.Getenv("FASTI_BROWSER") == "required" {
			t.Fatalf("no %s: see test/browser/README.md", what)
		}
		t.Skipf("SKIPPED, the pages were not seen in a browser: no %s (see test/browser/README.md)", what)
	}
	job.Browser = os.Getenv("CHROMIUM")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if job.Browser == "" {
			job.Browser, _ = exec.LookPath(name)
		}
	}
	if job.Browser == "" {
		missing("Chromium")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		missing("Node")
	}
	dir, err := filepath.Abs("../../test/browser")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "puppeteer-core")); err != nil {
		missing("puppeteer-core in test/browser")
	}
	in, err := json.Marshal(job)
	if err != nil {
		t.Fatal(err)
	}
	if job.Script == "" {
		job.Script = "run.mjs"
	}
	cmd := exec.Command(node, job.Script)
	cmd.Dir = dir
	cmd.Stdin = bytes.NewReader(in)
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errors.String())
	}
	var lines []map[string]any
	sc := bufio.NewScanner(bytes.NewReader(out))
	sc.Buffer(nil, 8<<20)
	for sc.Scan() {
		m := map[string]any{}
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			t.Fatalf("%s: %v", sc.Text(), err)
		}
		lines = append(lines, m)
	}
	return lines
}

// problems fails the test for each thing that the browser found wrong.
func problems(t *testing.T, lines []map[string]any) {
	t.Helper()
	for _, l := range lines {
		if l["runs"] != nil {
			t.Logf("axe ran %v times", l["runs"])
		}
		if l["what"] != nil {
			t.Errorf("%v %v: %v: %v", l["page"], l["look"], l["what"], l["detail"])
		}
	}
}

var samplePages = []string{
	"index.html", "2031/index.html", "2031/03/index.html", "e/day/index.html", "e/undated/index.html", "e/hostile/index.html", "e/long/index.html",
	"a/mara-lindqvist/index.html", "a/ferry-union/index.html", "a/index.html", "a/jonas-wolter/mara-lindqvist/index.html", "s/index.html", "s/harbour-talks/index.html", "s/unused/index.html",
	"undated/index.html", "changes/index.html", "about/index.html", "search/index.html", "offline/index.html", "e/gone/index.html",
	"k/consult/index.html", "k/index.html", "p/index.html", "p/alte-werft/index.html", "embed/2031-03.html", "embed/e/day.html",
	"all/index.html", "meetings/index.html", "planned/index.html", "404.html",
}

func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	for _, lang := range []string{"en", "ar"} {
		out, _ := build(t, lang)
		problems(t, runBrowser(t, browserJob{Root: out, Pages: samplePages, Looks: looksOf(lang), Axe: true, Thorough: true, Keyboard: lang == "en"}))
	}
}

// What scripts make of pages is as sound as the pages: results, filters, all that
// is unfolded.
func TestBrowserStates(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	for _, lang := range []string{"en", "ar"} {
		out, _ := build(t, lang)
		problems(t, runBrowser(t, browserJob{Root: out, Looks: looksOf(lang), Axe: true, Pages: []string{
			"search/index.html?q=strike", "open:search/index.html?q=lindqvist&from=2031-03", "search/index.html?q=nothingatall",
			"open:index.html", "open:2031/03/index.html#kind=protest", "open:all/index.html#status=planned", "open:a/mara-lindqvist/index.html", "open:p/index.html",
			"open:e/day/index.html", "2031/03/index.html#kind=sport", "e/day/index.html#s-agree",
		}}))
	}
}

// A town paper's site and one without an event stand the same looks as the large one.
func TestBrowserSmallSites(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	c, cfg := localNews(t)
	out, _ := built(t, c, cfg)
	problems(t, runBrowser(t, browserJob{Root: out, Looks: everyLook(), Axe: true, Thorough: true, Keyboard: true, Pages: []string{
		"index.html", "open:2031/06/index.html", "e/n240/index.html", "a/index.html", "open:a/ida-brandt/index.html", "s/index.html", "s/report-24/index.html",
		"open:all/index.html", "p/index.html", "k/index.html", "search/index.html?q=bruecke", "about/index.html", "changes/index.html", "404.html",
	}}))
	out, _ = built(t, &ledger.Content{}, &config.Config{Title: "To come", Language: "de", BaseURL: "https://example.org/", Fasti: config.Fasti{Publish: "all", Articles: "quotes"}})
	problems(t, runBrowser(t, browserJob{Root: out, Looks: everyLook(), Axe: true, Thorough: true, Keyboard: true, Pages: []string{
		"index.html", "a/index.html", "s/index.html", "search/index.html?q=x", "about/index.html", "changes/index.html", "404.html",
	}}))
}

// What a reader does with the scripts works from a folder.
func TestBrowserScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	out, _ := build(t, "en")
	lines := runBrowser(t, browserJob{Root: out, Steps: [][2]string{
		{"search", "gesprächen faehre"}, {"search", "Streiks"}, {"filter", "jonas-wolter"}, {"keys", ""}, {"withoutScript", "2031/03/index.html"}, {"visits", ""},
		{"filters", "2031/03/index.html kind=protest"}, {"filters", "2031/03/index.html reviewed=1"}, {"filters", "2031/03/index.html from=2031-03-08&to=2031-03-21"},
		{"filters", "2031/03/index.html place=alte-werft"}, {"filters", "index.html actor=tariq-al-amin"}, {"filters", "2031/03/index.html kind=sport"}, {"menu", "2031/03/index.html reviewed 0"}, {"nextMonth", "2031/04/index.html actor=jonas-wolter"},
		{"copy", "e/day/index.html"},
		{"search", "straik"}, {"filters", "all/index.html status=planned"}, {"filters", "all/index.html lang=ar"},
	}})
	problems(t, lines)
	saw := func(i int) string { b, _ := json.Marshal(lines[i]["saw"]); return string(b) }
	if len(lines) < 18 {
		t.Fatalf("%d lines", len(lines))
	}
	if got := saw(0); got != "[]" {
		t.Errorf("search for words that no event has in common: %s", got)
	}
	if got := saw(1); !strings.Contains(got, `"../e/range/index.html"`) {
		t.Errorf("search for an inflected word: %s", got)
	}
	var f struct{ Before, After, Wrong int }
	if _ = json.Unmarshal([]byte(saw(2)), &f); f.After == 0 || f.After >= f.Before || f.Wrong != 0 {
		t.Errorf("filter: %+v", f)
	}
	if got := saw(3); got != `{"search":"q","second":1}` {
		t.Errorf("keys: %s", got)
	}
	if got := saw(5); got != `{"count":["3"],"first":0,"later":["aa1"]}` {
		t.Errorf("new since the last visit: %s", got)
	}
	for i, want := range []string{
		`{"all":"","cleared":7,"fields":["kind=protest"],"hash":"","left":0,"shown":["aa2"],"status":"1 event"}`,
		`{"all":"","cleared":7,"fields":["reviewed=1"],"hash":"","left":0,"shown":["aa1"],"status":"1 event"}`,
		`{"all":"","cleared":7,"fields":["from=2031-03-08","to=2031-03-21"],"hash":"","left":0,"shown":["aa3","aa2","aa4"],"status":"3 events"}`,
		`{"all":"","cleared":7,"fields":["place=alte-werft"],"hash":"","left":0,"shown":["aa1"],"status":"1 event"}`,
		`{"all":"a/tariq-al-amin/index.html","cleared":12,"fields":["actor=tariq-al-amin"],"hash":"","left":0,"shown":["ad0","ad1","ad2","ae2"],"status":"4 events"}`,
		`{"all":"","cleared":7,"fields":[],"hash":"","left":0,"shown":[],"status":"No event passes these filters."}`,
		`{"back":7,"shown":["aa3","aa2","aa4","aa5","aa6","ab4"]}`,
		`{"all":8,"at":"2031/05/index.html","hash":"#actor=jonas-wolter","shown":6}`,
		`["“Lindqvist empfängt Wolter in Nordsund”, The Sound Papers, entry aa1, version of 3 April 2031. https://example.org/sound/e/day/","https://example.org/sound/e/day/","Copied","Copied"]`,
	} {
		if got := saw(6 + i); got != want {
			t.Errorf("filters %d:\ngot  %s\nwant %s", i, got, want)
		}
	}
	if got := saw(15); !strings.Contains(got, `"../e/range/index.html"`) {
		t.Errorf("search for a word with a slip: %s", got)
	}
	for i, want := range map[int]string{16: `"shown":["ab1"]`, 17: `"shown":["aa1"]`} {
		if got := saw(i); !strings.Contains(got, want) {
			t.Errorf("all events, narrowed: %s, want %s", got, want)
		}
	}
	var ids []string
	_ = json.Unmarshal([]byte(saw(4)), &ids)
	for _, id := range []string{"aa1", "aa2", "aa3", "aa4", "aa5", "aa6", "ab4"} {
		if !slices.Contains(ids, id) {
			t.Errorf("without a script %s is not on the page of its month", id)
		}
	}
}

// The built example site, if it stands in public/.
func TestBrowserExample(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	out, err := filepath.Abs("../../public")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
		t.Skip("SKIPPED: public/ holds no built site (go run ./cmd/fasti build)")
	}
	pages := []string{"index.html"}
	for _, pattern := range []string{"e/*/index.html", "a/*/index.html", "s/*/index.html", "2*/*/index.html"} {
		found, err := filepath.Glob(filepath.Join(out, pattern))
		if err != nil || len(found) == 0 {
			t.Errorf("no page %s", pattern)
			continue
		}
		name, err := filepath.Rel(out, found[len(found)/2])
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, filepath.ToSlash(name))
	}
	problems(t, runBrowser(t, browserJob{Root: out, Pages: pages, Looks: everyLook(), Axe: true, Thorough: true, Keyboard: true}))
	checkLinks(t, out)
}
