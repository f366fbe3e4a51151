package event

import "fasti/extract/segment"

// content is what a short clause leads to: "agrees to plead guilty", "kündigt
// an, das Werk zu schließen".
type content struct {
	opens   string // how it joins the clause before: ",", ", dass", ""
	phrases []phrase
	tail    string // the verbs at its end, where the language puts them there
}

// withContent adds to a title what its clause leads to, if a title has room
// for the greater part of it.
func (w *writer) withContent(k *clause, title string) string {
	c, ok := w.content(k)
	if !ok {
		return title
	}
	all := append([]phrase{must(title + c.opens)}, c.phrases...)
	if full, lost := w.compose(contentLimit, all, c.tail); full != "" && lost == 0 {
		return full
	}
	if short, _ := w.compose(titleLimit, all, c.tail); short != "" {
		return short
	}
	return title
}

// content finds the infinitive or the clause that a clause leads to.
func (w *writer) content(k *clause) (content, bool) {
	n := w.c.clause
	_, end := k.bounds()
	for i := range w.s.clauses {
		c := &w.s.clauses[i]
		if gerunds := w.lex.verbs[k.verb]; c.parent == n && c.kind == partClause && len(c.pieces) == 1 && c.lex >= 0 && w.s.words[c.lex].verbal == gerund && (gerunds.class == classAspect || gerunds.frame == frameGoes) {
			if first, _ := c.bounds(); first == end {
				return w.contentOf(c.pieces[0]), true
			}
		}
		if c.parent != n || i == n || c.kind != infClause && !(c.kind == subClause && (c.reported || c.marker >= 0 && !w.s.words[c.marker].is(tagIf|tagFact|tagPurpose|tagPrep))) {
			continue
		}
		first, _ := c.bounds()
		if first < end-1 || first > end+1 || len(c.pieces) != 1 {
			continue
		}
		return w.contentOf(c.pieces[0]), true
	}
	return content{}, false
}

// contentOf words one run of words as what another clause leads to.
func (w *writer) contentOf(p piece) content {
	s := w.s
	var c content
	last := p.last
	for last > p.first && s.words[last-1].class == segment.Punct {
		last--
	}
	if w.lex.verbLast {
		c.opens = ","
		i := last
		for i > p.first && (s.words[i-1].verbal != notVerb && s.words[i-1].verbal != attributed || s.words[i-1].is(tagTo) && i < last) {
			i--
		}
		if i < last {
			c.tail, last = w.text(i, last), i
		}
	}
	start := p.first
	for i := p.first + 1; i <= last; i++ {
		if i < last && (i == p.first+1 || !w.borders(i-1, i) || s.words[i].is(tagTo) && s.words[i].is(tagPrep) && s.words[min(i+1, last-1)].verbal == infinitive) {
			continue
		}
		if ph := w.phrase(start, i); ph.text != "" {
			if start == p.first {
				ph.rank = rankObject
				if k := s.words[i-1].clause; k >= 0 && s.clauses[k].particle == i-1 {
					ph.rank = rankVerb
				}
			}
			c.phrases = append(c.phrases, ph)
		}
		start = i
	}
	w.place(c.phrases, rankFree)
	return c
}

// saying words what a clause of saying leads to where that is a main clause:
// "X erklärt, das Land befinde sich im Krieg".
func (w *writer) saying(k *clause) ([]phrase, bool) {
	_, end := k.bounds()
	for i := range w.s.clauses {
		c := &w.s.clauses[i]
		if first, _ := c.bounds(); c.kind == mainClause && c.fin > first && (first == end || first == end+1) && len(c.pieces) == 1 {
			if c.particle >= 0 {
				w.skip[c.particle] = false
			}
			said := w.contentOf(c.pieces[0])
			if len(said.phrases) == 0 {
				return nil, false
			}
			said.phrases[0].text = capitalize(said.phrases[0].text)
			if said.tail != "" {
				said.phrases = append(said.phrases, must(said.tail))
			}
			return said.phrases, true
		}
	}
	return nil, false
}
