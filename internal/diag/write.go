package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Format is a way to print diagnostics.
type Format string

// The formats.
const (
	Text   Format = "text"
	JSON   Format = "json"   // one object a line
	GitHub Format = "github" // workflow commands, which GitHub shows beside the lines
	SARIF  Format = "sarif"  // SARIF 2.1.0, one log
)

// Formats are the formats' names, for help and completion.
func Formats() []Format { return []Format{Text, JSON, GitHub, SARIF} }

// Write prints diagnostics; version is fasti's, for SARIF.
func Write(w io.Writer, f Format, version string, ds []Diagnostic) error {
	switch f {
	case Text:
		return writeLines(w, ds, func(d Diagnostic) (string, error) { return textLine(d), nil })
	case JSON:
		return writeLines(w, ds, jsonLine)
	case GitHub:
		return writeLines(w, ds, func(d Diagnostic) (string, error) { return githubLine(d), nil })
	case SARIF:
		return writeSARIF(w, version, ds)
	}
	return fmt.Errorf("no format %q: it is one of text, json, github, sarif", string(f))
}

func writeLines(w io.Writer, ds []Diagnostic, line func(Diagnostic) (string, error)) error {
	for _, d := range ds {
		s, err := line(d)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, s+"\n"); err != nil {
			return fmt.Errorf("write diagnostics: %w", err)
		}
	}
	return nil
}

// textLine is the line of [Diagnostic.String] with the code at its end, so
// that it can be looked up; errors need no word for their severity.
func textLine(d Diagnostic) string {
	s := d.String()
	if d.Code != "" {
		s += " [" + string(d.Code) + "]"
	}
	return s
}

func jsonLine(d Diagnostic) (string, error) {
	b, err := json.Marshal(struct {
		File     string   `json:"file"`
		Line     int      `json:"line"`
		Col      int      `json:"col"`
		Severity Severity `json:"severity"`
		Code     Code     `json:"code"`
		Message  string   `json:"message"`
		Hint     string   `json:"hint"`
	}{d.File, d.Line, d.Col, d.Severity(), d.Code, d.Message, d.Hint})
	if err != nil {
		return "", fmt.Errorf("print diagnostic: %w", err)
	}
	return string(b), nil
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
