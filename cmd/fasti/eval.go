package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"fasti/internal/gold"
	"fasti/internal/knowledge"
)

func (a *app) evalCommand() *cobra.Command {
	var format string
	var write bool
	c := &cobra.Command{
		Use:   "eval",
		Short: "Measure fasti by what people have decided",
		Long: `Take people's decisions as the truth and say how often fasti was right on this
site: what was accepted as it was is right; what was corrected, rejected, joined,
split or marked as misread is an error of that kind. By kind of error, month of
the decision and source. Events that nobody has decided on do not count.

What was corrected again and again is proposed as knowledge of the site's own.
--write puts the proposed kinds of words, and the sources whose dates are not to
be trusted, into knowledge.yaml, which every later run reads; look at it, edit
it, take out what is wrong. Proposed names are for the files of the actors
(fasti actor merge, or known_as).`,
		Example: "  fasti eval\n  fasti eval --format markdown > quality.md\n  fasti eval --write",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !slices.Contains([]string{"text", "markdown", "json"}, format) {
				return usageError{fmt.Errorf("--format %s is none (choose one of text, markdown, json)", format)}
			}
			a.looking = true
			s, err := a.load()
			if err != nil {
				return err
			}
			a.report(s.faults)
			r := gold.Of(s.content)
			if err := r.Write(a.out, format); err != nil || !write {
				return err
			}
			return a.learn(r)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`form` of the numbers: text, markdown, json")
	c.Flags().BoolVar(&write, "write", false, "put what is proposed into knowledge.yaml")
	return c
}

// learn writes what was proposed into knowledge.yaml.
func (a *app) learn(r gold.Report) error {
	k := knowledge.Knowledge{Kinds: map[string]string{}}
	for _, p := range r.Proposed {
		switch p.What {
		case "kind":
			if k.Kinds[p.Key] == "" { // the one that was given more often
				k.Kinds[p.Key] = p.Value
			}
		case "dates":
			k.Dates = append(k.Dates, p.Key)
		}
	}
	n, err := knowledge.Add(a.dir, k)
	if err != nil {
		return err
	}
	a.say("%s new in %s", count(n, "line"), knowledge.File)
	return nil
}
