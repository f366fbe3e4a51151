package title

import (
	"slices"
	"strconv"

	"fasti/extract/lang"
)

// weights are the points that each feature of a derivation adds to or takes
// from a title's confidence, in hundredths of a logit: those learned
// (title/weights), and those that no example decides (title/hand).
type weights struct {
	of   map[string]int
	base int
}

func (w *weights) read(pack *lang.Pack) error {
	w.of = map[string]int{}
	rows := append(slices.Clone(pack.Table("title/weights").Rows), pack.Table("title/hand").Rows...)
	for _, r := range rows {
		n, err := strconv.Atoi(r.Field(1))
		if err != nil {
			return r.Errorf("%q is no number", r.Field(1))
		}
		if r.Field(0) == "base" {
			w.base = n
			continue
		}
		w.of[r.Field(0)] = n
	}
	return nil
}

// score is a title's confidence, per cent.
func (w *weights) score(features []string) int { return percent(w.sum(features)) }

// sum is what a title's features weigh, in hundredths of a logit.
func (w *weights) sum(features []string) int {
	sum := w.base
	for _, name := range features {
		sum += w.of[name]
	}
	return sum
}

// percent is the logistic function of hundredths of a logit, by a table so that
// every processor gives the same.
func percent(x int) int {
	for p, at := range logits {
		if x < at {
			return p
		}
	}
	return 99
}

// logits[p] is where the confidence passes from p to p+1 per cent.
var logits = [...]int{
	-460, -389, -348, -318, -294, -275, -259, -244, -231, -220, -209, -199, -190, -182, -173, -166, -159, -152, -145, -139,
	-132, -127, -121, -115, -110, -105, -99, -94, -90, -85, -80, -75, -71, -66, -62, -58, -53, -49, -45, -41,
	-36, -32, -28, -24, -20, -16, -12, -8, -4, 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 41,
	45, 49, 53, 58, 62, 66, 71, 75, 80, 85, 90, 94, 99, 105, 110, 115, 121, 127, 132, 139,
	145, 152, 159, 166, 173, 182, 190, 199, 209, 220, 231, 244, 259, 275, 294, 318, 348, 389, 460,
}
