package bundle_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"fasti/internal/bundle"
	"fasti/internal/bundle/bundletest"
)

// hostile is a book whose every text tries to leave its place.
func hostile() *bundle.Book {
	const evil = "]]> </p></body> & \"quoted\" 'single' <script>alert(1)</script> \x00\x07\ufffe\xff {{.}} <!-- -- <?php"
	event := bundle.Event{
		ID: bundle.EventID(0), Title: evil, Lang: "not a language!", When: evil, Start: "2031-03-07", Sense: evil, Kind: evil, Status: evil, Auto: true, Text: bundle.Prose(evil+"\n\n# "+evil+"\n\n[^1]\n\n[^1]: "+evil+"\n\n|a|\n|:-|\n|`<`|\n\n![x](https://example.org/p.png) [r](../x/) <https://a_b.c/>", "e1"), TextLang: "also not!",
		Actors: []bundle.Part{{ID: bundle.ActorID(0), Name: evil, Role: evil}, {Name: evil}},
		Places: []string{evil},
		Quotes: []bundle.Quote{
			{Segs: []bundle.Seg{{Text: evil}, {Text: evil, Mark: "date"}}, Lang: "xx_YY\"", Publisher: evil, Article: evil, Date: evil, Place: evil, Why: evil, Status: evil, Link: "javascript:alert(1)"},
			{Segs: []bundle.Seg{{Text: "מילים"}}, Lang: "he", Dir: "rtl", Publisher: "P", Article: "A", Link: "https://example.org/a b?q=<x>&y=\"z\"|[1]#ä"},
			{Segs: []bundle.Seg{{Text: "words"}}, Publisher: "P", Article: "A", Link: "http://bad host/"},
			{Segs: []bundle.Seg{{Text: "words"}}, Publisher: "P", Link: "https://münchen.example/straße%zz"},
		},
	}
	return &bundle.Book{
		Title: evil, Lang: "de", Dir: "ltr", Dek: evil, Figures: evil, Note: evil, Address: "https://example.org/\"><b>", Modified: evil,
		Words:    bundle.Words{Contents: "Inhalt", People: "Leute", Auto: evil, NoSource: evil, Original: evil},
		Chapters: []bundle.Chapter{{ID: "m--0043-03", Year: evil, Title: evil, Sub: evil, Events: []bundle.Event{event}}, {ID: "undated", Title: "?", Events: []bundle.Event{{ID: bundle.EventID(1), Title: "T", When: "?"}}}},
		People:   []bundle.Kind{{Name: evil, Actors: []bundle.Actor{{ID: bundle.ActorID(0), Name: evil, Events: []bundle.Ref{{Chapter: "m--0043-03", ID: bundle.EventID(0), When: evil, Title: evil, Lang: "_"}}}}}},
	}
}

func epub(t *testing.T, b *bundle.Book) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := bundle.EPUB(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestEPUBIsWellFormed(t *testing.T) {
	data := epub(t, hostile())
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if f := r.File[0]; f.Name != "mimetype" || f.Method != zip.Store || !bytes.Equal(data[30:58], []byte("mimetypeapplication/epub+zip")) {
		t.Errorf("the file begins %q", data[:64])
	}
	pages := 0
	for _, f := range r.File[1:] {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".css") {
			continue
		}
		pages++
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v\n%s", f.Name, err, text)
			}
			if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "script" || e.Name.Local == "b") {
				t.Errorf("%s: <%s> came out of a text", f.Name, e.Name.Local)
			}
		}
		if bytes.Contains(text, []byte("javascript:")) {
			t.Errorf("%s leads to a script", f.Name)
		}
	}
	if pages != 7 { // container, package, contents, title, two chapters, people
		t.Errorf("%d documents", pages)
	}
	if !bytes.Equal(data, epub(t, hostile())) {
		t.Error("two runs give different bytes")
	}
}

func TestHostileEPUBIsValid(t *testing.T) { bundletest.EPUB(t, epub(t, hostile())) }

// A site without an event is a book with a title page.
func TestEmptyEPUBIsValid(t *testing.T) {
	bundletest.EPUB(t, epub(t, &bundle.Book{Lang: "fr", Words: bundle.Words{Contents: "Sommaire"}}))
}

func TestPageEscapes(t *testing.T) {
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if err := bundle.Page(b, hostile()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two runs give different bytes")
	}
	for _, bad := range []string{"<script", "javascript:", "\x00", "<b>"} {
		if strings.Contains(one.String(), bad) {
			t.Errorf("%q stands on the page", bad)
		}
	}
	if n := strings.Count(one.String(), "</body>"); n != 1 {
		t.Errorf("the body ends %d times", n)
	}
}

// An edition keeps the identity of its site, and another site has another.
func TestIdentity(t *testing.T) {
	id := func(b *bundle.Book) string {
		data := epub(t, b)
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := r.Open("EPUB/package.opf")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(text), `<dc:identifier id="id">`)
		s, _, _ := strings.Cut(rest, "<")
		return s
	}
	a := id(&bundle.Book{Title: "A", Address: "https://example.org/"})
	later := id(&bundle.Book{Title: "A, longer", Address: "https://example.org/", Modified: "2031-01-01"})
	other := id(&bundle.Book{Title: "A", Address: "https://example.net/"})
	if a != later || a == other || !strings.HasPrefix(a, "urn:uuid:") {
		t.Errorf("%q, later %q, another site %q", a, later, other)
	}
}
