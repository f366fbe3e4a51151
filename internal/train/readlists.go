package train

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"unicode"
	"unicode/utf8"
)

// ReadLists reads the lists of names of a language from the data folder.
func ReadLists(data, language string) (*Lists, error) {
	l := NewLists()
	dir := filepath.Join(data, "lists", "popular-names")
	if err := readNames(l, "forename", filepath.Join(dir, "common-forenames-by-country.csv")); err != nil {
		return nil, err
	}
	return l, readNames(l, "surname", filepath.Join(dir, "common-surnames-by-country.csv"))
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
