package config

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/spell"
)

// Key is a key of hugo.yaml that works in a fasti site.
type Key struct {
	Name string
	Doc  string // what it does, a clause in Markdown
}

// SiteKeys are the keys that fasti reads itself.
func SiteKeys() []Key {
	return []Key{
		{"title", "the site's title"},
		{"baseURL", "where it will be published, `https://example.org/x/`: for feeds, search engines and the sitemap; links are relative and work without it. `fasti build --base-url` goes before it"},
		{"languageCode", "the language of the interface; `locale` and `defaultContentLanguage` are the same. Default `en`"},
		{"languages", "the languages that the site is made in, the first at its root: `[de, en]`, or `title`, `description` and `emphasis` of each ([languages.md](languages.md))"},
		{"params.description", "the standfirst of the home page"},
		{"params.fasti", "what this page tells below"},
		{"params.…", "anything else under `params:` is for layouts of your own: `site.Params`"},
	}
}

// HugoKeys are those keys of Hugo's configuration that reach Hugo. They are
// for people's own pages and layouts; fasti makes its own pages itself.
func HugoKeys() []Key {
	return []Key{
		{"copyright", "for your own layouts: `site.Copyright`"},
		{"enableEmoji", "`:word:` for a picture character in your own pages and texts"},
		{"menu", "the same as `menus`"},
		{"menus", "entries of your own at the head (`main`) and the foot (`footer`) of all pages: `name`, `pageRef` or `url`, `weight` ([theming.md](theming.md)); other menus are for your own layouts: `site.Menus`"},
		{"related", "for your own layouts: which of your pages are related"},
		{"summaryLength", "for your own layouts: after how many words, at the end of a paragraph, a page's `.Summary` ends"},
		{"timeout", "how long one page may take"},
	}
}

// noEffect are the other keys that Hugo has, with why they do nothing here.
func noEffect() map[string]string {
	const decided, network, own = "fasti decides it itself", "fasti opens no connection and runs no program", "there is one timeline, and its pages are made from it"
	return map[string]string{
		"archetypedir": own, "assetdir": decided, "contentdir": decided, "datadir": decided, "i18ndir": decided, "layoutdir": decided,
		"publishdir": "fasti writes to public/", "resourcedir": decided, "staticdir": decided, "themesdir": decided, "cachedir": decided, "cascade": decided,
		"build": decided, "buildpaths": decided, "builddrafts": "an event with draft: true is held back, always", "buildexpired": decided, "buildfuture": decided, "caches": decided,
		"canonifyurls": "links of a fasti site are relative", "cleandestinationdir": "what an earlier build wrote is removed, always", "contenttypes": decided,
		"defaultcontentlanguageinsubdir": "the first language lies at the root", "defaultoutputformat": decided, "deployment": network,
		"disablealiases": decided, "disabledefaultlanguageredirect": decided, "disablehugogeneratorinject": decided, "disablekinds": decided, "disablelanguages": "take the language out of languages:",
		"disablelivereload": decided, "disablepathtolower": decided, "enablegitinfo": decided, "enableinlineshortcodes": "they run code from content", "enablemissingtranslationplaceholders": decided,
		"enablerobotstxt": "there is one, and a robots.txt in static/ goes before it", "environment": decided, "frontmatter": decided, "hascjklanguage": decided, "httpcache": network,
		"ignorefiles": decided, "ignorelogs": decided, "ignorecache": decided, "ignorevendorpaths": decided, "imaging": decided, "languagedirection": "it follows from the language", "languagename": decided,
		"permalinks": "the address of a page is its file's; write url: into the page", "logpathwarnings": decided, "mainsections": own, "markup": "raw HTML in pages stays switched off, and the rest is as it is in Hugo", "mediatypes": decided, "minify": decided, "module": network, "newcontenteditor": network,
		"noninpagelinks": decided, "outputformats": decided, "outputs": "a fasti site has the forms that docs/data.md lists", "page": decided, "pagination": "long lists are divided by month", "paginate": "long lists are divided by month", "paginatepath": decided,
		"paniconwarning": decided, "pluralizelisttitles": decided, "printi18nwarnings": decided, "privacy": network, "reflinkserrorlevel": decided, "reflinksnotfoundurl": decided,
		"removepathaccents": decided, "rendersegments": decided, "security": network, "sectionpagesmenu": own, "segments": decided, "server": "see fasti serve --help", "services": network, "sitemap": decided, "social": "put it under params:",
		"taxonomies": own, "templatemetrics": decided, "theme": "the theme is fasti's; put layouts of your own into layouts/", "timezone": "it is UTC", "titlecasestyle": decided, "uglyurls": decided, "watch": "see fasti serve", "author": "put it under params:",
	}
}

// other judges a key that fasti does not read: it works for Hugo, or it does
// nothing, which is worth a warning.
func (c *Config) other(k *yaml.Node) {
	name := strings.ToLower(k.Value)
	if slices.ContainsFunc(HugoKeys(), func(h Key) bool { return strings.ToLower(h.Name) == name }) {
		return
	}
	if why, ok := noEffect()[name]; ok {
		c.Doubts = append(c.Doubts, at(c.Path, k, fmt.Sprintf("Hugo's key %s does nothing in a fasti site", k.Value), why))
		return
	}
	hint := "what is for your own layouts stands under params:"
	if near := spell.Near(k.Value, siteKeys()); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.Doubts = append(c.Doubts, at(c.Path, k, fmt.Sprintf("there is no key %q", k.Value), hint))
}

// siteKeys are the keys that do something.
func siteKeys() []string {
	out := []string{"title", "baseURL", "languageCode", "languages", "params"}
	for _, h := range HugoKeys() {
		out = append(out, h.Name)
	}
	return out
}
