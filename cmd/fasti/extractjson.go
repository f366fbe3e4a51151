package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/internal/diag"
	"fasti/internal/importer"
	"fasti/internal/ledger"
)

// extractLines reads articles as JSON lines from standard input and prints what
// encode makes of each. It needs no site. A line that cannot be read gets one
// line on standard error; the others are done all the same.
func (a *app) extractLines(ctx context.Context, opt extract.Options, encode func(*extract.Result) ([]byte, error)) error {
	source, end, err := a.names.source("")
	if err != nil {
		return err
	}
	defer end()
	opt.Names = source
	x, err := extract.New(opt)
	if err != nil {
		return err
	}
	faults := 0
	in, bar := a.counting(a.in, "reading articles")
	defer bar.done()
	err = x.StreamAs(ctx, in, a.out, runtime.GOMAXPROCS(0), encode, func(line int, err error) {
		faults++
		fmt.Fprintf(a.err, "-:%d:1: %v\n", line, err)
	})
	if err != nil {
		return err
	}
	if faults > 0 {
		return errFaults
	}
	return nil
}

// extractFiles prints what stands in files, as JSON or explained, and writes
// nothing. It needs no site.
func (a *app) extractFiles(ctx context.Context, paths []string, f extractFlags) error {
	if len(paths) == 0 {
		return usageError{errors.New("name the files to read (or - for JSON lines from standard input)")}
	}
	if f.date != "" {
		date, ok := article.ParseDate(f.date)
		if !ok {
			return usageError{fmt.Errorf("--date %s is no day (write it as 2024-02-07)", f.date)}
		}
		f.date = date
	}
	source, end, err := a.names.source("")
	if err != nil {
		return err
	}
	defer end()
	x, err := extract.New(extract.Options{Names: source, Trace: f.explain})
	if err != nil {
		return err
	}
	var faults []diag.Diagnostic
	for _, path := range paths {
		articles, err := a.readArticles(path, f)
		if err != nil {
			faults = append(faults, place(path, err))
			continue
		}
		for _, art := range articles {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := a.printResult(x.Article(art), f.explain && !f.json); err != nil {
				return err
			}
		}
	}
	a.report(faults)
	return faulty(faults)
}

func (a *app) printResult(r *extract.Result, explain bool) error {
	if explain {
		return explainResult(a.out, r)
	}
	b, err := r.JSON()
	if err != nil {
		return err
	}
	_, err = a.out.Write(append(bytes.TrimRight(b, "\n"), '\n'))
	return err
}

// readArticles reads one file as articles. The body of plain text and of
// Markdown is the file's own bytes, so that offsets point into the file's
// body; a page or a feed is converted first, as add does.
func (a *app) readArticles(path string, f extractFlags) ([]*article.Article, error) {
	data, err := readFile(a.path(path), importer.MaxBytes)
	if err != nil {
		return nil, err
	}
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".md", ".markdown", ".txt", "":
		art, err := ledger.ReadArticle(filepath.Base(path), data)
		if err != nil {
			return nil, err
		}
		if ext == ".txt" || ext == "" {
			art.ReadText(art.Body)
		}
		return []*article.Article{a.complete(&art.Article, f)}, nil
	}
	im, err := importer.New()
	if err != nil {
		return nil, err
	}
	imported, err := im.Read(data, importer.Options{Source: filepath.Base(path), Date: f.date, Lang: f.lang})
	if err != nil {
		return nil, err
	}
	index := importer.NewIndex()
	var out []*article.Article
	for _, i := range imported.Articles {
		name, _ := index.Add(i)
		art := &article.Article{Name: name, Title: i.Title, Date: i.Date, Lang: i.Lang, Publisher: i.Publisher, Author: i.Author, Link: i.Link}
		art.ReadMarkdown(i.Body)
		out = append(out, a.complete(art, f))
	}
	return out, nil
}

// complete fills in what the file does not say.
func (a *app) complete(art *article.Article, f extractFlags) *article.Article {
	if art.Date == "" {
		art.Date = f.date
	}
	if art.Lang == "" {
		art.Lang, art.Region = lang.Primary(f.lang), lang.Region(f.lang)
	}
	return art
}
