package site

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"fasti/internal/bundle"
)

// press turns the views of one edition into files. Pages do not depend on each
// other, so what is made from the same as in the last build is kept, and the
// rest goes through Hugo some thousand pages at a time: a build takes as much
// memory as a batch, and as much time as what changed.
type press struct {
	ctx      context.Context
	stage    *stage
	prefix   string            // folder of the edition, "" or "en/"
	shared   map[string][]byte // what Hugo needs for any page: layouts, words, settings, data
	theme    string            // hash of it
	briefs   string            // hash of what shortcodes can name
	base     string            // address of the edition on the web, "" if it has none
	limit    int               // bytes of views in a batch
	together bool              // one run for all pages, since a layout looks at other pages
	dry      bool              // make only what shows people's own files
	own      bool              // people have layouts or words of their own
	tried    map[string]bool   // in a dry run: layouts of which a page is made

	batch    map[string][]byte // pages as Hugo reads them
	sources  map[string]source // where the texts on them were written
	paths    map[string]string // path -> hash, of the batch
	size     int
	pages    int
	left     int        // of the pages, those that were left as they are
	seen     []location // for the sitemap
	warnings []string

	step    func()
	only    func(string) bool
	lang    string
	offline *Offline // made last, if the site offers files
	book    func() *bundle.Book

	traces *traces // nil if every page is to be made
	now    *trace  // of the pages that are being made together

	err error // the first; nothing is done after it
}

// batchBytes is how much of views goes through Hugo at once. Hugo takes about
// thirty times as much memory.
const batchBytes = 12 << 20

// pagesDir holds the generated pages inside the site that Hugo sees. Their
// addresses come from their front matter.
const pagesDir = "content/timeline-pages"

// A folder that is not shown, and a home page that is not made in this run but
// has its address.
const (
	silent = `{"build":{"render":"never","list":"never"}}` + "\n"
	absent = `{"build":{"render":"link","list":"never"}}` + "\n"
)

// file takes a file that goes out as it is.
func (p *press) file(name string, data []byte) { p.fileOf(name, hashOfBytes(data), data) }

// fileOf is file with the hash of the data.
func (p *press) fileOf(name, from string, data []byte) {
	name = p.prefix + name
	if p.only != nil && !p.only(name) {
		return
	}
	p.trace(traced{name: name, from: from})
	if p.err == nil && !p.stage.keep(name, from) {
		p.err = p.stage.put(name, from, data)
	}
}

// page takes the view of a page, with the frame that stands in it.
func (p *press) page(f *Page, view any) {
	if p.err == nil {
		p.err = p.ctx.Err()
	}
	if p.err != nil || p.only != nil && !p.only(p.prefix+f.Path) {
		return
	}
	if p.stage.named[p.prefix+f.Path] = true; p.dry && !p.worthTrying(f) {
		return
	}
	p.text(f)
	front := p.front(f, view)
	name := fmt.Sprintf("%s/%06d.md", pagesDir, p.pages)
	if f.Path == "index.html" {
		name = homeFile
		delete(front, "url")
		delete(front, "layout")
	}
	data, err := page(front, f.Body)
	if err != nil {
		p.err = err
		return
	}
	if f.source.file != "" {
		p.sources[name] = f.source
	}
	if p.pages++; p.step != nil {
		p.step()
	}
	listed := p.list(f)
	from := p.theme
	if strings.Contains(f.Body, "{{") {
		from += p.briefs
	}
	from = hashOf(nil, from, string(data))
	p.trace(traced{name: p.prefix + f.Path, from: from, page: true, listed: listed, day: f.Modified, text: f.Body != ""})
	if !p.together && p.stage.keep(p.prefix+f.Path, from) {
		return
	}
	p.batch[name], p.paths[f.Path] = data, from
	if p.size += len(data); p.size >= p.limit && !p.together {
		p.flush()
	}
}

// worthTrying reports whether a dry run makes a page: it has a person's text,
// or it is the first with a template and people have changed some.
func (p *press) worthTrying(f *Page) bool {
	if f.Body != "" {
		return true
	}
	if !p.own || p.tried[f.Layout] {
		return false
	}
	p.tried[f.Layout] = true
	return true
}

// list notes a page for the sitemap, and reports whether it stands there.
func (p *press) list(f *Page) bool {
	if f.Canonical == "" || strings.Contains(f.Robots, "noindex") {
		return false
	}
	p.seen = append(p.seen, location{f.Canonical, f.Modified})
	return true
}

// front is the front matter of a page: its view, and where it goes.
func (p *press) front(f *Page, view any) map[string]any {
	return map[string]any{
		"title": f.Title, "layout": f.Layout, "params": map[string]any{"v": view},
		"url": "/" + strings.TrimSuffix(f.Path, "index.html"),
	}
}

// homeFile is the source of the home page.
const homeFile = "content/_index.md"

// flush renders the batch.
func (p *press) flush() {
	if len(p.batch) == 0 || p.err != nil {
		return
	}
	files := maps.Clone(p.shared)
	files[homeFile], files[pagesDir+"/_index.md"] = []byte(absent), []byte(silent)
	maps.Copy(files, p.batch)
	for name, data := range p.render(files) {
		p.put(name, p.paths[name], data)
	}
	p.batch, p.paths, p.size = map[string][]byte{}, map[string]string{}, 0
}

func (p *press) put(name, from string, data []byte) {
	if p.err == nil {
		p.err = p.stage.put(p.prefix+name, from, data)
	}
}

// render has Hugo make pages of files, in the order of their names.
func (p *press) render(files map[string][]byte) iter.Seq2[string, []byte] {
	var out map[string][]byte
	if p.err = p.ctx.Err(); p.err == nil {
		var warnings []string
		out, warnings, p.err = render(files)
		p.err = p.placed(p.err)
		for _, w := range warnings {
			if !slices.Contains(p.warnings, w) {
				p.warnings = append(p.warnings, w)
			}
		}
	}
	return func(yield func(string, []byte) bool) {
		for _, name := range sortedKeys(out) {
			if !yield(name, out[name]) {
				return
			}
		}
	}
}

// finish renders what is left and people's own pages. Those may look at each
// other, so they are made in one run, whenever anything has changed that they
// can show.
func (p *press) finish(own, data map[string][]byte) error {
	files := maps.Clone(p.shared)
	maps.Copy(files, data)
	maps.Copy(files, own)
	files[homeFile] = []byte(absent)
	if p.together {
		files[pagesDir+"/_index.md"] = []byte(silent)
		maps.Copy(files, p.batch)
		p.run(files, p.paths)
		return p.err
	}
	p.flush()
	if len(own) > 1 || len(own) == 1 && own[homeFile] == nil {
		p.run(files, nil)
	}
	return p.err
}

// run makes pages that are not kept one by one; generated are those of them
// that fasti made.
func (p *press) run(files map[string][]byte, generated map[string]string) {
	if p.err != nil {
		return
	}
	from := "=" + hashOf(files, p.theme)
	old := p.stage.old
	kept := old.Runs[p.prefix] == from
	for i, name := range old.Files.names {
		if kept && old.Files.made[i].from == from {
			kept = p.stage.keep(name, from)
		}
	}
	if p.stage.next.Runs[p.prefix] = from; !kept {
		for name, data := range p.render(files) {
			p.put(name, from, data)
		}
	}
	all := p.stage.files()
	for i, name := range all.names {
		f := all.made[i]
		rest, in := strings.CutPrefix(name, p.prefix)
		if _, ours := generated[rest]; f.from == from && in && !ours && p.base != "" && strings.HasSuffix(rest, ".html") {
			p.seen = append(p.seen, location{Loc: p.base + href(strings.TrimSuffix(rest, "index.html"))})
		}
	}
}

// looksAround reports whether one of people's own layouts speaks of other
// pages than its own. Then pages are not independent.
func looksAround(own map[string][]byte) bool {
	for name, text := range own {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		for _, word := range []string{"Pages", "GetPage", "Sections", "Menus", "Taxonomies", ".Next", ".Prev", ".Parent", ".Ancestors", ".Related"} {
			if bytes.Contains(text, []byte(word)) {
				return true
			}
		}
	}
	return false
}
