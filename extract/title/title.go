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
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// Line is the confidence, per cent, below which a worded title gives way to a
// quotation.
const Line = 50

// Input is what the earlier stages found in one article.
type Input struct {
	Article *article.Article
	Doc     *segment.Doc
	Timexes timex.Result
	Actors  actor.Result
}

// Writer words the events of one language. It may be used from many
// goroutines at once.
type Writer struct {
	marks marks
}

// New reads a language's tables. An error means that a table is broken.
func New(pack *lang.Pack) (*Writer, error) {
	w := &Writer{}
	return w, w.marks.read(pack)
}

// Word gives the events of an article their titles.
func (w *Writer) Word(in Input, events []event.Event) {
	for i := range events {
		e := &events[i]
		if e.TitleConfidence >= Line {
			continue
		}
		if q := w.quote(in, e); q != "" {
			e.Title, e.TitleIs = q, event.TitleQuote
		}
	}
}

// oneLine brings a text onto one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
