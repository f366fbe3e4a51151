package site

import "fasti/internal/store"

// The file in the store that holds the traces, and its form.
const (
	traceFile = "pages"
	traceForm = "pages 2"
)

// savedTraces are the traces of an edition as they were read.
type savedTraces struct {
	constants string
	names     []string // of cells
	groups    []savedTrace
	pieces    *pieces
}

type savedTrace struct {
	group string
	cells []int // in names
	trace trace // without its cells
}

// resolve finds the cells again. Of a group that looked at what is no more
// there is no trace.
func (s *savedTraces) resolve(t *timeline) map[string]*trace {
	found := make([]*cell, len(s.names))
	for i, name := range s.names {
		found[i] = t.cellNamed(name)
	}
	out := make(map[string]*trace, len(s.groups))
next:
	for i := range s.groups {
		g := &s.groups[i]
		g.trace.cells = make([]*cell, len(g.cells))
		for k, n := range g.cells {
			if n < 0 || n >= len(found) || found[n] == nil {
				continue next
			}
			g.trace.cells[k] = found[n]
		}
		out[g.group] = &g.trace
	}
	return out
}

// keepTraces writes what the next build may leave out. Without it the next one
// makes every page.
func keepTraces(dir string, presses []*press) {
	w := store.WriterFor(dir, traceFile)
	for _, p := range presses {
		if p.traces != nil {
			writeTraces(w, p.prefix, p.traces)
		}
	}
	store.Write(dir, traceFile, traceForm, w.Bytes())
}

// writeTraces writes the traces of an edition, the names of cells once.
func writeTraces(w *store.Writer, prefix string, t *traces) {
	at := map[*cell]int{}
	var names []string
	groups := sortedKeys(t.next)
	for _, g := range groups {
		for _, c := range t.next[g].cells {
			if _, ok := at[c]; !ok {
				at[c] = len(names)
				names = append(names, c.name)
			}
		}
	}
	w.Text(prefix)
	w.Text(t.constants)
	w.Number(len(names))
	for _, s := range names {
		w.Text(s)
	}
	w.Number(len(groups))
	for _, g := range groups {
		x := t.next[g]
		w.Text(g)
		w.Number(len(x.cells))
		for _, c := range x.cells {
			w.Number(at[c])
		}
		w.Raw(x.from[:])
		w.Raw(x.made[:])
		w.Number(len(x.outs))
		for _, f := range x.outs {
			w.Text(f.name)
			w.Text(f.day)
			w.Number(f.flags())
		}
	}
	writePieces(w, t.nextPieces)
}

// flags are what a file is, as a number.
func (f traced) flags() int {
	n := 0
	if f.page {
		n |= 1
	}
	if f.listed {
		n |= 2
	}
	return n
}

// readTraces reads the traces of a site by the prefix of the edition; none if
// there are none that can be used.
func readTraces(dir string) map[string]*savedTraces {
	r := store.NewReader(store.Read(dir, traceFile, traceForm))
	out := map[string]*savedTraces{}
	for !r.End() {
		prefix := r.Text()
		out[prefix] = readEdition(r)
	}
	if r.Bad() {
		return nil
	}
	return out
}

func readEdition(r *store.Reader) *savedTraces {
	s := &savedTraces{constants: r.Text()}
	s.names = make([]string, r.Many())
	for i := range s.names {
		s.names[i] = r.Text()
	}
	s.groups = make([]savedTrace, r.Many())
	for i := range s.groups {
		readGroup(r, &s.groups[i])
	}
	s.pieces = readPieces(r)
	s.pieces.index()
	return s
}

func readGroup(r *store.Reader, g *savedTrace) {
	g.group = r.Text()
	g.cells = make([]int, r.Many())
	for i := range g.cells {
		g.cells[i] = r.Number()
	}
	copy(g.trace.from[:], r.Raw(len(mark{})))
	copy(g.trace.made[:], r.Raw(len(mark{})))
	g.trace.outs = make([]traced, r.Many())
	for i := range g.trace.outs {
		f := traced{name: r.Text(), day: r.Text()}
		n := r.Number()
		f.page, f.listed = n&1 != 0, n&2 != 0
		g.trace.outs[i] = f
	}
}
