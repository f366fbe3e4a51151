package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"fasti/internal/config"
	"fasti/internal/filesums"
	"fasti/internal/ledger"
	"fasti/internal/site"
	"fasti/internal/spell"
)

// Exit codes, as docs/commands.md gives them.
const (
	exitOK          = 0
	exitFault       = 1 // something in the input is wrong, or check found errors
	exitUsage       = 2 // the call itself is wrong
	exitInterrupted = 130
)

// streams are the standard streams of a run.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// app is one run of the command.
type app struct {
	streams
	dir   string // the site's folder
	quiet bool
	now   string // the day that histories get, YYYY-MM-DD
	names namesFlags
	base  string // the address that the site will have; "" for that of hugo.yaml

	by      string // who decides, if the call says so
	reason  string // why, if the call says so
	locked  bool   // this run holds the site's lock
	looking bool   // this run writes nothing, not even what it keeps for the next

	reader ledger.Reader // of the content; a run reads it more than once
	sums   *filesums.Sums
	heard  *heard       // the last timeline; nil if there is none
	seen   listing      // what the last stamp is of; nothing if that could not be told
	looked *site.Looked // the output folder, of a build that is going on; nil if nobody has looked

	shown  string // the stamp of this run's last build; "" if that cannot be told
	rested bool   // that build found all as the one before in this run had left it
	recall bool   // what the articles say may be that of an earlier run, without all that was found in them
}

// errFaults says that the faults are printed already and only the exit code is left to give.
var errFaults = errors.New("there were faults")

// usageError is a wrong call.
type usageError struct{ error }

func run(ctx context.Context, args []string, s streams) int {
	a := &app{streams: s}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	if errors.Is(err, config.ErrNoSite) {
		err = usageError{fmt.Errorf("%w (make a site with 'fasti new DIR', or name its folder with -C DIR)", err)}
	}
	err = a.fail(err)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFaults):
		return exitFault
	case ctx.Err() != nil:
		fmt.Fprintln(s.err, "fasti: interrupted; run it again to go on where it stopped")
		return exitInterrupted
	case errors.As(err, &usage):
		fmt.Fprintf(s.err, "fasti: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(s.err, "fasti: %v\n", err)
	return exitFault
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "fasti",
		Short: "fasti makes a timeline site out of news articles",
		Long: `fasti reads news articles, finds what happened, when, and who took part,
writes each event and each actor as a file that you can correct, and builds
a timeline site that shows the evidence for every line.

Begin with:

  fasti new my-timeline          a site to start from
  cd my-timeline
  fasti add article.html         bring in articles (text, Markdown, HTML, feeds)
  fasti build                    find the events and build the site in public/
  fasti serve                    look at it while you edit`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetVersionTemplate(versionLine() + "\n")
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w (%s)", err, flagHint(c, err))}
	})
	flags := root.PersistentFlags()
	flags.StringVarP(&a.dir, "site", "C", ".", "the site's `folder`")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print errors only")
	flags.StringVar(&a.now, "now", "", "the `day` to write into histories, YYYY-MM-DD (default: today, UTC)")
	flags.StringVar(&a.by, "by", "", "`who` decides, for the log (default: FASTI_USER, else the name that git knows)")
	a.names.add(root)
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.setDay() }
	root.AddGroup(
		&cobra.Group{ID: "site", Title: "Make and build a site:"},
		&cobra.Group{ID: "edit", Title: "Review what fasti found:"},
		&cobra.Group{ID: "more", Title: "More:"},
	)
	root.SetHelpCommandGroupID("more")
	root.SetCompletionCommandGroupID("more")
	add := func(group string, cs ...*cobra.Command) {
		for _, c := range cs {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	add("site", a.newCommand(), a.addCommand(), a.extractCommand(), a.buildCommand(), a.serveCommand(), a.bundleCommand())
	add("edit", a.checkCommand(), a.reviewCommand(), a.acceptCommand(), a.rejectCommand(), a.setCommand(), a.mergeCommand(), a.unmergeCommand(), a.apartCommand(), a.splitCommand(), a.moveCommand(),
		a.keepCommand(), a.followCommand(), a.dropCommand(), a.misreadCommand(), a.actorCommand(), a.seenCommand(), a.logCommand(), a.undoCommand(), a.diffCommand(), a.digestCommand(), a.evalCommand(), a.eraseCommand(), a.mergetoolCommand())
	add("more", a.explainCommand(), a.importEventsCommand(), a.versionCommand())
	for _, c := range root.Commands() {
		if slices.Contains([]string{"accept", "reject", "set", "merge", "unmerge", "apart", "split", "move", "keep", "follow", "drop", "misread", "actor"}, c.Name()) {
			c.PersistentFlags().StringVar(&a.reason, "reason", "", "`why`, for the log and the page of changes")
		}
	}
	a.completeAll(root)
	return root
}

var flagName = regexp.MustCompile(`(?m)^ +(?:-., )?--([a-z-]+)`)

// flagHint says what to do about a flag that is none: the near one, if there is
// one, else where to read on.
func flagHint(c *cobra.Command, err error) string {
	see := "see '" + c.CommandPath() + " --help'"
	_, name, ok := strings.Cut(err.Error(), "unknown flag: --")
	if !ok {
		return see
	}
	var known []string
	for _, m := range flagName.FindAllStringSubmatch(c.Flags().FlagUsages(), -1) {
		known = append(known, m[1])
	}
	if near := spell.Near(name, known); near != "" {
		return "did you mean --" + near + "? " + see
	}
	return see
}

// setDay fixes the day of this run, so that the clock is asked once.
func (a *app) setDay() error {
	if a.now == "" {
		a.now = time.Now().UTC().Format(time.DateOnly)
		return nil
	}
	if _, err := time.Parse(time.DateOnly, a.now); err != nil {
		return usageError{fmt.Errorf("--now %s is no day (write it as 2024-02-07)", a.now)}
	}
	return nil
}

// path is an argument's path: relative ones count from where the command was
// called, or from -C DIR where it is given.
func (a *app) path(arg string) string {
	if filepath.IsAbs(arg) {
		return arg
	}
	return filepath.Join(a.dir, arg)
}

// say prints a line for people; piped or quiet output stays clean because it
// goes to standard error and --quiet silences it.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.err, format+"\n", args...)
	}
}

// terminal reports whether a stream is a terminal.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "see '" + c.CommandPath() + " --help'"
	if near := c.SuggestionsFor(args[0]); c.HasSubCommands() && len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return usageError{fmt.Errorf("%s knows no %q (%s)", c.CommandPath(), args[0], hint)}
}

// count words a number: "1 event", "2 events".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// size words a number of bytes, rounded: "912 bytes", "14 kB", "2.3 MB".
func size(n int64) string {
	switch {
	case n < 1000:
		return count(int(n), "byte")
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
