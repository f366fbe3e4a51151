// Command large writes a site with as many events as asked for, of invented
// people and places, to measure how fasti behaves when a timeline grows:
//
//	go run ./test/large -events 10000 DIR
//	fasti -C DIR --now 2031-01-01 build
//
// The same number gives the same bytes. Actors and places are as unevenly
// spread as in real news: the first actor takes part in a fifth of the events,
// most in a few; a tenth of the events lies in one month.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("events", 1000, "how many events the articles report")
	flag.Parse()
	if flag.NArg() != 1 || *n < 1 {
		log.Fatal("usage: large -events N DIR")
	}
	if err := write(flag.Arg(0), *n); err != nil {
		log.Fatal(err)
	}
}

// world is the cast of the site.
type world struct {
	*rand.Rand
	people, towns, bodies []string
	events                int
}

const years = 20

var first = time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)

// write makes the site: an article for about five events.
func write(dir string, n int) error {
	w := &world{Rand: rand.New(rand.NewPCG(1, uint64(n))), events: n}
	w.cast()
	config := "title: The Long Record\nbaseURL: https://example.org/\nlanguageCode: en\n"
	if err := put(filepath.Join(dir, "hugo.yaml"), config); err != nil {
		return err
	}
	for i := 0; i*5 < n; i++ {
		name := fmt.Sprintf("report-%06d", i)
		if err := put(filepath.Join(dir, "content", "articles", name+".md"), w.article(i)); err != nil {
			return err
		}
	}
	return nil
}

func put(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// cast invents names: a person for ten events, and fewer towns and bodies.
func (w *world) cast() {
	givens := strings.Fields("Anna Boris Clara David Emma Frank Greta Henry Ida Jonas Karin Lukas Maria Nils Olga Peter Rosa Simon Tessa Victor")
	seen := map[string]bool{}
	word := func() string {
		for {
			s := ""
			for range 2 + w.IntN(2) {
				s += string("bdfgklmnprstvw"[w.IntN(14)]) + string("aeiou"[w.IntN(5)])
			}
			s += string("lmnrst"[w.IntN(6)])
			if !seen[s] {
				seen[s] = true
				return strings.ToUpper(s[:1]) + s[1:]
			}
		}
	}
	for range max(20, w.events/10) {
		w.people = append(w.people, givens[w.IntN(len(givens))]+" "+word())
	}
	for range max(10, w.events/100) {
		w.towns = append(w.towns, word())
	}
	for i := range max(10, w.events/100) {
		w.bodies = append(w.bodies, w.towns[i%len(w.towns)]+" "+[]string{"Harbour Board", "City Council", "Trade Union", "Water Company"}[i%4])
	}
}

// pick takes one of the words, the first in a fifth of all cases and the
// others the less often the later they stand.
func (w *world) pick(from []string) string {
	if w.IntN(5) == 0 {
		return from[0]
	}
	u := w.Float64()
	return from[int(u*u*float64(len(from)))]
}

// day is the day of an event; a tenth of them lies in one month.
func (w *world) day() time.Time {
	if w.IntN(10) == 0 {
		return time.Date(2020, 3, 1+w.IntN(31), 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, w.IntN(365*years))
}

// article reports news of yesterday and four earlier events.
func (w *world) article(i int) string {
	day := w.day()
	var b strings.Builder
	news := w.sentence("on " + day.Weekday().String())
	fmt.Fprintf(&b, "---\ntitle: %s\ndate: %s\nlang: en\npublisher: %s\nlink: https://news.example/%d\n---\n",
		strings.TrimSuffix(news, "."), day.AddDate(0, 0, 1).Format(time.DateOnly), []string{"Daily Sound", "The Gazette", "Coast Post", "Evening Mail"}[w.IntN(4)], i)
	fmt.Fprintf(&b, "%s\n", news)
	for k := 1; k < 5; k++ {
		then := w.day()
		if then.After(day) {
			then = day.AddDate(0, 0, -1-w.IntN(900))
		}
		fmt.Fprintf(&b, "\n%s It had taken %d months, a report of the office says.\n", w.sentence("on "+then.Format("2 January 2006")), 2+w.IntN(30))
	}
	return b.String()
}

// sentence reports one event.
func (w *world) sentence(when string) string {
	a, b := w.pick(w.people), w.pick(w.people)
	for b == a {
		b = w.people[w.IntN(len(w.people))]
	}
	town, body := w.pick(w.towns), w.pick(w.bodies)
	switch w.IntN(8) {
	case 0:
		return fmt.Sprintf("%s met %s in %s %s.", a, b, town, when)
	case 1:
		return fmt.Sprintf("The %s elected %s as its chair %s.", body, a, when)
	case 2:
		return fmt.Sprintf("%s opened the new bridge of %s %s.", a, town, when)
	case 3:
		return fmt.Sprintf("Workers of the %s went on strike in %s %s.", body, town, when)
	case 4:
		return fmt.Sprintf("%s accused %s of fraud %s.", a, b, when)
	case 5:
		return fmt.Sprintf("%s and %s signed an agreement in %s %s.", a, b, town, when)
	case 6:
		return fmt.Sprintf("%s resigned as head of the %s %s.", a, body, when)
	default:
		return fmt.Sprintf("A fire destroyed the old mill of %s %s.", town, when)
	}
}
