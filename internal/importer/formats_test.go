package importer_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"howett.net/plist"

	"fasti/internal/diag"
	"fasti/internal/importer"
)

// zipped packs files as office documents and archives are packed.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sentence = "Der Gemeinderat von Hohenau hat am Dienstag den Bau einer Seilbahn beschlossen."

func TestOfficeDocuments(t *testing.T) {
	docx := `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rat beschließt</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>Der Gemeinderat von Hohenau hat </w:t></w:r><w:del><w:r><w:delText>gestern </w:delText></w:r></w:del><w:r><w:t>am Dienstag den Bau einer Seilbahn beschlossen.</w:t></w:r></w:p></w:body></w:document>`
	odt := `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Rat beschließt</text:h>` +
		`<text:p>Der Gemeinderat von Hohenau<text:note><text:p>Eine Note.</text:p></text:note> hat am Dienstag<text:s/>den Bau einer Seilbahn beschlossen.</text:p></office:text></office:body></office:document-content>`
	for name, data := range map[string][]byte{"a.docx": zipped(t, "word/document.xml", docx), "a.odt": zipped(t, "content.xml", odt)} {
		found, err := newImporter(t).Read(data, importer.Options{Source: name})
		if err != nil || len(found.Articles) != 1 {
			t.Fatalf("%s: %+v, %v", name, found, err)
		}
		if a := found.Articles[0]; a.Title != "Rat beschließt" || a.Body != sentence+"\n" {
			t.Errorf("%s: %q %q", name, a.Title, a.Body)
		}
	}
}

func TestWebArchive(t *testing.T) {
	data, err := plist.Marshal(map[string]any{"WebMainResource": map[string]any{
		"WebResourceData": []byte("<html lang=de><h1>Rat beschließt Bau der Seilbahn</h1><p>" + sentence + "</p></html>"),
		"WebResourceURL":  "https://blatt.example/1", "WebResourceMIMEType": "text/html",
	}}, plist.BinaryFormat)
	if err != nil {
		t.Fatal(err)
	}
	found, err := newImporter(t).Read(data, importer.Options{Source: "a.webarchive"})
	if err != nil || found.Articles[0].Link != "https://blatt.example/1" || !strings.Contains(found.Articles[0].Body, sentence) {
		t.Fatalf("%+v, %v", found, err)
	}
}

// record is one answer of a server in an archive of a crawl.
func record(link, status, kind, body string) string {
	answer := "HTTP/1.1 " + status + "\r\nContent-Type: " + kind + "\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-02-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000%d>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		link, len(link)%10, len(answer), answer)
}

func page(lang, text string) string {
	return `<html lang="` + lang + `"><head><meta property="article:published_time" content="2031-02-05"></head><body><article><h1>` + text[:20] + `</h1><p>` + text + `</p></article></body></html>`
}

// TestCrawls reads archives of a crawl, plain, packed and as WACZ: only pages
// that the server gave count, and of those only the ones in the language that
// was asked for.
func TestCrawls(t *testing.T) {
	english := "The parish council of Low Marsh voted on Tuesday to close the old tide gate, and nobody spoke against it."
	warc := record("https://blatt.example/1", "200 OK", "text/html; charset=utf-8", page("de", sentence)) +
		record("https://blatt.example/bild.png", "200 OK", "image/png", "\x89PNG") +
		record("https://blatt.example/weg", "404 Not Found", "text/html", page("de", sentence)) +
		record("https://post.example/2", "200 OK", "text/html", page("en", english))
	var packed bytes.Buffer
	for _, r := range strings.SplitAfter(warc, "</html>\r\n\r\n") {
		z := gzip.NewWriter(&packed)
		if _, err := z.Write([]byte(r)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string][]byte{
		"a.warc": []byte(warc), "a.warc.gz": packed.Bytes(), "a.wacz": zipped(t, "pages/pages.jsonl", "{}", "archive/data.warc.gz", packed.String()),
	} {
		for only, want := range map[string]string{"": "https://blatt.example/1 https://post.example/2", "en": "https://post.example/2"} {
			var links []string
			notes, err := newImporter(t).Each(bytes.NewReader(data), int64(len(data)), importer.Options{Source: name, Only: only}, func(a *importer.Article) error {
				links = append(links, a.Link)
				return nil
			})
			if got := strings.Join(links, " "); err != nil || got != want || len(notes) != 1 {
				t.Errorf("%s, only %q: got %s, notes %q, %v; want %s", name, only, got, notes, err, want)
			}
		}
	}
}

// TestRefusals: what is no article is refused with a reason, whatever its name.
func TestRefusals(t *testing.T) {
	for name, data := range map[string]string{
		"picture.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF", "table.csv": "a,b\n1,2\n", "days.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "style.css": "p { color: red }",
		"data.json": `{"a": 1}`, "lines.jsonl": "{\"a\":1}\n{\"a\":2}\n", "set.xml": "<?xml version=\"1.0\"?><set><a/></set>", "a.zip": "PK\x03\x04nothing",
		"refs.bib": "@article{a,\n title = {Rat}\n}", "refs.ris": "TY  - NEWS\nER  - \n", "old.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "broken.pdf": "%PDF-1.4\nnothing",
		"empty.rtf": `{\rtf1 }`, "empty.warc": "WARC/1.0\r\n\r\n",
	} {
		found, err := newImporter(t).Read([]byte(data), importer.Options{Source: name})
		var d diag.Diagnostic
		if !errors.As(err, &d) || d.Severity() == diag.Note {
			t.Errorf("%s: taken as %+v, %v", name, found, err)
		}
	}
}

func TestReferences(t *testing.T) {
	want := importer.Options{Title: "Rat beschließt", Publisher: "Blatt", Lang: "de", Date: "2031-02-05", Link: "https://blatt.example/1", Author: "Jana Ott, Piet Maar"}
	for name, data := range map[string]string{
		"RIS":      "TY  - NEWS\r\nTI  - Rat beschließt\r\nAU  - Ott, Jana\r\nAU  - Maar, Piet\r\nT2  - Blatt\r\nPY  - 2031\r\nDA  - 2031/02/05/\r\nLA  - de\r\nUR  - https://blatt.example/1\r\nER  - \r\n",
		"BibTeX":   "@article{a,\n  title = {Rat {beschließt}},\n  author = {Ott, Jana and Maar, Piet},\n  journaltitle = {Blatt},\n  date = {2031-02-05},\n  langid = {de},\n  url = {https://blatt.example/1},\n}\n",
		"CSL-JSON": `[{"title":"Rat beschließt","container-title":"Blatt","language":"de","URL":"https://blatt.example/1","issued":{"date-parts":[[2031,2,5]]},"author":[{"family":"Ott","given":"Jana"},{"family":"Maar","given":"Piet"}]}]`,
	} {
		if got, ok := importer.References([]byte(data)); !ok || got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, ok := importer.References([]byte("TY  - NEWS\nTI  - A\nER  - \nTY  - NEWS\nTI  - B\nER  - \n")); ok {
		t.Error("two references were taken for those of one article")
	}
}

// FuzzFormats: whatever the bytes are, reading them gives articles or an error
// with a reason, and never panics.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{"%PDF-1.4\n", `{\rtf1 \u1?\'e4}`, "PK\x03\x04", "bplist00", "WARC/1.0\r\n", "From a 2031\nSubject: x\n\nText", "+++\na = 1\n+++\nText", "{\n}\nText", `{"items":[],"version":"https://jsonfeed.org/version/1"}`, "<nitf><body.content>x", "<rss><channel><item><description>x"} {
		f.Add([]byte(s), "a")
	}
	im := newImporter(f)
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		found, err := im.Read(data, importer.Options{Source: name})
		var d diag.Diagnostic
		if err != nil && !errors.As(err, &d) {
			t.Fatalf("an error without a code: %v", err)
		}
		if err == nil && len(found.Articles) == 0 {
			t.Fatal("neither articles nor an error")
		}
	})
}
