package timex

import (
	"sync"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// Options say what the values are counted from.
type Options struct {
	DCT   string // publication, RFC 3339 or YYYY-MM-DD; "" if unknown
	Genre string // "news", "narrative", or "" to decide from the text
}

// Tagger finds the time expressions of one language. It may be used from many
// goroutines at once.
type Tagger struct {
	g       *grammar
	scratch sync.Pool
}

// New compiles a language's tables. A pack without tables for times gives a
// tagger that finds nothing; broken tables are an error that names the table
// and the line.
func New(pack *lang.Pack) (*Tagger, error) {
	g, err := compile(pack)
	if err != nil {
		return nil, err
	}
	t := &Tagger{g: g}
	t.scratch.New = func() any { return &scratch{names: names{}} }
	return t, nil
}

// scratch is the working memory of one call.
type scratch struct {
	items []item
	raws  []raw
	block []raw
	exts  []extent
	gaps  []gap
	cues  []cue
	names names
}

// gap is what stands around a timex, for ranges.
type gap struct {
	block int32
	left  joint // between the one before and this one
	open  openKind
	from  int32 // where the opening word begins
	after bool  // a word behind it opens the range: "von Januar an"
	end   int32
}

// maxKept bounds the scratch memory kept between calls, in items.
const maxKept = 1 << 18

// Tag finds all time expressions of a text and works out their values.
func (t *Tagger) Tag(doc *segment.Doc, opt Options) Result {
	if len(t.g.rules) == 0 {
		return Result{}
	}
	s := t.scratch.Get().(*scratch)
	s.raws, s.gaps = s.raws[:0], s.gaps[:0]
	if len(doc.Blocks) == 0 {
		t.block(s, doc, 0, len(doc.Text), 0)
	}
	for i, b := range doc.Blocks {
		t.block(s, doc, b.Start, b.End, i)
	}
	var res Result
	if len(s.raws) > 0 {
		res = t.resolveAll(s, doc, opt)
	}
	if cap(s.items) <= maxKept {
		t.scratch.Put(s)
	}
	return res
}

// block recognises the expressions of one block.
func (t *Tagger) block(s *scratch, doc *segment.Doc, from, to, index int) {
	g := t.g
	s.items = g.lex.scan(s.items[:0], doc.Text, from, to)
	items := s.items
	markSentences(items, doc, from)
	s.block = s.block[:0]
	m := matcher{g: g, items: items}
	for i := 0; i < len(items); {
		it := &items[i]
		if it.kind == wordItem && (it.word == 0 || len(g.lex.entries[it.word].roots) == 0) ||
			it.kind == markItem && int(g.nodes[0].marks) == len(g.nodes[0].edges) {
			i++
			continue
		}
		end := m.match(i)
		if end < 0 {
			i++
			continue
		}
		if g.rules[m.bestRule].kind != kindSkip {
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
	if len(s.block) > 0 {
		s.block = g.withoutCounts(items, s.block)
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
	sc := scene{g: g, items: items, text: text, cues: s.cues[:0]}
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
		x.tense = sc.tenseAt(int(x.first), int(x.last))
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
		s.raws = append(s.raws, *x)
		s.raws = g.shareRight(items, &s.raws[at], limit, s.raws)
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

// resolveAll works out the values in the order of the text.
func (t *Tagger) resolveAll(s *scratch, doc *segment.Doc, opt Options) Result {
	r := newResolver(t.g, opt, s.names)
	r.narrative = narrative(s.raws, t.g, r, opt.Genre)
	r.essay = !r.narrative && essay(s.raws, t.g, len(doc.Text))
	res := Result{Timexes: make([]Timex, 0, len(s.raws))}
	s.exts = s.exts[:0]
	joints := make([]joint, len(s.gaps)) // s.gaps is overwritten on the way
	for i, g := range s.gaps {
		joints[i] = g.left
		if g.left == jointAnd && i > 0 && s.gaps[i-1].open == openBoth {
			joints[i] = jointTo
		}
	}
	kept := s.gaps[:0]
	for i := range s.raws {
		if i+1 < len(s.raws) {
			s.raws[i+1].joined = joints[i+1] == jointTo
		}
		r.peek(s.raws[i:min(i+3, len(s.raws))], s.gaps[i:])
		why, lent := r.lend(s.raws, i)
		tx, pt, ok := r.resolve(&s.raws[i])
		if ok && lent && tx.Basis == Explicit {
			tx.Basis, tx.Anchor = why.basis, why.anchor
			tx.Rule = s.names.of(t.g, s.raws[i].rule, "", true)
		}
		if !ok {
			continue
		}
		res.Timexes = append(res.Timexes, tx)
		s.exts = append(s.exts, pt.extent())
		kept = append(kept, s.gaps[i])
	}
	res.Ranges = ranges(res.Timexes, s.exts, kept, r)
	return res
}
