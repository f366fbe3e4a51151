package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"fasti"
	"fasti/extract"
	"fasti/extract/title"
	"fasti/internal/config"
	"fasti/internal/ledger"
	"fasti/internal/review"
	"fasti/internal/reviewweb"
	"fasti/internal/sitelock"
)

// deskPatience is how long a decision waits for a build that is under way; who
// decides has gone on meanwhile.
const deskPatience = time.Minute

// deskSite is the site as the review desk sees it. It is read anew when a file
// has changed.
type deskSite struct {
	app app // a copy: serve builds beside it

	mu    sync.Mutex
	shape uint64
	site  *siteContent
	desk  *review.Desk
	last  time.Time // of a change by the desk

	words wording
}

func (a *app) newDeskSite() *deskSite {
	s := &deskSite{app: *a}
	s.app.quiet = true
	s.app.reader, s.app.heard = ledger.Reader{}, nil // serve goes on using its own
	return s
}

// Look implements [reviewweb.Site].
func (s *deskSite) Look(ctx context.Context) (*review.Desk, error) {
	d, _, err := s.look(ctx)
	return d, err
}

func (s *deskSite) look(ctx context.Context) (*review.Desk, *siteContent, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	shape := s.app.shape()
	if s.desk != nil && shape == s.shape {
		return s.desk, s.site, nil
	}
	site, err := s.app.load()
	if err != nil {
		return nil, nil, err
	}
	d, err := s.app.desk(ctx, site)
	if err != nil {
		return nil, nil, err
	}
	s.shape, s.site, s.desk = shape, site, d
	return d, site, nil
}

// shape is a hash of the names, sizes and times of all files that the desk
// reads.
func (a *app) shape() uint64 {
	h := fnv.New64a()
	for _, top := range []string{"content", "hugo.yaml", "hugo.yml"} {
		_ = filepath.WalkDir(filepath.Join(a.dir, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // what cannot be read is told when it is loaded
			}
			if info, err := d.Info(); err == nil {
				fmt.Fprintln(h, path, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return h.Sum64()
}

// Change implements [reviewweb.Site].
func (s *deskSite) Change(ctx context.Context, by string, plan func(*review.Desk, ledger.Options) (*ledger.Plan, bool, error)) (*ledger.Plan, error) {
	lock, err := sitelock.Take(ctx, s.app.dir, "fasti serve", deskPatience, func() {})
	var held *sitelock.Held
	if errors.As(err, &held) {
		return nil, fmt.Errorf("%w: %w", reviewweb.ErrBusy, err)
	}
	if err != nil {
		return nil, err
	}
	defer lock.Unlock()
	d, site, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	opt := s.app.ledgerOptions(site)
	opt.By = plainName(by)
	p, renew, err := plan(d, opt)
	if err != nil {
		return nil, err
	}
	if renew && !p.Empty() {
		s.mu.Lock()
		p, err = s.app.renewed(ctx, site, p, opt)
		s.mu.Unlock()
		if err != nil {
			return nil, err
		}
	}
	err = p.Write(s.app.dir)
	s.mu.Lock()
	s.desk, s.last = nil, time.Now()
	s.mu.Unlock()
	return p, err
}

// rest waits until nobody has decided anything for a moment, so that a row of
// decisions is built once.
func (s *deskSite) rest(ctx context.Context) {
	for range 40 {
		s.mu.Lock()
		left := time.Second - time.Since(s.last)
		s.mu.Unlock()
		if left <= 0 {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(left):
		}
	}
}

// Words implements [reviewweb.Site].
func (s *deskSite) Words(*review.Desk) review.Words {
	s.mu.Lock()
	site := s.site
	s.mu.Unlock()
	return func(article string, i int) []title.Wording { return s.words.of(site, article, i) }
}

// wording reads articles anew with their grammar, which is not kept between
// runs, and gives the titles that were weighed.
type wording struct {
	mu    sync.Mutex
	state string // what the extractor knows
	x     *extract.Extractor
	read  map[string]*extract.Result // by name and text
}

func (w *wording) of(s *siteContent, name string, i int) []title.Wording {
	w.mu.Lock()
	defer w.mu.Unlock()
	known, err := json.Marshal(s.content.Known())
	if err != nil {
		return nil
	}
	if w.x == nil || w.state != string(known) {
		x, err := extract.New(extract.Options{Known: s.content.Known(), Threshold: s.config.Fasti.Threshold, Region: s.config.Fasti.Region})
		if err != nil {
			return nil
		}
		w.x, w.state, w.read = x, string(known), map[string]*extract.Result{}
	}
	for _, a := range s.content.Articles {
		if a.Name != name {
			continue
		}
		key := name + "\n" + a.Date + "\n" + a.Body
		r := w.read[key]
		if r == nil {
			if len(w.read) > mostRead {
				w.read = map[string]*extract.Result{}
			}
			r = w.x.Article(&a.Article)
			w.read[key] = r
		}
		if i < len(r.Events) {
			return w.x.Wordings(r, i)
		}
	}
	return nil
}

// mostRead bounds how many articles are held with their grammar.
const mostRead = 40

// deskHandler is the review desk of the site, for the browser of this machine.
func (a *app) deskHandler(s *deskSite) (h http.Handler, token string, err error) {
	if token, err = reviewweb.NewToken(); err != nil {
		return nil, "", err
	}
	dir, err := filepath.Abs(a.dir)
	if err != nil {
		return nil, "", fmt.Errorf("the site's folder: %w", err)
	}
	c, err := config.Load(a.dir)
	if err != nil {
		return nil, "", err
	}
	return reviewweb.New(reviewweb.Options{Site: s, Token: token, Title: c.Title, Language: c.Language, Dir: filepath.ToSlash(dir), Who: a.who(), Looks: looks{os.DirFS(filepath.Join(a.dir, "assets")), theme()}}), token, nil
}

func theme() fs.FS {
	sub, err := fs.Sub(fasti.Theme, "assets")
	if err != nil { // it is embedded
		return fasti.Theme
	}
	return sub
}

// looks are the site's own files, and the theme's behind them.
type looks [2]fs.FS

func (l looks) Open(name string) (fs.File, error) {
	if f, err := l[0].Open(name); err == nil {
		return f, nil
	}
	return l[1].Open(name)
}
