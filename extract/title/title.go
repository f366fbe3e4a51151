// Package title words events: it stands behind the finding and joining of
// events and gives each one headline, with how it was made and how sure it is.
//
// A title is either worded, the words of a clause less what a reader can do
// without, or a quotation: the report's own words, in quotation marks. The
// quotation stands where no worded title is sure enough to be printed, since a
// wrong headline is worse than none.
//
// Begin with [New], one [Writer] a language; [Choose] picks among the titles
// that several reports give one event.
package title

import (
	"slices"
	"strconv"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// Line is the confidence, per cent, below which a worded title gives way to a
// quotation.
const Line = 50

// Input is what the earlier stages found in one article.
type Input struct {
	Article *article.Article
	Doc     *segment.Doc
	Syntax  *syntax.Doc
	Timexes timex.Result
	Actors  actor.Result
	Trace   bool // tell why each event has its title, in event.Event.Decisions
}

// Writer words the events of one language. It may be used from many
// goroutines at once.
type Writer struct {
	marks      marks
	words      words
	verbs      *event.Verbs
	frames     map[string]map[string]bool // verb -> prepositions that it governs
	idioms     map[string]bool            // verbs with the words that they make one verb with: "treten in kraft"
	phrasal    map[string]bool            // verbs with their particles: "call off"
	plurals    map[string]bool            // of nouns that name a happening
	happenings map[string]bool            // those nouns
	bodies     map[string]string          // nouns for bodies, with "-" before ends of compounds -> class of actor/bodywords
	weights    weights
}

// New reads a language's tables. An error means that a table is broken.
func New(pack *lang.Pack) (*Writer, error) {
	w := &Writer{frames: map[string]map[string]bool{}, idioms: map[string]bool{}, phrasal: map[string]bool{}, plurals: map[string]bool{}, happenings: map[string]bool{}, bodies: map[string]string{}}
	var err error
	if w.verbs, err = event.NewVerbs(pack); err != nil {
		return nil, err
	}
	for _, r := range pack.Table("title/frames").Rows {
		w.frames[r.Field(0)] = map[string]bool{}
		for _, p := range strings.Fields(r.Field(1)) {
			w.frames[r.Field(0)][p] = true
		}
	}
	for _, r := range pack.Table("event/phrases").Rows {
		w.idioms[r.Field(0)+" "+r.Field(1)] = true
	}
	for _, r := range pack.Table("event/verbs").Rows {
		if verb, particle, ok := strings.Cut(r.Field(0), "~"); ok {
			w.phrasal[verb+" "+particle] = true
		}
	}
	for _, r := range pack.Table("event/nouns").Rows {
		w.happenings[strings.ToLower(r.Field(0))] = true
		w.plurals[strings.ToLower(r.Field(3))] = true
	}
	for _, r := range pack.Table("actor/bodywords").Rows {
		for _, noun := range strings.Split(strings.ToLower(r.Field(0)), "|") {
			w.bodies[noun] = r.Field(1)
		}
	}
	for _, step := range []func(*lang.Pack) error{w.marks.read, w.words.read, w.weights.read} {
		if err := step(pack); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// Word gives the events of an article their titles: the surest wording, or
// where that is not sure enough the report's own words.
func (w *Writer) Word(in Input, events []event.Event) {
	for i := range events {
		e := &events[i]
		list := w.Wordings(in, e)
		best := surest(list)
		worded := best != nil && best.Confidence >= Line
		if worded {
			e.Title, e.TitleIs, e.TitleConfidence = best.Text, event.TitleWorded, best.Confidence
		} else if q := w.quote(in, e); q != "" {
			e.Title, e.TitleIs, e.TitleConfidence = q, event.TitleQuote, 0
		}
		if in.Trace {
			e.Decisions = append(e.Decisions, w.decision(list, best, e))
		}
	}
}

// decision tells why an event has its title: what was done to the words of the
// clause to make it, or that no wording was sure enough; the alternatives are the
// other wordings, the surest first.
func (w *Writer) decision(list []Wording, best *Wording, e *event.Event) event.Decision {
	d := event.Decision{What: "title", Value: e.Title, Spans: []article.Span{e.Trigger}}
	switch {
	case e.TitleIs == event.TitleWorded && best != nil && best.Text == e.Title:
		d.Rule = strings.Join(best.Features, ", ")
	case best != nil:
		d.Rule = "quotation: the surest wording has " + strconv.Itoa(best.Confidence) + " of " + strconv.Itoa(Line) + " per cent"
	default:
		d.Rule = "quotation: no wording"
	}
	for i := range list {
		x := &list[i]
		o := event.Alternative{Value: x.Text, Odds: w.weights.sum(x.Features) * 10}
		if x.Text != "" && x.Text != e.Title && !slices.ContainsFunc(d.Others, func(y event.Alternative) bool { return y.Value == o.Value }) {
			d.Others = append(d.Others, o)
		}
	}
	d.Others = event.Likeliest(d.Others)
	return d
}

// surest is the surest wording of an event, nil if there is none: a clause that
// can be printed before a noun, which says less.
func surest(list []Wording) *Wording {
	var best *Wording
	for i := range list {
		if x := &list[i]; x.Text != "" && (best == nil || best.less(x)) {
			best = x
		}
	}
	return best
}

// less reports whether a title gives way to another.
func (x *Wording) less(y *Wording) bool {
	if a, b := x.distance(), y.distance(); a != b && max(x.Confidence, y.Confidence) >= Line {
		return y.Confidence >= Line && (a > b || x.Confidence < Line)
	}
	return y.Confidence > x.Confidence
}

// distance is how far what a title words stands from the verb of its event: its own
// clause, that which it completes, a noun.
func (x *Wording) distance() int {
	switch {
	case x.Noun:
		return 2
	case x.Host:
		return 1
	}
	return 0
}

// oneLine brings a text onto one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
