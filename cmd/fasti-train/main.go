// Command fasti-train learns the models of names from annotated corpora, and
// those of grammar from treebanks:
//
//	go run ./cmd/fasti-train --data DIR [--lang de] [--held 5] [--fold K/5] [--measure DIR] [--errors]
//	go run ./cmd/fasti-train --only reference --data DIR [--lang de] [--fold K/5]
//	go run ./cmd/fasti-train trees --data DIR [--lang de] [--held gsd:1/5] [--out DIR]
//
// Without --data it only measures the models that ship. The same data gives
// the same bytes. docs/models.md says more.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"fasti/extract/actor/ner"
	"fasti/internal/train"
)

type options struct {
	data, out, measure string
	what, reference    string
	fold               fold
	held               int
	errors             bool
}

func main() {
	if len(os.Args) > 1 {
		learn := map[string]func([]string) error{"trees": treesMain, "events": learnEvents}[os.Args[1]]
		if learn != nil {
			if err := learn(os.Args[2:]); err != nil {
				fmt.Fprintf(os.Stderr, "fasti-train %s: %v\n", os.Args[1], err)
				os.Exit(1)
			}
			return
		}
	}
	var o options
	language := flag.String("lang", "", "train only this language")
	flag.StringVar(&o.data, "data", "", "folder with the training data (names/, lists/, ud/)")
	flag.StringVar(&o.out, "out", "extract/actor/ner/model", "folder to write the models to")
	flag.IntVar(&o.held, "held", 0, "keep every n-th document apart, measure on those, and write no model")
	flag.Var(&o.fold, "fold", "K/N: leave the articles out whose name's CRC-32 modulo N is K, and measure on them")
	flag.StringVar(&o.measure, "measure", "", "measure on the corpora of this folder")
	flag.BoolVar(&o.errors, "errors", false, "list the errors of what is measured")
	flag.StringVar(&o.what, "only", "names", "what to learn: names or reference (whom pronouns and nouns stand for)")
	flag.StringVar(&o.reference, "reference", "extract/actor/refer/model", "folder to write the weights of reference to")
	flag.Parse()
	if o.data == "" && o.measure == "" {
		fmt.Fprintln(os.Stderr, "fasti-train: no data (name the folder with --data)")
		os.Exit(2)
	}
	if o.what == "reference" {
		if err := learnReference(*language, o); err != nil {
			fmt.Fprintln(os.Stderr, "fasti-train:", err)
			os.Exit(1)
		}
		return
	}
	for _, plan := range train.Plans() {
		if *language != "" && plan.Lang != *language {
			continue
		}
		do := run
		if o.data == "" {
			do = shipped
		}
		if err := do(plan, o); err != nil {
			fmt.Fprintln(os.Stderr, "fasti-train:", err)
			os.Exit(1)
		}
	}
}

// shipped measures the model that ships.
func shipped(plan train.Plan, o options) error {
	tagger, err := ner.New(plan.Lang)
	if err != nil {
		return err
	}
	return train.MeasureFolder(o.measure, plan.Lang, tagger, o.errors, os.Stdout)
}

func run(plan train.Plan, o options) error {
	log := func(format string, args ...any) { fmt.Fprintf(os.Stderr, plan.Lang+": "+format+"\n", args...) }
	for i := range plan.Corpora {
		if plan.Corpora[i].Hold = o.held; plan.Corpora[i].News && o.fold.of > 0 {
			plan.Corpora[i].Hold, plan.Corpora[i].Fold = o.fold.of, o.fold.number
		}
	}
	lists, err := train.ReadLists(o.data, plan.Lang)
	if err != nil {
		return err
	}
	got, err := train.Run(o.data, plan, lists, log)
	if err != nil {
		return err
	}
	tagger := ner.NewTagger(got.Model)
	for _, h := range got.Held {
		fmt.Println(train.Summary(h.Name, tagger, h.Docs))
		if o.errors {
			train.Errors(tagger, h.Docs, func(kind, line string) { fmt.Printf("%s\t%s\t%q\n", h.Name, kind, line) })
		}
	}
	if o.measure != "" {
		if err := train.MeasureFolder(o.measure, plan.Lang, tagger, o.errors, os.Stdout); err != nil {
			return err
		}
	}
	if o.held > 0 {
		return nil
	}
	f, err := os.Create(filepath.Join(o.out, plan.Lang+".bin"))
	if err != nil {
		return err
	}
	if err := got.Content.Write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
