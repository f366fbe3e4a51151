package importer

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/ledongthuc/pdf"

	"fasti/internal/diag"
)

// maxPages is how many pages of a PDF are read.
const maxPages = 500

// readPDF reads a PDF with a text layer: lines in the order of reading, words
// cut at the end of a line joined again, a larger gap between lines a new
// paragraph. Lines that stand on most pages are their heads and feet.
func (im *Importer) readPDF(data []byte) (all []*Article, err error) {
	defer func() {
		if r := recover(); r != nil { // the reader of PDF panics on broken files
			err = fault(diag.Unreadable, fmt.Sprintf("the PDF could not be read: %v", r), "")
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault(diag.Unreadable, "the PDF could not be read: "+clean(err.Error()), "")
	}
	var pages [][]pdfLine
	for i := 1; i <= min(r.NumPage(), maxPages); i++ {
		if p := r.Page(i); !p.V.IsNull() {
			pages = append(pages, pdfLines(p.Content().Text))
		}
	}
	a := &Article{}
	title := a.readLayout(withoutRunning(pages))
	info := r.Trailer().Key("Info")
	a.Title = first(title, info.Key("Title").Text())
	if strings.TrimSpace(a.Body) == "" {
		return nil, fault(diag.NoText, "the PDF has no text layer", "recognise its text first (OCR)")
	}
	if r.NumPage() > maxPages {
		a.Notes = append(a.Notes, fmt.Sprintf("only the first %d of its %d pages were read", maxPages, r.NumPage()))
	}
	im.headDay(a)
	return []*Article{a}, nil
}

// pdfLine is a line of print.
type pdfLine struct {
	text    string
	y, size float64 // points
}

// pdfLines are the lines of a page from the pieces of text in the order in
// which the file draws them, which is that of reading in what word processors
// make. Of some fonts the reader does not know how wide letters are; where such
// a page has blanks of its own, no gap is taken for one.
func pdfLines(pieces []pdf.Text) []pdfLine {
	var out []pdfLine
	blanks := spaced(pieces)
	var b strings.Builder
	var last pdf.Text
	flush := func() {
		s := b.String()
		for _, hyphen := range []string{"\u00ad", "\u2010"} {
			if cut, ok := strings.CutSuffix(strings.TrimSpace(s), hyphen); ok {
				s = strings.TrimSpace(cut) + "-"
			}
		}
		if s = clean(s); s != "" {
			out = append(out, pdfLine{s, last.Y, last.FontSize})
		}
		b.Reset()
	}
	for i, t := range pieces {
		if softHyphen(pieces, i) {
			continue
		}
		if i > 0 {
			switch {
			case math.Abs(t.Y-last.Y) > math.Max(t.FontSize, 4)/2:
				flush()
			case last.W == 0 && blanks:
			case t.X-(last.X+last.W) > math.Max(t.FontSize, 4)/6:
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.S)
		last = t
	}
	flush()
	return out
}

// softHyphen tells a blank that takes no room between letters that do: so are
// places drawn at which a word could have been cut.
func softHyphen(pieces []pdf.Text, i int) bool {
	if i == 0 || i+1 >= len(pieces) || strings.TrimSpace(pieces[i].S) != "" {
		return false
	}
	a, t, b := &pieces[i-1], &pieces[i], &pieces[i+1]
	return t.W == 0 && a.Y == t.Y && b.Y == t.Y && a.X != t.X && b.X == t.X
}

// spaced tells a page whose blanks are drawn as letters are: one at least in
// twenty.
func spaced(pieces []pdf.Text) bool {
	n := 0
	for _, t := range pieces {
		if strings.TrimSpace(t.S) == "" {
			n++
		}
	}
	return n*20 > len(pieces)
}

// withoutRunning drops the lines that stand on more than half of the pages, as
// heads and feet do, and bare numbers of pages.
func withoutRunning(pages [][]pdfLine) []pdfLine {
	count := map[string]int{}
	for _, p := range pages {
		for _, l := range p {
			count[pageNumber.ReplaceAllString(l.text, "#")]++
		}
	}
	var out []pdfLine
	for _, p := range pages {
		for _, l := range p {
			key := pageNumber.ReplaceAllString(l.text, "#")
			if len(pages) > 2 && count[key]*2 > len(pages) || strings.Trim(key, "# -–/|") == "" {
				continue
			}
			out = append(out, l)
		}
	}
	return out
}

var pageNumber = regexp.MustCompile(`\d+`)

// readLayout makes paragraphs of printed lines, and gives the headline: the
// first lines if they are larger than the rest.
func (a *Article) readLayout(lines []pdfLine) string {
	if len(lines) == 0 {
		return ""
	}
	size := common(lines)
	gap := spacing(lines)
	var title []string
	for len(lines) > 1 && lines[0].size > size*1.15 && len(title) < 4 {
		title, lines = append(title, lines[0].text), lines[1:]
	}
	var blocks []block
	var p strings.Builder
	flush := func() {
		if s := clean(p.String()); s != "" {
			blocks = append(blocks, block{kind: paragraph, text: s})
		}
		p.Reset()
	}
	for i, l := range lines {
		if i > 0 {
			before := lines[i-1]
			if d := before.y - l.y; d > gap*1.4 || d < 0 && sentence(before.text) || math.Abs(before.size-l.size) > 1 {
				flush()
			}
		}
		joinLine(&p, l.text)
	}
	flush()
	a.Body = markdown(blocks)
	return strings.Join(title, " ")
}

// joinLine adds a line to a paragraph; a word cut at the end of the line before
// is made whole.
func joinLine(b *strings.Builder, line string) {
	have := b.String()
	switch {
	case have == "":
	case strings.HasSuffix(have, "-") && isLower(firstRune(line)) && isLetter(lastRune(strings.TrimSuffix(have, "-"))):
		b.Reset()
		b.WriteString(strings.TrimSuffix(have, "-"))
	default:
		b.WriteByte(' ')
	}
	b.WriteString(line)
}

// common is the size of print that most of the text has.
func common(lines []pdfLine) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, l := range lines {
		count[l.size] += len(l.text)
		if c := count[l.size]; c > count[best] || c == count[best] && l.size < best {
			best = l.size
		}
	}
	return best
}

// spacing is the commonest distance from a line to the next, in points.
func spacing(lines []pdfLine) float64 {
	count := map[float64]int{}
	best := 0.0
	for i := 1; i < len(lines); i++ {
		d := math.Round(lines[i-1].y - lines[i].y)
		if d <= 0 {
			continue
		}
		count[d]++
		if c := count[d]; c > count[best] || c == count[best] && d < best {
			best = d
		}
	}
	if best == 0 {
		return 1000
	}
	return best
}
