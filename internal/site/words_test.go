package site

import (
	"io/fs"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/bep/golocales"

	"fasti"
)

func theme(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := themeFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Every language has every phrase of the English one, with the same blanks to
// fill, and no other.
func TestPhrasesComplete(t *testing.T) {
	files := theme(t)
	en, err := readPhrases("en", files)
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(fasti.Theme, "i18n/*.yaml")
	if err != nil || len(names) < 2 {
		t.Fatalf("languages: %v, %v", names, err)
	}
	for _, name := range names {
		lang := strings.TrimSuffix(strings.TrimPrefix(name, "i18n/"), ".yaml")
		m, err := readPhrases(lang, files)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range sortedKeys(en) {
			if _, ok := m[key]; !ok {
				t.Errorf("%s lacks %s", name, key)
				continue
			}
			if a, b := blanks(en[key]), blanks(m[key]); a != b {
				t.Errorf("%s: %s fills %q, English %q", name, key, b, a)
			}
		}
		for _, key := range sortedKeys(m) {
			if _, ok := en[key]; !ok {
				t.Errorf("%s has %s, which English lacks", name, key)
			}
		}
	}
}

// blanks are the names to fill in, in any of a phrase's plural forms.
func blanks(v any) string {
	seen := map[string]bool{}
	find := func(s string) {
		for _, m := range regexp.MustCompile(`\{\w+\}`).FindAllString(s, -1) {
			switch m {
			case "{r}": // a number in Roman numerals, where a language writes it so
				m = "{n}"
			case "{z}": // the end of a decade, where a language names both ends
				continue
			}
			seen[m] = true
		}
	}
	switch v := v.(type) {
	case string:
		find(v)
	case map[string]any:
		for _, f := range v {
			if s, ok := f.(string); ok {
				find(s)
			}
		}
	}
	out := sortedKeys(seen)
	sort.Strings(out)
	return strings.Join(out, " ")
}

// Every phrase that a template asks for is there.
func TestTemplatesAskForPhrasesThatExist(t *testing.T) {
	files := theme(t)
	en, err := readPhrases("en", files)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for name, data := range files {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		for _, m := range regexp.MustCompile(`i18n "(\w+)"`).FindAllSubmatch(data, -1) {
			asked++
			if _, ok := en[string(m[1])]; !ok {
				t.Errorf("%s asks for %s", name, m[1])
			}
		}
	}
	if asked < 50 {
		t.Errorf("only %d phrases asked for: is the pattern still right?", asked)
	}
}

// The pattern of a full date is the one that CLDR has for the language.
func TestDatePatternIsCLDRs(t *testing.T) {
	files := theme(t)
	for lang, locale := range map[string]string{"en": "en-GB", "de": "de", "fr": "fr"} {
		w, err := newWords(lang, files)
		if err != nil {
			t.Fatal(err)
		}
		for m := time.January; m <= time.December; m++ {
			day := time.Date(2024, m, 7, 0, 0, 0, 0, time.UTC)
			want := golocales.New(locale).FormatDateLong(day)
			if got := w.dateLabel(day.Format(time.DateOnly), false); got != want {
				t.Errorf("%s: %q, CLDR %q", lang, got, want)
			}
		}
	}
}

// Each language sets its marks as its readers expect: French with blanks that
// do not break, Arabic with its own comma, each with its own quotation marks.
func TestPhrasesAreSetAsTheLanguageDoes(t *testing.T) {
	files := theme(t)
	for lang, wrong := range map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`[„«»]|"\w| [:;?!]`),
		"de": regexp.MustCompile(`[«»”]|\d%| [:;?!]`),
		"fr": regexp.MustCompile(`[“”„]| [:;?!»%]|« |\S[;?!»]`),
		"ar": regexp.MustCompile(`[“”„?;]|\p{Arabic}[,]`),
	} {
		m, err := readPhrases(lang, files)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range sortedKeys(m) {
			forms := map[string]any{"": m[key]}
			if v, ok := m[key].(map[string]any); ok {
				forms = v
			}
			for form, v := range forms {
				s, _ := v.(string)
				// A blank that does not break is part of the sign behind it.
				s = strings.NewReplacer("\u00a0:", "", "\u202f;", "", "\u202f?", "", "\u202f!", "", "«\u00a0", "", "\u00a0»", "").Replace(s)
				if wrong.MatchString(s) {
					t.Errorf("%s: %s %s: %q", lang, key, form, s)
				}
			}
		}
	}
}

// What a list calls somebody's part ("traveller: …") the page of the event calls
// it too, and not just "actor".
func TestPartsHaveOneName(t *testing.T) {
	for _, l := range []string{"en", "de", "fr", "ar"} {
		w := phrases(t, l)
		n := 0
		for key := range w.phrases {
			part, ok := strings.CutPrefix(key, "who_")
			if !ok || strings.Count(part, "_") != 1 || part == "actor_agree" {
				continue
			}
			label, _, _ := strings.Cut(w.say(key), "{x}")
			if label = strings.TrimSpace(label); !strings.HasSuffix(label, ":") {
				continue
			}
			n++
			if !w.has("role_" + part) {
				t.Errorf("%s: %q in lists, and the page says %q", l, label, w.say("role_"+strings.Split(part, "_")[0]))
			}
		}
		if n < 4 {
			t.Errorf("%s: %d parts with a name of their own", l, n)
		}
	}
}
