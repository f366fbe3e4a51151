package event_test

import (
	"os"
	"strings"
	"testing"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// benchmark runs the last stage on what the earlier ones give.
func benchmark(b *testing.B, language string) {
	raw, err := os.ReadFile("../../testdata/events/" + language + "/phenomena.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text []string
	for _, l := range strings.Split(string(raw), "\n") {
		if l != "" && !strings.HasPrefix(l, "==") && !strings.HasPrefix(l, "->") && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "gap:") {
			text = append(text, l)
		}
	}
	pack, err := lang.Load(language)
	if err != nil {
		b.Fatal(err)
	}
	seg, err := segment.New(pack)
	if err != nil {
		b.Fatal(err)
	}
	tag, err := timex.New(pack)
	if err != nil {
		b.Fatal(err)
	}
	act, err := actor.New(pack, actor.Options{})
	if err != nil {
		b.Fatal(err)
	}
	find, err := event.New(pack, event.Options{})
	if err != nil {
		b.Fatal(err)
	}
	a := &article.Article{Name: "bench", Lang: language, Date: "2024-02-07"}
	a.ReadText(strings.Repeat(strings.Join(text, "\n\n")+"\n\n", 4))
	doc := seg.Split(a)
	in := event.Input{Article: a, Doc: doc, Timexes: tag.Tag(doc, timex.Options{DCT: a.Date}), Actors: act.Find(doc, actor.Context{DCT: a.Date})}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		find.Find(in)
	}
}
