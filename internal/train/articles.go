package train

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"fasti/internal/frontmatter"
)

// marked is an article whose mentions people have marked.
type marked struct {
	name, title, date, lang, text string
	mentions                      []goldMention // in order of place; bytes of text
}

// goldMention is a marked span and whom it stands for.
type goldMention struct {
	start, end int
	entity     string
}

// readMarked reads the articles of a language: texts/NAME.md with a front
// matter of title, date and lang, and gold/NAME.json with mentions in
// characters. keep decides by name.
func readMarked(dir, language string, keep func(name string) bool) ([]marked, error) {
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []marked
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		if !keep(name) {
			continue
		}
		a, err := readArticle(dir, name)
		if err != nil {
			return nil, fmt.Errorf("training article %s: %w", name, err)
		}
		if a.lang == language {
			out = append(out, *a)
		}
	}
	return out, nil
}

func readArticle(dir, name string) (*marked, error) {
	b, err := os.ReadFile(filepath.Join(dir, "texts", name+".md"))
	if err != nil {
		return nil, err
	}
	f, err := frontmatter.Parse(b)
	if err != nil {
		return nil, err
	}
	a := &marked{name: name, text: strings.TrimLeft(string(f.Body()), "\n"), title: f.Text("title"), date: f.Text("date"), lang: f.Text("lang")}
	var gold struct {
		Mentions []struct {
			Start, End int
			Entity     string
		}
	}
	if b, err = os.ReadFile(filepath.Join(dir, "gold", name+".json")); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		return nil, err
	}
	at := make([]int, 0, len(a.text)+1) // bytes of characters
	for i := range a.text {
		at = append(at, i)
	}
	at = append(at, len(a.text))
	for _, m := range gold.Mentions {
		if m.Start < 0 || m.End >= len(at) || m.Start > m.End {
			return nil, fmt.Errorf("a mention %d to %d lies outside of the text", m.Start, m.End)
		}
		a.mentions = append(a.mentions, goldMention{at[m.Start], at[m.End], m.Entity})
	}
	return a, nil
}

// InFold tells whether an article belongs to fold k of n.
func InFold(name string, k, n int) bool {
	return n > 0 && int(crc32.ChecksumIEEE([]byte(name))%uint32(n)) == k
}
