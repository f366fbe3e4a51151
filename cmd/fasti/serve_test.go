package main

import (
	"bufio"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fasti/internal/decisions"
	"fasti/internal/ledger"
)

// A change reloads an open page once: what the build then writes to the content
// itself, the line of the log that tells of the change, is no other one.
func TestChangeReloadsPagesOnce(t *testing.T) {
	dir := deskSiteDir(t)
	home, _, _ := serving(t, dir)
	r, err := http.Get(home + "_fasti/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	heard := make(chan string, 20)
	go func() {
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			if what, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				heard <- what
			}
		}
	}()
	c, _ := ledger.Load(dir)
	e := c.Events[0]
	logged := logFiles(t, dir)
	file := filepath.Join(dir, filepath.FromSlash(e.Path))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, regexp.MustCompile(`(?m)^title: .*`).ReplaceAll(text, []byte("title: What came of it")), 0o644); err != nil {
		t.Fatal(err)
	}
	select {
	case what := <-heard:
		if what != "reload" || logFiles(t, dir) <= logged {
			t.Fatalf("%s, %d files of the log, before %d", what, logFiles(t, dir), logged)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("no reload")
	}
	select {
	case what := <-heard:
		t.Errorf("and then %s", what)
	case <-time.After(3 * time.Second):
	}
}

// logFiles counts the files of the log.
func logFiles(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	for _, folder := range []string{decisions.PeopleDir, decisions.MachineDir} {
		files, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(folder), "*"))
		if err != nil {
			t.Fatal(err)
		}
		n += len(files)
	}
	return n
}
