package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

func (a *app) logCommand() *cobra.Command {
	var limit int
	var all, lines bool
	c := &cobra.Command{
		Use:   "log [ID…]",
		Short: "List what was decided",
		Long: `List what people have decided, the newest first: number, day, who, what. With
ids, only what concerns those events or actors. --all adds what fasti did by
itself. 'fasti undo' takes the newest back.`,
		Example: "  fasti log\n  fasti log e7k2m9q4 --all\n  fasti log --json | jq .act",
		RunE: func(c *cobra.Command, args []string) error {
			a.looking = true
			s, err := a.load()
			if err != nil {
				return err
			}
			a.report(s.faults)
			return a.printLog(s.content, args, limit, all, lines)
		},
	}
	c.Flags().IntVarP(&limit, "limit", "n", 0, "at most so many acts; 0: all")
	c.Flags().BoolVar(&all, "all", false, "also what fasti did by itself")
	c.Flags().BoolVar(&lines, "json", false, "print the lines of the log as JSON")
	return c
}

func (a *app) printLog(content *ledger.Content, ids []string, limit int, all, lines bool) error {
	log := content.Log()
	acts := slices.Clone(log.Acts)
	slices.Reverse(acts)
	events, _ := content.Find(ids)
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	n := 0
	for _, x := range acts {
		about := len(ids) == 0 || slices.Contains(ids, x.Event) || slices.Contains(ids, x.Actor) || slices.Contains(ids, x.Into)
		if !about || !all && !decided(x) || x.Act == decisions.Evidence || x.Act == decisions.Given {
			continue
		}
		if n++; limit > 0 && n > limit {
			break
		}
		if lines {
			x.Files = nil
			fmt.Fprint(a.out, string(decisions.Print([]ledger.Act{x})))
			continue
		}
		undone := ""
		if log.Undone(x.Group) {
			undone = " (undone)"
		}
		fmt.Fprintf(a.out, "%d\t%s\t%s\t%s%s\n", x.N, x.Day, by(x), ledger.Tell(x), undone)
	}
	return nil
}

// decided reports whether people did an act, also before the log was.
func decided(x ledger.Act) bool {
	switch x.What {
	case "accepted", "rejected", "corrected":
		return true
	case "merged":
		return x.Key == "review"
	}
	return x.Act.Human()
}

// by words who did an act.
func by(x ledger.Act) string {
	switch {
	case x.By != "":
		return x.By
	case decided(x):
		return "?"
	}
	return "fasti"
}

func (a *app) undoCommand() *cobra.Command {
	var act string
	c := &cobra.Command{
		Use:   "undo [N]",
		Short: "Take back what was decided last",
		Long: `Take back the last decision, or the last N: every file gets the bytes that it had
before. What others have changed in the same files since, in other lines, stays.
What was done by hand, in an editor, is skipped; git has it. The log keeps both,
what was decided and that it was taken back. With --act, the
decision of that number (fasti log lists them); naming that of an undo does
again what it took back.`,
		Example: "  fasti undo\n  fasti undo 3\n  fasti undo --act 17",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && act != "" {
				return usageError{errors.New("say how many acts to take back, or which one with --act")}
			}
			if len(args) == 1 {
				if n, err := strconv.Atoi(args[0]); err != nil || n < 1 {
					return usageError{fmt.Errorf("%q is no number of acts", args[0])}
				}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			s, err := a.load()
			if err != nil {
				return err
			}
			groups, err := lastGroups(s.content.Log(), args, act)
			if err != nil {
				return err
			}
			opt := a.ledgerOptions(s)
			opt.By = a.who()
			return a.undo(s, groups, opt)
		}),
	}
	c.Flags().StringVar(&act, "act", "", "`number` of the decision to take back")
	return c
}

// lastGroups are the decisions that a call of undo means.
func lastGroups(log *decisions.Log, args []string, act string) ([]decisions.Group, error) {
	groups := log.Groups()
	if act != "" {
		var out []decisions.Group
		for _, g := range groups {
			if g.ID == act || strconv.Itoa(g.N) == act {
				out = append(out, g)
			}
		}
		switch {
		case len(out) == 0:
			return nil, usageError{fmt.Errorf("there is no decision %s (fasti log lists them)", act)}
		case len(out) > 1:
			var ids []string
			for _, g := range out {
				ids = append(ids, g.ID)
			}
			return nil, usageError{fmt.Errorf("two branches have a decision %s; name one of %s", act, strings.Join(ids, ", "))}
		}
		return out, nil
	}
	n := 1
	if len(args) == 1 {
		n, _ = strconv.Atoi(args[0])
	}
	groups = slices.DeleteFunc(groups, func(g decisions.Group) bool { return g.Undone || g.ByHand() || g.Acts[0].Act == decisions.Undo })
	return groups[:min(n, len(groups))], nil
}

func (a *app) undo(s *siteContent, groups []decisions.Group, opt ledger.Options) error {
	if len(groups) == 0 {
		a.say("nothing to undo")
		return nil
	}
	plan := s.content.Undo(groups, opt)
	if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.report(s.faults)
	a.report(plan.Findings)
	if !plan.Empty() {
		for _, g := range groups {
			more := ""
			if n := len(g.Acts) - 1; n > 0 {
				more = fmt.Sprintf(" and %d more", n)
			}
			a.say("undone: %d %s%s", g.N, ledger.Tell(g.Acts[0]), more)
		}
	}
	return faulty(plan.Findings)
}

func (a *app) seenCommand() *cobra.Command {
	var reason string
	c := &cobra.Command{
		Use:   "seen NOTE…",
		Short: "Say that a note of check has been seen and may stay",
		Long: `Say that a note or warning of 'fasti check' has been looked at and is right as it
is: check lists it no more, as long as it says the same. Name it by the sign that
check prints behind it. Errors cannot be answered so.`,
		Example: "  fasti seen n3f9a61 --reason 'the series begins with the fourth'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("name notes by the signs that fasti check prints behind them")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			var failed error
			err := a.decide(c.Context(), deciding{done: "noted"}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
				found, err := a.everything(c.Context(), s)
				if failed = err; err != nil {
					return nil, nil
				}
				return answers(args, found, reason)
			})
			return errors.Join(failed, err)
		}),
	}
	c.Flags().StringVar(&reason, "reason", "", "why it may `stay`")
	return c
}

// answers are the acts that let findings stand, named by their signs, and what
// is said of signs that check prints behind none.
func answers(signs []string, found []diag.Diagnostic, reason string) (acts []ledger.Act, faults []diag.Diagnostic) {
	for _, sign := range signs {
		i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Sign() == sign })
		switch {
		case i < 0:
			faults = append(faults, diag.Diagnostic{Code: diag.CannotDo, Message: fmt.Sprintf("check finds nothing of the sign %s", sign), Hint: "fasti check prints the signs, behind notes and warnings"})
		case found[i].Severity() == diag.Error:
			faults = append(faults, diag.Diagnostic{File: found[i].File, Line: found[i].Line, Col: found[i].Col, Code: diag.CannotDo, Message: fmt.Sprintf("%s is an error, which cannot be answered: %s", sign, found[i].Message), Hint: "mend it"})
		default:
			acts = append(acts, ledger.Act{Act: decisions.Seen, Key: sign, Reason: reason})
		}
	}
	return acts, faults
}
