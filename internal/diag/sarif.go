package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// The parts of SARIF 2.1.0 (OASIS, 2020) that a finding in a text file needs;
// numbers in brackets are its sections.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct { // 3.14
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct { // 3.19
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct { // 3.49
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
		FullDescription  sarifMessage `json:"fullDescription"`
		Configuration    sarifLevel   `json:"defaultConfiguration"`
	}
	sarifLevel struct {
		Level Severity `json:"level"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct { // 3.27
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     Severity        `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct { // 3.28
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
	}
	sarifRegion struct { // 3.30
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

func writeSARIF(w io.Writer, version string, ds []Diagnostic) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "fasti", Version: version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	index := map[Code]int{}
	for _, r := range Codes() {
		index[r.Code] = len(run.Tool.Driver.Rules)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: string(r.Code), ShortDescription: sarifMessage{r.Title}, FullDescription: sarifMessage{r.Doc},
			Configuration: sarifLevel{r.Severity},
		})
	}
	for _, d := range ds {
		i, ok := index[d.Code]
		if !ok {
			i = -1 // 3.27.6: no index
		}
		run.Results = append(run.Results, sarifResult{
			RuleID: string(d.Code), RuleIndex: i, Level: d.Severity(),
			Message: sarifMessage{message(d)}, Locations: location(d),
		})
	}
	b, err := json.MarshalIndent(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("print SARIF: %w", err)
	}
	if _, err := w.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("write diagnostics: %w", err)
	}
	return nil
}

func message(d Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + " (" + d.Hint + ")"
}

// location gives where a finding is. Readers of SARIF, GitHub among them,
// want a file for each, so a finding of the whole site goes to its
// configuration.
func location(d Diagnostic) []sarifLocation {
	file := d.File
	if file == "" {
		file = "hugo.yaml"
	}
	parts := strings.Split(file, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	l := sarifLocation{sarifPhysical{Artifact: sarifArtifact{URI: strings.Join(parts, "/"), BaseID: "%SRCROOT%"}}}
	if d.Line > 0 {
		l.Physical.Region = &sarifRegion{StartLine: d.Line, StartColumn: d.Col}
	}
	return []sarifLocation{l}
}
