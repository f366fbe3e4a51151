package actor

import (
	"slices"
	"strings"

	"fasti/extract/segment"
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
	if at < 0 {
		at = a.established(c, fits)
	}
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

// established is the one of several people with one surname whom the article
// means by it where it stands: only he was named before; or it has called him
// so before the other came in, and does not name the other in full right there.
// -1 if nobody is.
func (a *analysis) established(c *cand, fits []int) int {
	var before []int
	for _, i := range fits {
		if n := a.actors[i].named; len(n) > 0 && n[0] < c.Start {
			before = append(before, i)
		}
	}
	if len(before) == 1 {
		if _, ok := a.meant[c.base]; !ok {
			if a.meant == nil {
				a.meant = map[string]int{}
			}
			a.meant[c.base] = before[0]
		}
		return before[0]
	}
	at, ok := a.meant[c.base]
	if !ok || !slices.Contains(fits, at) {
		return -1
	}
	near := a.doc.Sentences[max(a.doc.SentenceAt(c.Start)-1, 0)].Start
	for _, i := range before {
		if i != at && slices.ContainsFunc(a.actors[i].named, func(n int) bool { return near <= n && n < c.Start }) {
			return -1
		}
	}
	return at
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

// kin gives a surname in the plural to the people of the article who have it,
// if they are two or more: "the Brights", "die Winters".
func (a *analysis) kin() {
	for i := 1; i < len(a.doc.Tokens); i++ {
		t := a.doc.Tokens[i]
		stem, plural := strings.CutSuffix(t.Of(a.doc.Text), "s")
		if t.Class != segment.Upper || !plural || !a.words.is(lowered(a.doc.Word(i-1)), "the") || i+1 < len(a.doc.Tokens) && capital(a.doc, i+1) {
			continue
		}
		var who []int
		for _, p := range a.parts[stem] {
			if d := &a.actors[p]; !d.lone && a.endsWith(d.words, stem) {
				who = append(who, p)
			}
		}
		if len(who) < 2 {
			continue
		}
		for k := range a.cands {
			if c := &a.cands[k]; c.first <= i && i < c.last && c.entry < 0 {
				c.drop = true
			}
		}
		for _, p := range who {
			a.mention(p, t.Span, ByRole)
		}
	}
}

// initialSurnames finds the initial alone of somebody whom the article calls by
// a given name and an initial: "Marco T. … T. soll".
func (a *analysis) initialSurnames() {
	letters := map[string]bool{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.drop || c.typ != PER || c.entry >= 0 || c.last-c.first < 2 {
			continue
		}
		if w := strings.TrimSuffix(c.base, "."); len(w) > 2 && w[len(w)-2] == ' ' && 'A' <= w[len(w)-1] && w[len(w)-1] <= 'Z' {
			c.base = w + "."
			letters[w[len(w)-1:]] = true
		}
	}
	if len(letters) > 0 {
		a.recallInitials(letters)
	}
}

// recallInitials makes names of the letters with a dot that stand alone.
func (a *analysis) recallInitials(letters map[string]bool) {
	var more []cand
	for i, t := range a.doc.Tokens {
		w := strings.TrimSuffix(t.Of(a.doc.Text), ".")
		if len(w) != 1 || !letters[w] || a.covered(i) || i > 0 && capital(a.doc, i-1) {
			continue
		}
		if end := t.Start + 1; end >= len(a.doc.Text) || a.doc.Text[end] != '.' {
			continue
		}
		more = append(more, cand{Span: t.Span, first: i, last: i + 1, typ: PER, entry: -1, form: ByName, name: true, base: w + ".", actor: -1})
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		a.sortCands()
	}
}
