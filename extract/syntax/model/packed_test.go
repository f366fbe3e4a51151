package model

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// A narrow table gives the scores of a wide one: of rows with one weight, with
// some and with most, of weights at both ends of their range, of features that
// have no row, and in any number.
func TestNarrowIsAsWide(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	weights := []int16{-32768, 32767, -1, 0, 1, 300, -4000}
	var rows []Row
	for key := range uint32(3000) {
		row := Row{Key: (key + 1) * 1431655}
		many := [...]int{1, 1, 1, 3, 19, 20, 63, 64}[r.IntN(8)]
		for _, class := range r.Perm(64)[:many] {
			row.Cells = append(row.Cells, Cell{uint8(class), weights[r.IntN(len(weights))]})
		}
		rows = append(rows, row)
	}
	for _, rels := range []int{31, 12, 3} {
		fit := rows
		if rels < 31 { // as many classes as there are actions
			fit = nil
			for _, row := range rows {
				row.Cells = append([]Cell(nil), row.Cells...)
				for i := range row.Cells {
					row.Cells[i].Class %= uint8(actions(rels))
				}
				fit = append(fit, row)
			}
		}
		narrow, wide := newTable(fit, actions(rels)), newTable(fit, lanes+1)
		if !narrow.narrow || rels == 31 && len(narrow.dense) == 0 {
			t.Fatalf("%d relations: no narrow table, or no dense row", rels)
		}
		for _, many := range []int{0, 1, 60, 128, 129, 200} {
			var features []uint64
			for range many {
				key := uint64(fit[r.IntN(len(fit))].Key)
				if r.IntN(5) == 0 {
					key++
				}
				features = append(features, key<<32|uint64(r.Uint32()))
			}
			got, want := make([]int32, actions(rels)), make([]int32, actions(rels))
			narrow.Score(features, got)
			wide.Score(features, want)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%d relations, %d features: %v, want %v", rels, many, got, want)
			}
		}
	}
	if newTable(rows, actions(32)).narrow {
		t.Error("66 actions are taken for 64")
	}
}
