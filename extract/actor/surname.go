package actor

import (
	"slices"
	"strings"
)

// shortName gives a lone surname or given name to the one person that it
// fits. Where two of the article's people have it, it goes to the one whom the
// article is about, if there is one; else it stays on its own, and is
// reported.
func (a *analysis) shortName(c *cand) {
	fits := a.bearers(c, func(d *draft) bool { return a.endsWith(d.words, c.base) })
	if len(fits) == 0 {
		fits = a.bearers(c, func(d *draft) bool { return len(d.words) > 1 && d.words[0] == c.base })
	}
	at := a.foremost(fits)
	if len(fits) > 1 && at < 0 {
		a.warnings = append(a.warnings, Warning{Span: c.Span, Code: "shared-surname",
			Message: "more than one person of the article has this name: " + a.actors[fits[0]].name + ", " + a.actors[fits[1]].name})
	}
	if at < 0 {
		at = a.alone[c.base] - 1
	}
	if at < 0 {
		at = len(a.actors)
		a.actors = append(a.actors, draft{name: c.base, kind: Person, entry: -1, words: []string{c.base}, gender: a.titleGender(c), lone: true})
		if a.alone == nil {
			a.alone = map[string]int{}
		}
		a.alone[c.base] = at + 1
		a.register(at)
	}
	c.actor = at
	a.actors[at].count++
}

// takeParticles widens a lone surname by the particles before it that belong to
// it in one of the article's full names: "Von der Leyen", "bin Salman".
func (a *analysis) takeParticles(at int) {
	c := &a.cands[at]
	for first := c.first - 1; first >= 0 && first >= c.first-3 && a.words.particle[lowered(a.doc.Word(first))]; first-- {
		name := lowerFirst(a.joined(first, c.first)) + " " + c.base
		for _, i := range a.parts[c.base] {
			if d := &a.actors[i]; len(d.words) > 2 && a.endsWith(d.words, name) {
				c.first, c.Start, c.base = first, a.doc.Tokens[first].Start, name
				return
			}
		}
	}
}

// bearers are the people with more than this one name that it fits, by gender
// too where a title tells.
func (a *analysis) bearers(c *cand, fits func(*draft) bool) []int {
	var out []int
	g := a.titleGender(c)
	for _, i := range a.parts[c.base[strings.LastIndexByte(c.base, ' ')+1:]] {
		if d := &a.actors[i]; !d.lone && fits(d) && fitsGender(g, d.gender) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// foremost is the only one, or the one whom the article names in full three
// times as often as any other of them and first; else -1.
func (a *analysis) foremost(fits []int) int {
	if len(fits) == 0 {
		return -1
	}
	for _, i := range fits[1:] {
		if a.actors[fits[0]].full < 3*a.actors[i].full {
			return -1
		}
	}
	return fits[0]
}

// titleGender is the gender that a title before the name tells.
func (a *analysis) titleGender(c *cand) byte {
	if c.first > 0 {
		if g, ok := a.words.titles[a.doc.Word(c.first-1)]; ok {
			return g
		}
	}
	return 'u'
}

// endsWith tells whether a full name ends with the short one, word by word,
// whatever the size of the first letter and with or without an Arabic article:
// "Al-Sisi", "Assad".
func (a *analysis) endsWith(words []string, short string) bool {
	full := strings.Join(words, " ")
	if full == short || strings.HasSuffix(full, " "+short) || strings.HasSuffix(full, " "+lowerFirst(short)) {
		return true
	}
	return a.words.bareNoun(words[len(words)-1]) == short
}
