package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"
)

// traceForm is the first line of the file of traces. A file of another form is
// none, as is one whose checksum is wrong.
const traceForm = "fasti pages 1\n"

// savedTraces are the traces of an edition as they were read.
type savedTraces struct {
	constants string
	names     []string // of cells
	groups    []savedTrace
}

type savedTrace struct {
	group string
	cells []int // in names
	trace trace // without its cells
}

// resolve finds the cells again. Of a group that looked at what is no more
// there is no trace.
func (s *savedTraces) resolve(cells map[string]*cell) map[string]*trace {
	found := make([]*cell, len(s.names))
	for i, name := range s.names {
		found[i] = cells[name]
	}
	out := make(map[string]*trace, len(s.groups))
next:
	for i := range s.groups {
		g := &s.groups[i]
		g.trace.cells = make([]*cell, len(g.cells))
		for k, n := range g.cells {
			if g.trace.cells[k] = found[n]; found[n] == nil {
				continue next
			}
		}
		out[g.group] = &g.trace
	}
	return out
}

// traceWriter writes traces: numbers as varints, texts with their length before
// them, the names of cells once.
type traceWriter struct{ printer }

func (w *traceWriter) edition(prefix string, t *traces) {
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
	w.text(prefix)
	w.text(t.constants)
	w.number(uint64(len(names)))
	for _, s := range names {
		w.text(s)
	}
	w.number(uint64(len(groups)))
	for _, g := range groups {
		x := t.next[g]
		w.text(g)
		w.number(uint64(len(x.cells)))
		for _, c := range x.cells {
			w.number(uint64(at[c]))
		}
		w.mark(x.from)
		w.mark(x.made)
		w.number(uint64(len(x.outs)))
		for _, f := range x.outs {
			w.text(f.name)
			w.text(f.day)
			w.add(f.page, f.listed)
		}
	}
}

func (w *traceWriter) bytes() []byte {
	sum := sha256.Sum256(w.b.Bytes())
	return append(append([]byte(traceForm), sum[:]...), w.b.Bytes()...)
}

// readTraces reads the traces of a site by the prefix of the edition; none if
// there are none that can be used.
func readTraces(dir string) map[string]*savedTraces {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(traceFile)))
	if err != nil {
		return nil
	}
	data, ok := bytes.CutPrefix(data, []byte(traceForm))
	if !ok || len(data) < sha256.Size {
		return nil
	}
	if sum := sha256.Sum256(data[sha256.Size:]); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil
	}
	r := &traceReader{b: data[sha256.Size:]}
	out := map[string]*savedTraces{}
	for len(r.b) > 0 {
		prefix := r.text()
		out[prefix] = r.edition()
	}
	if r.bad {
		return nil
	}
	return out
}

// traceReader reads what traceWriter wrote. After bad everything is zero.
type traceReader struct {
	b   []byte
	bad bool
}

func (r *traceReader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<40 {
		r.b, r.bad = nil, true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// many is a number of things that follow, each of a byte at least.
func (r *traceReader) many() int {
	n := r.number()
	if n > len(r.b) {
		r.b, r.bad = nil, true
		return 0
	}
	return n
}

func (r *traceReader) text() string {
	n := r.many()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *traceReader) mark() (m mark) {
	if len(r.b) < len(m) {
		r.b, r.bad = nil, true
		return m
	}
	copy(m[:], r.b)
	r.b = r.b[len(m):]
	return m
}

func (r *traceReader) edition() *savedTraces {
	s := &savedTraces{constants: r.text()}
	s.names = make([]string, r.many())
	for i := range s.names {
		s.names[i] = r.text()
	}
	s.groups = make([]savedTrace, r.many())
	for i := range s.groups {
		r.group(&s.groups[i], len(s.names))
	}
	return s
}

func (r *traceReader) group(g *savedTrace, names int) {
	g.group = r.text()
	g.cells = make([]int, r.many())
	for i := range g.cells {
		if g.cells[i] = r.number(); g.cells[i] >= names {
			g.cells[i], r.b, r.bad = 0, nil, true
		}
	}
	g.trace.from, g.trace.made = r.mark(), r.mark()
	g.trace.outs = make([]traced, r.many())
	for i := range g.trace.outs {
		g.trace.outs[i] = traced{name: r.text(), day: r.text(), page: r.number() == 1, listed: r.number() == 1}
	}
}
