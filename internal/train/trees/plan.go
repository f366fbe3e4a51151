package trees

import (
	"fmt"
	"strings"
)

// Plans says how the shipped models are made.
func Plans() []Plan {
	return []Plan{
		{
			Lang: "de", PastPlural: "en", Names: true,
			Plurals: []string{"e", "en", "n", "s", "es", "er", "ern"}, Infinitive: []string{"en", "n"}, Finite: []string{"t", "et", "e"},
			Past: []string{"te", "ten", "ete", "eten"}, Participle: []string{"t", "et"},
			Rounds: 14, Beam: 8, ReadBeam: 8, Reach: 4000, TagWeights: 150000, MorphWeights: 150000, ParseWeights: 500000, KindWeights: 180000, KindRounds: 8, TagRounds: 5, Folds: 2, Bias: "wikinews",
			Corpora: []Corpus{
				{Name: "gsd", File: "ud/de/de_gsd-ud-dev.conllu"},
				{Name: "gsd", File: "ud/de/de_gsd-ud-test.conllu.gz"},
				{Name: "pud", File: "ud/de/de_pud-ud-test.conllu.gz"},
				{Name: "wikinews", File: "ud/de/wikinews-train.conllu.gz", Weight: 2, NoMorph: true},
			},
			Classes: 200,
			Texts:   []string{"names/de/germeval-dev.conll", "names/de/germeval-test-part.conll", "names/de/smartdata.conll.gz", "names/de/mobie-train.conll", "names/de/wikinews.conll"},
			Measure: []Corpus{{Name: "wikinews-dev", File: "ud/de/wikinews-dev.conllu"}},
		},
		{
			Lang: "en", Names: true, Plurals: []string{"s", "es"}, Infinitive: []string{"e"}, Finite: []string{"s", "es"}, Past: []string{"ed"}, Participle: []string{"ed", "ing"},
			Rounds: 4, Beam: 3, ReadBeam: 8, TagWeights: 150000, MorphWeights: 60000, ParseWeights: 500000, KindWeights: 180000, KindRounds: 5, TagRounds: 5, Folds: 2, Bias: "ewt",
			Corpora: []Corpus{{Name: "ewt", File: "ud/en/en_ewt-ud-train.conllu.gz"}},
			Classes: 200,
			Texts:   []string{"names/en/wikigold.conll", "names/en/wikinews.conll"},
			Measure: []Corpus{
				{Name: "en_pud", File: "ud/en/en_pud-ud-test.conllu.gz"},
				{Name: "ewt-dev", File: "ud/en/en_ewt-ud-dev.conllu.gz"},
			},
		},
	}
}

// Hold keeps a part of a corpus apart: "gsd:2/5" every fifth sentence of gsd,
// from the second on.
func (p *Plan) Hold(part string) error {
	if part == "" {
		return nil
	}
	name, fold, _ := strings.Cut(part, ":")
	var k, n int
	if _, err := fmt.Sscanf(fold, "%d/%d", &k, &n); err != nil || k < 1 || k > n {
		return fmt.Errorf("%q is not NAME:K/N", part)
	}
	for i := range p.Corpora {
		if p.Corpora[i].Name == name {
			p.Corpora[i].Hold, p.Corpora[i].Fold = n, k-1
		}
	}
	return nil
}

// Quick makes a plan that takes a fraction of the time, to try something.
func (p *Plan) Quick() {
	p.Rounds, p.Beam, p.TagRounds, p.KindRounds, p.Folds = 3, 2, 4, 4, 2
}
