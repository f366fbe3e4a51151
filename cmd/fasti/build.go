package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/site"
)

func (a *app) buildCommand() *cobra.Command {
	var pack bool
	var base string
	c := &cobra.Command{
		Use:   "build",
		Short: "Find events, then build the site in public/",
		Long: `Find events in what is new (as 'fasti extract' does), then build the site in
public/. Only files that changed are written; a second run with nothing changed
does nothing. The folder can be published as it is, or opened from the disk:
public/index.html.

What fasti cannot vouch for is not published: a quotation that does not stand
in its article, a file with an error. Each gets a line, and the exit code is 1.

With --bundle the site's offline page offers it as a zip file, as a book for
e-readers and as a single page, in public/download/. Later builds keep them as
long as nothing changed, and remove them when they are out of date.`,
		Example: "  fasti build\n  fasti build -C my-timeline\n  fasti build --base-url https://example.org/timeline/\n  fasti build --bundle",
		Args:    noArgs,
		RunE: a.alone(func(c *cobra.Command, _ []string) error {
			var kinds []string
			if pack {
				kinds = []string{"zip", "epub", "html"}
			}
			if err := a.setBase(base); err != nil {
				return err
			}
			_, _, err := a.buildWith(c.Context(), kinds)
			return err
		}),
	}
	c.Flags().StringVar(&base, "base-url", "", "`address` that the site will have, instead of that of hugo.yaml")
	c.Flags().BoolVar(&pack, "bundle", false, "offer the site as files on its offline page")
	return c
}

// setBase takes the address that the site will have. CI knows it, and hugo.yaml
// may not.
func (a *app) setBase(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return usageError{fmt.Errorf("--base-url %s is no address on the web (begin it with https://)", address)}
	}
	a.base = strings.TrimSuffix(address, "/") + "/"
	return nil
}

// build extracts and renders. Faults in single files are printed and give
// exit code 1, but the rest is built.
func (a *app) build(ctx context.Context) ([]diag.Diagnostic, error) {
	_, faults, err := a.buildWith(ctx, nil)
	return faults, err
}

// buildWith builds, and packs the site as files of the given kinds.
func (a *app) buildWith(ctx context.Context, kinds []string) (rep site.Report, faults []diag.Diagnostic, err error) {
	a.rested = false
	stamp := a.stamp(kinds)
	if last := a.stamped(); stamp != "" && last.stamp == stamp && !last.turned(a.now) && len(kinds) == 0 && site.Complete(a.public()) {
		a.fileSums().Save()
		rep.Nothing, rep.Pages = true, last.pages
		a.rested, a.shown = a.shown == stamp, stamp
		a.sayBuilt(rep)
		a.sayWarned(last.warnings)
		return rep, nil, nil
	}
	defer func() { a.looked = nil; a.keepRead() }()
	s, stamp, faults, err := a.settle(ctx, kinds, stamp)
	if err != nil {
		return rep, faults, err
	}
	content, unverified := s.content.Publishable()
	doubts, waiting := beyondFiles(s.content)
	faults = slices.Concat(faults, unverified, doubts)
	bar := a.progress(-1, "making pages")
	rep, err = site.Build(ctx, site.Options{Dir: a.dir, Content: content, Config: s.config, Version: version(), Program: engine(), Out: a.public(), Looked: a.looked, Bundle: site.Bundle{Name: bundleName(s.config), Kinds: kinds}, Step: bar.step})
	bar.done()
	faults = append(faults, rep.Found...)
	if ds, ok := asFindings(err); ok {
		faults = append(faults, ds...)
		a.reportAll(faults)
		return rep, faults, errFaults
	}
	a.reportAll(faults)
	if waiting > 0 {
		a.say("%s of reviewed events: the report has changed since; the reviewed words stay until you decide (fasti check lists them)", count(waiting, "quotation"))
	}
	if err != nil {
		return rep, faults, err
	}
	if diag.HasErrors(faults) || len(rep.Warnings) > 0 {
		stamp = "" // they are told again
	}
	a.shown = stamp
	a.keepStamp(built{stamp, rep.Pages, warned(faults), earlier(s.until, rep.Until)})
	a.sayBuilt(rep)
	return rep, faults, faulty(faults)
}

// public is the output folder of the site.
func (a *app) public() string { return filepath.Join(a.dir, "public") }

// beyondFiles are the errors and warnings that no single file tells: what events,
// actors and articles say of each other. That a report has changed under a
// reviewed event waits for a person and is no fault of a build, which publishes
// the reviewed words; how many wait is told. Quotations that stand in no article
// are judged by [ledger.Content.Publishable].
func beyondFiles(c *ledger.Content) (found []diag.Diagnostic, waiting int) {
	for _, d := range c.Check(nil) {
		switch {
		case d.Code == diag.ReportChanged:
			waiting++
		case d.Severity() != diag.Note && d.Code != diag.QuoteGone && d.Code != diag.QuoteUnverified:
			found = append(found, d)
		}
	}
	return found, waiting
}

// keepRead keeps for the next run as what the site's files were read, and their
// hashes.
func (a *app) keepRead() {
	if a.looking || a.names.external() {
		return
	}
	a.reader.Save()
	a.fileSums().Save()
}

// earlier is the earlier of two days, of which either may be none.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// settle extracts until nothing changes any more, which is once. It gives the
// content as it is then, and its stamp; the faults are those of before, which
// speak of what people wrote.
func (a *app) settle(ctx context.Context, kinds []string, stamp string) (*siteContent, string, []diag.Diagnostic, error) {
	var faults []diag.Diagnostic
	defer func() { a.heard, a.recall = nil, false }() // pages are made without it, and it is large
	a.recall = true
	for round := 0; ; round++ {
		s, err := a.loadStamped()
		if err != nil {
			return nil, "", faults, err
		}
		if round > 0 && a.sameAgain(s) {
			return s, stamp, faults, nil
		}
		t, err := a.timeline(ctx, s)
		if round == 0 {
			faults = s.faults
		}
		if err != nil {
			return nil, "", faults, err
		}
		if a.looked == nil { // while the plan is made
			a.looked = site.Look(a.public())
		}
		plan := s.content.Apply(t, a.ledgerOptions(s))
		if plan.Empty() {
			return s, stamp, faults, nil
		}
		if round == 2 {
			return s, "", faults, nil
		}
		if err := plan.Write(a.dir); err != nil {
			return nil, "", faults, err
		}
		a.say("%s: %s", count(len(s.content.Articles), "article"), summary(plan))
		stamp = a.stampAfter(kinds, plan)
	}
}

// sameAgain reports whether the articles say of a site that a plan was written
// to what they said before. Then there is nothing to write: the same timeline a
// second time gives an empty plan (see [ledger.Content.Apply]).
func (a *app) sameAgain(s *siteContent) bool {
	if a.heard == nil || a.names.external() || !a.heard.of.gives(a.origin(s), a.heard.timeline) {
		return false
	}
	s.content.Heard(a.heard.hearing)
	return true
}

// sayBuilt tells people what a build did.
func (a *app) sayBuilt(rep site.Report) {
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
