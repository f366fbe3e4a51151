package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"fasti/extract/actor/namekey"
	"fasti/internal/bundle"
	"fasti/internal/config"
	"fasti/internal/site"
)

// bundling is what a call of bundle asks for.
type bundling struct {
	out  string // folder
	epub bool
	html bool
}

func (a *app) bundleCommand() *cobra.Command {
	var b bundling
	c := &cobra.Command{
		Use:   "bundle",
		Short: "Pack the site for reading offline",
		Long: `Build the site (as 'fasti build' does), then pack public/ into a zip file with
a checksum beside it. Unpacked anywhere, index.html opens without a network.
--epub writes the timeline as a book for e-readers as well, a chapter a month;
--html writes it as one page that needs no other file.

The same site gives the same bytes, so anyone can check a copy by building it.`,
		Example: "  fasti bundle\n  fasti bundle --epub --html\n  fasti bundle --out /media/stick",
		Args:    noArgs,
		RunE:    a.alone(func(c *cobra.Command, _ []string) error { return a.bundle(c.Context(), b) }),
	}
	c.Flags().StringVar(&b.out, "out", "dist", "the `folder` to write to")
	c.Flags().BoolVar(&b.epub, "epub", false, "write an EPUB too")
	c.Flags().BoolVar(&b.html, "html", false, "write one HTML file too")
	return c
}

// bundle builds and packs. Faults in single files give exit code 1, as they do
// for build, but what was built is packed.
func (a *app) bundle(ctx context.Context, b bundling) error {
	_, faults := a.build(ctx)
	if faults != nil && !errors.Is(faults, errFaults) {
		return faults
	}
	s, err := a.load()
	if err != nil {
		return err
	}
	name := namekey.Slug(s.config.Title)
	if name == "" {
		name = "timeline"
	}
	public, out := filepath.Join(a.dir, "public"), a.path(b.out)
	files := 0
	zip, err := bundle.Write(out, name+".zip", func(w io.Writer) (err error) {
		files, err = bundle.Folder(w, public, own(public, out, bookNames(s.config, name)))
		return err
	})
	if err != nil {
		return err
	}
	a.say("%s: %s, %s", zip.Path, count(files, "file"), size(zip.Size))
	if err := a.books(s, b, out, name); err != nil {
		return err
	}
	return faults
}

// books writes the timeline as an EPUB and as one page, as asked.
func (a *app) books(s *siteContent, b bundling, out, name string) error {
	if !b.epub && !b.html {
		return nil
	}
	for i, name := range bookNames(s.config, name) {
		if err := a.book(s, s.config.Edition(i), b, out, name); err != nil {
			return err
		}
	}
	return nil
}

// bookNames are the names of a site's books, one for each of its languages:
// the first language's is the site's own.
func bookNames(c *config.Config, name string) []string {
	names := []string{name}
	for i := 1; i < len(c.Editions); i++ {
		names = append(names, name+"-"+c.Editions[i].Language)
	}
	return names
}

// book writes the timeline in one of its languages.
func (a *app) book(s *siteContent, c *config.Config, b bundling, out, name string) error {
	book, err := site.Book(site.Options{Dir: a.dir, Content: s.content, Config: c})
	if err != nil {
		return err
	}
	for _, f := range []struct {
		asked bool
		ext   string
		write func(io.Writer, *bundle.Book) error
	}{{b.epub, ".epub", bundle.EPUB}, {b.html, ".html", bundle.Page}} {
		if !f.asked {
			continue
		}
		file, err := bundle.Write(out, name+f.ext, func(w io.Writer) error { return f.write(w, book) })
		if err != nil {
			return err
		}
		a.say("%s: %s, %s", file.Path, count(len(book.Chapters), "chapter"), size(file.Size))
	}
	return nil
}

// own are the files of a bundle that go into public/ itself, so that no zip
// holds an earlier one.
func own(public, out string, names []string) map[string]bool {
	skip := map[string]bool{}
	from, err := filepath.Abs(public)
	if err != nil {
		return skip
	}
	to, err := filepath.Abs(out)
	if err != nil {
		return skip
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return skip
	}
	for _, name := range names {
		for _, ext := range []string{".zip", ".epub", ".html"} {
			path := filepath.ToSlash(filepath.Join(rel, name+ext))
			skip[path], skip[path+".sha256"] = true, true
		}
	}
	return skip
}
