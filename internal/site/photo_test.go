package site

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"fasti/internal/config"
	"fasti/internal/ledger"
)

// photograph is a JPEG, dark on the left and light on the right.
func photograph(t *testing.T, width, height int) string {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetGray(x, y, color.Gray{uint8(255 * x / width)})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A picture of an event stands on its page and in lists, in sizes that fit, with
// what it shows, who made it and under which licence; other sites and feeds get
// it cut around its focus.
func TestPicturesOfEvents(t *testing.T) {
	own := map[string]string{"static/pics/quay.jpg": photograph(t, 1600, 400), "static/pics/small.jpg": photograph(t, 300, 200)}
	files, rep := pressed(t, own, func(c *ledger.Content, cfg *config.Config) {
		c.Events[0].Image = &ledger.Picture{Path: "pics/quay.jpg", Alt: map[string]string{"": "The quay at noon", "de": "Der Kai am Mittag"}, Credit: "M. Example", License: "CC BY 4.0", Focus: "100% 50%"}
		c.Events[1].Image = &ledger.Picture{Path: "pics/gone.jpg", Line: 4}
		c.Actors[0].Image = &ledger.Picture{Path: "pics/small.jpg", Alt: map[string]string{"": "Portrait"}, Credit: "M. Example"}
		cfg.Editions = []config.Edition{{Language: "en", Title: "The Sound Papers"}, {Language: "de", Title: "Die Sundakten"}}
	})
	stem := "pictures/" + hashName([]byte(own["static/pics/quay.jpg"]))
	for name, size := range map[string][2]int{stem + "-480.jpg": {480, 120}, stem + "-960.jpg": {960, 240}, stem + "-share-100-50.jpg": {1200, 630}} {
		c, err := jpeg.DecodeConfig(strings.NewReader(files[name]))
		if err != nil || c.Width != size[0] || c.Height != size[1] {
			t.Errorf("%s: %v, %d × %d", name, err, c.Width, c.Height)
		}
	}
	img, err := jpeg.Decode(strings.NewReader(files[stem+"-share-100-50.jpg"]))
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := img.At(10, 300).RGBA(); r>>8 < 100 { // its left edge is well right of the original's
		t.Errorf("the picture is not cut around its focus: %d", r>>8)
	}
	mustHold(t, "e/day", files["e/day/index.html"], `src="../../`+stem+`-960.jpg" srcset="../../`+stem+`-480.jpg 480w, ../../`+stem+`-960.jpg 960w"`, `width="960" height="240" alt="The quay at noon"`,
		`style="object-position:100% 50%"`, "M. Example", `href="https://creativecommons.org/licenses/by/4.0/"`, `og:image" content="https://example.org/sound/`+stem+`-share-100-50.jpg"`)
	mustHold(t, "de/e/day", files["de/e/day/index.html"], `src="../../../`+stem+`-960.jpg"`, `alt="Der Kai am Mittag"`, `og:image" content="https://example.org/sound/`+stem+`-share-100-50.jpg"`)
	mustHold(t, "a month", files["2031/03/index.html"], stem+"-480.jpg 480w")
	mustHold(t, "the feed", files["feed.xml"], `<link rel="enclosure" type="image/jpeg" href="https://example.org/sound/`+stem+`-share-100-50.jpg">`)
	mustHold(t, "an actor", files["a/mara-lindqvist/index.html"], `src="../../pics/small.jpg" width="300" height="200" alt="Portrait"`)
	if len(rep.Found) != 1 || rep.Found[0].Line != 4 || !strings.Contains(rep.Found[0].Message, "gone.jpg") {
		t.Errorf("found %v", rep.Found)
	}
}

// A map shows the places of a page's events within a bounded size, and the same
// as a table; places close together are one mark.
func TestMaps(t *testing.T) {
	tl := arranged(t, "en", nil)
	m := tl.placeIndex().Map
	if m == nil || len(m.Rows) < 3 || len(m.Dots) == 0 || len(m.Dots) > len(m.Rows) {
		t.Fatalf("%+v", m)
	}
	for _, d := range m.Dots {
		if d.X < 0 || d.X > mapWidth || d.Y < 0 || d.Y > mapHeight || d.Title == "" || d.Href == "" {
			t.Errorf("a mark: %+v", d)
		}
	}
	if tl.mapOf([]*event{tl.byID["aa3"]}, "x", false) != nil {
		t.Error("an event of an unknown place has a map")
	}
	world := frame{-18000, -6000, 18000, 8400}.outline()
	if n := zipped(t, world); n > 16<<10 || len(world) < 2000 {
		t.Errorf("the whole world is %d bytes, %d packed", len(world), n)
	}
	for _, ring := range land() {
		for i := 1; i < len(ring); i++ {
			if d := ring[i].x - ring[i-1].x; d > 18000 || d < -18000 {
				if ring[i].y != -9000 || ring[i-1].y != -9000 {
					t.Fatalf("a coast jumps across the world at %v", ring[i])
				}
			}
		}
	}
	two := frameOf([]spot2{{1000, 5355}, {1125, 5540}})
	a, b := two.place(spot2{1000, 5355}), two.place(spot2{1125, 5540})
	if a.x >= b.x || a.y <= b.y || two.east-two.west < mapLeast {
		t.Errorf("east is not right, or north not up: %v %v in %v", a, b, two)
	}
}

// Two who met often have their number in the table of meetings, and who was only
// spoken of did not meet anybody.
func TestMeetings(t *testing.T) {
	tl := arranged(t, "en", nil)
	v, ok := tl.meetings()
	if !ok || len(v.Rows) < 3 {
		t.Fatalf("%+v", v)
	}
	at := map[string]string{}
	for _, r := range v.Rows {
		for i, c := range r.Cells {
			at[r.Name.Text+"/"+v.Names[i].Text] = c.Text
		}
	}
	if at["Lindqvist/Wolter"] != "7" || at["Wolter/Lindqvist"] != "7" || at["Lindqvist/Lindqvist"] != "" {
		t.Errorf("%v", at)
	}
	for _, y := range v.Years {
		for _, r := range y.Rows {
			if tl.byID[r.ID].present() == nil {
				t.Errorf("%s is no meeting", r.Title)
			}
		}
	}
}

// Marks of a line say what they are and lead there; two people of one surname
// are told apart.
func TestLanesLeadToEvents(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, _ *config.Config) {
		c.Actors = append(c.Actors, &ledger.Actor{ID: "ida-wolter", Title: "Ida Wolter", Kind: "person"})
		c.Events[1].Actors = append(c.Events[1].Actors, ledger.Part{ID: "ida-wolter", Role: "actor"})
	})
	found := false
	for _, l := range tl.home().Score.Lanes {
		if l.Name == "Wolter" {
			t.Error("two people have one name")
		}
		for _, d := range l.Dots {
			if d.Title != "" && d.Href == "" || d.Href != "" && d.Title == "" {
				t.Errorf("%s: %+v", l.Name, d)
			}
			found = found || d.Href == "e/day/index.html" && strings.HasPrefix(d.Title, "7 Mar 2031: ")
		}
	}
	if !found {
		t.Error("no mark leads to the event")
	}
}

// A large picture in a person's own text is loaded in a size that fits: one in
// static/, and one that lies beside its page.
func TestPicturesInTexts(t *testing.T) {
	own := map[string]string{
		"static/pics/quay.jpg":      photograph(t, 1600, 400),
		"static/pics/small.jpg":     photograph(t, 300, 200),
		"static/pics/unused.jpg":    photograph(t, 1500, 200),
		"content/essay/index.md":    "---\ntitle: An essay\n---\n![The quay](/pics/quay.jpg) ![Small](/pics/small.jpg) ![Beside](mole.jpg)\n",
		"content/essay/mole.jpg":    photograph(t, 1200, 300),
		"content/other/index.md":    "---\ntitle: Another\n---\nWords alone.\n",
		"content/essay/index.de.md": "---\ntitle: Ein Aufsatz\n---\n![Der Kai](/sound/pics/quay.jpg) [Methode](/sound/about/) [Suche](/search/)\n",
	}
	files, rep := pressed(t, own, func(c *ledger.Content, cfg *config.Config) {
		cfg.Editions = []config.Edition{{Language: "en", Title: "The Sound Papers"}, {Language: "de", Title: "Die Sundakten"}}
	})
	for _, d := range rep.Found {
		t.Error(d)
	}
	stem := "pictures/" + hashName([]byte(own["static/pics/quay.jpg"]))
	mustHold(t, "essay", files["essay/index.html"],
		`src="../`+stem+`-960.jpg" srcset="../`+stem+`-480.jpg 480w, ../`+stem+`-960.jpg 960w" sizes=`, `alt="The quay" width="1600" height="400"`,
		`<img src="../pics/small.jpg" alt="Small" width="300" height="200"`, `mole_hu_`, `480w`, `mole.jpg 1200w`)
	mustHold(t, "de/essay", files["de/essay/index.html"], `src="../../`+stem+`-960.jpg" srcset="../../`+stem+`-480.jpg 480w`, `<a href="../about/index.html">Methode</a>`, `<a href="../search/index.html">Suche</a>`)
	beside := 0
	for name, data := range files {
		if strings.Contains(name, hashName([]byte(own["static/pics/unused.jpg"]))) {
			t.Errorf("%s is made for nothing", name)
		}
		if strings.HasPrefix(name, "essay/mole_hu_") {
			c, err := jpeg.DecodeConfig(strings.NewReader(data))
			if err != nil || c.Width != 480 && c.Width != 960 {
				t.Errorf("%s: %v, %d wide", name, err, c.Width)
			}
			mustHold(t, "essay", files["essay/index.html"], strings.TrimPrefix(name, "essay/"))
			beside++
		}
	}
	if beside != 2 {
		t.Errorf("%d sizes of the picture beside its page", beside)
	}
}
