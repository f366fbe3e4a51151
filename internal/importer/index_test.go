package importer_test

import (
	"strings"
	"testing"

	"fasti/internal/importer"
)

// tickerPage is a page of a live ticker whose newest entry says the text.
func tickerPage(newest string, more ...string) string {
	entry := func(day, text string) string {
		return `{"@type":"BlogPosting","headline":"` + day + `","datePublished":"` + day + `T09:00:00+02:00","articleBody":"` + text + `"}`
	}
	all := append(more, entry("2031-07-03", newest), entry("2031-07-02", "Der Pegel steigt, und die Feuerwehr von Sillen baut Dämme aus Sand."), entry("2031-07-01", "Es regnet seit drei Tagen, und der Landkreis warnt vor dem Hochwasser."))
	return `<html lang="de"><head><title>Hochwasser</title><link rel="canonical" href="https://blatt.example/ticker"><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Hochwasser","liveBlogUpdate":[` +
		strings.Join(all, ",") + `]}</script></head><body><article><h1>Hochwasser</h1><p>Wir berichten hier laufend vom Hochwasser an der Sille und ihren Nebenflüssen.</p></article></body></html>`
}

// An entry of a ticker is known again by its moment, though others came before it.
func TestTickerAgain(t *testing.T) {
	im, x := newImporter(t), importer.NewIndex()
	states := func(page string) string {
		found, err := im.Read([]byte(page), importer.Options{Source: "t.html"})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, a := range found.Articles {
			_, state := x.Add(a)
			all = append(all, string(state))
		}
		return strings.Join(all, " ")
	}
	if got := states(tickerPage("Der Deich hält, sagt der Landrat am Morgen, und der Pegel sinkt.")); got != "new new new new" {
		t.Error(got)
	}
	later := `{"@type":"BlogPosting","headline":"Ende","datePublished":"2031-07-04T09:00:00+02:00","articleBody":"Das Hochwasser ist vorbei, alle Menschen dürfen zurück."}`
	if got := states(tickerPage("Der Deich hält doch, sagt der Landrat am Mittag, und der Pegel sinkt.", later)); got != "there new changed there there" {
		t.Error(got)
	}
}

// The page for telephones is the page; the same text under another address is
// told, but is an article.
func TestOtherAddresses(t *testing.T) {
	long := "Der Rat von Wiesenau hat am Dienstag den Umbau der alten Mühle beschlossen, die seit vielen Jahren leer steht."
	x := importer.NewIndex()
	x.Have("muehle", "https://blatt.example/muehle", "Blatt", long+"\n")
	for _, c := range []struct {
		link string
		want importer.State
		note bool
	}{
		{"https://m.blatt.example/muehle", importer.Changed, false},
		{"https://blatt.example/muehle/amp", importer.Changed, false},
		{"https://blatt.example/muehle?outputType=amp", importer.Changed, false},
		{"https://blatt.example/lokales/muehle-77", importer.Unknown, true},
	} {
		a := read(t, long+"\n\nDie Bürgermeisterin freut sich, wie sie sagt.", importer.Options{Source: "m.txt", Link: c.link})
		_, state := x.Add(a)
		if note := strings.Contains(strings.Join(a.Notes, ";"), "stand in content/articles/muehle.md, too"); state != c.want || note != c.note {
			t.Errorf("%s: %s, notes %q", c.link, state, a.Notes)
		}
	}
}
