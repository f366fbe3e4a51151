package site

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti"
)

// material is what a site is made of beside its timeline: the theme, and what
// people have put beside the content.
type material struct {
	theme, own, data, static map[string][]byte
	words                    map[string][]byte // people's own files in i18n/
	layouts                  map[string][]byte // people's own layouts
	assets                   map[string][]byte // of the theme, as they are served
	together                 bool              // see looksAround
	sizes                    []byte            // of pictures in static/, JSON
}

func newMaterial(dir string) (*material, error) {
	m := &material{own: map[string][]byte{}, data: map[string][]byte{}, static: map[string][]byte{}, assets: map[string][]byte{}, words: map[string][]byte{}, layouts: map[string][]byte{}}
	var err error
	if m.theme, err = themeFiles(dir); err != nil {
		return nil, err
	}
	if err := gather(dir, "content", m.own, "content/README.md", "content/articles", "content/events", "content/actors", "content/decisions", "content/history", "content/fasti.ids", "content/fasti.history"); err != nil { // a README tells of the folder
		return nil, err
	}
	if err := gather(dir, "data", m.data); err != nil {
		return nil, err
	}
	if err := gather(dir, "static", m.static); err != nil {
		return nil, err
	}
	if err := gather(dir, "i18n", m.words); err != nil {
		return nil, err
	}
	if err := gather(dir, "layouts", m.layouts); err != nil {
		return nil, err
	}
	m.together = looksAround(m.layouts)
	m.sizes = pictureSizes(m.static)
	return m, addAssets(m.theme, m.assets)
}

// press makes the pages and files of one edition.
func (m *material) press(ctx context.Context, e edition, o Options, s *stage, bundling bool) (*press, error) {
	p := &press{
		ctx: ctx, stage: s, dry: o.dry, own: len(m.layouts)+len(m.words) > 0, tried: map[string]bool{}, prefix: e.prefix, together: m.together, limit: o.batch, only: o.only, step: o.Step, shared: map[string][]byte{},
		batch: map[string][]byte{}, paths: map[string]string{},
	}
	if p.limit == 0 {
		p.limit = batchBytes
	}
	if strings.HasPrefix(e.cfg.BaseURL, "http") {
		p.base = strings.TrimSuffix(e.cfg.BaseURL, "/") + "/"
	}
	maps.Copy(p.shared, m.data)
	for name, text := range m.theme {
		if strings.HasPrefix(name, "layouts/") || strings.HasPrefix(name, "i18n/") {
			p.shared[name] = text
		}
	}
	p.shared["data/fasti/images.json"] = m.sizes
	if name := "i18n/" + e.words.short() + ".yaml"; name != "i18n/en.yaml" {
		p.shared[name] = withEnglish(p.shared["i18n/en.yaml"], p.shared[name])
	}
	o.Config = e.cfg
	var err error
	if p.shared["hugo.json"], err = hugoConfig(o); err != nil {
		return nil, err
	}
	p.theme = hashOf(p.shared, o.Version)
	t := newTimeline(o.Content, e.cfg, e.words)
	t.menus = m.menus(e.cfg, e.own, o.Content.Day())
	t.twins, t.gallery = e.twins, s.gallery
	frame, briefs, err := p.data(t, m.theme, o)
	if err != nil {
		return nil, err
	}
	p.briefs = hashOfBytes(briefs)
	p.shared["data/fasti/events.json"] = briefs
	if e.prefix == "" { // the other languages use the first one's
		s.gallery.put(p)
		if m.static["static/robots.txt"] == nil {
			p.file("robots.txt", robots(p.base))
		}
		for name, text := range m.static {
			p.file(strings.TrimPrefix(name, "static/"), text)
		}
		for name, text := range m.assets {
			p.file(name, text)
		}
	}
	own := maps.Clone(e.own)
	p.ownTexts(own)
	p.views(t, own, m, o)
	if p.err != nil {
		return p, p.err
	}
	p.lang, p.book = e.cfg.Language, t.book
	if bundling {
		p.list(&p.offline.Page)
	} else {
		p.page(&p.offline.Page, p.offline)
	}
	delete(own, "content/about.md")
	return p, p.finish(own, map[string][]byte{"data/fasti/frame.json": frame})
}

// data is what people's own pages and their shortcodes find under
// hugo.Data.fasti: the frame of a page, and the events in short.
func (p *press) data(t *timeline, theme map[string][]byte, o Options) (frame, briefs []byte, err error) {
	f := t.page("index.html", "page", "", t.cfg.Title)
	_, f.Custom = theme["assets/custom.css"]
	f.Head = o.Head
	frame, err = json.Marshal(struct {
		Page
		Twins map[string][]Link `json:"twins,omitempty"`
	}{f, t.twins})
	if err != nil {
		return nil, nil, err
	}
	briefs, err = t.briefs()
	return frame, briefs, err
}

// themeFiles is the embedded theme with the site's own layouts and assets before
// it; its words are laid over by [inspection.words].
func themeFiles(dir string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(fasti.Theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fasti.Theme.ReadFile(name)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, sub := range []string{"layouts", "assets"} {
		if err := gather(dir, sub, files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// hugoConfig is the site's hugo.yaml with what fasti must decide itself: the
// folders, the kinds of page, and that nothing reaches the network, the
// environment or another program.
func hugoConfig(o Options) ([]byte, error) {
	m := map[string]any{}
	if o.Config.Path != "" {
		data, err := os.ReadFile(path.Join(o.Dir, o.Config.Path))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err := yaml.Unmarshal(data, &m); err != nil {
			return nil, fmt.Errorf("%s: %w", o.Config.Path, err)
		}
	}
	kept := map[string]any{}
	for k, v := range m {
		switch strings.ToLower(k) {
		case "title", "params", "menu", "menus", "copyright", "summarylength", "related", "timeout", "enableemoji":
			kept[k] = v
		}
	}
	base := o.Config.BaseURL
	kinds := []string{"taxonomy", "term", "rss", "404", "robotstxt", "sitemap"}
	if !strings.HasPrefix(base, "http") {
		base = "/"
	}
	if len(o.Config.Editions) > 0 {
		kept["title"] = o.Config.Title
	}
	for k, v := range map[string]any{
		"baseURL": base, "locale": o.Config.Language, "defaultContentLanguage": o.Config.Language,
		"disableKinds": kinds, "enableInlineShortcodes": false, "enableGitInfo": false,
		"disableHugoGeneratorInject": true, "timeZone": "UTC",
		"disableAliases": true,                       // Hugo's redirects lead to an address on the web; fasti makes those that work from a disk
		"buildFuture":    true, "buildExpired": true, // fasti has left out what is held back on the day
		"markup": map[string]any{"goldmark": map[string]any{"renderer": map[string]any{"unsafe": false}}},
		"security": map[string]any{
			"exec":  map[string]any{"allow": []string{"^$"}, "osEnv": []string{"^$"}},
			"funcs": map[string]any{"getenv": []string{"^$"}},
			"http":  map[string]any{"methods": []string{"^$"}, "urls": []string{"^$"}},
		},
	} {
		kept[k] = v
	}
	return json.Marshal(kept)
}

// views makes the view of every page.
func (p *press) views(t *timeline, own map[string][]byte, m *material, o Options) {
	_, custom := m.theme["assets/custom.css"]
	add := func(f *Page, view any) {
		if f.JSONLD == "" {
			f.JSONLD = t.pageLD(f)
		}
		f.Head, f.Custom = o.Head, custom
		p.page(f, view)
	}
	home := t.home()
	_, home.Body = splitPage(own[homeFile])
	add(&home.Page, &home)
	lists := t.listPages()
	for i := range lists {
		add(&lists[i].Page, &lists[i])
	}
	if v, ok := t.meetings(); ok {
		add(&v.Page, &v)
	}
	all := t.allPages()
	for i := range all {
		add(&all[i].Page, &all[i])
	}
	for v := range t.eventPages() {
		if p.err != nil {
			return
		}
		add(&v.Page, &v)
	}
	for v := range t.reportPages() {
		if p.err != nil {
			return
		}
		add(&v.Page, &v)
	}
	for _, a := range t.actors {
		if p.err != nil {
			return
		}
		v := t.actorPage(a)
		add(&v.Page, &v)
	}
	for v := range t.actorPartPages() {
		if p.err != nil {
			return
		}
		add(&v.Page, &v)
	}
	for _, r := range t.articles {
		if p.err != nil {
			return
		}
		v := t.sourcePage(r)
		add(&v.Page, &v)
	}
	for v := range t.embeds() {
		if p.err != nil {
			return
		}
		v.CSS = string(m.assets["assets/embed.css"])
		add(&v.Page, &v)
	}
	p.addData(t)
	p.file(manifestFile, t.webManifest())
	p.share(t)
	nf := t.notFound(string(m.assets["assets/site.css"]) + string(m.assets["assets/custom.css"]))
	add(&nf.Page, &nf)
	se, off := p.searchPage(t), t.offline()
	off.JSONLD = t.pageLD(&off.Page)
	add(&se.Page, &se)
	p.offline, off.Head, off.Custom = &off, o.Head, custom
	ai, si, ch := t.actorIndex(), t.sourceIndex(), t.changes()
	pi, ki := t.placeIndex(), t.kindIndex()
	add(&ai.Page, &ai)
	add(&pi.Page, &pi)
	add(&ki.Page, &ki)
	add(&si.Page, &si)
	add(&ch.Page, &ch)
	title, body := splitPage(own["content/about.md"])
	ab := t.about(title, body, o.Version)
	add(&ab.Page, &ab)
	moved := t.movedPages()
	for _, name := range sortedKeys(own) {
		if aliases := p.stage.aliases[name]; len(aliases) > 0 {
			title, _ := splitPage(own[name])
			moved = append(moved, t.aliasesOf(aliases, Link{Text: title}, p.stage.places[name]+"index.html")...)
		}
	}
	for _, v := range moved { // last: an address that a page has is no alias
		if !p.stage.names[p.prefix+v.Path] {
			add(&v.Page, &v)
		}
	}
}

// splitPage takes the title and the Markdown of a person's own page that
// fasti completes with figures.
func splitPage(data []byte) (title, body string) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		if rest, ok = bytes.CutPrefix(data, []byte("---\r\n")); !ok {
			return "", string(data)
		}
	}
	front, text, ok := bytes.Cut(rest, []byte("\n---"))
	if !ok {
		return "", string(data)
	}
	var m struct {
		Title string `yaml:"title"`
	}
	_ = yaml.Unmarshal(front, &m) // a title that cannot be read is none
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return m.Title, string(text[i+1:])
	}
	return m.Title, ""
}
