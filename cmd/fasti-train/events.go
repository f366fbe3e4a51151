package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"fasti/extract"
	"fasti/extract/event/model"
	"fasti/internal/train/events"
)

// learnEvents is "fasti-train events": it learns the weights by which events
// are judged.
func learnEvents(args []string) error {
	flags := flag.NewFlagSet("fasti-train events", flag.ExitOnError)
	data := flags.String("data", "", "folder with the marked articles (texts/, gold/)")
	out := flags.String("out", "extract/event/model", "folder to write the models to")
	cross := flags.String("cross", "", "write what models find in articles that they have not seen to this file, as `lines` of JSON, and no models")
	lengths := flags.Bool("by-length", false, "with --cross: learn from the short articles and measure on the long ones, and the other way round, instead of by fifths")
	ridge := flags.Float64("ridge", 10, "how strongly weights are held near 0")
	partRidge := flags.Float64("part-ridge", 5, "the same for the weights of who takes part")
	only := flags.String("only", "", "learn only this model (part), beside the others that are built in")
	_ = flags.Parse(args)
	if *data == "" {
		return fmt.Errorf("no data (name the folder with --data)")
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	t := &events.Trainer{Ridge: *ridge, PartRidge: *partRidge, Only: *only, Log: func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }}
	if t.Articles, err = events.Read(*data, x); err != nil {
		return err
	}
	if *cross != "" {
		f, err := os.Create(*cross)
		if err != nil {
			return err
		}
		defer f.Close()
		w := bufio.NewWriter(f)
		part, parts := events.ByFold, events.Folds
		if *lengths {
			part, parts = events.ByLength, 2
		}
		if err := t.Cross(w, part, parts); err != nil {
			return err
		}
		return w.Flush()
	}
	set, err := t.Learn(func(*events.Article) bool { return true })
	if err != nil {
		return err
	}
	for name, table := range map[string]*model.Table{"want.tsv": set.Want, "join.tsv": set.Join, "told.tsv": set.Told, "kind.tsv": set.Kind, "part.tsv": set.Part} {
		if err := writeModel(filepath.Join(*out, name), table); err != nil {
			return err
		}
	}
	return nil
}

// credit is the line that goes with what is learned.
const credit = "Wikinews contributors, CC BY 2.5; annotations of the fasti project"

func writeModel(path string, t *model.Table) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := t.Write(f, "Learned by fasti-train events from: "+credit+".", "Weights are thousandths of log odds."); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
