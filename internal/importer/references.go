package importer

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// isReferences tells a file of references: RIS or BibTeX.
func isReferences(head []byte) bool {
	return bytes.HasPrefix(head, []byte("TY  - ")) || bibEntry.Match(head)
}

var bibEntry = regexp.MustCompile(`^(?i)@(article|misc|online|incollection|book|inproceedings|newspaper|techreport|www)\s*\{`)

// References are what a file of references (RIS, BibTeX, CSL-JSON) says of one
// article, for the file of the article beside it: same name, other ending. ok
// is false if the bytes are no references, or hold more than one.
func References(data []byte) (opt Options, ok bool) {
	text, _, err := decode(data)
	if err != nil {
		return Options{}, false
	}
	head := bytes.TrimSpace([]byte(text))
	var m map[string]string
	switch {
	case bytes.HasPrefix(head, []byte("TY  - ")):
		m = readRIS(text)
	case bibEntry.Match(head):
		m = readBibTeX(text)
	default:
		m = readCSL(head)
	}
	if m == nil {
		return Options{}, false
	}
	opt = Options{
		Title: first(m["title"]), Publisher: first(m["publisher"]), Lang: first(m["lang"]),
		Date: readDate(strings.ReplaceAll(strings.Trim(m["date"], "/"), "/", "-")), Link: webLink(m["link"]), Author: first(m["author"]),
	}
	return opt, opt.Title != "" || opt.Date != "" || opt.Link != ""
}

// risKeys are the tags of RIS that say what fasti keeps.
var risKeys = map[string]string{"TI": "title", "T1": "title", "DA": "date", "PY": "date", "T2": "publisher", "PB": "publisher", "JO": "publisher", "UR": "link", "LA": "lang", "AU": "author", "A1": "author"}

func readRIS(text string) map[string]string {
	m := map[string]string{}
	if strings.Count(text, "\nER  -") > 1 {
		return nil
	}
	for _, line := range strings.Split(text, "\n") {
		if len(line) < 6 || line[2:6] != "  - " {
			continue
		}
		key := risKeys[line[:2]]
		value := strings.TrimSpace(line[6:])
		switch {
		case key == "" || value == "":
		case key == "author":
			m[key] = joinName(m[key], turned(value))
		case m[key] == "" || line[:2] == "DA":
			m[key] = value
		}
	}
	return m
}

var bibField = regexp.MustCompile(`(?m)^\s*([A-Za-z]+)\s*=\s*[{"](.*?)[}"],?\s*$`)

var bibKeys = map[string]string{"title": "title", "date": "date", "journal": "publisher", "journaltitle": "publisher", "publisher": "publisher", "url": "link", "language": "lang", "langid": "lang", "author": "author"}

func readBibTeX(text string) map[string]string {
	if len(bibStart.FindAllString(text, 2)) > 1 {
		return nil
	}
	m := map[string]string{}
	for _, f := range bibField.FindAllStringSubmatch(text, -1) {
		key := bibKeys[strings.ToLower(f[1])]
		value := strings.NewReplacer("{", "", "}", "").Replace(f[2])
		switch {
		case key == "" || m[key] != "":
		case key == "author":
			for _, n := range strings.Split(value, " and ") {
				m[key] = joinName(m[key], turned(n))
			}
		default:
			m[key] = value
		}
	}
	return m
}

var bibStart = regexp.MustCompile(`(?m)^@\w+\s*\{`)

func readCSL(data []byte) map[string]string {
	var list []struct {
		Title     string `json:"title"`
		Container string `json:"container-title"`
		Publisher string `json:"publisher"`
		URL       string `json:"URL"`
		Language  string `json:"language"`
		Issued    struct {
			Parts [][]json.Number `json:"date-parts"`
		} `json:"issued"`
		Author []struct {
			Family  string `json:"family"`
			Given   string `json:"given"`
			Literal string `json:"literal"`
		} `json:"author"`
	}
	if json.Unmarshal(data, &list) != nil || len(list) != 1 {
		return nil
	}
	r := list[0]
	m := map[string]string{"title": r.Title, "publisher": first(r.Container, r.Publisher), "link": r.URL, "lang": r.Language}
	if len(r.Issued.Parts) > 0 && len(r.Issued.Parts[0]) == 3 {
		var parts []string
		for _, p := range r.Issued.Parts[0] {
			s := p.String()
			if len(s) == 1 {
				s = "0" + s
			}
			parts = append(parts, s)
		}
		m["date"] = strings.Join(parts, "-")
	}
	for _, p := range r.Author {
		m["author"] = joinName(m["author"], first(p.Literal, p.Given+" "+p.Family))
	}
	return m
}

// turned brings "Berg, Jana" to "Jana Berg".
func turned(name string) string {
	if family, given, ok := strings.Cut(name, ","); ok {
		return clean(given + " " + family)
	}
	return clean(name)
}

func joinName(all, name string) string {
	if all == "" || name == "" {
		return all + name
	}
	return all + ", " + name
}
