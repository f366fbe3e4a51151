package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/schema"
)

// starter is the site that 'fasti new' lays down. Names that begin with
// "dot-" stand for dot files, which the go command would leave out of a module.
//
//go:embed all:starter
var starter embed.FS

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Make a site to start from",
		Long: `Make a site to start from: the configuration, one example article, and what
GitHub and GitLab need to find events, check, build and publish whenever the
articles change (docs/ci.md).

The folder may exist; files in it are never overwritten.`,
		Example: "  fasti new my-timeline\n  cd my-timeline && fasti build",
		Args:    exactArgs(1, "the folder of the new site"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.newSite(a.path(args[0])) },
	}
}

func (a *app) newSite(dir string) error {
	sub, err := fs.Sub(starter, "starter")
	if err != nil {
		return err
	}
	if err := refuseOverwrite(sub, dir); err != nil {
		return err
	}
	if err := lay(sub, dir); err != nil {
		return fmt.Errorf("make a site in %s: %w", dir, err)
	}
	if err := lay(schema.Files(), filepath.Join(dir, ".schema")); err != nil {
		return fmt.Errorf("make a site in %s: %w", dir, err)
	}
	a.say("A new site stands in %s.\n\n  cd %s\n  fasti add PATH…     bring in articles\n  fasti build         make the site in public/\n  fasti serve         look at it while you edit", dir, dir)
	return nil
}

// lay writes the files of a tree below dir.
func lay(files fs.FS, dir string) error {
	return fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		target := filepath.Join(dir, starterPath(path))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, bytes.ReplaceAll(b, []byte("@VERSION@"), []byte(released())), 0o644)
	})
}

// refuseOverwrite errors if a file of the starter stands in dir already.
func refuseOverwrite(sub fs.FS, dir string) error {
	return fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		target := filepath.Join(dir, starterPath(path))
		if _, err := os.Lstat(target); err == nil {
			return fmt.Errorf("%s stands there already (choose an empty folder)", target)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// starterPath is where a starter file goes.
func starterPath(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if rest, ok := strings.CutPrefix(p, "dot-"); ok {
			parts[i] = "." + rest
		}
	}
	return filepath.Join(parts...)
}

// exactArgs asks for n arguments and says which.
func exactArgs(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return usageError{fmt.Errorf("%s needs %s (see '%s --help')", c.CommandPath(), what, c.CommandPath())}
	}
}
