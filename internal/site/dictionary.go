package site

import (
	"strings"

	"fasti/extract/lang"
	"fasti/internal/fold"
)

// dictionary is what the extractor's tables call bodies, groups and holders of
// offices in each language.
type dictionary struct {
	byID   map[string]map[string]string // of bodies and companies: language -> name
	byName map[string]map[string]string // of people, by any of their names, folded
}

// loadDictionary reads the tables. Their columns names.LANG hold the names in
// the language, the first of them the one to show.
func loadDictionary() (*dictionary, error) {
	d := &dictionary{byID: map[string]map[string]string{}, byName: map[string]map[string]string{}}
	pack, err := lang.Load("en") // the tables are those of all languages
	if err != nil {
		return nil, err
	}
	for _, table := range []string{"actor/bodies", "actor/companies", "actor/holders"} {
		columns := map[int]string{}
		for i, r := range pack.Table(table).Rows {
			if i == 0 {
				for c := range r.Fields {
					if l, ok := strings.CutPrefix(r.Field(c), "names."); ok {
						columns[c] = l
					}
				}
				continue
			}
			names := map[string]string{}
			for c, l := range columns {
				if name, _, _ := strings.Cut(r.Field(c), "|"); name != "" {
					names[l] = strings.NewReplacer("~", "", "?", "").Replace(name)
				}
			}
			if table != "actor/holders" {
				d.byID[r.Field(0)] = names
				continue
			}
			for _, name := range names {
				if len(names) > 1 { // without a second name it is the same in all
					d.byName[fold.Key(name)] = names
				}
			}
		}
	}
	return d, nil
}

// name is what an entry of the dictionary, or a person, is called in a
// language; "" if that is not known.
func (d *dictionary) name(id, title, kind, language string) string {
	if d == nil {
		return ""
	}
	if n := d.byID[id][language]; n != "" && id != "" {
		return n
	}
	if kind == "person" {
		return d.byName[fold.Key(title)][language]
	}
	return ""
}
