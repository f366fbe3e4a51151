package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"fasti/extract/actor"
	"fasti/internal/names"
)

// namesFlags choose another engine for names; without them the built-in one
// works.
type namesFlags struct{ cmd, url, model string }

func (f *namesFlags) add(c *cobra.Command) {
	flags := c.PersistentFlags()
	flags.StringVar(&f.cmd, "names-cmd", "", "find names with a `command` that reads and writes JSON lines (docs/actors.md)")
	flags.StringVar(&f.url, "names-url", "", "find names with a model behind an OpenAI-compatible `address`, up to /v1")
	flags.StringVar(&f.model, "names-model", "", "the `name` of the model at --names-url")
	for _, name := range []string{"names-cmd", "names-url", "names-model"} {
		_ = flags.MarkHidden(name) // few need them; the help of extract tells of them
	}
}

// external reports whether an engine of the user's finds the names.
func (f namesFlags) external() bool { return f.cmd != "" || f.url != "" }

// source makes the engine; nil without flags. close ends it. cache is the
// folder for the answers of a server, "" for none.
func (f namesFlags) source(cache string) (s actor.Source, close func(), err error) {
	close = func() {}
	switch {
	case f.cmd != "" && f.url != "":
		return nil, close, usageError{errors.New("--names-cmd and --names-url are two engines; choose one")}
	case f.cmd != "":
		c, err := names.NewCommand(f.cmd, 0)
		if err != nil {
			return nil, close, usageError{err}
		}
		return c, func() { c.Close() }, nil
	case f.url != "":
		s, err := names.NewServer(names.ServerOptions{URL: f.url, Model: f.model, Cache: cache, Key: os.Getenv("FASTI_NAMES_KEY")})
		if err != nil {
			return nil, close, usageError{err}
		}
		return s, close, nil
	}
	return nil, close, nil
}

// namesCache is the folder of the site that keeps a server's answers, to be
// committed, so that a run elsewhere repeats them.
func (a *app) namesCache() string { return filepath.Join(a.dir, "fasti-names") }
