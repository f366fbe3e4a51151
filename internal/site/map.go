package site

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"fasti/internal/ledger"
)

// Map is where the events of a page happened, drawn at build time, and the same
// as a table.
type Map struct {
	Title string   `json:"title"`
	Alt   string   `json:"alt"`
	Land  string   `json:"land"` // a path in a field of 1000 by 500
	Lines []string `json:"lines"`
	Small bool     `json:"small"` // it has little room: larger marks, fewer names
	Dots  []MapDot `json:"dots"`
	Rows  []Link   `json:"rows"`
}

// MapDot is a place, or several that lie too near to each other to be drawn
// apart.
type MapDot struct {
	X     int64  `json:"x"`
	Y     int64  `json:"y"`
	R     int64  `json:"r"`
	Text  string `json:"text"`  // the name beside it; "" if there is no room
	End   bool   `json:"end"`   // the name stands before it
	Title string `json:"title"` // "Cairo: 3 events"
	Href  string `json:"href"`
	Area  bool   `json:"area"` // the middle of a state or region
}

// located is a place with how many of some events happened there.
type located struct {
	*group
	n int
}

// whereabouts counts events by their places that are known, the most first.
func (t *timeline) whereabouts(events []*event) []located {
	counts := map[*group]int{}
	for _, e := range events {
		for _, p := range e.Places {
			if g := t.placeOf[p]; g != nil && g.at != nil {
				counts[g]++
			}
		}
		if e.Geo != nil && len(e.Places) == 0 {
			counts[&group{id: e.ID, name: coordinates(t.words, e.Geo), at: e.Geo, path: e.path}]++
		}
	}
	var out []located
	for g, n := range counts {
		out = append(out, located{g, n})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].n != out[j].n {
			return out[i].n > out[j].n
		}
		return out[i].id < out[j].id
	})
	return out
}

func onMap(at *ledger.Geo) spot2 { return spot2{int64(at.Lon * 100), int64(at.Lat * 100)} }

// mapOf draws the places of some events; nil if none is known.
func (t *timeline) mapOf(events []*event, from string, small bool) *Map {
	places := t.whereabouts(events)
	if len(places) == 0 {
		return nil
	}
	points := make([]spot2, len(places))
	for i, p := range places {
		points[i] = onMap(p.at)
	}
	f := frameOf(points)
	m := &Map{Title: t.words.say("map_title"), Land: t.outline(f), Small: small}
	m.Lines = f.graticule()
	m.Dots = t.mapDots(places, f, from, small)
	for _, p := range places {
		m.Rows = append(m.Rows, Link{Href: rel(from, p.path), Text: p.name, Note: joinNonEmpty(" · ", t.words.count("events", p.n), mapKind(t.words, p.group))})
	}
	m.Alt = t.words.count("map_alt", len(places), "place", places[0].name)
	return m
}

// outline is the land within a frame. Events of one place share it.
func (t *timeline) outline(f frame) string {
	if t.outlines == nil {
		t.outlines = map[frame]string{}
	}
	if _, ok := t.outlines[f]; !ok {
		t.outlines[f] = f.outline()
	}
	return t.outlines[f]
}

// mapKind says that a point stands for a whole state or region, else where it
// lies.
func mapKind(w *words, g *group) string {
	if g.area {
		return w.say("map_area")
	}
	return coordinates(w, g.at)
}

// mapNear is how near two dots lie that are drawn as one.
const mapNear = 28

// mapDots puts the places onto a map: the ones with most events first, and what
// lies too near to one of them into it.
func (t *timeline) mapDots(places []located, f frame, from string, small bool) []MapDot {
	near, scale, letter := int64(mapNear), int64(2), int64(19) // as wide as a letter is on a phone
	if small {
		near, scale, letter = 2*mapNear, 3, 25
	}
	var out []MapDot
	var inside [][]located
	for _, p := range places {
		at := f.place(onMap(p.at))
		i := 0
		for ; i < len(out); i++ {
			if dx, dy := out[i].X-at.x, out[i].Y-at.y; dx*dx+dy*dy < near*near {
				break
			}
		}
		if i == len(out) {
			out, inside = append(out, MapDot{X: at.x, Y: at.y, Href: rel(from, p.path), Area: p.area}), append(inside, nil)
		}
		inside[i] = append(inside[i], p)
	}
	for i := range out {
		n := 0
		var names []string
		for _, p := range inside[i] {
			n += p.n
			names = append(names, t.words.say("claim_who", "x", p.name, "who", t.words.count("events", p.n)))
		}
		out[i].Title = strings.Join(names, "; ")
		out[i].R = (7 + min(int64(isqrt(n))*3, 20)) * scale / 2
		if i < mapNames {
			out[i].Text = inside[i][0].name
			if k := len(inside[i]) - 1; k > 0 {
				out[i].Text += " +" + strconv.Itoa(k)
			}
		}
	}
	free(out, letter)
	return out
}

// mapNames is how many dots may have their names beside them.
const mapNames = 14

// free puts each name beside its mark where it lies upon nothing else, and takes
// it away where there is no such side.
func free(dots []MapDot, letter int64) {
	type box struct{ x0, y0, x1, y1 int64 }
	var taken []box
	for _, d := range dots {
		taken = append(taken, box{d.X - d.R, d.Y - d.R, d.X + d.R, d.Y + d.R})
	}
	for i := range dots {
		d := &dots[i]
		if d.Text == "" {
			continue
		}
		wide := int64(len([]rune(d.Text))) * letter
		sides := []box{{d.X + d.R + 4, d.Y - letter, d.X + d.R + 4 + wide, d.Y + letter}, {d.X - d.R - 4 - wide, d.Y - letter, d.X - d.R - 4, d.Y + letter}}
		side := slices.IndexFunc(sides, func(b box) bool {
			return b.x0 >= 0 && b.x1 <= mapWidth && !slices.ContainsFunc(taken, func(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 })
		})
		if side < 0 {
			d.Text = ""
			continue
		}
		d.End = side == 1
		taken = append(taken, sides[side])
	}
}

func isqrt(n int) int {
	r := 0
	for (r+1)*(r+1) <= n {
		r++
	}
	return r
}

// graticule is the parallels and meridians within the frame as paths.
func (f frame) graticule() []string {
	step := int64(9000)
	for _, s := range []int64{100, 200, 500, 1000, 2000, 3000} {
		if (f.east-f.west)/s <= 8 {
			step = s
			break
		}
	}
	var out []string
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	for x := ceilTo(f.west, step); x <= f.east; x += step {
		out = append(out, "M"+n(f.place(spot2{x, 0}).x)+" 0V"+n(mapHeight))
	}
	for y := ceilTo(f.south, step); y <= f.north; y += step {
		out = append(out, "M0 "+n(f.place(spot2{0, y}).y)+"H"+n(mapWidth))
	}
	return out
}

func ceilTo(v, step int64) int64 {
	r := v / step * step
	if r < v {
		r += step
	}
	return r
}
