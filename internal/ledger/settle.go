package ledger

import (
	"path"
	"slices"
	"strings"

	"fasti/extract/merge"
	"fasti/internal/decisions"
)

// mostRounds bounds how often a plan is continued.
const mostRounds = 8

// Apply reconciles the content with a timeline made of all its articles, and
// says what to write. What people have changed, removed, rejected or accepted
// stays; what fasti wrote and nobody touched follows the articles. The same
// timeline a second time gives an empty plan: what one step makes possible (a word
// that an event gives up is another one's evidence) is done in the same plan.
func (c *Content) Apply(t *merge.Timeline, opt Options) *Plan {
	fs := findings(t, opt)
	p := c.once(t, fs, opt)
	step, now := p, c
	for range mostRounds {
		if step.Empty() || step.onlyHeeds() {
			break
		}
		now = now.next(step)
		if step = now.once(t, fs, opt); !step.Empty() {
			p = p.With(step)
			p.Findings, p.Pairs = step.Findings, step.Pairs // as things stand in the end
		}
	}
	return p
}

// onlyHeeds reports whether a step of [Content.Apply] has nothing to do but to put
// into the log which values people have changed by hand. Such lines are looked at
// in order to notice what people have changed, and for nothing else; so another
// step would find what this one found, and that the log tells it already.
func (p *Plan) onlyHeeds() bool {
	return len(p.Acts) == 0 &&
		!slices.ContainsFunc(p.Files, func(f File) bool { return f.What != "log" }) &&
		!slices.ContainsFunc(p.hand, func(a Act) bool { return a.Act != decisions.Set || !noticedValue(a.Key) })
}

// next gives the content as it will be when a plan is written, as far as another
// step looks at it. Unlike [Content.After] it reads only what the plan changes. What
// people have changed in other files is told by the plan's log, so that nothing can
// be noticed of them any more.
func (c *Content) next(p *Plan) *Content {
	over := map[string]bool{}
	l := &loader{c: &Content{broken: map[string]bool{}, unread: map[string][]byte{}}}
	for _, f := range p.Files {
		over[f.Path] = true
		if f.New == nil {
			continue
		}
		name := strings.TrimSuffix(path.Base(f.Path), ".md")
		switch {
		case strings.HasPrefix(f.Path, eventsDir+"/"):
			l.event(f.Path, name, f.New)
		case strings.HasPrefix(f.Path, actorsDir+"/"):
			l.actor(f.Path, name, f.New)
		case f.What == "log":
			if acts, _, err := decisions.Parse(f.New); err == nil { // they are fasti's own lines
				l.acts = append(l.acts, acts...)
			}
		}
	}
	l.c.Articles = c.Articles
	l.languages()
	acts := slices.DeleteFunc(slices.Clone(c.Log().Acts), func(a Act) bool { return a.Group == beforeLog }) // the plan has them
	out := *c
	out.Events = append(slices.DeleteFunc(slices.Clone(c.Events), func(e *Event) bool { return over[e.Path] }), l.c.Events...)
	out.Actors = append(slices.DeleteFunc(slices.Clone(c.Actors), func(a *Actor) bool { return over[a.Path] }), l.c.Actors...)
	out.quoted, out.legacy = nil, legacy{}
	(&loader{c: &out}).setLog(append(acts, l.acts...))
	out.sort()
	out.stirred = map[string]bool{}
	for _, e := range l.c.Events {
		out.stirred[e.ID] = true
	}
	for _, x := range l.c.Actors {
		out.stirred[x.ID] = true
	}
	for _, x := range l.acts {
		for _, id := range []string{x.Event, x.Actor, x.Into} {
			out.stirred[id] = true
		}
		for key := range x.Values {
			id, _, _ := strings.Cut(key, " ")
			out.stirred[id] = true
		}
	}
	return &out
}
