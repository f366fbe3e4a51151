package ledger

import (
	"fmt"
	"slices"
	"time"

	"fasti/internal/diag"
)

// checkActors finds what an actor's file says and what cannot hold.
func (k *checker) checkActors() {
	for _, a := range k.c.Actors {
		for _, n := range a.Not {
			if n == a.Title || slices.Contains(a.KnownAs, n) || hasValue(a.Names, n) {
				k.report(a.at.diagnose(a.Path, "not", diag.Contradiction, fmt.Sprintf("%q is among its names, and not: says that it is somebody else's", n), "take it out of one of the two"))
			}
		}
		k.languages(a.Path, a.at, "names", a.Names)
		for _, r := range a.Roles {
			if r.Of != "" && k.actors[r.Of] == nil {
				k.report(a.at.diagnose(a.Path, "roles", diag.UnknownActor, fmt.Sprintf("roles: %s of %s, who has no file", r.Title, r.Of), "correct the id, or write content/actors/"+r.Of+".md"))
			}
			if r.From != "" && r.To != "" && r.To < r.From[:min(len(r.From), len(r.To))] {
				k.report(a.at.diagnose(a.Path, "roles", diag.Contradiction, fmt.Sprintf("roles: %s ends in %s, before it begins in %s", r.Title, r.To, r.From), "correct from: or to:"))
			}
		}
	}
}

// languages tells of keys that are to be languages and are words of another
// sort: nobody would ever see what stands there.
func (k *checker) languages(file string, at places, key string, by map[string]string) {
	for _, l := range sortedKeys(by) {
		if !languageCode(l) {
			k.report(at.diagnose(file, key, diag.UnknownKey, fmt.Sprintf("%s: %q is no code of a language, so nobody sees it", key, l), "write de, en, fr …"))
		}
	}
}

// checkLanguage finds an article that says another language than that of its
// words: it would be read by the rules of the wrong one.
func (k *checker) checkLanguage(a *Article) {
	found := k.detect().Detect(a.Text)
	if found == "" || found == a.Lang || !slices.Contains(k.langs, a.Lang) {
		return
	}
	k.report(a.at.diagnose(a.Path, "lang", diag.LanguageDiffers, fmt.Sprintf("lang: says %s, and its words are of %s: by the rules of the wrong language little is found", a.Lang, found), "write lang: "+found))
}

// farAhead is how many days ahead of today a report may be dated.
const farAhead = 31

// ahead reports whether a day of publication lies further ahead of today than
// any paper prints.
func ahead(published, today string) bool {
	if len(published) < 10 || today == "" {
		return false
	}
	p, err := time.Parse(time.DateOnly, published[:10])
	t, err2 := time.Parse(time.DateOnly, today)
	return err == nil && err2 == nil && p.After(t.AddDate(0, 0, farAhead))
}
