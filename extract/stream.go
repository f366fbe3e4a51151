package extract

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/lang"
)

// MaxLine is the longest line in bytes that Stream reads: 50 MB of text, and
// room for what JSON makes of it.
const MaxLine = 64 << 20

// line is one line of input: an article of plain text.
type line struct {
	Article string  `json:"article"`
	Title   string  `json:"title"`
	Date    string  `json:"date"`
	Lang    string  `json:"lang"`
	Genre   string  `json:"genre"`
	Text    *string `json:"text"`
}

// ReadLine makes an article of one line of JSON:
// {"article":"NAME","title":"…","date":"2024-02-07","lang":"de","text":"…"}.
// The text is plain text; all but it may be missing. A date that is none is an
// error.
func ReadLine(b []byte) (*article.Article, error) {
	var l line
	if !utf8.Valid(b) {
		return nil, errors.New("the line is not UTF-8 (convert it)")
	}
	if err := json.Unmarshal(b, &l); err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w (a line is {\"article\":…,\"date\":…,\"lang\":…,\"text\":…})", err)
	}
	if l.Text == nil {
		return nil, errors.New("the article has no text (give it as \"text\")")
	}
	a := &article.Article{Name: l.Article, Title: l.Title, Lang: lang.Primary(l.Lang), Region: lang.Region(l.Lang), Genre: l.Genre}
	if l.Date != "" {
		date, ok := article.ParseDate(l.Date)
		if !ok {
			return nil, fmt.Errorf("date %q is no date (write it as 2024-02-07)", l.Date)
		}
		a.Date = date
	}
	a.ReadText(*l.Text)
	return a, nil
}

// Stream reads a line of JSON an article (see [ReadLine]) and writes a line of
// JSON a result (see [Result.JSON]), in the order of the input, with as many
// articles at once as workers. A line that cannot be read is told to fault with
// its number, from 1, and left out; fault is called in order too. Empty lines
// are left out. The error is one of reading or writing, or the context's.
func (x *Extractor) Stream(ctx context.Context, in io.Reader, out io.Writer, workers int, fault func(line int, err error)) error {
	return x.StreamAs(ctx, in, out, workers, (*Result).JSON, fault)
}

// StreamAs is [Extractor.Stream] with lines of another form. Of a result for
// which encode gives nothing, nothing is written.
func (x *Extractor) StreamAs(ctx context.Context, in io.Reader, out io.Writer, workers int, encode func(*Result) ([]byte, error), fault func(line int, err error)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type answer struct {
		line int
		json []byte
		err  error
	}
	type job struct {
		line   int
		input  []byte
		err    error
		answer chan answer
	}
	workers = max(workers, 1)
	jobs, order := make(chan job, workers), make(chan chan answer, 4*workers)

	var pool sync.WaitGroup
	for range workers {
		pool.Go(func() {
			for j := range jobs {
				a := answer{line: j.line, err: j.err}
				if a.err == nil {
					a.json, a.err = x.line(j.input, encode)
				}
				j.answer <- a
			}
		})
	}
	var readErr error
	pool.Go(func() {
		defer close(order)
		defer close(jobs)
		readErr = EachLine(in, func(n int, b []byte, err error) bool {
			j := job{n, b, err, make(chan answer, 1)}
			select {
			case order <- j.answer:
			case <-ctx.Done():
				return false
			}
			select {
			case jobs <- j:
				return true
			case <-ctx.Done():
				close(j.answer)
				return false
			}
		})
	})

	w := bufio.NewWriterSize(out, 1<<16)
	writeErr := func() error {
		for next := range order {
			select {
			case a, ok := <-next:
				if !ok {
					return ctx.Err()
				}
				if a.err != nil {
					fault(a.line, a.err)
					continue
				}
				if len(a.json) == 0 {
					continue
				}
				if _, err := w.Write(append(a.json, '\n')); err != nil {
					return err
				}
				if len(order) == 0 { // nothing else is ready: let the reader see it
					if err := w.Flush(); err != nil {
						return err
					}
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return w.Flush()
	}()
	if writeErr != nil {
		// The reader may hang in a read that nobody ends; it goes with the process.
		return writeErr
	}
	pool.Wait()
	return errors.Join(readErr, ctx.Err())
}

// line extracts one line. A stage that panics is a fault of that article, not
// of the run.
func (x *Extractor) line(b []byte, encode func(*Result) ([]byte, error)) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("fasti failed on this article: %v (please report it)", p)
		}
	}()
	a, err := ReadLine(b)
	if err != nil {
		return nil, err
	}
	return encode(x.Article(a))
}

// EachLine calls f for each line that is not empty, with its number from 1, and
// with an error for one that is longer than [MaxLine]; f says whether to go on.
// The line is f's to keep.
func EachLine(in io.Reader, f func(n int, line []byte, err error) bool) error {
	r := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		var line []byte
		var tooLong bool
		for {
			part, err := r.ReadSlice('\n')
			if len(line)+len(part) > MaxLine {
				tooLong = true
			} else {
				line = append(line, part...)
			}
			if err == nil {
				break
			}
			if err == bufio.ErrBufferFull {
				continue
			}
			if err != io.EOF {
				return fmt.Errorf("line %d: %w", n, err)
			}
			finish(f, n, line, tooLong)
			return nil
		}
		if !finish(f, n, line, tooLong) {
			return nil
		}
	}
}

func finish(f func(int, []byte, error) bool, n int, line []byte, tooLong bool) bool {
	if tooLong {
		return f(n, nil, fmt.Errorf("the line is longer than %d MB (split the article)", MaxLine>>20))
	}
	if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))); len(line) == 0 {
		return true
	}
	return f(n, line, nil)
}
