package importer

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// about is what JSON-LD says about an article.
type about struct {
	title, name, date, modified, lang, publisher, author, link string

	body      string // articleBody
	otherDate string // datePublished of what is no article, such as a WebPage
	updates   []update
}

// maxJSONDepth and maxJSONNodes bound the look through JSON-LD.
const (
	maxJSONDepth = 12
	maxJSONNodes = 20_000
)

// danglingComma is one behind the last member, which JSON forbids and many
// templates write.
var danglingComma = regexp.MustCompile(`,\s*([}\]])`)

// saidDate finds the day of publication in JSON-LD that is broken somewhere else.
var saidDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]+)"`)

// readJSONLD looks for the first thing that schema.org counts among articles
// (Article, NewsArticle, ReportageNewsArticle, BlogPosting, Report …).
// A page whose JSON-LD has no article may still say when it was published.
func (w *words) readJSONLD(scripts []string) about {
	var other about
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(bare(s)), &v) != nil && json.Unmarshal([]byte(danglingComma.ReplaceAllString(bare(s), "$1")), &v) != nil {
			if m := saidDate.FindStringSubmatch(s); m != nil && other.otherDate == "" {
				other.otherDate = w.anyDate(m[1])
			}
			continue
		}
		nodes := 0
		if a, ok := w.findArticle(v, 0, &nodes); ok {
			return a
		}
		nodes = 0
		if other.otherDate == "" {
			w.findDates(v, 0, &nodes, &other)
		}
	}
	return other
}

// findDates looks for the first thing with a day of publication, of whatever
// type.
func (w *words) findDates(v any, depth int, nodes *int, a *about) {
	if *nodes++; depth > maxJSONDepth || *nodes > maxJSONNodes || a.otherDate != "" {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			w.findDates(x, depth+1, nodes, a)
		}
	case map[string]any:
		if d := first(w.anyDate(text(v["datePublished"])), w.anyDate(text(v["uploadDate"]))); d != "" {
			a.otherDate, a.modified = d, text(v["dateModified"])
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			w.findDates(v[key], depth+1, nodes, a)
		}
	}
}

// bare is a script without the comment that some pages put around it, and
// without the line breaks inside strings that JSON forbids.
func bare(s string) string {
	s = strings.TrimSpace(strings.Map(printable, s))
	for _, c := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}} {
		if inner, ok := strings.CutPrefix(s, c[0]); ok {
			s = strings.TrimSuffix(strings.TrimSpace(inner), c[1])
		}
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}

func (w *words) findArticle(v any, depth int, nodes *int) (about, bool) {
	if *nodes++; depth > maxJSONDepth || *nodes > maxJSONNodes {
		return about{}, false
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if a, ok := w.findArticle(x, depth+1, nodes); ok {
				return a, true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return w.readArticle(v), true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			if a, ok := w.findArticle(v[key], depth+1, nodes); ok {
				return a, true
			}
		}
	}
	return about{}, false
}

// isArticle tells a type of schema.org below Article.
func isArticle(v any) bool {
	for _, t := range texts(v) {
		t = t[strings.LastIndexAny(t, "/:")+1:]
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report" || t == "AnalysisNewsArticle" {
			return true
		}
	}
	return false
}

// update is an entry of a live ticker as the page declares it.
type update struct{ title, date, body string }

// readUpdates reads the entries of a LiveBlogPosting.
func (w *words) readUpdates(v any) []update {
	list, _ := v.([]any)
	var all []update
	for _, x := range list {
		m, _ := x.(map[string]any)
		u := update{title: text(m["headline"]), date: w.anyDate(text(m["datePublished"]))}
		u.body, _ = m["articleBody"].(string)
		if u.date != "" && strings.TrimSpace(u.body) != "" && len(all) < maxItems {
			all = append(all, u)
		}
	}
	return all
}

func (w *words) readArticle(m map[string]any) about {
	a := about{
		title:     text(m["headline"]),
		date:      w.anyDate(text(m["datePublished"])),
		lang:      text(m["inLanguage"]),
		publisher: text(m["publisher"]),
		link:      firstLink(text(m["url"]), id(m["mainEntityOfPage"])),
		name:      text(m["name"]),
		modified:  text(m["dateModified"]),
	}
	a.body, _ = m["articleBody"].(string)
	a.updates = w.readUpdates(m["liveBlogUpdate"])
	if a.date == "" {
		a.date = w.anyDate(text(m["dateCreated"]))
	}
	var authors []string
	for _, name := range texts(m["author"]) {
		if name = clean(html.UnescapeString(name)); name != "" && webLink(name) == "" && len(authors) < 10 {
			authors = append(authors, name)
		}
	}
	a.author = strings.Join(authors, ", ")
	return a
}

// texts are the strings of a value: itself, those of a list, or the names of
// things.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		for _, key := range []string{"name", "@value", "alternateName"} {
			switch s := v[key].(type) {
			case string:
				if s != "" {
					return []string{s}
				}
			case map[string]any: // a name that is said to be a thing of its own
				if s := first(text(s["name"]), text(s["@value"])); s != "" {
					return []string{s}
				}
			}
		}
	case []any:
		var all []string
		for _, x := range v {
			if _, isList := x.([]any); !isList {
				all = append(all, texts(x)...)
			}
		}
		return all
	}
	return nil
}

// text is the first string of a value.
func text(v any) string {
	if all := texts(v); len(all) > 0 {
		return clean(html.UnescapeString(all[0])) // many pages escape twice
	}
	return ""
}

// id is the identifier of a thing, or the string itself.
func id(v any) string {
	if m, ok := v.(map[string]any); ok {
		s, _ := m["@id"].(string)
		return s
	}
	s, _ := v.(string)
	return s
}
