package timex

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/lang"
	"fasti/internal/edtf"
)

// form is a text with a date that must be found in it; testdata/timex/forms.de.txt
// tells the form of these files.
type form struct {
	line             int
	class, dct, text string
	want             string // EDTF or a TIMEX3 value, or "-" for no date
}

func readForms(t testing.TB, language string) []form {
	path := filepath.Join("..", "..", "testdata", "timex", "forms."+language+".txt")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []form
	class, dct := "", ""
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "# "):
			class = l[2:]
		case strings.HasPrefix(l, "@ "):
			dct = l[2:]
		case l != "":
			text, want, ok := strings.Cut(l, "\t")
			if !ok {
				t.Fatalf("%s:%d: a text without a date", path, n)
			}
			out = append(out, form{line: n, class: class, dct: dct, text: text, want: want})
		}
	}
	return out
}

// sameDate reports whether two EDTF dates say the same: the same text, or the same
// days with the same doubts.
func sameDate(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := edtf.Parse(strings.ReplaceAll(a, "~", ""))
	y, err2 := edtf.Parse(strings.ReplaceAll(b, "~", ""))
	if err1 != nil || err2 != nil || strings.Count(b, "~") > strings.Count(a, "~") {
		return false
	}
	a1, okA1 := x.Earliest()
	b1, okB1 := y.Earliest()
	a2, okA2 := x.Latest()
	b2, okB2 := y.Latest()
	return a1 == b1 && okA1 == okB1 && a2 == b2 && okA2 == okB2
}

// misses says what is wrong with the dates of a text; "" if nothing is.
func (f *form) misses(r Result) string {
	var have []string
	for _, x := range r.Timexes {
		if x.EDTF != "" {
			have = append(have, x.EDTF)
		}
		if x.Value == f.want {
			return ""
		}
	}
	for _, x := range r.Ranges {
		have = append(have, x.EDTF)
	}
	if f.want == "-" {
		if len(have) > 0 {
			return fmt.Sprintf("there is no date in it, but %v was found", have)
		}
		return ""
	}
	for _, h := range have {
		if sameDate(h, f.want) {
			return ""
		}
	}
	return fmt.Sprintf("no %s among %v", f.want, have)
}

func TestForms(t *testing.T) {
	for _, language := range lang.Languages() {
		tg := tagger(t, language)
		for _, f := range readForms(t, language) {
			if m := f.misses(tg.Tag(docOf(f.text, language), Options{DCT: f.dct})); m != "" {
				t.Errorf("forms.%s.txt:%d: %s: %s: %s", language, f.line, f.class, f.text, m)
			}
		}
	}
}
