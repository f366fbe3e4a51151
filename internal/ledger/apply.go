package ledger

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"fasti/extract/event"
	"fasti/extract/merge"
	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/edtf"
)

// Options steer [Content.Apply].
type Options struct {
	Day       string // YYYY-MM-DD, for the log; the ledger has no clock
	By        string // who decides, if known
	Reason    string // why, in a person's words; of acts that have none of their own
	Reopen    bool   // also touch what people have decided before
	Readers   int    // how many people review an event; more than one: who accepts what another has accepted signs it too
	Propose   int    // confidence per cent from which what is not published gets a file that is not shown; 0: none does
	Threshold int    // confidence per cent from which denied, hypothetical and undated events are kept; 0: that of package event
}

func (o Options) threshold() int { return cmp.Or(o.Threshold, event.DefaultThreshold) }

// Plan is what would be written. Nothing is, before [Plan.Write].
type Plan struct {
	Intent   string            // what it is for, in words
	Files    []File            // by path
	Acts     []Act             // new lines of the log
	Changes  []Change          // what of them a reader may see
	Findings []diag.Diagnostic // what a person may want to look at
	Pairs    []Pair            // joins that want a person's word
	Left     []Left            // what an act did not touch
	articles map[string]*Article

	hand   []Act // of people, by hand, that the log did not tell
	log    *decisions.Log
	opt    Options
	legacy legacy
}

// File is one file to write.
type File struct {
	Path string // relative to the site's folder, with slashes
	Old  []byte // nil if the file is new
	New  []byte // nil if the file is removed
	What string // "new event", "changed event", "removed event", the same of actors; "log", "moved"
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

// once is one step of [Content.Apply], with what the timeline has found, which
// stays as it is.
func (c *Content) once(t *merge.Timeline, fs []*found, opt Options) *Plan {
	a := c.begin("extract", opt)
	a.fs, a.m = make([]*found, len(fs)), c.matcher()
	for i, f := range fs {
		a.fs[i] = f.own()
	}
	a.heirs = c.heirs()
	a.m.heirs = a.heirs
	a.note()
	a.cast = a.castOf(t)
	for _, f := range a.fs {
		a.cast.rename(f)
	}
	a.events()
	a.actors(t)
	a.proposals(t)
	a.relayout()
	a.finish()
	return a.plan
}

// begin begins a plan: with what people have done by hand since the last one.
func (c *Content) begin(intent string, opt Options) *applier {
	a := &applier{c: c, opt: opt, plan: &Plan{Intent: intent, articles: map[string]*Article{}}, minted: c.given(), mem: c.know()}
	for _, x := range c.Articles {
		a.plan.articles[x.Name] = x
	}
	a.plan.hand = c.noticed()
	if len(a.plan.hand) > 0 {
		a.mem = remember(decisions.NewLog(append(slices.Clone(c.Log().Acts), numbered(a.plan.hand, c.Log().Next())...)))
	}
	return a
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
	mem     *memory             // what the log tells, with what people did by hand
	claims  map[[2]string]string
	heirs   map[string][]heir
	held    map[word][]*Event   // see heldEvidence
	resting map[string][]*Event // see restingOn
}

// numbered gives acts the place in the log that they will have.
func numbered(acts []Act, n int) []Act {
	out := slices.Clone(acts)
	for i := range out {
		out[i].N = n
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

// marks are the event's sources in short.
func (e *Event) marks() []mark {
	var out []mark
	for _, s := range e.Sources {
		out = append(out, markOf(s))
	}
	return out
}

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
	if k.ev != nil && (!k.ev.Auto || k.ev.live()) {
		return // its sources are in the file; see remember
	}
	a.remember(k.id, "", append(slices.Clone(k.marks), f.marks...))
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
