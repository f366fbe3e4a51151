package bundle

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// File is a file that was written.
type File struct {
	Path   string
	Size   int64
	SHA256 string // hex
}

// Write writes DIR/NAME by a temporary file and a rename, and beside it
// DIR/NAME.sha256 in the form that sha256sum --check reads. An error leaves
// what stood there before.
func Write(dir, name string, fill func(io.Writer) error) (File, error) {
	f := File{Path: filepath.Join(dir, name)}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return f, err
	}
	hash := sha256.New()
	size, err := replace(f.Path, func(w io.Writer) error { return fill(io.MultiWriter(w, hash)) })
	if err != nil {
		return f, fmt.Errorf("write %s: %w", name, err)
	}
	f.Size, f.SHA256 = size, hex.EncodeToString(hash.Sum(nil))
	_, err = replace(f.Path+".sha256", func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s  %s\n", f.SHA256, name)
		return err
	})
	if err != nil {
		return f, fmt.Errorf("write %s.sha256: %w", name, err)
	}
	return f, nil
}

// replace writes a file so that its name stands for the old bytes or for all
// of the new ones.
func replace(path string, fill func(io.Writer) error) (size int64, err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), ".fasti-*.tmp")
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			_ = temp.Close() // closed already, or of no use any more
			_ = os.Remove(temp.Name())
		}
	}()
	w := bufio.NewWriter(temp)
	if err = fill(w); err != nil {
		return 0, err
	}
	if err = w.Flush(); err != nil {
		return 0, err
	}
	if err = temp.Chmod(0o644); err != nil {
		return 0, err
	}
	info, err := temp.Stat()
	if err != nil {
		return 0, err
	}
	if err = temp.Close(); err != nil {
		return 0, err
	}
	return info.Size(), os.Rename(temp.Name(), path)
}
