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
	"fasti/internal/diag"
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
	links                    []string          // symbolic links among people's own files, which are not followed
}

func newMaterial(dir string) (*material, error) {
	m := &material{own: map[string][]byte{}, data: map[string][]byte{}, static: map[string][]byte{}, assets: map[string][]byte{}, words: map[string][]byte{}, layouts: map[string][]byte{}}
	link := func(name string) { m.links = append(m.links, name) }
	var err error
	if m.theme, err = themeFiles(dir); err != nil {
		return nil, err
	}
	if err := gather(dir, "content", m.own, link, "content/README.md", "content/articles", "content/events", "content/actors", "content/decisions", "content/history", "content/fasti.ids", "content/fasti.history"); err != nil { // a README tells of the folder
		return nil, err
	}
	if err := gather(dir, "data", m.data, link); err != nil {
		return nil, err
	}
	if err := gather(dir, "static", m.static, link); err != nil {
		return nil, err
	}
	if err := gather(dir, "i18n", m.words, link); err != nil {
		return nil, err
	}
	if err := gather(dir, "layouts", m.layouts, link); err != nil {
		return nil, err
	}
	m.together = looksAround(m.layouts)
	return m, addAssets(m.theme, m.assets)
}

// press makes the pages and files of one edition.
func (m *material) press(ctx context.Context, e edition, o Options, s *stage, bundling bool) (*press, error) {
	p := &press{
		ctx: ctx, stage: s, dry: o.dry, own: len(m.layouts)+len(m.words) > 0, tried: map[string]bool{}, prefix: e.prefix, together: m.together, limit: o.batch, only: o.only, step: o.Step, shared: map[string][]byte{},
		batch: map[string][]byte{}, sources: map[string]source{}, paths: map[string]string{},
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
	t := newTimelineBy(o.Content, e.cfg, e.words, s.clocks)
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
		for name, text := range m.assets {
			p.file(name, text)
		}
	}
	own := maps.Clone(e.own)
	p.ownTexts(own)
	p.traceFor(t, m, o)
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

// give puts people's own files in static/ into the site, when all that the
// timeline makes is known: what would take the place of that is left out and told
// of.
func (m *material) give(s *stage, only func(string) bool) ([]diag.Diagnostic, error) {
	var found []diag.Diagnostic
	for _, name := range sortedKeys(m.static) {
		at, from := strings.TrimPrefix(name, "static/"), hashOfBytes(m.static[name])
		switch {
		case only != nil && !only(at):
		case s.has(at) || path.Ext(at) == "" && s.hasFolder(at):
			found = append(found, diag.Diagnostic{File: name, Code: diag.BadPage, Message: fmt.Sprintf("the site has /%s of its own, so this file is left out", at), Hint: "give it another name; for the home page write content/_index.md, for another look layouts/ and assets/"})
		case !s.keep(at, from):
			if err := s.put(at, from, m.static[name]); err != nil {
				return found, err
			}
		}
	}
	return found, nil
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
		if err := gather(dir, sub, files, func(string) {}); err != nil {
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

// viewer makes the views of an edition.
type viewer struct {
	*press
	t      *timeline
	m      *material
	head   string
	custom bool // the site has styles of its own
}

// add takes the view of a page, and completes the frame that stands in it.
func (v *viewer) add(f *Page, view any) {
	if f.JSONLD == "" {
		f.JSONLD = v.t.pageLD(f)
	}
	f.Head, f.Custom = v.head, v.custom
	v.page(f, view)
}

// views makes the view of every page, but for those that are as they were.
func (p *press) views(t *timeline, own map[string][]byte, m *material, o Options) {
	v := &viewer{press: p, t: t, m: m, head: o.Head}
	_, v.custom = m.theme["assets/custom.css"]
	home := t.home()
	_, home.Body = splitPage(own[homeFile])
	v.add(&home.Page, &home)
	v.lists()
	v.events()
	v.actors()
	v.sources()
	v.rest(own, o.Version)
	v.moved(own)
}

// lists makes the pages that list events.
func (v *viewer) lists() {
	t, css := v.t, string(v.m.assets["assets/embed.css"])
	for _, l := range t.listPages() {
		v.unit(t, "l "+l.path, func() {
			list := t.listPage(l)
			v.add(&list.Page, &list)
		})
	}
	if meetings, ok := t.meetings(); ok {
		v.add(&meetings.Page, &meetings)
	}
	all := t.allPages()
	for i := range all {
		v.add(&all[i].Page, &all[i])
	}
	for _, m := range t.months {
		if m.number == 0 || len(m.events.unnoted) == 0 {
			continue
		}
		v.unit(t, "f "+m.path, func() {
			frame := t.monthEmbed(m, css)
			v.add(&frame.Page, &frame)
		})
	}
}

// events makes what there is of each event.
func (v *viewer) events() {
	t, css := v.t, string(v.m.assets["assets/embed.css"])
	for _, e := range t.events.unnoted {
		v.unit(t, "e "+e.ID, func() {
			e.own.look()
			x := t.eventPage(e)
			v.add(&x.Page, &x)
			reports := t.reportPages(e)
			for i := range reports {
				v.add(&reports[i].Page, &reports[i])
			}
			v.eventData(t, e)
			frame := t.eventEmbed(e, css)
			v.add(&frame.Page, &frame)
		})
	}
}

// actors makes what there is of each actor.
func (v *viewer) actors() {
	t := v.t
	for _, a := range t.actors {
		v.unit(t, "a "+a.ID, func() {
			a.own.look()
			x := t.actorPage(a)
			v.add(&x.Page, &x)
			parts := t.actorPartPages(a)
			for i := range parts {
				v.add(&parts[i].Page, &parts[i])
			}
			v.actorData(t, a)
		})
	}
}

// sources makes the pages of the articles.
func (v *viewer) sources() {
	for _, r := range v.t.articles {
		v.unit(v.t, "s "+r.Name, func() {
			r.own.look()
			x := v.t.sourcePage(r)
			v.add(&x.Page, &x)
		})
	}
}

// rest makes the pages and files that are about the whole timeline.
func (v *viewer) rest(own map[string][]byte, version string) {
	t, p := v.t, v.press
	p.addSet(t, "", dataSet{t.cfg.Title, "index.html", t.events.all(), t.actors})
	p.file("changes.xml", t.changesAtom("changes.xml"))
	p.file(manifestFile, t.webManifest())
	if style := t.overviewStyle(); style != nil && p.prefix == "" { // the other languages use the first one's
		p.file(overviewFile, style)
	}
	p.share(t)
	nf := t.notFound(string(v.m.assets["assets/site.css"]) + string(v.m.assets["assets/custom.css"]))
	v.add(&nf.Page, &nf)
	se, off := p.searchPage(t), t.offline()
	off.JSONLD = t.pageLD(&off.Page)
	v.add(&se.Page, &se)
	p.offline, off.Head, off.Custom = &off, v.head, v.custom
	ai, si, ch := t.actorIndex(), t.sourceIndex(), t.changes()
	pi, ki := t.placeIndex(), t.kindIndex()
	v.add(&ai.Page, &ai)
	v.add(&pi.Page, &pi)
	v.add(&ki.Page, &ki)
	v.add(&si.Page, &si)
	v.add(&ch.Page, &ch)
	title, body := splitPage(own["content/about.md"])
	ab := t.about(title, body, version)
	v.add(&ab.Page, &ab)
}

// moved makes what stands at addresses that something had.
func (v *viewer) moved(own map[string][]byte) {
	t, css := v.t, string(v.m.assets["assets/embed.css"])
	moved := t.movedPages()
	for _, name := range sortedKeys(own) {
		if aliases := v.stage.aliases[name]; len(aliases) > 0 {
			title, _ := splitPage(own[name])
			moved = append(moved, t.aliasesOf(aliases, Link{Text: title}, v.stage.places[name]+"index.html")...)
		}
	}
	for _, x := range moved { // last: an address that a page has is no alias
		if !v.stage.has(v.prefix + x.Path) {
			v.add(&x.Page, &x)
			v.formerData(t, &x)
		}
		if frame, ok := t.formerEmbed(&x, css); ok && !v.stage.has(v.prefix+frame.Path) {
			v.add(&frame.Page, &frame)
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
