package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The desk of a German site speaks German, and that of a French one French: no
// screen has the English of a phrase that the tables have.
func TestDeskSpeaksTheSitesLanguage(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	for lang, want := range map[string]string{"de": "Annehmen", "fr": "Accepter"} {
		t.Run(lang, func(t *testing.T) {
			dir := deskSiteDir(t)
			file := filepath.Join(dir, "hugo.yaml")
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			write(t, file, strings.Replace(string(b), "languageCode: en", "languageCode: "+lang, 1))
			home, token, stop := serving(t, dir)
			defer stop()
			var saw struct {
				Lang, Title, Toast, Bar  string
				Desk, Bulk, Keys, Actors []string
			}
			deskJob{Address: home + "_review/#token=" + token, Part: "words"}.drive(t, &saw)
			if saw.Lang != lang || !slices.Contains(saw.Desk, want) {
				t.Errorf("the desk says lang=%q and %q", saw.Lang, saw.Desk)
			}
			english := regexp.MustCompile(`(?i)\b(accept|accepted|reject|later|undo|shortcuts|who takes part|why look|other (dates|titles)|take out|likely double|one or two|rename|never this name|edit here|done|all that|to review|press|choose|narrow down|decided|proposed)(?:[^\p{L}]|$)`)
			for where, texts := range map[string][]string{"desk": saw.Desk, "bulk": saw.Bulk, "keys": saw.Keys, "actors": saw.Actors, "toast": {saw.Toast[strings.LastIndex(saw.Toast, ":")+1:]}, "bar": {saw.Bar}, "title": {saw.Title}} {
				if len(texts) == 0 {
					t.Errorf("%s: nothing was seen", where)
				}
				for _, s := range texts {
					if english.MatchString(s) {
						t.Errorf("%s says %q in English", where, s)
					}
				}
			}
		})
	}
}
