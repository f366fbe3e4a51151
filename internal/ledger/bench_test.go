package ledger

import (
	"fmt"
	"strings"
	"testing"
)

// many is a site with n events, one from each article.
func many(t testing.TB, n int) *testSite {
	s := newSite(t)
	var b strings.Builder
	for i := range n {
		name := fmt.Sprintf("report-%d", i)
		s.article(name, "2024-02-07", fmt.Sprintf("On day %d the council of place %d voted for a harbour number %d.", i%28, i, i*7))
		fmt.Fprintf(&b, "title=Council %d votes; when=2024-02-%02d; kind=election; actors=kiel:actor\n  %s:1; trigger=voted\n", i, i%28+1, name)
	}
	s.timeline = b.String()
	return s
}

func BenchmarkLoad(b *testing.B) {
	s := many(b, 2000)
	if err := s.plan().Write(s.dir); err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, text := range s.tree() {
		size += len(text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Load(s.dir)
	}
}

func BenchmarkApplyUnchanged(b *testing.B) {
	s := many(b, 2000)
	if err := s.plan().Write(s.dir); err != nil {
		b.Fatal(err)
	}
	c := s.load()
	t := s.parse(c)
	for b.Loop() {
		if p := c.Apply(t, Options{Day: s.day}); !p.Empty() {
			b.Fatal("something changed")
		}
	}
}

func BenchmarkApplyNew(b *testing.B) {
	s := many(b, 2000)
	c := s.load()
	t := s.parse(c)
	for b.Loop() {
		if p := c.Apply(t, Options{Day: s.day}); p.Count("new event") != 2000 {
			b.Fatal("not all are new")
		}
	}
}
