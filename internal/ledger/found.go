package ledger

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/merge"
)

// found is an event of the timeline in the terms of the ledger.
type found struct {
	Event
	published bool
	marks     []mark // of Sources
	candidate bool   // too weak to get a file, but enough to keep one
}

// findings turns the timeline's events into those of the ledger. Spans are
// those of the articles' bodies already.
func findings(t *merge.Timeline, opt Options) []*found {
	out := make([]*found, 0, len(t.Events))
	for i := range t.Events {
		if f := finding(&t.Events[i], opt); len(f.Sources) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// own copies a found event for one step, which may rename whom it names and take
// sources from it, but changes nothing inside of its lists of sources and actors.
func (f *found) own() *found {
	out := *f
	out.Places = slices.Clone(f.Places)
	if f.Series != nil {
		s := *f.Series
		out.Series = &s
	}
	return &out
}

func finding(m *merge.Event, opt Options) *found {
	f := &found{published: m.Published}
	f.Title = line(m.Title)
	f.When, f.when = parseWhen(m.When)
	f.Kind, f.Status, f.Basis = string(m.Kind), string(m.Status), string(m.Basis)
	if f.when == "" {
		f.Basis = "none"
	}
	f.Confidence = min(max(m.Confidence, 0), 100)
	f.Lang, f.TitleIs = m.Lang, string(m.TitleIs)
	for _, p := range m.Parts {
		if goodName(p.Actor) && !slices.ContainsFunc(f.Actors, func(q Part) bool { return q.ID == p.Actor }) {
			f.Actors = append(f.Actors, Part{ID: p.Actor, Role: string(p.Role)})
		}
	}
	for _, p := range m.Places {
		if p = line(p); p != "" && !slices.Contains(f.Places, p) {
			f.Places = append(f.Places, p)
		}
	}
	if s := m.Series; s != nil && s.Number > 0 {
		f.Series = &Series{Of: s.Of, What: line(s.What), Number: s.Number}
	}
	for i := range m.Sources {
		f.addSource(&m.Sources[i])
	}
	if f.Title == "" && len(f.Sources) > 0 {
		f.Title = cmp.Or(shorten(line(f.Sources[0].Quote), 90), f.Kind, "…")
	}
	if len(m.Sources) > 0 && m.Lang != m.Sources[0].Lang {
		f.TitleLang = m.Lang
	}
	kept := f.Status == "denied" || f.Status == "hypothetical" || f.Basis == "none"
	f.Hidden = !m.Published && !kept && f.when != "" && opt.Propose > 0 && f.Confidence >= opt.Propose
	f.candidate = !f.Hidden && !m.Published && (!kept || f.Confidence < opt.threshold())
	return f
}

func (f *found) addSource(m *merge.Source) {
	if !goodName(m.Article) || strings.TrimSpace(m.Quote) == "" {
		return
	}
	_, when := parseWhen(m.When)
	s := Source{
		Article: m.Article, Sentence: m.Sentence, Span: [2]int{m.Start, m.End}, When: when,
		Basis: string(m.Basis), Status: string(m.Status), Said: line(m.Said), Trigger: line(m.Trigger), Quote: m.Quote,
		Places: placesOf(m.Places),
	}
	s.Basis, s.Status = cmp.Or(s.Basis, "none"), cmp.Or(s.Status, "happened")
	if slices.ContainsFunc(f.Sources, func(q Source) bool { return q.Article == s.Article && q.Span == s.Span }) {
		return
	}
	f.Sources = append(f.Sources, s)
	f.marks = append(f.marks, markOf(s))
}

// placesOf writes places into one text.
func placesOf(places []string) string {
	var out []string
	for _, p := range places {
		if p = line(strings.ReplaceAll(p, "|", " ")); p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return strings.Join(out, "|")
}

// line brings a text onto one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts a text between words.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	cut := strings.LastIndexByte(s[:n], ' ')
	if cut < n/3 {
		for cut = n; cut > 0 && s[cut]&0xc0 == 0x80; cut-- {
		}
	}
	return s[:cut] + " …"
}
