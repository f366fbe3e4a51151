// Package lang holds what fasti knows of each language: names of days and
// months, numerals, abbreviations, cue words, lexicons. It is data: tables of
// tab-separated text, one folder a language and stage, that a linguist can
// edit. The stages compile what they need from them; nothing here decides.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

//go:embed all:data
var files embed.FS

// Pack is the tables of one language.
type Pack struct {
	Lang   string // "de", "en"
	tables map[string]Table
}

// Table is the rows of one table, in order: those of data/all first, then
// those of the language.
type Table struct {
	Name string // "timex/months"
	Rows []Row
}

// Row is one line of a table: its fields, and where it stands for messages.
type Row struct {
	File   string // "data/de/timex/months.tsv"
	Line   int
	Fields []string
}

// Field is field i of the row, or "" if the row is shorter.
func (r Row) Field(i int) string {
	if i < len(r.Fields) {
		return r.Fields[i]
	}
	return ""
}

// Languages lists the languages that have a pack, sorted.
func Languages() []string {
	entries, err := fs.ReadDir(files, "data")
	if err != nil {
		return nil
	}
	var langs []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "all" {
			langs = append(langs, e.Name())
		}
	}
	sort.Strings(langs)
	return langs
}

// Load reads the pack of a language. The folder data/all holds tables that
// serve every language (states, holders of offices); they are in each pack.
func Load(language string) (*Pack, error) {
	p := &Pack{Lang: language, tables: map[string]Table{}}
	for _, dir := range []string{"data/all", "data/" + language} {
		if err := p.read(dir); err != nil {
			return nil, fmt.Errorf("language pack %s: %w", language, err)
		}
	}
	return p, nil
}

// NewPack makes a pack of tables that do not come with fasti.
func NewPack(language string, tables ...Table) *Pack {
	p := &Pack{Lang: language, tables: map[string]Table{}}
	for _, t := range tables {
		p.tables[t.Name] = t
	}
	return p
}

// Table gives a table by its path below the language's folder, without the
// extension ("timex/months"). A missing table is empty.
func (p *Pack) Table(name string) Table { return p.tables[name] }

// Tables lists the names of all tables of the pack, sorted.
func (p *Pack) Tables() []string {
	names := make([]string, 0, len(p.tables))
	for n := range p.tables {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

func (p *Pack) read(dir string) error {
	return fs.WalkDir(files, dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".tsv") {
			return err
		}
		b, err := files.ReadFile(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(strings.TrimPrefix(path, dir+"/"), ".tsv")
		t := p.tables[name]
		t.Name, t.Rows = name, append(t.Rows, parse(path, string(b))...)
		p.tables[name] = t
		return nil
	})
}

// parse reads the rows of a file: fields apart by tabs; empty lines and lines
// that begin with # are notes.
func parse(path, text string) []Row {
	var rows []Row
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r\t")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		rows = append(rows, Row{File: path, Line: i + 1, Fields: strings.Split(line, "\t")})
	}
	return rows
}

// Errorf makes an error that says where the row stands: "data/de/x.tsv:7: …".
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.File, r.Line, fmt.Errorf(format, args...))
}

// Expand writes out the endings in brackets of a form in a table: "Montag[,e,en]" is
// three forms. An error means an empty form or a bracket that nothing closes.
func Expand(s string) ([]string, error) {
	open := strings.IndexByte(s, '[')
	if open < 0 {
		if s == "" {
			return nil, fmt.Errorf("an empty form")
		}
		return []string{s}, nil
	}
	end := strings.IndexByte(s[open:], ']')
	if end < 0 {
		return nil, fmt.Errorf("[ without ] in %q", s)
	}
	var out []string
	for _, suffix := range strings.Split(s[open+1:open+end], ",") {
		rest, err := Expand(s[:open] + suffix + s[open+end+1:])
		if err != nil {
			return nil, err
		}
		out = append(out, rest...)
	}
	return out, nil
}
