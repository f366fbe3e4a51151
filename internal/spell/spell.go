// Package spell finds the word that somebody meant who misspelt it.
package spell

import "strings"

// Near gives the word of the list that s was meant to be, "" if none is near:
// one with other capitals, hyphens or underscores, else one that is a slip
// away, else, of words of six letters and more, two slips. A slip is a letter
// more, less, another, or two swapped. The first of equals wins.
func Near(s string, words []string) string {
	best, least := "", 3
	for _, w := range words {
		d := Slips(fold(s), fold(w))
		if allowed := 1 + boolean(len(w) >= 6); d <= allowed && d < least && d < len(fold(w)) {
			best, least = w, d
		}
	}
	return best
}

// fold takes away what people mix up in keys without misspelling them.
func fold(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Slips counts the slips between two words (optimal string alignment).
// Words of more than 64 letters are not compared: they are as far as they are long.
func Slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 || len(y) > 64 {
		return max(len(x), len(y))
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+1-boolean(x[i] == y[j]))
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
