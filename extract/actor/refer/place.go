package refer

import (
	"strings"

	"fasti/extract/segment"
)

// place tells what a mention is in its clause by the words around it, on which the
// weights were learned: behind a preposition it is oblique; before a mark of the
// genitive it owns; what opens its clause is its subject.
func (x *reading) place(m Mention, sentence int) place {
	if sentence < 0 {
		return noPlace
	}
	doc := x.scene.Doc
	sent := &doc.Sentences[sentence]
	if m.Last < sent.Last && x.words.cue(doc.Word(m.Last), "genitive") {
		return asOwner
	}
	for i := m.First - 1; i >= sent.First && i >= m.First-4; i-- {
		w := lower(doc.Word(i))
		switch {
		case x.words.preps[w]:
			return asOblique
		case doc.Tokens[i].Class == segment.Punct:
			if i == m.First-1 && w != "," || i == m.First-2 && w == "," && x.words.opens[lower(doc.Word(sent.First))] {
				return asSubject // "Nachdem …, kam Roe"
			}
			return noPlace
		case x.words.opens[w] && i == sent.First:
			return noPlace // its clause only leads to the sentence's own
		case x.words.opens[w]:
			return asSubject
		case x.words.cue(w, "genitive-article"):
			return asOwner
		case x.words.cue(w, "object-article"):
			return asObject
		}
	}
	if x.leader.Last > 0 && x.leader.sentence == sentence && x.leader.Last < m.First && x.sameClause(x.leader.Last, m.First) {
		if m.First-x.leader.Last == 1 && x.words.cue(doc.Word(m.First-1), "and") {
			return asSubject
		}
		return asObject
	}
	if m.First-sent.First <= 4 {
		return asSubject
	}
	return noPlace
}

// sameClause tells whether two places of a sentence may lie in one clause: no
// mark and no word that opens a clause stands between them.
func (x *reading) sameClause(from, to int) bool {
	doc := x.scene.Doc
	for i := from; i < to; i++ {
		w := lower(doc.Word(i))
		if doc.Tokens[i].Class == segment.Punct || x.words.opens[w] || i == to-1 && x.words.cue(w, "and") {
			return false
		}
	}
	return true
}

// quotes tells which tokens stand inside of quotation marks. A quotation ends
// with its paragraph at the latest.
func quotes(doc *segment.Doc) []bool {
	out := make([]bool, len(doc.Tokens))
	block, open := -1, false
	for s := range doc.Sentences {
		sent := &doc.Sentences[s]
		if sent.Block != block {
			block, open = sent.Block, false
		}
		for i := sent.First; i < sent.Last; i++ {
			if doc.Tokens[i].Class != segment.Punct {
				out[i] = open
				continue
			}
			switch w := doc.Word(i); {
			case w == "„" || w == "«" && !open || w == "“" && !open:
				open = true
			case w == "”" || w == "“" || w == "»" && open || w == "«":
				open = false
			case w == "\"" || w == "»":
				open = !open
			}
		}
	}
	return out
}

// lower is a word in small letters.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			return strings.ToLower(w)
		}
	}
	return w
}

// cue tells whether a word is a cue of a sort.
func (w *words) cue(word, sort string) bool {
	return w.cueNames[w.cues[word]] == sort
}
