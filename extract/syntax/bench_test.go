//go:build unix

package syntax

import (
	"os"
	"strings"
	"syscall"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	for _, language := range shipped() {
		b.Run(language, func(b *testing.B) {
			file, err := os.ReadFile("../../testdata/syntax/read-" + language + ".txt")
			if err != nil {
				b.Fatal(err)
			}
			var text strings.Builder
			for _, line := range strings.Split(string(file), "\n") {
				if strings.HasSuffix(line, ".") && !strings.HasPrefix(line, "#") {
					text.WriteString(line + " ")
				}
			}
			doc := cut(b, language, text.String())
			r := newReader(b, language)
			r.Doc(doc).Sentence(0)
			b.SetBytes(int64(len(doc.Text)))
			before := processorTime(b)
			for b.Loop() {
				d := r.Doc(doc)
				for i := range doc.Sentences {
					d.Sentence(i)
				}
			}
			// Of the processor's time, because other programs may run beside.
			b.ReportMetric(float64(len(doc.Tokens)*b.N)/(processorTime(b)-before), "tokens/s")
		})
	}
}

// processorTime is the time that this program has had, in seconds.
func processorTime(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Sec) + float64(u.Utime.Usec)/1e6
}
