// Command pages measures how well pages are imported, on a folder of pages with
// known answers that somebody else keeps: none is part of this repository. It
// prints, as one line of JSON, the F1 of the text's words (mean over pages), the
// F1 of pieces that must or must not stand in the text (over all pages), how
// many days are right, wrong and missing, and time and memory.
//
//	go run ./test/pages -answers ground-truth.json PAGES
//
// The answers are a JSON object from a page's name (without ending) to
// {"articleBody": "…", "date": "2024-02-07"}, each of which may be missing: the
// form of the article-extraction-benchmark of scrapinghub. Suites that list
// pieces give "with" and "without" (lists of pieces), those that were got from
// known addresses "link". PAGES holds NAME.html or NAME.html.gz.
package main

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"fasti/extract/article"
	"fasti/internal/importer"
)

type answer struct {
	Body    string   `json:"articleBody"`
	Date    string   `json:"date"`
	Link    string   `json:"link"`
	With    []string `json:"with"`    // pieces that stand in the text
	Without []string `json:"without"` // pieces that are furniture

	notes string // of the importer
}

// result is what is printed.
type result struct {
	Pages        int     `json:"pages"`
	F1           float64 `json:"token_f1"`
	PieceF1      float64 `json:"piece_f1"` // of all pieces of all pages
	PiecesLost   int     `json:"pieces_lost"`
	PiecesKept   int     `json:"pieces_kept"` // furniture that stands in the text
	DayRight     int     `json:"day_right"`
	DayWrong     int     `json:"day_wrong"`
	DayMissing   int     `json:"day_missing"`
	MedianMillis float64 `json:"median_ms"`
	MaxHeapMB    uint64  `json:"heap_mb"`
}

func main() {
	answers := flag.String("answers", "", "the JSON `file` of known answers")
	list := flag.Bool("list", false, "print a line for each page, worst first to be looked at")
	flag.Parse()
	if *answers == "" || flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*answers, flag.Arg(0), *list); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(answers, folder string, list bool) error {
	b, err := os.ReadFile(answers)
	if err != nil {
		return err
	}
	var want map[string]answer
	if err := json.Unmarshal(b, &want); err != nil {
		return fmt.Errorf("%s: %w", answers, err)
	}
	im, err := importer.New()
	if err != nil {
		return err
	}
	names := make([]string, 0, len(want))
	for n := range want {
		names = append(names, n)
	}
	slices.Sort(names)
	var r result
	var sum float64
	pieces := 0
	var times []time.Duration
	for _, n := range names {
		data, err := page(filepath.Join(folder, n))
		if err != nil {
			return err
		}
		from := time.Now()
		got := read(im, data, n, want[n].Link)
		times = append(times, time.Since(from))
		f := f1(words(want[n].Body), words(got.Body))
		if want[n].Body != "" {
			r.Pages++
			sum += f
		}
		r.day(want[n].Date, got.Date)
		lost, kept := missing(want[n].With, got.Body), len(want[n].Without)-missing(want[n].Without, got.Body)
		pieces += len(want[n].With)
		r.PiecesLost, r.PiecesKept = r.PiecesLost+lost, r.PiecesKept+kept
		if list {
			fmt.Printf("%.3f %s %s/%s lost %d kept %d\t%s\n", f, n, want[n].Date, got.Date, lost, kept, got.notes)
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		r.MaxHeapMB = max(r.MaxHeapMB, m.HeapInuse>>20)
	}
	slices.Sort(times)
	if len(times) > 0 {
		r.MedianMillis = float64(times[len(times)/2].Microseconds()) / 1000
	}
	if r.Pages > 0 {
		r.F1 = sum / float64(r.Pages)
	}
	if pieces > 0 {
		there := 2 * float64(pieces-r.PiecesLost)
		r.PieceF1 = there / (there + float64(r.PiecesLost+r.PiecesKept))
	}
	return json.NewEncoder(os.Stdout).Encode(r)
}

func (r *result) day(want, got string) {
	switch {
	case want == "":
	case got == "":
		r.DayMissing++
	case got == want[:min(10, len(want))]:
		r.DayRight++
	default:
		r.DayWrong++
	}
}

// page reads a page, packed or not.
func page(path string) ([]byte, error) {
	if b, err := os.ReadFile(path + ".html"); err == nil {
		return b, nil
	}
	f, err := os.Open(path + ".html.gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// read gives the text and the day of a page; a page without an article gives
// neither.
func read(im *importer.Importer, data []byte, name, link string) answer {
	found, err := im.Read(data, importer.Options{Source: name + ".html", Link: link})
	if err != nil {
		return answer{notes: err.Error()}
	}
	a := found.Articles[0]
	var text article.Article
	for _, part := range found.Articles { // entries of a ticker belong to the page
		var t article.Article
		t.ReadMarkdown(part.Body)
		text.Text += t.Text + "\n"
	}
	return answer{Body: text.Text, Date: a.Date[:min(10, len(a.Date))], notes: strings.Join(a.Notes, "; ")}
}

// missing counts the pieces that do not stand in a text.
func missing(pieces []string, text string) int {
	n := 0
	for _, p := range pieces {
		if !strings.Contains(text, p) {
			n++
		}
	}
	return n
}

func words(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		m[w]++
	}
	return m
}

// f1 is the harmonic mean of precision and recall over words, each as often as
// it stands.
func f1(want, got map[string]int) float64 {
	both, all := 0, 0
	for w, n := range want {
		both += min(n, got[w])
		all += n
	}
	for _, n := range got {
		all += n
	}
	if all == 0 {
		return 1
	}
	return 2 * float64(both) / float64(all)
}
