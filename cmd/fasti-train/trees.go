package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"fasti/internal/train/trees"
)

// treesMain learns the models of grammar: fasti-train trees --data DIR.
func treesMain(args []string) error {
	f := flag.NewFlagSet("fasti-train trees", flag.ExitOnError)
	data := f.String("data", "", "folder with the training data (ud/)")
	language := f.String("lang", "", "train only this language")
	held := f.String("held", "", "keep a part of this corpus apart: NAME:K/N, the K-th of N sentences")
	rounds := f.Int("rounds", 0, "rounds of the parser")
	beam := f.Int("beam", 0, "trees followed at once")
	quick := f.Bool("quick", false, "few rounds, to try something")
	out := f.String("out", "", "folder to write the models to; none: only measure")
	profile := f.String("profile", "", "write a profile of the processor")
	f.Parse(args)
	if *profile != "" {
		w, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer w.Close()
		if err := pprof.StartCPUProfile(w); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	for _, plan := range trees.Plans() {
		if *language != "" && plan.Lang != *language {
			continue
		}
		if *quick {
			plan.Quick()
		}
		if *rounds > 0 {
			plan.Rounds = *rounds
		}
		if *beam > 0 {
			plan.Beam = *beam
		}
		if err := plan.Hold(*held); err != nil {
			return err
		}
		start := time.Now()
		log := func(format string, args ...any) {
			fmt.Fprintf(os.Stderr, "%s %4.0fs: %s\n", plan.Lang, time.Since(start).Seconds(), fmt.Sprintf(format, args...))
		}
		got, err := trees.Run(*data, plan, log)
		if err != nil {
			return err
		}
		for _, name := range got.Names {
			sc := trees.Measure(got.Model, got.Held[name])
			sc.Write(os.Stdout, name)
		}
		if *out == "" {
			continue
		}
		w, err := os.Create(filepath.Join(*out, plan.Lang+".bin"))
		if err != nil {
			return err
		}
		if err := got.Content.Write(w); err != nil {
			w.Close()
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
	}
	return nil
}
