package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fasti/extract/syntax/model"
	"fasti/internal/train/trees"
)

// grammarOptions are the flags of fasti-train trees.
type grammarOptions struct {
	data, language, held, keep, out, model, list, from string
	rounds, beam                                       int
	taggers, quick                                     bool
}

func grammarFlags(args []string) grammarOptions {
	f := flag.NewFlagSet("fasti-train trees", flag.ExitOnError)
	var o grammarOptions
	f.StringVar(&o.data, "data", "", "folder with the training data (ud/, names/)")
	f.StringVar(&o.language, "lang", "", "train only this language")
	f.StringVar(&o.held, "held", "", "keep a part of a corpus apart and measure on it: NAME:K/N, the K-th of every N sentences (gsd:1/5)")
	f.StringVar(&o.keep, "keep", "", "folder to keep the taggers in; the next run takes them from there instead of learning them")
	f.StringVar(&o.out, "out", "", "folder to write the models to (extract/syntax/model/data); none: only measure")
	f.StringVar(&o.model, "model", "", "learn nothing: measure this model file (de.bin, en.bin)")
	f.StringVar(&o.list, "errors", "", "with --model: list the errors of these relations (nsubj,obj)")
	f.IntVar(&o.rounds, "rounds", 0, "rounds of the parser; 0: as planned")
	f.IntVar(&o.beam, "beam", 0, "trees followed at once; 0: as planned")
	f.StringVar(&o.from, "from", "", "with --keep: folder with a model whose parser stays; only the relations are learned anew")
	f.BoolVar(&o.taggers, "taggers", false, "learn only the taggers, and keep them")
	f.BoolVar(&o.quick, "quick", false, "few rounds, to try something")
	f.Parse(args)
	return o
}

// treesMain learns the models of grammar: fasti-train trees --data DIR.
func treesMain(args []string) error {
	o := grammarFlags(args)
	if o.data == "" {
		return errors.New("no data (name the folder with --data)")
	}
	if o.model != "" {
		return measureModel(o)
	}
	for _, plan := range trees.Plans() {
		if o.language != "" && plan.Lang != o.language {
			continue
		}
		if o.quick {
			plan.Quick()
		}
		if o.rounds > 0 {
			plan.Rounds = o.rounds
		}
		if o.beam > 0 {
			plan.Beam = o.beam
		}
		plan.Keep, plan.TaggersOnly = o.keep, o.taggers
		if err := plan.Hold(o.held); err != nil {
			return err
		}
		if o.from != "" {
			c, err := readContent(filepath.Join(o.from, plan.Lang+".bin"))
			if err != nil {
				return err
			}
			plan.From = c
		}
		if err := learnGrammar(plan, o); err != nil {
			return err
		}
	}
	return nil
}

func learnGrammar(plan trees.Plan, o grammarOptions) error {
	start := time.Now()
	log := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%s %4.0fs: %s\n", plan.Lang, time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	got, err := trees.Run(o.data, plan, log)
	if err != nil || o.taggers {
		return err
	}
	for _, name := range got.Names {
		sc := trees.Measure(got.Model, got.Held[name])
		sc.Write(os.Stdout, name)
	}
	if o.out == "" {
		return nil
	}
	w, err := os.Create(filepath.Join(o.out, plan.Lang+".bin"))
	if err != nil {
		return err
	}
	if err := got.Content.Write(w); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

func readContent(path string) (*model.Content, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return model.ReadContent(f)
}

// measureModel measures a model file on the parts that its plan keeps apart.
func measureModel(o grammarOptions) error {
	c, err := readContent(o.model)
	if err != nil {
		return err
	}
	m := c.Model()
	if o.beam > 0 {
		m.Parser.Beam = o.beam
	}
	for _, plan := range trees.Plans() {
		if plan.Lang+".bin" != filepath.Base(o.model) {
			continue
		}
		if err := plan.Hold(o.held); err != nil {
			return err
		}
		names, held, err := trees.Held(o.data, plan)
		if err != nil {
			return err
		}
		for _, name := range names {
			sc := trees.Measure(m, held[name])
			sc.Write(os.Stdout, name)
			if o.list != "" {
				trees.WriteErrors(os.Stdout, m, held[name], o.list)
			}
		}
	}
	return nil
}
