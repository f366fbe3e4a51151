package train

import (
	"embed"
	"encoding/csv"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor/ner"
)

// The lists that are written by hand: a file a kind, for one language or all.
// A line of more than MaxPhrase words is a list of words, any other one name;
// lines that begin with # are notes.
//
//go:embed lists
var written embed.FS

// ReadLists gathers the lists of names of a language: those written by hand,
// and of the data folder the popular names and the PETRARCH dictionaries.
func ReadLists(data, language string) (*Lists, error) {
	l := NewLists()
	for _, dir := range []string{"lists/all", "lists/" + language} {
		files, err := written.ReadDir(dir)
		if err != nil {
			return nil, fmt.Errorf("lists of names: %w", err)
		}
		for _, f := range files {
			b, err := written.ReadFile(path.Join(dir, f.Name()))
			if err != nil {
				return nil, fmt.Errorf("lists of names: %w", err)
			}
			l.addText(strings.TrimSuffix(f.Name(), ".txt"), string(b))
		}
	}
	dir := filepath.Join(data, "lists", "popular-names")
	if err := readNames(l, "forename", filepath.Join(dir, "common-forenames-by-country.csv")); err != nil {
		return nil, err
	}
	if err := readPetrarch(l, data); err != nil {
		return nil, err
	}
	return l, readNames(l, "surname", filepath.Join(dir, "common-surnames-by-country.csv"))
}

func (l *Lists) addText(kind, text string) {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		if len(words) <= ner.MaxPhrase {
			l.Add(kind, line)
			continue
		}
		for _, w := range words {
			l.Add(kind, w)
		}
	}
}

// readNames adds the Latin spellings of the table of popular names.
func readNames(l *Lists, kind, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("list of names: %w", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("list of names %s: %w", path, err)
	}
	if len(rows) == 0 {
		return nil
	}
	for i, head := range rows[0] {
		if head != "Localized Name" && head != "Romanized Name" {
			continue
		}
		for _, row := range rows[1:] {
			if r, _ := utf8.DecodeRuneInString(row[i]); unicode.Is(unicode.Latin, r) {
				l.Add(kind, row[i])
			}
		}
	}
	return nil
}
