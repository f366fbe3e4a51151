package site

import (
	"bytes"
	"slices"

	"fasti/internal/store"
)

// layout is a file that has a piece for each of some events.
type layout struct {
	head          []byte
	between, tail string
	empty         string                // the tail of a file without a piece; "" if it is the same
	piece         func(e *event) []byte // none if the event does not stand in it; good until the next call
}

// join makes the file.
func (l layout) join(events []*event) []byte {
	data, _ := l.joinOf(events, 0, l.piece)
	return data
}

// joinOf makes the file, of about that size, of pieces, and says where each of
// them ends.
func (l layout) joinOf(events []*event, size int, piece func(e *event) []byte) (data []byte, ends []int) {
	var b bytes.Buffer
	b.Grow(size)
	b.Write(l.head)
	ends = make([]int, len(events))
	tail := l.tail
	if l.empty != "" {
		tail = l.empty
	}
	some := false
	for i, e := range events {
		if one := piece(e); len(one) > 0 {
			if some {
				b.WriteString(l.between)
			}
			some, tail = true, l.tail
			b.Write(one)
		}
		ends[i] = b.Len()
	}
	b.WriteString(tail)
	return b.Bytes(), ends
}

// pieces tells where in the files of the whole timeline the pieces of its events
// lie. A piece is taken over if the event is by itself what it was: then not all
// events are written again for one that has changed.
type pieces struct {
	ids   []string
	marks []mark         // of the events by themselves; zero: what one gives depends on more
	at    map[string]int // of an id in ids
	files map[string]piecedFile
}

// piecedFile is such a file.
type piecedFile struct {
	sum   string // hash of its bytes
	start int    // of the first piece
	ends  []int  // of each, in the order of ids
}

func newPieces(events []*event) *pieces {
	x := &pieces{files: map[string]piecedFile{}}
	for _, e := range events {
		x.ids, x.marks = append(x.ids, e.ID), append(x.marks, e.own.value())
	}
	x.index()
	return x
}

func (x *pieces) index() {
	x.at = make(map[string]int, len(x.ids))
	for i, id := range x.ids {
		x.at[id] = i
	}
}

// whole puts a file of the whole timeline, of what pieces there are of the last
// build and others.
func (p *press) whole(t *timeline, name string, l layout) {
	events := t.events.unnoted
	if p.traces == nil {
		p.file(name, l.join(events))
		return
	}
	if p.traces.nextPieces == nil {
		p.traces.nextPieces = newPieces(events)
	}
	next, had := p.traces.nextPieces, p.lastPieces(name, l.between)
	data, ends := l.joinOf(events, had.size+4096, func(e *event) []byte {
		if one, ok := had.of(e); ok {
			return one
		}
		t.notes.begin()
		one := l.piece(e)
		if seen, ok := t.notes.end(); !ok || slices.ContainsFunc(seen, func(c *cell) bool { return c != &e.own }) {
			next.marks[next.at[e.ID]] = mark{}
		}
		return one
	})
	sum := hashOfBytes(data)
	next.files[name] = piecedFile{sum, len(l.head), ends}
	p.fileOf(name, sum, data)
}

// lastPieces are the pieces of a file of the last build.
type lastPieces struct {
	*pieces
	spans [][2]int
	data  []byte
	size  int
}

// lastPieces reads a file as the last build has left it; without pieces if it is
// not that any more.
func (p *press) lastPieces(name, between string) (x lastPieces) {
	old := p.traces.oldPieces
	if old == nil || p.stage.root == nil {
		return x
	}
	f, ok := old.files[name]
	last, had := p.stage.old.Files.get(p.prefix + name)
	if !ok || !had || len(f.ends) != len(old.ids) || last.from != f.sum {
		return x
	}
	data, err := p.stage.root.ReadFile(p.prefix + name)
	if err != nil || hashOfBytes(data) != f.sum {
		return x
	}
	spans, ok := f.spans(len(between), len(data))
	if !ok {
		return x
	}
	return lastPieces{old, spans, data, len(data)}
}

// spans are where the pieces lie; not ok if they cannot lie there.
func (f piecedFile) spans(between, size int) (out [][2]int, ok bool) {
	at := f.start
	for _, end := range f.ends {
		from := at
		if end > at && at > f.start {
			from += between
		}
		if from > end || end > size {
			return nil, false
		}
		out = append(out, [2]int{from, end})
		at = end
	}
	return out, f.start >= 0
}

// of is the piece of an event.
func (x lastPieces) of(e *event) ([]byte, bool) {
	if x.pieces == nil {
		return nil, false
	}
	i, ok := x.at[e.ID]
	if !ok || x.marks[i] == (mark{}) || x.marks[i] != e.own.value() {
		return nil, false
	}
	return x.data[x.spans[i][0]:x.spans[i][1]], true
}

func writePieces(w *store.Writer, x *pieces) {
	if x == nil {
		x = &pieces{}
	}
	w.Number(len(x.ids))
	for i, id := range x.ids {
		w.Text(id)
		w.Raw(x.marks[i][:])
	}
	w.Number(len(x.files))
	for _, name := range sortedKeys(x.files) {
		f := x.files[name]
		w.Text(name)
		w.Text(f.sum)
		w.Number(f.start)
		w.Number(len(f.ends))
		at := f.start
		for _, end := range f.ends {
			w.Number(end - at)
			at = end
		}
	}
}

func readPieces(r *store.Reader) *pieces {
	x := &pieces{files: map[string]piecedFile{}}
	x.ids = make([]string, r.Many())
	x.marks = make([]mark, len(x.ids))
	for i := range x.ids {
		x.ids[i] = r.Text()
		copy(x.marks[i][:], r.Raw(len(mark{})))
	}
	for range r.Many() {
		name := r.Text()
		f := piecedFile{sum: r.Text(), start: r.Number()}
		f.ends = make([]int, r.Many())
		at := f.start
		for i := range f.ends {
			at += r.Number()
			f.ends[i] = at
		}
		x.files[name] = f
	}
	return x
}
