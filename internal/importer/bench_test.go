package importer_test

import (
	"os"
	"testing"

	"fasti/internal/importer"
)

// BenchmarkNew is what a run of add costs before its first file.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := importer.New(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage reads one page of usual furniture.
func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile(folder + "furniture.html")
	if err != nil {
		b.Fatal(err)
	}
	im := newImporter(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := im.Read(data, importer.Options{Source: "a.html"}); err != nil {
			b.Fatal(err)
		}
	}
}
