package title_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
)

// Whatever an article says, every event has a title of one line that has room
// on a page, begins with no blank, and loses no half of a bracket.
func FuzzTitles(f *testing.F) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"Am Montag (so die Polizei, die es weiß) nahm sie „den Mann“ fest, der, wie es heißt, floh.",
		"The mayor of Holm, Ann Lee (51), resigned on Monday, which \"nobody\" had expected.",
		"On Monday, on Monday, on Monday, he, who, whom, which was arrested by and of.",
		"Sie kündigte am Montag an, zu, dass, um, und. )(][„“\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"de", "en"} {
			a := &article.Article{Name: "a", Date: "2031-05-14", Lang: lang}
			a.ReadText(text)
			for _, e := range x.Article(a).Events {
				s := e.Title
				if !utf8.ValidString(s) && utf8.ValidString(text) || strings.ContainsAny(s, "\n\t\r") || s != strings.TrimSpace(s) || utf8.RuneCountInString(s) > 130 {
					t.Errorf("%s: title %q", lang, s)
				}
				if e.TitleIs == event.TitleWorded && strings.Count(s, "(") != strings.Count(s, ")") {
					t.Errorf("%s: half a bracket: %q", lang, s)
				}
				if e.TitleConfidence < 0 || e.TitleConfidence > 99 {
					t.Errorf("%s: confidence %d of %q", lang, e.TitleConfidence, s)
				}
			}
		}
	})
}
