package model

import (
	"embed"
	"fmt"
)

//go:embed *.tsv
var files embed.FS

// Set is the models of all that is judged.
type Set struct {
	Want *Table // whether an editor wants a candidate, and with which date
	Join *Table // whether two candidates tell of one happening
	Kind *Table // of what kind an event is
	Told *Table // whether an editor wants an event, knowing of the others
	Part *Table // who takes part, and with which role
}

// Load reads the models that are built in.
func Load() (*Set, error) {
	s := &Set{}
	for name, t := range map[string]**Table{"want.tsv": &s.Want, "join.tsv": &s.Join, "told.tsv": &s.Told, "kind.tsv": &s.Kind, "part.tsv": &s.Part} {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		if *t, err = Read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return s, nil
}
