package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/site"
)

func (a *app) buildCommand() *cobra.Command {
	var pack bool
	c := &cobra.Command{
		Use:   "build",
		Short: "Find events, then build the site in public/",
		Long: `Find events in what is new (as 'fasti extract' does), then build the site in
public/. Only files that changed are written; a second run with nothing changed
does nothing. The folder can be published as it is, or opened from the disk:
public/index.html.

With --bundle the site's offline page offers it as a zip file, as a book for
e-readers and as a single page, in public/download/. Later builds keep them as
long as nothing changed, and remove them when they are out of date.`,
		Example: "  fasti build\n  fasti build -C my-timeline\n  fasti build --bundle",
		Args:    noArgs,
		RunE: a.alone(func(c *cobra.Command, _ []string) error {
			var kinds []string
			if pack {
				kinds = []string{"zip", "epub", "html"}
			}
			_, _, err := a.buildWith(c.Context(), kinds)
			return err
		}),
	}
	c.Flags().BoolVar(&pack, "bundle", false, "offer the site as files on its offline page")
	return c
}

// build extracts and renders. Faults in single files are printed and give
// exit code 1, but the rest is built.
func (a *app) build(ctx context.Context) ([]diag.Diagnostic, error) {
	_, faults, err := a.buildWith(ctx, nil)
	return faults, err
}

// buildWith builds, and packs the site as files of the given kinds.
func (a *app) buildWith(ctx context.Context, kinds []string) (rep site.Report, faults []diag.Diagnostic, err error) {
	s, err := a.load()
	if err != nil {
		return rep, nil, err
	}
	plan, err := a.plan(ctx, s)
	if err != nil {
		return rep, nil, err
	}
	faults = s.faults
	if !plan.Empty() {
		if err := plan.Write(a.dir); err != nil {
			return rep, faults, err
		}
		a.say("%s: %s", count(len(s.content.Articles), "article"), summary(plan))
		if s, err = a.load(); err != nil {
			return rep, faults, err
		}
	}
	a.report(faults)
	rep, err = site.Build(ctx, site.Options{Dir: a.dir, Content: s.content, Config: s.config, Version: version(), Bundle: site.Bundle{Name: bundleName(s.config), Kinds: kinds}})
	if err != nil {
		return rep, faults, err
	}
	for _, w := range rep.Warnings {
		a.say("%s", w)
	}
	if rep.Nothing {
		a.say("public/ is up to date: %s", count(rep.Pages, "page"))
	} else {
		a.say("public/: %s; %d files written, %d removed, %d as they were", count(rep.Pages, "page"), rep.Written, rep.Removed, rep.Unchanged)
	}
	if rep.Outdated {
		a.say("the files in public/download were of an earlier state and are removed (fasti build --bundle makes them again)")
	}
	return rep, faults, faulty(faults)
}

// explainBuild words why a build failed, for the page that is open.
func explainBuild(faults []diag.Diagnostic, err error) string {
	text := ""
	for _, d := range faults {
		if d.Severity() == diag.Error {
			text += d.String() + "\n"
		}
	}
	if !errors.Is(err, errFaults) {
		text += fmt.Sprintf("%v\n", err)
	}
	return text
}
