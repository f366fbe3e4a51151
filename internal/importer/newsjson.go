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
		Bodies    json.RawMessage `json:"bodies"`
		Chats     struct {
			List json.RawMessage `json:"list"`
		} `json:"chats"`
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&m); err != nil {
		var list []json.RawMessage
		if json.Unmarshal(data, &list) == nil && isStatuses(list) {
			return mastodonFormat
		}
		if list != nil || namedJSON(ext) {
			return jsonFormat
		}
		return ""
	}
	switch {
	case strings.Contains(m.Version, "jsonfeed.org"):
		return feedFormat
	case m.BodyHTML != nil || m.BodyText != nil || m.BodyXHTML != nil || m.Bodies != nil && m.URI != nil:
		return ninjsFormat
	case m.Messages != nil && m.Name != nil, m.Chats.List != nil:
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

// role is a text of ninjs 2.0 and later, which has several of each kind: for
// lists, for telephones, the main one.
type role struct {
	Role  string `json:"role"`
	Type  string `json:"contenttype"`
	Value string `json:"value"`
}

// mainRole is the main one of several texts, else the first.
func mainRole(all []role) role {
	for _, r := range all {
		if strings.EqualFold(r.Role, "main") {
			return r
		}
	}
	return append(all, role{})[0]
}

// readNinjs reads a news item in ninjs, the JSON of the IPTC, of any version.
func readNinjs(data []byte) ([]*Article, error) {
	var m struct {
		Headline       string `json:"headline"`
		Headlines      []role `json:"headlines"`
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
		Bodies         []role `json:"bodies"`
		Rights         struct {
			Holder string `json:"copyrightholder"`
		} `json:"rightsinfo"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the item could not be read: "+clean(err.Error()), "")
	}
	a := &Article{
		Title: first(plainText(m.Headline), plainText(mainRole(m.Headlines).Value), m.Title), Lang: m.Language, Author: first(m.Byline, m.By), Publisher: first(m.Copyright, m.Rights.Holder),
		Link: firstLink(m.URL), Date: readDate(first(m.FirstCreated, m.VersionCreated, m.ContentCreated)),
	}
	body := first(m.BodyXHTML, m.BodyHTML)
	if main := mainRole(m.Bodies); strings.Contains(main.Type, "html") {
		body = first(body, main.Value)
	} else if m.BodyText == "" {
		m.BodyText = main.Value
	}
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

// chat is a channel or group of Telegram.
type chat struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Username string `json:"username"`
	Messages []struct {
		ID   int             `json:"id"`
		Type string          `json:"type"`
		Date string          `json:"date"`
		From string          `json:"from"`
		Text json.RawMessage `json:"text"`
	} `json:"messages"`
}

// private tells a chat between people, which nobody published.
func (c *chat) private() bool {
	return c.Type == "personal_chat" || c.Type == "bot_chat" || c.Type == "saved_messages"
}

// readTelegram reads the JSON that Telegram exports of a channel, or of all of
// an account's chats: each message with text is an article. Of an account, what
// people wrote to each other alone is left out.
func readTelegram(data []byte) (*Found, error) {
	var m struct {
		chat
		Chats struct {
			List []chat `json:"list"`
		} `json:"chats"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the export could not be read: "+clean(err.Error()), "")
	}
	found := &Found{}
	empty, private := found.chat(&m.chat), 0
	for i := range m.Chats.List {
		if c := &m.Chats.List[i]; c.private() {
			private++
		} else {
			empty += found.chat(c)
		}
	}
	if private > 0 {
		found.Notes = append(found.Notes, fmt.Sprintf("%d chats between people were left out", private))
	}
	return found.orNothing(empty, "messages")
}

// chat takes the messages of a chat, and tells how many have no text.
func (f *Found) chat(c *chat) (empty int) {
	for _, msg := range c.Messages {
		a := &Article{Date: readDate(msg.Date), Publisher: first(c.Name), entry: true}
		if msg.From != c.Name {
			a.Author = first(msg.From)
		}
		if c.Username != "" {
			a.Link = webLink(fmt.Sprintf("https://t.me/%s/%d", c.Username, msg.ID))
		}
		a.readPlain(lines(strings.Map(printable, runs(msg.Text))))
		if msg.Type != "message" || strings.TrimSpace(a.Body) == "" {
			empty++
			continue
		}
		f.Articles = append(f.Articles, a)
	}
	return empty
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

// isStatuses tells the list of posts that Mastodon's interface for programs
// gives.
func isStatuses(list []json.RawMessage) bool {
	var m struct {
		Content *string         `json:"content"`
		Created *string         `json:"created_at"`
		Account json.RawMessage `json:"account"`
	}
	return len(list) > 0 && json.Unmarshal(list[0], &m) == nil && m.Content != nil && m.Created != nil && m.Account != nil
}

// post is a post of Mastodon, in either of the two forms that it has.
type post struct {
	Published string            `json:"published"`
	Created   string            `json:"created_at"`
	URL       string            `json:"url"`
	By        string            `json:"attributedTo"`
	Content   string            `json:"content"`
	Map       map[string]string `json:"contentMap"`
	Language  string            `json:"language"`
	Reblog    json.RawMessage   `json:"reblog"`
	Account   struct {
		Display string `json:"display_name"`
		User    string `json:"username"`
	} `json:"account"`
}

// article is the post as an article; its Body is "" if it has no text.
func (o *post) article() *Article {
	a := &Article{Date: readDate(first(o.Published, o.Created)), Link: webLink(o.URL), Publisher: hostName(o.URL), Lang: o.Language}
	a.Author = first(o.Account.Display, o.Account.User, html.UnescapeString(o.By[strings.LastIndexByte(o.By, '/')+1:]))
	for l := range o.Map {
		if len(o.Map) == 1 {
			a.Lang = l
		}
	}
	a.Body = markdown(fragment(o.Content))
	return a
}

// readMastodon reads the outbox that Mastodon exports (ActivityStreams), or a
// list of posts as its interface gives them: posts of one's own, not those
// shared.
func readMastodon(data []byte) (*Found, error) {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		return readPosts(list)
	}
	var m struct {
		Items []struct {
			Type   string          `json:"type"`
			Object json.RawMessage `json:"object"`
		} `json:"orderedItems"`
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault(diag.Unreadable, "the export could not be read: "+clean(err.Error()), "")
	}
	for _, it := range m.Items {
		if it.Type != "Create" {
			it.Object = nil
		}
		list = append(list, it.Object)
	}
	return readPosts(list)
}

// readPosts gives the articles of posts; what is none is counted.
func readPosts(list []json.RawMessage) (*Found, error) {
	found := &Found{}
	empty := 0
	for _, raw := range list {
		var o post
		if json.Unmarshal(raw, &o) != nil || len(o.Reblog) > len("null") {
			empty++
			continue
		}
		a := o.article()
		if a.Body == "" {
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
