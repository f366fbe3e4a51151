package main

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"fasti/internal/compare"
	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/review"
)

// completeAll tells the shell what can stand where: ids of events, actors and
// sentences, each with its words, and what a flag may say.
func (a *app) completeAll(root *cobra.Command) {
	for _, c := range everyCommand(root) {
		if c.ValidArgsFunction == nil {
			c.ValidArgsFunction = a.completeArgs(c)
		}
		a.completeFlags(c)
	}
}

// everyCommand are a command and all below it.
func everyCommand(c *cobra.Command) []*cobra.Command {
	out := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		out = append(out, everyCommand(sub)...)
	}
	return out
}

type completion = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

// completeArgs is what completes the words of a command; nil for files, as the
// shell does it.
func (a *app) completeArgs(c *cobra.Command) completion {
	if c.Parent() != nil && c.Parent().Name() == "actor" || c.Name() == "erase" {
		return a.completeActors
	}
	switch c.Name() {
	case "accept", "reject", "merge", "unmerge", "apart", "log":
		return a.completeEvents
	case "set":
		return a.completeSet
	case "split", "move", "keep", "follow", "drop", "misread":
		return a.completeSentences
	}
	return nil
}

// completeFlags registers what the flags of a command may say.
func (a *app) completeFlags(c *cobra.Command) {
	into := a.completeEvents
	if c.Parent() != nil && c.Parent().Name() == "actor" {
		into = a.completeActors
	}
	forms := []string{"text", "markdown", "json"}
	switch c.Name() {
	case "check":
		forms = texts(diag.Formats())
	case "diff":
		forms = texts(compare.Formats())
	case "digest":
		forms = []string{"markdown", "json"}
	}
	for name, f := range map[string]completion{
		"into": into, "event": a.completeEvents, "where": a.completeWhere, "act": a.completeActs,
		"format": cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp),
	} {
		if c.Flags().Lookup(name) != nil {
			_ = c.RegisterFlagCompletionFunc(name, f) // fails only for a flag that is not there
		}
	}
}

func texts[T ~string](list []T) []string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return out
}

// completeSet gives ids first, then the keys that can be set.
func (a *app) completeSet(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeEvents(c, args, begun)
	}
	return []string{"title=", "when=", "kind=", "status=", "places=", "actors=", "key=", "question=", "note=", "text="}, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeSentences gives ids of events first, then those of the event's
// sentences, each with its words.
func (a *app) completeSentences(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeEvents(c, args, begun)
	}
	content, _ := ledger.Load(a.dir)
	events, _ := content.Find(args[:1])
	var out []string
	for _, e := range events {
		for _, s := range e.Sources {
			if !slices.Contains(args, s.ID) {
				out = append(out, cobra.CompletionWithDesc(s.ID, s.Article+": "+s.Quote))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeActors gives the ids of the site's actors, each with its name.
func (a *app) completeActors(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	c, _ := ledger.Load(a.dir)
	var out []string
	for _, x := range c.Actors {
		if !slices.Contains(args, x.ID) {
			out = append(out, cobra.CompletionWithDesc(x.ID, x.Title))
		}
	}
	return out, cobra.ShellCompDirectiveDefault
}

// completeActs gives the numbers of decisions that hold, each with its words.
func (a *app) completeActs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	c, _ := ledger.Load(a.dir)
	var out []string
	for _, g := range c.Log().Groups() {
		if !g.Undone {
			out = append(out, cobra.CompletionWithDesc(strconv.Itoa(g.N), ledger.Tell(g.Acts[0])))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeWhere gives the fields of conditions.
func (a *app) completeWhere(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, f := range review.FieldNames() {
		out = append(out, f+"=")
	}
	return out, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
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
