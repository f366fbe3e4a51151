package diag

import (
	"fmt"
	"io"
	"strings"
)

// githubMost is how many annotations of one severity GitHub shows for a step.
// What comes after them it drops without a word.
const githubMost = 10

// githubRows bounds the table in the summary of a step, which may have 1 MB.
const githubRows = 1000

// writeGitHub prints the first findings of each severity as annotations, and
// all of them as a table into the step's summary if some have no annotation.
func (p Printer) writeGitHub(w io.Writer, ds []Diagnostic) error {
	said := map[Severity]int{}
	var shown []Diagnostic
	for _, d := range ds {
		if said[d.Severity()]++; said[d.Severity()] <= githubMost {
			shown = append(shown, d)
		}
	}
	if err := writeLines(w, shown, func(d Diagnostic) (string, error) { return githubLine(d), nil }); err != nil {
		return err
	}
	rest := len(ds) - len(shown)
	if rest == 0 {
		return nil
	}
	where := "set GITHUB_STEP_SUMMARY to have them listed, or see fasti check"
	if p.Summary != nil {
		where = "all are in the summary of this step"
		if _, err := io.WriteString(p.Summary, githubTable(ds)); err != nil {
			return fmt.Errorf("write the step's summary: %w", err)
		}
	}
	_, err := fmt.Fprintf(w, "%d more findings have no annotation, of which GitHub shows ten of each severity (%s)\n", rest, where)
	return err
}

// githubTable is all findings as a table in Markdown.
func githubTable(ds []Diagnostic) string {
	var b strings.Builder
	b.WriteString("### fasti check\n\n| | where | what | code |\n|---|---|---|---|\n")
	cell := strings.NewReplacer("|", "\\|", "<", "&lt;", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[")
	for i, d := range ds {
		if i == githubRows {
			fmt.Fprintf(&b, "\nand %d more\n", len(ds)-i)
			break
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", d.Severity(), cell.Replace(strings.TrimSuffix(d.Place(), ":")), cell.Replace(d.words()), d.Code)
	}
	return b.String()
}

// githubLine is a workflow command. Its values escape per cent, line ends
// and, in properties, colon and comma.
func githubLine(d Diagnostic) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	level := map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}[d.Severity()]
	var props []string
	if d.File != "" {
		props = append(props, "file="+property.Replace(d.File))
		if d.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", d.Line))
			if d.Col > 0 {
				props = append(props, fmt.Sprintf("col=%d", d.Col))
			}
		}
	}
	props = append(props, "title="+property.Replace(string(d.Code)))
	message := d.Message
	if d.Hint != "" {
		message += " (" + d.Hint + ")"
	}
	return "::" + level + " " + strings.Join(props, ",") + "::" + data.Replace(plain(message))
}
