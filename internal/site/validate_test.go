package site

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fasti/internal/bundle"
)

// validators finds html-validate and the Nu checker, or skips the test.
func validators(t *testing.T) (rules, jar, java string) {
	t.Helper()
	dir, err := filepath.Abs("../../test/browser")
	if err != nil {
		t.Fatal(err)
	}
	rules, jar = filepath.Join(dir, "node_modules", ".bin", "html-validate"), filepath.Join(dir, "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
	java, err = exec.LookPath("java")
	for _, name := range []string{rules, jar} {
		if _, e := os.Stat(name); e != nil {
			err = e
		}
	}
	if err != nil {
		if os.Getenv("FASTI_BROWSER") == "required" {
			t.Fatalf("no validators: %v (see test/browser/README.md)", err)
		}
		t.Skipf("SKIPPED, the pages were not validated: %v (see test/browser/README.md)", err)
	}
	return rules, jar, java
}

// Every kind of page, in a site of one language and in the third of three, and
// the timeline as one page are valid by two judges; the Nu checker sees all
// pages.
func TestValid(t *testing.T) {
	if testing.Short() {
		t.Skip("the judges take their time")
	}
	rules, jar, java := validators(t)
	one, _ := build(t, "en")
	arabic := filepath.Join(buildEditions(t), "ar")
	book := filepath.Join(t.TempDir(), "book.html")
	writeBook(t, book)
	pages := []string{book}
	for _, name := range samplePages {
		pages = append(pages, filepath.Join(one, name), filepath.Join(arabic, name))
	}
	// Into a file: the judge ends before a pipe has taken all of a long list.
	list := filepath.Join(t.TempDir(), "list.json")
	args := append([]string{"--formatter", "json=" + list, "--config", filepath.Join(filepath.Dir(rules), "..", "..", ".htmlvalidate.json")}, pages...)
	checkWith(t, "html-validate", exec.Command(rules, args...), func([]byte) ([]string, error) {
		out, err := os.ReadFile(list)
		if err != nil {
			return nil, err
		}
		return ruleProblems(out)
	})
	checkWith(t, "the Nu checker", exec.Command(java, "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", "--skip-non-html", one, arabic, filepath.Dir(book)), nuProblems)
}

func writeBook(t *testing.T, name string) {
	t.Helper()
	c, cfg := sample(t)
	b, err := Book(Options{Dir: t.TempDir(), Content: c, Config: cfg})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := bundle.Page(f, b); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// checkWith runs a judge and fails the test for each thing that it says.
func checkWith(t *testing.T, name string, cmd *exec.Cmd, problems func([]byte) ([]string, error)) {
	t.Helper()
	out, _ := cmd.Output() // the exit code tells of problems, which the output lists
	found, err := problems(out)
	if err != nil {
		t.Fatalf("%s: %v: %.400s", name, err, out)
	}
	for _, p := range found[:min(len(found), 20)] {
		t.Errorf("%s: %s", name, p)
	}
	if len(found) > 20 {
		t.Errorf("%s: and %d more", name, len(found)-20)
	}
	t.Logf("%s: %d problems", name, len(found))
}

func ruleProblems(out []byte) ([]string, error) {
	var files []struct {
		FilePath string
		Messages []struct{ RuleID, Message, Selector string }
	}
	err := json.Unmarshal(out, &files)
	var found []string
	for _, f := range files {
		for _, m := range f.Messages {
			found = append(found, f.FilePath+": "+m.RuleID+": "+m.Message+" "+m.Selector)
		}
	}
	return found, err
}

func nuProblems(out []byte) ([]string, error) {
	var v struct {
		Messages []struct{ Type, URL, Message, Extract string }
	}
	err := json.Unmarshal(out, &v)
	var found []string
	for _, m := range v.Messages {
		if strings.HasSuffix(m.URL, "/404.html") && strings.HasPrefix(m.Message, "CSS: ") {
			continue // of 404.html, which has its style inside; the judge's list of properties is years behind
		}
		found = append(found, m.URL+": "+m.Type+": "+m.Message+" "+m.Extract)
	}
	return found, err
}
