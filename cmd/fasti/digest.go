package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/digest"
	"fasti/internal/ledger"
)

func (a *app) digestCommand() *cobra.Command {
	var top int
	var perYear bool
	var format string
	c := &cobra.Command{
		Use:   "digest",
		Short: "List the most important events",
		Long: `List the most important published events in order of time: those that many
independent publishers report, in their first sentence and their headline, and
that later reports come back to. What people have reviewed or put on the home
page ("key: true") counts more; what was only said counts less.

docs/merging.md gives the points.`,
		Example: "  fasti digest --top 20\n  fasti digest --top 3 --per-year --format json | jq '.[].title'",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if top < 1 {
				return usageError{fmt.Errorf("--top %d lists nothing (give a number from 1)", top)}
			}
			if format != "markdown" && format != "json" {
				return usageError{fmt.Errorf("--format %s is none (choose one of markdown, json)", format)}
			}
			a.looking = true
			s, err := a.load()
			if err != nil {
				return err
			}
			a.report(s.faults)
			content, _ := s.content.Publishable()
			var shown []*ledger.Event
			for _, e := range content.Events {
				if e.Published(s.config.Fasti.Publish) {
					shown = append(shown, e)
				}
			}
			chooser := digest.New(content.Articles)
			list := chooser.Top(shown, top, perYear)
			if len(list) == 0 {
				return errors.New("no published event has a date (run 'fasti extract' first)")
			}
			if format == "json" {
				return a.digestJSON(list)
			}
			return a.digestMarkdown(list, perYear)
		},
	}
	c.Flags().IntVar(&top, "top", 10, "how many `events`")
	c.Flags().BoolVar(&perYear, "per-year", false, "so many of each year, not of the whole")
	c.Flags().StringVar(&format, "format", "markdown", "`form` of the list: markdown, json")
	return c
}

// digestEvent is one line of the digest in JSON.
type digestEvent struct {
	ID         string `json:"id"`
	When       string `json:"when"`
	Title      string `json:"title"`
	Kind       string `json:"kind"`
	Status     string `json:"status"`
	Importance int    `json:"importance"`
	Hosts      int    `json:"hosts"`
	Reports    int    `json:"reports"`
	Path       string `json:"path"`
}

func (a *app) digestJSON(list []digest.Event) error {
	out := make([]digestEvent, 0, len(list))
	for _, e := range list {
		out = append(out, digestEvent{e.ID, e.When.String(), e.Title, e.Kind, e.Status, e.Importance, e.Hosts, e.Reports, e.Path})
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (a *app) digestMarkdown(list []digest.Event, perYear bool) error {
	var b strings.Builder
	year := 0
	for _, e := range list {
		if d, ok := e.When.Earliest(); ok && perYear && d.Year != year {
			if year != 0 {
				b.WriteByte('\n')
			}
			year = d.Year
			fmt.Fprintf(&b, "## %04d\n\n", year)
		}
		status := ""
		if e.Status != "happened" && e.Status != "" {
			status = ", " + e.Status
		}
		fmt.Fprintf(&b, "- %s: %s (%s%s)\n", e.When, plainMarkdown(e.Title), count(e.Hosts, "publisher"), status)
	}
	_, err := fmt.Fprint(a.out, b.String())
	return err
}

// markdownMarks are the characters that mean something in Markdown; behind a
// backslash they are only themselves.
var markdownMarks = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "\\<", ">", "\\>", "|", "\\|", "#", "\\#", "~", "\\~", "\n", " ", "\r", " ")

func plainMarkdown(s string) string { return markdownMarks.Replace(s) }
