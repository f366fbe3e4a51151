package ner

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// cutDoc makes a document of lines, a sentence each, with tokens apart by blanks.
func cutDoc(lines ...string) *segment.Doc {
	d := &segment.Doc{Text: strings.Join(lines, "\n")}
	at := 0
	for _, line := range lines {
		s := segment.Sentence{Span: article.Span{Start: at, End: at + len(line)}, First: len(d.Tokens)}
		p := at
		for _, w := range strings.Split(line, " ") {
			if w != "" {
				d.Tokens = append(d.Tokens, segment.Token{Span: article.Span{Start: p, End: p + len(w)}})
			}
			p += len(w) + 1
		}
		s.Last = len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
		at += len(line) + 1
	}
	return d
}

func TestNewUnknownLanguage(t *testing.T) {
	if _, err := New("xx"); !errors.Is(err, ErrNoModel) {
		t.Fatalf("New(xx): %v", err)
	}
}

func TestLanesHoldSignedSums(t *testing.T) {
	var a, b [16]int8
	for i := range a {
		a[i], b[i] = int8(i*16-128), int8(127-i*15)
	}
	ra, rb := makeRow(&a), makeRow(&b)
	var x lanes
	for range 60 {
		x.addRow(&ra)
	}
	x.unbias(60)
	var y lanes
	y.addRow(&rb)
	y.unbias(1)
	x.add(&y)
	var got [Labels]int32
	x.unpack(&got)
	for i := range a {
		if want := 60*int32(a[i]) + int32(b[i]); got[i+1] != want {
			t.Errorf("lane %d: %d, want %d", i, got[i+1], want)
		}
	}
}

// Whatever the text, names are runs of tokens in order that do not overlap,
// and a second run gives the same.
func FuzzTag(f *testing.F) {
	f.Add("Angela Merkel besuchte am Montag Paris . \n Die UNO tagt in New York .")
	f.Add("# @ '' \x00 \xff - --- -a a- 's")
	var taggers []*Tagger
	for _, l := range []string{"de", "en"} {
		t, err := New(l)
		if err != nil {
			f.Fatal(err)
		}
		taggers = append(taggers, t)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := cutDoc(strings.Split(text, "\n")...)
		for _, tagger := range taggers {
			names := tagger.Tag(doc)
			end := 0
			for _, n := range names {
				if n.First >= n.Last || n.Start < end || n.Start != doc.Tokens[n.First].Start || n.End != doc.Tokens[n.Last-1].End || n.Type > MISC {
					t.Fatalf("bad name %+v in %q", n, text)
				}
				end = n.End
			}
			again := tagger.Tag(doc)
			if len(again) != len(names) {
				t.Fatalf("second run differs on %q", text)
			}
			for i := range names {
				if names[i] != again[i] {
					t.Fatalf("second run differs on %q", text)
				}
			}
		}
	})
}

func TestPlainNews(t *testing.T) {
	cases := []struct{ lang, text, want string }{
		{"de", "Bundeskanzlerin Angela Merkel reiste am Dienstag nach Paris .", "Angela Merkel/PER Paris/LOC"},
		{"en", "President George Bush visited London on Friday .", "George Bush/PER London/LOC"},
	}
	for _, c := range cases {
		tagger, err := New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		doc := cutDoc(c.text)
		var got []string
		for _, n := range tagger.Tag(doc) {
			got = append(got, n.Of(doc.Text)+"/"+n.Type.String())
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %s, want %s", c.text, g, c.want)
		}
	}
}

// A listed name of several words is found in every case: each of its words may
// have another ending than in the list.
func TestPhrasesInEveryCase(t *testing.T) {
	tagger, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"Vereinigte Arabische Emirate":           3,
		"Vereinigten Arabischen Emiraten heute":  3,
		"Vereinigter Arabischer Emirate":         3,
		"Vereinigten Arabischen Emiratendiensts": 0,
	} {
		var words []*word
		for _, w := range strings.Fields(text) {
			var out [2*Reach + 1][]uint64
			info := describe(tagger.model, w, &out)
			words = append(words, &info)
		}
		if n, _ := longest(tagger.model, words); n != want {
			t.Errorf("%s: a phrase of %d words, want %d", text, n, want)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	tagger, err := New("de")
	if err != nil {
		b.Fatal(err)
	}
	lines := make([]string, 200)
	for i := range lines {
		lines[i] = "Am Mittwoch empfing der Ministerpräsident von Bayern die Vorsitzende der Gewerkschaft Verdi in München , um über die Lage bei Siemens zu sprechen ."
	}
	doc := cutDoc(lines...)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(doc)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New("de"); err != nil {
			b.Fatal(err)
		}
	}
}

// The card in docs/models.md speaks of the models that ship.
func TestCardNamesTheModels(t *testing.T) {
	card, err := os.ReadFile("../../../docs/models.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"de", "en"} {
		b, err := models.ReadFile("model/" + lang + ".bin")
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); !strings.Contains(string(card), sum) {
			t.Errorf("docs/models.md does not have the SHA-256 of %s.bin, %s: measure anew and update the card", lang, sum)
		}
		if len(b) > 4<<20 {
			t.Errorf("%s.bin has %d bytes, more than 4 MiB", lang, len(b))
		}
	}
}

// A damaged model is an error, not a panic.
func TestReadDamaged(t *testing.T) {
	b, err := models.ReadFile("model/en.bin")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("x"), b[:len(b)/2], b[:20]} {
		if _, err := Read(bytes.NewReader(bad)); err == nil {
			t.Errorf("%d bytes of a model were read without an error", len(bad))
		}
	}
	c := Content{Features: []Feature{{Key: 7, Weights: [16]int8{3, -4}}}}
	var out bytes.Buffer
	if err := c.Write(&out); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(&out); err != nil {
		t.Errorf("a small model: %v", err)
	}
}

// What a document says in full it knows again: the surname alone.
func TestRemembersNames(t *testing.T) {
	tagger, err := New("de")
	if err != nil {
		t.Fatal(err)
	}
	doc := cutDoc("Der Minister Otto Krawallski sprach in Wien .", "Krawallski lehnte ab .", "Darauf ging Krawallski .")
	found := 0
	for _, n := range tagger.Tag(doc) {
		if n.Type == PER && n.Last == n.First+1 {
			found++
		}
	}
	if found != 2 {
		t.Errorf("the surname was found %d times alone, want 2: %+v", found, tagger.Tag(doc))
	}
}
