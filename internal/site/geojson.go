package site

import (
	"encoding/json"

	"fasti/internal/ledger"
)

// geoFeature is an event of a GeoJSON file (RFC 7946): a point for each of its
// places that are known, longitude first.
type geoFeature struct {
	Type       string        `json:"type"`
	ID         string        `json:"id"`
	Geometry   geoGeometry   `json:"geometry"`
	Properties geoProperties `json:"properties"`
}

type geoGeometry struct {
	Type        string `json:"type"` // Point or MultiPoint
	Coordinates any    `json:"coordinates"`
}

type geoProperties struct {
	Title  string   `json:"title"`
	Lang   string   `json:"lang,omitempty"`
	When   string   `json:"when"` // EDTF
	Label  string   `json:"label"`
	Start  string   `json:"start,omitempty"` // first and last day that the date allows
	End    string   `json:"end,omitempty"`
	Kind   string   `json:"kind,omitempty"`
	Status string   `json:"status"`
	Review string   `json:"review"`
	Actors []string `json:"actors"` // ids
	Places []string `json:"places"` // names of those that the points stand for
	Area   bool     `json:"area"`   // a point is the middle of a state or region
	Quote  string   `json:"quote,omitempty"`
	URL    string   `json:"url"`
}

// geoNote says in every file where its points come from.
const geoNote = "Points are those of the towns, or of the middle of states and regions (area: true), that the reports name, from fasti's own table (rounded to 0.01 and 1 degree) or from the editors of this site."

// geoLayout is the events whose places are known.
func (t *timeline) geoLayout(path string) layout {
	note, err := json.Marshal(geoNote)
	if err != nil { // a string always marshals
		note = []byte(`""`)
	}
	head := `{"type":"FeatureCollection","note":` + string(note) + `,"features":[`
	return layout{head: []byte(head), between: ",", tail: "\n]}\n", piece: func(e *event) []byte {
		f, ok := t.feature(e, path)
		if !ok {
			return nil
		}
		return jsonLine(f)
	}}
}

func (t *timeline) feature(e *event, path string) (geoFeature, bool) {
	points, names, area := t.points(e)
	if len(points) == 0 {
		return geoFeature{}, false
	}
	r := t.record(e, path)
	f := geoFeature{Type: "Feature", ID: e.ID, Geometry: geoGeometry{Type: "Point", Coordinates: points[0]}}
	if len(points) > 1 {
		f.Geometry = geoGeometry{Type: "MultiPoint", Coordinates: points}
	}
	f.Properties = geoProperties{
		Title: r.Title, Lang: r.Lang, When: r.When, Label: r.Label, Kind: r.Kind, Status: r.Status, Review: r.Review,
		Actors: []string{}, Places: names, Area: area, URL: r.URL,
	}
	f.Properties.Start, f.Properties.End = bounds(e)
	for _, a := range r.Actors {
		f.Properties.Actors = append(f.Properties.Actors, a.ID)
	}
	if len(e.Sources) > 0 {
		f.Properties.Quote = t.prose(e.Sources[0])
	}
	return f, true
}

// points are where an event happened, in the order of GeoJSON, each once, and
// the names of the places that they stand for.
func (t *timeline) points(e *event) (points [][2]float64, names []string, area bool) {
	names = []string{}
	add := func(at *ledger.Geo) {
		p := [2]float64{at.Lon, at.Lat}
		for _, had := range points {
			if had == p {
				return
			}
		}
		points = append(points, p)
	}
	for _, p := range e.Places {
		g := t.place(p)
		if e.Geo == nil && g.at == nil {
			continue
		}
		names = append(names, g.name)
		if e.Geo == nil {
			area = area || g.area
			add(g.at)
		}
	}
	if e.Geo != nil { // an editor knows better
		add(e.Geo)
	}
	return points, names, area
}

// spot is the one point where an event happened, nil if that is not known or
// it was in several places.
func (t *timeline) spot(e *event) *ledger.Geo {
	if points, _, area := t.points(e); len(points) == 1 && !area {
		return &ledger.Geo{Lat: points[0][1], Lon: points[0][0]}
	}
	return nil
}

// bounds are the first and the last day that an event's date allows, "" where
// it allows any.
func bounds(e *event) (start, end string) {
	if d, ok := e.When.Earliest(); ok {
		start = d.String()
	}
	if d, ok := e.When.Latest(); ok {
		end = d.String()
	}
	return start, end
}
