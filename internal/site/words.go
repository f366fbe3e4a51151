package site

import (
	"fasti/internal/gazetteer"
	"fmt"
	"strconv"
	"strings"

	"github.com/bep/golocales"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// words is the interface in one language: the phrases of i18n/LANG.yaml, with
// English where one is missing, and the names of months and days from CLDR.
type words struct {
	lang     string // BCP 47
	dir      string // ltr or rtl
	tag      language.Tag
	phrases  map[string]any
	fallback map[string]any
	names    golocales.Translator
	places   *gazetteer.Gazetteer
	offices  *offices
	dict     *dictionary
	tongues  map[string]string // language -> its name in itself, of the languages of the site
}

// newWords reads the phrases of a language from the files of i18n/.
func newWords(lang string, files map[string][]byte) (*words, error) {
	w := &words{lang: lang, dir: direction(lang), tag: language.Make(lang)}
	for _, l := range []string{lang, strings.SplitN(lang, "-", 2)[0]} {
		if w.names = golocales.New(l); w.names != nil {
			break
		}
	}
	if w.names == nil {
		w.names = golocales.New("en")
	}
	var err error
	if w.fallback, err = readPhrases("en", files); err != nil {
		return nil, err
	}
	if w.phrases, err = readPhrases(w.short(), files); err != nil {
		return nil, err
	}
	if w.places, err = gazetteer.Load(); err != nil {
		return nil, err
	}
	if w.offices, err = loadOffices(); err != nil {
		return nil, err
	}
	w.dict, err = loadDictionary()
	return w, err
}

// short is the language without region or script.
func (w *words) short() string { return strings.SplitN(w.lang, "-", 2)[0] }

func readPhrases(lang string, files map[string][]byte) (map[string]any, error) {
	name := "i18n/" + lang + ".yaml"
	m := map[string]any{}
	if err := yaml.Unmarshal(files[name], &m); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// say gives the phrase of a key; with are pairs of a name and the text that
// stands for {name}. A key without a phrase gives the key.
func (w *words) say(key string, with ...string) string {
	for _, m := range []map[string]any{w.phrases, w.fallback} {
		if s, ok := m[key].(string); ok {
			return w.fill(s, with)
		}
	}
	return key
}

// has reports whether there is a phrase for the key.
func (w *words) has(key string) bool {
	_, ok := w.phrases[key]
	_, en := w.fallback[key]
	return ok || en
}

// named is the phrase for a word of the data ("kind", "travel"); a word that
// the interface does not know stands for itself.
func (w *words) named(family, word string) string {
	if key := family + "_" + word; w.has(key) {
		return w.say(key)
	}
	return word
}

// count gives the phrase in the plural form of n, with {n} for the number.
func (w *words) count(key string, n int, with ...string) string {
	for i, m := range []map[string]any{w.phrases, w.fallback} {
		tag := []language.Tag{w.tag, language.English}[i]
		switch p := m[key].(type) {
		case string:
			return w.fill(p, append(with, "n", w.number(n)))
		case map[string]any:
			s, ok := p[pluralForm(tag, n)].(string)
			if !ok {
				s, ok = p["other"].(string)
			}
			if ok {
				return w.fill(s, append(with, "n", w.number(n)))
			}
		}
	}
	return key
}

// listed is count for what stands over a list: of an empty one it says only that.
func (w *words) listed(key string, n int) string {
	if n == 0 {
		return w.say("empty_list")
	}
	return w.count(key, n)
}

// ordinal gives the phrase in the form of the n-th.
func (w *words) ordinal(key string, n int) string {
	for i, m := range []map[string]any{w.phrases, w.fallback} {
		tag := []language.Tag{w.tag, language.English}[i]
		switch p := m[key].(type) {
		case string:
			return w.fill(p, []string{"n", strconv.Itoa(n), "r", roman(n)})
		case map[string]any:
			s, ok := p[formName(plural.Ordinal.MatchPlural(tag, n, 0, 0, 0, 0))].(string)
			if !ok {
				s, ok = p["other"].(string)
			}
			if ok {
				return w.fill(s, []string{"n", strconv.Itoa(n), "r", roman(n)})
			}
		}
	}
	return key
}

func pluralForm(tag language.Tag, n int) string {
	return formName(plural.Cardinal.MatchPlural(tag, n%10_000_000, 0, 0, 0, 0))
}

func formName(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// number writes a whole number with the language's mark between thousands, from
// the first: "1996 events" reads as a year.
func (w *words) number(n int) string {
	if n > -1000 && n < 1000 {
		return strconv.Itoa(n)
	}
	return w.names.FormatNumber(float64(n), 0)
}

// percent writes part of whole as a rounded percentage.
func (w *words) percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return w.say("percent", "n", strconv.Itoa((100*part+whole/2)/whole))
}

// list joins names: "a, b and c".
func (w *words) list(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	comma := w.say("list_comma")
	return strings.Join(items[:len(items)-1], comma) + w.say("list_and") + items[len(items)-1]
}

// fill puts the values into a phrase. One that is written in the other
// direction is set apart (U+2068, U+2069), so that it does not turn what
// stands beside it.
func (w *words) fill(s string, with []string) string {
	if len(with) < 2 {
		return s
	}
	var b strings.Builder
	for rest := s; ; {
		at := strings.IndexByte(rest, '{')
		if at < 0 {
			b.WriteString(rest)
			return b.String()
		}
		b.WriteString(rest[:at])
		rest = rest[at:]
		value, n := w.hole(rest, with)
		b.WriteString(value)
		rest = rest[n:]
	}
}

// hole gives what stands for the {name} at the beginning of s, and the length of
// that in s; a brace that opens no known name stands for itself.
func (w *words) hole(s string, with []string) (string, int) {
	for i := 0; i+1 < len(with); i += 2 {
		name := with[i]
		if n := len(name) + 2; len(s) < n || s[1:n-1] != name || s[n-1] != '}' {
			continue
		}
		v := with[i+1]
		if against(v, w.dir == "rtl") {
			v = "\u2068" + v + "\u2069"
		}
		return v, len(name) + 2
	}
	return s[:1], 1
}

// direction is the writing direction of a language, "ltr" or "rtl".
func direction(lang string) string {
	switch strings.SplitN(lang, "-", 2)[0] {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}
