// Package names lets a heavier engine find the names of an article: a command
// of the user's that reads and writes JSON lines, or a model behind an
// OpenAI-compatible address. Both are off unless asked for. Whatever the
// engine says, only names that stand verbatim in the text are taken.
package names

import (
	"sort"
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/article"
)

// Found is one name as engines report it. Start and End are byte offsets into
// the text and may be left out; then every place where the text stands as a
// word of its own is taken.
type Found struct {
	Text  string `json:"text"`
	Type  string `json:"type"` // PER, ORG, LOC or MISC
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
}

// maxNames bounds what one article may get, maxName one name in bytes.
const (
	maxNames = 20_000
	maxName  = 300
)

// Verbatim keeps the names that stand in the text, in order of place and not
// overlapping; of two that overlap the longer stays.
func Verbatim(text string, found []Found) []actor.Name {
	var all []actor.Name
	for _, f := range found {
		t := actor.NameType(strings.ToUpper(f.Type))
		switch t {
		case actor.PER, actor.ORG, actor.LOC, actor.MISC:
		default:
			continue
		}
		if f.Text == "" || len(f.Text) > maxName || strings.TrimSpace(f.Text) != f.Text || len(all) > maxNames {
			continue
		}
		if f.Start != nil && f.End != nil {
			if s := *f.Start; s >= 0 && *f.End <= len(text) && s < *f.End && text[s:*f.End] == f.Text {
				all = append(all, actor.Name{Span: article.Span{Start: s, End: *f.End}, Type: t})
				continue
			}
		}
		all = append(all, everywhere(text, f.Text, t)...)
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Len() != all[j].Len() {
			return all[i].Len() > all[j].Len()
		}
		return all[i].Start < all[j].Start
	})
	taken := make([]bool, len(text))
	var names []actor.Name
	for _, n := range all {
		if taken[n.Start] || taken[n.End-1] {
			continue
		}
		for i := n.Start; i < n.End; i++ {
			taken[i] = true
		}
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return names[i].Start < names[j].Start })
	return names
}

// everywhere finds a name wherever it stands with no letter or digit on either
// side.
func everywhere(text, name string, t actor.NameType) []actor.Name {
	var out []actor.Name
	for from := 0; len(out) < maxNames; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			break
		}
		start := from + i
		end := start + len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !isWord(before) && !isWord(after) {
			out = append(out, actor.Name{Span: article.Span{Start: start, End: end}, Type: t})
		}
		from = end
	}
	return out
}
