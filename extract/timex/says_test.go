package timex

import "testing"

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		x    Timex
		want string
	}{
		{Timex{Type: Date, Value: "2024-02-06", EDTF: "2024-02-06"}, "2024-02-06"},
		{Timex{Type: Time, Value: "2024-02-06T20:15", EDTF: "2024-02-06"}, "2024-02-06"},
		{Timex{Type: Date, Value: "2024-03", Mod: "START", EDTF: "2024-03-01/2024-03-10", Third: true}, "2024-03"},
		{Timex{Type: Date, Value: "2019", Mod: "MID", EDTF: "2019-05/2019-08", Third: true}, "2019"},
		{Timex{Type: Date, Value: "196", Mod: "START", EDTF: "1960/1963", Third: true}, "196X"},
		{Timex{Type: Date, Value: "2024-W05", Mod: "START", EDTF: "2024-01-29/2024-01-30", Third: true}, "2024-01-29/2024-01-30"},
		{Timex{Type: Date, Value: "PRESENT_REF"}, ""},
	} {
		if got := c.x.Whole().String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.x, got, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		value string
		n     int
		ok    bool
	}{
		{"P3D", 3, true}, {"P2W", 14, true}, {"PT5H", 0, true}, {"P3M", 0, false}, {"P1Y", 0, false}, {"PXD", 0, false}, {"2024-02-06", 0, false},
	} {
		x := Timex{Type: Duration, Value: c.value}
		if n, ok := x.Days(); n != c.n || ok != c.ok {
			t.Errorf("%s: %d %t, want %d %t", c.value, n, ok, c.n, c.ok)
		}
	}
}
