// Package site turns a loaded timeline into a folder of web pages. It computes
// the whole view of every page in Go, hands the views to Hugo, in process and
// in memory, and moves what changed into the output folder.
//
// Call [Build]. The same content, configuration and version give the same
// bytes on any machine; nothing prints the time of the build, and nothing is
// read or written outside of the site's and the output folder. Only this
// package imports Hugo.
package site

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// Options says what to build. Dir, Content and Config must be given.
type Options struct {
	Dir     string          // the site's folder, with its own pages, layouts/, assets/, i18n/, static/
	Out     string          // output folder, DIR/public if empty
	Content *ledger.Content // the timeline
	Config  *config.Config
	Version string // of fasti, for the method page and to notice that another one built last

	// Program tells one build of the program from another, more exactly than
	// Version. With it, pages that are made from the same as in the last build
	// are not made again; "" makes all.
	Program string

	// Head is put into the head of every page as it stands; serve uses it for
	// its reload script. A published site has none.
	Head string

	Looked *Looked // of Out, if somebody has looked; what it tells is not looked at again

	Bundle Bundle // what to offer for reading offline

	Step func() // called for each page that is looked at, to show how far the work is; may be nil

	dry   bool                   // look only: nothing is published
	batch int                    // bytes of views that go through Hugo at once; 0: what is best
	only  func(path string) bool // pages and files to make, for tests; nil: all
}

// Report says what a build did.
type Report struct {
	Nothing   bool              // all was up to date, nothing was looked at further
	Pages     int               // pages of the site
	Written   int               // files that are new or changed
	Unchanged int               // files that already were as they should be
	Removed   int               // files of an earlier build that are no more
	Left      int               // of the pages, those that were not looked at: they are made from the same as before
	Warnings  []string          // Hugo's, that are about no file
	Found     []diag.Diagnostic // about people's own pages, words, templates and links
	Until     string            // the day from which on another build gives something else; "" if none
	Bundled   []Bundled         // what the site offers for reading offline
	Outdated  bool              // what it offered was of an earlier state, and is removed
}

// Build computes, renders and publishes the site. An error leaves the output
// folder as it was or, if it came while files were moved, with each file old
// or new and none half; the next build completes it.
func Build(ctx context.Context, o Options) (Report, error) {
	var rep Report
	if err := produce(ctx, o, &rep); err != nil {
		return rep, fmt.Errorf("site: %w", err)
	}
	return rep, nil
}

// Check looks for what would keep the site from being built, or be wrong in
// it, beside the timeline: people's own pages, words, templates and links. It
// makes only the pages that people's own files are in, and writes nothing.
func Check(ctx context.Context, o Options) ([]diag.Diagnostic, error) {
	var rep Report
	o.dry = true
	err := produce(ctx, o, &rep)
	var f Fault
	if errors.As(err, &f) {
		return append(rep.Found, f.Diagnostic), nil
	}
	if err != nil {
		return rep.Found, fmt.Errorf("site: %w", err)
	}
	for _, w := range rep.Warnings {
		rep.Found = append(rep.Found, diag.Diagnostic{Code: diag.HugoWarning, Message: w})
	}
	return rep.Found, nil
}

// warnedAt is a warning of a shortcode, which says where it was called.
var warnedAt = regexp.MustCompile(`^WARN\s+"/site/(content/[^":]+\.md):([0-9]{1,7}):[0-9]+": (.*)$`)

// warn sorts Hugo's warnings: those about a file become findings.
func (rep *Report) warn(warnings []string) {
	for _, w := range warnings {
		if name, ok := strings.CutPrefix(w, rawHTML); ok {
			rep.Found = append(rep.Found, diag.Diagnostic{File: name, Code: diag.RawHTML, Message: "raw HTML is left out", Hint: "write it in Markdown, or as a shortcode in layouts/_shortcodes"})
			continue
		}
		if m := warnedAt.FindStringSubmatch(w); m != nil {
			line, _ := strconv.Atoi(m[2]) // the pattern takes figures
			rep.Found = append(rep.Found, diag.Diagnostic{File: m[1], Line: line, Col: 1, Code: diag.HugoWarning, Message: m[3]})
			continue
		}
		rep.Warnings = append(rep.Warnings, w)
	}
}

func produce(ctx context.Context, o Options, rep *Report) error {
	out := o.Out
	if out == "" {
		out = filepath.Join(o.Dir, "public")
	}
	m, err := newMaterial(o.Dir)
	if err != nil {
		return err
	}
	i := m.inspect(o.Config, o.Content.Day())
	rep.Found, rep.Until = i.found, i.until
	if i.stop != nil {
		return i.stop
	}
	editions, err := newEditions(o.Config, m.own, m.theme)
	if err != nil {
		return err
	}
	s, err := openStage(out, o.Looked)
	if err != nil {
		return err
	}
	defer s.Close()
	s.dry, s.aliases, s.places = o.dry, i.aliases, i.places
	s.gallery = newGallery(o.Content, m.static)
	m.sizes = s.gallery.textPictures(ownTexts(m.own, o.Content), pathBelow(o.Config.BaseURL))
	if s.clocks = openClocks(o.Dir, o.Program); o.Program != "" && !o.dry {
		s.saved = readTraces(o.Dir)
	}
	rep.Found = append(append(rep.Found, s.outdated(m.layouts, keptOriginals(o.Dir))...), s.gallery.found...)
	var presses []*press
	bundling := len(o.Bundle.Kinds) > 0 || len(s.old.Offers.Kinds) > 0
	for _, e := range editions {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := m.press(ctx, e, o, s, bundling)
		if p != nil {
			rep.Pages += p.pages
			rep.Left += p.left
			rep.warn(p.warnings)
			presses = append(presses, p)
		}
		if err != nil {
			return err
		}
	}
	for name, data := range sitemaps(presses, o.Config) {
		if err := s.put(name, hashOfBytes(data), data); err != nil {
			return err
		}
	}
	taken, err := m.give(s, o.only)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	rep.Found = append(append(rep.Found, taken...), s.deadLinks(o.Config, m)...)
	rep.Found = append(rep.Found, menuFaults(o.Config, s)...)
	if o.dry {
		return nil
	}
	if err := keepOriginals(o.Dir, s.next.Originals); err != nil { // a folder that may not be written to is no reason not to build
		rep.Warnings = append(rep.Warnings, "which layouts of the theme you have your own of cannot be noted: "+err.Error())
	}
	if bundling {
		rep.Pages += len(presses) // the offline pages, made last
		err = s.offer(ctx, o, presses, rep)
	} else {
		err = s.commit(rep)
	}
	if err == nil && o.Program != "" {
		keepTraces(o.Dir, presses)
		s.clocks.keep(o.Dir, o.Program)
	}
	return err
}
