package importer

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// The forms in which feeds give a day.
func TestFeedDates(t *testing.T) {
	im, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"20240207T180500Z", "2024-02-07T18:05:00Z"},
		{"20240207T1805+0100", "2024-02-07T18:05:00+01:00"},
		{"2024-038", "2024-02-07"},
		{"2024038", "2024-02-07"},
		{"2024-399", ""},
		{"20249907T180500Z", ""},
		{"Wednesday, 07-Feb-24 18:05:00 GMT", "2024-02-07T18:05:00Z"},
		{"Wed Feb  7 18:05:00 2024", "2024-02-07"},
		{"mercoledì 7 febbraio 2024", "2024-02-07"},
		{"02/07/2024 18:05", ""},
	} {
		if got := im.words.anyDate(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}

// UTF-16 without a mark of order is known by the zero beside its first sign.
func TestUnmarkedUTF16(t *testing.T) {
	text := `<rss version="2.0"><channel><title>Anzeiger</title><item><title>Brücke</title><description>Die Brücke ist zu, sagte der Bürgermeister.</description></item></channel></rss>`
	im, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, big := range []bool{false, true} {
		var b []byte
		for _, u := range utf16.Encode([]rune(text)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		found, err := im.Read(b, Options{Source: "feed.xml"})
		if err != nil || len(found.Articles) != 1 || !strings.Contains(found.Articles[0].Body, "Die Brücke ist zu") {
			t.Errorf("big-endian %v: %v, %+v", big, err, found)
		}
	}
}
