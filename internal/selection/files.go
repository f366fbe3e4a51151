package selection

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/reports"
	"fasti/internal/frontmatter"
	"fasti/internal/importer"
)

// Files gathers events and gives them as files: each event with its evidence,
// the actors in it, and of each article the sentences that were chosen.
type Files struct {
	events   []*reports.Line
	actors   map[string]reports.Taker
	articles map[string]*excerpt
	Skipped  int // events without a report or with words that make no file
}

// excerpt is an article of which only sentences are known.
type excerpt struct {
	reports.Article
	sentences map[string]int // quotation -> number of the sentence
}

// File is one file to write, at a path below the site's folder.
type File struct {
	Path    string
	Content []byte
	What    string // "new event", "new actor", "new article"
}

// Add takes an event with its reports.
func (f *Files) Add(l *reports.Line) {
	if l.Event == nil || len(l.Reports) == 0 || strings.TrimSpace(l.Event.Title) == "" {
		f.Skipped++
		return
	}
	if f.actors == nil {
		f.actors, f.articles = map[string]reports.Taker{}, map[string]*excerpt{}
	}
	f.events = append(f.events, l)
	for _, a := range l.Event.Actors {
		if id := slug(a.ID); f.actors[id].Name == "" {
			f.actors[id] = a
		}
	}
	for i := range l.Reports {
		r := &l.Reports[i]
		name := slug(r.Article.Name)
		x := f.articles[name]
		if x == nil {
			x = &excerpt{Article: r.Article, sentences: map[string]int{}}
			f.articles[name] = x
		}
		for _, s := range r.Sources {
			x.sentences[s.Quote] = s.Sentence
		}
	}
}

// maxName bounds the name of a file in bytes.
const maxName = 80

// slug is a name as a file has it. One that must be changed for that keeps
// apart from others by a hash of what it was.
func slug(name string) string {
	s := namekey.Slug(name)
	if s == name && len(s) <= maxName {
		return s
	}
	sum := sha256.Sum256([]byte(name))
	h := hex.EncodeToString(sum[:4])
	if len(s) > maxName {
		s = s[:maxName]
	}
	return strings.Trim(s+"-"+h, "-")
}

// Files are the files of all that was added, by path.
func (f *Files) Files() ([]File, error) {
	var out []File
	for name, x := range f.articles {
		b, err := x.file()
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", name, err)
		}
		out = append(out, File{"content/articles/" + name + ".md", b, "new article"})
	}
	for id, a := range f.actors {
		m := frontmatter.Map{{Key: "title", Value: a.Name}}
		if a.Kind != "" {
			m = append(m, frontmatter.Entry{Key: "kind", Value: string(a.Kind)})
		}
		if a.Country != "" {
			m = append(m, frontmatter.Entry{Key: "country", Value: a.Country})
		}
		out = append(out, File{"content/actors/" + id + ".md", frontmatter.New(m, nil), "new actor"})
	}
	taken := map[string]bool{}
	slices.SortFunc(f.events, func(a, b *reports.Line) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
	for _, l := range f.events {
		at := importer.Event{Title: l.Event.Title, When: l.Event.When}.Path()
		if taken[at] {
			at = strings.TrimSuffix(at, ".md") + "-" + namekey.Slug(l.Event.ID) + ".md"
		}
		if taken[at] {
			continue // the same event a second time
		}
		taken[at] = true
		out = append(out, File{path.Clean(at), eventFile(l), "new event"})
	}
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return out, nil
}

// file prints an article: what is known of it, and its sentences, each a
// paragraph.
func (x *excerpt) file() ([]byte, error) {
	quotes := make([]string, 0, len(x.sentences))
	for q := range x.sentences {
		quotes = append(quotes, q)
	}
	slices.SortFunc(quotes, func(a, b string) int {
		return cmp.Or(cmp.Compare(x.sentences[a], x.sentences[b]), cmp.Compare(a, b))
	})
	a := importer.Article{Title: x.Title, Date: x.Date, Lang: x.Lang, Publisher: x.Publisher, Link: x.Link, Body: strings.Join(quotes, "\n\n") + "\n"}
	return a.File()
}

// source prints a sentence with what was read in it, so that the site knows the
// event again when it reads the sentence.
func source(name, trigger string, s reports.Source) frontmatter.Map {
	notes := frontmatter.Map{}
	for _, n := range []struct{ key, value string }{{"when", s.When}, {"basis", string(s.Basis)}, {"status", string(s.Status)}, {"said", s.Said}, {"trigger", trigger}} {
		switch {
		case n.value == "":
		case n.key == "when":
			notes = append(notes, frontmatter.Entry{Key: n.key, Value: frontmatter.Quoted(n.value)})
		default:
			notes = append(notes, frontmatter.Entry{Key: n.key, Value: n.value})
		}
	}
	return frontmatter.Map{{Key: "article", Value: name}, {Key: "quote", Value: frontmatter.Quoted(s.Quote)}, {Key: "fasti", Value: notes}}
}

// eventFile prints an event. It has no notes of fasti's, so fasti never writes
// to it.
func eventFile(l *reports.Line) []byte {
	e := l.Event
	m := frontmatter.Map{{Key: "title", Value: e.Title}}
	if e.When != "" {
		m = append(m, frontmatter.Entry{Key: "when", Value: frontmatter.Quoted(e.When)})
	}
	m = append(m, frontmatter.Entry{Key: "kind", Value: e.Kind}, frontmatter.Entry{Key: "status", Value: string(e.Status)})
	actors, places, sources := frontmatter.List{}, frontmatter.List{}, frontmatter.List{}
	for _, a := range e.Actors {
		actors = append(actors, frontmatter.Map{{Key: "id", Value: slug(a.ID)}, {Key: "role", Value: string(a.Role)}})
	}
	for _, p := range e.Places {
		places = append(places, p)
	}
	seen := map[[2]string]bool{}
	for _, r := range l.Reports {
		for i, s := range r.Sources {
			at := [2]string{slug(r.Article.Name), s.Quote}
			if seen[at] {
				continue
			}
			seen[at] = true
			trigger := ""
			if i == 0 {
				trigger = s.Text()[r.Trigger[0]:r.Trigger[1]]
			}
			sources = append(sources, source(at[0], trigger, s))
		}
	}
	m = append(m, frontmatter.Entry{Key: "actors", Value: actors}, frontmatter.Entry{Key: "places", Value: places},
		frontmatter.Entry{Key: "review", Value: "proposed"}, frontmatter.Entry{Key: "sources", Value: sources})
	return frontmatter.New(m, nil)
}
