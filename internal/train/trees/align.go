package trees

import (
	"sort"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// Cutter cuts sentences into fasti's tokens.
type Cutter struct {
	segmenter *segment.Segmenter
	lang      string
}

// NewCutter makes the cutter of a language.
func NewCutter(language string) (*Cutter, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	s, err := segment.New(pack)
	if err != nil {
		return nil, err
	}
	return &Cutter{s, language}, nil
}

// Align gives the sentence with fasti's tokens as words. Words that lie in one
// token become one, with the tree of the word that governs the others; of a
// word that is several tokens the first has its place and the others hang on
// it.
func (c *Cutter) Align(s Sentence) Sentence {
	a := &article.Article{Text: s.Text, Body: s.Text, Lang: c.lang, Blocks: []article.Block{{Span: article.Span{Start: 0, End: len(s.Text)}}}}
	tokens := c.segmenter.Split(a).Tokens
	out := Sentence{Corpus: s.Corpus, ID: s.ID, Text: s.Text}
	place := make([]int, len(s.Nodes)) // of a word: its first token
	for i := range place {
		place[i] = -1
	}
	type part struct{ word, first int }
	var parts []part
	for t, token := range tokens {
		at := sort.Search(len(s.Nodes), func(i int) bool { return s.Nodes[i].End > token.Start })
		var in []int
		for i := at; i < len(s.Nodes) && s.Nodes[i].Start < token.End; i++ {
			in = append(in, i)
		}
		if len(in) == 0 {
			parts = append(parts, part{-1, -1})
			continue
		}
		w := s.leader(in)
		first := place[w]
		for _, i := range in {
			if place[i] < 0 {
				place[i] = t
			}
		}
		parts = append(parts, part{w, first})
	}
	for t, token := range tokens {
		form := token.Of(s.Text)
		p := parts[t]
		switch {
		case p.word < 0:
			out.Nodes = append(out.Nodes, Node{Form: form, Lemma: form, POS: "X", Feats: "_", Rel: "dep", Head: max(0, t-1)})
		case p.first >= 0: // a further token of a word
			n := Node{Form: form, Lemma: form, POS: s.Nodes[p.word].POS, Feats: "_", Rel: "flat", Head: p.first}
			if token.Class == segment.Punct {
				n.POS, n.Rel = "PUNCT", "punct"
			}
			out.Nodes = append(out.Nodes, n)
		default:
			n := s.Nodes[p.word]
			if n.Form != form && n.End-n.Start != token.Len() {
				n.Lemma = "_"
			}
			n.Form = form
			if n.Head >= 0 {
				n.Head = place[n.Head]
			}
			out.Nodes = append(out.Nodes, n)
		}
	}
	out.mend()
	return out
}

// leader is the word among some that the others hang on: the first whose head
// lies outside, unless it is a mark.
func (s *Sentence) leader(in []int) int {
	lead := -1
	for _, i := range in {
		h := s.Nodes[i].Head
		if h >= in[0] && h <= in[len(in)-1] {
			continue
		}
		if lead < 0 || s.Nodes[lead].POS == "PUNCT" {
			lead = i
		}
	}
	if lead < 0 {
		return in[0]
	}
	return lead
}

// mend makes a tree of what joining and cutting left: one root, no circles.
func (s *Sentence) mend() {
	root := -1
	for i := range s.Nodes {
		if s.Nodes[i].Head == i {
			s.Nodes[i].Head = -1
		}
	}
	for i := range s.Nodes {
		if s.Nodes[i].Head < 0 && root < 0 {
			root = i
			s.Nodes[i].Rel = "root"
		}
	}
	for i := range s.Nodes {
		if s.Nodes[i].Head < 0 && i != root {
			s.Nodes[i].Head = max(root, 0)
			if s.Nodes[i].Rel == "root" {
				s.Nodes[i].Rel = "parataxis"
			}
		}
	}
	if root < 0 && len(s.Nodes) > 0 {
		s.Nodes[0].Head, s.Nodes[0].Rel, root = -1, "root", 0
	}
	for i := range s.Nodes {
		k, steps := i, 0
		for k >= 0 && steps <= len(s.Nodes) {
			k = s.Nodes[k].Head
			steps++
		}
		if steps > len(s.Nodes) {
			s.Nodes[i].Head = root
		}
	}
}
