package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"fasti/extract"
	"fasti/extract/reports"
	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/selection"
)

// mergeLines merges sorted lines of standard input. It needs no site.
func (a *app) mergeLines(ctx context.Context, shard string) error {
	share, err := shardOf(shard)
	if err != nil {
		return usageError{err}
	}
	m := reports.Merger{Shard: share}
	faults := 0
	in, bar := a.counting(a.in, "reading reports")
	defer bar.done()
	err = m.Merge(ctx, in, a.out, func(line int, err error) {
		faults++
		fmt.Fprintf(a.err, "-:%d:1: %v\n", line, err)
	})
	if err == nil && faults > 0 {
		err = errFaults
	}
	return err
}

// shardOf reads "2/8".
func shardOf(s string) (reports.Shard, error) {
	if s == "" {
		return reports.Shard{}, nil
	}
	i, n, _ := strings.Cut(s, "/")
	x, err1 := strconv.Atoi(i)
	y, err2 := strconv.Atoi(n)
	if err1 != nil || err2 != nil || x < 1 || x > y {
		return reports.Shard{}, fmt.Errorf("--shard %s is no share (write 2/8 for the second of eight)", s)
	}
	return reports.Shard{I: x, N: y}, nil
}

func (a *app) importEventsCommand() *cobra.Command {
	var where string
	c := &cobra.Command{
		Use:   "import-events FILE|-…",
		Short: "Bring merged events into the site",
		Long: `Bring events that 'fasti merge -' made into the site: each event as a file that
fasti never writes to again, its actors, and of each article the sentences that
report it. What the site has already is left alone.

--where takes only the events that meet all of its conditions: actor=ID (or a
name with hyphens), kind=WORD, from=DAY, to=DAY, reports>=N.`,
		Example: "  fasti import-events events.jsonl\n  fasti import-events events.jsonl --where 'actor=anna-kolbe from=2024-01 to=2024-06 reports>=3'",
		Args:    cobra.MinimumNArgs(1),
		RunE:    a.alone(func(c *cobra.Command, args []string) error { return a.importEvents(c.Context(), args, where) }),
	}
	c.Flags().StringVar(&where, "where", "", "take only events that meet these `conditions`")
	return c
}

func (a *app) importEvents(ctx context.Context, paths []string, where string) error {
	w, err := selection.ParseWhere(where)
	if err != nil {
		return usageError{fmt.Errorf("--where: %w", err)}
	}
	if _, err := a.load(); err != nil {
		return err
	}
	var chosen selection.Files
	var faults []diag.Diagnostic
	for _, p := range paths {
		bad, err := a.choose(ctx, p, w, &chosen)
		if faults = append(faults, bad...); err != nil {
			return err
		}
	}
	files, err := chosen.Files()
	if err != nil {
		return err
	}
	plan := ledger.Plan{Intent: "import-events"}
	there, events := 0, 0
	for _, f := range files {
		if exists(a.path(f.Path)) {
			there++
			continue
		}
		if f.What == "new event" {
			events++
		}
		plan.Files = append(plan.Files, ledger.File{Path: f.Path, New: f.Content, What: f.What})
	}
	if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.report(faults)
	a.say("%s, %s in all; %s there already", count(events, "new event"), count(len(plan.Files), "file"), count(there, "file"))
	return faulty(faults)
}

// choose reads the lines of one file and takes those that meet the condition. A
// line that cannot be read is a fault; the others are taken all the same.
func (a *app) choose(ctx context.Context, path string, w selection.Where, into *selection.Files) (faults []diag.Diagnostic, err error) {
	in := a.in
	if path != "-" {
		f, err := os.Open(a.path(path))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = io.Reader(f)
	}
	bar := a.progress(-1, "reading events")
	defer bar.done()
	err = extract.EachLine(counter{in, bar}, func(n int, text []byte, err error) bool {
		var l *reports.Line
		if err == nil {
			l, err = reports.ReadLine(text)
		}
		switch {
		case err != nil:
			faults = append(faults, diag.Diagnostic{File: path, Line: n, Col: 1, Code: diag.BadValue, Message: err.Error()})
		case l.Event != nil && w.Takes(l.Event):
			into.Add(l)
		}
		return ctx.Err() == nil
	})
	if err == nil {
		err = ctx.Err()
	}
	return faults, err
}
