package title

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/lang"
)

// words are the small words of a language, by what a title does with them.
type words struct {
	verbSecond bool
	of         map[string]map[string]bool // class -> words
	plain      map[string]string          // a word that points back -> the article in its place
	now        map[string]string          // an auxiliary of reported speech -> what was said
	short      []string                   // a name, and what headlines write for it
	hearsay    map[string][2]string       // an auxiliary of reported speech -> what headlines say of hearsay, second and last in the clause
	irregular  map[string][2]string       // a form of a verb -> its present, of one and of many
}

// classes are the rows of title/words that are known.
var classes = map[string]bool{
	"order": true, "negation": true, "filler": true, "leaning": true, "definite": true, "indefinite": true, "institution": true,
	"frame": true, "have": true, "be": true, "become": true, "future": true, "reflexive": true, "relative": true,
	"bound": true, "aside": true, "source": true, "people": true, "opening": true, "clock": true, "his": true, "to": true, "occasion": true, "exist": true, "where": true, "transitive": true, "light": true, "doubt": true, "nonfinite": true, "infinitive": true, "pair": true, "genitive": true, "its": true, "their": true,
	"content": true, "addressee": true, "correlative": true, "marked": true, "degree": true, "alternative": true, "reported": true, "withbe": true, "particle": true, "toward": true, "ago": true, "origin": true, "becoming": true, "relational": true, "present": true, "rank": true, "further": true, "circumstance": true, "unaccusative": true, "prepositional": true, "plain": true, "vague": true, "now": true, "modal": true, "wish": true, "medium": true, "oblique": true, "either": true, "complement": true, "thing": true, "another": true, "otherwise": true, "hearsay": true, "short": true, "span": true, "unit": true, "than": true, "whom": true, "purpose": true, "into": true, "formerly": true, "first": true, "ahead": true, "pending": true, "with": true, "idle": true, "example": true, "hoped": true, "own": true, "ofnoun": true, "speaker": true, "known": true, "genitives": true, "sequence": true, "tied": true, "awaited": true, "authority": true,
}

func (x *words) read(pack *lang.Pack) error {
	x.of, x.irregular = map[string]map[string]bool{}, map[string][2]string{}
	x.plain, x.now, x.short = map[string]string{}, map[string]string{}, nil
	x.hearsay = map[string][2]string{}
	for _, r := range pack.Table("title/words").Rows {
		class := r.Field(0)
		if !classes[class] {
			return r.Errorf("no row %q", class)
		}
		if class == "order" {
			x.verbSecond = r.Field(1) == "v2"
			continue
		}
		if x.pairs(class, r.Field(1)) {
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

// pairs reads a row whose words are written "from=to"; it reports false where the
// class has none.
func (x *words) pairs(class, list string) bool {
	for _, word := range strings.Fields(list) {
		from, to, _ := strings.Cut(word, "=")
		one, many, _ := strings.Cut(to, "/")
		switch class {
		case "plain":
			x.plain[from] = to
		case "now":
			x.now[from] = to
		case "short":
			x.short = append(x.short, strings.ReplaceAll(from, "_", " "), strings.ReplaceAll(to, "_", " "))
		case "present":
			x.irregular[from] = [2]string{one, many}
		case "hearsay":
			x.hearsay[from] = [2]string{one, many}
		default:
			return false
		}
	}
	return true
}

// shorten writes a title with the abbreviations that every reader knows: "the US"
// for "the United States". A name that goes on stays as it is ("United States of
// America").
func (x *words) shorten(text, owner string) string {
	for n := 0; n+1 < len(x.short); n += 2 {
		from, to := x.short[n], x.short[n+1]
		for at := 0; ; {
			i := strings.Index(text[at:], from)
			if i < 0 {
				break
			}
			i += at
			end := i + len(from)
			at = end
			if !wordEdge(text, i, end, owner) || x.goesOn(text[end:]) {
				continue
			}
			text = text[:i] + to + text[end:]
			at = i + len(to)
		}
	}
	return text
}

// goesOn reports whether a name goes on behind what was found of it.
func (x *words) goesOn(rest string) bool {
	next := strings.Fields(rest)
	return len(next) > 1 && strings.HasPrefix(rest, " ") && x.is("genitive", next[0]) && unicode.IsUpper([]rune(next[1])[0])
}

// wordEdge reports whether whole words stand from byte i to byte end, and no genitive
// but one with the ending owner, which the short form can take, too.
func wordEdge(text string, i, end int, owner string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[end:])
	if strings.HasPrefix(text[end:], "'") && !strings.HasPrefix(text[end:], owner) { // "the United States' claim"
		return false
	}
	return (i == 0 || !unicode.IsLetter(before) && before != '-') && (end == len(text) || !unicode.IsLetter(behind) && behind != '-')
}

// is reports whether a word, in small letters, is of a class.
func (x *words) is(class, low string) bool { return x.of[class][low] }
