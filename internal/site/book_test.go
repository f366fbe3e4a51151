package site

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"fasti/internal/bundle"
	"fasti/internal/bundle/bundletest"
)

// The book of the sample holds every published event once, with its evidence.
func TestBookHoldsEveryEvent(t *testing.T) {
	c, cfg := sample(t)
	b, err := Book(Options{Dir: t.TempDir(), Content: c, Config: cfg})
	if err != nil {
		t.Fatal(err)
	}
	titles, anchors := map[string]int{}, map[string]string{}
	for _, ch := range b.Chapters {
		for _, e := range ch.Events {
			titles[e.Title]++
			anchors[e.ID] = ch.ID
		}
	}
	for _, e := range c.Events {
		want := 0
		if e.Published(cfg.Fasti.Publish) {
			want = 1
		}
		if titles[e.Title] != want {
			t.Errorf("%q stands %d times, want %d", e.Title, titles[e.Title], want)
		}
	}
	for _, k := range b.People {
		for _, a := range k.Actors {
			for _, r := range a.Events {
				if anchors[r.ID] != r.Chapter || r.Chapter == "" {
					t.Errorf("%s leads to %s#%s, which stands in %q", a.Name, r.Chapter, r.ID, anchors[r.ID])
				}
			}
		}
	}
	if b.Modified != "2031-04-05" {
		t.Errorf("modified %s: want the last day of the history", b.Modified)
	}
}

// Every shape of date, every direction and hostile words, in each language of
// the interface, by the judge of the format.
func TestSampleAsEPUB(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		c, cfg := sample(t)
		cfg.Language = lang
		b, err := Book(Options{Dir: t.TempDir(), Content: c, Config: cfg})
		if err != nil {
			t.Fatal(err)
		}
		var buf bytes.Buffer
		if err := bundle.EPUB(&buf, b); err != nil {
			t.Fatal(err)
		}
		bundletest.EPUB(t, buf.Bytes())
	}
}

// The page has every event and no way to ask for anything.
func TestSampleAsOnePage(t *testing.T) {
	c, cfg := sample(t)
	b, err := Book(Options{Dir: t.TempDir(), Content: c, Config: cfg})
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := bundle.Page(&buf, b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	ids, links, events := map[string]bool{}, []string{}, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "iframe", "object", "embed", "video", "audio", "source", "form":
			t.Errorf("<%s> on the page", n.Data)
		case "article":
			events++
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("id %s stands twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "src" || a.Key == "srcset" || a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			case a.Key == "href" && n.Data == "link" && a.Val != "data:,":
				t.Errorf("<link href=%q>", a.Val)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links = append(links, a.Val[1:])
			case a.Key == "href" && n.Data == "a" && !strings.HasPrefix(a.Val, "https://example.org/"):
				t.Errorf("a link to %q", a.Val)
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("#%s leads nowhere", l)
		}
	}
	want := 0
	for _, ch := range b.Chapters {
		want += len(ch.Events)
	}
	if events != want || want == 0 {
		t.Errorf("%d events on the page, %d in the book", events, want)
	}
	if bytes.Contains(buf.Bytes(), []byte("url(")) || bytes.Contains(buf.Bytes(), []byte("@import")) {
		t.Error("the styles ask for a file")
	}
}

// An editor's text is in the book as on the site, with what shortcodes name.
func TestBookHasEditorsText(t *testing.T) {
	c, cfg := sample(t)
	c.Events[0].Body = "Both *call* it a start.\n\n## After\n\n> See {{< event ab7 >}} and {{< event \"ab6\" >}}.\n\n{{< timeline actor=\"x\" >}}\n\nNot {{ this }}.\n\n- one\n- two[^1]\n\n[^1]: A note."
	b, err := Book(Options{Dir: t.TempDir(), Content: c, Config: cfg})
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, ch := range b.Chapters {
		for _, e := range ch.Events {
			if e.Title == c.Events[0].Title {
				text = string(e.Text)
			}
		}
	}
	for _, want := range []string{"<em>call</em>", "<h4>After</h4>", "<blockquote>", "<li>one</li>", "A note.", "Not {{ this }}.", "vermutet hatten (12 April 2031)", "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %s:\n%s", want, text)
		}
	}
	if strings.Contains(text, "timeline") || strings.Contains(text, "{{&lt; event") {
		t.Errorf("a shortcode is left:\n%s", text)
	}
	var buf bytes.Buffer
	if err := bundle.EPUB(&buf, b); err != nil {
		t.Fatal(err)
	}
	bundletest.EPUB(t, buf.Bytes())
}
