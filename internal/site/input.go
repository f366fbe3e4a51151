package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti"
)

// built is what a build is made from.
type built struct {
	hugo     map[string][]byte // the site that Hugo renders
	ready    map[string][]byte // files that go out as they are
	prefix   string            // the folder of this language, "" or "en/"
	pages    int
	warnings []string
}

// pagesDir holds the generated pages inside the site that Hugo sees. Their
// addresses come from their front matter.
const pagesDir = "content/timeline-pages"

// inputs computes everything that Hugo needs and everything that it does not,
// for each language that the site is made in.
func inputs(o Options) ([]*built, error) {
	theme, err := themeFiles(o.Dir)
	if err != nil {
		return nil, err
	}
	own, data, static := map[string][]byte{}, map[string][]byte{}, map[string][]byte{}
	if err := gather(o.Dir, "content", own, "content/README.md", "content/articles", "content/events", "content/actors", "content/fasti.ids", "content/fasti.history"); err != nil { // a README tells of the folder
		return nil, err
	}
	if err := gather(o.Dir, "data", data); err != nil {
		return nil, err
	}
	if err := gather(o.Dir, "static", static); err != nil {
		return nil, err
	}
	editions, err := newEditions(o.Config, own, theme)
	if err != nil {
		return nil, err
	}
	var out []*built
	for _, e := range editions {
		b := &built{hugo: map[string][]byte{}, ready: map[string][]byte{}, prefix: e.prefix}
		for _, files := range []map[string][]byte{e.own, data} {
			for name, text := range files {
				b.hugo[name] = text
			}
		}
		for name, text := range theme {
			if strings.HasPrefix(name, "layouts/") || strings.HasPrefix(name, "i18n/") {
				b.hugo[name] = text
			}
		}
		assets := map[string][]byte{}
		if err := addAssets(theme, assets); err != nil {
			return nil, err
		}
		if e.prefix == "" { // the other languages use the first one's
			for name, text := range static {
				b.ready[strings.TrimPrefix(name, "static/")] = text
			}
			for name, text := range assets {
				b.ready[name] = text
			}
		}
		in := o
		in.Config = e.cfg
		if b.hugo["hugo.json"], err = hugoConfig(in); err != nil {
			return nil, err
		}
		t := newTimeline(o.Content, e.cfg, e.words)
		t.twins = e.twins
		if err := b.views(t, e.own, theme, string(assets["assets/embed.css"]), in); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// themeFiles is the embedded theme with the site's own files before it.
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
	for _, sub := range []string{"layouts", "assets", "i18n"} {
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
		case "title", "params", "menu", "menus", "copyright", "permalinks", "summarylength", "related", "timeout", "enableemoji":
			kept[k] = v
		}
	}
	base := o.Config.BaseURL
	kinds := []string{"taxonomy", "term", "rss", "404", "robotstxt"}
	if !strings.HasPrefix(base, "http") {
		base = "/"
		kinds = append(kinds, "sitemap")
	}
	if len(o.Config.Editions) > 0 {
		kept["title"] = o.Config.Title
	}
	for k, v := range map[string]any{
		"baseURL": base, "locale": o.Config.Language, "defaultContentLanguage": o.Config.Language,
		"disableKinds": kinds, "enableInlineShortcodes": false, "enableGitInfo": false,
		"disableHugoGeneratorInject": true, "timeZone": "UTC",
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

// views adds the view of every page.
func (b *built) views(t *timeline, own, theme map[string][]byte, embedCSS string, o Options) error {
	_, custom := theme["assets/custom.css"]
	add := func(p Page, view any) error { return b.addPage(p, view) }
	set := func(p *Page) Page { p.Head, p.Custom = o.Head, custom; return *p }

	frame := t.page("index.html", "page", "", t.cfg.Title)
	set(&frame)
	data, err := json.Marshal(struct {
		Page
		Twins map[string][]Link `json:"twins,omitempty"`
	}{frame, t.twins})
	if err != nil {
		return err
	}
	b.hugo["data/fasti/frame.json"] = data
	if b.hugo["data/fasti/events.json"], err = t.briefs(); err != nil {
		return err
	}
	b.hugo[pagesDir+"/_index.md"] = []byte(`{"build":{"render":"never","list":"never"}}` + "\n")

	home := t.home()
	_, home.Body = splitPage(own["content/_index.md"])
	if err := add(set(&home.Page), &home); err != nil {
		return err
	}
	lists := t.listPages()
	for i := range lists {
		if err := add(set(&lists[i].Page), &lists[i]); err != nil {
			return err
		}
	}
	events := t.eventPages()
	for i := range events {
		if err := add(set(&events[i].Page), &events[i]); err != nil {
			return err
		}
	}
	actors := t.actorPages()
	for i := range actors {
		if err := add(set(&actors[i].Page), &actors[i]); err != nil {
			return err
		}
	}
	sources := t.sourcePages()
	for i := range sources {
		if err := add(set(&sources[i].Page), &sources[i]); err != nil {
			return err
		}
	}
	moved := t.movedPages()
	for i := range moved {
		if err := add(set(&moved[i].Page), &moved[i]); err != nil {
			return err
		}
	}
	embeds := t.embeds()
	for i := range embeds {
		embeds[i].CSS = embedCSS
		if err := add(set(&embeds[i].Page), &embeds[i]); err != nil {
			return err
		}
	}
	b.addData(t)
	se, off := b.searchPage(t), t.offline()
	ai, si, ch := t.actorIndex(), t.sourceIndex(), t.changes()
	pi, ki := t.placeIndex(), t.kindIndex()
	title, body := splitPage(own["content/about.md"])
	delete(b.hugo, "content/about.md")
	ab := t.about(title, body, o.Version)
	for _, p := range []struct {
		page *Page
		view any
	}{{&ai.Page, &ai}, {&pi.Page, &pi}, {&ki.Page, &ki}, {&se.Page, &se}, {&off.Page, &off}, {&si.Page, &si}, {&ch.Page, &ch}, {&ab.Page, &ab}} {
		if err := add(set(p.page), p.view); err != nil {
			return err
		}
	}
	return nil
}

// addPage writes a page's view as Hugo reads it.
func (b *built) addPage(p Page, view any) error {
	front := map[string]any{
		"title": p.Title, "layout": p.Layout, "params": map[string]any{"v": view},
		"url": "/" + strings.TrimSuffix(p.Path, "index.html"),
	}
	name := fmt.Sprintf("%s/%06d.md", pagesDir, b.pages)
	if p.Path == "index.html" {
		name = "content/_index.md"
		delete(front, "url")
		delete(front, "layout")
	}
	data, err := page(front, p.Body)
	if err != nil {
		return err
	}
	b.hugo[name] = data
	b.pages++
	return nil
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
