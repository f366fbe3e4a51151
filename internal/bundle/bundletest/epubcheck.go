// Package bundletest asks epubcheck, the judge of the EPUB format, in tests.
package bundletest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// EPUB fails the test if epubcheck finds an error or a warning, and skips it,
// saying so, where epubcheck is not on the machine.
func EPUB(t *testing.T, data []byte) {
	t.Helper()
	tool, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Skip("epubcheck is not installed (apt-get install epubcheck): the EPUB was not validated")
	}
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{tool, "--failonwarnings", path}
	if program, err := os.ReadFile(tool); err == nil && bytes.HasPrefix(program, []byte("PK")) {
		args = append([]string{"java", "-jar"}, args...) // Debian installs the bare jar
	}
	out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
	if err != nil {
		t.Errorf("epubcheck: %v\n%s", err, out)
	}
}
