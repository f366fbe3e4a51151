package trees

import (
	"fmt"
	"io"
	"strings"

	"fasti/extract/syntax/model"
)

// WriteErrors writes the words whose head or relation is wrong, of some
// relations (apart by commas), below their sentences.
func WriteErrors(w io.Writer, m *model.Model, sentences []Sentence, rels string) {
	wanted := map[string]bool{}
	for _, r := range strings.Split(rels, ",") {
		wanted[r] = true
	}
	room := &model.Room{}
	for i := range sentences {
		s := &sentences[i]
		a := m.Analyse(room, s.words(), nil)
		tree := m.Tree(room, a)
		title := s.Text + "\n"
		for k, n := range s.Nodes {
			rel := m.Kinds.Labels[tree.Rel[k]].Name
			if int(tree.Head[k]) == n.Head && rel == n.Rel || !wanted[rel] && !wanted[n.Rel] {
				continue
			}
			fmt.Fprintf(w, "%s   %s (%s %s): %s of %s, right %s of %s\n", title, n.Form, model.POSNames[a.POS[k]], m.Morphs.Labels[a.Morph[k]].Name,
				rel, s.word(int(tree.Head[k])), n.Rel, s.word(n.Head))
			title = ""
		}
	}
}

// word is the form of a word; of none, the root.
func (s *Sentence) word(i int) string {
	if i < 0 {
		return "(root)"
	}
	return s.Nodes[i].Form
}
