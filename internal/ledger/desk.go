package ledger

import (
	"slices"
	"strings"

	"fasti/extract/merge"
	"fasti/internal/decisions"
)

// Pair is a join that fasti proposes and does not dare: two events, or two
// actors. B of a pair of actors may have no file yet.
type Pair struct {
	What     string // "event" or "actor"
	A, B     string // ids
	Names    [2]string
	Evidence string
}

// pairOf gives a proposal of the merging its ids, so that people can act on
// it; false if one of the two has no file to act on.
func (a *applier) pairOf(p merge.Proposal, t *merge.Timeline) (Pair, bool) {
	if p.What == "event" {
		x, _ := a.restsOn(p.A)
		y, _ := a.restsOn(p.B)
		if x == nil || y == nil || x == y {
			return Pair{}, false
		}
		return Pair{p.What, x.ID, y.ID, [2]string{x.Title, y.Title}, p.Evidence}, true
	}
	out := Pair{What: p.What, A: p.A, B: p.B, Evidence: p.Evidence}
	for _, x := range t.Actors {
		switch x.ID {
		case p.A:
			out.Names[0] = x.Name
		case p.B:
			out.Names[1] = x.Name
		}
	}
	there := [2]bool{}
	for _, x := range a.c.Actors {
		there[0], there[1] = there[0] || x.ID == p.A, there[1] || x.ID == p.B
	}
	if !there[0] {
		out.A, out.B, out.Names = out.B, out.A, [2]string{out.Names[1], out.Names[0]}
	}
	return out, there[0] || there[1]
}

// Apart reports whether people keep two events apart.
func (c *Content) Apart(a, b string) bool { return c.know().apart[pair(a, b)] }

// Sees reports whether a person has answered a note, by its sign.
func (c *Content) Sees(sign string) bool { return c.know().seen[sign] }

// Version names the bytes of the event's file: another version, another file.
func (e *Event) Version() string { return decisions.Hash(e.raw) }

// Version names the bytes of the actor's file.
func (a *Actor) Version() string { return decisions.Hash(a.raw) }

// Line is the line of the file that a key stands on; entries of sources as
// "sources.ID". 1 if the file does not have it.
func (e *Event) Line(key string) int { return max(1, e.at[key].line) }

// Fields are what people decide on in an event, as texts: what [Content.Do]
// sets by the same keys, and the actors as "id role", one a line.
func (e *Event) Fields() map[string]string {
	out := map[string]string{
		"title": e.Title, "when": e.when, "kind": e.Kind, "status": e.Status, "places": strings.Join(e.Places, ", "),
		textKey:  strings.TrimSpace(e.Body),
		"review": string(e.Review), "question": e.Question, "note": e.Note, "key": show(e.Key), "sources": "", "actors": "",
	}
	if e.Image != nil {
		out["image.path"] = e.Image.Path
		out["image.alt"], out["image.credit"], out["image.license"] = e.Image.Alt[""], e.Image.Credit, e.Image.License
	}
	for l, s := range e.Titles {
		out["titles."+l] = s
	}
	for l, s := range e.Summaries {
		out["summaries."+l] = s
	}
	for _, p := range e.Actors {
		out["actors"] += p.ID + " " + p.Role + "\n"
	}
	for _, s := range e.Sources {
		out["sources"] += s.ID + " " + s.Article + " " + s.Quote + " " + show(s.Misread) + "\n"
	}
	return out
}

// Touched reports whether a file of an actor was written by people or changed
// by them.
func (a *Actor) Touched() bool { return !a.Auto || len(a.Edited) > 0 }

// Group names what a plan does in the log, so that it can be taken back; "" if
// it does nothing that a person asked for.
func (p *Plan) Group() string {
	n, group := 0, ""
	for _, f := range p.Files {
		if f.What != "log" || !strings.HasPrefix(f.Path, decisions.PeopleDir+"/") {
			continue
		}
		acts, _, err := decisions.Parse(f.New)
		if err == nil && len(acts) > 0 && acts[0].N > n && slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Act == acts[0].Act }) {
			n, group = acts[0].N, acts[0].Group
		}
	}
	return group
}

// Roles are the parts that one may take in an event.
func Roles() []string { return roles() }
