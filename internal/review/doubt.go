package review

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/internal/diag"
	"fasti/internal/edtf"
	"fasti/internal/fold"
	"fasti/internal/ledger"
)

// Doubt is one reason to look at an event.
type Doubt struct {
	Code   string `json:"code"`
	Text   string `json:"text"`
	Weight int    `json:"weight"`
	Sign   string `json:"sign,omitempty"` // of the note of check that says it

	group Group // that it puts the event into; "" for none
}

// dateCodes are the findings that cast doubt on a date, with their weight.
func dateCodes() map[diag.Code]int {
	return map[diag.Code]int{
		diag.DatesDiffer: 40, diag.AfterArticle: 40, diag.DatesExclude: 40, diag.TwoDates: 35, diag.WeekdayOff: 35, diag.Undated: 30,
		diag.NoSuchDay: 30, diag.DayOrMonth: 30, diag.WideDate: 20, diag.FarOff: 15, diag.HalfRead: 20,
	}
}

// sortFindings gives each event what check says of it: of its file, and of
// the sentences that it rests on.
func (d *Desk) sortFindings() {
	d.about = map[string][]diag.Diagnostic{}
	byFile := map[string][]diag.Diagnostic{}
	for _, f := range d.site.Found {
		byFile[f.File] = append(byFile[f.File], f)
	}
	for _, e := range d.site.Content.Events {
		found := slices.Clone(byFile[e.Path])
		for _, s := range e.Sources {
			a := d.article(s.Article)
			if a == nil {
				continue
			}
			first, _ := a.Position(min(s.Span[0], len(a.Body)))
			last, _ := a.Position(min(s.Span[1], len(a.Body)))
			for _, f := range byFile[a.Path] {
				if weight := dateCodes()[f.Code]; weight > 0 && first <= f.Line && f.Line <= last && d.within(f, a, s) {
					found = append(found, f)
				}
			}
		}
		d.about[e.ID] = found
	}
}

// within reports whether a finding in an article lies in a sentence; several
// may stand on one line.
func (d *Desk) within(f diag.Diagnostic, a *ledger.Article, s ledger.Source) bool {
	r := d.site.Results[a.Name]
	if r == nil || s.Sentence < 1 || s.Sentence > len(r.Doc.Sentences) {
		return true
	}
	span := r.Article.InBody(r.Doc.Sentences[s.Sentence-1].Span)
	line, col := a.Position(span.Start)
	endLine, endCol := a.Position(span.End)
	after := f.Line > line || f.Line == line && f.Col >= col
	before := f.Line < endLine || f.Line == endLine && f.Col <= endCol
	return after && before
}

// weigh says how doubtful an event is, why, and in which group it waits.
func (d *Desk) weigh(x *Entry, e *ledger.Event) {
	x.Group = Done
	if e.Review == ledger.Proposed {
		x.Group = Rest
		x.Doubts = append(d.dateDoubts(e), d.otherDoubts(e)...)
	} else if d.wantsReader(e) {
		x.Group = Second
	}
	x.Doubts = append(x.Doubts, d.doubleDoubts(e)...)
	x.Doubts = append(x.Doubts, d.changeDoubts(e)...)
	for _, b := range x.Doubts {
		x.Doubt += b.Weight
		if b.group != "" && slices.Index(groups(), b.group) < slices.Index(groups(), x.Group) {
			x.Group = b.group
		}
	}
	if e.Review == ledger.Proposed {
		x.Doubt += 100 - e.Confidence
	}
}

// wantsReader reports whether an event that others have accepted or corrected
// waits for one more reader, who sits at the desk.
func (d *Desk) wantsReader(e *ledger.Event) bool {
	seen := e.Review == ledger.Accepted || e.Review == ledger.Corrected
	return d.site.Who != "" && d.site.Content.Readers > 1 && seen && e.Unread(d.site.Content.Readers) && !slices.Contains(e.ReviewedBy, d.site.Who)
}

func (d *Desk) dateDoubts(e *ledger.Event) []Doubt {
	var out []Doubt
	for _, f := range d.about[e.ID] {
		if w := dateCodes()[f.Code]; w > 0 {
			out = append(out, Doubt{Code: string(f.Code), Text: f.Message, Weight: w, Sign: f.Sign(), group: Dates})
		}
	}
	switch e.Basis {
	case "inherited":
		out = append(out, Doubt{Code: "date-inherited", Text: "the date was taken from a sentence nearby", Weight: 25, group: Dates})
	case "dct":
		out = append(out, Doubt{Code: "date-of-report", Text: "the report says no date; that of its publication was taken", Weight: 15})
	case "inferred":
		out = append(out, Doubt{Code: "date-inferred", Text: "a part of the date was worked out", Weight: 5})
	}
	return out
}

func (d *Desk) otherDoubts(e *ledger.Event) []Doubt {
	var out []Doubt
	plus := func(code string, weight int, format string, args ...any) {
		out = append(out, Doubt{Code: code, Text: fmt.Sprintf(format, args...), Weight: weight})
	}
	for _, f := range d.about[e.ID] {
		if f.Code == diag.TitleQuoted {
			out = append(out, Doubt{Code: string(f.Code), Text: f.Message, Weight: 10, Sign: f.Sign()})
		}
	}
	if e.Hidden {
		plus("not-sure", 10, "it was not sure enough to be shown before somebody looks")
	}
	if len(e.Actors) == 0 {
		plus("nobody", 10, "nobody takes part in it")
	}
	var statuses []string
	for _, s := range e.Sources {
		statuses = add(statuses, s.Status)
	}
	if len(statuses) > 1 {
		plus("status-differs", 20, "the reports do not agree whether it took place: %s", strings.Join(statuses, ", "))
	}
	return out
}

func (d *Desk) doubleDoubts(e *ledger.Event) []Doubt {
	var out []Doubt
	for _, p := range d.doubles[e.ID] {
		if e.Review != ledger.Proposed && d.Event(p.ID).Review == ledger.Proposed {
			continue // it is asked with the other one
		}
		out = append(out, Doubt{Code: string(diag.PossibleDouble), Text: fmt.Sprintf("it may be the same as “%s”: %s", p.Title, p.Evidence), Weight: 40, group: Doubles})
	}
	return out
}

func (d *Desk) changeDoubts(e *ledger.Event) []Doubt {
	var out []Doubt
	pending := d.site.Content.Pending(e)
	for _, s := range e.Sources {
		n, ok := pending[s.ID]
		if !ok || n.Kept {
			continue
		}
		text := "its report has changed since it was reviewed"
		if n.Standing == ledger.Gone {
			text = "its report is gone since it was reviewed"
		}
		out = append(out, Doubt{Code: string(diag.ReportChanged), Text: text, Weight: 60, group: Changed})
	}
	return out
}

// busyness counts the events of each actor that stand.
func (d *Desk) busyness() map[string]int {
	out := map[string]int{}
	for _, e := range d.site.Content.Events {
		if stands(e) {
			for _, p := range e.Actors {
				out[p.ID]++
			}
		}
	}
	return out
}

func stands(e *ledger.Event) bool {
	switch e.Review {
	case ledger.Rejected, ledger.Merged, ledger.Split, ledger.Withdrawn:
		return false
	}
	return true
}

// reach estimates how many readers a mistake in an event would meet: it grows
// with the reports that tell of it, with the events of its busiest actor, in
// powers of two, and for the events of the home page.
func reach(e *Entry, busy map[string]int) int {
	most := 0
	for _, a := range e.Actors {
		most = max(most, busy[a])
	}
	n := 1 + len(e.Articles) + bits.Len(uint(most))
	if e.key {
		n *= 2
	}
	return n
}

// Pair is an event that may be the same as another.
type Pair struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Evidence string `json:"evidence"`
}

// findDoubles gives for each event those that may be the same: what the
// merging proposes, and of two that lie on one day those that tell it in much
// the same words or of the same people. Pairs that people keep apart are none.
func (d *Desk) findDoubles() map[string][]Pair {
	out := map[string][]Pair{}
	seen := map[[2]string]bool{}
	plus := func(a, b *ledger.Event, evidence string) {
		key := [2]string{min(a.ID, b.ID), max(a.ID, b.ID)}
		if a == b || seen[key] || !stands(a) || !stands(b) || d.site.Content.Apart(a.ID, b.ID) {
			return
		}
		seen[key] = true
		out[a.ID] = append(out[a.ID], Pair{b.ID, b.Title, evidence})
		out[b.ID] = append(out[b.ID], Pair{a.ID, a.Title, evidence})
	}
	days := map[string][]*ledger.Event{}
	for _, e := range d.site.Content.Events {
		if day := e.When.String(); day != "" && stands(e) {
			days[day] = append(days[day], e)
		}
	}
	for _, p := range d.site.Pairs {
		if a, b := d.events[p.A], d.events[p.B]; p.What == "event" && a != nil && b != nil {
			plus(a, b, p.Evidence)
		}
	}
	for _, e := range d.site.Content.Events {
		same := days[e.When.String()]
		if len(same) > crowded {
			continue
		}
		for _, o := range same {
			if e.ID < o.ID && (e.Review == ledger.Proposed || o.Review == ledger.Proposed) {
				if why := d.likeness(e, o); why != "" {
					plus(e, o, why)
				}
			}
		}
	}
	return out
}

// crowded is a day with so many events that they are not compared two by two.
const crowded = 60

// likeness says why two events of one day may be one; "" if they hardly are.
// Two sentences of one article rather tell of two things.
func (d *Desk) likeness(a, b *ledger.Event) string {
	if edtf.Compare(a.When, b.When) != 0 || a.Status != b.Status {
		return ""
	}
	for _, s := range a.Sources {
		if slices.ContainsFunc(b.Sources, func(q ledger.Source) bool { return q.Article == s.Article }) {
			return ""
		}
	}
	x, y := d.called(a, "actor"), d.called(b, "actor")
	if len(x) > 0 && slices.Equal(x, y) {
		return "the same day and who acts"
	}
	if a.Kind != b.Kind {
		return ""
	}
	if a.Lang != b.Lang {
		for _, w := range named(a) {
			if slices.Contains(named(b), w) {
				return "the same day and kind, and both say " + w
			}
		}
	}
	x, y = append(d.called(a, ""), a.Places...), append(d.called(b, ""), b.Places...)
	for _, who := range x {
		if slices.Contains(y, who) {
			return "the same day, kind and " + who
		}
	}
	return ""
}

// called are the folded names of those who take part in a role, "" for any.
func (d *Desk) called(e *ledger.Event, role string) []string {
	var out []string
	for _, p := range e.Actors {
		if role == "" || p.Role == role {
			out = append(out, fold.Key(d.name(p.ID)))
		}
	}
	slices.Sort(out)
	return out
}

// named are the words of an event's sentences that two languages share: names,
// which begin with a capital in both, and numbers that are neither days nor
// years.
func named(e *ledger.Event) []string {
	var out []string
	for _, s := range e.Sources {
		for _, w := range strings.FieldsFunc(s.Quote, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			r, _ := utf8.DecodeRuneInString(w)
			switch {
			case unicode.IsUpper(r) && utf8.RuneCountInString(w) >= 4:
				out = add(out, w)
			case unicode.IsDigit(r) && len(w) >= 3 && !strings.HasPrefix(e.When.String(), w):
				out = add(out, w)
			}
		}
	}
	return out
}
