package diag

import (
	"encoding/json"
	"fmt"
	"io"
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

// Printer says how to print findings. The zero value prints plain text.
type Printer struct {
	Format  Format    // Text if empty
	Version string    // of fasti, for SARIF
	Color   bool      // text: severities in colour, for a terminal
	Signs   bool      // text: the sign of each warning and note behind it, by which people answer it
	Summary io.Writer // GitHub: where the findings go that are no annotations; nil: nowhere
}

// Write prints findings in the order that they are given in; see [Worst].
func (p Printer) Write(w io.Writer, ds []Diagnostic) error {
	switch p.Format {
	case Text, "":
		return writeLines(w, ds, func(d Diagnostic) (string, error) { return d.text(p.Color) + p.sign(d), nil })
	case JSON:
		return writeLines(w, ds, jsonLine)
	case GitHub:
		return p.writeGitHub(w, ds)
	case SARIF:
		return writeSARIF(w, p.Version, ds)
	}
	return fmt.Errorf("no format %q: it is one of text, json, github, sarif", string(p.Format))
}

// sign is how people answer a finding; an error has no answer but to mend it.
func (p Printer) sign(d Diagnostic) string {
	if !p.Signs || d.Severity() == Error {
		return ""
	}
	return " " + d.Sign()
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

// colors are the colours of a severity on a terminal: red, yellow, cyan.
var colors = map[Severity]string{Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Note: "\x1b[36m"}

// text is one line as compilers print it: place, severity, what is wrong, what
// to do, and the code, so that it can be looked up.
func (d Diagnostic) text(color bool) string {
	level := string(d.Severity()) + ":"
	if color {
		level = colors[d.Severity()] + level + "\x1b[0m"
	}
	s := d.Place()
	if s != "" {
		s += " "
	}
	s += level + " " + d.words()
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
		Sign     string   `json:"sign"`
	}{d.File, d.Line, d.Col, d.Severity(), d.Code, d.Message, d.Hint, d.Sign()})
	if err != nil {
		return "", fmt.Errorf("print diagnostic: %w", err)
	}
	return string(b), nil
}
