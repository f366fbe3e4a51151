package gold

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Write prints a report as "text", "markdown" or "json".
func (r Report) Write(w io.Writer, format string) error {
	if format == "json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	var b strings.Builder
	bar := ""
	if format == "markdown" {
		bar = "| "
	}
	row := func(cells ...string) {
		if bar == "" {
			b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
			return
		}
		b.WriteString("| " + strings.ReplaceAll(strings.Join(cells, " | "), "\n", " ") + " |\n")
	}
	head := func(cells ...string) {
		b.WriteString("\n")
		row(cells...)
		if bar != "" {
			b.WriteString("|" + strings.Repeat("---|", len(cells)) + "\n")
		}
	}
	fmt.Fprintf(&b, "%d events decided, %d right as they were (%d%%)\n", r.All.Decided, r.All.Right, percent(r.All.Right, r.All.Decided))
	head("error", "events", "per cent")
	for _, e := range Errors() {
		if n := r.All.Errors[e]; n > 0 {
			row(string(e), fmt.Sprint(n), fmt.Sprint(percent(n, r.All.Decided)))
		}
	}
	for _, part := range []struct {
		name string
		rows []Count
	}{{"month", r.Months}, {"source", r.Sources}} {
		head(part.name, "decided", "right", "per cent")
		for _, c := range part.rows {
			row(c.Name, fmt.Sprint(c.Decided), fmt.Sprint(c.Right), fmt.Sprint(percent(c.Right, c.Decided)))
		}
	}
	if len(r.Proposed) > 0 {
		head("knowledge", "of", "is", "corrected")
		for _, p := range r.Proposed {
			row(p.What, p.Key, p.Value, fmt.Sprint(p.Times))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func percent(n, of int) int {
	if of == 0 {
		return 0
	}
	return (200*n + of) / (2 * of)
}
