package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// draft is an actor in the making.
type draft struct {
	name     string
	kind     Kind
	country  string
	entry    int32 // of the dictionary, or -1
	gender   byte  // of a person: m, f or u
	words    []string
	roles    []draftRole
	mentions []Mention
	aliases  []string
	count    int
	known    string // id of a holder
}

// draftRole is a role with what the finder needs to compare it.
type draftRole struct {
	Role
	owner  int32 // the entry whose office it is, or -1
	office string
	head   string // the noun
	former bool
}

// people joins the persons' names: full names first, then surnames on them.
func (a *analysis) people() {
	a.bareNames()
	a.remember()
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && strings.ContainsAny(c.base, " ") {
			a.fullName(c)
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && c.actor < 0 {
			a.shortName(c)
		}
	}
}

func (a *analysis) isPerson(c *cand) bool {
	return c.name && c.typ == PER && !c.drop && (c.entry < 0 || a.dict.entries[c.entry].kind == Person)
}

// bareNames takes titles and genitives off. A genitive s goes only where the
// article or the dictionary knows the name without it: Barneas, Davis.
func (a *analysis) bareNames() {
	seen := map[string]bool{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 {
			continue
		}
		for c.typ == PER && c.last-c.first > 1 && a.isTitle(c.first) {
			c.first++
			c.Start = a.doc.Tokens[c.first].Start
		}
		if c.typ == PER {
			a.widen(i)
		}
		c.base = a.joined(c.first, c.last)
		for _, w := range strings.Fields(c.base) {
			seen[w] = true
		}
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.base == "" {
			continue
		}
		if bare, ok := a.bare(c.base, seen); ok {
			c.base = bare
		}
	}
}

// widen takes given names before a person's name into it.
func (a *analysis) widen(at int) {
	c := &a.cands[at]
	floor := a.doc.Sentences[max(a.doc.SentenceAt(c.Start), 0)].First
	if at > 0 {
		floor = max(floor, a.cands[at-1].last)
	}
	for c.first > floor {
		t := a.doc.Tokens[c.first-1]
		w := t.Of(a.doc.Text)
		_, given := a.words.given[w]
		_, known := a.dict.forms[w]
		if !given || known || t.Class != segment.Upper {
			return
		}
		c.first--
		c.Start = t.Start
	}
}

// bare is a name without its genitive ending if the last word is known so.
func (a *analysis) bare(name string, seen map[string]bool) (string, bool) {
	cut := strings.LastIndexByte(name, ' ') + 1
	last := name[cut:]
	for _, end := range [...]string{"'s", "’s", "'", "’", "s"} {
		b, ok := strings.CutSuffix(last, end)
		if !ok || b == "" {
			continue
		}
		if end != "s" || seen[b] && slices.Contains(a.dict.endings.of("name", b), last) {
			return name[:cut] + b, true
		}
	}
	return name, false
}

func (a *analysis) isTitle(token int) bool {
	_, ok := a.words.titles[a.doc.Word(token)]
	return ok
}

// joined is the text of tokens with single blanks for the gaps.
func (a *analysis) joined(first, last int) string {
	span := article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}
	text := span.Of(a.doc.Text)
	if strings.ContainsAny(text, "\n\t") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// fullName gives the name to the person of the same name, or a new one.
func (a *analysis) fullName(c *cand) {
	for i := range a.actors {
		d := &a.actors[i]
		if d.kind == Person && samePerson(d.name, c.base) {
			c.actor = i
			if len(c.base) > len(d.name) {
				d.name, d.words = c.base, strings.Fields(c.base)
			}
			return
		}
	}
	c.actor = len(a.actors)
	a.actors = append(a.actors, draft{name: c.base, kind: Person, entry: c.entry, words: strings.Fields(c.base), gender: a.genderOf(c.base)})
}

// samePerson tells whether two full names in one article are one person's:
// the same words, or the one is the end of the other, or they agree but for
// initials.
func samePerson(a, b string) bool {
	if a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a) {
		return true
	}
	return namekey.Agree(a, b) >= namekey.Heard
}

func (a *analysis) genderOf(name string) byte {
	first, _, _ := strings.Cut(name, " ")
	if g, ok := a.words.given[first]; ok {
		return g
	}
	return 'u'
}

// shortName gives a lone surname or given name to the one person that it
// fits.
func (a *analysis) shortName(c *cand) {
	best, others := -1, 0
	for i := range a.actors {
		if a.actors[i].kind == Person && endsWith(a.actors[i].words, c.base) {
			if best < 0 {
				best = i
			} else {
				others++
			}
		}
	}
	if best < 0 {
		for i := range a.actors {
			if a.actors[i].kind == Person && len(a.actors[i].words) > 1 && a.actors[i].words[0] == c.base {
				if best < 0 {
					best = i
				} else {
					others++
				}
			}
		}
	}
	if best >= 0 && others == 0 {
		c.actor = best
		return
	}
	c.actor = len(a.actors)
	a.actors = append(a.actors, draft{name: c.base, kind: Person, entry: -1, words: []string{c.base}, gender: 'u'})
}

// endsWith tells whether a full name ends with the short one, word by word.
func endsWith(words []string, short string) bool {
	full := strings.Join(words, " ")
	return full == short || strings.HasSuffix(full, " "+short)
}
