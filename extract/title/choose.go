package title

import (
	"cmp"

	"fasti/extract/event"
)

// Choice is a title that one report gives an event.
type Choice struct {
	Text       string
	Is         event.TitleForm
	Confidence int    // per cent
	Lang       string // of the words
	Status     event.Status
	Published  bool // the report's event is sure enough to be published
}

// Choose gives the index of the title for an event of which several reports
// tell: one that says what the event came to be (its status), in the wished
// language, worded rather than quoted, the surest, the first. A title of
// another status would contradict the page. There must be one choice at least.
func Choose(list []Choice, status event.Status, lang string) int {
	best := 0
	for i := range list {
		if better(&list[i], &list[best], status, lang) < 0 {
			best = i
		}
	}
	return best
}

// better is negative if a is to be preferred to b.
func better(a, b *Choice, status event.Status, lang string) int {
	return cmp.Or(
		truth(b.Text != "", a.Text != ""),
		truth(b.Published, a.Published),
		truth(b.Status == status, a.Status == status),
		truth(b.Lang == lang, a.Lang == lang),
		truth(b.Is != event.TitleQuote, a.Is != event.TitleQuote),
		cmp.Compare(b.Confidence, a.Confidence),
	)
}

// truth is 1 if only a holds, -1 if only b does.
func truth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
