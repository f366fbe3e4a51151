package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/erase"
	"fasti/internal/journal"
	"fasti/internal/ledger"
	"fasti/internal/sitelock"
	"fasti/internal/store"
)

func (a *app) eraseCommand() *cobra.Command {
	var names []string
	var dry bool
	c := &cobra.Command{
		Use:   "erase ACTOR",
		Short: "Take a private person out of the site, for good",
		Long: `Take a private person out of the site: every name that the actor goes by, however
it is written (without its marks, in addresses, in HTML, with markup in it), in
articles, quotations, titles, events, own pages, static files, the log, the names
of files, the pages, feeds, search and what is kept between runs. A bar stands in
its place. No page says that there was one, and fasti undo does not bring it back.

--dry-run lists the names and the files, and changes nothing. Look at it first:
a name that means somebody else too is taken out there as well. At the end it
says where the name still stands, and what is left in git's history, which only
you can rewrite.`,
		Example: "  fasti erase jonas-wolter --dry-run\n  fasti erase jonas-wolter --name 'J. Wolter'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("name one actor, by the name of its file in content/actors")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.erase(c.Context(), actorID(args[0]), names, dry)
		}),
	}
	c.Flags().StringSliceVar(&names, "name", nil, "another `name` that the person goes by")
	c.Flags().BoolVar(&dry, "dry-run", false, "only list what would be done")
	return c
}

func (a *app) erase(ctx context.Context, id string, names []string, dry bool) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	p, err := erase.Of(s.content, id, names)
	if err != nil {
		return usageError{err}
	}
	changes, err := p.Changes(a.dir, s.content)
	if err != nil {
		return err
	}
	if dry {
		for _, n := range p.Names {
			fmt.Fprintf(a.out, "name\t%s\n", n)
		}
		for _, c := range changes {
			fmt.Fprintf(a.out, "file\t%s\n", c.Path)
		}
		a.say("%s would be changed; nothing was", count(len(changes), "file"))
		return nil
	}
	if err := a.eraseFiles(changes); err != nil {
		return err
	}
	a.say("%s changed", count(len(changes), "file"))
	if _, err := a.build(ctx); err != nil && !errors.Is(err, errFaults) {
		return err
	}
	rest, err := p.Rest(a.dir)
	if err != nil {
		return err
	}
	a.sayInGit(p.Names)
	if len(rest) > 0 {
		return fmt.Errorf("the name still stands in %s", strings.Join(rest, ", "))
	}
	a.say("nothing in the site's folder holds the name any more")
	return nil
}

// eraseFiles writes the changes, and removes what was made of the old content:
// pages, packed sites, what is kept between runs.
func (a *app) eraseFiles(changes []journal.Change) error {
	f, err := journal.Open(a.dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := journal.Write(f, "erase", changes); err != nil {
		return err
	}
	for _, c := range changes {
		for dir := path.Dir(c.Path); c.New == nil && strings.Contains(dir, "/"); dir = path.Dir(dir) {
			if f.Remove(dir) != nil { // it is not empty
				break
			}
		}
	}
	a.reader, a.sums = ledger.Reader{}, nil
	made := []string{"public", "dist", "fasti-names"}
	kept, err := os.ReadDir(filepath.Join(a.dir, store.Dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("list what is kept between runs: %w", err)
	}
	for _, e := range kept {
		if !sitelock.Guards(e.Name()) {
			made = append(made, filepath.Join(store.Dir, e.Name()))
		}
	}
	for _, m := range made {
		if err := os.RemoveAll(filepath.Join(a.dir, m)); err != nil {
			return fmt.Errorf("remove %s: %w", m, err)
		}
	}
	return nil
}

// sayInGit says what git's history still holds, and how it is taken out there.
func (a *app) sayInGit(names []string) {
	commits := map[string]bool{}
	for _, n := range names {
		c := exec.Command("git", "log", "--all", "--format=%h", "-i", "--pickaxe-regex", "-S", strings.ReplaceAll(n, ".", `\.`))
		c.Dir = a.dir
		out, err := c.Output()
		if err != nil {
			return // no repository, or no git
		}
		for h := range strings.FieldsSeq(string(out)) {
			commits[h] = true
		}
	}
	if len(commits) == 0 {
		return
	}
	a.say("git still holds the name, in %s. To take it out there, commit this, then write a line NAME==>%s for each name into a file outside of the site, and call", count(len(commits), "commit"), erase.Bar)
	a.say("  git filter-repo --replace-text THAT-FILE")
	a.say("names of files by --path-rename; then push with force, ask the host to drop what it keeps, and have every clone made anew")
}
