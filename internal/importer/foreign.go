package importer

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"fasti/extract/article"
	"fasti/internal/diag"
)

// hasForeign tells a text whose front matter is TOML between lines of "+++" or
// a JSON object, as Hugo reads them too.
func hasForeign(text string) bool {
	return strings.HasPrefix(text, "+++\n") || strings.HasPrefix(text, "{\n")
}

// readForeign reads Markdown with front matter in TOML or JSON. What fasti
// knows of it is written anew as YAML.
func (a *Article) readForeign(text string, w *words) error {
	var m map[string]any
	var body string
	if rest, ok := strings.CutPrefix(text, "+++\n"); ok {
		head, after, closed := strings.Cut(rest, "\n+++")
		if !closed {
			return fault(diag.FrontMatter, "the front matter is not closed", "write +++ on a line of its own behind it")
		}
		if err := toml.Unmarshal([]byte(head), &m); err != nil {
			return fault(diag.FrontMatter, "the front matter is no TOML: "+clean(err.Error()), "")
		}
		_, body, _ = strings.Cut(after, "\n")
	} else {
		d := json.NewDecoder(strings.NewReader(text))
		if err := d.Decode(&m); err != nil {
			return fault(diag.FrontMatter, "the front matter is no JSON: "+clean(err.Error()), "")
		}
		body = text[d.InputOffset():]
	}
	a.readKeys(m, w)
	a.readDraft(m)
	a.Body = strings.TrimLeft(body, "\n")
	if !strings.HasSuffix(a.Body, "\n") {
		a.Body += "\n"
	}
	return nil
}

// aliases are the keys under which other programs keep what fasti keeps under
// the first of each row.
var aliases = [...][]string{
	{"title", "headline"}, {"date", "publishDate", "published", "pubDate", "pubdate", "publishedAt", "datePublished", "datum", "Datum", "created", "day"},
	{"lang", "language", "locale"}, {"publisher", "site", "publication", "source_name"},
	{"author", "authors", "by", "byline", "creator"},
	{"link", "canonical", "canonical_url", "canonicalURL", "source", "url", "original", "source_url"},
}

// drafts are the keys that hold a post back, and the values by which they do
// (Hugo's, Jekyll's, those of notes).
var drafts = map[string]string{"draft": "true", "published": "false", "publish": "false", "status": "draft"}

// readDraft tells whether front matter says that the text is not to be
// published.
func (a *Article) readDraft(m map[string]any) {
	for key, says := range drafts {
		a.draft = a.draft || strings.ToLower(fmt.Sprint(m[key])) == says
	}
	if a.draft {
		a.Notes = append(a.Notes, "it is a draft: nothing of it is shown until the line draft: true is taken out")
	}
}

// readKeys takes the values that fasti knows by its own name or another's.
func (a *Article) readKeys(m map[string]any, w *words) {
	fields := []*string{&a.Title, &a.Date, &a.Lang, &a.Publisher, &a.Author, &a.Link}
	for i, names := range aliases {
		for _, name := range names {
			s := value(m[name])
			switch i {
			case 1:
				s = w.anyDate(s)
			case 4:
				s = w.authors(wikiLinks.ReplaceAllString(s, "$1"))
			case 5:
				s = webLink(s)
			}
			if s = clean(s); s != "" {
				*fields[i] = s
				break
			}
		}
	}
}

// wikiLinks are links between notes, as in [[Jana Berg]].
var wikiLinks = regexp.MustCompile(`\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]`)

// value is a value of front matter on one line; of a list all, with commas.
func value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case time.Time:
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case map[string]any:
		return value(v["name"])
	case []any:
		var all []string
		for _, x := range v {
			if s := value(x); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case fmt.Stringer: // the local dates of TOML
		return v.String()
	}
	return ""
}

// nameDay is a day at the beginning of a file's name.
var nameDay = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:[-_ .]|$)`)

// dayOfName is the day that the name of a file begins with, as Jekyll and many
// folders have it.
func dayOfName(source string) string {
	if m := nameDay.FindStringSubmatch(stem(source)); m != nil {
		d, _ := article.ParseDate(m[1])
		return d
	}
	return ""
}
