package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"

	"fasti/extract/actor/ner"
)

// Plans says how the shipped models are made.
func Plans() []Plan {
	set := Settings{Epochs: env("E", 15), Models: env("M", 3), Dropout: env("D", 200), Margin: int32(env("G", 10)), Missed: int32(env("R", 0))}
	return []Plan{
		{
			Lang: "de",
			Corpora: []Portion{
				{File: "names/de/germeval-dev.conll", Weight: 1},
				{File: "names/de/germeval-test-part.conll", Weight: 1},
				{File: "names/de/smartdata.conll.gz", Weight: env("WS", 1), NoMisc: true, Adjectives: env("ADJ", 1) > 0},
				{File: "names/de/mobie-train.conll", Weight: env("WM", 1), NoMisc: true, Adjectives: env("ADJ", 1) > 0},
				{File: "names/de/ler-dev.conll.gz", Weight: env("LER", 0), NoMisc: true},
				{File: "names/de/europeana.conll.gz", Weight: env("EUR", 0), NoMisc: true},
				{File: "ud/de/de_gsd-ud-dev.conllu", Weight: env("UD", 0), Trees: true},
				{File: "ud/de/de_gsd-ud-test.conllu.gz", Weight: env("UD", 0), Trees: true},
			},
			Endings:  []string{"s", "'", "’"},
			Folds:    [][2]string{{"en", "e"}, {"er", "e"}, {"es", "e"}, {"em", "e"}},
			Settings: set, MinCount: env("C", 2), Limit: 400000,
		},
		{
			Lang: "en",
			Corpora: []Portion{
				{File: "names/en/uner-ewt-train.conll.gz", Weight: 1},
				{File: "names/en/wikigold.conll", Weight: 1},
			},
			Endings:  []string{"'s", "’s", "'", "’"},
			Settings: set, MinCount: env("C", 2), Limit: 400000,
		},
	}
}

// MeasureFolder measures a tagger on the corpora of a language in a folder.
func MeasureFolder(dir, language string, t *ner.Tagger, w io.Writer) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.conll*"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	cut, err := newCutter(language)
	if err != nil {
		return err
	}
	for _, f := range files {
		c, err := ReadCorpus(f)
		if err != nil {
			return err
		}
		if c.Lang != language {
			continue
		}
		var docs []*Annotated
		for _, d := range c.Documents {
			docs = append(docs, cut.cut(d))
		}
		fmt.Fprintln(w, Summary(c.Name, t, docs))
		if os.Getenv("ERR") != "" {
			Errors(t, docs, func(k, l string) { fmt.Printf("ERR\t%s\t%s\t%q\n", c.Name, k, l) })
		}
	}
	return nil
}

func env(k string, d int) int {
	if v, err := strconv.Atoi(os.Getenv(k)); err == nil {
		return v
	}
	return d
}
