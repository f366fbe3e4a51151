package main

import (
	"context"
	"errors"

	"fasti/extract/event"
	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/site"
)

// The validator is one, whatever the command: what it finds in the files
// (load), in the quotations (ledger.Publishable), and in pages, words, templates and
// links (package site, which a build asks too). Errors give exit code 1, and
// what they are about is not published.

// findings gives the faults of a configuration as findings.
func findings(c *config.Config) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, e := range c.Doubts {
		out = append(out, configFinding(e, diag.ConfigKey))
	}
	if e := c.Idle(event.DefaultThreshold); e != nil {
		out = append(out, configFinding(e, diag.ConfigKey))
	}
	return out
}

func configFinding(e *config.Error, code diag.Code) diag.Diagnostic {
	return diag.Diagnostic{File: e.Path, Line: e.Line, Col: e.Col, Code: code, Message: e.Message, Hint: e.Hint}
}

// asFindings turns an error about a person's file into a finding.
func asFindings(err error) ([]diag.Diagnostic, bool) {
	var broken *config.Error
	if errors.As(err, &broken) {
		return []diag.Diagnostic{configFinding(broken, diag.BadConfig)}, true
	}
	var fault site.Fault
	if errors.As(err, &fault) {
		return []diag.Diagnostic{fault.Diagnostic}, true
	}
	return nil, false
}

// inspect looks at what a build would make, without making it.
func (a *app) inspect(ctx context.Context, s *siteContent) ([]diag.Diagnostic, error) {
	content, _ := s.content.Publishable() // check reports them itself
	return site.Check(ctx, site.Options{Dir: a.dir, Content: content, Config: s.config, Version: version()})
}

// reportMost is how many warnings a build prints.
const reportMost = 20

// report prints errors in people's files, one line each.
func (a *app) report(ds []diag.Diagnostic) { a.printWorst(ds, diag.Error) }

// reportAll prints errors and warnings, and says where the rest is.
func (a *app) reportAll(ds []diag.Diagnostic) {
	a.printWorst(ds, diag.Error)
	if a.quiet {
		return
	}
	warnings := a.printWorst(ds, diag.Warning)
	if rest := warnings - reportMost; rest > 0 {
		a.say("%s more (fasti check lists them)", count(rest, "warning"))
	}
}

// printWorst prints the findings of one severity, of warnings the first.
func (a *app) printWorst(ds []diag.Diagnostic, severity diag.Severity) int {
	var of []diag.Diagnostic
	for _, d := range ds {
		if d.Severity() == severity {
			of = append(of, d)
		}
	}
	n := len(of)
	diag.Sort(of)
	if severity != diag.Error {
		of = of[:min(n, reportMost)]
	}
	_ = diag.Printer{Color: colored(a.err)}.Write(a.err, of) // nobody is left to tell
	return n
}

// warned counts warnings.
func warned(ds []diag.Diagnostic) int {
	n := 0
	for _, d := range ds {
		if d.Severity() == diag.Warning {
			n++
		}
	}
	return n
}

// sayWarned reminds of warnings that an earlier build has printed.
func (a *app) sayWarned(n int) {
	if n > 0 {
		a.say("%s (fasti check lists them)", count(n, "warning"))
	}
}

// fail prints an error about a person's file as a finding and gives the exit
// code; other errors pass.
func (a *app) fail(err error) error {
	if ds, ok := asFindings(err); ok {
		a.report(ds)
		return errFaults
	}
	return err
}
