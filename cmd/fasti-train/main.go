// Command fasti-train learns the models of names from annotated corpora:
//
//	go run ./cmd/fasti-train --data DIR [--lang de] [--out extract/actor/ner/model] [--held 10]
//
// The same data gives the same bytes. See docs/models.md.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"fasti/extract/actor/ner"
	"fasti/internal/train"
)

func main() {
	data := flag.String("data", "", "folder with the training data (names/, lists/)")
	language := flag.String("lang", "", "train only this language")
	out := flag.String("out", "extract/actor/ner/model", "folder to write the models to")
	held := flag.Int("held", 0, "measure on every n-th document, kept apart, and write no model")
	dev := flag.String("measure", "", "also measure on the corpora of this folder")
	flag.Parse()
	if *data == "" {
		fmt.Fprintln(os.Stderr, "fasti-train: --data names no folder")
		os.Exit(2)
	}
	for _, plan := range train.Plans() {
		if *language != "" && plan.Lang != *language {
			continue
		}
		if err := one(plan, *data, *out, *held, *dev); err != nil {
			fmt.Fprintln(os.Stderr, "fasti-train:", err)
			os.Exit(1)
		}
	}
}

func one(plan train.Plan, data, out string, held int, dev string) error {
	log := func(format string, args ...any) { fmt.Fprintf(os.Stderr, plan.Lang+": "+format+"\n", args...) }
	for i := range plan.Corpora {
		plan.Corpora[i].Hold = held
	}
	lists, err := train.ReadLists(data, plan.Lang)
	if err != nil {
		return err
	}
	got, err := train.Run(data, plan, lists, log)
	if err != nil {
		return err
	}
	tagger := ner.NewTagger(got.Model)
	for _, h := range got.Held {
		fmt.Println(train.Summary(h.Name, tagger, h.Docs))
		if os.Getenv("ERR") != "" {
			train.Errors(tagger, h.Docs, func(k, l string) { fmt.Printf("ERR\t%s\t%s\t%q\n", h.Name, k, l) })
		}
	}
	if dev != "" {
		if err := train.MeasureFolder(dev, plan.Lang, tagger, os.Stdout); err != nil {
			return err
		}
	}
	if held > 0 {
		return nil
	}
	f, err := os.Create(filepath.Join(out, plan.Lang+".bin"))
	if err != nil {
		return err
	}
	if err := got.Content.Write(f); err != nil {
		return err
	}
	return f.Close()
}
