package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"html"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// After fasti erase the name is in no file and no name of a file of the site's
// folder, in whatever form it was written or is kept: as text, with marks apart or
// away, in addresses, HTML, JSON, packed. The test reads files in its own way, not
// in that of the program.
func TestErasedNameIsNowhere(t *testing.T) {
	apart := norm.NFD.String("Jörg Müßig")
	files := map[string]string{
		"hugo.yaml":      "title: Hafen\nlanguageCode: de\nbaseURL: https://example.org/\nparams:\n  description: Der Fall Jörg Müßig.\n",
		"static/note.js": `{"who": "J\u00f6rg M\u00fc\u00dfig"}` + "\n",
		"content/articles/joerg-muessig/wahl.md": `---
title: Jörg Müßig in Ostwik
date: 2031-03-12
lang: de
publisher: Hafenblatt
link: https://example.com/j%C3%B6rg-m%C3%BC%C3%9Fig-in-ostwik?n=J%c3%b6rg+M%c3%bc%c3%9fig
---
Jörg Müßig traf Ida Holm am 9. März 2031 in Lindhafen. Ida Holm wurde am 10. März 2031 zur Bürgermeisterin von Lindhafen gewählt. Müßig wurde am 11. März 2031 in Ostwik zu zwei Jahren Haft verurteilt. Am 8. März 2031 verklagte Ida Holm Jörg
Müßig in Ostwik. JÖRG MÜSSIG besuchte Ida Holm am 7. März 2031. Am 6. März 2031 besuchte **Jörg** Müßig Ostwik. Müßigs Anwalt trat am 5. März 2031 zurück. Am 3. März 2031 kritisierte Joerg Muessig die Stadt. ` + apart + ` sprach am 2. März 2031 mit Ida Holm. Am 1. März 2031 griff J&ouml;rg M&uuml;&szlig;ig die Stadt Ostwik an. Die Müßig-Affäre begann am 1. Februar 2031. Es ist müßig, das zu zählen.
`,
		"content/about.md": "---\ntitle: Über uns\n---\nMit [Müßig](/a/joerg-muessig/) und [ihm](https://e.org/J%C3%B6rg_M%C3%BC%C3%9Fig).\n",
	}
	dir := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), text)
	}
	must := func(args ...string) string {
		t.Helper()
		out, said, code := fastiOn(t, dir, append([]string{"--now", "2031-04-01", "--by", "anna"}, args...)...)
		if code != 0 {
			t.Fatalf("fasti %v: exit code %d\n%s%s", args, code, out, said)
		}
		return out
	}
	must("extract")
	must("accept", "--where", "title~Holm", "--reason", "Müßig sagt es")
	must("build")
	must("bundle", "--epub", "--html")
	if where := named(t, dir); len(where) < 40 || !slices.ContainsFunc(where, func(s string) bool { return strings.Contains(s, ".zip!") }) {
		t.Fatalf("the name to be erased stands in %d files only, or in no packed one: the search does not see it: %v", len(where), where)
	}
	accepted := strings.Count(must("log"), "accept")
	must("erase", "joerg-muessig")
	if where := named(t, dir); len(where) > 0 {
		t.Errorf("after erase the name stands in %v", where)
	}
	must("build")
	must("bundle", "--epub", "--html")
	must("check")
	if where := named(t, dir); len(where) > 0 {
		t.Errorf("after the next build the name stands in %v", where)
	}
	if n := strings.Count(must("log"), "accept"); n != accepted || n == 0 {
		t.Errorf("%d acceptances are in the log, %d were: what others did stands", n, accepted)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "content/articles/erased/wahl.md")); err != nil || !strings.Contains(string(b), "Es ist müßig, das zu zählen.") {
		t.Errorf("a word is no name: %v\n%s", err, b)
	}
	if _, _, code := fastiOn(t, dir, "--now", "2031-04-01", "undo"); code == 0 {
		if where := named(t, dir); len(where) > 0 {
			t.Errorf("undo has brought it back to %v", where)
		}
	}
}

// named are the files and folders below a folder that hold the name of the test
// of erasure, or a part of it that nobody else has.
func named(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		b := []byte{}
		if !d.IsDir() {
			if b, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		if holdsName([]byte(d.Name())) {
			out = append(out, name)
		}
		out = append(out, packed(name, b, 0)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// packed looks into a file and into what is packed in it.
func packed(name string, b []byte, depth int) []string {
	var out []string
	if holdsName(b) {
		out = append(out, name)
	}
	if depth > 3 {
		return out
	}
	inside := func(what string, r io.Reader, err error) {
		if err != nil {
			return
		}
		if plain, _ := io.ReadAll(r); len(plain) > 0 {
			out = append(out, packed(name+"!"+what, plain, depth+1)...)
		}
	}
	if z, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err == nil {
		for _, f := range z.File {
			if holdsName([]byte(f.Name)) {
				out = append(out, name+"!"+f.Name)
			}
			r, err := f.Open()
			inside(f.Name, r, err)
		}
		return out
	}
	if i := bytes.Index(b, []byte("\x1f\x8b\x08")); i >= 0 {
		r, err := gzip.NewReader(bytes.NewReader(b[i:]))
		inside("gz", r, err)
	}
	if len(b) > 2 && b[0] == 0x78 {
		r, err := zlib.NewReader(bytes.NewReader(b))
		inside("zlib", r, err)
	}
	if depth == 0 && bytes.IndexByte(b, 0) >= 0 {
		inside("flate", flate.NewReader(bytes.NewReader(b)), nil)
	}
	for _, m := range based.FindAll(b, -1) {
		if plain, err := base64.StdEncoding.DecodeString(string(m)); err == nil && holdsName(plain) {
			out = append(out, name+"!base64")
		}
	}
	return out
}

var (
	based   = regexp.MustCompile(`[A-Za-z0-9+/]{24,}={0,2}`)
	escaped = regexp.MustCompile(`\\(?:u|x)([0-9A-Fa-f]{4}|[0-9A-Fa-f]{2})`)
	tags    = regexp.MustCompile(`<[^>]*>|[*_]`)
	surname = regexp.MustCompile(`muessig|müssig|mussig`)
)

// holdsName reports whether a text, read in all ways that a browser or a program
// would, has the name. The word is none by itself.
func holdsName(b []byte) bool {
	text := strings.ToValidUTF8(string(b), " ")
	forms := []string{text, html.UnescapeString(text), escaped.ReplaceAllStringFunc(text, func(s string) string {
		n, _ := strconv.ParseUint(s[2:], 16, 32)
		return string(rune(n))
	})}
	forms = append(forms, percents.ReplaceAllStringFunc(text, func(s string) string {
		if plain, err := url.PathUnescape(s); err == nil {
			return plain
		}
		return s
	}))
	for _, f := range forms {
		f = norm.NFKC.String(tags.ReplaceAllString(strings.ReplaceAll(f, "\u00ad", ""), ""))
		f = cases.Fold().String(strings.ReplaceAll(f, "Es ist müßig, das", ""))
		if surname.MatchString(f) {
			return true
		}
	}
	return false
}

var percents = regexp.MustCompile(`(?:%[0-9A-Fa-f]{2})+`)
