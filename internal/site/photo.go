package site

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"path"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// Photo is a picture of an event or an actor as pages show it.
type Photo struct {
	Src     string `json:"src"`
	Set     string `json:"set"` // the sizes to choose from; "" for one
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Alt     string `json:"alt"`
	Credit  string `json:"credit"`
	License Link   `json:"license"`
	Focus   string `json:"focus"`
}

// gallery is the pictures that the site's events and actors name, in the sizes
// that pages use.
type gallery struct {
	sizes map[string][]scaled    // by path in static/, the smallest first
	files map[string]*scaledFile // what is made, by path in the output folder
	found []diag.Diagnostic

	static map[string][]byte
}

type scaled struct {
	path          string
	width, height int
}

// scaledFile is a picture that is made when it is needed: the name holds the
// hash of the original and the size, so one that is there is kept.
type scaledFile struct {
	source        []byte
	form          string // jpeg or png
	width, height int
	focus         string // of a picture that is cut to its size
	cut           bool
}

// photoWidths are the sizes in which pages load pictures.
var photoWidths = []int{480, 960}

// photoMax bounds the pictures that are read: a larger one has another use.
const photoMax = 60_000_000 // pixels

// newGallery looks at the pictures that the content names.
func newGallery(c *ledger.Content, static map[string][]byte) *gallery {
	g := &gallery{static: static, sizes: map[string][]scaled{}, files: map[string]*scaledFile{}}
	for _, e := range c.Events {
		g.add(e.Image, e.Path, static)
	}
	for _, a := range c.Actors {
		g.add(a.Image, a.Path, static)
	}
	return g
}

func (g *gallery) add(p *ledger.Picture, file string, static map[string][]byte) {
	if p == nil {
		return
	}
	data, there := static["static/"+p.Path]
	wrong := func(what, hint string) {
		g.found = append(g.found, diag.Diagnostic{File: file, Line: p.Line, Col: 1, Code: diag.BadPicture, Message: "image: " + p.Path + " " + what, Hint: hint})
	}
	if !there {
		wrong("is not in static/", "put the file there, or correct the path; the page stands without it")
		return
	}
	if strings.EqualFold(path.Ext(p.Path), ".svg") {
		g.sizes[p.Path] = []scaled{{path: p.Path}}
		return
	}
	c, form, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width < 1 || c.Height < 1 {
		wrong("is no picture that can be read", "save it as JPEG, PNG, GIF or WebP")
		return
	}
	if c.Width*c.Height > photoMax {
		wrong("has more than 60 million pixels", "save a smaller copy")
		return
	}
	g.scale(p.Path, data, form, c.Width, c.Height)
	g.files[shareOf(p, data)] = &scaledFile{source: data, form: "jpeg", width: shareWidth, height: shareHeight, cut: true, focus: p.Focus}
}

// scale puts a picture into the sizes that pages use; a small one stays as it is.
func (g *gallery) scale(name string, data []byte, form string, width, height int) {
	if form != "png" {
		form = "jpeg"
	}
	stem := "pictures/" + hashName(data)
	var sizes []scaled
	for _, w := range photoWidths {
		if w >= width {
			break
		}
		h := max(1, height*w/width)
		file := stem + "-" + strconv.Itoa(w) + "." + extensionOf(form)
		sizes = append(sizes, scaled{file, w, h})
		g.files[file] = &scaledFile{source: data, form: form, width: w, height: h}
	}
	if len(sizes) == 0 {
		sizes = append(sizes, scaled{name, width, height})
	}
	g.sizes[name] = sizes
}

// shareOf is the path of the picture cut for other sites.
func shareOf(p *ledger.Picture, data []byte) string {
	return "pictures/" + hashName(data) + "-share" + strings.NewReplacer("%", "", " ", "-").Replace("-"+p.Focus) + ".jpg"
}

// hashName is the hash of a file in letters that any disk can tell apart.
func hashName(data []byte) string { return strings.ToLower(fmt.Sprintf("%x", hashOfBytes(data)))[:16] }

func extensionOf(form string) string {
	if form == "png" {
		return "png"
	}
	return "jpg"
}

// make draws the picture in its size.
func (f *scaledFile) make() ([]byte, error) {
	src, _, err := image.Decode(bytes.NewReader(f.source))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	from := src.Bounds()
	if f.cut {
		from = f.part(from)
	}
	dst := image.NewRGBA(image.Rect(0, 0, f.width, f.height))
	if f.form == "jpeg" { // which has no transparency
		draw.Draw(dst, dst.Bounds(), image.White, image.Point{}, draw.Src)
	}
	draw.CatmullRom.Scale(dst, dst.Bounds(), src, from, draw.Over, nil)
	var out bytes.Buffer
	if f.form == "png" {
		err = png.Encode(&out, dst)
	} else {
		err = jpeg.Encode(&out, dst, &jpeg.Options{Quality: 82})
	}
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return out.Bytes(), nil
}

// part is what of a picture is shown in the shape of the file, around its focus.
func (f *scaledFile) part(b image.Rectangle) image.Rectangle {
	x, y := focusOf(f.focus)
	w, h := b.Dx(), b.Dx()*f.height/f.width
	if h > b.Dy() {
		w, h = b.Dy()*f.width/f.height, b.Dy()
	}
	w, h = max(1, w), max(1, h)
	left, top := b.Min.X+(b.Dx()-w)*x/100, b.Min.Y+(b.Dy()-h)*y/100
	return image.Rect(left, top, left+w, top+h)
}

// focusOf reads "50% 20%"; the middle if nothing is said.
func focusOf(s string) (x, y int) {
	if n, err := fmt.Sscanf(s, "%d%% %d%%", &x, &y); err != nil || n != 2 {
		return 50, 50
	}
	return x, y
}

// put hands the pictures out, those that are not there already.
func (g *gallery) put(p *press) {
	for _, name := range sortedKeys(g.files) {
		if p.err != nil || p.only != nil && !p.only(name) || p.stage.keep(name, "picture") || p.dry {
			continue
		}
		data, err := g.files[name].make()
		if err != nil {
			p.err = err
			return
		}
		p.put(name, "picture", data)
	}
}

// photo is a picture as the page from shows it; nil if there is none.
func (t *timeline) photo(p *ledger.Picture, from string) *Photo {
	if p == nil || t.gallery == nil || len(t.gallery.sizes[p.Path]) == 0 {
		return nil
	}
	sizes := t.gallery.sizes[p.Path]
	at := func(s scaled) string { return rel(t.prefix()+from, s.path) }
	best := sizes[len(sizes)-1]
	v := &Photo{Src: at(best), Width: best.width, Height: best.height, Alt: p.Text(t.words.lang), Credit: p.Credit, Focus: p.Focus}
	if p.License != "" {
		v.License = Link{Text: p.License, Href: licenseLink(p.License)}
	}
	if len(sizes) > 1 {
		var set []string
		for _, s := range sizes {
			set = append(set, at(s)+" "+strconv.Itoa(s.width)+"w")
		}
		v.Set = strings.Join(set, ", ")
	}
	return v
}

// pictureAddress is where the picture cut for other sites lies on the web; ""
// if there is none, or the site has no address.
func (t *timeline) pictureAddress(p *ledger.Picture) string {
	if p == nil || t.gallery == nil || len(t.gallery.sizes[p.Path]) == 0 || !strings.HasPrefix(t.cfg.BaseURL, "http") {
		return ""
	}
	base := strings.TrimSuffix(strings.TrimSuffix(t.cfg.BaseURL, "/")+"/", t.prefix())
	name := shareOf(p, t.gallery.static["static/"+p.Path])
	if t.gallery.files[name] == nil { // a drawing in SVG, which other sites do not show
		return ""
	}
	return base + href(name)
}

// sharePicture sets the picture of a page for other sites, instead of the site's own.
func (t *timeline) sharePicture(p *ledger.Picture, f *Page) {
	if at := t.pictureAddress(p); at != "" {
		f.Share = &Share{URL: at, Width: shareWidth, Height: shareHeight, Alt: p.Text(t.words.lang)}
	}
}
