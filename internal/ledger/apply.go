package ledger

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"fasti/extract/event"
	"fasti/extract/merge"
	"fasti/internal/diag"
	"fasti/internal/edtf"
)

// Options steer [Content.Apply].
type Options struct {
	Day       string // YYYY-MM-DD, for content/fasti.history; the ledger has no clock
	Threshold int    // confidence per cent from which denied, hypothetical and undated events are kept; 0: that of package event
}

func (o Options) threshold() int { return cmp.Or(o.Threshold, event.DefaultThreshold) }

// Plan is what would be written. Nothing is, before [Plan.Write].
type Plan struct {
	Files    []File            // in the order in which they are written
	Changes  []Change          // new lines of content/fasti.history
	Findings []diag.Diagnostic // what a person may want to look at
	articles map[string]*Article
}

// File is one file to write.
type File struct {
	Path string // relative to the site's folder, with slashes
	Old  []byte // nil if the file is new
	New  []byte
	What string // "new event", "changed event", "new actor", "changed actor", "ids", "history"
}

// Empty reports whether nothing would be written.
func (p *Plan) Empty() bool { return len(p.Files) == 0 }

// Count is the number of files of one kind: "new event".
func (p *Plan) Count(what string) int {
	n := 0
	for _, f := range p.Files {
		if f.What == what {
			n++
		}
	}
	return n
}

// Apply reconciles the content with a timeline made of all its articles, and
// says what to write. What people have changed, removed, rejected or accepted
// stays; what fasti wrote and nobody touched follows the articles. The same
// timeline a second time gives an empty plan.
func (c *Content) Apply(t *merge.Timeline, opt Options) *Plan {
	a := &applier{c: c, opt: opt, plan: &Plan{articles: map[string]*Article{}}, fs: findings(t, opt), m: c.matcher()}
	for _, x := range c.Articles {
		a.plan.articles[x.Name] = x
	}
	a.minted = c.given()
	a.note()
	a.cast = a.castOf(t)
	for _, f := range a.fs {
		a.cast.rename(f)
	}
	a.events()
	a.actors(t)
	a.proposals(t)
	a.finish()
	return a.plan
}

// applier holds one run of Apply.
type applier struct {
	c       *Content
	opt     Options
	plan    *Plan
	fs      []*found
	m       *matcher
	minted  map[string]minted // by id
	ids     map[string]bool   // given, in lower case
	slugs   map[string]bool
	shown   map[string]bool // ids of actors in published events
	gone    map[string]bool // ids of events that became redirects in this run
	doubled map[string]bool
	cast    *cast
	names   map[string][]*Actor // see byName
}

// given is fasti.ids by id.
func (c *Content) given() map[string]minted {
	out := make(map[string]minted, len(c.minted))
	for _, m := range c.minted {
		out[m.id] = m
	}
	return out
}

// note notes all ids and names of files that were ever given.
func (a *applier) note() {
	a.ids, a.slugs, a.shown = map[string]bool{}, map[string]bool{}, map[string]bool{}
	a.gone, a.doubled = map[string]bool{}, map[string]bool{}
	for _, x := range a.minted {
		a.ids[x.id], a.slugs[strings.ToLower(x.slug())] = true, true
	}
	for _, e := range a.c.Events {
		a.ids[e.ID], a.slugs[strings.ToLower(e.Slug)] = true, true
	}
	for name := range a.c.broken {
		a.slugs[strings.ToLower(name)] = true
	}
	// Files whose ids are not in fasti.ids: of a run that was interrupted, or
	// of another branch.
	for _, e := range a.c.Events {
		if e.Auto && !a.given(e.ID) {
			a.remember(e.ID, e.Path, e.marks())
		}
	}
	for _, x := range a.c.Actors {
		if x.Auto && !a.given(x.ID) {
			a.remember(x.ID, x.Path, nil)
		}
	}
}

// given reports whether fasti.ids has the id.
func (a *applier) given(id string) bool {
	_, ok := a.minted[id]
	return ok
}

// marks are the event's sources in short.
func (e *Event) marks() []mark {
	var out []mark
	for _, s := range e.Sources {
		out = append(out, markOf(s))
	}
	return out
}

// change notes a line of the history.
func (a *applier) change(id, what, key, before, after, reason string) {
	a.plan.Changes = append(a.plan.Changes, Change{a.opt.Day, id, what, key, before, after, reason})
}

func (a *applier) report(d diag.Diagnostic) { a.plan.Findings = append(a.plan.Findings, d) }

// events brings the event files into agreement with the timeline.
func (a *applier) events() {
	of, pairs := a.m.match(a.fs)
	for i, k := range of {
		if k >= 0 {
			a.seen(a.m.knowns[k], a.fs[i])
		}
	}
	news := a.leftOver(of, pairs)
	joined := a.joins(of, pairs)
	for i, e := range a.c.Events {
		var fs []*found
		for _, j := range joined[i] {
			fs = append(fs, a.fs[j])
		}
		switch {
		case e.Auto && e.live() && !a.gone[e.ID] && (len(fs) > 0 || !e.byItself(Merged)):
			a.renew(e, fs)
		case !e.Auto && e.Published("all"):
			a.show(e.Actors)
		}
	}
	for _, f := range news {
		a.create(f)
	}
}

// seen keeps the evidence of an id up to date where the file does not: for
// deleted files and for events that people have taken out.
func (a *applier) seen(k known, f *found) {
	if k.ev != nil && k.ev.Auto && k.ev.live() {
		return // its sources are in the file; see remember
	}
	a.remember(k.id, "", append(slices.Clone(k.marks), f.marks...))
}

// remember sets the evidence of an id.
func (a *applier) remember(id, file string, marks []mark) {
	m, ok := a.minted[id]
	if !ok {
		if file == "" {
			return
		}
		m = minted{id: id, path: strings.TrimPrefix(file, "content/")}
	}
	m.marks = sortMarks(marks)
	a.minted[id] = m
}

// live reports whether the event is one that fasti still writes to.
func (e *Event) live() bool {
	return e.Review == Proposed || e.Review == Accepted || e.Review == Corrected || e.Review == Withdrawn || e.byItself(Merged)
}

// byItself reports whether fasti, and no person, gave the event its state.
func (e *Event) byItself(r Review) bool {
	return e.review == r && e.wrote["review"] == fingerprint(string(r))
}

// leftOver gives the found events that are new. Evidence that a reviewed
// event holds already, and that was only cut off from it, is none of theirs.
func (a *applier) leftOver(of []int, pairs []likely) []*found {
	holder := map[int]int{} // known -> found
	for i, k := range of {
		if k >= 0 {
			holder[k] = i
		}
	}
	claims := map[int][]int{} // found -> reviewed events that it shares evidence with
	for _, p := range pairs {
		if ev := a.m.knowns[p.known].ev; of[p.found] < 0 && ev != nil && ev.weighty() {
			claims[p.found] = append(claims[p.found], p.known)
		}
	}
	var out []*found
	for i, f := range a.fs {
		if of[i] >= 0 || f.candidate {
			continue
		}
		for _, k := range claims[i] {
			f.without(a.m.knowns[k], a.fs, holder[k])
		}
		if len(f.Sources) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// weighty reports whether a person has vouched for the event.
func (e *Event) weighty() bool { return e.Review == Accepted || e.Review == Corrected || !e.Auto }

// without takes away the sources that a reviewed event holds, unless the
// found event that is that event holds them too: then the sentence tells of
// two events.
func (f *found) without(k known, fs []*found, holder int) {
	for i := len(f.Sources) - 1; i >= 0; i-- {
		mk := f.marks[i]
		held := slices.ContainsFunc(k.marks, func(b mark) bool { return b.like == mk.like && b.trigger == mk.trigger })
		both := holder < len(fs) && fs[holder] != f && slices.ContainsFunc(fs[holder].marks, func(b mark) bool { return b.like == mk.like })
		if held && !both {
			f.Sources, f.marks = slices.Delete(f.Sources, i, i+1), slices.Delete(f.marks, i, i+1)
		}
	}
}

// joins gives for each event the found events that it takes up: its own, and
// those of the events that were merged into it. An automatic event whose
// evidence now belongs to another one becomes a redirect to that.
func (a *applier) joins(of []int, pairs []likely) map[int][]int {
	at := map[string]int{}
	for i, e := range a.c.Events {
		at[e.ID] = i
	}
	out := map[int][]int{}
	own := map[int]bool{}
	for j, k := range of {
		if k < 0 || a.m.knowns[k].ev == nil {
			continue
		}
		i := at[a.m.knowns[k].id]
		if e := a.c.Events[i]; e.review == Merged && !e.byItself(Merged) {
			if t, ok := a.target(e, at); ok {
				out[t] = append(out[t], j)
			}
			continue
		}
		own[i] = true
		out[i] = append([]int{j}, out[i]...)
	}
	for _, p := range pairs {
		e := a.m.knowns[p.known].ev
		if e == nil || !e.Auto || own[at[e.ID]] || of[p.found] == p.known || of[p.found] < 0 {
			continue
		}
		into := a.m.knowns[of[p.found]].ev
		if into == nil || !into.Auto || !into.live() || into.byItself(Merged) {
			continue
		}
		switch {
		case e.review == Proposed && len(e.Edited) == 0:
			own[at[e.ID]], a.gone[e.ID] = true, true
			a.redirect(e, into)
		case e.weighty() && !a.doubled[e.ID]:
			a.doubled[e.ID] = true
			a.report(e.at.diagnose(e.Path, "sources", diag.PossibleDouble, fmt.Sprintf("its evidence also belongs to %s (%s)", into.ID, into.Title), "join them with fasti merge, or leave both"))
		}
	}
	return out
}

// target follows into: to the event that stands for a merged one.
func (a *applier) target(e *Event, at map[string]int) (int, bool) {
	for range 50 {
		if len(e.Into) != 1 {
			return 0, false
		}
		i, ok := at[e.Into[0]]
		if !ok {
			return 0, false
		}
		if e = a.c.Events[i]; e.review != Merged {
			return i, e.Auto && e.live()
		}
	}
	return 0, false
}

// file notes a file to write, unless it says that already.
func (a *applier) file(path string, before, after []byte, what string) {
	if before == nil || !bytes.Equal(before, after) {
		a.plan.Files = append(a.plan.Files, File{path, before, after, what})
	}
}

// finish adds the ledger's own files. The history comes first and the ids
// last: whatever point an interruption comes at, an id without a file is only
// ever one whose file a person deleted.
func (a *applier) finish() {
	slices.SortStableFunc(a.plan.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	a.plan.Changes = a.c.fresh(a.plan.Changes)
	if h, ok := a.c.appendHistory(a.plan.Changes); ok {
		a.plan.Files = slices.Insert(a.plan.Files, 0, h)
	}
	var all []minted
	for _, id := range sortedKeys(a.minted) {
		all = append(all, a.minted[id])
	}
	ids := printIDs(all)
	if len(a.minted) > 0 && !bytes.Equal(ids, a.c.rawIDs) {
		a.plan.Files = append(a.plan.Files, File{idsFile, a.c.rawIDs, ids, "ids"})
	}
	diag.Sort(a.plan.Findings)
}

// fresh leaves out the changes that the history has: those of a run that was
// interrupted before it had written all files.
func (c *Content) fresh(changes []Change) []Change {
	had := map[Change]bool{}
	for _, h := range c.History {
		h.Day = ""
		if h.What == "new" {
			h = Change{ID: h.ID, What: h.What}
		}
		had[h] = true
	}
	var out []Change
	for _, x := range changes {
		k := x
		k.Day = ""
		if x.What == "new" {
			k = Change{ID: x.ID, What: x.What}
		}
		if had[k] && (x.What == "new" || x.What == "corrected" || c.latest(x)) {
			continue
		}
		out = append(out, x)
	}
	return out
}

// latest reports whether the change is the last that the history tells of its
// event and key.
func (c *Content) latest(x Change) bool {
	for i := len(c.History) - 1; i >= 0; i-- {
		if h := c.History[i]; h.ID == x.ID && h.Key == x.Key {
			h.Day = x.Day
			return h == x
		}
	}
	return false
}

// appendHistory gives content/fasti.history with new lines at its end.
func (c *Content) appendHistory(changes []Change) (File, bool) {
	if len(changes) == 0 {
		return File{}, false
	}
	b := slices.Clone(c.rawLog)
	if len(b) == 0 {
		b = []byte("# day, id, what, key, old, new, reason; apart by tabs, oldest first.\n")
	} else if b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	for _, x := range changes {
		b = append(b, x.line()...)
	}
	return File{historyFile, c.rawLog, b, "history"}, true
}

// birth chooses id and file of a new event.
func (a *applier) birth(f *found) (id, file, name string) {
	id = mintID(f.Sources[0], f.Title, func(s string) bool { return a.ids[s] })
	folder, prefix := datePath(f.When)
	name = strings.Trim(prefix+"-"+cmp.Or(slug(f.Title), f.Kind, "event"), "-")
	name = free(name, func(s string) bool { return a.slugs[strings.ToLower(s)] })
	a.ids[id], a.slugs[strings.ToLower(name)] = true, true
	return id, path.Join(eventsDir, folder, name+".md"), name
}

func parseWhen(s string) (edtf.Date, string) {
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}, ""
	}
	return d, s
}
