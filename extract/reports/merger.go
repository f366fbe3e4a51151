package reports

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"fasti/extract"
)

// Merger merges lines that are sorted by their keys. The zero value merges all
// of them.
type Merger struct {
	Shard Shard  // the keys to take
	Lang  string // language whose titles and names are preferred; ""

	restore extract.Restorer
}

// ErrVersion says that a line is of another version of the form.
var ErrVersion = errors.New("the line is of another version")

// Merge reads lines of reports, of events with their reports, or of both,
// sorted as bytes, and writes a line for each event, sorted by key, then date.
// It holds the reports of one key. A line that cannot be read is told to fault
// with its number and left out. Lines of another version and lines that are
// not sorted end it, since what it would give were wrong.
func (m *Merger) Merge(ctx context.Context, in io.Reader, out io.Writer, fault func(line int, err error)) error {
	w := bufio.NewWriterSize(out, 1<<16)
	var b *block
	var stop error
	fail := func(n int, err error) bool {
		stop = fmt.Errorf("line %d: %w", n, err)
		return false
	}
	err := extract.EachLine(in, func(n int, text []byte, err error) bool {
		if err := ctx.Err(); err != nil {
			stop = err
			return false
		}
		var l *Line
		if err == nil {
			l, err = ReadLine(text)
		}
		switch {
		case errors.Is(err, ErrVersion):
			return fail(n, err)
		case err != nil:
			fault(n, err)
			return true
		case b != nil && l.Key < b.key:
			return fail(n, fmt.Errorf("the key %s comes behind %s (sort the lines as bytes: LC_ALL=C sort)", l.Key, b.key))
		case !m.Shard.Has(l.Key):
			return true
		}
		if b == nil || l.Key != b.key {
			if err := m.flush(w, b); err != nil {
				return fail(n, err)
			}
			b = &block{key: l.Key, reports: map[string]*Report{}}
		}
		if err := b.take(l); err != nil {
			return fail(n, err)
		}
		return true
	})
	if err = errors.Join(err, stop); err != nil {
		return err
	}
	if err := m.flush(w, b); err != nil {
		return err
	}
	return w.Flush()
}

// take takes a line's reports into the block.
func (b *block) take(l *Line) error {
	if l.Report != nil {
		return b.add(l.Report)
	}
	for i := range l.Reports {
		if err := b.add(&l.Reports[i]); err != nil {
			return err
		}
	}
	return nil
}

// flush writes the events of a block.
func (m *Merger) flush(w io.Writer, b *block) error {
	if b == nil {
		return nil
	}
	lines, err := m.merge(b)
	if err != nil {
		return err
	}
	for _, l := range lines {
		text, err := encode(l)
		if err != nil {
			return err
		}
		if _, err := w.Write(append(text, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// ReadLine reads a line of a report or of an event. Where its version is
// another, the error is [ErrVersion], wrapped.
func ReadLine(text []byte) (*Line, error) {
	if !utf8.Valid(text) {
		return nil, errors.New("the line is not UTF-8")
	}
	var l Line
	if err := json.Unmarshal(text, &l); err != nil {
		var v struct{ V int }
		if json.Unmarshal(text, &v) == nil && v.V > Version {
			return nil, versionError(v.V)
		}
		return nil, fmt.Errorf("not a line of fasti extract --reports or fasti merge: %w", err)
	}
	if l.V != Version && l.V != 0 {
		return nil, versionError(l.V)
	}
	if l.V == 0 || l.Key == "" || l.Report == nil && l.Event == nil {
		return nil, errors.New("not a line of fasti extract --reports or fasti merge: it has no version, key, or matter")
	}
	if !bytes.HasPrefix(text, []byte(`{"key":`)) {
		return nil, errors.New(`the key does not stand first, so lines cannot be sorted by it (write {"key":… first)`)
	}
	if l.Report != nil {
		return &l, l.Report.check()
	}
	for i := range l.Reports {
		if err := l.Reports[i].check(); err != nil {
			return nil, err
		}
	}
	return &l, nil
}

func versionError(v int) error {
	return fmt.Errorf("%w: %d, and this fasti reads %d (use one fasti for all steps)", ErrVersion, v, Version)
}

// check refuses a report whose places lie outside of its text.
func (r *Report) check() error {
	if len(r.Sources) == 0 || r.Article.Name == "" {
		return errors.New("a report without an article or a sentence")
	}
	if !within(r.Trigger, r.Sources[0].Text()) {
		return fmt.Errorf("a report of %s whose trigger lies outside of its sentence", r.Article.Name)
	}
	for _, s := range r.Sources {
		for _, t := range s.Times {
			if !within(t, s.Text()) {
				return fmt.Errorf("a report of %s with a time outside of its sentence", r.Article.Name)
			}
		}
	}
	return nil
}

func within(span [2]int, text string) bool {
	return 0 <= span[0] && span[0] <= span[1] && span[1] <= len(text)
}
