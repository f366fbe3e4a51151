package main

import (
	"slices"

	"github.com/spf13/cobra"

	"fasti/internal/compare"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// completeAll tells the shell what can stand where: ids of events with their
// titles, forms of lists.
func (a *app) completeAll(root *cobra.Command) {
	takeEvents := []string{"accept", "reject", "set", "merge", "unmerge", "apart", "split", "move", "keep", "follow", "drop", "misread"}
	for _, c := range root.Commands() {
		if slices.Contains(takeEvents, c.Name()) && c.ValidArgsFunction == nil {
			c.ValidArgsFunction = a.completeEvents
		}
		if c.Flags().Lookup("into") != nil {
			_ = c.RegisterFlagCompletionFunc("into", a.completeEvents) // fails only for a flag that is not there
		}
		var forms []string
		switch c.Name() {
		case "check":
			for _, f := range diag.Formats() {
				forms = append(forms, string(f))
			}
		case "diff":
			for _, f := range compare.Formats() {
				forms = append(forms, string(f))
			}
		default:
			continue
		}
		_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp))
	}
}

// completeEvents gives the ids of the site's events, each with its title, but
// for those that are named already. Paths complete as well.
func (a *app) completeEvents(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	c, _ := ledger.Load(a.dir)
	var out []string
	for _, e := range c.Events {
		if !slices.Contains(args, e.ID) {
			out = append(out, cobra.CompletionWithDesc(e.ID, e.When.String()+" "+e.Title))
		}
	}
	return out, cobra.ShellCompDirectiveDefault
}
