package reviewweb

import (
	"html"
	"io/fs"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fasti/internal/ledger"
)

var (
	said   = regexp.MustCompile(`\b[tw]\("((?:[^"\\]|\\.)*)"`)
	marked = regexp.MustCompile(`data-(?:t|label)="([^"]*)"`)
	bared  = regexp.MustCompile(`\bsay\("([^"]*)"`)
	gap    = regexp.MustCompile(`\{\d\}`)
)

// Every phrase of the page stands in every language, with its gaps, and no other.
func TestWords(t *testing.T) {
	phrases := map[string]bool{}
	files, err := fs.Glob(page, "page/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		b, err := fs.ReadFile(page, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllSubmatch(b, -1) {
			phrases[string(m[1])] = true
		}
		for _, m := range marked.FindAllSubmatch(b, -1) {
			phrases[html.UnescapeString(string(m[1]))] = true
		}
	}
	b, err := os.ReadFile("../../cmd/fasti/bar.go") // the line that serve adds to pages
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range bared.FindAllSubmatch(b, -1) {
		phrases[string(m[1])] = true
	}
	if len(phrases) < 200 {
		t.Errorf("%d phrases in the page: are they not marked any more?", len(phrases))
	}
	for _, lang := range []string{"de", "fr"} {
		words := translation(lang)
		for p := range phrases {
			own, ok := words[p]
			if !ok || own == "" {
				t.Errorf("%s: %q is not there", lang, p)
				continue
			}
			a, b := gap.FindAllString(p, -1), gap.FindAllString(own, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %q has other gaps than %q", lang, own, p)
			}
		}
		for p := range words {
			if !phrases[p] {
				t.Errorf("%s: nothing says %q", lang, p)
			}
		}
		n := names(lang)
		for family, all := range map[string][]string{"kind": ledger.Kinds(), "status": ledger.Statuses(), "role": ledger.Roles()} {
			for _, word := range all {
				if n[family][word] == "" {
					t.Errorf("%s: %s %s has no name", lang, family, word)
				}
			}
		}
	}
}

// What the server gives is the language of the site, or English.
func TestLang(t *testing.T) {
	for lang, want := range map[string]string{"de": `"Accept":"Annehmen"`, "fr": `"Accept":"Accepter"`, "en": "const all = [null,", "fi": `export const lang = "en";`} {
		r := httptest.NewRecorder()
		(&server{Options: Options{Language: lang}}).lang(r, nil)
		if got := r.Body.String(); !strings.Contains(got, want) {
			t.Errorf("%s: %.200s", lang, got)
		}
	}
}
