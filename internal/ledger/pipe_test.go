//go:build unix

package ledger

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A named pipe among the articles is reported; opening it would wait for ever.
func TestNamedPipe(t *testing.T) {
	dir := t.TempDir()
	articles := filepath.Join(dir, "content", "articles")
	if err := os.MkdirAll(articles, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(articles, "pipe.md"), 0o644); err != nil {
		t.Skip("no named pipes here:", err)
	}
	done := make(chan string, 1)
	go func() {
		_, found := Load(dir)
		if len(found) == 0 {
			done <- ""
			return
		}
		done <- found[0].Message
	}()
	select {
	case m := <-done:
		if !strings.Contains(m, "no regular file") {
			t.Errorf("the pipe is reported as %q", m)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("loading waits for the pipe")
	}
}
