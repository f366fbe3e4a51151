package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
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
		Long: `Build the site (as 'fasti build' does) and pack it into a zip file with a
checksum beside it. Unpacked anywhere, index.html opens without a network.
--epub writes the timeline as a book for e-readers as well, a chapter a month;
--html writes it as one page that needs no other file.

The files go into dist/ to be handed on, and into public/download/, where the
site's offline page offers them with size and date.

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
	kinds := []string{"zip"}
	if b.epub {
		kinds = append(kinds, "epub")
	}
	if b.html {
		kinds = append(kinds, "html")
	}
	rep, _, faults := a.buildWith(ctx, kinds)
	if faults != nil && !errors.Is(faults, errFaults) {
		return faults
	}
	for _, f := range rep.Bundled {
		if err := a.handOn(f, a.path(b.out)); err != nil {
			return err
		}
	}
	return faults
}

// handOn copies a file that the site offers to another folder.
func (a *app) handOn(f site.Bundled, out string) error {
	from := filepath.Join(a.dir, "public", filepath.FromSlash(f.Path))
	to := filepath.Join(out, path.Base(f.Path))
	what := "file"
	if f.Kind != "zip" {
		what = "chapter"
	}
	if a.say("%s: %s, %s", to, count(f.Count, what), size(f.Size)); same(from, to) {
		return nil
	}
	file, err := bundle.Write(out, path.Base(f.Path), func(w io.Writer) error {
		r, err := os.Open(from)
		if err != nil {
			return err
		}
		defer r.Close()
		_, err = io.Copy(w, r)
		return err
	})
	if err == nil && file.SHA256 != f.SHA256 {
		err = fmt.Errorf("%s changed while it was copied (run it again)", from)
	}
	return err
}

// same reports whether two paths are one file.
func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// bundleName is the name of a site's bundles.
func bundleName(c *config.Config) string {
	if name := namekey.Slug(c.Title); name != "" {
		return name
	}
	return "timeline"
}
