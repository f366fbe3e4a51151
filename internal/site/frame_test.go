package site

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fasti"
	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// pressed builds the sample with files of an owner's, after a change, and
// gives what went out.
func pressed(t *testing.T, own map[string]string, change func(*ledger.Content, *config.Config)) (map[string]string, Report) {
	t.Helper()
	c, cfg := sample(t)
	if change != nil {
		change(c, cfg)
	}
	dir := t.TempDir()
	for name, text := range own {
		put(t, dir, name, text)
	}
	rep, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	return tree(t, filepath.Join(dir, "public")), rep
}

func mustHold(t *testing.T, name, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s lacks %s", name, w)
		}
	}
}

// An address that leads nowhere has a page that works at any depth: it loads
// nothing, and its links name the whole address.
func TestNotFoundWorksAtAnyDepth(t *testing.T) {
	files, _ := pressed(t, nil, nil)
	page := files["404.html"]
	mustHold(t, "404.html", page, `href="https://example.org/sound/2031/index.html"`, `action="https://example.org/sound/search/index.html"`, "<style>", `name="robots" content="noindex"`)
	if m := regexp.MustCompile(`<(?:script|img|link rel="stylesheet")[^>]*>|url\([^)]*\)|href="[^h#d][^"]*"`).FindAllString(page, -1); len(m) > 0 {
		t.Errorf("it needs %v", m)
	}
	if strings.Contains(files["sitemap.xml"], "404") {
		t.Error("the sitemap lists it")
	}
}

func TestRobotsAndManifest(t *testing.T) {
	files, _ := pressed(t, nil, nil)
	mustHold(t, "robots.txt", files["robots.txt"], "User-agent: *", "Sitemap: https://example.org/sound/sitemap.xml")
	own, _ := pressed(t, map[string]string{"static/robots.txt": "mine\n"}, nil)
	if own["robots.txt"] != "mine\n" {
		t.Errorf("the owner's robots.txt became %q", own["robots.txt"])
	}
	var m struct {
		Name, Lang string
		Start      string `json:"start_url"`
		Icons      []struct{ Src string }
	}
	if err := json.Unmarshal([]byte(files[manifestFile]), &m); err != nil || m.Name != "The Sound Papers" || m.Start != "./index.html" {
		t.Errorf("manifest: %v %+v", err, m)
	}
	for _, i := range m.Icons {
		if files[i.Src] == "" {
			t.Errorf("the icon %s is not there", i.Src)
		}
	}
}

// The picture beside shared links is a PNG of its size, the same each time, and
// pages of a site without an address name none.
func TestSharePicture(t *testing.T) {
	files, _ := pressed(t, nil, nil)
	img, err := png.DecodeConfig(bytes.NewReader([]byte(files[shareName])))
	if err != nil || img.Width != shareWidth || img.Height != shareHeight {
		t.Fatalf("%v, %d × %d", err, img.Width, img.Height)
	}
	again, _ := pressed(t, nil, nil)
	if again[shareName] != files[shareName] {
		t.Error("two builds drew two pictures")
	}
	other, _ := pressed(t, nil, func(_ *ledger.Content, cfg *config.Config) { cfg.Title, cfg.Fasti.Emphasis = "Gdańsk łódź", "" })
	if other[shareName] == files[shareName] {
		t.Error("another title has the same picture")
	}
	mustHold(t, "e/day", files["e/day/index.html"], `property="og:image" content="https://example.org/sound/og.png"`)
	bare, _ := pressed(t, nil, func(_ *ledger.Content, cfg *config.Config) { cfg.BaseURL = "" })
	if strings.Contains(bare["index.html"], "og:image") || bare[shareName] != "" {
		t.Error("a site without an address names a picture")
	}
}

// The sitemap says when each page changed last, and the feed has the latest
// change first.
func TestOrderOfChange(t *testing.T) {
	change := func(c *ledger.Content, _ *config.Config) {
		c.History = []ledger.Change{
			{Day: "2031-06-01", ID: "aa2", What: "corrected", Key: "title", Old: "x", New: "y"},
			{Day: "2031-06-01", ID: "aa1", What: "accepted"},
			{Day: "2031-06-01", ID: "aa3", What: "corrected", Key: "when", Old: "2031-02", New: "2031-03"},
		}
	}
	files, _ := pressed(t, nil, change)
	mustHold(t, "sitemap.xml", files["sitemap.xml"], "<loc>https://example.org/sound/e/day/</loc><lastmod>2031-06-01</lastmod>", "<loc>https://example.org/sound/e/cross/</loc><lastmod>2031-03-12</lastmod>",
		"<loc>https://example.org/sound/2031/03/</loc><lastmod>2031-06-01</lastmod>")
	var order []string
	for _, m := range regexp.MustCompile(`<id>[^<]*#(a[a-z]\d)</id>`).FindAllStringSubmatch(files["feed.xml"], -1) {
		order = append(order, m[1])
	}
	if len(order) < 3 || strings.Join(order[:3], " ") != "aa3 aa1 aa2" {
		t.Errorf("the feed begins with %v", order[:min(len(order), 5)])
	}
}

// Pages of the owner's stand in the menus that the configuration or their front
// matter names, everywhere, with links that work from where they are.
func TestMenus(t *testing.T) {
	own := map[string]string{
		"content/imprint.md": "---\ntitle: Imprint of the record\nlinkTitle: Imprint\nmenus: footer\n---\n\nText.\n",
		"content/privacy.md": "---\ntitle: Privacy\nmenus:\n  footer:\n    weight: 5\n---\n\nText.\n",
		"content/essay.md":   "---\ntitle: Essay\n---\n\nText.\n",
	}
	files, rep := pressed(t, own, func(_ *ledger.Content, cfg *config.Config) {
		cfg.Path = ""
		cfg.Menus = map[string][]config.MenuItem{
			"main":   {{Name: "Essay", To: "/essay"}, {Name: "Elsewhere", To: "https://example.net/"}},
			"footer": {{Name: "Gone", To: "/nowhere/", Line: 7, Col: 3}},
		}
	})
	mustHold(t, "e/day", files["e/day/index.html"], `<a href="../../essay/index.html">Essay</a>`, `<a href="https://example.net/">Elsewhere</a>`, `<a href="../../imprint/index.html">Imprint</a>`)
	mustHold(t, "imprint", files["imprint/index.html"], `<a href="../essay/index.html">Essay</a>`, `<a href="https://example.net/">`, `<a href="../imprint/index.html" aria-current="page">Imprint</a>`)
	if p, i := strings.Index(files["index.html"], ">Privacy<"), strings.Index(files["index.html"], ">Imprint<"); p < 0 || i < p {
		t.Errorf("the entry with a weight does not stand first: %d, %d", p, i)
	}
	if !slices.ContainsFunc(rep.Found, func(d diag.Diagnostic) bool { return d.Code == diag.DeadLink && d.Line == 7 }) {
		t.Errorf("nobody tells that an entry leads nowhere: %v", rep.Found)
	}
}

// A link in a person's text leads to a place on the web or in the site; whatever
// else it says is text, and somebody is told.
func TestLinksRunNothing(t *testing.T) {
	files, rep := pressed(t, map[string]string{
		"content/essay.md": "---\ntitle: Essay\n---\n\n[a](javascript:alert(1)) [b](JavaScript:alert(1)) <javascript:alert(1)> [c](data:text/html,x) [d](vbscript:x) [e](https://example.org) [f](mailto:a@example.org)\n",
	}, nil)
	page := files["essay/index.html"]
	mustHold(t, "essay", page, `a b javascript:alert(1) c d <a href="https://example.org">e</a> <a href="mailto:a@example.org">f</a>`)
	told := 0
	for _, d := range rep.Found {
		if d.Code == diag.DeadLink && strings.Contains(d.Message, "left out") {
			told++
		}
	}
	if told < 4 {
		t.Errorf("%d of them are told: %v", told, rep.Found)
	}
}

// A site's own words at three places of every page.
func TestHooks(t *testing.T) {
	files, _ := pressed(t, map[string]string{
		"layouts/_partials/head-end.html":   `<meta name="hook" content="{{ .v.lang }}">`,
		"layouts/_partials/nav-extra.html":  `<p>own nav</p>`,
		"layouts/_partials/foot-extra.html": `<p>own foot</p>`,
		"content/essay.md":                  "---\ntitle: Essay\n---\n",
	}, nil)
	for _, name := range []string{"index.html", "e/day/index.html", "essay/index.html"} {
		mustHold(t, name, files[name], `<meta name="hook" content="en">`, "own nav", "own foot")
	}
}

// One phrase of the owner's leaves all others as they are, in a language that
// the theme knows and in one that it does not.
func TestOnePhraseChanged(t *testing.T) {
	for lang, rest := range map[string]string{"de": "Zum Inhalt", "pt": "Skip to content"} {
		files, _ := pressed(t, map[string]string{"i18n/" + lang + ".yaml": "footer: My own footer\n"}, func(_ *ledger.Content, cfg *config.Config) { cfg.Language = lang })
		mustHold(t, lang, files["e/day/index.html"], "My own footer", rest)
		if strings.Contains(files["e/day/index.html"], ">skip<") {
			t.Errorf("%s: a key stands for its phrase", lang)
		}
	}
}

// When the theme's file changes below an owner's version of it, that is told
// until the owner has saved the version again.
func TestOverrideFallsBehind(t *testing.T) {
	layouts := map[string][]byte{"layouts/_partials/foot.html": []byte("mine"), "layouts/_partials/of-my-own.html": []byte("x")}
	s := &stage{}
	if found := s.outdated(layouts, nil); len(found) != 0 || len(s.next.Originals) != 1 {
		t.Fatalf("at first: %v, %v", found, s.next.Originals)
	}
	then := original{Own: hashOfBytes([]byte("mine")), Theme: "the theme of before"}
	for _, own := range []string{"mine", "mine"} {
		s = &stage{old: manifest{Originals: map[string]original{"layouts/_partials/foot.html": then}}}
		layouts["layouts/_partials/foot.html"] = []byte(own)
		if found := s.outdated(layouts, nil); len(found) != 1 || found[0].Code != diag.OldOverride || s.next.Originals["layouts/_partials/foot.html"] != then {
			t.Errorf("after the update: %v", found)
		}
	}
	layouts["layouts/_partials/foot.html"] = []byte("mine, looked at again")
	if found := s.outdated(layouts, nil); len(found) != 0 {
		t.Errorf("after it was saved again: %v", found)
	}
}

// The site keeps which files it has its own of beside them, so that a build
// that begins with an empty output folder tells it too.
func TestOverrideFallsBehindWithoutOutput(t *testing.T) {
	dir := t.TempDir()
	layouts := map[string][]byte{"layouts/_partials/foot.html": []byte("mine")}
	s := &stage{}
	s.outdated(layouts, keptOriginals(dir))
	if err := keepOriginals(dir, s.next.Originals); err != nil {
		t.Fatal(err)
	}
	kept := keptOriginals(dir)
	o := kept["layouts/_partials/foot.html"]
	o.Theme = "the theme of before"
	if err := keepOriginals(dir, map[string]original{"layouts/_partials/foot.html": o}); err != nil {
		t.Fatal(err)
	}
	if found := (&stage{}).outdated(layouts, keptOriginals(dir)); len(found) != 1 || found[0].Code != diag.OldOverride {
		t.Errorf("after the update: %v", found)
	}
	if found := (&stage{}).outdated(nil, keptOriginals(dir)); len(found) != 0 || keepOriginals(dir, nil) != nil || len(keptOriginals(dir)) != 0 {
		t.Errorf("an override that is gone is kept: %v", found)
	}
}

// Folders of other programs in content/ neither stop a build nor are published.
func TestDotFoldersAreLeftAlone(t *testing.T) {
	files, rep := pressed(t, map[string]string{
		"content/.obsidian/app.json":       "{",
		"content/.obsidian/plugins/x.md":   "---\ntitle: [\n",
		"content/essay/.trash/old.md":      "---\ntitle: Old\n---\n",
		"content/essay/index.md":           "---\ntitle: Essay\n---\n",
		"static/.well-known/security.txt":  "Contact: mailto:a@example.org\n",
		"content/events/.obsidian/note.md": "nothing",
	}, nil)
	if len(rep.Found) != 0 || len(rep.Warnings) != 0 {
		t.Errorf("found %v, warnings %v", rep.Found, rep.Warnings)
	}
	for name := range files {
		if strings.Contains(name, "obsidian") || strings.Contains(name, "trash") {
			t.Errorf("%s is published", name)
		}
	}
	if files[".well-known/security.txt"] == "" {
		t.Error("what is for hosts is not published")
	}
}

// onePixel is a picture of 1 × 1 pixels.
const onePixel = "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

// Pictures and links of people's own texts lead there from a disk, below a path
// and in each language.
func TestOwnPicturesLeadThere(t *testing.T) {
	own := map[string]string{
		"static/pics/quay.gif":    onePixel,
		"content/essay.md":        "---\ntitle: Essay\n---\n\n![The quay](/pics/quay.gif) and [who we are](/about/#t-review) and [data](/events.csv).\n",
		"content/essay.de.md":     "---\ntitle: Aufsatz\n---\n\n![Der Kai](/pics/quay.gif) und [wer wir sind](/about/).\n",
		"content/deep/index.md":   "---\ntitle: Deep\n---\n\n![Beside](beside.gif) ![From the path](/sound/pics/quay.gif)\n",
		"content/deep/beside.gif": onePixel,
	}
	files, rep := pressed(t, own, func(c *ledger.Content, cfg *config.Config) {
		c.Events[0].Body = "Here: ![The quay](/pics/quay.gif)"
		cfg.Editions = []config.Edition{{Language: "en", Title: "The Sound Papers"}, {Language: "de", Title: "Die Sundakten"}}
	})
	const size = ` width="1" height="1"`
	mustHold(t, "essay", files["essay/index.html"], `<img src="../pics/quay.gif" alt="The quay"`+size, `href="../about/index.html#t-review"`, `href="../events.csv"`)
	mustHold(t, "de/essay", files["de/essay/index.html"], `<img src="../../pics/quay.gif"`, `href="../about/index.html"`)
	mustHold(t, "e/day", files["e/day/index.html"], `<img src="../../pics/quay.gif"`)
	mustHold(t, "de/e/day", files["de/e/day/index.html"], `<img src="../../../pics/quay.gif"`)
	mustHold(t, "deep", files["deep/index.html"], `<img src="beside.gif" alt="Beside"`, `<img src="../pics/quay.gif" alt="From the path"`)
	for _, d := range rep.Found {
		t.Errorf("found: %v", d)
	}
}

// About says who publishes, how to reach them, under which licence, and how the
// timeline came to be in its own figures.
func TestAboutSaysWhoAndHow(t *testing.T) {
	files, _ := pressed(t, nil, func(_ *ledger.Content, cfg *config.Config) {
		cfg.Fasti.Publisher, cfg.Fasti.Contact, cfg.Fasti.License = "Harbour Archive", "desk@example.org", "CC BY 4.0"
	})
	mustHold(t, "about", files["about/index.html"], "Harbour Archive", `href="mailto:desk@example.org"`, `href="https://creativecommons.org/licenses/by/4.0/"`,
		"28 events on this site rest on 4 sentences, word for word, from 5 reports of 4 publishers.")
}

// An editor's translation of a quotation stands below it, marked, on pages of
// its language only.
func TestTranslatedQuotation(t *testing.T) {
	change := func(c *ledger.Content, cfg *config.Config) {
		c.Events[1].Sources[0].Translation = "en\tThe crews walk out for four days."
		cfg.Editions = []config.Edition{{Language: "en", Title: "The Sound Papers"}, {Language: "fr", Title: "Les Papiers"}}
	}
	files, _ := pressed(t, nil, change)
	for _, name := range []string{"e/range/index.html", "2031/03/index.html"} {
		mustHold(t, name, files[name], `<p class="trans"><span class="meta">Translation</span> The crews walk out for four days.</p>`)
	}
	if strings.Contains(files["fr/e/range/index.html"], "The crews walk out for four days.") {
		t.Error("the French page shows the English translation")
	}
}

// A checkout of fasti has the theme's own files, which replace none; with one
// fewer they are a site's.
func TestTheThemeReplacesNothing(t *testing.T) {
	layouts := map[string][]byte{}
	err := fs.WalkDir(fasti.Theme, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			layouts[name] = shipped(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{}
	if s.outdated(layouts, nil); len(s.next.Originals) != 0 {
		t.Errorf("notes %d files of its own", len(s.next.Originals))
	}
	delete(layouts, sortedKeys(layouts)[0])
	if s.outdated(layouts, nil); len(s.next.Originals) != len(layouts) {
		t.Errorf("a site's %d files are noted as %d", len(layouts), len(s.next.Originals))
	}
}

// Who decided is told where the owner wants it, and nowhere else.
func TestEditorsAreNamed(t *testing.T) {
	for _, named := range []bool{false, true} {
		files, _ := pressed(t, nil, func(c *ledger.Content, cfg *config.Config) {
			c.History = []ledger.Change{
				{Day: "2031-06-01", ID: "aa1", What: "corrected", Key: "title", Old: "x", New: "y", Reason: "two papers agree", By: "Ada Beck"},
				{Day: "2031-06-02", ID: "aa1", What: "accepted", By: "Ben Cole"},
			}
			if named {
				cfg.Fasti.Editors = "named"
			}
		})
		for _, name := range []string{"changes/index.html", "changes.xml", "e/day/index.html"} {
			for _, who := range []string{"by Ada Beck", "by Ben Cole"} {
				if strings.Contains(files[name], who) != named {
					t.Errorf("%s, editors named %v: %q", name, named, who)
				}
			}
			if !strings.Contains(files[name], "two papers agree") {
				t.Errorf("%s does not say why", name)
			}
		}
	}
}
