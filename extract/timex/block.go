package timex

import (
	"fasti/extract/article"
	"fasti/extract/segment"
)

// block recognises the expressions of one block.
func (t *Tagger) block(s *scratch, doc *segment.Doc, from, to, index int) {
	g := t.g
	s.items = g.lex.scan(s.items[:0], doc.Text, from, to)
	items := s.items
	markSentences(items, doc, from)
	s.block = s.block[:0]
	m := matcher{g: g, items: items, text: doc.Text, order: s.order, bound: s.bound}
	for i := 0; i < len(items); {
		it := &items[i]
		if it.kind == wordItem && (it.word == 0 || len(g.lex.entries[it.word].roots) == 0) ||
			it.kind == markItem && int(g.nodes[0].marks) == len(g.nodes[0].edges) {
			i++
			continue
		}
		end := m.match(i)
		if n := figures(items, i); n > 0 && end < i+n {
			s.warnings = append(s.warnings, Warning{article.Span{Start: int(it.start), End: int(items[i+n-1].end)}, HalfRead, "these figures look like a date and could not be read"})
			i += n
			continue
		}
		if n := m.passed(i, end); n > 0 {
			i += n
			continue
		}
		if k := g.rules[m.bestRule].kind; (k == kindDate || k == kindRef) && m.nominal(i, end) {
			i = end
			continue
		}
		if m.bestNoDay {
			s.warnings = append(s.warnings, Warning{article.Span{Start: int(it.start), End: int(items[end-1].end)}, NoSuchDay, "the month has no such day"})
		} else if g.rules[m.bestRule].kind != kindSkip {
			quiet(items, i, end)
			if n := len(s.block); n > 0 && int(s.block[n-1].last) == i { // "11 p.m. Thursday"
				items[i-1].flags = items[i-1].flags&^ends | inner
			}
			s.block = append(s.block, raw{
				first: int32(i), last: int32(end), start: it.start, end: items[end-1].end,
				block: int32(index), rule: m.bestRule, parts: m.bestParts,
			})
		}
		m.floor = end
		i = end
	}
	s.bound = m.bound
	if len(s.block) > 0 {
		s.block = g.withoutCounts(items, s.block, s.trees)
		t.members(s, items, doc.Text)
	}
}

// markSentences notes with each dot whether it ends a sentence of the text,
// as far as its sentences are known.
func markSentences(items []item, doc *segment.Doc, from int) {
	if len(doc.Sentences) == 0 {
		return
	}
	k := max(0, doc.SentenceAt(from))
	for i := range items {
		it := &items[i]
		if it.kind != markItem {
			continue
		}
		for k < len(doc.Sentences) && doc.Sentences[k].End < int(it.end) {
			k++
		}
		if k == len(doc.Sentences) {
			return
		}
		if doc.Sentences[k].End == int(it.end) {
			it.flags |= ends
		} else if it.mark == '.' {
			it.flags |= inner
		}
	}
}

// quiet marks the dots within an expression as such: "Jan. 9".
func quiet(items []item, first, end int) {
	for i := first; i < end-1; i++ {
		items[i].flags |= inner
	}
}

// members adds the elliptic members of lists around each expression, and
// notes tense and joints.
func (t *Tagger) members(s *scratch, items []item, text string) {
	g := t.g
	start, floor := len(s.raws), 0
	sentence, seen := int32(0), 0
	sc := scene{g: g, items: items, text: text, trees: s.trees, cues: s.cues[:0]}
	for k := range s.block {
		x := &s.block[k]
		if int(x.first) < floor { // a year that a list before it has taken in
			continue
		}
		for ; seen < int(x.first); seen++ {
			if items[seen].kind == markItem && boundary(items, seen, false) {
				sentence++
			}
		}
		x.sentence = sentence
		x.opens = opening(items, int(x.first))
		x.tense, x.aside = sc.tenseAt(int(x.first), int(x.last))
		x.leads = sc.g.leading(sc.items, int(x.first), int(x.last))
		g.marks(items, x)
		x.bare = x.last-x.first == 1 && items[x.first].digits == 4 && x.parts.has(fYear) && !x.parts.has(fEra) && !g.sureYear(items, x)
		x.stamp = x.bare && g.stamp(items, x, text)
		x.thing = x.bare && g.thing(items, x, text)
		limit := len(items)
		if k+1 < len(s.block) {
			limit = int(s.block[k+1].first)
			if y := &s.block[k+1]; y.last-y.first == 1 && y.parts.has(fYear) {
				limit++
			}
		}
		n := len(s.raws)
		s.raws = g.shareLeft(items, x, floor, s.raws)
		for a, b := n, len(s.raws)-1; a < b; a, b = a+1, b-1 {
			s.raws[a], s.raws[b] = s.raws[b], s.raws[a]
		}
		for a := n; a < len(s.raws); a++ {
			s.raws[a].tense = x.tense
		}
		at := len(s.raws)
		s.raws = g.shareRight(items, x, limit, append(s.raws, *x))
		s.raws[at] = *x // a year behind the list may have been added
		floor = int(s.raws[len(s.raws)-1].last)
		t.gaps(s, items, n)
	}
	s.cues = sc.cues
	borrow(s.raws[start:], s.gaps[start:], g)
	g.recur(items, s.raws[start:], s.gaps[start:])
}

// opening reports whether at most one short word stands before item i in its
// sentence: "In 1915, ...".
func opening(items []item, i int) bool {
	for n := 0; n < 3; n++ {
		if i-n-1 < 0 || boundary(items, i-n-1, false) {
			return true
		}
	}
	return false
}
