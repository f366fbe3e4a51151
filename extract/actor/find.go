package actor

import (
	"errors"
	"fmt"

	"fasti/extract/actor/ner"
	"fasti/extract/actor/refer"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// Source is another engine for names (a command, a model on a server). It
// gives names that stand verbatim in the text; an error falls back to the
// built-in engine with a warning.
type Source interface {
	Names(doc *segment.Doc) ([]Name, error)
}

// Options steer the finder.
type Options struct {
	Known  []Known
	Source Source      // nil: the built-in engine
	Judge  refer.Judge // nil: the weights that ship; see package refer
}

// Context is what is known about the article beside its text.
type Context struct {
	Title string
	DCT   string      // publication, RFC 3339 or YYYY-MM-DD; "" if unknown
	Times []Time      // the text's dates, in order
	Trees *syntax.Doc // say who tells a content in which a pronoun stands and what a possessive opens; nil: nobody
}

// Time is a date that the text gives.
type Time struct {
	article.Span
	When string // EDTF
}

// Finder finds the names and actors of one language. Many goroutines may use
// it at once.
type Finder struct {
	dict   *dict
	words  *words
	tagger *ner.Tagger // nil where no model ships for the language
	source Source
	refers *refer.Resolver
}

// New compiles a language's dictionaries and loads its model. An error means
// that a table is broken; a language without a model works with its
// dictionaries alone.
func New(pack *lang.Pack, opt Options) (*Finder, error) {
	d, err := newDict(pack, opt.Known)
	if err != nil {
		return nil, err
	}
	w, err := newWords(pack, d, opt.Known)
	if err != nil {
		return nil, err
	}
	t, err := ner.New(pack.Lang)
	if err != nil && !errors.Is(err, ner.ErrNoModel) {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	r, err := refer.New(pack, opt.Judge)
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	return &Finder{dict: d, words: w, tagger: t, source: opt.Source, refers: r}, nil
}

// Find finds names and actors.
func (f *Finder) Find(doc *segment.Doc, c Context) Result {
	var r Result
	a := &analysis{Finder: f, doc: doc, ctx: c}
	tagged, warning := f.engine(doc)
	if warning != "" {
		r.Warnings = append(r.Warnings, Warning{Code: "names-engine", Message: warning})
	}
	a.cands = f.layer(doc, f.dict.scan(doc), f.quoted(doc, f.titled(doc, f.announced(doc, f.doubleNames(doc, f.bearing(doc).mark(doc, tagged))))))
	a.abbreviations()
	a.hits = a.bodyHits()
	a.vote()
	a.bodyNames()
	a.listedPlaces()
	a.people()
	a.places()
	a.abroad()
	a.nations()
	a.bodies()
	a.borne()
	a.shortBodies()
	a.compounds()
	a.known()
	a.institutions()
	ps := a.phrases()
	a.assign(ps)
	a.recogniseNames()
	a.resolve(ps)
	a.whose(ps)
	a.standIns(ps)
	a.ages()
	a.refer(ps)
	a.both()
	r.Names = a.names()
	r.Actors, r.Unnamed = a.build()
	r.Warnings = append(r.Warnings, a.warnings...)
	return r
}

// engine asks the site's engine for names, or the built-in one.
func (f *Finder) engine(doc *segment.Doc) ([]Name, string) {
	warning := ""
	if f.source != nil {
		names, err := f.source.Names(doc)
		if err == nil {
			return names, ""
		}
		warning = fmt.Sprintf("the names engine failed, so the built-in one took over: %v", err)
	}
	if f.tagger == nil {
		return nil, warning
	}
	tagged := f.tagger.Tag(doc)
	names := make([]Name, len(tagged))
	for i, n := range tagged {
		names[i] = Name{Span: n.Span, Type: NameType(n.Type.String())}
	}
	return names, warning
}

// analysis is the work on one article.
type analysis struct {
	*Finder
	doc       *segment.Doc
	ctx       Context
	cands     []cand
	actors    []draft
	meant     map[string]int // surname -> whom the article called so while it had named no other of that name
	alone     map[string]int // lone names that nobody's full name fits -> actor + 1
	pending   []cand
	small     map[string]bool  // the article's words in small letters
	families  map[string][]int // key of a family name -> people; see family
	parts     map[string][]int // word of a full name -> people
	seen      map[int32]bool   // entries that the article mentions
	called    map[string]bool  // lone names that stand behind the noun for a body
	hits      []bodyHit
	aged      map[string]int // see statedAges
	governing []int          // states whose governments the article speaks of
	warnings  []Warning
}
