package reviewtui

import (
	"fasti/internal/review"
)

// fieldKeys are the keys that correct a field.
func fieldKeys() map[string]string {
	return map[string]string{"t": "title", "d": "when", "k": "kind", "s": "status", "p": "places", "q": "question", "o": "note"}
}

// sentenceKeys are the keys that decide on the chosen sentence.
func sentenceKeys() map[string]string {
	return map[string]string{"c": "split", "i": "misread", "e": "keep", "f": "follow", "l": "drop"}
}

// Key does what a shortcut says.
func (m *Model) Key(k string) {
	switch k {
	case "?":
		m.help = !m.help
		return
	case "esc":
		m.help = false
		return
	case "u":
		m.undo()
		return
	case "b":
		if n := len(m.trail); n > 0 {
			id := m.trail[n-1]
			m.item, m.trail = nil, m.trail[:n-1]
			m.show(id)
		}
		return
	}
	if m.item == nil {
		if k == "n" { // once more what was left for later
			m.skipped = map[string]bool{}
			m.first("")
		}
		return
	}
	m.onItem(k)
}

func (m *Model) onItem(k string) {
	it := m.item
	switch k {
	case "a":
		m.do(review.Request{Do: "accept", Seen: signs(it)}, false)
	case "r":
		m.do(review.Request{Do: "reject"}, false)
	case "n":
		m.skipped[it.ID] = true
		m.first(it.ID)
	case "m":
		m.merge()
	case "x":
		if len(it.Doubles) > 0 {
			m.do(review.Request{Do: "apart", Into: it.Doubles[0].ID}, true)
		}
	case "up":
		m.chosen = max(0, m.chosen-1)
	case "down":
		m.chosen = max(0, min(len(it.Quotes)-1, m.chosen+1))
	default:
		if f := fieldKeys()[k]; f != "" {
			m.field, m.typed = f, []rune(it.Fields[f])
		} else if what := sentenceKeys()[k]; what != "" && m.chosen < len(it.Quotes) {
			m.do(review.Request{Do: what, Source: it.Quotes[m.chosen].Source}, true)
		} else if len(k) == 1 && k[0] >= '1' && k[0] <= '9' {
			m.take(int(k[0] - '1'))
		}
	}
}

func signs(it *review.Item) []string {
	var out []string
	for _, d := range it.Doubts {
		if d.Sign != "" {
			out = append(out, d.Sign)
		}
	}
	return out
}

// merge joins the event with its first double. What a person has reviewed
// stays; of two that nobody has, the one on the screen.
func (m *Model) merge() {
	if len(m.item.Doubles) == 0 {
		return
	}
	d := m.item.Doubles[0]
	if d.State == "accepted" || d.State == "corrected" {
		m.do(review.Request{Do: "merge", Into: d.ID}, false)
		return
	}
	m.do(review.Request{Do: "merge", Event: d.ID, Into: m.item.ID}, true)
}

// take gives the event another date or title of those that are offered.
func (m *Model) take(n int) {
	it := m.item
	switch r := len(it.Readings); {
	case n < r:
		m.do(review.Request{Do: "set", Key: "when", Value: it.Readings[n].When}, true)
	case n-r < len(it.Titles):
		m.do(review.Request{Do: "set", Key: "title", Value: it.Titles[n-r].Text}, true)
	}
}
