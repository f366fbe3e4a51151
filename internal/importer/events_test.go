package importer_test

import (
	"strings"
	"testing"

	"fasti/internal/importer"
)

// show prints an event on one line.
func line(e importer.Event) string {
	return strings.Join([]string{e.When, e.Title, e.Kind, e.Status, e.Place, e.Text, e.Link}, "|")
}

// TestEvents: the same two events in every form in which people keep lists.
func TestEvents(t *testing.T) {
	im := newImporter(t)
	for name, c := range map[string]struct{ list, want string }{
		"a.csv":         {"Date,End,Title,Description,Place,Link,Kind\n2031-02-05,,Council votes,By eleven to four,Low Marsh,https://post.example/1,court\n3 October 2029,2029-10-05,Storm,,,,\n", "2031-02-05|Council votes|court||Low Marsh|By eleven to four|https://post.example/1\n2029-10-03/2029-10-05|Storm|||||"},
		"b.csv":         {"Datum;Ereignis;Ort\n05.02.2031;Rat beschließt;Hohenau\nOktober 2029;Sturm;\n", "2031-02-05|Rat beschließt|||Hohenau||\n2029-10|Sturm|||||"},
		"c.tsv":         {"when\ttitle\n2031-02-05\tCouncil votes\n1911~\tPier built\n", "2031-02-05|Council votes|||||\n1911~|Pier built|||||"},
		"sheet.csv":     {"Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media\n2031,2,5,,,,,,,Council votes,By eleven to four,https://post.example/a.jpg\n-43,3,15,,,,,,,Ides,,\n2029,10,3,,2029,10,5,,,Storm,,\n", "2031-02-05|Council votes||||By eleven to four|https://post.example/a.jpg\n-0043-03-15|Ides|||||\n2029-10-03/2029-10-05|Storm|||||"},
		"d.md":          {"# Chronicle\n\n| Date | Event |\n|---|:--|\n| 5 February 2031 | Council votes \\| closes gate |\n| 2029-10 | Storm |\n\nA word.\n", "2031-02-05|Council votes | closes gate|||||\n2029-10|Storm|||||"},
		"timeline.json": {`{"title":{},"events":[{"start_date":{"year":"2031","month":"2","day":"5"},"text":{"headline":"<b>Council</b> votes","text":"<p>By eleven to four</p>"},"media":{"url":"https://post.example/a.jpg"}},{"start_date":{"year":2029,"month":10},"text":{"headline":"Storm"}}]}`, "2031-02-05|Council votes||||By eleven to four|https://post.example/a.jpg\n2029-10|Storm|||||"},
		"e.mw":          {"title: Marsh\n\n# The gate\n2031-02-05: Council votes #council\nBy eleven to four\n\n2029-10-03/2029-10-05: Storm\n", "2031-02-05|Council votes||||By eleven to four|\n2029-10-03/2029-10-05|Storm|||||"},
		"slide.csv":     {"Year,Month,Day,End Year,End Month,End Day,Headline,Text,Media,Type\n,,,,,,The marsh,All of it,,title\n2031,2,5,,,,Council votes,,,\n", "2031-02-05|Council votes|||||"},
		"marked.md":     {"| Datum | Ereignis | Quelle |\n|---|---|---|\n| 5. Februar 2031 | Rat **beschließt** | [Bericht](https://blatt.example/1) |\n", "2031-02-05|Rat beschließt|||||https://blatt.example/1"},
		"years.md":      {"| Jahr | Was geschah |\n|---|---|\n| 1914–1918 | Krieg |\n| 1920-1922 | Neubau |\n", "1914/1918|Krieg|||||\n1920/1922|Neubau|||||"},
		"text.csv":      {"Datum;Beschreibung\n5.2.2031;Rat beschließt\n", "2031-02-05|Rat beschließt|||||"},
		"us.mw":         {"title: Marsh\n\nsection Gate\n02/05/2031 - 02/07/2031: Council sits\nendSection\nMay 3 1962: Gate built\n2031-02-05T18:00:00Z: Vote\n", "2031-02-05/2031-02-07|Council sits|||||\n1962-05-03|Gate built|||||\n2031-02-05T18:00:00Z|Vote|||||"},
		"eu.mw":         {"dateFormat: d/M/yyyy\n\n05/02/2031: Council votes\n// a remark\nBy eleven to four\n", "2031-02-05|Council votes||||By eleven to four|"},
		"f.ics":         {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20291003\r\nDTEND;VALUE=DATE:20291006\r\nSUMMARY:Storm\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20310205T180000Z\r\nSUMMARY:Council votes\r\nLOCATION:Low Marsh\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "2029-10-03/2029-10-05|Storm|||||\n2031-02-05|Council votes||cancelled|Low Marsh||"},
	} {
		all, notes, err := im.Events([]byte(c.list), name)
		var got []string
		for _, e := range all {
			got = append(got, line(e))
		}
		if s := strings.Join(got, "\n"); err != nil || s != c.want {
			t.Errorf("%s: got\n%s\n%v %q\nwant\n%s", name, s, err, notes, c.want)
		}
	}
}

// What cannot be read is said, not guessed.
func TestEventsDoubtful(t *testing.T) {
	im := newImporter(t)
	all, notes, err := im.Events([]byte("date,title\n31.2.2030,Nothing\n2031-02-05,\nsoon,Something\n"), "a.csv")
	if err != nil || len(all) != 2 || all[0].When != "" || len(notes) != 2 {
		t.Errorf("%+v %q %v", all, notes, err)
	}
	for _, list := range []string{"a,b\n1,2\n", "Only words.\n", "", "BEGIN:VCALENDAR\nnothing", `{"events": 3}`} {
		if all, _, err := im.Events([]byte(list), "a.csv"); err == nil {
			t.Errorf("%q gives %+v", list, all)
		}
	}
}

func TestEventFile(t *testing.T) {
	e := importer.Event{Title: "Storm: the pier goes", When: "2029-10-03/2029-10-05", Kind: "weather", Status: "happened", Place: "Low Marsh", Text: "It took the roof too.", Link: "https://post.example/1"}
	if p := e.Path(); p != "content/events/2029/2029-10-03-storm-the-pier-goes.md" {
		t.Error(p)
	}
	want := "---\ntitle: \"Storm: the pier goes\"\nwhen: \"2029-10-03/2029-10-05\"\nstatus: happened\nplaces:\n  - Low Marsh\n---\n\nIt took the roof too.\n\nkind: weather\n\n<https://post.example/1>\n"
	if got := string(e.File([]string{"disaster"}, []string{"happened"})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p := (importer.Event{Title: "../../x", When: "-0043"}).Path(); p != "content/events/undated/x.md" {
		t.Error(p)
	}
}
