package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// renewal is the work on one event file.
type renewal struct {
	*applier
	e     *Event
	edits []frontmatter.Edit
	body  *string // another text below the front matter; nil if it stays
	notes []Act
	weak  bool // it is still found, but below the threshold
	gone  bool // it goes into another event

	signed bool // what it says was changed in this step; see sign
	// after the edits
	after   Event // review, status and basis
	actors  []Part
	items   []int // which entry of the file each of them is; see partAt
	sources []Source
}

// renew brings the file of an automatic event into agreement with what was
// found for it: fs[0] is the event itself, the others were merged into it.
func (a *applier) renew(e *Event, fs []*found) {
	r := &renewal{applier: a, e: e, after: *e, actors: slices.Clone(e.Actors), sources: slices.Clone(e.Sources)}
	if e.Review == Proposed || e.byItself(Withdrawn) {
		// What nobody has looked at goes when it is not sure enough any more.
		n := len(fs)
		fs = slices.DeleteFunc(slices.Clone(fs), func(f *found) bool { return f.candidate })
		r.weak = n > 0 && len(fs) == 0
	}
	if e.byItself(Merged) && !slices.ContainsFunc(fs, func(f *found) bool { return !f.candidate }) {
		return // what is too weak for a file of its own does not part two
	}
	if len(fs) > 0 {
		r.scalars(fs[0])
		r.parts(fs[0].Actors)
	}
	r.evidence(fs)
	r.state(fs)
	if r.write() {
		return
	}
	if r.after.Published("all") && len(r.sources) > 0 { // as the next run will find it
		a.show(r.actors)
	}
	marks := []mark{}
	for _, s := range r.sources {
		marks = append(marks, markOf(s))
	}
	for _, f := range fs { // a source that a person removed still says what the event is
		for i, s := range f.Sources {
			if !a.heldElsewhere(s, e) && !a.waitsElsewhere(s, e) {
				marks = append(marks, f.marks[i])
			}
		}
	}
	if len(marks) == 0 { // withdrawn: what it rested on tells when it returns
		if k, ok := a.m.at[e.ID]; ok {
			marks = a.m.knowns[k].marks
		}
	}
	a.remember(e.ID, e.Path, marks)
}

// write applies the edits; it reports whether that failed.
func (r *renewal) write() (failed bool) {
	e := r.e
	if len(r.edits) > 0 || r.body != nil {
		f, err := frontmatter.Parse(e.raw)
		var out []byte
		if err == nil {
			out, err = f.Edit(r.edits...)
		}
		if err == nil {
			out, err = withBody(out, r.body)
		}
		if err != nil {
			r.editFault(e.Path, err)
			return true
		}
		r.file(e.Path, e.raw, out, "changed event")
	}
	r.plan.Acts = append(r.plan.Acts, r.notes...)
	return false
}

func (r *renewal) note(what decisions.Kind, key, before, after, reason string) {
	r.notes = append(r.notes, Act{Act: what, Event: r.e.ID, Key: key, Old: before, New: after, Reason: reason})
}

// noteSource notes an act on one source.
func (r *renewal) noteSource(what decisions.Kind, s Source, before, after, reason string) {
	r.notes = append(r.notes, aboutSource(Act{Act: what, Event: r.e.ID, Key: "sources", Old: before, New: after, Reason: reason}, s))
}

// aboutSource fills in which sentence an act is about.
func aboutSource(a Act, s Source) Act {
	a.Source, a.Article, a.Sentence = s.ID, s.Article, s.Sentence
	a.Like, a.Print = likeText(likeness(s.Quote)), fingerprint(s.Quote)
	return a
}

func likeText(like uint64) string { return fmt.Sprintf("%016x", like) }

// editFault reports that a file cannot be edited.
func (a *applier) editFault(path string, err error) {
	d, ok := err.(diag.Diagnostic)
	if !ok {
		d = diag.Diagnostic{Code: diag.CannotEdit, Message: err.Error()}
	}
	d.File = path
	a.report(d)
}

// wroteOrder is the order of the hashes.
func wroteOrder() []string {
	return []string{"title", "title_is", "title_lang", "when", "kind", "status", "places", "series", "basis", "confidence", "review", "publish", "actors", "sources"}
}

func (r *renewal) hash(key string, v any) {
	r.edits = append(r.edits, frontmatter.Set(hashed(v), wroteOrder(), "fasti", "wrote", key))
}

// scalars renews title, date and the like where nobody owns them. A person
// who accepted the event vouches for all of them as they stand.
func (r *renewal) scalars(f *found) {
	e := r.e
	if e.saysWhat(&f.Event) {
		return
	}
	now, next := e.values(), f.Event.values()
	waits := len(r.c.Pending(e)) > 0 // what fasti reads in the new sentence is not asked for before that one is taken
	for _, key := range []string{"title", "title_is", "title_lang", "when", "kind", "status", "places", "series", "basis", "confidence", "publish"} {
		if sameValue(now[key], next[key]) {
			continue
		}
		about := key == "title_is" || key == "title_lang" // they speak of fasti's title and go with it
		if about && owned(e.wrote, "title", e.has["title"], now["title"]) {
			continue
		}
		noise := about || key == "confidence" || key == "basis" || key == "publish"
		if e.vouched() || owned(e.wrote, key, e.has[key], now[key]) {
			if !noise && !waits && e.wrote[key] != fingerprint(next[key]) {
				r.report(e.at.diagnose(e.Path, key, diag.Differs, fmt.Sprintf("%s: fasti would now say %s", key, show(next[key])), "change it if you agree; it stays as it is otherwise"))
			}
			continue
		}
		r.set(key, &f.Event)
		if !noise {
			r.note(decisions.Changed, key, show(now[key]), show(next[key]), "")
		}
	}
}

// saysWhat reports whether all of [Event.values] are the same of both.
func (e *Event) saysWhat(f *Event) bool {
	series := e.Series == f.Series || e.Series != nil && f.Series != nil && *e.Series == *f.Series
	title := e.Title == f.Title && e.TitleIs == f.TitleIs && e.TitleLang == f.TitleLang
	judged := e.Status == f.Status && e.Basis == f.Basis && e.Confidence == f.Confidence && e.Hidden == f.Hidden
	return title && judged && series && e.when == f.when && e.Kind == f.Kind && slices.Equal(e.Places, f.Places)
}

// set writes one key and its hash; a value that is none removes both.
func (r *renewal) set(key string, f *Event) {
	var v any
	switch key {
	case "title":
		v = f.Title
	case "when":
		if f.when != "" {
			v = frontmatter.Quoted(f.when)
		}
	case "title_is":
		v = text(f.TitleIs)
	case "title_lang":
		v = text(f.TitleLang)
	case "kind":
		v = f.Kind
	case "status":
		v, r.after.Status = f.Status, f.Status
	case "places":
		v = inlineTexts(f.Places)
	case "series":
		if f.Series != nil {
			v = seriesEntry(f.Series)
		}
	case "basis", "confidence":
		r.setNote(key, f)
		return
	case "publish":
		r.after.Hidden = f.Hidden
		if f.Hidden {
			v = false
		}
	}
	if v == nil {
		r.edits = append(r.edits, frontmatter.Delete(key), frontmatter.Delete("fasti", "wrote", key))
		return
	}
	r.edits = append(r.edits, frontmatter.Set(v, EventKeys(), key))
	r.hash(key, f.values()[key])
}

// setNote writes one of fasti's notes; where an older file has it among the
// keys of people, there.
func (r *renewal) setNote(key string, f *Event) {
	var v any = f.Confidence
	if key == "basis" {
		v, r.after.Basis = f.Basis, f.Basis
	}
	if r.e.has[key] {
		r.edits = append(r.edits, frontmatter.Set(v, EventKeys(), key))
		r.hash(key, f.values()[key])
		return
	}
	r.edits = append(r.edits, frontmatter.Set(v, notesOrder(), "fasti", key))
}

// text is a text to write; an empty one is not written.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// show prints a value for people.
func show(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case []string:
		return strings.Join(v, ", ")
	case *Series:
		if v == nil {
			return ""
		}
		return fmt.Sprintf("%d of %s", v.Number, v.What)
	}
	return fmt.Sprint(v)
}

// parts renews the entries of actors one by one.
func (r *renewal) parts(want []Part) {
	e := r.e
	if e.vouched() {
		return
	}
	wanted := map[string]string{}
	for _, p := range want {
		wanted[p.ID] = p.Role
	}
	for i := len(r.actors) - 1; i >= 0; i-- {
		p := r.actors[i]
		key := "actors." + p.ID
		role, ok := wanted[p.ID]
		switch {
		case owned(e.wrote, key, true, p.Role):
		case !ok:
			r.edits = append(r.edits, frontmatter.DeleteItem(e.items[i], "actors"), frontmatter.Delete("fasti", "wrote", "actors", p.ID))
			r.actors = slices.Delete(r.actors, i, i+1)
			r.note(decisions.Changed, "actors", p.ID+" "+p.Role, "", "")
		case role != p.Role:
			r.actors[i].Role = role
			r.edits = append(r.edits, frontmatter.SetItem(e.items[i], inlinePart(r.actors[i]), "actors"))
			r.entryHash("actors", p.ID, role)
			r.note(decisions.Changed, "actors", p.ID+" "+p.Role, p.ID+" "+role, "")
		}
	}
	for _, p := range want {
		_, had := e.wrote["actors."+p.ID]
		if had || slices.ContainsFunc(e.Actors, func(q Part) bool { return q.ID == p.ID }) {
			continue // there already, or a person has removed it
		}
		r.edits = append(r.edits, frontmatter.Append(inlinePart(p), EventKeys(), "actors"))
		r.entryHash("actors", p.ID, p.Role)
		r.actors = append(r.actors, p)
		r.note(decisions.Changed, "actors", "", p.ID+" "+p.Role, "")
	}
}

func (r *renewal) entryHash(list, id string, v any) {
	r.edits = append(r.edits, frontmatter.Set(hashed(v), nil, "fasti", "wrote", list, id))
}

// state withdraws an event whose last source is gone, and brings it back when
// evidence returns. Where a person has decided otherwise, that stands.
func (r *renewal) state(fs []*found) {
	e := r.e
	auto := e.byItself(Withdrawn) || e.byItself(Merged)
	_, decided := e.wrote["review"]
	switch {
	case len(r.sources) == 0 && !auto && !decided && e.review != Withdrawn:
		r.edits = append(r.edits, frontmatter.Set(string(Withdrawn), EventKeys(), "review"))
		r.hash("review", string(Withdrawn))
		r.after.Review = Withdrawn
		if e.review != Proposed {
			r.edits = append(r.edits, frontmatter.Set(string(e.review), []string{"id", "was", "wrote"}, "fasti", "was"))
		}
		reason := "the last source is gone"
		if r.weak {
			reason = "the reports are not sure enough"
		}
		r.note(decisions.Withdrawn, "review", string(e.review), string(Withdrawn), reason)
	case len(r.sources) > 0 && auto && len(fs) > 0:
		back := e.was
		if back == "" {
			back = Proposed
		}
		r.after.Review = back
		r.edits = append(r.edits, frontmatter.Set(string(back), EventKeys(), "review"),
			frontmatter.Delete("into"), frontmatter.Delete("fasti", "was"), frontmatter.Delete("fasti", "wrote", "review"))
		r.note(decisions.Returned, "review", string(e.review), string(back), "a source is there again")
	}
}

// redirect turns an automatic event into a pointer to the one that has its
// evidence now.
func (a *applier) redirect(e, into *Event) {
	r := &renewal{applier: a, e: e, sources: e.Sources}
	r.edits = append(r.edits,
		frontmatter.Set(string(Merged), EventKeys(), "review"),
		frontmatter.Set(into.ID, EventKeys(), "into"))
	r.hash("review", string(Merged))
	r.notes = append(r.notes, Act{Act: decisions.Joined, Event: e.ID, Into: into.ID, Reason: "the reports tell of one event"})
	r.write()
}
