package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/ledger"
)

// mergeAttributes make git ask fasti for the files that it can join by key.
const mergeAttributes = "content/events/** merge=fasti\ncontent/actors/** merge=fasti\n"

func (a *app) mergetoolCommand() *cobra.Command {
	var install bool
	c := &cobra.Command{
		Use:   "mergetool [BASE OURS THEIRS PATH]",
		Short: "Join two versions of events and actors, key by key",
		Long: `Join two versions of events and actors for git, key by key: what only one side
changed holds, lists are joined entry by entry, and a person's value holds
before fasti's. Only where two people changed the same key is there a conflict.

Without arguments, after a merge that left conflicts: resolves those in
content/events and content/actors, and lists the others. With --install, git
asks fasti by itself from then on (in this clone). The form with four arguments
is what git calls then.`,
		Example: "  fasti mergetool --install\n  git merge topic && fasti mergetool",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 0 && len(args) != 4 {
				return usageError{errors.New("git calls it with four files; people call it without any")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case install:
				return a.installMerge(c.Context())
			case len(args) == 4:
				return a.mergeDriver(args[0], args[1], args[2], args[3])
			}
			return a.resolve(c.Context())
		},
	}
	c.Flags().BoolVar(&install, "install", false, "let git ask fasti by itself, in this clone")
	return c
}

// git runs git in the site's folder.
func (a *app) git(ctx context.Context, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = a.dir
	var fault bytes.Buffer
	c.Stderr = &fault
	out, err := c.Output()
	if err != nil {
		return out, fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(fault.String()))
	}
	return out, nil
}

func (a *app) installMerge(ctx context.Context) error {
	if _, err := a.git(ctx, "config", "merge.fasti.name", "fasti, key by key"); err != nil {
		return err
	}
	if _, err := a.git(ctx, "config", "merge.fasti.driver", "fasti mergetool %O %A %B %P"); err != nil {
		return err
	}
	file := filepath.Join(a.dir, ".gitattributes")
	have, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if !bytes.Contains(have, []byte("merge=fasti")) {
		if len(have) > 0 && have[len(have)-1] != '\n' {
			have = append(have, '\n')
		}
		if err := os.WriteFile(file, append(have, mergeAttributes...), 0o644); err != nil {
			return err
		}
	}
	a.say("git asks fasti when it joins events and actors here (commit .gitattributes; other clones need 'fasti mergetool --install' once)")
	return nil
}

// mergeDriver is what git calls: it writes the joined file into the second one.
func (a *app) mergeDriver(base, ours, theirs, path string) error {
	var v [3][]byte
	for i, name := range []string{base, ours, theirs} {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		v[i] = b
	}
	if len(v[0]) == 0 {
		v[0] = nil // git's file of nothing: both sides made the file
	}
	out, conflicts, err := joinFile(contentPath(path), v[0], v[1], v[2])
	if err != nil {
		return err
	}
	if err := os.WriteFile(ours, out, 0o644); err != nil {
		return err
	}
	if len(conflicts) > 0 {
		fmt.Fprintf(a.err, "%s: both sides changed %s\n", path, strings.Join(conflicts, ", "))
		return errFaults
	}
	return nil
}

// contentPath is the part of a path from content/ on: the site may be a folder
// of the repository.
func contentPath(path string) string {
	path = filepath.ToSlash(path)
	if i := strings.Index("/"+path, "/content/"); i >= 0 {
		return path[i:]
	}
	return path
}

// joinFile joins two versions of a file of the content.
func joinFile(path string, base, ours, theirs []byte) ([]byte, []string, error) {
	if path == "content/fasti.ids" || path == "content/fasti.history" {
		return ledger.MergeLines(ours, theirs), nil, nil
	}
	return ledger.MergeFiles(path, base, ours, theirs)
}

// resolve joins what a merge has left unjoined.
func (a *app) resolve(ctx context.Context) error {
	out, err := a.git(ctx, "ls-files", "-u", "-z")
	if err != nil {
		return err
	}
	stages := map[string]map[string]string{} // path -> stage -> blob
	for _, line := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		meta, path, ok := strings.Cut(line, "\t")
		f := strings.Fields(meta)
		if !ok || len(f) != 3 {
			continue
		}
		if stages[path] == nil {
			stages[path] = map[string]string{}
		}
		stages[path][f[2]] = f[1]
	}
	if len(stages) == 0 {
		a.say("no conflicts")
		return nil
	}
	var paths, open []string
	for p := range stages {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		done, err := a.resolveOne(ctx, p, stages[p])
		if err != nil {
			fmt.Fprintf(a.err, "%s: %v\n", p, err)
		}
		if !done {
			open = append(open, p)
		}
	}
	a.say("%s joined", count(len(paths)-len(open), "file"))
	if len(open) > 0 {
		fmt.Fprintf(a.err, "left to you: %s (mend them by hand, then git add)\n", strings.Join(open, ", "))
		return errFaults
	}
	return nil
}

func (a *app) resolveOne(ctx context.Context, path string, stage map[string]string) (bool, error) {
	mine := contentPath(path)
	if !strings.HasPrefix(mine, "content/events/") && !strings.HasPrefix(mine, "content/actors/") && !strings.HasPrefix(mine, "content/fasti.") {
		return false, nil
	}
	var v [3][]byte
	for i, s := range []string{"1", "2", "3"} {
		if stage[s] == "" {
			continue
		}
		b, err := a.git(ctx, "cat-file", "blob", stage[s])
		if err != nil {
			return false, err
		}
		v[i] = append([]byte{}, b...)
	}
	if v[1] == nil || v[2] == nil {
		return false, errors.New("one side deleted it, the other changed it (git add it to keep it, git rm it to let it go)")
	}
	out, conflicts, err := joinFile(mine, v[0], v[1], v[2])
	if err != nil {
		return false, err
	}
	file := filepath.Join(a.dir, filepath.FromSlash(path))
	if err := os.WriteFile(file, out, 0o644); err != nil {
		return false, err
	}
	if len(conflicts) > 0 {
		return false, fmt.Errorf("both sides changed %s", strings.Join(conflicts, ", "))
	}
	_, err = a.git(ctx, "add", "--", path)
	return err == nil, err
}
