package site

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// landText is the outline of the land, by Natural Earth at 1:110 million, which
// is in the public domain (naturalearthdata.com): a ring a line, the first point
// and the steps from each to the next, in hundredths of a degree, east and north.
//
//go:embed outline/land.txt
var landText string

// spot2 is a point in hundredths of a degree, or of a map's own units.
type spot2 struct{ x, y int64 }

// land gives the rings, read once.
var land = sync.OnceValue(func() [][]spot2 {
	var out [][]spot2
	for line := range strings.Lines(landText) {
		var ring []spot2
		var at spot2
		fields := strings.Fields(line)
		for i := 0; i+1 < len(fields); i += 2 {
			dx, _ := strconv.ParseInt(fields[i], 10, 64) // the file is tested
			dy, _ := strconv.ParseInt(fields[i+1], 10, 64)
			at = spot2{at.x + dx, at.y + dy}
			ring = append(ring, at)
		}
		out = append(out, unwound(ring))
	}
	return out
})

// unwound is a ring without the jump from one edge of the world to the other:
// beyond the 180th meridian its points count on. One that goes all around the
// earth, as Antarctica does, is closed by the pole.
func unwound(ring []spot2) []spot2 {
	out := make([]spot2, 0, len(ring)+2)
	shift := int64(0)
	for i, p := range ring {
		if i > 0 {
			switch step := p.x - ring[i-1].x; {
			case step > 18000:
				shift -= 36000
			case step < -18000:
				shift += 36000
			}
		}
		out = append(out, spot2{p.x + shift, p.y})
	}
	if first, last := out[0], out[len(out)-1]; last.x-first.x > 18000 || first.x-last.x > 18000 {
		out = append(out, spot2{last.x, -9000}, spot2{first.x, -9000})
	}
	return out
}

// The size of a map in its own units, and the least stretch that it shows: the
// outline is too coarse for less.
const (
	mapWidth  = 1000
	mapHeight = 500
	mapLeast  = 1400 // hundredths of a degree from west to east
)

// frame is the part of the earth that a map shows, and how it lies on it: an
// equirectangular projection that is true at the middle parallel.
type frame struct {
	west, south, east, north int64
}

// frameOf is the frame around some points.
func frameOf(points []spot2) frame {
	f := frame{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, p := range points {
		f.west, f.east = min(f.west, p.x), max(f.east, p.x)
		f.south, f.north = min(f.south, p.y), max(f.north, p.y)
	}
	wide, tall := (f.east-f.west)*5/4+400, (f.north-f.south)*5/4+400
	// A degree of longitude is as long as the cosine of the latitude says.
	k := shrink((f.south + f.north) / 2)
	wide = max(wide, mapLeast, tall*mapWidth/mapHeight*1000/k)
	if wide > 34000 {
		return frame{-18000, -6000, 18000, 8400}
	}
	tall = wide * k / 1000 * mapHeight / mapWidth
	x, y := (f.west+f.east)/2, (f.south+f.north)/2
	return frame{x - wide/2, y - tall/2, x + wide/2, y + tall/2}
}

// shrink is the cosine of a latitude in thousandths.
func shrink(lat int64) int64 {
	lat = max(-7500, min(lat, 7500))
	return int64(math.Round(1000 * math.Cos(float64(lat)/100*math.Pi/180)))
}

// place puts a point onto the map.
func (f frame) place(p spot2) spot2 {
	return spot2{(p.x - f.west) * mapWidth / (f.east - f.west), (f.north - p.y) * mapHeight / (f.north - f.south)}
}

// outline is the land within the frame as the path of a drawing.
func (f frame) outline() string {
	var b strings.Builder
	for _, ring := range f.rings() {
		drawn := make([]spot2, 0, len(ring))
		for _, p := range ring {
			drawn = append(drawn, f.place(p))
		}
		drawn = coarse(drawn)
		if len(drawn) < 3 {
			continue
		}
		at := drawn[0]
		fmt.Fprintf(&b, "M%d %dl", at.x, at.y)
		for i, p := range drawn[1:] {
			if i > 0 && p.x-at.x >= 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%d", p.x-at.x)
			if p.y-at.y >= 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%d", p.y-at.y)
			at = p
		}
		b.WriteByte('z')
	}
	return b.String()
}

// rings are the parts of the land that lie within the frame, or just outside of
// it, so that no coast is drawn along its edge.
func (f frame) rings() [][]spot2 {
	wide, tall := (f.east-f.west)/50, (f.north-f.south)/50
	around := frame{f.west - wide, f.south - tall, f.east + wide, f.north + tall}
	var out [][]spot2
	for _, ring := range land() {
		for _, turn := range []int64{-36000, 0, 36000} {
			moved := ring
			if turn != 0 {
				moved = make([]spot2, len(ring))
				for i, p := range ring {
					moved[i] = spot2{p.x + turn, p.y}
				}
			}
			if part := around.clip(moved); len(part) >= 3 {
				out = append(out, part)
			}
		}
	}
	return out
}

// clip cuts a ring at the edges of the frame, one after the other.
func (f frame) clip(ring []spot2) []spot2 {
	edges := []struct {
		inside func(spot2) bool
		meet   func(a, b spot2) spot2
	}{
		{func(p spot2) bool { return p.x >= f.west }, func(a, b spot2) spot2 { return spot2{f.west, a.y + (b.y-a.y)*(f.west-a.x)/(b.x-a.x)} }},
		{func(p spot2) bool { return p.x <= f.east }, func(a, b spot2) spot2 { return spot2{f.east, a.y + (b.y-a.y)*(f.east-a.x)/(b.x-a.x)} }},
		{func(p spot2) bool { return p.y >= f.south }, func(a, b spot2) spot2 { return spot2{a.x + (b.x-a.x)*(f.south-a.y)/(b.y-a.y), f.south} }},
		{func(p spot2) bool { return p.y <= f.north }, func(a, b spot2) spot2 { return spot2{a.x + (b.x-a.x)*(f.north-a.y)/(b.y-a.y), f.north} }},
	}
	for _, e := range edges {
		var out []spot2
		for i, p := range ring {
			before := ring[(i+len(ring)-1)%len(ring)]
			switch in, was := e.inside(p), e.inside(before); {
			case in && was:
				out = append(out, p)
			case in:
				out = append(out, e.meet(before, p), p)
			case was:
				out = append(out, e.meet(before, p))
			}
		}
		if ring = out; len(ring) == 0 {
			return nil
		}
	}
	return ring
}

// coarse leaves out the points of a ring that nobody would miss: those less than
// two units beside the line between their neighbours.
func coarse(ring []spot2) []spot2 {
	keep := make([]bool, len(ring))
	keep[0] = true
	var split func(i, j int)
	split = func(i, j int) {
		a, b := ring[i], ring[j%len(ring)]
		far, at := int64(0), -1
		for k := i + 1; k < j; k++ {
			p := ring[k]
			dx, dy := b.x-a.x, b.y-a.y
			var off int64
			if length := dx*dx + dy*dy; length == 0 {
				off = (p.x-a.x)*(p.x-a.x) + (p.y-a.y)*(p.y-a.y)
			} else {
				cross := dx*(p.y-a.y) - dy*(p.x-a.x)
				off = cross * cross / length
			}
			if off > far {
				far, at = off, k
			}
		}
		if far >= 4 {
			keep[at] = true
			split(i, at)
			split(at, j)
		}
	}
	split(0, len(ring))
	var out []spot2
	for i, p := range ring {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}
