package trees

import (
	"strings"

	"fasti/extract/lang"
)

// irregular gives the forms of the verbs that fasti's own tables know: of
// event/strong, and of the prefixed verbs of event/verbs that inflect like
// them.
func irregular(language, plural string) ([]Pair, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	verb := posNumber("VERB")
	var out []Pair
	put := func(form, lemma string) {
		if form != "" && form != lemma {
			out = append(out, Pair{Form: form, Lemma: lemma, POS: verb, Count: 1})
		}
	}
	forms := map[string][]string{}
	for _, r := range pack.Table("event/strong").Rows {
		all := r.Fields[1:min(4, len(r.Fields))]
		forms[r.Field(0)] = all
		for _, f := range all {
			put(f, r.Field(0))
		}
		if plural != "" {
			put(withPlural(r.Field(2), plural), r.Field(0))
		}
	}
	for _, r := range pack.Table("event/verbs").Rows {
		prefix, base, parted := strings.Cut(r.Field(0), "|")
		if !parted {
			if prefix, base, parted = strings.Cut(r.Field(0), "."); !parted {
				continue
			}
		} else {
			put(prefix+"zu"+base, prefix+base)
		}
		for _, f := range forms[base] {
			put(prefix+f, prefix+base)
		}
		if all := forms[base]; len(all) > 1 && plural != "" {
			put(prefix+withPlural(all[1], plural), prefix+base)
		}
	}
	return out, nil
}

// withPlural is the plural of a past: "half" and "en", "brachte" and "en".
func withPlural(past, plural string) string {
	if past == "" {
		return ""
	}
	return strings.TrimSuffix(past, plural[:1]) + plural
}
