package site

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/internal/config"
	"fasti/internal/ledger"
)

// edition is the site in one of its languages. Each is a whole site of its own
// below its prefix; the first lies at the root, with the assets of all.
type edition struct {
	cfg    *config.Config
	prefix string // "" or "en/"
	words  *words
	own    map[string][]byte // people's own pages in this language
	twins  map[string][]Link // of each of them, the way to the others
}

// newEditions divides a site by its languages; one in one language is a single
// edition with all pages.
func newEditions(cfg *config.Config, own, theme map[string][]byte) ([]edition, error) {
	out := make([]edition, max(1, len(cfg.Editions)))
	names := map[string]string{}
	for i := range out {
		e := edition{cfg: cfg.Edition(i), prefix: cfg.Prefix(i), own: own}
		var err error
		if e.words, err = newWords(e.cfg.Language, theme); err != nil {
			return nil, err
		}
		if len(cfg.Editions) > 0 {
			e.own = ownPages(own, cfg, e.cfg.Language)
			names[e.cfg.Language] = capital(e.words.named("lang", e.cfg.Language))
		}
		out[i] = e
	}
	for i := range out {
		out[i].words.tongues = names
	}
	for i := range out {
		for j := range out {
			if i != j {
				out[i].addTwins(&out[j])
			}
		}
	}
	return out, nil
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// ownPages picks the pages of one language: NAME.en.md is the English version
// of NAME.md, which is in the first language. Other files go with the pages of
// their folder.
func ownPages(own map[string][]byte, cfg *config.Config, lang string) map[string][]byte {
	out, folders := map[string][]byte{}, map[string]bool{}
	for name, data := range own {
		if path.Ext(name) != ".md" {
			continue
		}
		base, of := strings.TrimSuffix(name, ".md"), cfg.Editions[0].Language
		if code := strings.TrimPrefix(path.Ext(base), "."); slices.ContainsFunc(cfg.Editions, func(e config.Edition) bool { return e.Language == code }) {
			base, of = strings.TrimSuffix(base, "."+code), code
		}
		if of == lang {
			out[base+".md"] = data
			folders[path.Dir(name)] = true
		}
	}
	for name, data := range own {
		if path.Ext(name) != ".md" && folders[path.Dir(name)] {
			out[name] = data
		}
	}
	return out
}

// addTwins notes which pages stand in the other edition as well.
func (e *edition) addTwins(o *edition) {
	if e.twins == nil {
		e.twins = map[string][]Link{}
	}
	for name := range e.own {
		at := ownAddress(name)
		if at == "" {
			continue
		}
		to := "index.html"
		if o.own[name] != nil {
			to = at + to
		}
		e.twins[at] = append(e.twins[at], Link{Href: rel(e.prefix+"index.html", o.prefix+to), Text: o.words.tongues[o.cfg.Language], Lang: o.cfg.Language})
	}
}

// ownAddress is where Hugo puts a page, "" for the home page: "imprint/".
func ownAddress(name string) string {
	if path.Ext(name) != ".md" {
		return ""
	}
	at := strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md")
	if base := path.Base(at); base == "index" || base == "_index" {
		at = strings.TrimPrefix(path.Dir(at), ".")
	}
	if at == "" {
		return ""
	}
	return strings.ReplaceAll(strings.ToLower(at), " ", "-") + "/"
}

// inLanguage is the event with the title, without marks of direction, and the text that an editor gave it
// in a language.
func inLanguage(e *ledger.Event, lang string) *ledger.Event {
	title, text := e.Titles[lang], e.Summaries[lang]
	plain := plainDirection(e.Title)
	if title == "" && text == "" && plain == e.Title {
		return e
	}
	v := *e
	v.Title = plain
	if title != "" {
		v.Title, v.Lang, v.TitleIs = plainDirection(title), lang, ""
	}
	if text != "" {
		v.Body = text
	}
	return &v
}

// bodyLang is the language of the editor's text on an event, "" if it is that
// of the page: what stands below the front matter is in the site's first.
func (t *timeline) bodyLang(e *event) string {
	if len(t.cfg.Editions) == 0 || e.Summaries[t.words.lang] != "" {
		return ""
	}
	return t.foreign(t.cfg.Editions[0].Language)
}

// prefix is the folder of this edition.
func (t *timeline) prefix() string {
	for i, e := range t.cfg.Editions {
		if e.Language == t.words.lang {
			return t.cfg.Prefix(i)
		}
	}
	return ""
}

// otherLanguages leads from a page to the same one in the other languages.
// Every generated page has the same path in each.
func (t *timeline) otherLanguages(p *Page) {
	here := t.prefix()
	p.Shared = upTo(here)
	for i, e := range t.cfg.Editions {
		to := t.cfg.Prefix(i) + p.Path
		if e.Language != t.words.lang {
			p.Languages = append(p.Languages, Link{Href: rel(here+p.Path, to), Text: t.words.tongues[e.Language], Lang: e.Language})
		}
		if p.Canonical == "" {
			continue
		}
		base := strings.TrimSuffix(strings.TrimSuffix(t.cfg.BaseURL, "/")+"/", here)
		at := base + href(strings.TrimSuffix(to, "index.html"))
		p.Alternates = append(p.Alternates, Link{Href: at, Lang: e.Language})
		if i == 0 {
			p.Alternates = append(p.Alternates, Link{Href: at, Lang: "x-default"})
		}
	}
}
