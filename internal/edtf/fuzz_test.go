package edtf_test

import (
	"testing"

	"fasti/internal/edtf"
)

func FuzzParse(f *testing.F) {
	for _, row := range rows(f, "spec.txt", 5) {
		f.Add(row[0], "2024-02-06")
	}
	for _, row := range rows(f, "wrong.txt", 3) {
		f.Add(row[0], "XXXX-10-07")
	}
	f.Fuzz(func(t *testing.T, s, other string) {
		d, err := edtf.Parse(s)
		if err != nil {
			e := err.(*edtf.Error)
			if e.Pos < 0 || e.Pos > len(s) || e.Msg == "" {
				t.Fatalf("%q: position %d, message %q", s, e.Pos, e.Msg)
			}
			return
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d || d.String() != s {
			t.Fatalf("%q prints as %q, read as %v, %v", s, d, again, err)
		}
		first, ok0 := d.Earliest()
		last, ok1 := d.Latest()
		if ok0 && !first.Valid() || ok1 && !last.Valid() || ok0 && ok1 && first.Ordinal() > last.Ordinal() {
			t.Fatalf("%s runs from %v to %v", d, first, last)
		}
		if edtf.Compare(d, d) != 0 || !edtf.Overlaps(d, d) || !edtf.Contains(d, d) {
			t.Fatalf("%s is not like itself", d)
		}
		for _, e := range d.Elements() {
			if e.IsZero() || e.IsSet() {
				t.Fatalf("%s has the element %q", d, e)
			}
		}
		o, err := edtf.Parse(other)
		if err != nil {
			return
		}
		if edtf.Compare(d, o) != -edtf.Compare(o, d) || edtf.Overlaps(d, o) != edtf.Overlaps(o, d) {
			t.Fatalf("%s and %s: order or overlap depends on the side", d, o)
		}
		if edtf.Contains(d, o) && !d.YearUnknown() && !edtf.Overlaps(d, o) {
			t.Fatalf("%s contains %s without overlapping", d, o)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"2024-02-06", "2024-02-05/2024-02-08", "[2024-01-29..2024-01-31]"} {
		b.Run(s, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := edtf.Parse(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
