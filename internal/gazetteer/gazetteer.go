// Package gazetteer knows the places that fasti ships with: what each is
// called in the languages of the interface, and where it lies.
//
// English and German names come from the extractor's tables, so that a place
// is called on a page as it is found in a text; the names of states in other
// languages come from CLDR, the rest and the coordinates from places.tsv
// beside this file. A place that is not here is none of its business: the
// caller shows what the article says.
package gazetteer

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"fasti/extract/lang"
	"fasti/internal/fold"
)

//go:embed places.tsv
var places string

// Place is one place.
type Place struct {
	ID      string // "cairo", "egypt": the English name in an address
	Kind    string // state, city, region, sea or river
	Country string // ISO 3166-1 alpha-2, "" if in several or none
	Point   Point
	Located bool // whether Point is known

	names map[string]string
}

// Point is where a place lies, in hundredths of a degree of WGS 84.
type Point struct {
	Lat, Lon int
}

// Name is the place's name in a language, in English where it has none there.
func (p Place) Name(language string) string {
	if n := p.names[language]; n != "" {
		return n
	}
	return p.names["en"]
}

// Gazetteer is the shipped places.
type Gazetteer struct {
	byID   map[string]*Place
	byName map[string]*Place // any name, folded as an address
}

// Load reads the tables. It fails only if a table is damaged.
func Load() (*Gazetteer, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g := &Gazetteer{byID: map[string]*Place{}, byName: map[string]*Place{}}
	states := table(pack.Table("actor/states"))
	codes := map[string]*Place{} // states by their code
	for _, r := range states {
		codes[r["id"]] = g.add("", "state", strings.ToUpper(r["id"]), r["names.en"], r["names.de"])
	}
	for _, r := range states {
		if r["seats.en"] == "" || r["seats.en"][0] == '=' {
			continue
		}
		g.seats(strings.ToUpper(r["id"]), r["seats.en"], r["seats.de"])
	}
	for _, name := range []string{"actor/cities", "actor/places"} {
		for _, r := range table(pack.Table(name)) {
			g.add(r["id"], r["kind"], r["country"], r["names.en"], r["names.de"])
		}
	}
	if err := g.locate(codes); err != nil {
		return nil, err
	}
	return g, nil
}

// Find looks a place up by its id or any of its names; case, accents and
// hyphens do not count. No gazetteer knows no place.
func (g *Gazetteer) Find(word string) (Place, bool) {
	if g == nil {
		return Place{}, false
	}
	if p := g.byID[word]; p != nil {
		return *p, true
	}
	if p := g.byName[fold.Address(word)]; p != nil {
		return *p, true
	}
	return Place{}, false
}

// add enters a place under its names, "|" between them, the first the one
// shown. A name that is another's already stays the other's.
func (g *Gazetteer) add(id, kind, country, english, german string) *Place {
	en, de := alternatives(english), alternatives(german)
	if len(en) == 0 {
		return nil
	}
	if id == "" {
		id = fold.Address(en[0])
	}
	if p := g.byID[id]; p != nil {
		return p
	}
	p := &Place{ID: id, Kind: kind, Country: country, names: map[string]string{"en": en[0]}}
	if len(de) > 0 {
		p.names["de"] = de[0]
	}
	g.byID[id] = p
	for _, n := range append(append([]string{id}, en...), de...) {
		g.call(n, p)
	}
	return p
}

// call makes a place known by a name, in both ways to write umlauts.
func (g *Gazetteer) call(name string, p *Place) {
	for _, k := range []string{fold.Address(name), fold.Address(umlauts.Replace(name))} {
		if g.byName[k] == nil {
			g.byName[k] = p
		}
	}
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// seats enters the towns of a state's government: "|" between towns, "/"
// between spellings of one; a town may say for whom else it stands.
func (g *Gazetteer) seats(country, english, german string) {
	de := towns(german)
	for i, names := range towns(english) {
		other := ""
		if i < len(de) {
			other = de[i]
		}
		// "Bogotá|Bogota" is one town in two spellings.
		if p := g.byName[fold.Address(strings.Split(names, "|")[0])]; p != nil && p.Kind == "city" {
			continue
		}
		g.add("", "city", country, names, other)
	}
}

func towns(cell string) []string {
	var out []string
	for _, n := range strings.Split(cell, "|") {
		if n == "" || n[0] == '=' {
			continue
		}
		n, _, _ = strings.Cut(n, ">")
		out = append(out, strings.ReplaceAll(n, "/", "|"))
	}
	return out
}

// alternatives are the names of a cell, without the marks of the tables.
func alternatives(cell string) []string {
	var out []string
	for _, n := range strings.Split(cell, "|") {
		if n = strings.TrimRight(strings.ReplaceAll(n, "~", ""), "?"); n != "" && n[0] != '=' {
			out = append(out, n)
		}
	}
	return out
}

// table gives the rows of a table by the names in its first.
func table(t lang.Table) []map[string]string {
	if len(t.Rows) == 0 {
		return nil
	}
	return records(t.Rows[0].Fields, t.Rows[1:])
}

func records(head []string, rows []lang.Row) []map[string]string {
	out := make([]map[string]string, 0, len(rows))
	for _, r := range rows {
		m := make(map[string]string, len(head))
		for i, name := range head {
			m[name] = r.Field(i)
		}
		out = append(out, m)
	}
	return out
}

// locate adds what places.tsv and CLDR know: the coordinates and the names in
// French and Arabic.
func (g *Gazetteer) locate(codes map[string]*Place) error {
	for code, p := range codes {
		if p == nil || strings.HasPrefix(code, "x-") {
			continue
		}
		region, err := language.ParseRegion(strings.ToUpper(code))
		if err != nil {
			continue // a code that CLDR does not know has the English name
		}
		p.names["fr"] = display.Regions(language.French).Name(region)
		p.names["ar"] = display.Regions(language.Arabic).Name(region)
	}
	var head []string
	for i, line := range strings.Split(places, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if head == nil {
			head = cells
			continue
		}
		r := records(head, []lang.Row{{Fields: cells}})[0]
		p := codes[r["id"]]
		if p == nil {
			p = g.byID[r["id"]]
		}
		if p == nil {
			return fmt.Errorf("gazetteer: places.tsv:%d: no table has a place %q", i+1, r["id"])
		}
		for _, l := range []string{"fr", "ar"} {
			if r[l] != "" {
				p.names[l] = r[l]
				g.call(r[l], p)
			}
		}
		if r["lat"] == "" {
			continue
		}
		lat, err1 := hundredths(r["lat"], 90)
		lon, err2 := hundredths(r["lon"], 180)
		if err1 != nil || err2 != nil {
			return fmt.Errorf("gazetteer: places.tsv:%d: %q, %q are no degrees", i+1, r["lat"], r["lon"])
		}
		p.Point, p.Located = Point{lat, lon}, true
	}
	return nil
}

// hundredths reads degrees with up to two decimals.
func hundredths(s string, most int) (int, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, part, _ := strings.Cut(digits, ".")
	if len(part) > 2 {
		return 0, fmt.Errorf("more than two decimals")
	}
	n, err := strconv.Atoi(whole + (part + "00")[:2])
	if err != nil || n > most*100 {
		return 0, fmt.Errorf("out of range")
	}
	if negative {
		n = -n
	}
	return n, nil
}
