package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"fasti/extract/article"
	"fasti/internal/ledger"
)

// notes tells what was looked at while some pages are made, so that the next
// build knows whether to make them again (see trace).
type notes struct {
	run    int     // counts the groups of pages; 0 while none is made
	open   bool    // pages are being made
	seen   []*cell // what they have looked at, each once
	always bool    // they must be made in every build
}

// begin starts to note.
func (n *notes) begin() { n.run, n.open, n.seen, n.always = n.run+1, true, nil, false }

// end gives what was looked at since begin; not ok if that is not all.
func (n *notes) end() (seen []*cell, ok bool) {
	n.open = false
	return n.seen, !n.always
}

// mark is a hash of what pages are made from.
type mark [16]byte

// cell is a part of the timeline that pages look at: one event, the events of an
// actor, how many those are. Its mark is made when it is first asked for.
type cell struct {
	notes *notes
	name  string // the same in every build
	run   int    // the last that has looked at it
	sum   func() mark
	known bool
	mark  mark
}

// look notes that what is being made depends on the cell.
func (c *cell) look() {
	if n := c.notes; n != nil && n.open && c.run != n.run {
		c.run = n.run
		n.seen = append(n.seen, c)
	}
}

func (c *cell) value() mark {
	if !c.known {
		c.mark, c.known = c.sum(), true
	}
	return c.mark
}

// eventList is events of the timeline in its order. Who makes pages asks all or
// count, which note that.
type eventList struct {
	marks   func([]*event) mark
	unnoted []*event // for those who arrange the timeline, before any page is made
	whole   cell
	size    cell
	beyond  map[int]*cell    // see more
	years   map[string]*cell // see year
}

// all are the events. It stands for all that events are by themselves.
func (l *eventList) all() []*event {
	l.whole.look()
	return l.unnoted
}

// count is how many they are.
func (l *eventList) count() int {
	l.size.look()
	return len(l.unnoted)
}

// more reports whether they are more than n. Who asks that need not be made again
// for each new one, as who asks how many they are must.
func (l *eventList) more(n int) bool {
	if l.size.notes != nil && l.size.notes.open {
		l.bound(n).look()
	}
	return len(l.unnoted) > n
}

// bound is the cell of whether there are more than n.
func (l *eventList) bound(n int) *cell {
	c := l.beyond[n]
	if c == nil {
		c = &cell{notes: l.size.notes, name: l.size.name + ">" + strconv.Itoa(n), sum: func() mark { return sumOf(len(l.unnoted) > n) }}
		if l.beyond == nil {
			l.beyond = map[int]*cell{}
		}
		l.beyond[n] = c
	}
	return c
}

// year is the cell of the events of a year, by the name that yearOf gives it.
func (l *eventList) year(name string) *cell {
	c := l.years[name]
	if c == nil {
		c = &cell{notes: l.whole.notes, name: l.size.name + "@" + name, sum: func() mark { return l.marks(l.ofYear(name)) }}
		if l.years == nil {
			l.years = map[string]*cell{}
		}
		l.years[name] = c
	}
	return c
}

// ofYear are the events of a year. Those of one stand together.
func (l *eventList) ofYear(name string) []*event {
	i := slices.IndexFunc(l.unnoted, func(e *event) bool { return yearOf(e) == name })
	if i < 0 {
		return nil
	}
	j := i
	for j < len(l.unnoted) && yearOf(l.unnoted[j]) == name {
		j++
	}
	return l.unnoted[i:j]
}

// cellNamed finds a cell by its name; nil if there is none in this timeline.
func (t *timeline) cellNamed(name string) *cell {
	if c := t.cells[name]; c != nil {
		return c
	}
	if of, year, ok := strings.Cut(name, "@"); ok && t.lists[of] != nil {
		return t.lists[of].year(year)
	}
	of, bound, ok := strings.Cut(name, ">")
	n, err := strconv.Atoi(bound)
	if l := t.lists[of]; ok && err == nil && l != nil {
		return l.bound(n)
	}
	return nil
}

// noteCells makes the cells of an arranged timeline. They are made in one place,
// so that this is the list of all that a page can depend on, beside what holds
// for all pages (see [press.constants]):
//
//	e:ID       an event by itself, with its articles, actors, places, history
//	n:ID       the events before and after it
//	a:ID a#ID  the events of an actor; how many; a#ID>5 whether more than that;
//	           a#ID@2019 those of a year
//	s:NAME     those of an article
//	A:ID S:NAME  an actor or an article by itself
//	F:NAME     an article without its text
//	m:PATH     those of a month, and m+ those that run on into it
//	y#YEAR     how many a year has
//	g:PATH     those of a place or kind
//	t: t#      all
//	shape      which months and years have any
//	frame      what all pages show around their matter
//	newest     the day of the last change
//	span       the days that the drawing of the whole timeline shows
func (t *timeline) noteCells() {
	n := &notes{}
	t.notes, t.cells, t.lists = n, map[string]*cell{}, map[string]*eventList{}
	name := func(c *cell, s string, sum func() mark) {
		*c = cell{notes: n, name: s, sum: sum}
		t.cells[s] = c
	}
	list := func(l *eventList, family, id string) {
		l.marks = t.marksOf
		name(&l.whole, family+":"+id, func() mark { return t.marksOf(l.unnoted) })
		name(&l.size, family+"#"+id, func() mark { return sumOf(len(l.unnoted)) })
		t.lists[l.size.name] = l
	}
	for i, e := range t.events.unnoted {
		name(&e.own, "e:"+e.ID, func() mark { return t.ownMark(e) })
		name(&e.sides, "n:"+e.ID, func() mark { return t.marksOf(t.events.unnoted[max(0, i-1):min(i+2, len(t.events.unnoted))]) })
	}
	for id, a := range t.actorOf {
		list(&a.events, "a", id)
		name(&a.own, "A:"+id, func() mark { return t.actorMark(a) })
	}
	for id, r := range t.report {
		list(&r.events, "s", id)
		name(&r.own, "S:"+id, func() mark { return sumOf(r.Article, r.path) })
		name(&r.face, "F:"+id, func() mark { return r.faceMark() })
	}
	for _, m := range t.months {
		at := m.path
		list(&m.events, "m", at)
		list(&m.running, "m+", at)
	}
	for _, y := range t.years {
		name(&y.size, "y#"+yearDir(y.year), func() mark { return sumOf(y.count) })
	}
	for _, groups := range [][]*group{t.places, t.kinds} {
		for _, g := range groups {
			list(&g.events, "g", g.path)
		}
	}
	list(&t.events, "t", "")
	name(&t.shape, "shape", t.shapeMark)
	name(&t.frame, "frame", t.frameMark)
	name(&t.newestDay, "newest", func() mark { return sumOf(t.newest) })
	name(&t.span, "span", t.spanMark)
}

// ownMark is the mark of an event by itself: of all that a page says of it
// without looking at other events.
func (t *timeline) ownMark(e *event) mark {
	p := newPrinter()
	p.value(reflect.ValueOf(e.Event))
	p.add(e.path, t.changed[e.ID], t.historyBy[e.ID], t.historyOf(e.ID))
	for _, x := range e.parts {
		p.add(x.id, x.role, x.who != nil)
		if x.who != nil {
			p.mark(x.who.own.value())
		}
	}
	for _, s := range e.Sources {
		r := t.report[s.Article]
		p.text(t.prose(s)) // of all that stands in the article
		if p.truth(r != nil); r != nil {
			p.mark(r.face.value())
		}
	}
	for _, word := range e.Places {
		g := t.place(word)
		p.add(g.id, g.name, g.path, g.at, g.area, g.actor != nil)
	}
	if e.Series != nil {
		a := t.actorOf[e.Series.Of]
		if p.add(a != nil); a != nil {
			p.add(a.name, a.path)
		}
	}
	return p.sum()
}

// faceMark is the mark of an article without its text.
func (r *report) faceMark() mark {
	a := r.Article.Article
	a.Body = ""
	return sumOf(a, r.path)
}

// marksOf is the mark of some events in their order. What makes one stand out
// among others counts only here: how much it matters, and which of them changed
// later than which. By which line of the history that was does not count: a new
// line may stand before it.
func (t *timeline) marksOf(events []*event) mark {
	p := newPrinter()
	for _, e := range events {
		p.mark(e.own.value())
		p.number(uint64(e.points))
		p.truth(e.isKey)
	}
	turns := make([][2]int, len(events))
	for i, e := range events {
		turns[i] = [2]int{t.turn[e.ID], i}
	}
	slices.SortFunc(turns, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	for i, x := range turns {
		p.number(uint64(x[1]))
		p.truth(i > 0 && x[0] == turns[i-1][0]) // neither has one
	}
	return p.sum()
}

// actorMark is the mark of an actor without its events.
func (t *timeline) actorMark(a *actor) mark {
	p := newPrinter()
	p.value(reflect.ValueOf(a.Actor))
	p.add(a.name, a.path, t.shortName(a), t.historyBy[a.ID], t.historyOf(a.ID))
	for _, r := range a.Roles {
		p.add(t.idName(r.Of))
	}
	g := t.placeOf[a.ID]
	if here := g != nil && g.actor == a; here {
		p.add(g.path)
	}
	return p.sum()
}

// shapeMark is the mark of which months and years have events.
func (t *timeline) shapeMark() mark {
	p := newPrinter()
	for _, m := range t.months {
		p.add(m.year, m.number, len(m.events.unnoted) > 0)
	}
	return p.sum()
}

// spanMark is the mark of the days between which the drawing of the whole
// timeline places an event.
func (t *timeline) spanMark() mark {
	if t.overview == nil {
		return mark{}
	}
	return sumOf(t.overview.from, t.overview.to)
}

// frameMark is the mark of what stands around the matter of any page, and of
// whether quotations bear the mark of their language.
func (t *timeline) frameMark() mark {
	return sumOf(t.page("e/x/index.html", "event", "", ""), t.oneTongue)
}

// markOf is the mark of some values.
func sumOf(values ...any) mark {
	p := newPrinter()
	p.add(values...)
	return p.sum()
}

// printer writes values as bytes for a mark, so that no two unlike ones are
// written alike.
type printer struct{ b *bytes.Buffer }

// newPrinter gives an empty one, which sum ends.
func newPrinter() printer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return printer{b}
}

// buffers are those of printers that have ended: a build makes marks by ten
// thousands.
var buffers = sync.Pool{New: func() any { return &bytes.Buffer{} }}

func (p *printer) sum() (m mark) {
	h := sha256.Sum256(p.b.Bytes())
	copy(m[:], h[:])
	buffers.Put(p.b)
	p.b = nil
	return m
}

func (p *printer) mark(m mark) { p.b.Write(m[:]) }

func (p *printer) number(n uint64) { p.b.Write(binary.AppendUvarint(p.b.AvailableBuffer(), n)) }

func (p *printer) truth(b bool) {
	n := uint64(0)
	if b {
		n = 1
	}
	p.number(n)
}

func (p *printer) text(s string) {
	p.number(uint64(len(s)))
	p.b.WriteString(s)
}

func (p *printer) add(values ...any) {
	for _, v := range values {
		p.value(reflect.ValueOf(v))
	}
}

// value writes a value with all that it holds. Of the records of the content it
// takes what they show, and the file that they were read from.
func (p *printer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		p.text(v.String())
	case reflect.Bool:
		p.truth(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		p.b.Write(binary.BigEndian.AppendUint64(p.b.AvailableBuffer(), math.Float64bits(v.Float())))
	case reflect.Struct:
		p.fields(v)
	case reflect.Map:
		p.entries(v)
	default:
		p.inside(v)
	}
}

// inside writes what lists and pointers hold.
func (p *printer) inside(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		if p.number(uint64(v.Len())); v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			p.b.Write(v.Bytes())
			return
		}
		for i := range v.Len() {
			p.value(v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			p.number(0)
			return
		}
		p.number(1)
		p.value(v.Elem())
	case reflect.Invalid:
		p.number(0)
	default:
		panic("site: a page cannot depend on " + v.Type().String())
	}
}

func (p *printer) fields(v reflect.Value) {
	for _, i := range shownFields(v.Type()) {
		p.value(v.Field(i))
	}
}

// shown caches which fields of a type are written.
var shown sync.Map

// shownFields are the fields of a type that its value is written by: all, but of
// the records of the content those that other packages see, with the bytes of
// the file, and of an article not what follows from its body.
func shownFields(t reflect.Type) []int {
	if v, ok := shown.Load(t); ok {
		return v.([]int)
	}
	var out []int
	for i := range t.NumField() {
		f := t.Field(i)
		switch t {
		case reflect.TypeFor[ledger.Event](), reflect.TypeFor[ledger.Actor](), reflect.TypeFor[ledger.Article]():
			if !f.IsExported() && f.Name != "raw" {
				continue
			}
		case reflect.TypeFor[article.Article]():
			if !f.IsExported() || f.Name == "Text" || f.Name == "Blocks" {
				continue
			}
		}
		out = append(out, i)
	}
	shown.Store(t, out)
	return out
}

// entries writes a map in the order of its keys, which are texts.
func (p *printer) entries(v reflect.Value) {
	keys := v.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	p.number(uint64(len(keys)))
	for _, k := range keys {
		p.text(k.String())
		p.value(v.MapIndex(k))
	}
}
