package site

import (
	"path"
	"strings"
)

// Offline says how to read the site without a network.
type Offline struct {
	Page
	Heading string `json:"heading"`
	Dek     string `json:"dek"`
	Bundle  string `json:"bundle"` // how the site becomes one file
	How     string `json:"how"`
	Files   []Link `json:"files"`

	Downloads []Download `json:"downloads"` // the site as a file
	t         *timeline
}

// Download is a file that holds the site, or the timeline as a book.
type Download struct {
	Href     string `json:"href"`
	Text     string `json:"text"`
	Name     string `json:"name"`
	Size     string `json:"size"`
	Date     string `json:"date"` // of the last change that it holds
	DateTime string `json:"datetime"`
	SHA256   string `json:"sha256"`
	Sum      string `json:"sum"` // address of the file with the checksum
}

// offer links the files that were made, those of this edition and those of all.
func (v *Offline) offer(p *press, files []Bundled) {
	w, day := v.t.words, v.t.lastChange()
	for _, f := range files {
		if f.Lang != "" && f.Lang != p.lang {
			continue
		}
		to := rel(p.prefix+v.Path, f.Path)
		v.Downloads = append(v.Downloads, Download{
			Href: to, Text: w.say("offline_" + f.Kind), Name: path.Base(f.Path), Size: w.say("size_kb", "n", w.number(int((f.Size+999)/1000))),
			Date: v.t.dateWord(day), DateTime: day, SHA256: f.SHA256, Sum: to + ".sha256",
		})
	}
}

func (t *timeline) offline() Offline {
	const path = "offline/index.html"
	w := t.words
	v := Offline{t: t, Page: t.page(path, "offline", "", w.say("offline_title")), Heading: w.say("offline_title"), Dek: w.say("offline_dek"), How: w.say("offline_how")}
	v.Description = v.Dek
	// A command reads from left to right in any language.
	ltr := func(s string) string { return "\u2066" + s + "\u2069" }
	v.Bundle = w.say("offline_bundle", "command", ltr("fasti bundle"), "epub", ltr("--epub"), "html", ltr("--html"))
	v.Files = dataLinks(path, "")
	return v
}

// Embed is one event or one month for a frame in another page: one file, no
// script.
type Embed struct {
	Page
	Heading string `json:"heading"`
	Days    []Day  `json:"days"`
	Whole   string `json:"whole"` // address of the full page
	CSS     string `json:"css"`

	// Of a frame whose event or month is no more: what became of it.
	Text    string `json:"text"`
	To      []Link `json:"to"`
	Refresh string `json:"refresh"` // relative address of the frame of the only one that it leads to
}

// embed is a frame of events, which stand on the page target.
func (t *timeline) embed(path, target, title string, events []*event, css string) Embed {
	v := Embed{Page: t.page(path, "embed", "", title), Heading: title, Days: t.days(events, path), Whole: rel(path, target), CSS: css}
	v.Robots = "noindex"
	return v
}

// formerEmbed is the frame to what stands at an address that an event or a month
// had: other pages show it still. False if the address never had a frame.
func (t *timeline) formerEmbed(m *Moved, css string) (Embed, bool) {
	at := framePath(m.Path)
	if at == "" {
		return Embed{}, false
	}
	v := t.embed(at, m.Path, m.Heading, nil, css)
	v.Text = m.Text
	for _, to := range m.To {
		target := path.Join(path.Dir(m.Path), to.Href)
		if frame := framePath(target); len(m.To) == 1 && m.Refresh != "" && frame != "" {
			v.Refresh = rel(at, frame)
		}
		to.Href = rel(at, target)
		v.To = append(v.To, to)
	}
	return v, true
}

// framePath is the address of the frame of the page of an event or a month; ""
// if pages of that kind have none.
func framePath(page string) string {
	dir := strings.TrimSuffix(page, "/index.html")
	section, name, ok := strings.Cut(dir, "/")
	switch {
	case !ok || dir == page || strings.Contains(name, "/"):
		return ""
	case section == "e":
		return "embed/e/" + name + ".html"
	case len(name) == 2 && strings.Trim(name, "0123456789") == "" && strings.Trim(section, "-0123456789") == "":
		return "embed/" + section + "-" + name + ".html"
	}
	return ""
}

// eventEmbed is the frame of an event.
func (t *timeline) eventEmbed(e *event, css string) Embed {
	return t.embed("embed/e/"+e.Slug+".html", e.path, e.title(t.words), []*event{e}, css)
}

// monthEmbed is the frame of a month with events.
func (t *timeline) monthEmbed(m *month, css string) Embed {
	events := m.events.all()
	return t.embed("embed/"+yearDir(m.year)+"-"+twoDigits(m.number)+".html", m.path, t.monthTitle(m), events[:min(len(events), embedMax)], css)
}

// embedMax is how many events of a month a frame shows.
const embedMax = 60
