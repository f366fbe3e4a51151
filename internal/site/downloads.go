package site

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"fasti/internal/bundle"
)

// downloadsDir is where the site offers itself as files, in the output folder.
const downloadsDir = "download"

// Bundle says as which files the site is offered for reading offline. Kinds
// are "zip", "epub" and "html"; none leaves what an earlier build offered, as
// long as it is of the same state of the site.
type Bundle struct {
	Name  string // of the files, without extension
	Kinds []string
}

// Bundled is one file that the site offers.
type Bundled struct {
	Path   string `json:"path"` // in the output folder
	Kind   string `json:"kind"`
	Lang   string `json:"lang,omitempty"` // of a book; a zip holds all languages
	Size   int64  `json:"size"`           // bytes
	SHA256 string `json:"sha256"`         // hex
	Count  int    `json:"count"`          // files of a zip, chapters of a book
}

// offers is what the manifest says of them: what they are and which state of
// the site they hold.
type offers struct {
	State string    `json:"state"`
	Name  string    `json:"name"`
	Kinds []string  `json:"kinds"`
	Files []Bundled `json:"files"`
}

// offer finishes a build that offers files, or follows one that did. A file
// holds the site with an offline page that names none of them; the page of the
// site itself is then made again, with links.
func (s *stage) offer(ctx context.Context, o Options, presses []*press, rep *Report) error {
	old, want := s.old.Offers, o.Bundle
	if len(want.Kinds) == 0 {
		want = Bundle{old.Name, old.Kinds}
	}
	state, err := s.state(presses, want, o.Version)
	if err != nil {
		return err
	}
	if s.keepOffers(old, state, presses) {
		rep.Bundled = old.Files
		return s.commit(rep)
	}
	for _, p := range presses {
		p.page(&p.offline.Page, p.offline)
		if p.flush(); p.err != nil {
			return p.err
		}
	}
	if err := s.commit(rep); err != nil || len(o.Bundle.Kinds) == 0 {
		rep.Outdated = err == nil
		return err
	}
	again, err := openStage(s.out, nil)
	if err != nil {
		return err
	}
	defer again.Close()
	again.next.Runs, again.next.Originals = s.next.Runs, s.next.Originals
	again.keepAll()
	offered := offers{State: state, Name: want.Name, Kinds: want.Kinds}
	if offered.Files, err = again.makeBundles(ctx, o, want, presses, state); err != nil {
		return err
	}
	again.next.Offers, rep.Bundled = offered, offered.Files
	for _, p := range presses {
		p.stage = again
		p.offline.offer(p, offered.Files)
		p.page(&p.offline.Page, p.offline)
		if p.flush(); p.err != nil {
			return p.err
		}
		name := p.prefix + p.offline.Path
		m, _ := again.file(name)
		again.note(name, made{m.size, state})
	}
	var more Report
	if err := again.commit(&more); err != nil {
		return err
	}
	rep.Nothing, rep.Written = false, rep.Written+more.Written
	return nil
}

// keepOffers takes over the files of an earlier build of the same state.
func (s *stage) keepOffers(old offers, state string, presses []*press) bool {
	kept := old.State == state
	for _, f := range old.Files {
		kept = kept && s.keep(f.Path, state) && s.keep(f.Path+".sha256", state)
	}
	for _, p := range presses {
		kept = kept && s.keep(p.prefix+p.offline.Path, state)
	}
	if kept {
		s.next.Offers = old
		return true
	}
	for _, f := range old.Files {
		for _, name := range []string{f.Path, f.Path + ".sha256"} {
			delete(s.fresh, name)
			s.drop(name)
		}
	}
	return false
}

// state is a hash of all that the bundled files hold and are.
func (s *stage) state(presses []*press, want Bundle, version string) (string, error) {
	texts := append([]string{version, want.Name}, want.Kinds...)
	all := s.files()
	for i, name := range all.names {
		f := all.made[i]
		texts = append(texts, name, f.from, fmt.Sprint(f.size))
	}
	for _, p := range presses {
		data, err := page(p.front(&p.offline.Page, p.offline), "")
		if err != nil {
			return "", err
		}
		texts = append(texts, p.prefix, p.theme, string(data))
	}
	foreign, err := s.foreign(want.Name)
	return hashOf(foreign, texts...), err
}

// foreign are the files that people have put into the output folder.
func (s *stage) foreign(name string) (map[string][]byte, error) {
	files := map[string][]byte{}
	if s.root == nil {
		return files, nil
	}
	err := fs.WalkDir(s.root.FS(), ".", func(at string, d fs.DirEntry, err error) error {
		_, ours := s.file(at)
		_, once := s.old.Files.get(at)
		switch {
		case err != nil:
			return err
		case at != "." && strings.HasPrefix(path.Base(at), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || ours || once || bundleFile(at, name):
			return nil
		}
		files[at], err = s.root.ReadFile(at)
		return err
	})
	return files, err
}

// bundleFile reports whether a file bears the name of a bundle, wherever it
// lies: no bundle holds another.
func bundleFile(at, name string) bool {
	base := strings.TrimSuffix(path.Base(at), ".sha256")
	return strings.HasPrefix(base, name) && slices.Contains([]string{".zip", ".epub", ".html"}, path.Ext(base))
}

// makeBundles stages the files that are wanted.
func (s *stage) makeBundles(ctx context.Context, o Options, want Bundle, presses []*press, state string) ([]Bundled, error) {
	var out []Bundled
	add := func(f Bundled, fill func(io.Writer) error) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.Path = path.Join(downloadsDir, f.Path)
		if err := s.fill(&f, state, fill); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		out = append(out, f)
		return s.put(f.Path+".sha256", state, fmt.Appendf(nil, "%s  %s\n", f.SHA256, path.Base(f.Path)))
	}
	if slices.Contains(want.Kinds, "zip") {
		files := 0
		err := add(Bundled{Path: want.Name + ".zip", Kind: "zip"}, func(w io.Writer) (err error) {
			files, err = bundle.Folder(w, s.out, func(at string) bool {
				_, page := s.file(at)
				return !page && bundleFile(at, want.Name)
			})
			return err
		})
		if err != nil {
			return nil, err
		}
		out[len(out)-1].Count = files
	}
	for i, p := range presses {
		if !slices.Contains(want.Kinds, "epub") && !slices.Contains(want.Kinds, "html") {
			break
		}
		name := want.Name
		if i > 0 {
			name += "-" + p.lang
		}
		book := p.book()
		for _, k := range []struct {
			kind  string
			write func(io.Writer, *bundle.Book) error
		}{{"epub", bundle.EPUB}, {"html", bundle.Page}} {
			if !slices.Contains(want.Kinds, k.kind) {
				continue
			}
			if err := add(Bundled{Path: name + "." + k.kind, Kind: k.kind, Lang: p.lang, Count: len(book.Chapters)}, func(w io.Writer) error { return k.write(w, book) }); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// fill stages a file that may be larger than memory.
func (s *stage) fill(b *Bundled, from string, fill func(io.Writer) error) error {
	at, err := s.place()
	if err != nil {
		return err
	}
	f, err := s.root.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	w, hash := bufio.NewWriterSize(f, 1<<16), sha256.New()
	err = errors.Join(fill(io.MultiWriter(w, hash)), w.Flush())
	info, statErr := f.Stat()
	if err = errors.Join(err, statErr, f.Close()); err != nil {
		return err
	}
	b.Size, b.SHA256 = info.Size(), hex.EncodeToString(hash.Sum(nil))
	s.staged[b.Path] = at
	s.note(b.Path, made{b.Size, from})
	return nil
}
