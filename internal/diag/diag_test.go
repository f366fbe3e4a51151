package diag_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"fasti/internal/diag"
)

var cases = []diag.Diagnostic{
	{File: "content/events/2024/a,b.md", Line: 3, Col: 7, Code: diag.BadDate, Message: "when: there is no month 13", Hint: "100% of months are 01 to 12"},
	{File: "content/articles/ä b.md", Code: diag.NoDate, Message: "no date of publication"},
	{Code: diag.BadConfig, Message: "the site\x1b[2J has\nno title \u202egnihton"},
	{File: "content/actors/x.md", Line: 9, Code: diag.Undated, Message: "no date"},
}

func TestFormats(t *testing.T) {
	for format, want := range map[diag.Format]string{
		diag.Text: `content/events/2024/a,b.md:3:7: error: when: there is no month 13 (100% of months are 01 to 12) [bad-date]
content/articles/ä b.md: warning: no date of publication [no-date]
error: the site\u001b[2J has no title \u202egnihton [bad-config]
content/actors/x.md:9: note: no date [undated]
`,
		diag.GitHub: `::error file=content/events/2024/a%2Cb.md,line=3,col=7,title=bad-date::when: there is no month 13 (100%25 of months are 01 to 12)
::warning file=content/articles/ä b.md,title=no-date::no date of publication
::error title=bad-config::the site\u001b[2J has no title \u202egnihton
::notice file=content/actors/x.md,line=9,title=undated::no date
`,
	} {
		var b bytes.Buffer
		if err := (diag.Printer{Format: format, Version: "1.0"}).Write(&b, cases); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s:\n%s\nwant\n%s", format, b.String(), want)
		}
	}
}

func TestJSONLines(t *testing.T) {
	var b bytes.Buffer
	if err := (diag.Printer{Format: diag.JSON, Version: "1.0"}).Write(&b, cases); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != len(cases) {
		t.Fatalf("%d lines", len(lines))
	}
	for i, line := range lines {
		var got map[string]any
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if got["message"] != cases[i].Message || got["code"] != string(cases[i].Code) || got["severity"] != string(cases[i].Severity()) {
			t.Errorf("line %d: %s", i, line)
		}
	}
}

func TestSARIF(t *testing.T) {
	var b bytes.Buffer
	if err := (diag.Printer{Format: diag.SARIF, Version: "1.0"}).Write(&b, cases); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(run.Results) != len(cases) {
		t.Fatalf("version %s, %d results", log.Version, len(run.Results))
	}
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.RuleID != string(cases[i].Code) {
			t.Errorf("result %d: rule %s, index %d", i, r.RuleID, r.RuleIndex)
		}
	}
	if uri := run.Results[1].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "content/articles/%C3%A4%20b.md" {
		t.Error(uri)
	}
	if run.Results[1].Locations[0].PhysicalLocation.Region != nil {
		t.Error("a file as a whole has a region")
	}
	var none bytes.Buffer
	if err := (diag.Printer{Format: diag.SARIF, Version: ""}).Write(&none, nil); err != nil || !strings.Contains(none.String(), `"results": []`) {
		t.Error("no findings must be an empty list", err)
	}
}

// GitHub drops what comes after ten annotations of a severity: those are the
// worst, and the rest stands in the summary of the step.
func TestGitHubTen(t *testing.T) {
	var ds []diag.Diagnostic
	for i := range 25 {
		ds = append(ds, diag.Diagnostic{File: "content/actors/x.md", Line: i + 1, Code: diag.Undated, Message: "a|b"})
	}
	ds = append(ds, diag.Diagnostic{File: "z.md", Code: diag.BadDate, Message: "no date"})
	diag.Worst(ds)
	var out, summary bytes.Buffer
	if err := (diag.Printer{Format: diag.GitHub, Summary: &summary}).Write(&out, ds); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "::notice"); n != 10 || !strings.HasPrefix(out.String(), "::error file=z.md") {
		t.Errorf("%d notices:\n%s", n, out.String())
	}
	if !strings.Contains(out.String(), "15 more findings") || strings.Count(summary.String(), "\n| note |") != 25 || !strings.Contains(summary.String(), `a\|b`) {
		t.Errorf("%s\n%s", out.String(), summary.String())
	}
}

func TestColor(t *testing.T) {
	var b bytes.Buffer
	if err := (diag.Printer{Color: true}).Write(&b, cases[:1]); err != nil || !strings.Contains(b.String(), "3:7: \x1b[1;31merror:\x1b[0m when") {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := (diag.Printer{Format: "xml", Version: ""}).Write(&bytes.Buffer{}, nil); err == nil {
		t.Error("xml is written")
	}
}

func TestPosition(t *testing.T) {
	src := []byte("äb\r\nc")
	for offset, want := range map[int][2]int{0: {1, 1}, 2: {1, 2}, 3: {1, 3}, 5: {2, 1}, 6: {2, 2}, 99: {2, 2}, -1: {1, 1}} {
		if l, c := diag.Position(src, offset); [2]int{l, c} != want {
			t.Errorf("offset %d is %d:%d, want %v", offset, l, c, want)
		}
	}
}

func TestSort(t *testing.T) {
	ds := []diag.Diagnostic{cases[3], cases[0], cases[1], cases[2]}
	diag.Sort(ds)
	for i, want := range []int{2, 3, 1, 0} {
		if ds[i] != cases[want] {
			t.Errorf("place %d is %v", i, ds[i])
		}
	}
}

var update = flag.Bool("update", false, "write the table of codes into docs/checks.md")

// docs/checks.md is the table of codes in prose; it may not fall behind.
func TestCodesAreDocumented(t *testing.T) {
	const path, mark = "../../docs/checks.md", "| code | severity | what it means and what to do |\n|---|---|---|\n"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(b), mark)
	if !ok {
		t.Fatalf("%s has no table", path)
	}
	rest := ""
	if _, r, ok := strings.Cut(after, "\n\n"); ok {
		rest = "\n" + r
	}
	table := ""
	seen := map[diag.Code]bool{}
	for _, r := range diag.Codes() {
		if seen[r.Code] {
			t.Errorf("%s is there twice", r.Code)
		}
		seen[r.Code] = true
		table += "| `" + string(r.Code) + "` | " + string(r.Severity) + " | " + r.Doc + " |\n"
	}
	want := before + mark + table + rest
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(b) {
		t.Errorf("%s has fallen behind the table of codes: go test ./internal/diag -update", path)
	}
}
