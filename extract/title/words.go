package title

import (
	"strings"

	"fasti/extract/lang"
)

// words are the small words of a language, by what a title does with them.
type words struct {
	verbSecond bool
	of         map[string]map[string]bool // class -> words
	plain      map[string]string          // a word that points back -> the article in its place
	now        map[string]string          // an auxiliary of reported speech -> what was said
	irregular  map[string][2]string       // a form of a verb -> its present, of one and of many
}

// classes are the rows of title/words that are known.
var classes = map[string]bool{
	"order": true, "negation": true, "filler": true, "leaning": true, "definite": true, "indefinite": true, "institution": true,
	"frame": true, "have": true, "be": true, "become": true, "future": true, "reflexive": true, "relative": true,
	"bound": true, "aside": true, "source": true, "people": true, "opening": true, "clock": true, "his": true, "to": true, "occasion": true, "exist": true, "where": true, "transitive": true, "light": true, "doubt": true, "nonfinite": true, "infinitive": true, "pair": true, "genitive": true, "its": true, "their": true,
	"content": true, "addressee": true, "correlative": true, "marked": true, "degree": true, "alternative": true, "reported": true, "withbe": true, "particle": true, "toward": true, "ago": true, "origin": true, "becoming": true, "relational": true, "present": true, "rank": true, "further": true, "circumstance": true, "unaccusative": true, "prepositional": true, "plain": true, "vague": true, "now": true, "modal": true, "wish": true, "medium": true, "oblique": true, "either": true, "unit": true,
}

func (x *words) read(pack *lang.Pack) error {
	x.of, x.irregular = map[string]map[string]bool{}, map[string][2]string{}
	x.plain, x.now = map[string]string{}, map[string]string{}
	for _, r := range pack.Table("title/words").Rows {
		class := r.Field(0)
		if !classes[class] {
			return r.Errorf("no row %q", class)
		}
		if class == "order" {
			x.verbSecond = r.Field(1) == "v2"
			continue
		}
		if class == "plain" {
			for _, word := range strings.Fields(r.Field(1)) {
				from, to, _ := strings.Cut(word, "=")
				x.plain[from] = to
			}
			continue
		}
		if class == "now" {
			for _, word := range strings.Fields(r.Field(1)) {
				from, to, _ := strings.Cut(word, "=")
				x.now[from] = to
			}
			continue
		}
		if class == "present" {
			for _, word := range strings.Fields(r.Field(1)) {
				form, now, _ := strings.Cut(word, "=")
				one, many, _ := strings.Cut(now, "/")
				x.irregular[form] = [2]string{one, many}
			}
			continue
		}
		if x.of[class] == nil {
			x.of[class] = map[string]bool{}
		}
		for _, word := range strings.Fields(r.Field(1)) {
			x.of[class][strings.ReplaceAll(word, "_", " ")] = true
		}
	}
	return nil
}

// is reports whether a word, in small letters, is of a class.
func (x *words) is(class, low string) bool { return x.of[class][low] }
