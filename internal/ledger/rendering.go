package ledger

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/frontmatter"
)

// Rendering is a quotation in other languages: a line for each, its code, a
// tab and the words, in the order of the codes. The code "" is the language of
// the site. It is a text so that sources can be compared.
type Rendering string

// In gives the words in a language: those marked with it, else, where the site
// is in that language, those without a mark. ok says that there are some.
func (r Rendering) In(lang string, site bool) (text string, ok bool) {
	for line := range strings.SplitSeq(string(r), "\n") {
		code, words, found := strings.Cut(line, "\t")
		if found && code == lang {
			return words, true
		}
		if found && code == "" && site {
			text, ok = words, true
		}
	}
	return text, ok
}

// byLanguage gives the words by the languages that are named.
func (r Rendering) byLanguage() map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(string(r), "\n") {
		if code, words, found := strings.Cut(line, "\t"); found && code != "" {
			out[code] = words
		}
	}
	return out
}

// rendering reads quote_translation: a text, or a mapping of languages to texts.
func (r *reader) rendering(n *yaml.Node) Rendering {
	const what = "sources: quote_translation"
	line := func(code, words string) string { return code + "\t" + strings.Join(strings.Fields(words), " ") }
	if n == nil || n.Kind == yaml.ScalarNode {
		if s := r.text(n, what); s != "" {
			return Rendering(line("", s))
		}
		return ""
	}
	var lines []string
	for code, words := range r.pairs(n, what) {
		if words != "" {
			lines = append(lines, line(code, words))
		}
	}
	slices.Sort(lines)
	return Rendering(strings.Join(lines, "\n"))
}

// entry is the rendering as it is written.
func (r Rendering) entry() frontmatter.Entry {
	m := frontmatter.Map{}
	for line := range strings.SplitSeq(string(r), "\n") {
		code, words, _ := strings.Cut(line, "\t")
		if code == "" {
			return frontmatter.Entry{Key: "quote_translation", Value: frontmatter.Quoted(words)}
		}
		m = append(m, frontmatter.Entry{Key: code, Value: frontmatter.Quoted(words)})
	}
	return frontmatter.Entry{Key: "quote_translation", Value: m}
}
