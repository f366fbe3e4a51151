package ner

import (
	"embed"
	"errors"
	"fmt"
)

//go:embed model/*.bin
var models embed.FS

// ErrNoModel says that there is no model for a language.
var ErrNoModel = errors.New("no model of names for this language")

// New loads the tagger of a language ("de", "en"). Where none ships the error
// is ErrNoModel, wrapped. Loading takes some ten milliseconds: keep the tagger.
func New(language string) (*Tagger, error) {
	b, err := models.ReadFile("model/" + language + ".bin")
	if err != nil {
		return nil, fmt.Errorf("%q: %w", language, ErrNoModel)
	}
	m, err := read(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", language, err)
	}
	return NewTagger(m), nil
}
