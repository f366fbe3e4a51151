package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/lang"
)

// entry is an actor that the tables or the site know.
type entry struct {
	id      string // the site's or the tables', see Actor.Known
	name    string
	kind    Kind
	country string
	typ     NameType
	seat    int32 // of a capital: the entry of its state; else -1
	site    bool  // the site's own
	company bool
	class   string // of a body: what takes it up, see bodywords
	shipped string // of the site's own: the tables' id of the same actor, if there is one
	adj     string // the first adjective of a state
	slug    string // an id that is the same in every language: of the English name
	not     []string
}

// sense is what a form of the dictionary says.
type sense struct {
	entry int32
	form  Form
	base  string // the name without its endings
	local bool   // other states have one of that name too
	weak  bool   // also a common word or a person's name: needs the tagger's word
}

// dict is the dictionary of one language.
type dict struct {
	entries []entry
	forms   map[string]sense
	longest map[string]int // first word -> bytes of the longest form that begins with it
	byID    map[string]int32
	seats   map[int32]string // capitals that stand for another than their state
	endings endings
	lang    string
}

func newDict(pack *lang.Pack, known []Known) (*dict, error) {
	e, err := readEndings(pack)
	if err != nil {
		return nil, err
	}
	d := &dict{forms: map[string]sense{}, longest: map[string]int{}, byID: map[string]int32{}, seats: map[int32]string{}, endings: e, lang: pack.Lang}
	d.addKnown(known)
	d.addStates(pack)
	for _, table := range []string{"bodies", "companies", "places", "cities"} {
		if err := d.addTable(pack, table); err != nil {
			return nil, err
		}
	}
	for at, id := range d.seats {
		if of, ok := d.byID[id]; ok {
			d.entries[at].seat = of
		}
	}
	d.addPeople(pack)
	return d, nil
}

// addPeople enters the full names of the holders of offices as names. Who is
// meant is for the article to tell.
func (d *dict) addPeople(pack *lang.Pack) {
	s := read(pack, "holders")
	for _, r := range s.rows {
		name := s.cell(r, "names."+d.lang)
		if name == "" {
			name = s.cell(r, "names.de")
		}
		if !strings.Contains(name, " ") || strings.HasSuffix(name, ".") || strings.Contains(name, " II") {
			continue
		}
		d.forms1(-1, "name", name, ByName)
	}
}

// addKnown enters the site's actors, first of all, so that they win.
func (d *dict) addKnown(known []Known) {
	for _, k := range known {
		at := d.add(entry{id: k.ID, name: k.Name, kind: k.Kind, country: k.Country, typ: typeOf(k.Kind), seat: -1, site: true, not: k.Not})
		for _, n := range append([]string{k.Name}, k.Names...) {
			d.forms1(at, "name", n, ByName)
		}
	}
}

func typeOf(k Kind) NameType {
	switch k {
	case Person:
		return PER
	case State, Place:
		return LOC
	}
	return ORG
}

func (d *dict) addStates(pack *lang.Pack) {
	s := read(pack, "states")
	for _, r := range s.rows {
		id := s.cell(r, "id")
		names := s.list(r, "names."+d.lang)
		if len(names) == 0 {
			continue
		}
		country := ""
		if len(id) == 2 {
			country = strings.ToUpper(id)
		}
		at := d.enter(entry{id: id, kind: State, country: country, typ: LOC, seat: -1, slug: d.neutral(s, r)}, names)
		d.addWords(at, s.list(r, "adj."+d.lang), s.list(r, "people."+d.lang))
		english := s.list(r, "seats.en")
		for i, seat := range s.list(r, "seats."+d.lang) {
			if building, ok := strings.CutPrefix(seat, "="); ok {
				d.forms1(at, "name", building, ByMetonym)
				continue
			}
			d.addCapital(at, seat, cityID(i, d.endings.shown(seat), english))
		}
	}
}

// addCapital enters a capital as a place; "/" parts the spellings of one city.
// "Brüssel>eu" says that the city stands for another than its state.
func (d *dict) addCapital(state int32, seat, id string) {
	seat, other, _ := strings.Cut(seat, ">")
	names := strings.Split(seat, "/")
	shown := d.endings.shown(names[0])
	at := int32(-1)
	for i := int(state) + 1; i < len(d.entries); i++ {
		if e := d.entries[i]; e.seat == state && (e.id == "city/"+id || namekey.Skeleton(e.name) == namekey.Skeleton(shown)) {
			at = int32(i)
			break
		}
	}
	if at < 0 {
		at = d.add(entry{id: "city/" + id, name: shown, kind: Place, country: d.entries[state].country, typ: LOC, seat: state, class: "town"})
		if other != "" {
			d.seats[at] = other
		}
	}
	for _, n := range names {
		d.forms1(at, "name", n, ByName)
	}
}

// cityID makes a seat's id of its English name, so that it is the same in all
// languages: the one that sounds alike, else the one in the same place of the
// list.
func cityID(i int, shown string, english []string) string {
	first := func(seat string) string {
		name, _, _ := strings.Cut(seat, ">")
		name, _, _ = strings.Cut(strings.TrimSuffix(name, "?"), "/")
		return name
	}
	shown = first(shown)
	for _, e := range english {
		if namekey.Skeleton(first(e)) == namekey.Skeleton(shown) {
			return namekey.Slug(first(e))
		}
	}
	if i < len(english) && !strings.HasPrefix(english[i], "=") {
		return namekey.Slug(first(english[i]))
	}
	return namekey.Slug(shown)
}

func (d *dict) addTable(pack *lang.Pack, table string) error {
	s := read(pack, table)
	for _, r := range s.rows {
		names := s.list(r, "names."+d.lang)
		if len(names) == 0 {
			continue
		}
		e := entry{id: s.cell(r, "id"), country: s.cell(r, "country"), kind: Place, typ: LOC, seat: -1, slug: d.neutral(s, r)}
		e.class = s.cell(r, "class")
		switch k := s.cell(r, "kind"); k {
		case "organisation", "group":
			e.kind, e.typ = Kind(k), ORG
		case "company":
			e.kind, e.typ, e.company, e.class = Organisation, ORG, true, "company"
		case "city":
			e.id, e.class = "city/"+e.id, "town"
		case "region", "sea", "river":
			e.class = k
		default:
			return s.wrong(r, "unknown kind %q", k)
		}
		at := d.enter(e, names)
		d.addWords(at, s.list(r, "adj."+d.lang), s.list(r, "people."+d.lang))
	}
	return nil
}

// neutral is the slug of a row's English name, or of the name in the pack's
// language where it has none.
func (d *dict) neutral(s sheet, r lang.Row) string {
	for _, l := range []string{"en", d.lang} {
		if names := s.list(r, "names."+l); len(names) > 0 {
			return namekey.Slug(d.endings.shown(names[0]))
		}
	}
	return ""
}

// enter adds an entry with its names; if the site has an actor of one of these
// names, that one takes them all.
func (d *dict) enter(e entry, names []string) int32 {
	e.name = d.endings.shown(names[0])
	at := int32(-1)
	for _, n := range names {
		if s, ok := d.forms[strings.ReplaceAll(strings.TrimRight(n, "?!"), "~", "")]; ok && d.entries[s.entry].site && d.entries[s.entry].kind == e.kind {
			at = s.entry
			if d.entries[at].country == "" {
				d.entries[at].country = e.country
			}
			d.byID[e.id], d.entries[at].shipped = at, e.id
			break
		}
	}
	if at < 0 {
		at = d.add(e)
	}
	for _, n := range names {
		d.forms1(at, "name", n, ByName)
	}
	return at
}

func (d *dict) addWords(at int32, adjectives, people []string) {
	for _, a := range adjectives {
		if d.entries[at].adj == "" {
			d.entries[at].adj = a
		}
		d.forms1(at, "adj", a, ByAdjective)
	}
	for _, p := range people {
		d.forms1(at, "people", p, ByAdjective)
	}
}

func (d *dict) add(e entry) int32 {
	if e.slug == "" {
		e.slug = namekey.Slug(e.name)
	}
	if e.site {
		e.slug = e.id
	}
	at := int32(len(d.entries))
	d.entries = append(d.entries, e)
	if _, ok := d.byID[e.id]; !ok {
		d.byID[e.id] = at
	}
	return at
}

// forms1 enters the forms of one word or name. What is there stays: the
// site's names first, then the order of the tables.
func (d *dict) forms1(at int32, class, word string, form Form) {
	word, weak := strings.CutSuffix(word, "?")
	word, local := strings.CutSuffix(word, "!")
	if word == "" || at >= 0 && slices.Contains(d.entries[at].not, word) {
		return
	}
	for _, f := range d.endings.of(class, word) {
		if _, ok := d.forms[f]; ok {
			continue
		}
		d.forms[f] = sense{entry: at, form: form, base: d.endings.shown(word), weak: weak, local: local}
		if first, _, more := strings.Cut(f, " "); more {
			d.longest[first] = max(d.longest[first], len(f))
			if bare, ok := strings.CutSuffix(first, "."); ok {
				d.longest[bare] = max(d.longest[bare], len(f))
			}
		}
	}
}
