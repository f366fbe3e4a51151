package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
	"fasti/internal/importer"
)

// input is a file that is being brought in.
type input interface {
	importer.File
	io.Closer
}

// inMemory is standard input, read whole.
type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// open opens a file to bring in; "-" is standard input.
func (d *adding) open(path string) (input, int64, error) {
	if path == "-" {
		b, err := readAll(d.app.in, importer.MaxBytes)
		return inMemory{bytes.NewReader(b)}, int64(len(b)), err
	}
	f, info, err := openRegular(path)
	if err != nil {
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// maxReferences is the size of the largest file of references that is read.
const maxReferences = 1 << 20

// references are what a file of references beside the path says of it.
func references(path string) importer.Options {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for _, ext := range []string{".ris", ".bib", ".json"} {
		if stem+ext == path {
			continue
		}
		b, err := readFile(stem+ext, maxReferences)
		if err != nil {
			continue
		}
		if opt, ok := importer.References(b); ok {
			return opt
		}
	}
	return importer.Options{}
}

// beside tells a file of references that belongs to another file of the list.
func beside(path string, all map[string]bool) bool {
	ext := strings.ToLower(filepath.Ext(path))
	if ext != ".ris" && ext != ".bib" && ext != ".json" {
		return false
	}
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for other := range all {
		if other != path && strings.TrimSuffix(other, filepath.Ext(other)) == stem {
			b, err := readFile(path, maxReferences)
			if err != nil {
				return false
			}
			_, ok := importer.References(b)
			return ok
		}
	}
	return false
}

// fill adds to the options what they leave open.
func fill(opt *importer.Options, more importer.Options) {
	for _, f := range []struct {
		mine   *string
		theirs string
	}{
		{&opt.Title, more.Title}, {&opt.Date, more.Date}, {&opt.Lang, more.Lang},
		{&opt.Publisher, more.Publisher}, {&opt.Link, more.Link}, {&opt.Author, more.Author},
	} {
		if *f.mine == "" {
			*f.mine = f.theirs
		}
	}
}

// bytes are the bytes of the article's file and what it is; nil if the site's
// file could not be read, which was noted.
func (d *adding) bytes(name string, art *importer.Article, state importer.State) ([]byte, string, error) {
	if state == importer.Unknown {
		b, err := art.File()
		return b, "new article", err
	}
	have := d.old(name)
	f, err := frontmatter.Parse(have)
	if err != nil {
		return nil, "", err
	}
	d.updated++
	return append(bytes.TrimSuffix(have, f.Body()), "\n"+art.Body...), "changed article", nil
}

// old are the bytes of an article of the site; nil if it has none of the name.
func (d *adding) old(name string) []byte {
	b, err := os.ReadFile(d.app.path("content/articles/" + name + ".md"))
	if err != nil {
		return nil
	}
	return b
}

// difference says how the text of an article differs from that of the site's.
func (d *adding) difference(name string, art *importer.Article) string {
	have := d.bodies[name]
	if have == nil {
		return "another part of this run has it"
	}
	before, now := len(strings.Fields(have.Text)), len(strings.Fields(art.Body))
	switch {
	case now > before:
		return "it has " + count(now-before, "word") + " more"
	case now < before:
		return "it has " + count(before-now, "word") + " less"
	}
	return "it has as many words, but other ones"
}

// skipped is a note on files of a folder that are of no kind that fasti reads.
func skipped(folder string, names []string) diag.Diagnostic {
	const few = 5
	more := ""
	if len(names) > few {
		more = fmt.Sprintf(" and %d more", len(names)-few)
		names = names[:few]
	}
	return diag.Diagnostic{File: folder, Code: diag.NotRead, Message: "not read, because of their kind: " + strings.Join(names, ", ") + more, Hint: "name a file itself to see why"}
}
