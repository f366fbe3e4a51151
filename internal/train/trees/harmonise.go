package trees

import (
	"strings"

	"fasti/extract/syntax/model"
)

// harmonise brings a sentence to the labels that fasti uses: subtypes that it
// does not tell apart go, and German treebanks are written as the news
// sentences annotated for fasti are.
func (s *Sentence) harmonise(language string) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if r, ok := plain[n.Rel]; ok {
			n.Rel = r
		}
	}
	if language != "de" {
		s.agents()
		return
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Rel == "dep" && n.POS == "DET":
			n.Rel = "det"
		case n.Rel == "nmod" && nominal(n) && strings.Contains(n.Feats, "Case=Gen") && !s.has(i, "case"):
			n.Rel = "nmod:poss"
		case n.Rel == "nmod" && n.POS == "PRON" && !s.has(i, "case") && strings.Contains(n.Feats, "Rel"):
			n.Rel = "nmod:poss"
		case n.Rel == "acl" && s.relative(i):
			n.Rel = "acl:relcl"
		case n.POS == "PRON" && strings.EqualFold(n.Form, "sich") && (n.Rel == "obj" || n.Rel == "expl" || n.Rel == "obl" || n.Rel == "obl:arg"):
			if !s.has(i, "case") && (n.Rel == "obj" || n.Rel == "expl" || s.has(n.Head, "obj")) {
				n.Rel = "expl:pv"
			}
		case (n.Form == "als" || n.Form == "wie") && n.POS == "CCONJ" && n.Head > i && !s.verbal(n.Head):
			n.POS, n.Rel = "ADP", "case"
		case n.Rel == "obl:arg" && !s.has(i, "case") && n.Head >= 0 && s.has(n.Head, "obj"):
			n.Rel = "iobj"
		case n.Rel == "obl" && n.Head >= 0 && s.has(n.Head, "aux:pass") && s.hasWord(i, "case", "von", "vom"):
			n.Rel = "obl:agent"
		case n.Rel == "nmod" && n.Head >= 0 && s.Nodes[n.Head].POS == "VERB":
			n.Rel = "obl"
		}
	}
	for i := range s.Nodes {
		s.titleFirst(i)
	}
}

// agents tells the agents of English passives from other phrases with "by", as
// EWT does and PUD does not.
func (s *Sentence) agents() {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Rel == "obl" && n.Head >= 0 && s.Nodes[n.Head].Fine == "VBN" && nominal(n) && s.hasWord(i, "case", "by") && s.Corpus == "en_pud" {
			n.Rel = "obl:agent"
		}
	}
}

// plain are the relations that become others.
var plain = map[string]string{
	"flat:name": "flat", "flat:foreign": "flat", "obl:tmod": "obl", "obl:npmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked",
	"cc:preconj": "cc", "det:predet": "det", "goeswith": "flat", "reparandum": "dep", "advmod:emph": "advmod",
	"nsubj:outer": "nsubj", "csubj:outer": "csubj", "dislocated:nsubj": "dislocated", "det:numgov": "det", "nummod:gov": "nummod",
}

func nominal(n *Node) bool {
	return n.POS == "NOUN" || n.POS == "PROPN" || n.POS == "ADJ" || n.POS == "NUM"
}

// has tells whether a word has a dependant of a relation.
func (s *Sentence) has(head int, rel string) bool {
	for i := range s.Nodes {
		if s.Nodes[i].Head == head && s.Nodes[i].Rel == rel {
			return true
		}
	}
	return false
}

func (s *Sentence) hasWord(head int, rel string, words ...string) bool {
	for i := range s.Nodes {
		if s.Nodes[i].Head != head || s.Nodes[i].Rel != rel {
			continue
		}
		for _, w := range words {
			if strings.EqualFold(s.Nodes[i].Form, w) {
				return true
			}
		}
	}
	return false
}

func (s *Sentence) verbal(i int) bool {
	return i >= 0 && (s.Nodes[i].POS == "VERB" || s.Nodes[i].POS == "AUX")
}

// relative tells whether the clause at i has a relative pronoun and a finite
// verb.
func (s *Sentence) relative(i int) bool {
	pronoun, finite := false, false
	for k := range s.Nodes {
		n := &s.Nodes[k]
		if k != i && !s.under(k, i) {
			continue
		}
		if n.POS == "PRON" && strings.Contains(n.Feats, "PronType=") && strings.Contains(n.Feats, "Rel") || strings.HasPrefix(n.Fine, "PREL") || strings.HasPrefix(n.Fine, "PWAV") {
			pronoun = true
		}
		finite = finite || (k == i || n.Head == i) && strings.Contains(n.Feats, "VerbForm=Fin")
	}
	return pronoun && finite
}

// under tells whether word k stands below word i in the tree.
func (s *Sentence) under(k, i int) bool {
	for steps := 0; k >= 0 && steps <= len(s.Nodes); steps++ {
		if k = s.Nodes[k].Head; k == i {
			return true
		}
	}
	return false
}

// titleFirst makes the title noun before a name its head: "Präsident" in
// "Präsident Roe", of which the name is an apposition.
func (s *Sentence) titleFirst(i int) {
	n := &s.Nodes[i]
	if n.Rel != "compound" || n.POS != "NOUN" || n.Head != i+1 || s.Nodes[i+1].POS != "PROPN" {
		return
	}
	name := &s.Nodes[i+1]
	n.Head, n.Rel = name.Head, name.Rel
	name.Head, name.Rel = i, "appos"
	for k := range s.Nodes {
		switch c := &s.Nodes[k]; {
		case c.Head != i+1 || k == i:
		case k < i, c.Rel == "acl:relcl", c.Rel == "conj", c.Rel == "cop", c.Rel == "nsubj":
			c.Head = i
		}
	}
}

// lift makes the tree projective: a word whose arc crosses others hangs on the
// head of its head until it crosses none. Relative clauses that were lifted
// say so in their relation.
func (s *Sentence) lift() (head []int16, rel []string) {
	n := len(s.Nodes)
	head, rel = make([]int16, n), make([]string, n)
	for i := range s.Nodes {
		head[i], rel[i] = int16(s.Nodes[i].Head), s.Nodes[i].Rel
	}
	for {
		worst, short := -1, n+1
		for i := range head {
			if size := max(int(head[i]), i) - min(int(head[i]), i); head[i] >= 0 && size < short && crosses(head, i) {
				worst, short = i, size
			}
		}
		if worst < 0 {
			return head, rel
		}
		head[worst] = head[head[worst]]
		if rel[worst] == "acl:relcl" {
			rel[worst] += model.Lifted
		}
	}
}

// crosses tells whether a word between i and its head is not below the head.
func crosses(head []int16, i int) bool {
	h := int(head[i])
	for k := min(i, h) + 1; k < max(i, h); k++ {
		up := k
		for up >= 0 && up != h {
			up = int(head[up])
		}
		if up != h {
			return true
		}
	}
	return false
}
