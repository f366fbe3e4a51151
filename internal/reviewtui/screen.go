package reviewtui

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"fasti/internal/review"
)

// The styles, as a terminal knows them.
const (
	bold, dim, red, under, plain = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[4m", "\x1b[0m"
)

// Screen is what is to be seen.
func (m *Model) Screen() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%d decided · %d wait%s\n\n", dim, m.queue.Decided, m.queue.Open, plain)
	switch {
	case m.help:
		b.WriteString(helpText)
	case m.item == nil:
		b.WriteString("Nothing waits.\n")
		if len(m.skipped) > 0 {
			fmt.Fprintf(&b, "%d were left for later: n looks at them.\n", len(m.skipped))
		}
	default:
		m.event(&b)
	}
	b.WriteString("\n")
	if m.field != "" {
		fmt.Fprintf(&b, "%s%s:%s %s█\n%sEnter saves, Escape leaves it%s\n", bold, m.field, plain, clean(string(m.typed)), dim, plain)
	}
	if m.fault != "" {
		fmt.Fprintf(&b, "%s%s%s\n", red, clean(m.fault), plain)
	} else if m.said != "" {
		fmt.Fprintf(&b, "%s%s%s\n", dim, clean(m.said), plain)
	}
	fmt.Fprintf(&b, "%sa accept  r reject  n later  b back  u undo  ? all keys  Q end%s\n", dim, plain)
	return b.String()
}

// footLines stand at the end of each screen: what was said, and the keys.
const footLines = 4

// fit breaks lines at the terminal's edge, so that nothing of a sentence is cut
// off, and leaves out of the middle what does not fit its height.
func fit(s string, width, height int) string {
	if width > 0 {
		s = ansi.Wrap(s, width, "")
	}
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	if over := len(lines) - height; height > footLines+2 && over > 0 {
		cut := height - footLines - 1
		head, foot := lines[:cut:cut], lines[len(lines)-footLines:]
		lines = append(append(head, fmt.Sprintf("%s… %d lines more; a taller terminal shows them%s", dim, over+1, plain)), foot...)
	}
	return strings.Join(lines, "\n") + "\n"
}

func (m *Model) event(b *strings.Builder) {
	it := m.item
	fmt.Fprintf(b, "%s%s · %s · %s · %s%s\n", dim, clean(it.Kind), cmp.Or(clean(strings.Join(it.Places, ", ")), "no place"), it.Status, it.State, plain)
	fmt.Fprintf(b, "%s%s%s\n%s%s%s  %s%s%s\n", bold, clean(it.Title), plain, red, clean(it.When), plain, dim, clean(it.Why), plain)
	for _, p := range it.Parts {
		fmt.Fprintf(b, "  %s: %s\n", p.Role, clean(p.Name))
	}
	for _, d := range it.Doubts {
		fmt.Fprintf(b, "%s! %s%s\n", red, clean(d.Text), plain)
	}
	for i, q := range it.Quotes {
		quote(b, q, i == m.chosen)
	}
	for i, d := range it.Doubles {
		keys := ""
		if i == 0 {
			keys = "  (m same, x apart)"
		}
		fmt.Fprintf(b, "\nThe same? %s%s\n  %s %s\n", clean(d.Evidence), keys, clean(d.When), clean(d.Title))
		for _, q := range d.Quotes {
			fmt.Fprintf(b, "  %s\n", words(q.Segs))
		}
	}
	b.WriteString("\n")
	n := 1
	for _, r := range it.Readings {
		fmt.Fprintf(b, "%d  %s  %s%s%s\n", n, clean(r.When), dim, clean(r.From), plain)
		n++
	}
	for _, c := range it.Titles {
		fmt.Fprintf(b, "%d  %s  %s%s%s\n", n, clean(c.Text), dim, c.From, plain)
		n++
	}
}

func quote(b *strings.Builder, q review.Quote, chosen bool) {
	mark := "  "
	if chosen {
		mark = red + "▌ " + plain
	}
	b.WriteString("\n")
	if q.Before != "" {
		fmt.Fprintf(b, "%s%s%s%s\n", mark, dim, clean(q.Before), plain)
	}
	fmt.Fprintf(b, "%s%s\n", mark, words(q.Segs))
	if q.After != "" {
		fmt.Fprintf(b, "%s%s%s%s\n", mark, dim, clean(q.After), plain)
	}
	if q.Now != "" {
		fmt.Fprintf(b, "%snow: %s  (e keep, f follow, l take out)\n", mark, clean(q.Now))
	}
	fmt.Fprintf(b, "%s%s%s, %s, sentence %d%s\n", mark, dim, clean(q.Publisher), clean(q.Date), q.Sentence, plain)
}

// words are a sentence with its marked words underlined or bold.
func words(segs []review.Seg) string {
	var b strings.Builder
	for _, s := range segs {
		switch s.Mark {
		case "date":
			b.WriteString(under + clean(s.Text) + plain)
		case "trigger":
			b.WriteString(bold + clean(s.Text) + plain)
		default:
			b.WriteString(clean(s.Text))
		}
	}
	return b.String()
}

// clean takes out what moves a cursor: texts of articles are strangers'.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

const helpText = `a  accept, and go on          t  title      1-9  take another date or title
r  reject, and go on          d  date       ↑ ↓  choose a sentence
n  later                      k  kind       c    event of its own
b  back                       s  status     i    misread
u  undo                       p  places     e    keep the reviewed words
m  same as the likely double  q  question   f    take those of the report now
x  keep apart, for ever       o  note       l    take the sentence out

Q or Escape ends; what was decided is written already.
`
