package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"fasti/extract"
)

// extractLines reads articles as JSON lines from standard input and prints a
// JSON object for each. It needs no site. A line that cannot be read gets one
// line on standard error; the others are done all the same.
func (a *app) extractLines(ctx context.Context, opt extract.Options) error {
	x, err := extract.New(opt)
	if err != nil {
		return err
	}
	faults := 0
	err = x.Stream(ctx, a.in, a.out, runtime.GOMAXPROCS(0), func(line int, err error) {
		faults++
		fmt.Fprintf(a.err, "-:%d:1: %v\n", line, err)
	})
	if err != nil {
		return err
	}
	if faults > 0 {
		return errFaults
	}
	return nil
}

// extractCommand is for now only the way from JSON lines to JSON lines.
func (a *app) extractCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "extract --json -",
		Short: "Find events and actors in articles",
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if !asJSON || len(args) != 1 || args[0] != "-" {
				return usageError{errors.New("extract reads JSON lines only: fasti extract --json -")}
			}
			return a.extractLines(c.Context(), extract.Options{})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object per article and write no files")
	return c
}
