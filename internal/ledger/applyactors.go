package ledger

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"fasti/extract/merge"
	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// show notes actors of a published event: they get a file.
func (a *applier) show(parts []Part) {
	for _, p := range parts {
		a.shown[p.ID] = true
	}
}

// actors writes the files of actors that take part in published events.
func (a *applier) actors(t *merge.Timeline) {
	for i := range t.Actors {
		x := &t.Actors[i]
		id := a.cast.id[x.ID]
		switch f := a.cast.file[x.ID]; {
		case !goodName(id):
		case f != nil && f.Auto:
			a.renewActor(f, x)
		case f != nil || !a.shown[id]:
		case a.given(id) || a.c.broken[id]: // deleted by a person, or there with a fault
		default:
			a.createActor(id, x)
		}
	}
}

func (a *applier) createActor(id string, x *merge.Actor) {
	f := a.actorOf(x)
	file := path.Join(actorsDir, id+".md")
	a.plan.Files = append(a.plan.Files, File{Path: file, New: f.file(), What: "new actor"})
	a.remember(id, file, nil)
	a.act(Act{Act: decisions.New, Actor: id, Key: "title", New: f.Title, Values: f.texts()})
}

// actorOf gives the timeline's actor in the terms of the ledger.
func (a *applier) actorOf(x *merge.Actor) *Actor {
	f := &Actor{Title: line(x.Name), Kind: string(x.Kind), Country: x.Country, Names: map[string]string{}, known: x.Known}
	if f.Title == "" {
		f.Title = x.ID
	}
	if !countryCode(f.Country) {
		f.Country = ""
	}
	if !slices.Contains(actorKinds(), f.Kind) {
		f.Kind = ""
	}
	for lang, name := range x.Names {
		if languageCode(lang) && line(name) != "" {
			f.Names[lang] = line(name)
		}
	}
	for _, s := range x.Aliases {
		if s = line(s); s != "" && s != f.Title && !slices.Contains(f.KnownAs, s) && !hasValue(f.Names, s) {
			f.KnownAs = append(f.KnownAs, s)
		}
	}
	for _, role := range x.Roles {
		r := ActorRole{Title: line(role.Title), Of: role.Of}
		if to, ok := a.cast.id[r.Of]; ok {
			r.Of = to
		}
		if _, r.From = parseWhen(role.From); r.Title != "" {
			_, r.To = parseWhen(role.To)
			if !slices.Contains(f.Roles, r) {
				f.Roles = append(f.Roles, r)
			}
		}
	}
	return f
}

func hasValue(m map[string]string, s string) bool {
	for _, v := range m {
		if v == s {
			return true
		}
	}
	return false
}

// texts are the actor's values as the log keeps them.
func (f *Actor) texts() map[string]string {
	out := map[string]string{"title": f.Title}
	if f.Kind != "" {
		out["kind"] = f.Kind
	}
	if f.Country != "" {
		out["country"] = f.Country
	}
	return out
}

// file prints a new actor.
func (f *Actor) file() []byte {
	m, wrote := frontmatter.Map{}, frontmatter.Map{}
	add := func(key, value string) {
		if value != "" {
			m = append(m, frontmatter.Entry{Key: key, Value: value})
			wrote = append(wrote, frontmatter.Entry{Key: key, Value: hashed(value)})
		}
	}
	add("title", f.Title)
	add("kind", f.Kind)
	add("country", f.Country)
	if len(f.Names) > 0 {
		names, hashes := frontmatter.Map{}, frontmatter.Map{}
		for _, lang := range sortedKeys(f.Names) {
			names = append(names, frontmatter.Entry{Key: lang, Value: f.Names[lang]})
			hashes = append(hashes, frontmatter.Entry{Key: lang, Value: hashed(f.Names[lang])})
		}
		m = append(m, frontmatter.Entry{Key: "names", Value: names})
		wrote = append(wrote, frontmatter.Entry{Key: "names", Value: hashes})
	}
	if len(f.KnownAs) > 0 {
		entries, hashes := frontmatter.List{}, frontmatter.InlineList{}
		for _, s := range f.KnownAs {
			entries, hashes = append(entries, s), append(hashes, hashed(s))
		}
		m = append(m, frontmatter.Entry{Key: "known_as", Value: entries})
		wrote = append(wrote, frontmatter.Entry{Key: "known_as", Value: hashes})
	}
	if len(f.Roles) > 0 {
		entries, hashes := frontmatter.List{}, frontmatter.InlineList{}
		for _, r := range f.Roles {
			entries, hashes = append(entries, roleEntry(r)), append(hashes, hashed(r))
		}
		m = append(m, frontmatter.Entry{Key: "roles", Value: entries})
		wrote = append(wrote, frontmatter.Entry{Key: "roles", Value: hashes})
	}
	fasti := frontmatter.Map{{Key: "wrote", Value: wrote}}
	if f.known != "" {
		fasti = append(frontmatter.Map{{Key: "known", Value: f.known}}, fasti...)
	}
	m = append(m, frontmatter.Entry{Key: "fasti", Value: inlined(fasti)})
	return frontmatter.New(m, nil)
}

func roleEntry(r ActorRole) frontmatter.Inline {
	m := frontmatter.Inline{{Key: "title", Value: r.Title}}
	for _, e := range []struct{ key, value string }{{"of", r.Of}, {"from", r.From}, {"to", r.To}} {
		if e.value != "" {
			m = append(m, frontmatter.Entry{Key: e.key, Value: e.value})
		}
	}
	return m
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// renewActor adds what the articles newly say of an actor. It removes
// nothing: a name that no article uses any more is still a name.
func (a *applier) renewActor(f *Actor, x *merge.Actor) {
	next := a.actorOf(x)
	r := &actorRenewal{applier: a, f: f, lists: maps.Clone(f.lists)}
	r.scalar("title", f.Title, next.Title)
	r.scalar("kind", f.Kind, next.Kind)
	r.scalar("country", f.Country, next.Country)
	for _, lang := range sortedKeys(next.Names) {
		key, name := "names."+lang, next.Names[lang]
		now, there := f.Names[lang]
		if !there && f.wrote[key] == "" {
			r.edits = append(r.edits, frontmatter.Set(name, ActorKeys(), "names", lang), r.hash("names", lang, name))
		} else if now != name && f.wrote[key] != fingerprint(name) && owned(f.wrote, key, there, now) {
			r.differs("names", name)
		}
	}
	for _, s := range next.KnownAs {
		if h := fingerprint(s); !slices.Contains(f.KnownAs, s) && !slices.Contains(f.Not, s) && !slices.Contains(f.lists["known_as"], h) && s != f.Title && !hasValue(f.Names, s) {
			r.add("known_as", s, h)
		}
	}
	for _, role := range next.Roles {
		h := fingerprint(role)
		there := slices.ContainsFunc(f.Roles, func(q ActorRole) bool {
			return strings.EqualFold(q.Title, role.Title)
		})
		if !there && !slices.Contains(f.lists["roles"], h) {
			r.add("roles", roleEntry(role), h)
		}
	}
	r.write()
}

type actorRenewal struct {
	*applier
	f     *Actor
	edits []frontmatter.Edit
	notes []Act
	lists map[string][]string // with the entries that the edits add
}

func (r *actorRenewal) hash(path ...string) frontmatter.Edit {
	v := path[len(path)-1]
	order := []string{"title", "kind", "country", "names", "known_as", "roles"}
	return frontmatter.Set(hashed(v), order, append([]string{"fasti", "wrote"}, path[:len(path)-1]...)...)
}

// scalar renews a key that nobody owns. An empty value says nothing.
func (r *actorRenewal) scalar(key, now, next string) {
	switch {
	case now == next || next == "":
	case owned(r.f.wrote, key, r.f.has[key], now):
		if r.f.wrote[key] != fingerprint(next) {
			r.differs(key, next)
		}
	default:
		r.edits = append(r.edits, frontmatter.Set(next, ActorKeys(), key), r.hash(key, next))
		r.notes = append(r.notes, Act{Act: decisions.Changed, Actor: r.f.ID, Key: key, Old: now, New: next})
	}
}

func (r *actorRenewal) differs(key, next string) {
	r.report(r.f.at.diagnose(r.f.Path, key, diag.Differs, fmt.Sprintf("%s: fasti would now say %s", key, next), "change it if you agree; it stays as it is otherwise"))
}

// add appends an entry to a list, and its hash.
func (r *actorRenewal) add(key string, entry any, hash string) {
	r.edits = append(r.edits, frontmatter.Append(entry, ActorKeys(), key))
	hashes := frontmatter.InlineList{}
	for _, h := range r.lists[key] {
		hashes = append(hashes, frontmatter.Quoted(h))
	}
	r.lists[key] = append(slices.Clone(r.lists[key]), hash)
	hashes = append(hashes, frontmatter.Quoted(hash))
	r.edits = append(r.edits, frontmatter.Set(hashes, []string{"title", "kind", "country", "names", "known_as", "roles"}, "fasti", "wrote", key))
}

func (r *actorRenewal) write() {
	if len(r.edits) > 0 {
		f, err := frontmatter.Parse(r.f.raw)
		var out []byte
		if err == nil {
			out, err = f.Edit(r.edits...)
		}
		if err != nil {
			d, _ := err.(diag.Diagnostic)
			d.File = r.f.Path
			r.report(d)
			return
		}
		r.file(r.f.Path, r.f.raw, out, "changed actor")
	}
	r.plan.Acts = append(r.plan.Acts, r.notes...)
}

// eventProposal gives a proposed join of two events their ids, titles and
// lines, as far as they have files already; merging knows sentences alone.
func (a *applier) eventProposal(d *diag.Diagnostic, p merge.Proposal) {
	d.Hint = "join them with fasti merge"
	article, _, _ := strings.Cut(p.A, ":")
	if x := a.plan.articles[article]; x != nil {
		d.File, d.Line, d.Col = x.Path, 1, 1
	}
	x, at := a.restsOn(p.A)
	y, _ := a.restsOn(p.B)
	if x == nil || y == nil || x == y {
		return
	}
	d.File, d.Line, d.Col = x.Path, at.line, at.col
	d.Message = fmt.Sprintf("%s (%s) and %s (%s) may be one event: %s", x.ID, x.Title, y.ID, y.Title, p.Evidence)
	d.Hint = fmt.Sprintf("join them: fasti merge %s --into %s; or keep them apart for ever: fasti apart %s %s", y.ID, x.ID, x.ID, y.ID)
}

// restsOn finds the event that rests on a sentence, "article:4", and the line
// of that source.
func (a *applier) restsOn(sentence string) (*Event, place) {
	article, number, _ := strings.Cut(sentence, ":")
	number, _, _ = strings.Cut(number, ":")
	for _, e := range a.restingOn(article) {
		for _, s := range e.Sources {
			if s.Article == article && strconv.Itoa(s.Sentence) == number {
				return e, e.at["sources."+s.ID]
			}
		}
	}
	return nil, place{}
}

// restingOn gives the events that can be joined and rest on an article, in the
// order of the content.
func (a *applier) restingOn(article string) []*Event {
	if a.resting == nil {
		a.resting = map[string][]*Event{}
		for _, e := range a.c.Events {
			if e.Review != Proposed && !e.weighty() {
				continue
			}
			for _, s := range e.Sources {
				if l := a.resting[s.Article]; len(l) == 0 || l[len(l)-1] != e {
					a.resting[s.Article] = append(l, e)
				}
			}
		}
	}
	return a.resting[article]
}

// proposals reports the joins that merging did not dare.
func (a *applier) proposals(t *merge.Timeline) {
	file := map[string]*Actor{}
	for _, x := range a.c.Actors {
		file[x.ID] = x
	}
	for _, p := range t.Proposals {
		if p.What != "actor" && a.c.keptApart(p.A, p.B) {
			continue
		}
		if pair, ok := a.pairOf(p, t); ok {
			a.plan.Pairs = append(a.plan.Pairs, pair)
		}
		d := diag.Diagnostic{Code: diag.Proposal, Message: fmt.Sprintf("%s and %s may be one %s: %s", p.A, p.B, p.What, p.Evidence)}
		if p.What == "actor" {
			d.Hint = "add the name to known_as of one, or to its not"
			for _, id := range []string{p.A, p.B} {
				if x := file[id]; x != nil && d.File == "" {
					d.File, d.Line, d.Col = x.Path, 1, 1
				}
			}
		} else {
			a.eventProposal(&d, p)
		}
		a.report(d)
	}
}
