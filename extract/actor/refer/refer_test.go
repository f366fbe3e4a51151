package refer

import (
	"strings"
	"testing"

	"fasti/extract/lang"
)

func TestFeatureNames(t *testing.T) {
	for i := range table {
		if table[i].name == "" {
			t.Errorf("template %d has no name", i)
			continue
		}
		values := make([]uint8, len(table[i].fields))
		for k, f := range table[i].fields {
			values[k] = uint8(max(len(f)-1, 3))
		}
		f := feature(uint8(i), values...)
		if got, err := parseFeature(f.String()); err != nil || got != f {
			t.Errorf("%s reads as %s, %v", f, got, err)
		}
	}
}

func TestReadWeights(t *testing.T) {
	w, err := ReadWeights([]byte("# note\n\ndistance m subject 1\t-12\n"))
	if err != nil || w[feature(tDist, uint8(he), uint8(subject), 1)] != -12 {
		t.Fatal(w, err)
	}
	for _, bad := range []string{"distance m subject\t1", "nothing m\t1", "distance m subject soon\t1", "distance m subject 1\tmany", "distance m subject 1"} {
		if _, err := ReadWeights([]byte("\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestShipped reads what ships, and that every feature of it is one that the
// code still makes: a value beyond its names only where it counts cues.
func TestShipped(t *testing.T) {
	for _, l := range []string{"de", "en"} {
		pack, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := New(pack, nil); err != nil {
			t.Error(err)
		}
		w, err := shipped(l)
		if err != nil || len(w) < 1000 {
			t.Errorf("%s: %d weights, %v", l, len(w), err)
		}
	}
}

func TestChoose(t *testing.T) {
	w := Weights{feature(tNone, uint8(he), uint8(subject)): 5, feature(tDist, uint8(he), uint8(subject), 0): 6}
	q := &Question{Choices: []Choice{
		{Entity: -1, Features: []Feature{feature(tNone, uint8(he), uint8(subject))}},
		{Entity: 3, Features: []Feature{feature(tDist, uint8(he), uint8(subject), 0)}},
		{Entity: 4, Features: []Feature{feature(tDist, uint8(he), uint8(subject), 0)}},
	}}
	if got := w.Judge(nil, q); got != 1 {
		t.Errorf("choice %d, want the first of the best", got)
	}
}

func TestClassFits(t *testing.T) {
	for _, c := range []struct {
		class, of  string
		fits, sure bool
	}{
		{"company", "company", true, true}, {"company", "bank", true, true}, {"company", "", true, false}, {"company", "party", false, false},
		{"fighters", "group", true, true}, {"fighters", "army", false, false}, {"town", "building", false, false}, {"office", "other", true, false},
	} {
		if fits, sure := ClassFits(c.class, c.of); fits != c.fits || sure != c.sure {
			t.Errorf("%s of %s: %v, %v", c.class, c.of, fits, sure)
		}
	}
}
