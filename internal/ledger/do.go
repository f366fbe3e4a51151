package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
	"fasti/internal/spell"
)

// Do plans acts of a person: what they change in files, and their lines of the
// log. What an act may not touch is left and told in [Plan.Left]; what it
// cannot do is an error among [Plan.Findings], and then nothing is planned at
// all. Which fields an act needs is said at its [decisions.Kind].
func (c *Content) Do(acts []Act, opt Options) *Plan {
	d := &doer{applier: c.begin(intentOf(acts), opt), open: map[string]*renewal{}, actors: map[string]*actorWork{}, parts: map[string]*Event{}}
	for _, x := range acts {
		if x.Reason == "" {
			x.Reason = line(opt.Reason)
		}
		if err := d.do(x); err != nil {
			d.fail(x, err)
		}
	}
	if !diag.HasErrors(d.plan.Findings) {
		d.flush()
	}
	if diag.HasErrors(d.plan.Findings) {
		return &Plan{Intent: d.plan.Intent, Findings: d.plan.Findings, Left: d.plan.Left}
	}
	if len(d.plan.Acts) == 0 {
		return &Plan{Intent: d.plan.Intent, Findings: d.plan.Findings, Left: d.plan.Left}
	}
	d.finish()
	return d.plan
}

func intentOf(acts []Act) string {
	if len(acts) == 0 {
		return "nothing"
	}
	return string(acts[0].Act)
}

// doer plans acts.
type doer struct {
	*applier
	open   map[string]*renewal   // events in work
	actors map[string]*actorWork // actors in work
	parts  map[string]*Event     // by event and title: events that sentences are split off to
}

// fail notes what an act cannot do.
func (d *doer) fail(x Act, err error) {
	f := diag.Diagnostic{Code: diag.CannotDo, Message: fmt.Sprintf("%s %s: %v", x.Act, x.Event+x.Actor, err)}
	if e := d.c.event(x.Event); e != nil {
		f.File, f.Line, f.Col = e.Path, 1, 1
	}
	var h hinted
	if errors.As(err, &h) {
		f.Message, f.Hint = fmt.Sprintf("%s %s: %s", x.Act, cmp.Or(x.Event, x.Actor, x.Article), h.what), h.hint
	}
	d.report(f)
}

// hinted is an error with a way out.
type hinted struct{ what, hint string }

func (h hinted) Error() string { return h.what }

func cannot(hint, format string, args ...any) error {
	return hinted{fmt.Sprintf(format, args...), hint}
}

// event finds an event by its id.
func (c *Content) event(id string) *Event {
	for _, e := range c.Events {
		if e.ID == id && id != "" {
			return e
		}
	}
	return nil
}

// do plans one act.
func (d *doer) do(x Act) error {
	switch x.Act {
	case decisions.Seen:
		d.act(x)
		return nil
	case decisions.NotName, decisions.RenameActor, decisions.MergeActors, decisions.SplitActor:
		return d.actorAct(x)
	case decisions.Set, decisions.Apart:
		if x.Actor != "" {
			return d.actorAct(x)
		}
		if x.Event == "" && x.Article != "" {
			return d.setArticle(x)
		}
	}
	e := d.c.event(x.Event)
	if e == nil {
		return cannot("give the id that stands under fasti: in its file", "there is no event %q", x.Event)
	}
	if why, ok := may(x.Act, e, d.opt.Reopen); !ok && !(x.Act == decisions.Accept && d.opt.second(e)) {
		d.leave(e, why)
		return nil
	}
	switch x.Act {
	case decisions.Accept, decisions.Reject:
		return d.review(x, e)
	case decisions.Merge:
		return d.merge(x, e)
	case decisions.Unmerge:
		return d.unmerge(x, e)
	case decisions.Apart:
		return d.apart(x, e)
	case decisions.Set:
		return d.set(x, e)
	}
	return d.sourceAct(x, e)
}

func (d *doer) leave(e *Event, why string) {
	d.plan.Left = append(d.plan.Left, Left{e.Path, e.ID, why})
}

// on gives the work on an event's file.
func (d *doer) on(e *Event) *renewal {
	r := d.open[e.ID]
	if r == nil {
		r = &renewal{applier: d.applier, e: e, after: *e, actors: slices.Clone(e.Actors), sources: slices.Clone(e.Sources)}
		d.open[e.ID] = r
	}
	return r
}

// flush writes all files in work.
func (d *doer) flush() {
	for _, id := range sortedKeys(d.open) {
		r := d.open[id]
		if r.write() {
			return
		}
		if r.e.Auto {
			d.remember(id, r.e.Path, r.rest())
		}
	}
	d.flushParts()
	d.flushActors()
}

// rest is what the event rests on after the act: its sentences, and what the
// log knows of it beside them.
func (r *renewal) rest() []mark {
	var out []mark
	for _, s := range r.sources {
		out = append(out, markOf(s))
	}
	for _, k := range r.minted[r.e.ID].marks {
		if !slices.ContainsFunc(out, func(q mark) bool { return q.article == k.article && q.like == k.like }) {
			out = append(out, k)
		}
	}
	return out
}

// review accepts or rejects.
func (d *doer) review(x Act, e *Event) error {
	r := d.on(e)
	if e.Review == Merged {
		if err := d.part(e, false); err != nil {
			return err
		}
	}
	to := Accepted
	switch {
	case x.Act == decisions.Reject:
		to = Rejected
	case e.Review == Corrected && d.opt.second(e):
		to = Corrected
	}
	r.mark(to, nil)
	r.sign(x.Act)
	x.Key, x.Old, x.New = "review", string(e.Review), string(to)
	d.act(x)
	return nil
}

// merge makes an event part of another, which takes over its sources.
func (d *doer) merge(x Act, e *Event) error {
	into := d.c.event(x.Into)
	switch {
	case into == nil:
		return cannot("give the id that stands under fasti: in its file", "there is no event %q", x.Into)
	case into == e:
		return cannot("name the events to join, and the one that stays", "it cannot be joined with itself")
	case !into.stands():
		return cannot("join into an event that stands", "%s is %s itself", into.ID, into.Review)
	}
	if r := d.open[into.ID]; r != nil && r.gone {
		return cannot("join all into one event that stays", "%s goes into another event itself", into.ID)
	}
	took := d.on(into).take(e)
	r := d.on(e)
	r.gone = true
	r.mark(Merged, into)
	x.Key, x.Old, x.New = "review", string(e.Review), ""
	if len(took) > 0 {
		x.Values = map[string]string{"took": strings.Join(took, " ")}
	}
	d.act(x)
	d.remember(into.ID, into.Path, append(d.on(into).rest(), d.minted[e.ID].marks...))
	return nil
}

// unmerge makes a merged event one of its own again.
func (d *doer) unmerge(x Act, e *Event) error {
	back := d.c.know().merged[e.ID].state
	if back == "" || back == Merged || back == Withdrawn {
		back = Proposed
	}
	if len(e.Into) != 1 {
		return cannot("name an event that is merged", "it is part of no one event")
	}
	x.Into, x.Key, x.Old, x.New = e.Into[0], "review", string(Merged), string(back)
	d.act(x)
	if err := d.part(e, true); err != nil {
		return err
	}
	r := d.on(e)
	r.edits = append(r.edits, frontmatter.Set(string(back), EventKeys(), "review"),
		frontmatter.Delete("into"), frontmatter.Delete("fasti", "was"), frontmatter.Delete("fasti", "wrote", "review"))
	return nil
}

// part takes the sentences of a merged event out of the one that took it in.
func (d *doer) part(e *Event, told bool) error {
	if len(e.Into) != 1 {
		return nil
	}
	into := d.c.event(e.Into[0])
	if into == nil {
		return nil
	}
	took := d.c.know().took(e.ID)
	r := d.on(into)
	for i := len(r.sources) - 1; i >= 0; i-- {
		s := r.sources[i]
		mine := slices.Contains(took, s.ID)
		if took == nil {
			mine = slices.ContainsFunc(e.Sources, func(q Source) bool { return q.Article == s.Article && q.Quote == s.Quote })
		}
		if mine {
			r.cut(i)
			d.act(aboutSource(Act{Act: decisions.Remove, Event: into.ID, Key: "sources", Old: s.Article + " " + s.Quote, Reason: "it is that of " + e.ID}, s))
		}
	}
	if len(e.Sources) > 0 {
		d.remember(into.ID, into.Path, without(r.rest(), e))
	}
	if !told {
		d.act(Act{Act: decisions.Unmerge, Event: e.ID, Into: into.ID, Key: "review", Old: string(Merged), New: string(Accepted)})
	}
	return nil
}

// without leaves out what another event rests on.
func without(marks []mark, e *Event) []mark {
	return slices.DeleteFunc(marks, func(k mark) bool {
		return slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Article == k.article && likeness(s.Quote) == k.like })
	})
}

// took gives the ids of the sources that a merge brought; nil if the log does
// not tell.
func (m *memory) took(event string) []string {
	if x, ok := m.merged[event]; ok && x.took != "" {
		return strings.Fields(x.took)
	}
	return nil
}

// apart keeps two events apart for ever.
func (d *doer) apart(x Act, e *Event) error {
	other := d.c.event(x.Into)
	if other == nil {
		return cannot("give the id that stands under fasti: in its file", "there is no event %q", x.Into)
	}
	if other == e {
		return cannot("name two events", "an event is not apart from itself")
	}
	if d.mem.apart[pair(e.ID, other.ID)] {
		d.leave(e, "kept apart already")
		return nil
	}
	for _, p := range [][2]*Event{{e, other}, {other, e}} {
		if p[0].Review == Merged && slices.Contains(p[0].Into, p[1].ID) {
			return cannot("part them with fasti unmerge "+p[0].ID, "%s is part of %s", p[0].ID, p[1].ID)
		}
	}
	d.act(x)
	return nil
}

// set corrects one key.
func (d *doer) set(x Act, e *Event) error {
	switch {
	case x.Key == "actors":
		if err := d.setPart(x, e); err != nil {
			return err
		}
		d.on(e).sign(x.Act)
		return nil
	case x.Key == textKey:
		return d.setText(x, e)
	case strings.Contains(x.Key, "."):
		return d.setBelow(x, e)
	}
	v, err := eventValue(x.Key, x.New)
	if err != nil {
		return err
	}
	old := ""
	if was, ok := e.values()[x.Key]; ok {
		old = show(was)
	} else {
		old = e.Fields()[x.Key]
	}
	if old == x.New && e.has[x.Key] {
		d.leave(e, fmt.Sprintf("%s says that already", x.Key))
		return nil
	}
	x.Old = old
	r := d.on(e)
	if x.New == "" {
		r.edits = append(r.edits, frontmatter.Delete(x.Key))
	} else {
		r.edits = append(r.edits, frontmatter.Set(v, EventKeys(), x.Key))
	}
	if _, says := e.values()[x.Key]; says {
		r.sign(x.Act)
	}
	d.act(x)
	return nil
}

// eventValue reads the new value of a key.
func eventValue(key, s string) (any, error) {
	switch key {
	case "title":
		if strings.TrimSpace(s) == "" {
			return nil, cannot("say what happened", "an event needs a title")
		}
		return line(s), nil
	case "kind":
		return s, oneOf(key, s, Kinds())
	case "when":
		if _, ok := parseWhen(s); s != "" && ok == "" {
			return nil, cannot(dateHint, "%q is no date", s)
		}
		return frontmatter.Quoted(s), nil
	case "status":
		return s, oneOf(key, s, statuses())
	case "places":
		var l []string
		for p := range strings.SplitSeq(s, ",") {
			if p = line(p); p != "" {
				l = append(l, p)
			}
		}
		return inlineTexts(l), nil
	case "question", "note":
		return line(s), nil
	case "key":
		if s != "true" && s != "false" && s != "" {
			return nil, cannot("write true or false", "key: %q is neither", s)
		}
		return s == "true", nil
	}
	return nil, noKey(key)
}

// oneOf refuses what is none of the words of a key; nothing is none of them, and
// takes the key out.
func oneOf(key, s string, words []string) error {
	if s == "" || slices.Contains(words, s) {
		return nil
	}
	hint := "one of " + strings.Join(words, ", ")
	if near := spell.Near(s, words); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return cannot(hint, "%s: %q is not one of its words", key, s)
}

// noKey refuses to set a key of an event, and says what can be done instead.
func noKey(key string) error {
	keys := settable()
	hint := strings.Join(keys, ", ")
	near := spell.Near(key, keys)
	switch {
	case key == "review" || key == "into":
		hint = "fasti accept, reject, merge, unmerge and split do that"
	case slices.Contains(EventKeys(), key):
		hint = "edit the file; an act sets " + hint
	case near != "":
		hint = "did you mean " + near + "? " + hint
	}
	return cannot(hint, "there is no key %q to set", key)
}

// settable are the keys of an event that an act sets.
func settable() []string {
	return []string{"title", "when", "kind", "status", "places", "actors", "key", "question", "note", "text",
		"titles.LANGUAGE", "summaries.LANGUAGE", "image.path", "image.alt", "image.credit", "image.license"}
}
