package model

// window gives the words around a token; beyond the sentence stands a border.
type window struct {
	words []*Word
	edge  *Word
}

func (w *window) at(i int) *Word {
	if i < 0 || i >= len(w.words) {
		return w.edge
	}
	return w.words[i]
}

// around appends the features of the words around token i.
func (w *window) around(i int, out []uint64) []uint64 {
	a, b, c, d, e := w.at(i-2), w.at(i-1), w.at(i), w.at(i+1), w.at(i+2)
	out = append(out, c.own...)
	for k, x := range [...]*Word{a, b, d, e} {
		out = append(out, feature(tLow, k+1, x.low), feature(tClass, k+1, x.class), feature(tTags, k+1, x.tags))
		if x == b || x == d {
			out = append(out, feature(tTail, 32+k, x.tail[3]), feature(tTail, 48+k, x.tail[2]), feature(tShape, k+1, x.shape), feature(tExact, k+1, x.exact))
		}
	}
	if w.opens(i) {
		// A capital says nothing here.
		out = append(out, feature(tFirst, 0, 0), feature(tFirst, 1, c.shape), feature(tFirst, 2, c.tail[3]), feature(tFirst, 3, c.tail[4]), feature(tFirst, 4, c.tags), feature(tFirst, 5, c.class), feature(tFirst, 6, mix(c.tail[2], d.tags)), feature(tFirst, 7, c.lists))
	}
	return append(out,
		feature(tLists, 2, b.lists), feature(tLists, 3, d.lists),
		feature(tLists, 4, mix(c.lists, b.tags)),
		feature(tLists, 5, mix(c.lists, d.tags)),
		feature(tLists, 6, mix(c.lists, c.tail[2])),
		feature(tLists, 7, mix(c.lists, c.shape)),
		feature(tPair, 1, mix(b.low, c.low)),
		feature(tPair, 2, mix(c.low, d.low)),
		feature(tPair, 3, mix(b.low, d.low)),
		feature(tPair, 4, mix(b.tags, c.tags)),
		feature(tPair, 5, mix(c.tags, d.tags)),
		feature(tPair, 6, mix(b.class, c.class)),
		feature(tPair, 7, mix(c.class, d.class)),
		feature(tPair, 8, mix(b.class, d.class)),
		feature(tPair, 9, mix(c.tail[3], b.tags)),
		feature(tPair, 10, mix(c.tail[3], d.tags)),
		feature(tPair, 11, mix(c.tail[2], d.tail[2])),
		feature(tPair, 12, mix(c.tail[2], b.tail[2])),
		feature(tPair, 13, mix(c.shape, b.tags)),
		feature(tPair, 14, mix(c.shape, d.shape)),
		feature(tTriple, 1, mix(mix(b.tags, c.tags), d.tags)),
		feature(tTriple, 2, mix(mix(a.tags, b.tags), c.tags)),
		feature(tTriple, 3, mix(mix(c.tags, d.tags), e.tags)),
		feature(tTriple, 4, mix(mix(b.class, c.class), d.class)),
		feature(tTriple, 5, mix(mix(b.tail[2], c.tail[2]), d.tail[2])),
		feature(tTriple, 6, mix(mix(d.tags, e.tags), c.low)),
		feature(tTriple, 7, mix(mix(a.tags, b.tags), c.low)),
	)
}

// opens tells whether nothing but marks stands before token i.
func (w *window) opens(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if !w.words[k].mark {
			return false
		}
	}
	return true
}

// Group numbers that the features of morphology and the parser name.
// They are the order of the parts of speech in every model.
var POSNames = []string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// Places of parts of speech in POSNames.
const (
	pX = iota
	pADJ
	pADP
	pADV
	pAUX
	pCCONJ
	pDET
	pINTJ
	pNOUN
	pNUM
	pPART
	pPRON
	pPROPN
	pPUNCT
	pSCONJ
	pSYM
	pVERB
	pNone // beyond the sentence
)

// inflected appends the features for the morphology of token i, whose part of
// speech and its neighbours' are known.
func (w *window) inflected(i int, pos []uint8, out []uint64) []uint64 {
	p := func(k int) uint64 {
		if k < 0 || k >= len(pos) {
			return pNone
		}
		return uint64(pos[k])
	}
	a, b, c, d, e := w.at(i-2), w.at(i-1), w.at(i), w.at(i+1), w.at(i+2)
	own := p(i)
	out = append(out, c.own...)
	prep, stop := w.governor(i, pos)
	art := w.article(i, pos)
	noun := w.noun(i, pos)
	add := func(template uint64, n int, value uint64) {
		out = append(out, feature(template, n, mix(own, value)))
	}
	add(tBias, 1, 0)
	add(tLow, 1, c.low)
	add(tTail, 64, c.tail[1])
	add(tTail, 65, c.tail[2])
	add(tTail, 66, c.tail[3])
	add(tTail, 67, c.tail[4])
	for k, x := range [...]*Word{a, b, d, e} {
		add(tLow, k+4, x.low)
		add(tTail, k+68, x.tail[2])
		add(tTail, k+72, x.tail[3])
		add(tClass, k+4, x.class)
	}
	add(tPOS, 1, p(i-1))
	add(tPOS, 2, p(i+1))
	add(tPOS, 3, p(i-1)<<8|p(i+1))
	add(tPOS, 4, p(i-2)<<8|p(i-1))
	add(tPOS, 5, p(i+1)<<8|p(i+2))
	add(tPair, 20, mix(b.low, c.low))
	add(tPair, 21, mix(c.low, d.low))
	add(tPair, 22, mix(b.low, c.tail[2]))
	add(tPair, 23, mix(c.tail[2], d.tail[3]))
	add(tPair, 24, mix(b.low, d.tail[3]))
	add(tCase, 1, prep)
	add(tCase, 2, mix(prep, art))
	add(tCase, 3, mix(prep, c.low))
	add(tCase, 4, mix(prep, c.tail[2]))
	add(tCase, 5, mix(mix(prep, art), c.tail[1]))
	add(tCase, 6, mix(mix(prep, art), noun.tail[3]))
	add(tStop, 1, stop)
	add(tStop, 2, mix(stop, art))
	add(tStop, 3, mix(stop, c.low))
	add(tStop, 4, mix(mix(stop, art), prep))
	add(tArticle, 1, art)
	add(tArticle, 2, mix(art, c.tail[2]))
	add(tArticle, 3, mix(art, c.tail[3]))
	add(tArticle, 4, mix(art, noun.low))
	add(tArticle, 5, mix(art, noun.tail[2]))
	add(tNoun, 1, noun.low)
	add(tNoun, 2, noun.tail[3])
	add(tNoun, 3, noun.tail[2])
	add(tNoun, 4, mix(noun.low, c.tail[2]))
	add(tNoun, 5, mix(noun.tail[3], c.low))
	add(tNoun, 6, mix(noun.tail[2], c.tail[2]))
	return out
}

// governor is the preposition of the phrase that token i stands in, or 0, and
// what stands before the phrase.
func (w *window) governor(i int, pos []uint8) (prep, stop uint64) {
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		switch pos[k] {
		case pDET, pADJ, pNUM, pADV:
			continue
		case pADP:
			return w.words[k].low, pADP
		}
		return 0, uint64(pos[k])
	}
	return 0, pNone
}

// article is the determiner of the phrase that token i stands in, or 0.
func (w *window) article(i int, pos []uint8) uint64 {
	for k := i; k >= 0 && i-k < 6; k-- {
		switch pos[k] {
		case pDET:
			return w.words[k].low
		case pADJ, pNUM, pADV:
			continue
		}
		if k < i {
			break
		}
	}
	return 0
}

// noun is the noun of the phrase that token i opens or stands in.
func (w *window) noun(i int, pos []uint8) *Word {
	for k := i; k < len(pos) && k-i < 8; k++ {
		switch pos[k] {
		case pNOUN, pPROPN:
			return w.words[k]
		case pDET, pADJ, pNUM, pADV, pADP:
			continue
		}
		if k > i {
			break
		}
	}
	return w.edge
}
