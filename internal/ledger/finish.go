package ledger

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// given is every id that was ever given.
func (c *Content) given() map[string]minted { return maps.Clone(c.know().minted) }

// given reports whether the id was given before, or in this run.
func (a *applier) given(id string) bool {
	_, ok := a.minted[id]
	return ok
}

// act notes what was done, for the log.
func (a *applier) act(x Act) { a.plan.Acts = append(a.plan.Acts, x) }

func (a *applier) report(d diag.Diagnostic) { a.plan.Findings = append(a.plan.Findings, d) }

// remember sets the evidence of an id, and the name of its file if that is
// another one now: the log keeps all names, so that no address is lost.
func (a *applier) remember(id, file string, marks []mark) {
	m, ok := a.minted[id]
	if !ok {
		if file == "" {
			return
		}
		m = minted{id: id, path: strings.TrimPrefix(file, "content/")}
	}
	if now := (minted{path: strings.TrimPrefix(file, "content/")}); file != "" && now.path != m.path && now.slug() != m.slug() {
		m.path = now.path
	}
	m.marks = sortMarks(marks)
	a.minted[id] = m
}

// file notes a file to write, unless it says that already.
func (a *applier) file(path string, before, after []byte, what string) {
	if before == nil || !bytes.Equal(before, after) {
		a.plan.Files = append(a.plan.Files, File{path, before, after, what})
	}
}

// finish closes the plan: the log's lines for what it does, and nothing else
// if it does nothing.
func (a *applier) finish() {
	a.evidenceLines()
	a.plan.log = a.c.Log()
	a.plan.opt = a.opt
	a.plan.legacy = a.c.legacy
	a.plan.seal()
}

// evidenceLines notes what ids rest on now, where the log says otherwise. That
// sentences only have other numbers is not worth a line.
func (a *applier) evidenceLines() {
	isNew := map[string]int{}
	for i, x := range a.plan.Acts {
		if x.Act == decisions.New {
			isNew[x.Event+x.Actor] = i
		}
	}
	for _, id := range sortedKeys(a.minted) {
		m, had := a.minted[id], a.c.know().minted[id]
		if had.path == m.path && sameMarks(had.marks, m.marks) {
			continue
		}
		if i, ok := isNew[id]; ok {
			a.plan.Acts[i].Path, a.plan.Acts[i].Marks = m.path, markTexts(m.marks)
			continue
		}
		x := Act{Act: decisions.Evidence, Event: id, Marks: markTexts(m.marks)}
		if had.path != m.path {
			x.Path = m.path
		}
		a.act(x)
	}
}

func markTexts(ms []mark) []string {
	var out []string
	for _, k := range ms {
		out = append(out, k.String())
	}
	return out
}

// sameMarks compares without the numbers of sentences.
func sameMarks(a, b []mark) bool {
	plain := func(ms []mark) []mark {
		out := slices.Clone(ms)
		for i := range out {
			out[i].sentence = 0
		}
		return sortMarks(out)
	}
	return slices.Equal(plain(a), plain(b))
}

// seal puts the plan's files into their order and adds those of the log.
func (p *Plan) seal() {
	p.Files = slices.DeleteFunc(p.Files, func(f File) bool { return f.What == "log" || f.What == "moved" })
	slices.SortStableFunc(p.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	var patches []decisions.Patch
	for _, f := range p.Files {
		if !p.human() {
			break // what the machine did is not taken back
		}
		patches = append(patches, decisions.Diff(f.Path, f.Old, f.New))
	}
	p.Files = append(p.Files, p.legacy.move()...)
	n := p.log.Next()
	var told []Act
	if len(p.hand) > 0 { // a group of their own: what the machine does now is not theirs to take back
		told = append(told, p.line(p.hand, n, "", nil)...)
		n++
	}
	if len(p.Acts) > 0 {
		told = append(told, p.line(p.Acts, n, p.opt.By, patches)...)
	}
	p.Changes = changesOf(told)
	slices.SortStableFunc(p.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	diag.Sort(p.Findings)
}

// line adds the files of one group of acts.
func (p *Plan) line(acts []Act, n int, by string, patches []decisions.Patch) []Act {
	people, machine, name := decisions.Seal(acts, n, p.opt.Day, by, patches)
	if len(people) > 0 {
		p.Files = append(p.Files, File{Path: path.Join(decisions.PeopleDir, name), New: decisions.Print(people), What: "log"})
	}
	if len(machine) > 0 {
		p.Files = append(p.Files, File{Path: path.Join(decisions.MachineDir, name), New: decisions.Print(machine), What: "log"})
	}
	return append(people, machine...)
}

// human reports whether the plan does what a person asked for.
func (p *Plan) human() bool {
	return slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Act.Human() })
}
