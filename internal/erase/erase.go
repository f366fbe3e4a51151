// Package erase takes a private person out of a site: the name out of every
// text of the content and the log, with a bar in its place, out of the names of
// files, and the person out of the events. Quotations and reports get the same
// bar, so a quotation still stands word for word in its report. What it does
// cannot be taken back by fasti: that is its purpose.
package erase

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"fasti/internal/frontmatter"
	"fasti/internal/journal"
	"fasti/internal/ledger"
)

// Bar stands where the name stood.
const Bar = "███"

// part stands where the name stood in an address or an id.
const part = "erased"

// Person is who is erased.
type Person struct {
	ID    string   // of the actor; "" if there is no file
	Names []string // all that they go by, in every language

	text, slug *regexp.Regexp
	titles     []string       // of events whose sentence has the name, which the title has as a word in small letters
	small      *regexp.Regexp // such a name
}

// Of gives an actor of the content with all names, and more that are given. A
// surname alone counts, unless somebody else has it too.
func Of(c *ledger.Content, id string, more []string) (Person, error) {
	p := Person{Names: slices.Clone(more)}
	for _, a := range c.Actors {
		if a.ID != id {
			continue
		}
		p.ID = a.ID
		p.Names = append(append(p.Names, a.Title), a.KnownAs...)
		for _, n := range a.Names {
			p.Names = append(p.Names, n)
		}
		if last := lastName(a.Title); a.Kind == "person" && last != "" && !shared(c, a, last) {
			p.Names = append(p.Names, last)
		}
	}
	p.Names = slices.DeleteFunc(p.Names, func(n string) bool { return len([]rune(strings.TrimSpace(n))) < 2 })
	slices.SortFunc(p.Names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	p.Names = slices.Compact(p.Names)
	if len(p.Names) == 0 {
		return p, fmt.Errorf("there is no actor %q (use the name of its file in content/actors, without .md; or say the name with --name)", id)
	}
	p.compile()
	return p, nil
}

func lastName(title string) string {
	parts := strings.Fields(title)
	if len(parts) < 2 || len([]rune(parts[len(parts)-1])) < 3 {
		return ""
	}
	return parts[len(parts)-1]
}

// shared reports whether another actor's names have the surname.
func shared(c *ledger.Content, self *ledger.Actor, last string) bool {
	return slices.ContainsFunc(c.Actors, func(a *ledger.Actor) bool {
		return a != self && slices.ContainsFunc(append([]string{a.Title}, a.KnownAs...), func(n string) bool { return slices.Contains(strings.Fields(n), last) })
	})
}

// tree are the files and folders of a site that people write and fasti publishes
// or keeps, but for templates.
var tree = []string{"content", "data", "i18n", "static", "hugo.yaml", "hugo.yml", "knowledge.yaml"}

// Changes are what has to be written below the site's folder: every file that
// holds the name, in its new words and under its new name.
func (p *Person) Changes(dir string, c *ledger.Content) ([]journal.Change, error) {
	events := map[string]*ledger.Event{}
	for _, e := range c.Events {
		events[e.Path] = e
		if p.small != nil && p.small.MatchString(e.Title) && slices.ContainsFunc(e.Sources, func(s ledger.Source) bool { return p.In([]byte(s.Quote)) }) {
			p.titles = append(p.titles, e.Title)
		}
	}
	var out []journal.Change
	taken := map[string]bool{}
	for _, top := range tree {
		err := fs.WalkDir(os.DirFS(dir), top, func(file string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || d.IsDir() || !d.Type().IsRegular() {
				return err
			}
			old, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
			if err != nil {
				return err
			}
			if p.ID != "" && file == "content/actors/"+p.ID+".md" {
				out = append(out, journal.Change{Path: file, Old: old})
				return nil
			}
			next, err := p.next(c, events[file], old)
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			to := p.name(file)
			for n := 2; to != file && taken[to]; n++ {
				to = strings.TrimSuffix(p.name(file), path.Ext(file)) + fmt.Sprintf("-%d", n) + path.Ext(file)
			}
			taken[to] = true
			switch {
			case to != file:
				out = append(out, journal.Change{Path: file, Old: old}, journal.Change{Path: to, New: next})
			case !bytes.Equal(old, next):
				out = append(out, journal.Change{Path: file, Old: old, New: next})
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the site: %w", err)
		}
	}
	return out, nil
}

// next is a file without the person. What is no text stays as it is.
func (p *Person) next(c *ledger.Content, e *ledger.Event, old []byte) ([]byte, error) {
	if bytes.IndexByte(old, 0) >= 0 || !utf8.Valid(old) {
		return old, nil
	}
	next := old
	if e != nil && p.ID != "" {
		var err error
		if next, err = p.leave(old, e); err != nil {
			return nil, err
		}
	}
	if next = p.Text(next); e != nil {
		next = c.Rehash(e, next)
	}
	return next, nil
}

// name is the new name of a file, and of the folders that it lies in.
func (p *Person) name(file string) string {
	parts := strings.Split(file, "/")
	for i, part := range parts {
		if ext := path.Ext(part); p.In([]byte(strings.TrimSuffix(part, ext))) {
			parts[i] = p.plain(strings.TrimSuffix(part, ext)) + ext
		}
	}
	return path.Join(parts...)
}

func (p *Person) plain(name string) string {
	return strings.Trim(strings.ReplaceAll(string(p.Text([]byte(name))), Bar, part), "-")
}

// leave takes the person out of an event's actors.
func (p *Person) leave(src []byte, e *ledger.Event) ([]byte, error) {
	f, err := frontmatter.Parse(src)
	if err != nil {
		return src, nil // a file with a fault gets the bars alone
	}
	var edits []frontmatter.Edit
	n := f.Get("actors")
	for i := 0; n != nil && i < len(n.Content); i++ {
		id := n.Content[i].Value
		if v := frontmatter.Value(n.Content[i], "id"); v != nil {
			id = v.Value
		}
		if id == p.ID {
			edits = append(edits, frontmatter.DeleteItem(i, "actors"))
		}
	}
	if f.Get("fasti", "wrote", "actors", p.ID) != nil {
		edits = append(edits, frontmatter.Delete("fasti", "wrote", "actors", p.ID))
	}
	if e.Series != nil && e.Series.Of == p.ID {
		edits = append(edits, frontmatter.Delete("series"))
	}
	slices.Reverse(edits)
	if len(edits) == 0 {
		return src, nil
	}
	return f.Edit(edits...)
}

// Rest lists the files below the site's folder that still hold the name, but
// for those of git.
func (p *Person) Rest(dir string) ([]string, error) {
	var out []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			if p.In([]byte(d.Name())) {
				out = append(out, file+"/")
			}
			return nil
		case !d.Type().IsRegular():
			return nil
		}
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err == nil && (p.In(b) || p.In([]byte(d.Name()))) {
			out = append(out, file)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look through the site: %w", err)
	}
	return out, nil
}
