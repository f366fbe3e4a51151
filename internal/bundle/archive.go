// Package bundle packs a built timeline for readers without a network: the
// site's folder as a zip file, the timeline as an EPUB 3 and as one HTML file.
// The same content gives the same bytes; no file tells when it was packed.
package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"
)

// archive writes a zip file whose bytes depend on names and contents alone:
// every file has the same time and mode, and no extra fields.
type archive struct{ zip *zip.Writer }

func newArchive(w io.Writer) archive { return archive{zip.NewWriter(w)} }

// MS-DOS has no earlier day than 1 January 1980, and readers show it as "no
// date" or as that day.
const dosEpoch = 1<<5 | 1

// add writes one file. Its sizes stand before its bytes, so that readers that
// unpack a stream, and those that look for an EPUB's type, need not seek.
func (a archive) add(name string, data []byte, store bool) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(data), UncompressedSize64: uint64(len(data)),
		CreatorVersion: 3<<8 | 20, ReaderVersion: 20, ExternalAttrs: 0o100644 << 16,
	}
	h.ModifiedDate = dosEpoch //lint:ignore SA1019 Modified would write an extra field beside it
	for i := 0; i < len(name); i++ {
		if name[i] >= utf8.RuneSelf {
			h.Flags = 0x800 // the name is UTF-8
		}
	}
	body := data
	if store {
		h.Method = zip.Store
	} else {
		var err error
		if body, err = deflate(data); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	h.CompressedSize64 = uint64(len(body))
	w, err := a.zip.CreateRaw(h)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	_, err = w.Write(body)
	return err
}

func (a archive) close() error { return a.zip.Close() }

func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Folder writes the files below dir as a zip file, by name, and says how many
// it holds. It leaves out names that begin with a dot (the build's own notes),
// whatever is no regular file, and the paths that skip names, from dir with
// slashes.
func Folder(w io.Writer, dir string, skip func(path string) bool) (int, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	names, err := contents(root.FS(), skip)
	if err != nil {
		return 0, err
	}
	a := newArchive(w)
	for _, name := range names {
		data, err := root.ReadFile(name)
		if err != nil {
			return 0, err
		}
		if err := a.add(name, data, false); err != nil {
			return 0, err
		}
	}
	return len(names), a.close()
}

// contents lists the files to pack in the order in which they are walked,
// which is by name, folder after folder.
func contents(files fs.FS, skip func(string) bool) ([]string, error) {
	var names []string
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type().IsRegular() && !skip(name):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}
