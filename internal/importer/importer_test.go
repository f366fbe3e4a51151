package importer_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fasti/extract/article"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
	"fasti/internal/importer"
)

var update = flag.Bool("update", false, "write the golden files anew")

const folder = "../../testdata/import/"

func newImporter(t testing.TB) *importer.Importer {
	t.Helper()
	im, err := importer.New()
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// show prints what became of a file.
func show(found *importer.Found, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	for _, n := range found.Notes {
		fmt.Fprintf(&b, "of the file: %s\n", n)
	}
	index := importer.NewIndex()
	for _, a := range found.Articles {
		name, state := index.Add(a)
		fmt.Fprintf(&b, "=== %s (%s)\n", name, state)
		for _, n := range a.Notes {
			fmt.Fprintf(&b, "note: %s\n", n)
		}
		file, err := a.File()
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		}
		b.Write(file)
	}
	return b.String()
}

// TestFiles imports every file of testdata/import and compares with its golden
// file; -update writes them.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob(folder + "*")
	if err != nil {
		t.Fatal(err)
	}
	im, n := newImporter(t), 0
	for _, f := range files {
		if strings.HasSuffix(f, ".golden") {
			continue
		}
		n++
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		got := show(im.Read(data, importer.Options{Source: f}))
		golden := f + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s\ngot\n%s\nwant\n%s", f, got, want)
		}
	}
	if n == 0 {
		t.Fatal("no files to import")
	}
}

func read(t *testing.T, text string, opt importer.Options) *importer.Article {
	t.Helper()
	found, err := newImporter(t).Read([]byte(text), opt)
	if err != nil || len(found.Articles) != 1 {
		t.Fatalf("%+v, error %v", found, err)
	}
	return found.Articles[0]
}

// What a file says holds, and a note tells of what was not used; what it does
// not say is filled in.
func TestOptionsFillGaps(t *testing.T) {
	html, err := os.ReadFile(folder + "page-jsonld.html")
	if err != nil {
		t.Fatal(err)
	}
	was := read(t, string(html), importer.Options{})
	a := read(t, string(html), importer.Options{Date: "2024-05-01", Lang: "en-GB", Link: "https://other.example/a", Publisher: "Anders", Title: "Titel"})
	if a.Date != was.Date || a.Lang != was.Lang || a.Publisher != was.Publisher || a.Title != was.Title {
		t.Errorf("the caller won: %+v", a)
	}
	if notes := strings.Join(a.Notes, "; "); !strings.Contains(notes, "its date is "+was.Date+", so --date was not used") {
		t.Errorf("notes %s", notes)
	}
	bare := read(t, "<html><body><article><p>Der Rat von Ulm hat am Montag die Brücke beschlossen, und die Bürger sind froh darüber.</p></article></body></html>",
		importer.Options{Date: "2024-05-01", Lang: "de", Link: "https://other.example/a", Publisher: "Anders", Title: "Titel"})
	if bare.Date != "2024-05-01" || bare.Lang != "de" || bare.Link != "https://other.example/a" || bare.Publisher != "Anders" || bare.Title != "Titel" {
		t.Errorf("a gap stayed: %+v", bare)
	}
	md := read(t, "---\ntitle: Alt # bleibt\nlang: de\n---\nEin Text.\n", importer.Options{Date: "2024-05-01", Title: "Neu"})
	file, err := md.File()
	if err != nil {
		t.Fatal(err)
	}
	if want := "---\ntitle: Alt # bleibt\ndate: \"2024-05-01\"\nlang: de\n---\nEin Text.\n"; string(file) != want {
		t.Errorf("got %s want %s", file, want)
	}
}

// Items of a feed keep their own dates; the caller's fills in what is missing.
func TestOptionsFillFeeds(t *testing.T) {
	data, err := os.ReadFile(folder + "feed-rss.xml")
	if err != nil {
		t.Fatal(err)
	}
	found, err := newImporter(t).Read(data, importer.Options{Date: "2024-06-01", Link: "https://one.example/"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range found.Articles {
		got = append(got, a.Date+" "+a.Link)
	}
	want := "2024-05-07T18:05:00+02:00 https://blatt.example/1; 2024-05-08 https://blatt.example/2; 2024-06-01 "
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q want %q", got, want)
	}
}

func TestBadOptions(t *testing.T) {
	im := newImporter(t)
	for _, opt := range []importer.Options{
		{Date: "7.2.2024"}, {Date: "2024-02-30"}, {Lang: "german!"}, {Link: "javascript:alert(1)"}, {Link: "file:///etc/passwd"}, {Link: "https://a:b@c.example/"},
	} {
		var d diag.Diagnostic
		if _, err := im.Read([]byte("Ein Text."), opt); !errors.As(err, &d) || d.Hint == "" {
			t.Errorf("%+v: error %v is not one with a hint", opt, err)
		}
	}
	if _, err := im.Read(make([]byte, importer.MaxBytes+1), importer.Options{}); err == nil {
		t.Error("a file over the limit is read")
	}
}

// A page that is wrong about its language is corrected, with a note; a person is
// not.
func TestLanguageOfThePage(t *testing.T) {
	page := `<html lang="en"><body><article>` + `<p>Der Rat von Ulm hat am Montag die Brücke beschlossen, und die Bürger sind froh darüber.</p><p>Sie werden nun nicht mehr durch die Stadt fahren müssen, wenn sie auf die andere Seite wollen.</p><p>Die Arbeiten beginnen im Mai und sollen drei Jahre dauern, wie die Stadt am Abend mitgeteilt hat.</p><p>Wer dagegen ist, kann bis zum Ende des Monats Einspruch einlegen, und das werden manche tun.</p>` + `</article></body></html>`
	if a := read(t, page, importer.Options{}); a.Lang != "de" || !strings.Contains(strings.Join(a.Notes, ";"), "but its text is in de") {
		t.Errorf("language %s, notes %q", a.Lang, a.Notes)
	}
	if a := read(t, page, importer.Options{Lang: "en"}); a.Lang != "en" {
		t.Errorf("language %s against the caller", a.Lang)
	}
	if a := read(t, "---\nlang: nl\n---\nDe raad van de stad heeft de brug gesloten.\n", importer.Options{}); a.Lang != "nl" {
		t.Errorf("language %s against the front matter", a.Lang)
	}
}

// The same link or the same text is the same article, however it came.
func TestIndex(t *testing.T) {
	x := importer.NewIndex()
	x.Have("alt", "https://www.blatt.example/a/?utm_source=x", "Das Blatt", "Der Rat von Ulm hat **am Montag** die Brücke beschlossen.\n")
	for _, c := range []struct {
		text string
		opt  importer.Options
		want importer.State
	}{
		{"Der Rat von Ulm hat am Montag\ndie Brücke beschlossen.", importer.Options{Source: "a.md"}, importer.There},
		{"Ganz anderer Text, aber dieselbe Adresse im Netz, und dazu recht lang.", importer.Options{Link: "http://blatt.example/a#top"}, importer.Changed},
		{"Lesen Sie mehr.", importer.Options{Link: "http://blatt.example/a"}, importer.There},
	} {
		if name, state := x.Add(read(t, c.text, c.opt)); state != c.want || name != "alt" {
			t.Errorf("%q is %s, as %s; want %s", c.text, state, name, c.want)
		}
	}
	other := read(t, "Der Rat hat etwas anderes beschlossen, das neu ist.", importer.Options{Link: "https://blatt.example/b"})
	if x.Add(other); other.Publisher != "Das Blatt" {
		t.Errorf("a paper goes by two names: %q", other.Publisher)
	}
	first, _ := x.Add(read(t, "Neues aus Ulm\n\nDer Rat hat heute drei Dinge beschlossen.", importer.Options{Date: "2024-02-07"}))
	second, state := x.Add(read(t, "Neues aus Ulm\n\nDer Rat hat heute vier Dinge beschlossen.", importer.Options{Date: "2024-02-07"}))
	if first != "2024-02-07-neues-aus-ulm" || second != first+"-2" || state != importer.Unknown {
		t.Errorf("names %s and %s", first, second)
	}
}

// A name is letters, digits and hyphens, whatever the title and source are.
func TestNamesAreSafe(t *testing.T) {
	safe := regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,90}$`)
	for _, title := range []string{"../../etc/passwd", "..", "/", "CON", "a\x00b", "Größe – Straße", "日本語", strings.Repeat("lang ", 100), "-", "a.b.c", "%2e%2e%2f"} {
		for _, source := range []string{"../../x/../..", "C:\\a\\b.txt", "-", ""} {
			x := importer.NewIndex()
			if name, _ := x.Add(read(t, "Ein Text mit Worten, der lang genug ist.", importer.Options{Title: title, Source: source})); !safe.MatchString(name) {
				t.Errorf("title %q of %q gives the name %q", title, source, name)
			}
		}
	}
}

// What plain text says is what its Markdown says again.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		"7. Oktober", "# x #", "- a", "> a", "*a* _b_ `c` ~~d~~", "[a](b) ![c](d)", "[a]: b", "&amp; &#38; & x", "<b> < 3", "a\\*b", "1) x", "+ x",
		"***", "---", "===", "a_b_c _d", "http://example.org/_a_", "x\u00a0y", "|a|b|", "[^1]: x", "\t x", "~~~", "a <https://x.example> b",
	} {
		f.Add(s)
	}
	im, err := importer.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		found, err := im.Read([]byte(s), importer.Options{Source: "a.txt", Title: "T"})
		if err != nil || frontmatter.Has([]byte(s)) || strings.Contains(found.Articles[0].Body, "<html") {
			return
		}
		file, err := found.Articles[0].File()
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := frontmatter.Parse(file)
		if err != nil {
			t.Fatalf("%v in %q", err, file)
		}
		var plain, md article.Article
		plain.ReadText(s)
		md.ReadMarkdown(string(parsed.Body()))
		words := func(a *article.Article) string {
			var all []string
			for _, b := range a.Blocks {
				all = append(all, strings.Fields(b.Of(a.Text))...)
			}
			return strings.Join(all, " ")
		}
		got, want := words(&md), words(&plain)
		if simple.MatchString(s) && got != want && !strings.HasSuffix(want, got) { // a title may have gone from the front
			t.Errorf("%q became %q, which reads %q, want %q", s, file, got, want)
		}
	})
}

// simple are texts without the characters that an import takes out.
var simple = regexp.MustCompile(`^[\n -~äöüßÄÖÜ„“»«–’]*$`)

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob(folder + "*")
	for _, name := range files {
		if !strings.HasSuffix(name, ".golden") {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data, filepath.Ext(name))
		}
	}
	im, err := importer.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte, ext string) {
		found, err := im.Read(data, importer.Options{Source: "a" + ext})
		if err != nil {
			var d diag.Diagnostic
			if !errors.As(err, &d) {
				t.Fatalf("%v is no diagnostic", err)
			}
			return
		}
		x := importer.NewIndex()
		for _, a := range found.Articles {
			x.Add(a)
			file, err := a.File()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := frontmatter.Parse(file); err != nil {
				t.Fatalf("%v in %q", err, file)
			}
		}
	})
}

// Pages built to exhaust a reader end in an article or an error, soon.
func TestHostilePages(t *testing.T) {
	im := newImporter(t)
	for name, page := range map[string]string{
		"deep":       "<html><body>" + strings.Repeat("<div>", 100_000) + "x",
		"deep lists": "<html><body>" + strings.Repeat("<ul><li>", 50_000) + "x",
		"wide":       "<html><body>" + strings.Repeat("<p>a b c d e f</p>", 100_000),
		"json":       "<html><head><script type=application/ld+json>" + strings.Repeat("[", 100_000) + "</script></head><body><p>Ein Text.</p>",
		"graph":      `<html><head><script type=application/ld+json>` + strings.Repeat(`{"@graph":`, 5_000) + "1" + strings.Repeat("}", 5_000) + "</script></head><body><p>Ein Text.</p>",
		"attributes": "<html><body><p " + strings.Repeat("a=b ", 100_000) + ">Ein Text.</p>",
	} {
		begin := time.Now()
		_, err := im.Read([]byte(page), importer.Options{Source: "a.html"})
		if d := time.Since(begin); d > 20*time.Second {
			t.Errorf("%s took %v (error %v)", name, d, err)
		}
	}
}
