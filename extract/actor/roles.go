package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// phrase is a noun phrase for a person by office or role: "der israelische
// Premierminister", "Israel's foreign minister", "Mossad-Direktor".
type phrase struct {
	first, last int // its tokens, from the owner or adjective to behind the noun or the owner
	noun        int // the token of the noun
	end         int // behind the noun's tokens
	x           noun
	owner       int // the candidate whose office it is, or -1
	body        int // the actor whose office it is, if the dictionary does not know it, + 1
	the, a      bool
	former      bool
	person      int // the actor that it is bound to, or -1
	sentence    int
}

// index tells which candidate begins and ends at a token.
type index struct{ starts, ends []int32 }

func (a *analysis) index() index {
	ix := index{starts: make([]int32, len(a.doc.Tokens)+1), ends: make([]int32, len(a.doc.Tokens)+1)}
	for i := range ix.starts {
		ix.starts[i], ix.ends[i] = -1, -1
	}
	for i := range a.cands {
		if c := &a.cands[i]; !c.part && !c.drop {
			ix.starts[c.first], ix.ends[c.last] = int32(i), int32(i)
		}
	}
	return ix
}

// phrases finds all role phrases and binds those that stand beside a person's
// name to that person.
func (a *analysis) phrases() []phrase {
	ix := a.index()
	parts := map[int]int{} // token -> its last part
	for i := range a.cands {
		if c := &a.cands[i]; c.part {
			parts[c.first] = i
		}
	}
	var out []phrase
	var buf []byte
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if a.doc.Tokens[i].Class == segment.Punct || a.doc.Tokens[i].Class == segment.Number {
				continue
			}
			if at := ix.starts[i]; at >= 0 && a.cands[at].name && a.cands[at].entry < 0 {
				continue // inside a name
			}
			x, last, cut := a.words.nouns.at(a.doc, i, sent.Last, buf)
			if last == 0 {
				continue
			}
			p := phrase{first: i, noun: i, last: last, end: last, x: x, owner: -1, person: -1, sentence: s}
			if cut > 0 {
				a.compoundOwner(&p, cut, parts)
			}
			a.extend(&p, ix, sent)
			a.bind(&p, ix, sent)
			out = append(out, p)
			i = last - 1
		}
	}
	return out
}

// compoundOwner reads the front of a compound: "US-" or "Ex-".
func (a *analysis) compoundOwner(p *phrase, cut int, parts map[int]int) {
	if c, ok := parts[p.noun]; ok && a.cands[c].entry >= 0 {
		p.owner = c
	} else if ok {
		p.body = a.cands[c].actor + 1 // Lindholm-Chef
	}
	front := strings.TrimRight(a.doc.Word(p.noun)[:cut], "-")
	if head, _, ok := strings.Cut(front, "-"); ok {
		front = head
	}
	p.former = a.words.is(front, "former")
}

// extend widens the phrase to its owner, adjectives and article.
func (a *analysis) extend(p *phrase, ix index, sent *segment.Sentence) {
	i := p.first
	for steps := 0; i > sent.First && steps < 4; steps++ {
		w := a.doc.Word(i - 1)
		if at := ix.ends[i]; at >= 0 && p.owner < 0 && a.ownerBefore(&a.cands[at]) {
			p.owner, i = int(at), a.cands[at].first
			if a.cands[at].form == ByName && !a.genitiveFree() {
				p.the = true // Israels Premierminister
				break
			}
			continue
		}
		if a.words.is(w, "genitive") {
			if at := ix.ends[i-1]; at >= 0 && p.owner < 0 && a.cands[at].entry >= 0 {
				p.owner, i, p.the = int(at), a.cands[at].first, true
			}
			break
		}
		if a.words.is(w, "former") {
			p.former = true
			i--
			continue
		}
		if low := lowered(w); a.words.is(low, "the") {
			p.the = true
			i--
			p.x.plural = p.x.plural || a.severals(p, i, sent)
			break
		} else if a.words.is(low, "a") {
			p.a = true
			i--
			break
		}
		if a.doc.Tokens[i-1].Class != segment.Lower || a.words.preps[w] != 0 || a.words.acts[w] != 0 || a.words.small[w] != "" {
			break
		}
		i-- // some adjective
	}
	i = a.split(p, i, sent)
	if p.owner >= 0 || p.the || p.a || p.former {
		p.first = i
		p.trim(a)
	}
	if p.owner < 0 {
		a.ownerBehind(p, ix, sent)
	}
}

// split reads an office whose words the owner parts: "the top US diplomat". It
// gives the phrase's first token.
func (a *analysis) split(p *phrase, i int, sent *segment.Sentence) int {
	if p.owner < 0 || len(p.x.offices) > 0 || !a.genitiveFree() {
		return i
	}
	at := a.cands[p.owner].first - 1
	if at < sent.First {
		return i
	}
	x, ok := a.words.nouns.forms[lowered(a.doc.Word(at))+" "+p.x.head]
	if !ok || len(x.offices) == 0 {
		return i
	}
	p.x = x
	if at > sent.First && a.words.is(lowered(a.doc.Word(at-1)), "the") {
		p.the = true
		return at - 1
	}
	return at
}

// severals tells whether the article at token i stands for several people: one
// for women or several before a man's noun ("die Minister"), or the genitive of
// several behind a noun ("das Treffen der Minister").
func (a *analysis) severals(p *phrase, i int, sent *segment.Sentence) bool {
	if p.x.gender == 'f' || p.x.either {
		return false
	}
	low := lowered(a.doc.Word(i))
	if a.words.is(low, "many") {
		return true
	}
	if !a.words.is(low, "gen") || i == sent.First {
		return false
	}
	c := a.doc.Tokens[i-1].Class
	return (c == segment.Upper || c == segment.Caps) && i-1 > sent.First
}

// trim takes foreign words off the front of the phrase: it begins with an
// article, an owner or a word for former times.
func (p *phrase) trim(a *analysis) {
	for p.first < p.noun {
		w := a.doc.Word(p.first)
		low := lowered(w)
		if a.words.is(low, "the") || a.words.is(low, "a") || a.words.is(w, "former") {
			return
		}
		if p.owner >= 0 && (a.cands[p.owner].first <= p.first || len(p.x.offices) > 0 && a.cands[p.owner].first == p.first+1) {
			return
		}
		p.first++
	}
}

// ownerBefore tells whether a candidate right before a noun owns the office:
// an adjective, a genitive, or in languages that put names before nouns the
// name itself.
func (a *analysis) ownerBefore(c *cand) bool {
	if c.entry < 0 || c.form == ByMetonym && !c.name {
		return false
	}
	e := &a.dict.entries[c.entry]
	if e.kind == Person || e.kind == Place && e.seat < 0 && e.country == "" {
		return false
	}
	if c.form == ByAdjective {
		return true
	}
	text := c.Of(a.doc.Text)
	return a.genitiveFree() || text != e.name && strings.HasSuffix(text, "s") || strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’")
}

// genitiveFree tells whether a name may stand before a noun as it is ("US
// president"): in languages whose genitive is a word of its own.
func (a *analysis) genitiveFree() bool {
	return a.words.smallNouns()
}

// ownerBehind looks for the owner behind the noun: "Premierminister Israels",
// "president of the United States", "minister of transport for Indonesia".
func (a *analysis) ownerBehind(p *phrase, ix index, sent *segment.Sentence) {
	links := 0
	for j := p.end; j < sent.Last && j < p.end+5; j++ {
		if at := ix.starts[j]; at >= 0 {
			c := &a.cands[at]
			if c.entry < 0 || c.form == ByAdjective || a.dict.entries[c.entry].kind == Person {
				return
			}
			if links == 0 && !a.ownerBefore(c) || links == 0 && a.genitiveFree() {
				return
			}
			p.owner, p.last = int(at), c.last
			return
		}
		w := a.doc.Word(j)
		switch {
		case a.words.is(w, "link") || a.words.is(w, "the") && links > 0:
			links++
		case links > 0 && a.doc.Tokens[j].Class == segment.Lower && a.genitiveFree() && a.words.acts[w] == 0 && a.words.small[w] == "":
			// of transport
		default:
			return
		}
	}
}

// bind gives the phrase to the person whose name stands right behind it, or
// right before it with a comma between.
func (a *analysis) bind(p *phrase, ix index, sent *segment.Sentence) {
	j := p.last
	for j < sent.Last && a.isTitle(j) {
		j++
	}
	if c := a.personAt(ix.starts, j, sent.Last); c >= 0 && !p.x.plural {
		p.person = c
		return
	}
	if c := a.holderBehind(p, j, ix, sent); c >= 0 {
		p.person = c
		return
	}
	if p.last != p.end || p.owner >= 0 && p.the { // "Premierminister von Israel, N. N.,", "Israel's prime minister, N. N.,"
		if j < sent.Last && a.doc.Word(j) == "," {
			if c := a.personAt(ix.starts, j+1, sent.Last); c >= 0 && (p.the || p.first == sent.First) && a.closes(a.cands[ix.starts[j+1]].last, sent) {
				p.person = c
				return
			}
		}
	}
	a.bindBefore(p, ix, sent)
}

// holderBehind takes a capitalised word right behind an office for a person if
// it is the surname of one who held such an office: "Präsident Mubarak". It
// gives the new actor, or -1.
func (a *analysis) holderBehind(p *phrase, j int, ix index, sent *segment.Sentence) int {
	if j >= sent.Last || ix.starts[j] >= 0 || p.x.plural || a.doc.Tokens[j].Class != segment.Upper {
		return -1
	}
	w := a.doc.Word(j)
	family := namekey.Split(w)
	for _, t := range a.words.holders.byFamily[family.Key()] {
		if t.from > a.day() || !slices.Contains(p.x.offices, t.office) || t.person.Agree(family) < namekey.Possible || t.person.Family != family.Family {
			continue
		}
		at := -1
		for _, i := range a.parts[w] {
			if endsWith(a.actors[i].words, w) {
				at = i
			}
		}
		if at < 0 {
			at = len(a.actors)
			a.actors = append(a.actors, draft{name: w, kind: Person, entry: -1, words: []string{w}, gender: 'u', lone: true})
			a.register(at)
		}
		a.pending = append(a.pending, cand{Span: a.doc.Tokens[j].Span, first: j, last: j + 1, typ: PER, entry: -1, form: ByName, name: true, base: w, actor: at})
		return at
	}
	return -1
}

// bindBefore binds an apposition: "N. N., Israels Verteidigungsminister, …",
// "N. N. (61), chairman of …".
func (a *analysis) bindBefore(p *phrase, ix index, sent *segment.Sentence) {
	if p.a && !a.closes(p.last, sent) || p.x.plural {
		return
	}
	i := p.first
	if i <= sent.First || a.doc.Word(i-1) != "," && a.doc.Word(i-1) != "–" && a.doc.Word(i-1) != "(" {
		return
	}
	i--
	if i > sent.First && a.doc.Tokens[i-1].Class == segment.Number && i-2 > sent.First && a.doc.Word(i-2) == "," { // , 51,
		i -= 2
	}
	at := ix.ends[i]
	if at < 0 || a.cands[at].actor < 0 || a.cands[at].typ != PER || !a.cands[at].name {
		return
	}
	if !a.closes(p.last, sent) && p.owner < 0 && !a.nextLinks(p.last, sent) {
		return
	}
	p.person = a.cands[at].actor
}

func (a *analysis) nextLinks(i int, sent *segment.Sentence) bool {
	return i < sent.Last && a.words.is(a.doc.Word(i), "link")
}

// closes tells whether a mark that ends an apposition stands at token i.
func (a *analysis) closes(i int, sent *segment.Sentence) bool {
	if i >= sent.Last {
		return true
	}
	switch a.doc.Word(i) {
	case ",", ".", ")", ";", ":", "–", "-", "!", "?", "(":
		return true
	}
	return false
}

// personAt is the actor of the person's name that begins at token j, or -1.
func (a *analysis) personAt(starts []int32, j, end int) int {
	if j >= end || starts[j] < 0 {
		return -1
	}
	c := &a.cands[starts[j]]
	if c.typ != PER || !c.name || c.actor < 0 {
		return -1
	}
	return c.actor
}

// assign writes the bound phrases to their persons as roles, and learns from
// the table of holders who they are.
func (a *analysis) assign(ps []phrase) {
	for i := range ps {
		p := &ps[i]
		if p.person < 0 {
			continue
		}
		d := &a.actors[p.person]
		if p.x.gender != 'u' && d.gender == 'u' {
			d.gender = p.x.gender
		}
		owner, office := a.office(p, d)
		span := a.titleSpan(p)
		role := draftRole{Role: Role{Title: span.Of(a.doc.Text), Mention: span}, owner: owner, body: p.body, head: p.x.head, former: p.former}
		if office != "" && owner >= 0 {
			role.Office = a.holderID(owner) + "/" + office
		}
		role.office = office
		if d.country == "" && owner >= 0 && !a.dict.entries[owner].company {
			d.country = a.dict.entries[owner].country
		}
		d.roles = append(d.roles, role)
		a.recognise(d, owner, office)
	}
}

// titleSpan is the noun with its compound, and an owner behind it.
func (a *analysis) titleSpan(p *phrase) article.Span {
	last := p.end
	if p.last > p.end {
		last = p.last
	}
	return article.Span{Start: a.doc.Tokens[p.noun].Start, End: a.doc.Tokens[last-1].End}
}

// office settles which office of whom a phrase means, for the person d.
func (a *analysis) office(p *phrase, d *draft) (owner int32, office string) {
	owner = -1
	if p.owner >= 0 {
		owner = a.stateOf(a.cands[p.owner].entry)
	}
	if len(p.x.offices) == 0 {
		return owner, ""
	}
	person := namekey.Split(d.name)
	owners := a.owners(p, owner)
	for _, o := range owners {
		for _, f := range p.x.offices {
			if _, _, ok := a.named(o, f, person); ok {
				return o, f
			}
		}
	}
	if owner < 0 && len(owners) == 1 && len(p.x.implied) == 1 {
		owner = owners[0]
	}
	if owner < 0 {
		owner = a.holderElsewhere(p, person)
	}
	if owner >= 0 && len(p.x.of) > 0 && !slices.Contains(p.x.of, a.holderID(owner)) {
		return owner, ""
	}
	return owner, p.x.offices[0]
}

// named looks for the holder under the site's id of the owner, then under the
// tables'.
func (a *analysis) named(owner int32, office string, p namekey.Person) (t term, inOffice, ok bool) {
	if t, inOffice, ok = a.words.holders.named(a.dict.entries[owner].id, office, p, a.day()); ok {
		return t, inOffice, ok
	}
	return a.words.holders.named(a.holderID(owner), office, p, a.day())
}

// holderElsewhere finds the one owner whose office the person holds that day
// by the table, when the text names no owner: "Verteidigungsminister N. N.".
func (a *analysis) holderElsewhere(p *phrase, person namekey.Person) int32 {
	found := int32(-1)
	for _, t := range a.words.holders.byFamily[person.Key()] {
		if !slices.Contains(p.x.offices, t.office) || t.person.Agree(person) < namekey.Heard && len(person.Given) > 0 || t.person.Agree(person) < namekey.Possible {
			continue
		}
		if fits, _ := a.words.holders.holds(t, a.day()); !fits && !p.former {
			continue
		}
		e, ok := a.dict.byID[t.owner]
		if !ok || found >= 0 && found != e {
			return -1
		}
		found = e
	}
	if found >= 0 && len(person.Given) == 0 && !a.mentioned(found) {
		return -1
	}
	return found
}

// mentioned tells whether the article names the entry in any form.
func (a *analysis) mentioned(entry int32) bool {
	if a.seen == nil {
		a.seen = map[int32]bool{}
		for i := range a.cands {
			if c := &a.cands[i]; c.entry >= 0 && !c.drop {
				a.seen[a.stateOf(c.entry)] = true
			}
		}
	}
	return a.seen[entry]
}

// owners are the entries that may own the phrase's office.
func (a *analysis) owners(p *phrase, owner int32) []int32 {
	if owner >= 0 {
		return []int32{owner}
	}
	var out []int32
	for _, id := range p.x.implied {
		if e, ok := a.dict.byID[id]; ok {
			out = append(out, e)
		}
	}
	return out
}

// stateOf is the state of a capital, else the entry itself.
func (a *analysis) stateOf(entry int32) int32 {
	if e := &a.dict.entries[entry]; e.seat >= 0 {
		return e.seat
	}
	return entry
}

// day is the day of publication.
func (a *analysis) day() string {
	if len(a.ctx.DCT) < 10 {
		return a.ctx.DCT
	}
	return a.ctx.DCT[:10]
}

// recognise takes a person for the holder of the office if the names agree: it
// gets the full name and the tables' id.
func (a *analysis) recognise(d *draft, owner int32, office string) {
	if owner < 0 || office == "" || d.entry >= 0 || d.known != "" {
		return
	}
	p := namekey.Split(d.name)
	t, inOffice, ok := a.named(owner, office, p)
	if !ok || len(p.Given) == 0 && !inOffice {
		return
	}
	d.known = t.id
	if len(p.Given) == 0 {
		d.aliases = append(d.aliases, d.name)
		d.name, d.words = t.name, strings.Fields(t.name)
		d.gender = a.genderOf(t.name)
	}
}

// recogniseNames takes people whom the article calls by their full names for
// the holders of that name, where it speaks of the holder's state or body too.
func (a *analysis) recogniseNames() {
	for i := range a.actors {
		d := &a.actors[i]
		if d.kind != Person || d.known != "" || d.entry >= 0 || len(d.words) < 2 {
			continue
		}
		t, ok := a.words.holders.byName[namekey.Fold(d.name)]
		if !ok {
			continue
		}
		if e, ok := a.dict.byID[t.owner]; ok && a.mentioned(e) && !a.contradicts(d, e) {
			d.known = t.id
			if d.country == "" {
				d.country = a.dict.entries[e].country
			}
		}
	}
}

// contradicts tells whether the article gives the person an office elsewhere.
func (a *analysis) contradicts(d *draft, owner int32) bool {
	for _, r := range d.roles {
		if r.owner >= 0 && a.dict.entries[r.owner].country != a.dict.entries[owner].country {
			return true
		}
	}
	return false
}
