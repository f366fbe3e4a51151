package importer_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fasti/internal/importer"
)

const (
	second = "Die Strecke ist zwei Kilometer lang und kostet rund neun Millionen Kronen, die Hälfte davon zahlt das Land."
	both   = "<p>" + sentence + "</p><p>" + second + "</p>"
)

// TestExports reads what programs write out in the forms that differ from the
// plainest ones: other versions of a format, parts that are missing or stand
// elsewhere.
func TestExports(t *testing.T) {
	page := `<html lang="de"><head><title>Rat beschließt Bau</title><link rel="canonical" href="/bau"><base href="https://blatt.example/"><meta name="date" content="5.2.2031"></head><body><article><h1>Rat beschließt den Bau</h1>` + both + `</article></body></html>`
	for _, c := range []struct {
		name, data string
		want       string // date, author, publisher, link, title of each article
		paragraphs int    // of the first
	}{
		{"ninjs2.json", `{"uri":"u","type":"text","language":"de","versioncreated":"2031-02-05T08:00:00+01:00","by":"Jana Ott","headlines":[{"role":"short","value":"Kurz"},{"role":"main","value":"Rat beschließt"}],"bodies":[{"role":"main","contenttype":"text/html","value":"` + both + `"}]}`,
			"2031-02-05|Jana Ott|||Rat beschließt", 2},
		{"result.json", `{"about":"x","chats":{"list":[{"name":"Hohenau","type":"public_channel","id":1,"messages":[{"id":2,"type":"message","date":"2031-02-05T08:00:00","from":"Hohenau","text":"` + sentence + `\n\n` + second + `"}]},{"name":"Oma","type":"personal_chat","messages":[{"id":3,"type":"message","date":"2031-02-05T09:00:00","from":"Oma","text":"` + sentence + `"}]}]}}`,
			"2031-02-05||Hohenau||Der Gemeinderat von Hohenau hat am Dienstag den Bau einer Seilbahn beschlossen. …", 2},
		{"statuses.json", `[{"id":"1","created_at":"2031-02-05T07:00:00.000Z","language":"de","url":"https://m.example/@rat/1","reblog":null,"account":{"username":"rat","display_name":"Rat"},"content":"` + both + `"},{"id":"2","created_at":"2031-02-05T07:00:00.000Z","reblog":{"id":"3"},"account":{},"content":"<p>geteilt</p>"}]`,
			"2031-02-05|Rat|m.example|https://m.example/@rat/1|Der Gemeinderat von Hohenau hat am Dienstag den Bau einer Seilbahn beschlossen. …", 2},
		{"feed.json", `{"version":"https://jsonfeed.org/version/1","title":"Blatt","items":[{"id":1,"external_url":"https://blatt.example/1","title":"Rat < beschließt","content_text":"` + sentence + `\n\n` + second + ` 3 < 5","date_published":"2031-02-05T08:00:00+01:00"}]}`,
			"2031-02-05||Blatt|https://blatt.example/1|Rat < beschließt", 2},
		{"items.xml", `<newsMessage xmlns="n"><itemSet><newsItem xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2031-02-05T08:00:00+01:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Rat beschließt</headline><by>Von Jana Ott</by></contentMeta><contentSet><inlineXML><html><body>` + both + `</body></html></inlineXML></contentSet></newsItem>` +
			`<newsItem><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentSet><inlineXML><p>Zurückgezogen.</p></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
			"2031-02-05|Jana Ott|||Rat beschließt", 2},
		{"old.xml", `<NewsML Version="1.2"><NewsItem><NewsManagement><FirstCreated>20310205T080000+0100</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Rat beschließt</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="de"/></DescriptiveMetadata><ContentItem><DataContent><nitf><body><body.content>` + both + `<media><media-caption>Ein Bild.</media-caption></media></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
			"2031-02-05||||Rat beschließt", 2},
		{"nitf.xml", `<nitf><head><docdata><date.release norm="20310205T080000+0100"/></docdata><pubdata name="Blatt" type="print"/></head><body><body.head><hedline><hl1>Rat beschließt</hl1></hedline></body.head><body.content>` + both + `</body.content></body></nitf>`,
			"2031-02-05||Blatt||Rat beschließt", 2},
		{"posts.xml", `<rss xmlns:content="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blatt</title><wp:author><wp:author_login>jo</wp:author_login><wp:author_display_name>Jana Ott</wp:author_display_name></wp:author>` +
			`<item><title>Rat beschließt</title><dc:creator>jo</dc:creator><description>` + sentence + "\n\n" + second + `</description><wp:post_date>2031-02-05 08:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>` +
			`<item><title>Geheim</title><description>` + second + `</description><wp:post_date>2031-02-05 08:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password>x</wp:post_password></item></channel></rss>`,
			"2031-02-05|Jana Ott|Blatt||Rat beschließt", 2},
		{"page.webarchive", `<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>` + base64.StdEncoding.EncodeToString([]byte(page)) + `</data><key>WebResourceURL</key><string>https://blatt.example/bau?utm_source=x</string></dict></dict></plist>`,
			"2031-02-05||blatt.example|https://blatt.example/bau|Rat beschließt den Bau", 2},
		{"page.mht", "From: x\r\nSubject: y\r\nMIME-Version: 1.0\r\nSnapshot-Content-Location: https://blatt.example/bau?a=1\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://blatt.example/bau?a=1\r\n\r\n" + strings.Replace(page, "blatt.example", "fremd.example", 1) + "\r\n--b--\r\n",
			"2031-02-05||blatt.example|https://blatt.example/bau?a=1|Rat beschließt den Bau", 2},
	} {
		found, err := newImporter(t).Read([]byte(c.data), importer.Options{Source: c.name})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, a := range found.Articles {
			got = append(got, strings.Join([]string{a.Date[:min(10, len(a.Date))], a.Author, a.Publisher, a.Link, a.Title}, "|"))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if n := len(strings.Split(strings.TrimSpace(found.Articles[0].Body), "\n\n")); n != c.paragraphs {
			t.Errorf("%s: %d paragraphs, want %d: %q", c.name, n, c.paragraphs, found.Articles[0].Body)
		}
	}
}

// TestSiteMarks takes the marks of other programs out of Markdown, and leaves
// those in code alone.
func TestSiteMarks(t *testing.T) {
	for name, c := range map[string][2]string{
		"shortcode.md": {"+++\ntitle = \"Rat\"\n+++\nEins.\n\n{{< figure src=\"a\" caption=\"Im Juni 2015\" >}}\n\nZwei.\n", "Eins.\n\nZwei.\n"},
		"liquid.md":    {"---\ntitle: Rat\n---\nEins.\n\n{% include bild.html text=\"2015\" %}\n\nZwei.\n{: .lead}\n", "Eins.\n\nZwei.\n\n"},
		"note.md":      {"---\ntitle: Rat\n---\n%% nur für mich %%\nEins mit [[Vogt|Edda Vogt]] und [[1]](https://a.example). ^abc\n\n![[bild.jpg]]\n\n> [!info] Kurz\n> ==Zwei==.\n", "\nEins mit Edda Vogt und [[1]](https://a.example).\n\n> Kurz\n> Zwei.\n"},
		"code.md":      {"---\ntitle: Rat\n---\nEins.\n\n```\n{{< x >}} [[y]]\n```\n", "Eins.\n\n```\n{{< x >}} [[y]]\n```\n"},
		"heading.md":   {"---\ndate: March 5, 2031\n---\n# Rat\n\nEins.\n", "Eins.\n"},
	} {
		found, err := newImporter(t).Read([]byte(c[0]), importer.Options{Source: name, Lang: "de"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a := found.Articles[0]
		file, err := a.File()
		if a.Body != c[1] || a.Title != "Rat" || err != nil || !strings.HasSuffix(string(file), "---\n"+strings.TrimLeft(c[1], "\n")) && !strings.HasSuffix(string(file), "---\n\n"+strings.TrimLeft(c[1], "\n")) {
			t.Errorf("%s: got %q in %q, %v; want %q", name, a.Body, file, err, c[1])
		}
	}
}

func TestTableOfDocument(t *testing.T) {
	cell := func(s string) string { return "<w:tc><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>" }
	doc := `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Zeittafel</w:t></w:r></w:p><w:tbl><w:tr>` + cell("1962") + cell("Bau der Halle") + `</w:tr><w:tr>` + cell("") + cell("Leer") + `</w:tr><w:tr><w:tc><w:p><w:r><w:t>Spalte</w:t></w:r></w:p><w:p><w:r><w:t>zwei</w:t></w:r></w:p></w:tc>` + cell("links") + `</w:tr></w:tbl></w:body></w:document>`
	found, err := newImporter(t).Read(zipped(t, "word/document.xml", doc), importer.Options{Source: "a.docx"})
	if want := "- 1962: Bau der Halle\n\nLeer\n\nSpalte\n\nzwei\n\nlinks\n"; err != nil || found.Articles[0].Body != want {
		t.Errorf("%+v, %v", found, err)
	}
}

// TestReferenceForms reads the forms in which programs write references.
func TestReferenceForms(t *testing.T) {
	want := importer.Options{Title: "Rat beschließt", Publisher: "Blätter", Lang: "de", Date: "2031-02-05", Link: "https://blatt.example/~rat/1", Author: "Jana Ött, Rat Hohenau"}
	for name, data := range map[string]string{
		"Zotero":  "@article{ott2031,\n\ttitle = {{Rat} beschlie{\\ss}t},\n\tjournaltitle = {Bl{\\\"a}tter},\n\tauthor = {{\\\"O}tt, Jana and {Rat Hohenau}},\n\tdate = {2031-02-05},\n\tlangid = {ngerman},\n\turl = {https://blatt.example/~rat/1},\n\turldate = {2031-03-01},\n}\n",
		"by hand": "% Encoding: UTF-8\n@misc{x, title=\"Rat beschließt\", journal=\"Blätter\", author=\"Ött, Jana and {Rat Hohenau}\", year=2031, month=feb, day=5, language={german}, howpublished={\\url{https://blatt.example/~rat/1}}}\n\n@comment{jabref-meta: x;}\n",
		"RIS":     "TY  - NEWS\nT1  - Rat beschließt\nJF  - Blätter\nA1  - Ött, Jana\nA1  - Rat Hohenau\nY1  - 2031/2/5/\nLA  - ger\nUR  - https://blatt.example/~rat/1\nER  - \n",
		"CSL":     `[{"title":"Rat beschließt","container-title":"Blätter","language":"de","URL":"https://blatt.example/~rat/1","issued":{"raw":"2031-02-05"},"author":[{"family":"Ött","given":"Jana"},{"literal":"Rat Hohenau"}]}]`,
	} {
		if got, ok := importer.References([]byte(data)); !ok || got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestCrawlForms reads what other programs than crawlers write: records that
// are no answer in HTTP, and addresses in angle brackets.
func TestCrawlForms(t *testing.T) {
	warc := strings.Replace(record("https://blatt.example/1", "200 OK", "text/html", page("de", sentence)), "URI: https://blatt.example/1", "URI: <https://blatt.example/1>", 1) +
		"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://blatt.example/2\r\nWARC-Date: 2031-02-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000009>\r\nContent-Type: text/html\r\nContent-Length: "
	body := page("de", second)
	warc += strconv.Itoa(len(body)) + "\r\n\r\n" + body + "\r\n\r\n"
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(warc)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.warc": []byte(warc), "a.warc.gz": packed.Bytes()} {
		var links []string
		_, err := newImporter(t).Each(bytes.NewReader(data), int64(len(data)), importer.Options{Source: name}, func(a *importer.Article) error {
			links = append(links, a.Link)
			return nil
		})
		if want := []string{"https://blatt.example/1", "https://blatt.example/2"}; err != nil || !slices.Equal(links, want) {
			t.Errorf("%s: %q, %v", name, links, err)
		}
	}
}

// TestMails reads mails that were passed on or answer others, and names of
// senders the other way round.
func TestMails(t *testing.T) {
	const head = "Date: Thu, 06 Feb 2031 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
	for name, c := range map[string]struct{ data, want string }{
		"passed on": {"From: Redaktion <r@x.example>\nSubject: WG: Seilbahn\n" + head + "\nZur Kenntnis.\n\n---------- Forwarded message ---------\nVon: Gemeinde Hohenau <presse@hohenau.example>\nDate: Mi., 5. Feb. 2031 um 17:00 Uhr\nSubject: Seilbahn\nTo: <r@x.example>\n\n\n" + sentence + "\n\n" + second + "\n",
			"2031-02-05|Gemeinde Hohenau|Seilbahn|" + sentence + "\n\n" + second + "\n"},
		"answer": {"From: \"Ott, Jana\" <o@x.example>\nSubject: Re: Seilbahn\n" + head + "\n" + sentence + "\n\nAm 05.02.2031 um 08:15 schrieb Piet Maar:\n\n> Und wann?\n> Bald?\n",
			"2031-02-06|Jana Ott|Seilbahn|" + sentence + "\n"},
		"labels in the text": {"From: Amt <a@x.example>\nSubject: Termine\n" + head + "\n" + sentence + "\n\nOrt: Rathaus\nTag: 7. Februar 2031\nZeit: abends\n",
			"2031-02-06|Amt|Termine|" + sentence + "\n\nOrt: Rathaus\n\nTag: 7. Februar 2031\n\nZeit: abends\n"},
	} {
		found, err := newImporter(t).Read([]byte(c.data), importer.Options{Source: "a.eml"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a := found.Articles[0]
		if got := strings.Join([]string{a.Date[:10], a.Author, a.Title, a.Body}, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestRTFForms reads RTF as a Mac writes it, with its code page, and a table.
func TestRTFForms(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"Mac":       {"{\\rtf1\\ansi\\ansicpg1252\\cocoartf2709\n\\pard Rat sagt nein\\\n\\\nDie K\\uc0\\u252 he bleiben.\\\n}", "Die Kühe bleiben.\n"},
		"Roman":     {`{\rtf1\mac Rat sagt nein\par Die K\'9fhe bleiben.\par}`, "Die Kühe bleiben.\n"},
		"code page": {`{\rtf1\ansi\ansicpg1250 Rat sagt nein\par Herr D\'f8\'ed\'e8ek bleibt.\par}`, "Herr Dříček bleibt.\n"},
		"table":     {`{\rtf1\ansi Rat sagt nein\par\trowd\cellx1\cellx2\intbl 1962\cell Bau der Halle\cell\row\pard Sie bleibt.\par}`, "1962: Bau der Halle\n\nSie bleibt.\n"},
	} {
		found, err := newImporter(t).Read([]byte(c.data), importer.Options{Source: "a.rtf", Lang: "de"})
		if err != nil || found.Articles[0].Title != "Rat sagt nein" || found.Articles[0].Body != c.want {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
}

// TestShortPressTexts: the tail of a short article, which names its day too, is
// no part of the head.
func TestShortPressTexts(t *testing.T) {
	for name, data := range map[string]string{
		"wiso":    "Hohenauer Blatt vom 05.02.2031, S. 9\n\nRat beschließt\n\n" + sentence + "\n\n" + second + "\n\nQuelle: Hohenauer Blatt vom 05.02.2031, Nr. 30, S. 9\nRessort: Lokales\nDokumentnummer: 20310205001\n\n(c) Hohenauer Verlag\n",
		"Factiva": "Rat beschließt\n\nVon Jana Ott\n\n120 Wörter\n\n5 Februar 2031\n\n08:15\n\nHohenauer Blatt\n\nHOHB\n\nDeutsch\n\nCopyright 2031 Hohenauer Verlag\n\n" + sentence + "\n\n" + second + "\n",
	} {
		found, err := newImporter(t).Read([]byte(data), importer.Options{Source: "a.txt"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a := found.Articles[0]
		if got := strings.Join([]string{a.Date, a.Publisher, a.Title, a.Body}, "|"); got != "2031-02-05|Hohenauer Blatt|Rat beschließt|"+sentence+"\n\n"+second+"\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestTickerOfMoments: entries that lines of a day with a time part, without
// any element that says so, and a page with one such line, which is its stamp.
func TestTickerOfMoments(t *testing.T) {
	entry := func(moment, text string) string {
		return "<section><header><span>" + moment + "</span></header><p>" + text + "</p></section>"
	}
	for name, c := range map[string]struct{ body, want string }{
		"ticker": {entry("07.02.2031, 10:15 Uhr", sentence) + entry("06.02.2031, 11.20 Uhr", second) + entry("5. Februar 2031, 08:10", "Vor dem Rathaus von Hohenau haben sich am Morgen dreihundert Menschen versammelt."), "2031-02-05 2031-02-06 2031-02-07"},
		"stamp":  {entry("07.02.2031, 10:15 Uhr", sentence+" "+second), "2031-02-07"},
	} {
		found, err := newImporter(t).Read([]byte(`<html lang="de"><head><title>Die Seilbahn von Hohenau im Ticker</title></head><body><main><h1>Die Seilbahn von Hohenau im Ticker</h1>`+c.body+`</main></body></html>`), importer.Options{Source: "a.html"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var days []string
		for _, a := range found.Articles {
			days = append(days, a.Date[:10])
		}
		slices.Sort(days)
		if got := strings.Join(days, " "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestHeadingOverDeclared: a heading that the page's title says too beats a
// title that only search machines see, though it has few words.
func TestHeadingOverDeclared(t *testing.T) {
	found, err := newImporter(t).Read([]byte(`<html lang="de"><head><title>Rat beschließt Seilbahn | Blatt</title><meta property="og:title" content="Das plant Hohenau jetzt wirklich"><meta name="author" content="Blatt"></head><body><article><h1>Rat beschließt Seilbahn</h1>`+both+`</article></body></html>`), importer.Options{Source: "a.html"})
	if err != nil || found.Articles[0].Title != "Rat beschließt Seilbahn" {
		t.Errorf("%+v, %v", found, err)
	}
}

// TestNewsroomIsNoAuthor: where a page declares its newsroom, the line under
// the heading names who wrote it.
func TestNewsroomIsNoAuthor(t *testing.T) {
	for declared, want := range map[string]string{"Redaktion": "Jana Ott", "Piet Maar": "Piet Maar"} {
		found, err := newImporter(t).Read([]byte(`<html lang="de"><head><meta name="author" content="`+declared+`"></head><body><article><h1>Rat beschließt die Seilbahn</h1><p class="author">Von Jana Ott</p>`+both+`</article></body></html>`), importer.Options{Source: "a.html"})
		if err != nil || found.Articles[0].Author != want {
			t.Errorf("%s: %+v, %v", declared, found, err)
		}
	}
}
