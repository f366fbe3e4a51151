// Command gate holds that fasti does not become slower: it builds a generated
// site whole, after one article has changed, after one event was edited, and with
// nothing changed, and writes between two builds the bytes of the site with a program that does
// nothing else, the floor. Machines differ, and a busy one slows all; so ratios
// are compared with those that were noted, and 1.5 times one fails: of the whole
// build to the floor, of the others to the whole build. A ratio that was not
// noted is only printed: that to the floor depends on the disk as well, and is to
// be noted on the machine that compares it.
//
//	go run ./test/gate FASTI              compare, exit code 1 if it is slower
//	go run ./test/gate -note FASTI        note the ratios of this state
//
// Times are those of the processors, of the program and the system, the least of
// three rounds.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

const (
	events   = 300
	rounds   = 3
	copies   = 4   // the floor writes so many sites, since one is too quick to be measured
	tolerate = 1.5 // times the noted ratio
	noted    = "test/gate/ratios.json"
)

func main() {
	log.SetFlags(0)
	note := flag.Bool("note", false, "note the ratios instead of comparing them")
	floor := flag.String("floor", "", "be the floor: write the files of this `folder` anew")
	flag.Parse()
	var err error
	switch {
	case *floor != "":
		err = writeAgain(*floor)
	case flag.NArg() != 1:
		log.Fatal("usage: gate [-note] FASTI")
	default:
		err = run(flag.Arg(0), *note)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func run(fasti string, note bool) error {
	dir, err := os.MkdirTemp("", "gate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fasti, err = filepath.Abs(fasti)
	if err != nil {
		return err
	}
	least, err := measure(fasti, dir)
	if err != nil {
		return err
	}
	now := map[string]float64{}
	for _, r := range []struct{ what, of string }{{"whole", "floor"}, {"changed", "whole"}, {"edited", "whole"}, {"nothing", "whole"}} {
		now[r.what] = float64(least[r.what]) / float64(least[r.of])
		fmt.Printf("%-8s %6d ms, %.3f of %s (%d ms)\n", r.what, least[r.what].Milliseconds(), now[r.what], r.of, least[r.of].Milliseconds())
	}
	if note {
		b, err := json.MarshalIndent(now, "", " ")
		if err != nil {
			return err
		}
		return os.WriteFile(noted, append(b, '\n'), 0o644)
	}
	return compare(now)
}

// compare fails if a ratio is too far above the noted one.
func compare(now map[string]float64) error {
	b, err := os.ReadFile(noted)
	if err != nil {
		return err
	}
	var was map[string]float64
	if err := json.Unmarshal(b, &was); err != nil {
		return fmt.Errorf("%s: %w", noted, err)
	}
	var slower []string
	if len(was) == 0 {
		return fmt.Errorf("%s has no ratio", noted)
	}
	for what, ratio := range was {
		if now[what] > ratio*tolerate {
			slower = append(slower, fmt.Sprintf("%s: %.3f, noted %.3f", what, now[what], ratio))
		}
	}
	if len(slower) > 0 {
		slices.Sort(slower)
		return fmt.Errorf("slower than %.1f times what was noted: %v", tolerate, slower)
	}
	return nil
}

// measure gives the least time of each kind of build, and of the floor.
func measure(fasti, dir string) (map[string]time.Duration, error) {
	least := map[string]time.Duration{}
	take := func(what string, cmd *exec.Cmd) error {
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		d := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		if had, ok := least[what]; !ok || d < had {
			least[what] = d
		}
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	for i := range rounds {
		site := filepath.Join(dir, fmt.Sprint(i))
		if out, err := exec.Command("go", "run", "./test/large", "-events", fmt.Sprint(events), site).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("test/large: %w\n%s", err, out)
		}
		build := func() *exec.Cmd { return exec.Command(fasti, "-q", "-C", site, "--now", "2031-01-01", "build") }
		if err := take("whole", build()); err != nil {
			return nil, err
		}
		if err := change(filepath.Join(site, "content", "articles", "report-000007.md")); err != nil {
			return nil, err
		}
		if err := take("changed", build()); err != nil {
			return nil, err
		}
		if err := edit(filepath.Join(site, "content", "events")); err != nil {
			return nil, err
		}
		if err := take("edited", build()); err != nil {
			return nil, err
		}
		if err := take("nothing", build()); err != nil {
			return nil, err
		}
		if err := take("floor", exec.Command(self, "-floor", filepath.Join(site, "public"))); err != nil {
			return nil, err
		}
	}
	return least, nil
}

// change lets an article report one event more.
func change(article string) error {
	f, err := os.OpenFile(article, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString("\n\nVictor Mofet accused Greta Pelas of fraud on 14 March 2019.\n")
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// edit gives the first event of a folder another title, as a person does.
func edit(events string) error {
	files, err := filepath.Glob(filepath.Join(events, "2015", "*.md"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no event of 2015 in %s: %v", events, err)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		return err
	}
	return os.WriteFile(files[0], bytes.Replace(b, []byte("\ntitle: "), []byte("\ntitle: Afterwards, "), 1), 0o644)
}

// writeAgain reads the files of a folder and writes them to new ones.
func writeAgain(from string) error {
	files := map[string][]byte{}
	err := filepath.WalkDir(from, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[p], err = os.ReadFile(p)
		return err
	})
	if err != nil {
		return err
	}
	for i := range copies {
		to := fmt.Sprintf("%s-%d", from, i)
		for p, b := range files {
			rel, err := filepath.Rel(from, p)
			if err != nil {
				return err
			}
			at := filepath.Join(to, rel)
			if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(at, b, 0o644); err != nil {
				return err
			}
		}
		if err := os.RemoveAll(to); err != nil {
			return err
		}
	}
	return nil
}
