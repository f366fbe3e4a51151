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
	for _, id := range []string{"aa3", "aa6", "aa9", "ab3", "ab5"} {
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
	for _, name := range []string{"feed.xml", "feed.json", "a/mara-lindqvist/feed.xml"} {
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

// Every page keeps to its budget of bytes over the wire.
func TestBudgets(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	fonts, scripts := 0, 0
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
