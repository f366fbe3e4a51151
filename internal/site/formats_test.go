package site

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// A reader of GeoJSON that we did not write finds the events with known places
// where they happened, for the whole and for an actor.
func TestGeoJSON(t *testing.T) {
	out, _ := build(t, "en")
	files := tree(t, out)
	read := func(name string) map[string]*geojson.Feature {
		fc, err := geojson.UnmarshalFeatureCollection([]byte(files[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		by := map[string]*geojson.Feature{}
		for _, f := range fc.Features {
			id, _ := f.ID.(string)
			if by[id] = f; id == "" || f.Properties.MustString("title") == "" || f.Properties.MustString("url") == "" {
				t.Errorf("%s: feature %v says %v", name, f.ID, f.Properties)
			}
			if b := f.Geometry.Bound(); b.Min.Lat() < -90 || b.Max.Lat() > 90 || b.Min.Lon() < -180 || b.Max.Lon() > 180 {
				t.Errorf("%s: %v lies at %v", name, f.ID, b)
			}
		}
		return by
	}
	whole := read("events.geojson")
	for id, want := range map[string]orb.Geometry{
		"ae1": orb.Point{9.99, 53.55},                       // a town that fasti knows, by its German name
		"ae2": orb.MultiPoint{{9.99, 53.55}, {11.25, 55.4}}, // and a place that an editor has put down
		"ae3": orb.Point{-0.5, 51.25},                       // an event that an editor has put down
		"ae4": orb.Point{25, 35},                            // an island
	} {
		f := whole[id]
		if f == nil {
			t.Errorf("%s is missing", id)
			continue
		}
		if !orb.Equal(f.Geometry, want) {
			t.Errorf("%s lies at %v, not at %v", id, f.Geometry, want)
		}
		if area := f.Properties.MustBool("area"); area != (id == "ae4") {
			t.Errorf("%s: area %v", id, area)
		}
	}
	if whole["aa4"] != nil {
		t.Error("an event without a place has a point")
	}
	if who := read("a/tariq-al-amin/events.geojson"); len(who) != 1 || who["ae2"] == nil {
		t.Errorf("al-Amin's events: %v", who)
	}
}

// What goes to other programs is read by their own libraries, and it says what
// the pages say.
func TestForeignReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("Node and a browser take their time")
	}
	out, _ := build(t, "en")
	pages := []string{"index.html", "2031/03/index.html", "e/day/index.html", "e/range/index.html", "e/month/index.html", "a/mara-lindqvist/index.html"}
	lines := runBrowser(t, browserJob{Script: "formats.mjs", Root: out, Pages: pages})
	problems(t, lines)
	var last struct {
		Checked struct {
			FTM, JSONLD, Schema int
			Microformats        map[string][]hEntry
			TimelineJS          map[string]struct {
				Valid          bool
				Errors         []string
				Events, Slides int
			}
		}
	}
	b, err := json.Marshal(lines[len(lines)-1])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &last); err != nil {
		t.Fatal(err)
	}
	c := last.Checked
	t.Logf("%d entities, %d documents of JSON-LD", c.FTM, c.JSONLD)
	if c.FTM < 30 || c.JSONLD < 40 || c.Schema != c.JSONLD {
		t.Errorf("%d entities, %d documents, %d by the vocabulary", c.FTM, c.JSONLD, c.Schema)
	}
	if len(c.TimelineJS) != 2 {
		t.Errorf("TimelineJS read %d files", len(c.TimelineJS))
	}
	for name, x := range c.TimelineJS {
		// The first slide is the title.
		if !x.Valid || len(x.Errors) > 0 || x.Slides != x.Events+1 || x.Events == 0 {
			t.Errorf("%s: %+v", name, x)
		}
	}
	checkMicroformats(t, c.Microformats)
}

// hEntry is a microformat as the parser gives it.
type hEntry struct {
	Type                                                                    string
	Name, URL, Start, End, Location, Category, Attendee, Summary, Role, UID []string
	Children                                                                int
}

func checkMicroformats(t *testing.T, found map[string][]hEntry) {
	t.Helper()
	one := func(name string) hEntry {
		if len(found[name]) != 1 {
			t.Fatalf("%s holds %d items", name, len(found[name]))
		}
		return found[name][0]
	}
	day := one("e/day/index.html")
	if day.Type != "h-event" || !slices.Equal(day.Start, []string{"2031-03-07"}) || len(day.End) > 0 || !slices.Equal(day.Name, []string{"Lindqvist empfängt Wolter in Nordsund"}) {
		t.Errorf("the day is %+v", day)
	}
	if !slices.Equal(day.Attendee, []string{"Mara Lindqvist", "North Sound", "Jonas Wolter"}) || len(day.Summary) != 1 || !slices.Equal(day.Location, []string{"North Sound", "Alte Werft"}) || !slices.Equal(day.Category, []string{"talks"}) {
		t.Errorf("the day has %+v", day)
	}
	if want := []string{"https://example.org/sound/e/day/index.html"}; !slices.Equal(day.URL, want) {
		t.Errorf("the day is at %v", day.URL)
	}
	if x := one("e/range/index.html"); !slices.Equal(x.Start, []string{"2031-03-10"}) || !slices.Equal(x.End, []string{"2031-03-13"}) {
		t.Errorf("the strike is from %v to %v", x.Start, x.End)
	}
	if x := one("e/month/index.html"); !slices.Equal(x.Start, []string{"2031-03"}) {
		t.Errorf("a month became %v", x.Start)
	}
	if x := one("a/mara-lindqvist/index.html"); x.Type != "h-card" || !slices.Equal(x.Name, []string{"Mara Lindqvist"}) || x.Children < 20 {
		t.Errorf("the actor is %+v", x)
	}
	for _, x := range found["2031/03/index.html"] {
		if x.Type != "h-event" || len(x.Name) != 1 || len(x.URL) != 1 || len(x.Start) != 1 && x.Name[0] != "Übergabe des Entwurfs" {
			t.Errorf("in the list: %+v", x)
		}
	}
	if n := len(found["2031/03/index.html"]); n != 7 {
		t.Errorf("the month lists %d events for machines", n)
	}
}
