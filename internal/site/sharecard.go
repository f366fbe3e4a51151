package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// cardFont is the display face of the theme, for pictures that are drawn at
// build time. Pages load the one in assets/fonts.
//
//go:embed card/newsreader.ttf
var cardFont []byte

// The size of the picture that other sites show beside a link (og:image).
const (
	shareWidth  = 1200
	shareHeight = 630
	shareName   = "og.png"
	shareMargin = 72
)

// shareCard is the picture of a site: its title, its span and its events over
// time. All places are hundredths of a per cent of the width between margins.
type shareCard struct {
	Title  []Seg
	Kicker string
	Bars   []shareBar
	Dots   []int64 // of the key events
	RTL    bool
}

type shareBar struct{ From, To, Height int64 }

// shareCard gathers what the picture shows.
func (t *timeline) shareCard() shareCard {
	c := shareCard{Title: emphasis(t.cfg.Title, t.cfg.Fasti.Emphasis), Kicker: t.words.say("kicker"), RTL: t.words.dir == "rtl"}
	a := t.newAxis(t.drawn())
	if a == nil {
		return c
	}
	c.Kicker = joinNonEmpty(" · ", t.spanWords(a), t.words.count("events", t.events.count()))
	most := 1
	for _, b := range a.bins {
		most = max(most, b.n)
	}
	for _, b := range a.bins {
		if b.n > 0 {
			x, to := a.x(b.from), a.x(b.to+1)
			c.Bars = append(c.Bars, shareBar{x, x + max(20, (to-x)*84/100), max(200, int64(b.n)*10000/int64(most))})
		}
	}
	for _, e := range t.key {
		if e.first >= a.from && e.first <= a.to {
			c.Dots = append(c.Dots, (a.x(e.first)+a.x(e.first+1))/2)
		}
	}
	return c
}

// png draws the picture. A title with letters that the face has not stays out
// of it: empty boxes say less than the drawing alone.
func (c shareCard) png() ([]byte, error) {
	face, err := opentype.Parse(cardFont)
	if err != nil {
		return nil, fmt.Errorf("share card: %w", err)
	}
	var (
		paper, ink   = color.RGBA{0xfb, 0xf9, 0xf4, 0xff}, color.RGBA{0x1d, 0x1a, 0x16, 0xff}
		quiet, rule  = color.RGBA{0x57, 0x51, 0x4a, 0xff}, color.RGBA{0x8a, 0x80, 0x72, 0xff}
		rubric, bars = color.RGBA{0xa1, 0x20, 0x1c, 0xff}, color.RGBA{0xcf, 0xc6, 0xb6, 0xff}
	)
	img := image.NewRGBA(image.Rect(0, 0, shareWidth, shareHeight))
	draw.Draw(img, img.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	fill := func(x0, y0, x1, y1 int, with color.Color) {
		draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(with), image.Point{}, draw.Src)
	}
	const baseline, tall = shareHeight - shareMargin - 8, 150
	at := func(x int64) int {
		if c.RTL {
			x = 10000 - x
		}
		return shareMargin + int(x*(shareWidth-2*shareMargin)/10000)
	}
	for _, b := range c.Bars {
		x0, x1 := at(b.From), at(b.To)
		fill(min(x0, x1), baseline-int(b.Height*tall/10000), max(x0, x1, min(x0, x1)+2), baseline, bars)
	}
	fill(shareMargin, baseline, shareWidth-shareMargin, baseline+2, rule)
	for _, d := range c.Dots {
		disc(img, at(d), baseline+1, 9, rubric)
	}
	if has(face, c.Kicker) {
		if err := (&pen{img, face, 30}).line(shareMargin, shareMargin+30, []inked{{c.Kicker, quiet}}); err != nil {
			return nil, err
		}
	}
	var words []inked
	for _, s := range c.Title {
		with := ink
		if s.Mark == "em" {
			with = rubric
		}
		if !has(face, s.Text) {
			words = nil
			break
		}
		for _, w := range strings.Fields(s.Text) {
			words = append(words, inked{w, with})
		}
	}
	if err := heading(img, face, words); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img); err != nil {
		return nil, fmt.Errorf("share card: %w", err)
	}
	return out.Bytes(), nil
}

// inked is a word in its colour.
type inked struct {
	text string
	with color.RGBA
}

// pen writes lines in one size.
type pen struct {
	img  draw.Image
	face *opentype.Font
	size float64
}

func (p *pen) open() (font.Face, error) {
	f, err := opentype.NewFace(p.face, &opentype.FaceOptions{Size: p.size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("share card: %w", err)
	}
	return f, nil
}

// line writes words side by side from a point of the baseline.
func (p *pen) line(x, y int, words []inked) error {
	f, err := p.open()
	if err != nil {
		return err
	}
	defer f.Close()
	d := font.Drawer{Dst: p.img, Face: f, Dot: fixed.P(x, y)}
	for i, w := range words {
		if i > 0 {
			d.Dot.X += font.MeasureString(f, " ")
		}
		d.Src = image.NewUniform(w.with)
		d.DrawString(w.text)
	}
	return nil
}

// heading sets the title as large as it fits into three lines.
func heading(img draw.Image, face *opentype.Font, words []inked) error {
	if len(words) == 0 {
		return nil
	}
	for _, size := range []int{112, 92, 76, 62, 50, 40} {
		p := &pen{img, face, float64(size)}
		rows, fits, err := p.rows(words, shareWidth-2*shareMargin)
		if err != nil {
			return err
		}
		if !fits && size > 40 {
			continue
		}
		for i, row := range rows[:min(len(rows), 4)] {
			if err := p.line(shareMargin-3, shareMargin+90+size*3/4+i*size*104/100, row); err != nil {
				return err
			}
		}
		return nil
	}
	return nil
}

// rows breaks words into lines of a width; fits says that three suffice and no
// word is wider.
func (p *pen) rows(words []inked, width int) (rows [][]inked, fits bool, err error) {
	f, err := p.open()
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	fits = true
	blank, at := font.MeasureString(f, " "), fixed.I(0)
	for _, w := range words {
		wide := font.MeasureString(f, w.text)
		fits = fits && wide <= fixed.I(width)
		if len(rows) == 0 || at+blank+wide > fixed.I(width) {
			rows, at = append(rows, nil), 0
		}
		if at > 0 {
			at += blank
		}
		at += wide
		rows[len(rows)-1] = append(rows[len(rows)-1], w)
	}
	return rows, fits && len(rows) <= 3, nil
}

// has reports whether a face has all letters of a text.
func has(f *opentype.Font, text string) bool {
	for _, r := range text {
		if i, err := f.GlyphIndex(nil, r); r != ' ' && (err != nil || i == 0) {
			return false
		}
	}
	return text != ""
}

// disc draws a circle, each pixel by how much of it lies inside, in whole
// numbers: the same bytes on any machine.
func disc(img *image.RGBA, cx, cy, r int, with color.RGBA) {
	const grain = 8
	for y := cy - r - 1; y <= cy+r+1; y++ {
		for x := cx - r - 1; x <= cx+r+1; x++ {
			in := 0
			for i := range grain * grain {
				dx, dy := (x-cx)*2*grain+2*(i%grain)+1, (y-cy)*2*grain+2*(i/grain)+1
				if dx*dx+dy*dy <= 4*grain*grain*r*r {
					in++
				}
			}
			if in > 0 && image.Pt(x, y).In(img.Bounds()) {
				under := img.RGBAAt(x, y)
				mix := func(a, b uint8) uint8 {
					return uint8((int(a)*in + int(b)*(grain*grain-in)) / (grain * grain))
				}
				img.SetRGBA(x, y, color.RGBA{mix(with.R, under.R), mix(with.G, under.G), mix(with.B, under.B), 0xff})
			}
		}
	}
}

// share makes the picture, if the site has an address at which others find it,
// and only when what it shows has changed.
func (p *press) share(t *timeline) {
	if p.base == "" || p.err != nil || p.only != nil && !p.only(p.prefix+shareName) {
		return
	}
	c := t.shareCard()
	from := "card " + hashOf(nil, fmt.Sprint(c), string(cardFont[:64]))
	if p.stage.keep(p.prefix+shareName, from) {
		return
	}
	data, err := c.png()
	if err != nil {
		p.err = err
		return
	}
	p.put(shareName, from, data)
}
