package refer

import (
	"bufio"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Weights are what features are worth. A weight says how much better a choice
// is that has the feature.
type Weights map[Feature]int32

//go:embed model/*.tsv
var models embed.FS

// ErrNoModel says that no weights ship for a language.
var ErrNoModel = errors.New("no weights of reference for this language")

// shipped reads the weights of a language.
func shipped(language string) (Weights, error) {
	b, err := models.ReadFile("model/" + language + ".tsv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoModel
	}
	if err != nil {
		return nil, err
	}
	return ReadWeights(b)
}

// ReadWeights reads a table of weights: a feature, a tab, a whole number.
func ReadWeights(b []byte) (Weights, error) {
	w := Weights{}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		f, err := parseFeature(name)
		if err != nil {
			return nil, fmt.Errorf("weights of reference, line %d: %w", n, err)
		}
		v, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			return nil, fmt.Errorf("weights of reference, line %d: %q is no whole number", n, value)
		}
		w[f] = int32(v)
	}
	return w, lines.Err()
}

// Judge is part of Judge: the choice with the greatest sum of weights, the first of equals.
func (w Weights) Judge(_ *Scene, q *Question) int {
	best := 0
	for i := range q.Choices {
		c := &q.Choices[i]
		c.Score = 0
		for _, f := range c.Features {
			c.Score += int(w[f])
		}
		if c.Score > q.Choices[best].Score {
			best = i
		}
	}
	return best
}
