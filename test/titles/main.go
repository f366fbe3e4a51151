// Command titles draws published titles to be judged, and learns the weights
// of a title's confidence.
//
//	titles draw  [-n 300] [-seed 13] [-verdicts FILE] [-without FILE,…] DIR   a list: article, day, form, confidence, title, verdict
//	titles learn [-verdicts FILE] DIR                       the table title/weights
//	titles calibrate -verdicts FILE DIR                     how often titles of each confidence are printable
//	titles show  DIR                                        every wording with its features
//
// DIR holds texts/NAME.md (title, date, lang in the front matter) and, to learn
// from, gold/NAME.json (events with when, accept, sentences and an editor's
// title). The same arguments give the same list on every machine.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "titles:", err)
		os.Exit(1)
	}
}

// options are the flags of all calls.
type options struct {
	n        int
	seed     string
	verdicts string
	without  string
	dir      string
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("say draw, learn, calibrate or show, and the folder of the articles")
	}
	var o options
	f := flag.NewFlagSet(args[0], flag.ContinueOnError)
	f.IntVar(&o.n, "n", 300, "how many titles to draw")
	f.StringVar(&o.seed, "seed", "13", "another seed draws others")
	f.StringVar(&o.verdicts, "verdicts", "", "a list with verdicts, as draw prints it")
	f.StringVar(&o.without, "without", "", "lists whose events are not drawn")
	if err := f.Parse(args[1:]); err != nil {
		return err
	}
	if o.dir = f.Arg(0); o.dir == "" {
		return fmt.Errorf("say the folder of the articles")
	}
	switch args[0] {
	case "draw":
		return draw(o)
	case "learn":
		return learn(o)
	case "calibrate":
		return calibrate(o)
	case "show":
		return show(o)
	}
	return fmt.Errorf("no call %q", args[0])
}
