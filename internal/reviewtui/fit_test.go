package reviewtui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A screen fits its terminal: no line is wider, no more lines than it has, and
// the keys stand at the foot.
func TestFit(t *testing.T) {
	s := bold + strings.Repeat("Donaudampfschiff fährt ", 20) + plain + "\n" + strings.Repeat("a line\n", 30) + "said\nkeys\n"
	for _, c := range [][2]int{{80, 24}, {20, 12}, {40, 200}, {0, 0}, {30, 3}} {
		lines := strings.Split(strings.TrimSuffix(fit(s, c[0], c[1]), "\n"), "\n")
		if lines[len(lines)-1] != "keys" || c[1] > footLines+2 && len(lines) > c[1] {
			t.Errorf("%v: %d lines, the last is %q", c, len(lines), lines[len(lines)-1])
		}
		for _, l := range lines {
			if c[0] > 0 && ansi.StringWidth(l) > c[0] && !strings.Contains(l, "lines more") {
				t.Errorf("%v: %q is too wide", c, l)
			}
		}
	}
	if whole := fit(s, 80, 200); strings.Contains(whole, "lines more") || strings.Count(whole, "fährt") != 20 {
		t.Error("something is left out though there is room")
	}
}
