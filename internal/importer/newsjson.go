package importer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"fasti/internal/diag"
)

// sniffJSON tells which of the known forms a JSON file has; "" if the bytes are
// no JSON at all and may be text.
func sniffJSON(data []byte, ext string) format {
	var m struct {
		Version   string          `json:"version"`
		Headline  *string         `json:"headline"`
		URI       *string         `json:"uri"`
		Items     json.RawMessage `json:"items"`
		Messages  json.RawMessage `json:"messages"`
		Name      *string         `json:"name"`
		Ordered   json.RawMessage `json:"orderedItems"`
		BodyHTML  *string         `json:"body_html"`
		BodyText  *string         `json:"body_text"`
		BodyXHTML *string         `json:"body_xhtml"`
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&m); err != nil {
		var list []json.RawMessage
		if json.Unmarshal(data, &list) == nil || namedJSON(ext) {
			return jsonFormat
		}
		return ""
	}
	switch {
	case strings.Contains(m.Version, "jsonfeed.org"):
		return feedFormat
	case m.BodyHTML != nil || m.BodyText != nil || m.BodyXHTML != nil:
		return ninjsFormat
	case m.Messages != nil && m.Name != nil:
		return telegramFormat
	case m.Ordered != nil:
		return mastodonFormat
	case len(bytes.TrimSpace(data[d.InputOffset():])) > 0 && !namedJSON(ext):
		return markdownFormat // front matter in JSON
	}
	return jsonFormat
}

// namedJSON tells the endings of files that are JSON and nothing else.
func namedJSON(ext string) bool { return ext == ".json" || ext == ".jsonl" || ext == ".ndjson" }

// readNinjs reads a news item in ninjs, the JSON of the IPTC.
func readNinjs(data []byte) ([]*Article, error) {
	var m struct {
		URI            string `json:"uri"`
		Headline       string `json:"headline"`
		Title          string `json:"title"`
		Language       string `json:"language"`
		Byline         string `json:"byline"`
		By             string `json:"by"`
		VersionCreated string `json:"versioncreated"`
		FirstCreated   string `json:"firstcreated"`
		ContentCreated string `json:"contentcreated"`
		Copyright      string `json:"copyrightholder"`
		URL            string `json:"url"`
		BodyHTML       string `json:"body_html"`
		BodyXHTML      string `json:"body_xhtml"`
		BodyText       string `json:"body_text"`
		Type           string `json:"type"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the item could not be read: "+clean(err.Error()), "")
	}
	a := &Article{
		Title: first(m.Headline, m.Title), Lang: m.Language, Author: first(m.Byline, m.By), Publisher: first(m.Copyright),
		Link: firstLink(m.URL), Date: readDate(first(m.FirstCreated, m.VersionCreated, m.ContentCreated)),
	}
	body := first(m.BodyXHTML, m.BodyHTML)
	switch {
	case body != "":
		a.Body = markdown(a.withoutTitle(fragment(body)))
	default:
		title := a.Title
		a.readPlain(lines(m.BodyText))
		a.Title = first(title, a.Title)
	}
	if strings.TrimSpace(a.Body) == "" {
		return nil, fault(diag.NoText, "the item has no text", "")
	}
	return []*Article{a}, nil
}

// readTelegram reads the JSON that Telegram exports of a channel: each message
// with text is an article.
func readTelegram(data []byte) (*Found, error) {
	var m struct {
		Name     string `json:"name"`
		Username string `json:"username"`
		Messages []struct {
			ID   int             `json:"id"`
			Type string          `json:"type"`
			Date string          `json:"date"`
			From string          `json:"from"`
			Text json.RawMessage `json:"text"`
		} `json:"messages"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the export could not be read: "+clean(err.Error()), "")
	}
	found := &Found{}
	empty := 0
	for _, msg := range m.Messages {
		a := &Article{Date: readDate(msg.Date), Publisher: first(m.Name), entry: true}
		if msg.From != m.Name {
			a.Author = first(msg.From)
		}
		if m.Username != "" {
			a.Link = webLink(fmt.Sprintf("https://t.me/%s/%d", m.Username, msg.ID))
		}
		a.readPlain(lines(strings.Map(printable, runs(msg.Text))))
		if msg.Type != "message" || strings.TrimSpace(a.Body) == "" {
			empty++
			continue
		}
		found.Articles = append(found.Articles, a)
	}
	return found.orNothing(empty, "messages")
}

// runs is the text of a message, which is a string or a list of strings and
// pieces with a text each.
func runs(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return ""
	}
	var b strings.Builder
	for _, r := range list {
		var piece struct {
			Text string `json:"text"`
		}
		if json.Unmarshal(r, &s) == nil {
			b.WriteString(s)
		} else if json.Unmarshal(r, &piece) == nil {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// readMastodon reads the outbox that Mastodon exports (ActivityStreams): posts
// of one's own, not those shared.
func readMastodon(data []byte) (*Found, error) {
	var m struct {
		Items []struct {
			Type   string          `json:"type"`
			Object json.RawMessage `json:"object"`
		} `json:"orderedItems"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the export could not be read: "+clean(err.Error()), "")
	}
	found := &Found{}
	empty := 0
	for _, it := range m.Items {
		var o struct {
			Published string            `json:"published"`
			URL       string            `json:"url"`
			By        string            `json:"attributedTo"`
			Content   string            `json:"content"`
			Map       map[string]string `json:"contentMap"`
		}
		if it.Type != "Create" || json.Unmarshal(it.Object, &o) != nil {
			empty++
			continue
		}
		a := &Article{Date: readDate(o.Published), Link: webLink(o.URL), Publisher: hostName(o.URL)}
		a.Author = first(html.UnescapeString(o.By[strings.LastIndexByte(o.By, '/')+1:]))
		for l := range o.Map {
			if len(o.Map) == 1 {
				a.Lang = l
			}
		}
		if a.Body = markdown(fragment(o.Content)); a.Body == "" {
			empty++
			continue
		}
		found.Articles = append(found.Articles, a)
	}
	return found.orNothing(empty, "entries")
}

// orNothing notes how many parts had no text, and is an error if none had.
func (f *Found) orNothing(empty int, what string) (*Found, error) {
	if len(f.Articles) == 0 {
		return nil, fault(diag.NoText, "there are no "+what+" with text in it", "")
	}
	if empty > 0 {
		f.Notes = append(f.Notes, fmt.Sprintf("%d of its %s are without text of their own and were left out", empty, what))
	}
	return f, nil
}
