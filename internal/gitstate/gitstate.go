// Package gitstate lays the content of a site as it was in a revision of git
// into a folder of its own, by the git command. Nothing in the repository is
// touched.
package gitstate

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"strings"
)

// State is the content of a site in a revision.
type State struct {
	Dir    string // a folder with content/ and hugo.yaml, as far as the revision has them
	Commit string // the revision's full name
}

// Close removes the folder.
func (s *State) Close() error { return os.RemoveAll(s.Dir) }

// ErrNoGit says that there is no git command.
var ErrNoGit = errors.New("the git command is not here")

// most bounds what is unpacked.
const most = 4 << 30

// At unpacks the site in dir as it was in a revision.
func At(ctx context.Context, dir, rev string) (*State, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	prefix, err := git(ctx, dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, fmt.Errorf("the site is in no repository of git: %w", err)
	}
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("%s is no revision of this repository", rev)
	}
	tree := commit + ":" + strings.TrimSuffix(prefix, "/")
	s := &State{Commit: commit}
	if s.Dir, err = os.MkdirTemp("", "fasti-diff-"); err != nil {
		return nil, err
	}
	if err := s.unpack(ctx, dir, tree); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("read revision %s: %w", rev, err)
	}
	return s, nil
}

// git runs git in dir and gives what it prints, trimmed.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = dir
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &said
	if err := c.Run(); err != nil {
		if text := strings.TrimSpace(said.String()); text != "" {
			return "", errors.New(text)
		}
		return "", err
	}
	return strings.TrimSpace(out.String()), nil
}

// unpack has git pack content and configuration of a tree, and takes the pack
// apart as it comes.
func (s *State) unpack(ctx context.Context, dir, tree string) error {
	names, err := git(ctx, dir, "ls-tree", "--name-only", "--full-tree", tree)
	if err != nil {
		if strings.Contains(err.Error(), "not a tree object") || strings.Contains(err.Error(), "Not a valid object name") {
			return nil // the site was not there yet
		}
		return err
	}
	args := []string{"archive", "--format=tar", tree, "--"}
	for _, name := range strings.Split(names, "\n") {
		switch name {
		case "content", "hugo.yaml", "hugo.yml":
			args = append(args, name)
		}
	}
	if len(args) == 4 {
		return nil
	}
	top, err := git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = top // paths count from the tree then
	var said bytes.Buffer
	c.Stderr = &said
	pack, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	err = s.read(io.LimitReader(pack, most))
	_, _ = io.Copy(io.Discard, pack)
	if ended := c.Wait(); ended != nil && err == nil {
		err = fmt.Errorf("git archive: %w: %s", ended, strings.TrimSpace(said.String()))
	}
	return err
}

// read writes the regular files of a pack below the folder, and no others.
func (s *State) read(pack io.Reader) error {
	root, err := os.OpenRoot(s.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for in := tar.NewReader(pack); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg || !fs.ValidPath(h.Name) {
			continue
		}
		if err := root.MkdirAll(path.Dir(h.Name), 0o755); err != nil {
			return err
		}
		f, err := root.Create(h.Name)
		if err != nil {
			return err
		}
		_, err = io.Copy(f, in)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
}
