package train

// Plans says how the shipped models are made.
func Plans() []Plan {
	set := Settings{Epochs: 12, Models: 4, Dropout: 250, Margin: 10}
	return []Plan{
		{
			Lang: "de",
			Corpora: []Portion{
				{File: "names/de/germeval-dev.conll"},
				{File: "names/de/germeval-test-part.conll"},
				{File: "names/de/smartdata.conll.gz", NoMisc: true, Adjectives: true},
				{File: "names/de/mobie-train.conll", NoMisc: true, Adjectives: true, Both: true},
			},
			Vocabulary: []string{"ud/de/de_gsd-ud-dev.conllu", "ud/de/de_gsd-ud-test.conllu.gz"},
			Endings:    []string{"s", "'", "’"},
			Folds:      [][2]string{{"en", "e"}, {"er", "e"}, {"es", "e"}, {"em", "e"}},
			Plurals:    []string{"en", "n", "es", "er", "ern", "e", "s"},
			Settings:   set, MinCount: 2, Limit: 165000,
		},
		{
			Lang: "en",
			Corpora: []Portion{
				{File: "names/en/uner-ewt-train.conll.gz"},
				{File: "names/en/wikigold.conll"},
			},
			Vocabulary: []string{"ud/en/en_ewt-ud-train.conllu.gz"},
			Endings:    []string{"'s", "’s", "'", "’"},
			Plurals:    []string{"s", "es"},
			Settings:   set, MinCount: 2, Limit: 165000,
		},
	}
}
