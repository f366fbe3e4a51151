package actor

import (
	"fasti/extract/lang"
	"fasti/extract/segment"
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
	Source Source // nil: the built-in engine
}

// Context is what is known about the article beside its text.
type Context struct {
	Title string
	DCT   string // publication, RFC 3339 or YYYY-MM-DD; "" if unknown
}

// Finder finds the names and actors of one language.
type Finder struct{}

// New compiles a language's dictionaries and loads its model.
func New(pack *lang.Pack, opt Options) (*Finder, error) { return &Finder{}, nil }

// Find finds names and actors.
func (f *Finder) Find(doc *segment.Doc, c Context) Result { return Result{} }
