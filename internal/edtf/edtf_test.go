package edtf_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"fasti/internal/edtf"
)

// rows reads a case file: fields apart by bars, # for notes.
func rows(t testing.TB, name string, fields int) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "|")
		if len(row) != fields {
			t.Fatalf("%s: %d fields instead of %d: %q", name, len(row), fields, line)
		}
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		out = append(out, row)
	}
	return out
}

func TestSpecification(t *testing.T) {
	for _, row := range rows(t, "spec.txt", 5) {
		d, err := edtf.Parse(row[0])
		if err != nil {
			t.Errorf("%s: %v", row[0], err)
			continue
		}
		if d.String() != row[0] {
			t.Errorf("%s prints as %s", row[0], d)
		}
		if got := d.Precision().String(); got != row[1] {
			t.Errorf("%s: precision %q, want %q", row[0], got, row[1])
		}
		first, ok := d.Earliest()
		checkDay(t, row[0]+" earliest", first, ok, row[2], 1, 1)
		last, ok := d.Latest()
		checkDay(t, row[0]+" latest", last, ok, row[3], 12, 31)
		marks := ""
		for _, m := range []struct {
			has  bool
			mark string
		}{{d.Uncertain(), "?"}, {d.Approximate(), "~"}, {d.YearUnknown(), "X"}} {
			if m.has {
				marks += m.mark
			}
		}
		if marks != row[4] {
			t.Errorf("%s: marks %q, want %q", row[0], marks, row[4])
		}
	}
}

// checkDay compares a bound. Years of more than four digits stand for their
// first or last day.
func checkDay(t *testing.T, what string, d edtf.Day, ok bool, want string, month, day int) {
	t.Helper()
	if want == "-" {
		if ok {
			t.Errorf("%s is %s, want none", what, d)
		}
		return
	}
	if !ok {
		t.Errorf("%s: none, want %s", what, want)
		return
	}
	if strings.HasPrefix(want, "Y") {
		y, err := strconv.Atoi(want[1:])
		if err != nil {
			t.Fatal(err)
		}
		if d != (edtf.Day{Year: y, Month: month, Day: day}) {
			t.Errorf("%s is %v, want %s", what, d, want)
		}
		return
	}
	if d.String() != want {
		t.Errorf("%s is %s, want %s", what, d, want)
	}
}

func TestWrong(t *testing.T) {
	for _, row := range rows(t, "wrong.txt", 3) {
		_, err := edtf.Parse(row[0])
		var e *edtf.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want one with a position", row[0], err)
			continue
		}
		if got := strconv.Itoa(e.Pos + 1); got != row[1] || e.Msg != row[2] {
			t.Errorf("%s: %s: %s\nwant %s: %s", row[0], got, e.Msg, row[1], row[2])
		}
	}
	if _, err := edtf.Parse(""); err == nil {
		t.Error("the empty text is a date")
	}
	if _, err := edtf.Parse("{" + strings.Repeat("2024,", 1000) + "2024}"); err == nil {
		t.Error("a text beyond MaxLength is a date")
	}
}

// Each line stands before the next on a timeline.
var ordered = []string{
	"../2024-02-08", "/2024-02-08", "-1985", "-0043", "0000", "1XXX", "196X", "1985",
	"2023-12", "2023-12-01/2023-12-24", "2023-12-01", "2024", "2024-40", "2024-33", "2024-01",
	"2024-02-05/..", "2024-02-05/2024-02-08", "[2024-02-05..2024-02-06]", "2024-02-05",
	"2024-02-05T08:00:00", "2024-02-05T20:30:00", "2024-02-05~", "2024-02-06", "Y170000002",
	"XXXX", "XXXX-02", "XXXX-02-29", "XXXX-10", "XXXX-10-07", "XXXX-12-30/XXXX-01-02",
}

func TestCompare(t *testing.T) {
	var dates []edtf.Date
	for _, s := range ordered {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(s, err)
		}
		dates = append(dates, d)
	}
	dates = append(dates, edtf.Date{})
	for i, a := range dates {
		for j, b := range dates {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			// The same day and width is ordered by text: ~ comes after nothing.
			if got := edtf.Compare(a, b); got != want && !sameSpan(a, b) {
				t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, want)
			}
			if edtf.Compare(a, b) != -edtf.Compare(b, a) {
				t.Errorf("Compare(%s, %s) is not the mirror image", a, b)
			}
		}
	}
}

func sameSpan(a, b edtf.Date) bool {
	a0, ok0 := a.Earliest()
	b0, ok1 := b.Earliest()
	a1, ok2 := a.Latest()
	b1, ok3 := b.Latest()
	return ok0 == ok1 && ok2 == ok3 && a0 == b0 && a1 == b1 && !a.YearUnknown() && !b.YearUnknown()
}

func TestOverlapsAndContains(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool // contains: a contains b
	}{
		{"2024-02", "2024-02-06", true, true},
		{"2024-02-06", "2024-02", true, false},
		{"2024-02-05/2024-02-08", "2024-02-08/2024-02-10", true, false},
		{"2024-02-05/2024-02-08", "2024-02-09", false, false},
		{"2024-02-05/..", "2030", true, true},
		{"2024-02-05/..", "2024-02-04", false, false},
		{"../2024-02-05", "2024-02-05", true, true},
		{"[2024-01-29,2024-01-31]", "2024-01-30", false, false},
		{"[2024-01-29..2024-01-31]", "2024-01-30", true, true},
		{"2024-01", "[2024-01-29,2024-02-01]", true, false},
		{"196X", "1969-12-31", true, true},
		{"XXXX-10-07", "2023-10-07", true, false},
		{"XXXX-10-07", "2023-10-08", false, false},
		{"XXXX-10-07", "2023", true, false},
		{"XXXX-10-07", "XXXX-10", true, false},
		{"XXXX-10-07", "XXXX-10-07", true, true},
		{"XXXX-10-07", "XXXX-11", false, false},
		{"XXXX-02-29", "2023", false, false},
		{"XXXX-02-29", "2023/2025", true, false},
		{"XXXX-12-30/XXXX-01-02", "2024-01-01", true, false},
		{"XXXX-10-07", "2023/..", true, false},
		{"-0044/-0043", "-0043", true, true},
		{"1985/XXXX-05", "2024", true, true},
		{"1985/XXXX-05", "1984", false, false},
		{"XXXX-05/1985", "1984", true, true},
	} {
		a, b := edtf.Must(c.a), edtf.Must(c.b)
		if a.IsZero() || b.IsZero() {
			t.Fatal("a case is no date:", c)
		}
		if got := edtf.Overlaps(a, b); got != c.overlaps {
			t.Errorf("Overlaps(%s, %s) = %v", a, b, got)
		}
		if got := edtf.Overlaps(b, a); got != c.overlaps {
			t.Errorf("Overlaps(%s, %s) = %v", b, a, got)
		}
		if got := edtf.Contains(a, b); got != c.contains {
			t.Errorf("Contains(%s, %s) = %v", a, b, got)
		}
	}
	if edtf.Overlaps(edtf.Date{}, edtf.Must("2024")) || edtf.Contains(edtf.Date{}, edtf.Date{}) {
		t.Error("no date overlaps or contains something")
	}
}

func TestParts(t *testing.T) {
	d := edtf.Must("?2004-06-~11/2005-34%")
	s, e := d.Start(), d.End()
	if s.Year != 2004 || s.Month != 6 || s.Day != 11 || s.YearQ != edtf.Uncertain || s.MonthQ != 0 || s.DayQ != edtf.Approximate {
		t.Errorf("start is %+v", s)
	}
	if e.Year != 2005 || e.Season != 34 || e.MonthQ != edtf.Uncertain|edtf.Approximate || e.YearQ != e.MonthQ {
		t.Errorf("end is %+v", e)
	}
	if d = edtf.Must("2004-06~-11"); d.Start().DayQ != 0 || d.Start().MonthQ != edtf.Approximate {
		t.Errorf("%s is %+v", d, d.Start())
	}
	if d = edtf.Must("1985-04-12/.."); !d.End().Open || d.End().Unknown {
		t.Errorf("%s ends %+v", d, d.End())
	}
	if d = edtf.Must("1985-04-12/"); d.End().Open || !d.End().Unknown {
		t.Errorf("%s ends %+v", d, d.End())
	}
	if c := edtf.Must("1985-04-12T23:20:30+04:30").Start().Clock; c.Hour != 23 || c.Minute != 20 || c.Second != 30 || c.Offset != 270 || !c.Zoned {
		t.Errorf("clock is %+v", c)
	}
	if got := len(edtf.Must("{1667,1668,1670..1672}").Elements()); got != 3 {
		t.Errorf("%d elements", got)
	}
}
