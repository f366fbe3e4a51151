package ner

import "fasti/extract/segment"

// Features gives the features of every token of a document, sentence by
// sentence, as the tagger would see them: what a trainer learns weights for.
// Tokens outside of sentences have none.
func Features(lex Lexicon, doc *segment.Doc) [][]uint64 {
	words, numbers := map[string]*described{}, spellings{}
	find := func(w string) *described {
		d := words[w]
		if d == nil {
			d = &described{}
			d.word = describe(lex, w, &d.features)
			d.word.spelling = numbers.of(d.word.low)
			words[w] = d
		}
		return d
	}
	for i := range doc.Tokens {
		find(doc.Word(i))
	}
	all := survey(doc, func(i int) *word { return &find(doc.Word(i)).word }, make([]seen, len(numbers)), nil)
	out := make([][]uint64, len(doc.Tokens))
	pieces := loose(doc, func(i int) *word { return &find(doc.Word(i)).word })
	for _, s := range doc.Sentences {
		n := s.Last - s.First
		near := make([]*described, 0, n+2*Reach)
		sc := scene{listed: make([]listed, n), seen: all[s.First:s.Last], places: make([]place, n), loose: pieces}
		for i := s.First - Reach; i < s.Last+Reach; i++ {
			text := ""
			if i >= s.First && i < s.Last {
				text = doc.Word(i)
			}
			near = append(near, find(text))
			sc.words = append(sc.words, &near[len(near)-1].word)
		}
		sc.shout = shouts(sc.words)
		sc.survey()
		phrases(lex, sc.words[Reach:Reach+n], sc.listed)
		for i := 0; i < n; i++ {
			var f []uint64
			for d := 0; d <= 2*Reach; d++ {
				f = append(f, near[i+d].features[d]...)
			}
			out[s.First+i] = sc.contextual(i, f)
		}
	}
	return out
}

// described is a word with its features by distance.
type described struct {
	word     word
	features [2*Reach + 1][]uint64
}

// Best finds the best legal labels of a sentence for emissions as a trainer
// has them; allowed is nil or a mask of labels for each token.
func Best(emit [][Labels]int32, trans *Transitions, allowed []uint32, labels []uint8) {
	Decode(emit, trans, allowed, make([]back, len(emit)), labels)
}
