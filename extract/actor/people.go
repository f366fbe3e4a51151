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
	count    int    // of lone surnames
	full     int    // of full names
	lone     bool   // known by one name only
	known    string // id of a holder
	class    string // of a body: what takes it up; see bodywords
	generic  bool   // without a name of its own

	split  string // the name that person and key were made of
	person namekey.Person
	key    string
}

// draftRole is a role with what the finder needs to compare it.
type draftRole struct {
	Role
	owner  int32 // the entry whose office it is, or -1
	body   int   // or the actor + 1, if the dictionary does not know it
	office string
	head   string // the noun
	former bool
}

// people joins the persons' names: full names first, then surnames on them.
func (a *analysis) people() {
	a.initialNames()
	a.coordinated()
	a.bareNames()
	a.remember()
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && a.isFull(c.base) {
			a.fullName(c)
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && c.actor < 0 {
			a.takeParticles(i)
			a.shortName(c)
		}
	}
}

// compounds finds the article's people and bodies at the front of hyphened words:
// "Ebner-Besuch", "Ebner-led".
func (a *analysis) compounds() {
	surnames := map[string]int{}
	for i := range a.actors {
		d := &a.actors[i]
		if d.entry >= 0 || len(d.words) == 0 || d.kind != Person && len(d.words) > 1 {
			continue
		}
		last := d.words[len(d.words)-1]
		if at, ok := surnames[last]; ok && at != i {
			surnames[last] = -1
			continue
		}
		surnames[last] = i
	}
	var more []cand
	for i, t := range a.doc.Tokens {
		if t.Class != segment.Upper && t.Class != segment.Mixed {
			continue
		}
		front, _, ok := strings.Cut(t.Of(a.doc.Text), "-")
		if !ok || front == "" {
			continue
		}
		if at, ok := surnames[front]; ok && at >= 0 && !a.covered(i) {
			more = append(more, cand{Span: article.Span{Start: t.Start, End: t.Start + len(front) + 1}, first: i, last: i + 1,
				typ: typeOf(a.actors[at].kind), entry: -1, form: ByAdjective, part: true, actor: at, base: front})
		}
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		slices.SortStableFunc(a.cands, func(x, y cand) int { return x.Start - y.Start })
	}
}

// covered tells whether a candidate holds the token.
func (a *analysis) covered(token int) bool {
	at, _ := slices.BinarySearchFunc(a.cands, token, func(c cand, t int) int { return c.last - 1 - t })
	return at < len(a.cands) && a.cands[at].first <= token
}

// isFull tells whether a name has more than a surname.
func (a *analysis) isFull(name string) bool {
	first, _, more := strings.Cut(name, " ")
	return more && !a.words.particle[lowered(first)]
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
		if !c.name || c.entry >= 0 || c.drop {
			continue
		}
		for c.last-c.first > 1 && a.isTitle(c.first) {
			c.first++
			c.Start, c.typ = a.doc.Tokens[c.first].Start, PER
		}
		if c.typ == PER {
			a.widen(i)
			a.onward(i)
		}
		if c.base == "" {
			c.base = a.joined(c.first, c.last)
		}
		for _, w := range strings.Fields(c.base) {
			seen[w] = true
			if len(w) > 3 && (w[:3] == "al-" || w[:3] == "el-") {
				seen[w[3:]] = true
			}
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
		if c.first-2 >= floor && a.isTitle(c.first-2) && !a.isTitle(c.first-1) {
			given = true // Dr. Almut Ebner: a title before a name that no list has
		}
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
	p := namekey.Split(c.base)
	key := p.Key()
	for _, i := range a.families[key] {
		d := &a.actors[i]
		if d.same(c.base, p, key) {
			c.actor = i
			d.full++
			if len(c.base) > len(d.name) {
				d.name, d.words = c.base, strings.Fields(c.base)
				a.register(i)
			}
			return
		}
	}
	c.actor = len(a.actors)
	a.actors = append(a.actors, draft{name: c.base, kind: Person, entry: c.entry, words: strings.Fields(c.base), gender: a.genderOf(c.base), full: 1})
	a.register(c.actor)
}

// register enters a person into the indexes by name.
func (a *analysis) register(actor int) {
	if a.families == nil {
		a.families, a.parts = map[string][]int{}, map[string][]int{}
	}
	put := func(m map[string][]int, key string) {
		if at := m[key]; len(at) == 0 || at[len(at)-1] != actor {
			m[key] = append(at, actor)
		}
	}
	d := &a.actors[actor]
	put(a.families, namekey.Split(d.name).Key())
	last := d.words[len(d.words)-1]
	put(a.parts, last)
	put(a.parts, d.words[0])
	if len(last) > 3 && (last[:3] == "al-" || last[:3] == "el-") {
		put(a.parts, last[3:])
		put(a.parts, upperFirst(last))
	}
}

// same tells whether the person's full name and another one in the article are
// one person's: the same words, or the one is the end of the other, or they
// agree but for initials. p and key are those of the other name; the person's
// own are kept, because a long text compares every name with every person.
func (d *draft) same(name string, p namekey.Person, key string) bool {
	if d.name == name || strings.HasSuffix(d.name, " "+name) || strings.HasSuffix(name, " "+d.name) {
		return true
	}
	if d.split != d.name {
		d.split, d.person = d.name, namekey.Split(d.name)
		d.key = d.person.Key()
	}
	if d.key != key && d.person.Family != p.Family {
		return false
	}
	return d.person.Agree(p) >= namekey.Heard
}

func (a *analysis) genderOf(name string) byte {
	first, _, _ := strings.Cut(name, " ")
	if g, ok := a.words.given[first]; ok {
		return g
	}
	return 'u'
}

// shortName gives a lone surname or given name to the one person that it
// fits. Where two of the article's people have it, it goes to the one whom the
// article is about, if there is one; else it stays on its own, and is
// reported.
func (a *analysis) shortName(c *cand) {
	fits := a.bearers(c, func(d *draft) bool { return endsWith(d.words, c.base) })
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
			if d := &a.actors[i]; len(d.words) > 2 && endsWith(d.words, name) {
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
func endsWith(words []string, short string) bool {
	full := strings.Join(words, " ")
	if full == short || strings.HasSuffix(full, " "+short) || strings.HasSuffix(full, " "+lowerFirst(short)) {
		return true
	}
	last := words[len(words)-1]
	return len(last) > 3 && (last[:3] == "al-" || last[:3] == "el-") && last[3:] == short
}
