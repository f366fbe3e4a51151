// Package knowledge reads and writes knowledge.yaml: what a site knows better
// than fasti about its own subject. fasti eval proposes entries from what people
// have corrected again and again; people read, edit and keep them.
//
//	kinds:              # of the word that carries an event, in small letters
//	  sank: accident
//	dates:              # publishers, or names of articles, whose dates are not
//	  - Old Gazette     # to be trusted unless the report says the day
package knowledge

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/extract"
	"fasti/extract/event"
	"fasti/internal/conflict"
	"fasti/internal/diag"
)

// File is its name in the site's folder.
const File = "knowledge.yaml"

// Knowledge is what the file says. The zero value knows nothing.
type Knowledge struct {
	Kinds map[string]string `yaml:"kinds,omitempty"` // word -> kind
	Dates []string          `yaml:"dates,omitempty"` // publishers and names of articles
}

// Load reads the file of the site in dir; none is no fault.
func Load(dir string, kinds []string) (Knowledge, error) {
	var k Knowledge
	b, err := os.ReadFile(filepath.Join(dir, File))
	if errors.Is(err, fs.ErrNotExist) {
		return k, nil
	}
	if err != nil {
		return k, fmt.Errorf("read %s: %w", File, err)
	}
	if line := conflict.Line(b); line > 0 {
		return k, diag.Diagnostic{File: File, Line: line, Col: 1, Code: diag.Conflict, Message: conflict.Message, Hint: conflict.Hint}
	}
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	if err := d.Decode(&k); err != nil && len(bytes.TrimSpace(b)) > 0 {
		return Knowledge{}, diag.Diagnostic{File: File, Line: 1, Col: 1, Code: diag.BadConfig, Message: "it cannot be read: " + strings.TrimPrefix(err.Error(), "yaml: "), Hint: "it knows kinds and dates; see docs/review.md"}
	}
	for word, kind := range k.Kinds {
		if !slices.Contains(kinds, kind) {
			return Knowledge{}, diag.Diagnostic{File: File, Line: 1, Col: 1, Code: diag.BadConfig, Message: fmt.Sprintf("kinds: %s: there is no kind %q", word, kind), Hint: "the kinds are " + strings.Join(kinds, ", ")}
		}
	}
	return k, nil
}

// Unheard tells of sources in dates: that no article of the site has: what is
// misspelt there would be trusted.
func (k Knowledge) Unheard(known func(source string) bool) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, s := range k.Dates {
		if !known(s) {
			out = append(out, diag.Diagnostic{File: File, Line: 1, Col: 1, Code: diag.ConfigKey, Message: fmt.Sprintf("dates: no article is called %q, and none has that publisher", s), Hint: "write the publisher as the articles do, or take it out"})
		}
	}
	return out
}

// Empty reports whether nothing is known.
func (k Knowledge) Empty() bool { return len(k.Kinds) == 0 && len(k.Dates) == 0 }

// Apply gives the result as the site knows it: kinds by the word, and no date
// where the source's dates are not to be trusted and the report does not say
// the day itself. The result that is given stays as it is.
func (k Knowledge) Apply(r *extract.Result) *extract.Result {
	if r == nil || k.Empty() {
		return r
	}
	doubted := slices.ContainsFunc(k.Dates, func(s string) bool { return s == r.Article.Name || s != "" && s == r.Article.Publisher })
	out := *r
	out.Events = slices.Clone(r.Events)
	for i := range out.Events {
		e := &out.Events[i]
		e.Kind = cmp.Or(event.Kind(k.Kinds[strings.ToLower(e.Trigger.Of(r.Article.Text))]), e.Kind)
		if doubted && e.Basis != event.Explicit && e.Basis != event.None {
			undate(e)
		}
	}
	return &out
}

func undate(e *event.Event) {
	e.When, e.Basis, e.Published = "", event.None, false
	e.Sources = slices.Clone(e.Sources)
	for i := range e.Sources {
		e.Sources[i].When, e.Sources[i].Basis, e.Sources[i].Said = "", event.None, ""
	}
}

// Add puts entries into the file of the site in dir, behind what stands there.
// It gives how many were new.
func Add(dir string, more Knowledge) (int, error) {
	path := filepath.Join(dir, File)
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("read %s: %w", File, err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(old, &doc); err != nil {
		return 0, fmt.Errorf("read %s: %w", File, err)
	}
	if doc.Kind == 0 {
		doc = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode, HeadComment: "# What this site knows better than fasti. Read it, edit it, keep what is right."}}}
	}
	root := doc.Content[0]
	n := 0
	words := make([]string, 0, len(more.Kinds))
	for w := range more.Kinds {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		kinds := child(root, "kinds", yaml.MappingNode)
		if find(kinds, w) == nil {
			kinds.Content = append(kinds.Content, scalar(w), scalar(more.Kinds[w]))
			n++
		}
	}
	for _, s := range more.Dates {
		dates := child(root, "dates", yaml.SequenceNode)
		if !slices.ContainsFunc(dates.Content, func(x *yaml.Node) bool { return x.Value == s }) {
			dates.Content = append(dates.Content, scalar(s))
			n++
		}
	}
	if n == 0 {
		return 0, nil
	}
	b, err := yaml.Marshal(&doc)
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", File, err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		return 0, fmt.Errorf("write %s: %w", File, err)
	}
	return n, nil
}

func scalar(s string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(s)
	return n
}

func find(m *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i+1]
		}
	}
	return nil
}

// child is the value of a key, which is made if it is not there.
func child(m *yaml.Node, key string, kind yaml.Kind) *yaml.Node {
	if n := find(m, key); n != nil {
		return n
	}
	n := &yaml.Node{Kind: kind}
	m.Content = append(m.Content, scalar(key), n)
	return n
}
