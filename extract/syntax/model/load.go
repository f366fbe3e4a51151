package model

import (
	"embed"
	"errors"
	"fmt"
)

//go:embed all:data
var files embed.FS

// ErrNoModel says that there is no model for a language.
var ErrNoModel = errors.New("no model of grammar for this language")

// Ships tells whether a model of the language comes with fasti.
func Ships(language string) bool {
	f, err := files.Open("data/" + language + ".bin")
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// Load reads the model of a language that comes with fasti. Where none does,
// the error is ErrNoModel, wrapped. It takes some tens of milliseconds: keep
// the model.
func Load(language string) (*Model, error) {
	b, err := files.ReadFile("data/" + language + ".bin")
	if err != nil {
		return nil, fmt.Errorf("%q: %w", language, ErrNoModel)
	}
	c, err := readContent(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", language, err)
	}
	return c.Model(), nil
}
