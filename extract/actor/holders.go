package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/lang"
)

// term is one person's time in one office.
type term struct {
	id       string // of the person
	name     string // in the article's language
	person   namekey.Person
	owner    string // "us", "eu-commission", or the site's id of the body
	office   string
	from, to string // EDTF; to "" or ".." while open
	site     bool
}

// holders tells who held an office when: the site's own first.
type holders struct {
	byOffice map[string][]term // OWNER/OFFICE
	byFamily map[string][]term // skeleton of the family name
	byName   map[string]term   // folded full name, the last term
	offices  map[string]bool   // the offices of which the table has many holders
	valid    string            // the day of the table
}

func newHolders(pack *lang.Pack, known []Known, n *nouns) (*holders, error) {
	slugs := ownerSlugs(pack, known)
	h := &holders{byOffice: map[string][]term{}, byFamily: map[string][]term{}, byName: map[string]term{}, offices: map[string]bool{}}
	for _, k := range known {
		for _, r := range k.Roles {
			t := siteTerm(k, r, n)
			if id, ok := slugs[t.owner]; ok {
				t.owner = id
			}
			h.add(t)
		}
	}
	s := read(pack, "holders")
	for _, r := range s.rows {
		if s.cell(r, "office") == "valid" {
			h.valid = s.cell(r, "to")
			continue
		}
		owner, office, ok := strings.Cut(s.cell(r, "office"), "/")
		if !ok {
			return nil, s.wrong(r, "office is %q, should be OWNER/OFFICE", s.cell(r, "office"))
		}
		de, en := s.cell(r, "names.de"), s.cell(r, "names.en")
		if en == "" {
			en = de
		}
		name := s.cell(r, "names."+pack.Lang)
		if name == "" {
			name = en
		}
		if name == "" {
			return nil, s.wrong(r, "no name")
		}
		h.add(term{id: namekey.Slug(en), name: name, owner: owner, office: office, from: s.cell(r, "from"), to: s.cell(r, "to")})
	}
	return h, nil
}

// ownerSlugs leads from the ids that sites know states and bodies by, made of
// their names in any language ("aegypten"), to those of the tables, unless the
// site has a file of that id.
func ownerSlugs(pack *lang.Pack, known []Known) map[string]string {
	slugs := map[string]string{}
	if len(known) == 0 {
		return slugs
	}
	for _, table := range []string{"states", "bodies"} {
		s := read(pack, table)
		for _, r := range s.rows {
			for col := range s.cols {
				if names := s.list(r, col); strings.HasPrefix(col, "names.") && len(names) > 0 {
					slugs[namekey.Slug(strings.ReplaceAll(names[0], "~", ""))] = s.cell(r, "id")
				}
			}
		}
	}
	for _, k := range known {
		delete(slugs, k.ID)
	}
	return slugs
}

// siteTerm is a role that the site's file of an actor gives it. Its office is
// the id, or the title in words ("Außenminister").
func siteTerm(k Known, r Role, n *nouns) term {
	t := term{id: k.ID, name: k.Name, owner: r.Of, office: r.Office, from: r.From, to: r.To, site: true}
	if owner, office, ok := strings.Cut(r.Office, "/"); ok {
		t.owner, t.office = owner, office
	}
	if t.office == "" {
		low := strings.ToLower(r.Title)
		if x, ok := n.forms[low]; ok && len(x.offices) > 0 {
			t.office = x.offices[0]
		} else if x, cut := n.compound([]byte(low)); cut > 0 && len(x.offices) > 0 {
			t.office = x.offices[0]
		}
	}
	return t
}

func (h *holders) add(t term) {
	if t.office == "" {
		return
	}
	t.person = namekey.Split(t.name)
	h.offices[t.office] = true
	key := t.owner + "/" + t.office
	h.byOffice[key] = append(h.byOffice[key], t)
	family := t.person.Key()
	h.byFamily[family] = append(h.byFamily[family], t)
	h.byName[namekey.Fold(t.name)] = t
}

// holds tells whether the term covers the day or month or year; sure says
// that the table itself proves it (an open term proves nothing behind the day
// of the table).
func (h *holders) holds(t term, day string) (fits, sure bool) {
	if day == "" || t.from != "" && before(day, t.from) {
		return false, false
	}
	if t.to == "" || t.to == ".." {
		return true, t.site || !before(h.valid, day)
	}
	if before(t.to, day) {
		return false, false
	}
	return true, len(t.to) == len("2006-01-02") || before(day, t.to)
}

// before compares EDTF days of any precision as far as both go.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// tabled tells whether the table has holders of one of the offices, for any
// owner, so that a missing one is worth a word.
func (h *holders) tabled(offices []string) bool {
	for _, o := range offices {
		if h.offices[o] {
			return true
		}
	}
	return false
}

// holder is the one who surely held an office that day; false if nobody is
// known or two are (the day of a change).
func (h *holders) holder(owner, office, day string) (term, bool) {
	var found term
	n := 0
	for _, t := range h.byOffice[owner+"/"+office] {
		fits, sure := h.holds(t, day)
		if !fits {
			continue
		}
		if n > 0 && found.id == t.id {
			continue
		}
		if n > 0 && found.site && !t.site { // the site wins
			continue
		}
		if !sure {
			return term{}, false
		}
		found = t
		n++
	}
	return found, n == 1
}

// named is the one holder of an office whose name agrees with the text's; if
// he was not in office that day the latest before it, and inOffice is false.
func (h *holders) named(owner, office string, p namekey.Person, day string) (best term, inOffice, ok bool) {
	for _, t := range h.byOffice[owner+"/"+office] {
		if t.person.Agree(p) < namekey.Possible {
			continue
		}
		fits, _ := h.holds(t, day)
		switch {
		case fits:
			return t, true, true
		case t.from <= day || day == "":
			best, ok = t, true
		}
	}
	return best, false, ok
}
