// Package events learns the weights by which extract/event judges what it
// finds, from articles whose events have been marked. The same data gives the
// same bytes.
package events

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/internal/frontmatter"
)

// Article is one marked article, with what the stages before events find.
type Article struct {
	Name    string
	Fold    int // of Folds
	Result  *extract.Result
	Gold    []Gold
	line    []byte      // as extract.ReadLine reads it
	studied *partSample // by the models built in; nil until asked for
}

// Gold is one marked event. Offsets are bytes into the body.
type Gold struct {
	Must    bool
	Dates   []string // EDTF values that are right
	Basis   string
	Kinds   []string // the kind and others that are defensible
	Status  string
	Trigger article.Span
	Spans   []article.Span // the sentences that tell it, best first
	Takers  []Taker
}

// Folds is how many parts the articles are cut into for cross-validation.
const Folds = 5

// goldFile is a file of gold/.
type goldFile struct {
	Article  string `json:"article"`
	Lang     string `json:"lang"`
	Date     string `json:"date"`
	Title    string `json:"title"`
	Mentions []struct {
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Entity string `json:"entity"`
	} `json:"mentions"`
	Events []struct {
		When       string   `json:"when"`
		Accept     []string `json:"accept"`
		Basis      string   `json:"basis"`
		Kind       string   `json:"kind"`
		AcceptKind []string `json:"accept_kind"`
		Status     string   `json:"status"`
		Weight     string   `json:"weight"`
		Spans      [][2]int `json:"spans"`
		Actors     []struct {
			ID       string   `json:"id"`
			Name     string   `json:"name"`
			Aliases  []string `json:"aliases"`
			Role     string   `json:"role"`
			Optional bool     `json:"optional"`
		} `json:"actors"`
		Trigger struct {
			Start int `json:"start"`
			End   int `json:"end"`
		} `json:"trigger"`
	} `json:"events"`
}

// Read reads the articles of a folder with texts/ and gold/, sorted by name.
func Read(folder string, x *extract.Extractor) ([]*Article, error) {
	names, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no gold in %s (it has texts/ and gold/)", folder)
	}
	sort.Strings(names)
	var out []*Article
	for _, name := range names {
		a, err := readArticle(folder, name, x)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, a)
	}
	return out, nil
}

func readArticle(folder, name string, x *extract.Extractor) (*Article, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var g goldFile
	if err := json.Unmarshal(b, &g); err != nil {
		return nil, err
	}
	b, err = os.ReadFile(filepath.Join(folder, "texts", g.Article+".md"))
	if err != nil {
		return nil, err
	}
	f, err := frontmatter.Parse(b)
	if err != nil {
		return nil, err
	}
	body := strings.TrimLeft(string(f.Body()), "\n")
	line, err := json.Marshal(map[string]string{"article": g.Article, "title": g.Title, "date": g.Date, "lang": g.Lang, "text": body})
	if err != nil {
		return nil, err
	}
	art, err := extract.ReadLine(line)
	if err != nil {
		return nil, err
	}
	a := &Article{Name: g.Article, Fold: int(crc32.ChecksumIEEE([]byte(g.Article)) % Folds), Result: x.Article(art), line: line}
	at := runeOffsets(body)
	for _, e := range g.Events {
		o := Gold{Must: e.Weight == "must", Dates: append([]string{e.When}, e.Accept...), Basis: e.Basis, Kinds: append([]string{e.Kind}, e.AcceptKind...), Status: e.Status}
		o.Trigger = article.Span{Start: at[e.Trigger.Start], End: at[e.Trigger.End]}
		for _, s := range e.Spans {
			o.Spans = append(o.Spans, article.Span{Start: at[s[0]], End: at[s[1]]})
		}
		for _, p := range e.Actors {
			t := Taker{Role: p.Role, Optional: p.Optional}
			for _, n := range append([]string{p.Name}, p.Aliases...) {
				t.Names = append(t.Names, strings.ToLower(n))
			}
			for _, m := range g.Mentions {
				if m.Entity == p.ID {
					t.Mentions = append(t.Mentions, article.Span{Start: at[m.Start], End: at[m.End]})
				}
			}
			o.Takers = append(o.Takers, t)
		}
		a.Gold = append(a.Gold, o)
	}
	return a, nil
}

// runeOffsets gives the byte at which each character begins, and the end.
func runeOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// input is what package event reads.
func (a *Article) input() event.Input {
	r := a.Result
	return event.Input{Article: r.Article, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors}
}

// inBody is a byte of the article's text as a byte of its body.
func (a *Article) inBody(i int) int {
	return a.Result.Article.InBody(article.Span{Start: i, End: i}).Start
}
