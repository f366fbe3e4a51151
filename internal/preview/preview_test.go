package preview

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func site(t *testing.T) (*Server, *httptest.Server, string) {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "index.html"), "<html><body><p>Home</p></body></html>")
	write(t, filepath.Join(dir, "feed.xml"), "<feed/>")
	s, err := New(dir)
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s)
	t.Cleanup(func() { h.Close(); s.Close() })
	return s, h, dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// An address that leads nowhere shows the site's own page for that, in its
// language, with links about this machine.
func TestNothingAtAnAddress(t *testing.T) {
	_, h, dir := site(t)
	if code, body := get(t, h.URL+"/no/such/page/"); code != http.StatusNotFound || strings.Contains(body, "<a") {
		t.Errorf("without a page for it: %d %s", code, body)
	}
	page := func(base string) string {
		return `<form action="` + base + `search/index.html"></form><a href="` + base + `2031/index.html">2031</a><a href="https://elsewhere.example/">x</a>`
	}
	write(t, filepath.Join(dir, "404.html"), page("https://example.org/sound/"))
	if err := os.Mkdir(filepath.Join(dir, "de"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "de", "404.html"), page("https://example.org/sound/de/"))
	for address, want := range map[string]string{"/no/such/page/": "/", "/e/gone": "/", "/de/e/none/index.html": "/de/"} {
		code, body := get(t, h.URL+address)
		if code != http.StatusNotFound || !strings.Contains(body, `href="`+want+`2031/index.html"`) || !strings.Contains(body, `href="https://elsewhere.example/"`) {
			t.Errorf("%s: %d %s", address, code, body)
		}
	}
	if code, body := get(t, h.URL+"/feed.xml"); code != http.StatusOK || body != "<feed/>" {
		t.Errorf("a file that is there: %d %s", code, body)
	}
}

func TestPagesGetTheListenerAndFilesDoNot(t *testing.T) {
	_, h, dir := site(t)
	for _, address := range []string{"/", "/index.html"} {
		if _, body := get(t, h.URL+address); !strings.Contains(body, script) || !strings.HasSuffix(body, "</body></html>") {
			t.Errorf("%s: no listener before the end of the body:\n%s", address, body)
		}
	}
	if _, body := get(t, h.URL+script); !strings.Contains(body, "EventSource") {
		t.Errorf("the listener: %s", body)
	}
	if _, body := get(t, h.URL+"/feed.xml"); body != "<feed/>" {
		t.Errorf("feed.xml changed: %s", body)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "index.html")); strings.Contains(string(b), script) {
		t.Error("the file itself was changed")
	}
}

func TestNothingOutsideTheFolder(t *testing.T) {
	_, h, dir := site(t)
	secret := filepath.Join(t.TempDir(), "secret.html")
	write(t, secret, "secret")
	if err := os.Symlink(secret, filepath.Join(dir, "link.html")); err != nil {
		t.Skip(err)
	}
	for _, address := range []string{"/link.html", "/../secret.html", "/%2e%2e/secret.html"} {
		if code, body := get(t, h.URL+address); code == http.StatusOK || strings.Contains(body, "secret") && !strings.Contains(body, "not found") {
			t.Errorf("%s: %d %s", address, code, body)
		}
	}
}

func TestOtherHostNamesAreRefused(t *testing.T) {
	_, h, _ := site(t)
	req, _ := http.NewRequest("GET", h.URL, nil)
	req.Host = "attacker.example"
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusForbidden {
		t.Errorf("got %d", r.StatusCode)
	}
}

func TestReloadAndFaultReachOpenPages(t *testing.T) {
	s, h, _ := site(t)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	req, _ := http.NewRequestWithContext(ctx, "GET", h.URL+events, nil)
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	s.Rested()
	s.Fault("a.md:1:1: broken\nsecond line")
	s.Rested()
	s.Rested()
	s.Reload()
	lines := bufio.NewScanner(r.Body)
	var got []string
	for len(got) < 10 && lines.Scan() {
		got = append(got, lines.Text())
	}
	want := "event: fault|data: a.md:1:1: broken|data: second line||event: reload|data: 1||event: reload|data: 1|"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %q\nwant %q", strings.Join(got, "|"), want)
	}
}

func TestWatchSeesNewFoldersAndPassesOverBackups(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	changed := make(chan bool, 10)
	go func() { _ = Watch(ctx, []string{dir, filepath.Join(dir, "none")}, func() { changed <- true }) }()
	time.Sleep(100 * time.Millisecond)

	write(t, filepath.Join(dir, ".swp"), "x")
	write(t, filepath.Join(dir, "a.md~"), "x")
	select {
	case <-changed:
		t.Fatal("a backup counted as a change")
	case <-time.After(3 * settle):
	}

	sub := filepath.Join(dir, "events", "2024")
	if err := os.MkdirAll(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	wait(t, changed)
	write(t, filepath.Join(sub, "a.md"), "x")
	wait(t, changed)
}

func wait(t *testing.T, c chan bool) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(5 * time.Second):
		t.Fatal("no change seen")
	}
}
