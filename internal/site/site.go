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
	"fmt"
	"path/filepath"

	"fasti/internal/config"
	"fasti/internal/ledger"
)

// Options says what to build. Dir, Content and Config must be given.
type Options struct {
	Dir     string          // the site's folder, with its own pages, layouts/, assets/, i18n/, static/
	Out     string          // output folder, DIR/public if empty
	Content *ledger.Content // the timeline
	Config  *config.Config
	Version string // of fasti, for the method page and to notice that another one built last

	// Head is put into the head of every page as it stands; serve uses it for
	// its reload script. A published site has none.
	Head string
}

// Report says what a build did.
type Report struct {
	Nothing   bool // all was up to date, nothing was looked at further
	Pages     int  // pages of the site
	Written   int  // files that are new or changed
	Unchanged int  // files that already were as they should be
	Removed   int  // files of an earlier build that are no more
	Warnings  []string
}

// Build computes, renders and publishes the site. An error leaves the output
// folder as it was or, if it came while files were moved, with each file old
// or new and none half; the next build completes it.
func Build(ctx context.Context, o Options) (Report, error) {
	var rep Report
	out := o.Out
	if out == "" {
		out = filepath.Join(o.Dir, "public")
	}
	ins, err := inputs(o)
	if err != nil {
		return rep, fmt.Errorf("site: %w", err)
	}
	made := []string{o.Version}
	for _, in := range ins {
		rep.Pages += in.pages
		made = append(made, in.prefix, inputHash(in.hugo, inputHash(in.ready)))
	}
	hash := inputHash(nil, made...)
	if upToDate(out, hash) {
		rep.Nothing = true
		return rep, nil
	}
	if err := ctx.Err(); err != nil {
		return rep, err
	}
	files := map[string][]byte{}
	for _, in := range ins {
		if err := ctx.Err(); err != nil {
			return rep, err
		}
		rendered, warnings, err := render(in.hugo)
		rep.Warnings = append(append(rep.Warnings, in.warnings...), warnings...)
		if err != nil {
			return rep, fmt.Errorf("site: %w", err)
		}
		for _, part := range []map[string][]byte{rendered, in.ready} {
			for name, data := range part {
				files[in.prefix+name] = data
			}
		}
	}
	joinSitemaps(files, o.Config)
	if err := ctx.Err(); err != nil {
		return rep, err
	}
	if err := publish(out, hash, files, &rep); err != nil {
		return rep, fmt.Errorf("site: %w", err)
	}
	return rep, nil
}
