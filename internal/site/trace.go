package site

import (
	"reflect"
	"slices"
	"strings"
)

// traces lets a build leave out the pages that are made from the same as in the
// last one, without making them in order to see that: of each group of pages it
// is kept what was looked at while they were made (see notes), and a hash of
// that. It lies in the site's folder, may be deleted at any time, and counts
// only for files that the list in the output folder names with the same hashes.
type traces struct {
	constants string            // hash of what all pages of the edition are made from
	old, next map[string]*trace // by group

	oldPieces, nextPieces *pieces
}

// trace is a group of pages and files that were made together.
type trace struct {
	cells []*cell
	from  mark // of the values of the cells
	outs  []traced
	made  mark // of the files and what they were made from
}

// traced is one of them.
type traced struct {
	name   string // in the output folder
	from   string // only while it is made: in the list of the output folder later on
	day    string // of its last change, of a page that is listed
	page   bool
	listed bool // in the sitemap
	text   bool // it has a person's text, whose links are looked at in every build
}

// traceFor makes the press leave out what is as it was; not where pages look at
// each other, or where not all of them are made.
func (p *press) traceFor(t *timeline, m *material, o Options) {
	if o.Program == "" || p.together || p.dry || p.only != nil {
		return
	}
	p.traces = &traces{constants: p.constants(t, m, o), old: map[string]*trace{}, next: map[string]*trace{}}
	if saved := p.stage.saved[p.prefix]; saved != nil && saved.constants == p.traces.constants {
		p.traces.old, p.traces.oldPieces = saved.resolve(t), saved.pieces
	}
}

// constants is a hash of what all pages of an edition are made from: program,
// templates, words, configuration, menus, pictures, styles.
func (p *press) constants(t *timeline, m *material, o Options) string {
	w := newPrinter()
	w.add(p.theme, o.Program, o.Head, t.menus, t.twins, t.words.tongues, sortedKeys(t.gallery.files))
	w.value(reflect.ValueOf(*t.cfg))
	w.value(reflect.ValueOf(t.gallery.sizes))
	return hashOf(m.assets, w.b.String())
}

// unit makes some pages and files, or leaves them as they are.
func (p *press) unit(t *timeline, group string, make func()) {
	if p.err != nil || p.leave(t, group) {
		return
	}
	p.now = &trace{}
	t.notes.begin()
	make()
	cells, ok := t.notes.end()
	x := p.now
	if p.now = nil; p.traces == nil || !ok || slices.ContainsFunc(x.outs, func(f traced) bool { return f.text }) {
		return
	}
	x.cells, x.from = cells, marksOfCells(cells)
	x.made, _ = madeOf(x.outs, func(i int) (string, bool) { return x.outs[i].from, true })
	p.traces.next[group] = x
}

// trace notes what is made.
func (p *press) trace(f traced) {
	if p.now != nil {
		p.now.outs = append(p.now.outs, f)
	}
}

// leave takes over a group of pages that is made from the same as in the last
// build. It reports false if it must be made.
func (p *press) leave(t *timeline, group string) bool {
	if p.traces == nil {
		return false
	}
	x := p.traces.old[group]
	if x == nil || marksOfCells(x.cells) != x.from {
		return false
	}
	files := &p.stage.old.Files
	places := make([]int, len(x.outs))
	made, ok := madeOf(x.outs, func(i int) (string, bool) {
		at, ok := files.at[x.outs[i].name]
		if !ok || files.made[at].from == "" {
			return "", false
		}
		places[i] = at
		return files.made[at].from, true
	})
	if !ok || made != x.made {
		return false
	}
	for i, at := range places {
		if !p.stage.keepAt(at) {
			p.stage.named[x.outs[i].name] = true
			return false
		}
	}
	for _, f := range x.outs {
		if !f.page {
			continue
		}
		p.left++
		if p.pages++; p.step != nil {
			p.step()
		}
		if f.listed {
			p.seen = append(p.seen, location{canonical(t.cfg.BaseURL, strings.TrimPrefix(f.name, p.prefix)), f.day})
		}
	}
	p.traces.next[group] = x
	return true
}

func marksOfCells(cells []*cell) mark {
	w := newPrinter()
	for _, c := range cells {
		w.mark(c.value())
	}
	return w.sum()
}

// madeOf is a hash of files and what they were made from.
func madeOf(outs []traced, from func(i int) (string, bool)) (mark, bool) {
	w := newPrinter()
	for i, f := range outs {
		s, ok := from(i)
		if !ok {
			return mark{}, false
		}
		w.text(f.name)
		w.text(s)
	}
	return w.sum(), true
}
