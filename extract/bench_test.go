package extract_test

import (
	"testing"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// BenchmarkStages runs each stage over the examples of each language, on what
// the stages before it gave.
func BenchmarkStages(b *testing.B) {
	for _, l := range []string{"de", "en"} {
		b.Run(l, func(b *testing.B) { benchmarkStages(b, l) })
	}
}

func benchmarkStages(b *testing.B, language string) {
	pack, err := lang.Load(language)
	if err != nil {
		b.Fatal(err)
	}
	cut, err := segment.New(pack)
	if err != nil {
		b.Fatal(err)
	}
	tagger, err := timex.New(pack)
	if err != nil {
		b.Fatal(err)
	}
	actors, err := actor.New(pack, actor.Options{})
	if err != nil {
		b.Fatal(err)
	}
	events, err := event.New(pack, event.Options{})
	if err != nil {
		b.Fatal(err)
	}
	x := extractor(b)
	var all []event.Input
	size := 0
	for _, a := range examples(b) {
		r := x.Article(a)
		if r.Article.Lang != language {
			continue
		}
		all = append(all, event.Input{Article: r.Article, Doc: r.Doc, Timexes: r.Timexes, Actors: r.Actors})
		size += len(a.Text)
	}
	for _, stage := range []struct {
		name string
		run  func(in event.Input)
	}{
		{"article", func(in event.Input) { new(article.Article).ReadMarkdown(in.Article.Body) }},
		{"segment", func(in event.Input) { cut.Split(in.Article) }},
		{"timex", func(in event.Input) { tagger.Tag(in.Doc, timex.Options{DCT: in.Article.Date}) }},
		{"actor", func(in event.Input) {
			actors.Find(in.Doc, actor.Context{Title: in.Article.Title, DCT: in.Article.Date})
		}},
		{"event", func(in event.Input) { events.Find(in) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, in := range all {
					stage.run(in)
				}
			}
		})
	}
}
