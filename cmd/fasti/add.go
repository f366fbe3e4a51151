package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/importer"
	"fasti/internal/ledger"
)

func (a *app) addCommand() *cobra.Command {
	var opt importer.Options
	c := &cobra.Command{
		Use:   "add PATH|-…",
		Short: "Bring articles into the site",
		Long: `Bring articles into content/articles: plain text, Markdown, HTML pages, and
RSS or Atom feeds (an article for each item). A folder brings in all such files
in it. "-" reads one from standard input.

An article that the site has already, by its link or by its text, is not added
again. Texts in other encodings are converted to UTF-8. A date of publication is
never guessed: without one, what can be dated without it is dated, and the rest
stays undated until you add "date: 2024-02-07" to the article.`,
		Example: `  fasti add report.html
  fasti add --date 2024-02-07 --lang de --publisher "Der Musterbote" report.txt
  fasti add feed.xml articles/
  curl -s https://example.org/feed.xml | fasti add -`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("name the files to bring in (see 'fasti add --help')")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error { return a.add(c.Context(), args, opt) }),
	}
	c.Flags().StringVar(&opt.Date, "date", "", "publication `day`, YYYY-MM-DD, or with time and zone")
	c.Flags().StringVar(&opt.Lang, "lang", "", "`language`: de, en …")
	c.Flags().StringVar(&opt.Title, "title", "", "the headline")
	c.Flags().StringVar(&opt.Link, "link", "", "`address` of the original, http or https")
	c.Flags().StringVar(&opt.Publisher, "publisher", "", "who published it")
	return c
}

// adding is one run of add.
type adding struct {
	app    *app
	im     *importer.Importer
	index  *importer.Index
	opt    importer.Options
	plan   ledger.Plan
	faults []diag.Diagnostic
	double int
}

func (a *app) add(ctx context.Context, paths []string, opt importer.Options) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	im, err := importer.New()
	if err != nil {
		return err
	}
	d := &adding{app: a, im: im, index: importer.NewIndex(), opt: opt}
	for _, have := range s.content.Articles {
		d.index.Have(have.Name, have.Link, have.Body)
	}
	files, err := a.inputs(paths)
	if err != nil {
		return err
	}
	bar := a.progress(len(files), "reading files")
	for _, path := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		d.file(path)
		bar.step()
	}
	bar.done()
	if err := d.plan.Write(a.dir); err != nil {
		return err
	}
	for _, f := range d.plan.Files {
		fmt.Fprintln(a.out, f.Path)
	}
	for _, f := range d.faults {
		if f.Severity() == diag.Error || !a.quiet {
			fmt.Fprintln(a.err, f)
		}
	}
	a.say("%s added%s", count(len(d.plan.Files), "article"), d.doubles())
	return faulty(d.faults)
}

func (d *adding) doubles() string {
	if d.double == 0 {
		return ""
	}
	return fmt.Sprintf(", %d there already", d.double)
}

// file plans the articles of one file.
func (d *adding) file(path string) {
	data, err := d.read(path)
	if err != nil {
		d.faults = append(d.faults, place(path, err))
		return
	}
	opt := d.opt
	if path != "-" {
		opt.Source = filepath.Base(path)
	}
	articles, err := d.im.Read(data, opt)
	if err != nil {
		d.faults = append(d.faults, place(path, err))
		return
	}
	for _, art := range articles {
		d.article(path, art)
	}
}

func (d *adding) article(path string, art *importer.Article) {
	name, isNew := d.index.Add(art)
	if !isNew {
		d.double++
		d.app.say("%s: there already, as content/articles/%s.md", path, name)
		return
	}
	file, err := art.File()
	if err != nil {
		d.faults = append(d.faults, place(path, err))
		return
	}
	target := "content/articles/" + name + ".md"
	d.plan.Files = append(d.plan.Files, ledger.File{Path: target, New: file, What: "new article"})
	for _, note := range art.Notes {
		d.faults = append(d.faults, diag.Diagnostic{File: target, Code: diag.Extraction, Message: note})
	}
}

func (d *adding) read(path string) ([]byte, error) {
	if path == "-" {
		return readAll(d.app.in, importer.MaxBytes)
	}
	return readFile(path, importer.MaxBytes)
}

// kinds are the endings of files that a folder brings in.
func kinds() []string {
	return []string{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom"}
}

// inputs are the files that the paths name, folders opened, in order. Paths
// count from where the command was called, not from the site.
func (a *app) inputs(paths []string) ([]string, error) {
	var files []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if p == "-" || err != nil || !info.IsDir() {
			files = append(files, p) // a fault shows when it is read
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && slices.Contains(kinds(), strings.ToLower(filepath.Ext(path))) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read folder %s: %w", p, err)
		}
	}
	return files, nil
}
