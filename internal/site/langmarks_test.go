package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"fasti/internal/config"
	"fasti/internal/ledger"
)

// telling are words that stand in one language only.
var telling = map[string][]string{
	"de": {"der", "die", "den", "und", "vom", "ein", "zur", "über", "empfängt", "empfing", "verlässt", "erscheint"},
	"en": {"the", "with", "began", "return", "opening", "crews", "said"},
	"fr": {"le", "les", "sur", "et"},
	"ar": {"التقت", "الوزيرة", "السبت"},
}

// guess is the language whose telling words a text has most of; "" without a
// clear one.
func guess(text string) string {
	best, most, tie := "", 0, false
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ,.!?:;„“”’\"'()", r) })
	for _, l := range sortedKeys(telling) {
		n := 0
		for _, w := range words {
			if slices.Contains(telling[l], w) {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = l, n, false
		case n == most:
			tie = true
		}
	}
	if tie || most == 0 {
		return ""
	}
	return best
}

// Every title and every quotation, wherever it stands, is marked with the
// language that its words are of.
func TestTitlesAndQuotationsAreMarked(t *testing.T) {
	files, _ := pressed(t, nil, func(c *ledger.Content, _ *config.Config) {
		for _, e := range c.Events {
			if e.ID == "ac1" { // English words from an English report
				e.Sources = []ledger.Source{{ID: "sen", Article: "ferry-strike", Sentence: 1, Quote: "The crews return to work with the tide, a spokesman said.", Status: "happened"}}
			}
		}
	})
	checked := map[string]int{}
	for _, name := range sortedKeys(files) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		doc, err := html.Parse(strings.NewReader(files[name]))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || !(n.Data == "blockquote" || (n.Data == "a" || n.Data == "h1") && strings.HasPrefix(eventOf(n, name), "e/")) {
				continue
			}
			text := textOf(n)
			want, got := guess(text), langOf(n)
			if want == "" {
				continue
			}
			checked[want]++
			if got != want {
				t.Errorf("%s: %q is marked as %s", name, text, got)
			}
		}
	}
	if checked["de"] < 100 || checked["en"] < 5 || checked["ar"] < 1 {
		t.Errorf("checked only %v", checked)
	}
}

// eventOf is the page of an event that a link leads to, or that a heading is of.
func eventOf(n *html.Node, page string) string {
	if n.Data == "h1" {
		return page
	}
	for _, a := range n.Attr {
		if a.Key == "href" && !strings.Contains(a.Val, "#") {
			return strings.TrimLeft(strings.TrimPrefix(a.Val, "https://example.org/sound/"), "./")
		}
	}
	return ""
}

// langOf is the language that holds for the words of an element: for the last
// of them, as a label may stand before.
func langOf(n *html.Node) string {
	var words *html.Node
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			words = d
		}
	}
	for ; words != nil; words = words.Parent {
		for _, a := range words.Attr {
			if a.Key == "lang" {
				return a.Val
			}
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// The example speaks one language a page: every headline is in the language of
// its edition, by what the file says and by its words, and every report is in
// the language that it says.
func TestExampleSpeaksOneLanguage(t *testing.T) {
	c, cfg := exampleSite(t)
	if len(cfg.Editions) < 2 {
		t.Fatal("the example has less than two languages")
	}
	detect := detector()
	for i := range cfg.Editions {
		ed := cfg.Edition(i)
		w, err := newWords(ed.Language, theme(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range newTimeline(c, ed, w).events.unnoted {
			if e.Lang != ed.Language {
				t.Errorf("%s: %q is in %s on the %s pages", e.ID, e.title(w), e.Lang, ed.Language)
			}
			if l := detect.Among(e.title(w), "de", "en"); l != "" && l != ed.Language {
				t.Errorf("%s: %q looks like %s on the %s pages", e.ID, e.title(w), l, ed.Language)
			}
		}
	}
	for _, a := range c.Articles {
		if l := detect.Detect(a.Text); l != a.Lang {
			t.Errorf("%s: says %s and looks like %q", a.Name, a.Lang, l)
		}
	}
}
