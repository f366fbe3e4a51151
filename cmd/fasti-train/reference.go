package main

import (
	"fmt"
	"os"
	"path/filepath"

	"fasti/internal/train"
)

// learnReference learns the weights of package refer and writes their tables.
func learnReference(language string, o options) error {
	for _, set := range train.References(filepath.Join(o.data, "events")) {
		if language != "" && set.Lang != language {
			continue
		}
		set.Fold, set.Of = o.fold.number, o.fold.of
		w, err := train.LearnReference(set, func(format string, args ...any) { fmt.Fprintf(os.Stderr, set.Lang+": "+format+"\n", args...) })
		if err != nil {
			return err
		}
		table := train.WriteReference(w, "Made by fasti-train from annotated news; docs/models.md tells how. Wikinews contributors, CC BY 2.5; annotations of the fasti project, CC BY 4.0.")
		if err := os.WriteFile(filepath.Join(o.reference, set.Lang+".tsv"), table, 0o644); err != nil {
			return err
		}
	}
	return nil
}
