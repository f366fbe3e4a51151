package ledger

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"fasti/internal/diag"
)

// Each case is a content folder and what Load and Check say about it.
func TestFindings(t *testing.T) {
	files, err := filepath.Glob("testdata/findings/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			s := newSite(t)
			want := -1
			for i, f := range a.Files {
				if f.Name == "findings" {
					want = i
					continue
				}
				s.write(f.Name, string(f.Data))
			}
			c, ds := Load(s.dir)
			ds = append(ds, c.Check(nil)...)
			diag.Sort(ds)
			var b strings.Builder
			for _, d := range ds {
				b.WriteString(string(d.Severity()) + " " + string(d.Code) + " " + d.String() + "\n")
			}
			if *update {
				a.Files[want].Data = []byte(b.String())
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if b.String() != string(a.Files[want].Data) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), a.Files[want].Data)
			}
		})
	}
}

// Files that no case file can hold. The good ones beside them are loaded.
func TestHostileFiles(t *testing.T) {
	s := vote(t)
	s.write("content/articles/latin.md", "---\ntitle: x\n---\nDer Caf\xe9-Besitzer kam.\n")
	s.write("content/articles/binary.md", "---\ntitle: x\n---\n\x00\x01")
	s.write("content/articles/huge.md", strings.Repeat("Text und mehr Text. ", 2_700_000))
	s.write("content/articles/crlf.md", "\ufeff---\r\ntitle: x\r\ndate: 2024-02-07\r\nlang: de\r\n---\r\nDer Rat trat zusammen.\r\n")
	s.write("content/articles/a.b.md", "Text.")
	s.write("content/articles/..md", "Text.")
	s.write("content/articles/deep/kiel-vote.md", "---\ntitle: twin\n---\nText.\n")
	s.write("content/articles/page.html", "<p>Text</p>")
	s.write("content/articles/.hidden.md", "\x00")
	s.write("content/articles/.kiel.md"+".fasti-tmp", "half writ")
	if err := os.MkdirAll(filepath.Join(s.dir, "content/articles/folder.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	c, ds := Load(s.dir)
	var got []string
	for _, d := range ds {
		got = append(got, d.File+" "+string(d.Code))
		if d.Hint == "" {
			t.Errorf("no hint: %s", d)
		}
	}
	want := "content/articles/a.b.md bad-name, content/articles/binary.md binary, content/articles/huge.md too-large, " +
		"content/articles/kiel-vote.md duplicate-name, content/articles/latin.md not-utf8, content/articles/page.html not-read"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
	for _, d := range ds {
		if d.Code == diag.NotUTF8 && (d.Line != 4 || d.Col != 8) {
			t.Error(d)
		}
	}
	if len(c.Articles) != 2 || c.Articles[0].Name != "crlf" || c.Articles[0].Body != "Der Rat trat zusammen.\r\n" || c.Articles[0].Date != "2024-02-07" {
		t.Errorf("%d articles", len(c.Articles))
	}
}

func TestLinksOutOfTheSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "secret.md"), []byte("---\ntitle: secret\n---\nText.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := vote(t)
	for from, to := range map[string]string{
		"content/articles/secret.md": filepath.Join(out, "secret.md"),
		"content/events":             out,
		"content/articles/inner.md":  "kiel-vote.md",
	} {
		if err := os.Symlink(to, filepath.Join(s.dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	c, ds := Load(s.dir)
	n := 0
	for _, d := range ds {
		if d.Code == diag.OutsideSite {
			n++
		}
	}
	if n != 2 || len(c.Articles) != 2 {
		t.Errorf("%d articles, %v", len(c.Articles), ds)
	}
	// Writing does not follow the link either.
	if err := c.Apply(s.parse(c), Options{}).Write(s.dir); err == nil {
		t.Error("events were written through a link out of the site")
	}
	if es, err := os.ReadDir(out); err != nil || len(es) != 1 {
		t.Error("something was written outside", es, err)
	}
}

func TestNoSiteAndEmptySite(t *testing.T) {
	if _, ds := Load(filepath.Join(t.TempDir(), "none")); !hasCode(ds, diag.Unreadable) {
		t.Error(ds)
	}
	c, ds := Load(t.TempDir())
	if len(ds) != 0 || len(c.Articles)+len(c.Events) != 0 {
		t.Error(ds)
	}
	if p := c.Apply(newSite(t).parse(c), Options{}); !p.Empty() {
		t.Error(p.Files)
	}
}
