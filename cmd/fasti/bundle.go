package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"fasti/extract/actor/namekey"
	"fasti/internal/bundle"
)

// bundling is what a call of bundle asks for.
type bundling struct {
	out string // folder
}

func (a *app) bundleCommand() *cobra.Command {
	var b bundling
	c := &cobra.Command{
		Use:   "bundle",
		Short: "Pack the site for reading offline",
		Long: `Build the site (as 'fasti build' does), then pack public/ into a zip file with
a checksum beside it. Unpacked anywhere, index.html opens without a network.

The same site gives the same bytes, so anyone can check a copy by building it.`,
		Example: "  fasti bundle\n  fasti bundle --out /media/stick",
		Args:    noArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.bundle(c.Context(), b) },
	}
	c.Flags().StringVar(&b.out, "out", "dist", "the `folder` to write to")
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
		files, err = bundle.Folder(w, public, own(public, out, name))
		return err
	})
	if err != nil {
		return err
	}
	a.say("%s: %s, %s", zip.Path, count(files, "file"), size(zip.Size))
	return faults
}

// own are the files of a bundle that go into public/ itself, so that no zip
// holds an earlier one.
func own(public, out, name string) map[string]bool {
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
	for _, ext := range []string{".zip", ".epub", ".html"} {
		path := filepath.ToSlash(filepath.Join(rel, name+ext))
		skip[path], skip[path+".sha256"] = true, true
	}
	return skip
}
