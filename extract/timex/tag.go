package timex

import (
	"strings"
	"sync"

	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// Options say what the values are counted from.
type Options struct {
	DCT   string // publication, RFC 3339 or YYYY-MM-DD; "" if unknown
	Genre string // "news", "narrative", or "" to decide from the text
	// Region is where the text was written, as an ISO 3166 code of two letters
	// ("GB"); "" if it is not known. It says whether 3/11 is a day in November.
	Region string
	// Syntax is the same text with its trees, for the tense of clauses; nil if
	// there are none: words near by then give it alone.
	Syntax *syntax.Doc
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
	items    []item
	raws     []raw
	block    []raw
	exts     []extent
	gaps     []gap
	cues     []cue
	names    names
	trees    trees
	bound    []int32 // words that are surnames in this article
	order    order
	warnings []Warning
}

// gap is what stands around a timex, for ranges.
type gap struct {
	block int32
	left  joint // between the one before and this one
	open  openKind
	from  int32 // where the opening word begins
	ahead bool  // it opens a range to the right before a date to come
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
	s.raws, s.gaps, s.trees = s.raws[:0], s.gaps[:0], trees{doc, opt.Syntax}
	s.order, s.warnings, s.bound = t.g.orderOf(doc, opt.Region), s.warnings[:0], s.bound[:0]
	if len(doc.Blocks) == 0 {
		t.block(s, doc, 0, len(doc.Text), 0)
	}
	for i, b := range doc.Blocks {
		t.block(s, doc, b.Start, b.End, i)
	}
	var res Result
	switch {
	case len(s.raws) > 0:
		res = t.resolveAll(s, doc, opt)
	case len(s.warnings) > 0:
		res.Warnings = append(res.Warnings, s.warnings...)
	}
	s.trees = trees{}
	if cap(s.items) <= maxKept {
		t.scratch.Put(s)
	}
	return res
}

// resolveAll works out the values in the order of the text.
func (t *Tagger) resolveAll(s *scratch, doc *segment.Doc, opt Options) Result {
	r := newResolver(t.g, opt, s.names)
	r.doc, r.trees = doc, s.trees
	if r.region = strings.ToUpper(opt.Region); r.region == "" {
		r.region = t.g.region
	}
	r.order, r.warnings = s.order, append(r.warnings, s.warnings...)
	r.narrative = narrative(s.raws, t.g, r, opt.Genre, doc)
	r.told = opt.Genre == "narrative"
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
		r.spans = s.gaps[i].open >= openSince
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
	res.Warnings = r.warnings
	return res
}
