package train

import (
	"fmt"
	"io"
	"path/filepath"
	"sort"

	"fasti/extract/actor/ner"
)

// Plans says how the shipped models are made.
func Plans() []Plan {
	set := Settings{Epochs: 10, Models: 1, Dropout: 100, Margin: 0}
	return []Plan{
		{
			Lang: "de",
			Corpora: []Portion{
				{File: "names/de/germeval-dev.conll", Weight: 1},
				{File: "names/de/germeval-test-part.conll", Weight: 1},
				{File: "names/de/smartdata.conll.gz", Weight: 1, NoMisc: true},
				{File: "names/de/mobie-train.conll", Weight: 1, NoMisc: true},
			},
			Endings:  []string{"s", "'", "’"},
			Folds:    [][2]string{{"en", "e"}, {"er", "e"}, {"es", "e"}, {"em", "e"}},
			Settings: set, MinCount: 2, Limit: 400000,
		},
		{
			Lang: "en",
			Corpora: []Portion{
				{File: "names/en/uner-ewt-train.conll.gz", Weight: 1},
				{File: "names/en/wikigold.conll", Weight: 1},
			},
			Endings:  []string{"'s", "’s", "'", "’"},
			Settings: set, MinCount: 2, Limit: 400000,
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
	}
	return nil
}
