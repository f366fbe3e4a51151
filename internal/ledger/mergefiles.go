package ledger

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/frontmatter"
)

// MergeFiles joins two versions of an event's or actor's file, key by key;
// base, which both come from, is nil if both made the file. What only one of
// them changed holds; lists are joined entry by entry; where both changed one
// key, a person's value holds before fasti's. Where two people did, the keys are
// given, and the file has git's marks at them.
func MergeFiles(file string, base, ours, theirs []byte) (out []byte, conflicts []string, err error) {
	if bytes.Equal(ours, theirs) || bytes.Equal(base, theirs) && base != nil {
		return ours, nil, nil
	}
	if base != nil && bytes.Equal(base, ours) {
		return theirs, nil, nil
	}
	if base == nil {
		base = []byte("---\n---\n")
	}
	m := &fileMerge{order: EventKeys()}
	if strings.HasPrefix(file, actorsDir) {
		m.order = ActorKeys()
	}
	for _, v := range []struct {
		src  []byte
		f    **frontmatter.File
		hand *[]string
	}{{base, &m.base, nil}, {ours, &m.ours, &m.ourHand}, {theirs, &m.theirs, &m.theirHand}} {
		f, err := frontmatter.Parse(v.src)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		*v.f = f
		if v.hand != nil {
			*v.hand = handOf(file, v.src)
		}
	}
	return m.run()
}

// handOf are the keys of a file that a person owns.
func handOf(file string, src []byte) []string {
	l := &loader{c: &Content{broken: map[string]bool{}}}
	name := strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".md")
	if strings.HasPrefix(file, actorsDir) {
		if l.actor(file, name, src); len(l.c.Actors) == 1 {
			return l.c.Actors[0].Edited
		}
		return nil
	}
	if l.event(file, name, src); len(l.c.Events) != 1 {
		return nil
	}
	e := l.c.Events[0]
	hand := slices.Clone(e.Edited)
	if e.review != Proposed && !e.byItself(e.review) {
		hand = append(hand, "review", "into")
	}
	return hand
}

type fileMerge struct {
	base, ours, theirs *frontmatter.File
	ourHand, theirHand []string
	order              []string
	conflicts          []string
}

func (m *fileMerge) run() ([]byte, []string, error) {
	out := m.ours
	for _, key := range union(m.ours.Keys(), m.theirs.Keys(), m.base.Keys()) {
		lines := m.key(key)
		if lines == m.ours.Lines(key) {
			continue
		}
		next, err := out.Put(key, lines, m.order)
		if err != nil {
			return nil, nil, err
		}
		out = next
	}
	text := m.body()
	done := append(bytes.Clone(out.Bytes()[:out.BodyOffset()]), text...)
	for _, key := range m.conflicts { // last, since a file with marks is no YAML
		if key != "text" {
			a, b := m.ours.Lines(key), m.theirs.Lines(key)
			done = bytes.Replace(done, []byte("\n"+a), []byte("\n"+marked(a, b)), 1)
		}
	}
	return done, m.conflicts, nil
}

func marked(a, b string) string {
	return "<<<<<<< ours\n" + a + "=======\n" + b + ">>>>>>> theirs\n"
}

// key gives the lines of a key in the joined file.
func (m *fileMerge) key(key string) string {
	b, hadB := m.base.Value(key)
	o, hadO := m.ours.Value(key)
	t, hadT := m.theirs.Value(key)
	same := func(x any, hadX bool, y any, hadY bool) bool {
		return hadX == hadY && (!hadX || frontmatter.Equal(x, y))
	}
	switch {
	case same(o, hadO, t, hadT), same(b, hadB, t, hadT):
		return m.ours.Lines(key)
	case same(b, hadB, o, hadO):
		return m.theirs.Lines(key)
	}
	if isComposed(o) && isComposed(t) {
		v := joinValues(b, o, t)
		if key == "fasti" {
			v = alsoKnown(v, o, t)
		}
		if frontmatter.Equal(v, o) {
			return m.ours.Lines(key)
		}
		if frontmatter.Equal(v, t) {
			return m.theirs.Lines(key)
		}
		return frontmatter.Print(key, v)
	}
	mine, other := slices.Contains(m.ourHand, key), slices.Contains(m.theirHand, key)
	switch {
	case mine && other:
		m.conflicts = append(m.conflicts, key)
	case other:
		return m.theirs.Lines(key)
	}
	return m.ours.Lines(key) // a person's, or one that the next run sets right
}

// body joins the texts below the front matter.
func (m *fileMerge) body() []byte {
	b, o, t := m.base.Body(), m.ours.Body(), m.theirs.Body()
	switch {
	case bytes.Equal(o, t), bytes.Equal(b, t):
		return o
	case bytes.Equal(b, o):
		return t
	}
	m.conflicts = append(m.conflicts, "text")
	end := func(x []byte) string {
		if len(x) > 0 && x[len(x)-1] != '\n' {
			return string(x) + "\n"
		}
		return string(x)
	}
	return []byte(marked(end(o), end(t)))
}

func union(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		for _, s := range l {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// entriesOf and itemsOf take a value apart; ok is false if it is none such.
func entriesOf(v any) (frontmatter.Map, bool) {
	switch v := v.(type) {
	case frontmatter.Map:
		return v, true
	case frontmatter.Inline:
		return frontmatter.Map(v), true
	}
	return nil, false
}

func itemsOf(v any) (frontmatter.List, bool) {
	switch v := v.(type) {
	case frontmatter.List:
		return v, true
	case frontmatter.InlineList:
		return frontmatter.List(v), true
	}
	return nil, false
}

func isComposed(v any) bool {
	_, a := entriesOf(v)
	_, b := itemsOf(v)
	return a || b
}

// joinValues joins two values that come from one. Where both changed the same
// word, ours holds: below the top that is fasti's notes, which the next run
// sets right, and entries of lists, which have an owner each.
func joinValues(b, o, t any) any {
	switch {
	case frontmatter.Equal(o, t), b != nil && frontmatter.Equal(b, t):
		return o
	case b != nil && frontmatter.Equal(b, o):
		return t
	}
	if x, ok := entriesOf(o); ok {
		if y, ok := entriesOf(t); ok {
			z, _ := entriesOf(b)
			out := joinEntries(z, x, y)
			if _, inline := o.(frontmatter.Inline); inline {
				return frontmatter.Inline(out)
			}
			return out
		}
	}
	if x, ok := itemsOf(o); ok && !numbers(x) {
		if y, ok := itemsOf(t); ok {
			z, _ := itemsOf(b)
			out := joinItems(z, x, y)
			if _, inline := o.(frontmatter.InlineList); inline {
				return frontmatter.InlineList(out)
			}
			return out
		}
	}
	return o
}

// numbers reports whether a list is a row of numbers, as a span or a place on the
// earth: one value, and no list of entries that can be joined.
func numbers(l frontmatter.List) bool {
	for _, v := range l {
		if !frontmatter.Number(v) {
			return false
		}
	}
	return len(l) > 0
}

func valueOf(m frontmatter.Map, key string) (any, bool) {
	for _, e := range m {
		if e.Key == key {
			return e.Value, true
		}
	}
	return nil, false
}

func joinEntries(b, o, t frontmatter.Map) frontmatter.Map {
	var out frontmatter.Map
	add := func(key string, x, y any, hadX, hadY bool) {
		z, hadZ := valueOf(b, key)
		switch {
		case hadX && hadY:
			out = append(out, frontmatter.Entry{Key: key, Value: joinValues(z, x, y)})
		case hadX && (!hadZ || !frontmatter.Equal(z, x)):
			out = append(out, frontmatter.Entry{Key: key, Value: x})
		case hadY && (!hadZ || !frontmatter.Equal(z, y)):
			out = append(out, frontmatter.Entry{Key: key, Value: y})
		}
	}
	for _, e := range o {
		y, hadY := valueOf(t, e.Key)
		add(e.Key, e.Value, y, true, hadY)
	}
	for _, e := range t {
		if _, had := valueOf(o, e.Key); !had {
			add(e.Key, nil, e.Value, false, true)
		}
	}
	return out
}

// identity names an entry of a list: by its id, its sentence, its title, or the
// word that it is.
func identity(v any) string {
	m, ok := entriesOf(v)
	if !ok {
		return fmt.Sprint(v)
	}
	if id, ok := valueOf(m, "id"); ok {
		return "id " + fmt.Sprint(id)
	}
	out := ""
	for _, key := range []string{"article", "quote", "title", "of"} {
		if x, ok := valueOf(m, key); ok {
			out += key + fmt.Sprint(x) + "\n"
		}
	}
	return out
}

func joinItems(b, o, t frontmatter.List) frontmatter.List {
	find := func(l frontmatter.List, id string) (any, bool) {
		for _, v := range l {
			if identity(v) == id {
				return v, true
			}
		}
		return nil, false
	}
	out := frontmatter.List{}
	for _, x := range o {
		id := identity(x)
		z, hadZ := find(b, id)
		switch y, hadY := find(t, id); {
		case hadY:
			out = append(out, joinValues(z, x, y))
		case !hadZ || !frontmatter.Equal(z, x):
			out = append(out, x)
		}
	}
	for _, y := range t {
		id := identity(y)
		if _, had := find(o, id); had {
			continue
		}
		if z, hadZ := find(b, id); !hadZ || !frontmatter.Equal(z, y) {
			out = append(out, y)
		}
	}
	return out
}

// alsoKnown keeps the id that the other branch gave the same event.
func alsoKnown(v, o, t any) any {
	m, ok := entriesOf(v)
	x, _ := entriesOf(o)
	y, _ := entriesOf(t)
	a, hadA := valueOf(x, "id")
	b, hadB := valueOf(y, "id")
	if !ok || !hadA || !hadB || fmt.Sprint(a) == fmt.Sprint(b) {
		return v
	}
	also := frontmatter.InlineList{}
	if have, ok := valueOf(m, "also"); ok {
		l, _ := itemsOf(have)
		also = append(also, l...)
	}
	m = slices.DeleteFunc(slices.Clone(m), func(e frontmatter.Entry) bool { return e.Key == "also" })
	return frontmatter.Inline(slices.Insert(m, 1, frontmatter.Entry{Key: "also", Value: append(also, b)}))
}

// MergeLines joins two versions of a file of lines that only grows: the lines
// of both, each once.
func MergeLines(ours, theirs []byte) []byte {
	out := bytes.Clone(ours)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	had := map[string]bool{}
	for l := range bytes.Lines(ours) {
		had[strings.TrimSpace(string(l))] = true
	}
	for l := range bytes.Lines(theirs) {
		if !had[strings.TrimSpace(string(l))] {
			out = append(out, l...)
		}
	}
	return out
}
