package event

import (
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// Options steer the finder.
type Options struct {
	Threshold int // confidence per cent from which an event is published; 0: the default
}

// Input is what the earlier stages found in one article.
type Input struct {
	Article *article.Article
	Doc     *segment.Doc
	Timexes timex.Result
	Actors  actor.Result
}

// Finder finds the events of one language.
type Finder struct{}

// New compiles a language's lexicons.
func New(pack *lang.Pack, opt Options) (*Finder, error) { return &Finder{}, nil }

// Find gives all candidate events in order of place; Published says which
// pass the status rules and the threshold. Several mentions of one happening
// are one event with several sources.
func (f *Finder) Find(in Input) []Event { return nil }
