package site

import (
	"fmt"
	"strconv"
	"strings"
)

// Mini is the small drawing of the whole timeline on the page of an event, with
// the event in it. How many events each stretch has stands in a style sheet that
// all pages share: in the pages themselves, all would be other ones with each
// event that makes a bar higher.
type Mini struct {
	Style string `json:"style"` // from the page to the style sheet
}

// overviewFile is that style sheet; all languages share it.
const overviewFile = "assets/overview.css"

// overviewHeight is the height of the bars in pixels, with the room above them.
const overviewHeight = 34

// overviewStyle draws the bars as backgrounds, which need no elements and take the
// colour of the page; nil if there is nothing to draw.
func (t *timeline) overviewStyle() []byte {
	if t.overview == nil {
		return nil
	}
	var bars []string
	for _, b := range t.draw(t.overview, "e/x/index.html", overviewHeight).Bars {
		if b.H > 0 {
			bars = append(bars, fmt.Sprintf("linear-gradient(var(--bar) 0 0) %s %dpx/%s %dpx no-repeat", backgroundAt(b.X, b.W), b.Y, b.W, b.H))
		}
	}
	if len(bars) == 0 {
		return nil
	}
	return []byte(".mini{background:" + strings.Join(bars, ",\n") + ";print-color-adjust:exact}\n")
}

// backgroundAt is where a background of a width begins at x, as CSS has it: the
// part of what room it leaves that lies before it. All are per cent, as pct
// writes them.
func backgroundAt(x, width string) string {
	hundredths := func(s string) int64 {
		n, err := strconv.ParseInt(strings.NewReplacer(".", "", "%", "").Replace(s), 10, 64)
		if err != nil { // pct wrote it
			return 0
		}
		return n
	}
	room := 10000 - hundredths(width)
	if room <= 0 {
		return pct(0)
	}
	return pct((hundredths(x)*10000 + room/2) / room)
}
