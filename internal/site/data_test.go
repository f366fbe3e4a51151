package site

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed"
)

// A parser that we did not write reads the calendar back.
func TestCalendar(t *testing.T) {
	out, _ := build(t, "en")
	text := tree(t, out)["events.ics"]
	for i, line := range strings.SplitAfter(text, "\r\n") {
		if len(line) > 77 {
			t.Errorf("line %d has %d bytes", i+1, len(line))
		}
		if strings.Contains(strings.TrimSuffix(line, "\r\n"), "\n") || strings.Contains(strings.TrimSuffix(line, "\r\n"), "\r") {
			t.Errorf("line %d has a bare line break", i+1)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]*ics.VEvent{}
	for _, e := range cal.Events() {
		by[e.Id()] = e
		for _, p := range []ics.ComponentProperty{ics.ComponentPropertyDtstamp, ics.ComponentPropertySummary, ics.ComponentPropertyDtStart, ics.ComponentPropertyDtEnd} {
			if e.GetProperty(p) == nil {
				t.Errorf("%s has no %s", e.Id(), p)
			}
		}
	}
	r := by["aa2@example.org"]
	if r == nil {
		t.Fatalf("no strike among %d events", len(by))
	}
	if a, b := r.GetProperty(ics.ComponentPropertyDtStart).Value, r.GetProperty(ics.ComponentPropertyDtEnd).Value; a != "20310310" || b != "20310314" {
		t.Errorf("a strike from 10 to 13 March is from %s to before %s", a, b)
	}
	if s := by["ab1@example.org"].GetProperty(ics.ComponentPropertyStatus).Value; s != "TENTATIVE" {
		t.Errorf("a planned event is %s", s)
	}
	if s := by["ab2@example.org"].GetProperty(ics.ComponentPropertyStatus).Value; s != "CANCELLED" {
		t.Errorf("a cancelled event is %s", s)
	}
	if a, b := by["aa6@example.org"].GetProperty(ics.ComponentPropertyDtStart).Value, by["aa6@example.org"].GetProperty(ics.ComponentPropertyDtEnd).Value; a != "20310324" || b != "20310327" {
		t.Errorf("one of the days from 24 to 26 March is from %s to before %s", a, b)
	}
	if note := by["aa6@example.org"].GetProperty(ics.ComponentPropertyDescription); note == nil || !strings.Contains(note.Value, "on which of these days") {
		t.Errorf("no note says that it was one of these days: %v", note)
	}
	for _, id := range []string{"aa3", "aa9", "ab3", "ab5"} {
		if by[id+"@example.org"] != nil {
			t.Errorf("%s has no day and stands in the calendar", id)
		}
	}
	if got := by["ab6@example.org"].GetProperty(ics.ComponentPropertySummary).Value; !strings.Contains(got, "<script>") {
		t.Errorf("title came back as %q", got)
	}
}

func TestFeeds(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	changes, err := gofeed.NewParser().ParseString(files["changes.xml"])
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, x := range changes.Items {
		if x.Link == "" || x.GUID == "" {
			t.Errorf("changes.xml: %+v", x)
		}
		said = append(said, x.Updated[:10]+" "+x.Title+" | "+x.Description)
	}
	if got, want := strings.Join(said, "\n"), strings.Join([]string{
		"2031-04-05 Withdrawn: Gone | its last report is gone",
		"2031-04-04 Merged: Joined | into “Lindqvist empfängt Wolter in Nordsund”",
		"2031-04-03 Corrected: Lindqvist empfängt Wolter in Nordsund | date: “8 Mar 2031” became “7 Mar 2031”. two reports agree",
		"2031-04-01 New: Lindqvist empfängt Wolter in Nordsund | ",
	}, "\n"); got != want {
		t.Errorf("changes.xml:\n%s\nwant\n%s", got, want)
	}
	for _, name := range []string{"feed.xml", "feed.json", "a/mara-lindqvist/feed.xml", "a/mara-lindqvist/feed.json"} {
		f, err := gofeed.NewParser().ParseString(files[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		ids := map[string]bool{}
		for _, x := range f.Items {
			if x.GUID == "" || ids[x.GUID] || x.Link == "" || x.UpdatedParsed == nil {
				t.Errorf("%s: entry %+v", name, x)
			}
			ids[x.GUID] = true
		}
		if len(f.Items) == 0 || !strings.Contains(f.Items[0].Title, "Lindqvist empfängt Wolter") {
			t.Errorf("%s: the corrected event is not the first", name)
		}
	}
}

func TestTables(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	var records []Record
	if err := json.Unmarshal([]byte(files["events.json"]), &records); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(files["events.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(records)+1 || len(records) < 20 {
		t.Errorf("%d rows, %d records", len(rows), len(records))
	}
	for i, r := range records {
		if rows[i+1][0] != r.ID {
			t.Errorf("row %d is %s, record %s", i+1, rows[i+1][0], r.ID)
		}
	}
	if inert("=SUM(A1)") != "'=SUM(A1)" || inert("7 March") != "7 March" {
		t.Error("formulas are not made inert")
	}
	for name, text := range files {
		if strings.HasSuffix(name, "event.json") && !json.Valid([]byte(text)) {
			t.Errorf("%s is no JSON", name)
		}
	}
}

// The entities name only entities that are there, and nothing is dated more
// exactly than the reports are.
func TestOtherFormats(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	ids := map[string]bool{}
	var entities []ftm
	for line := range strings.Lines(files["ftm.json"]) {
		var e ftm
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		ids[e.ID] = true
		entities = append(entities, e)
	}
	for _, e := range entities {
		for _, id := range e.Properties["involved"] {
			if !ids[id] {
				t.Errorf("%s involves %s, who is not there", e.ID, id)
			}
		}
		if e.ID == "fasti-e-aa3" && e.Properties["startDate"][0] != "2031-03" {
			t.Errorf("a month became %v", e.Properties["startDate"])
		}
		if e.ID == "fasti-e-aa6" && e.Properties["startDate"] != nil {
			t.Errorf("one of several days became %v", e.Properties["startDate"])
		}
	}
	var tl struct {
		Events []struct {
			Start   tlDate `json:"start_date"`
			End     tlDate `json:"end_date"`
			Display string `json:"display_date"`
			Text    struct{ Headline string }
			ID      string `json:"unique_id"`
		}
	}
	if err := json.Unmarshal([]byte(files["timelinejs.json"]), &tl); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range tl.Events {
		seen[e.ID] = true
		switch {
		case e.ID == "aa2" && (e.Start != tlDate{"2031", "3", "10"} || e.End != tlDate{"2031", "3", "13"}):
			t.Errorf("the strike is from %v to %v", e.Start, e.End)
		case e.ID == "aa9" && e.Start != tlDate{Year: "2031"}:
			t.Errorf("a year became %v", e.Start)
		case strings.Contains(e.Text.Headline, "<"):
			t.Errorf("%s: markup in %q", e.ID, e.Text.Headline)
		}
	}
	if !seen["aa2"] || !seen["aa9"] || !seen["ab6"] {
		t.Error("events are missing")
	}
}

// Every page keeps to its budget of bytes over the wire.
func TestBudgets(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	fonts, rare, scripts := 0, 0, 0
	for name, text := range files {
		n := zipped(t, text)
		limit := 0
		switch {
		case name == "index.html":
			limit = 30 << 10
		case strings.HasPrefix(name, "e/") && strings.HasSuffix(name, ".html"):
			limit = 15 << 10
		case strings.HasPrefix(name, "a/") && strings.HasSuffix(name, ".html"):
			limit = 20 << 10
		case name == "assets/site.css":
			limit = 10 << 10
		case strings.HasPrefix(name, "assets/") && strings.HasSuffix(name, ".js"):
			scripts += n
		case strings.HasSuffix(name, "-ext.woff2"): // loaded only where their letters are
			rare += len(text)
		case strings.HasSuffix(name, ".woff2"):
			fonts += len(text)
		}
		if limit > 0 && n > limit {
			t.Errorf("%s has %d bytes, %d are allowed", name, n, limit)
		}
	}
	if scripts > 6<<10 || scripts == 0 {
		t.Errorf("scripts have %d bytes", scripts)
	}
	if rare > 40<<10 || rare == 0 {
		t.Errorf("fonts of rare letters have %d bytes", rare)
	}
	if fonts > 140<<10 || fonts == 0 {
		t.Errorf("fonts have %d bytes", fonts)
	}
	t.Logf("home %d, event %d, actor %d, css %d, scripts %d, fonts %d", zipped(t, files["index.html"]), zipped(t, files["e/day/index.html"]), zipped(t, files["a/mara-lindqvist/index.html"]), zipped(t, files["assets/site.css"]), scripts, fonts)
}

func zipped(t *testing.T, s string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
