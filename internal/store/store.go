// Package store keeps in a site's folder what a run has worked out, for the
// next: small files below .fasti/, each written whole and read whole. They may
// be deleted at any time. A file that is of another form, or spoilt, is none; so
// nobody who reads one has to ask whether it can be trusted to be what was
// written. What it tells is another matter: who keeps something keeps with it
// the hashes of what it was made from.
//
// Values are written as varints and texts with their lengths, and structs field
// by field as the types say, unexported fields too. So nothing of a record can be
// forgotten, and [Shape] tells when a type has changed.
package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
)

// Dir is the folder of such files in the folder of a site. It is never committed.
const Dir = ".fasti"

// Read gives what [Write] wrote under a name; nil if there is nothing of that
// form.
func Read(site, name, form string) []byte {
	b, err := os.ReadFile(filepath.Join(site, Dir, name))
	if err != nil {
		return nil
	}
	b, ok := bytes.CutPrefix(b, header(form))
	if !ok || len(b) < checkSize {
		return nil
	}
	data := b[checkSize:]
	if sum := check(data); !bytes.Equal(sum[:], b[:checkSize]) {
		return nil
	}
	return data
}

// checkSize is the length of a check in bytes.
const checkSize = 8

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// check tells data that was spoilt by accident. Against people it would be no
// help: who can write the data can write its check too. Every run reads all the
// files, and a hash that withstands people took longer than to read them.
func check(data []byte) (sum [checkSize]byte) {
	binary.BigEndian.PutUint32(sum[:], crc32.ChecksumIEEE(data))
	binary.BigEndian.PutUint32(sum[4:], crc32.Checksum(data, castagnoli))
	return sum
}

// Write keeps data under a name. What cannot be kept is not: that costs the next
// run time and nothing else.
func Write(site, name, form string, data []byte) {
	file := filepath.Join(site, Dir, name)
	if os.MkdirAll(filepath.Dir(file), 0o755) != nil {
		return
	}
	sum := check(data)
	if writeAll(file+".new", append(header(form), sum[:]...), data) != nil || os.Rename(file+".new", file) != nil {
		_ = os.Remove(file + ".new")
	}
}

// writeAll writes a file of two parts, of which the second is long.
func writeAll(file string, head, data []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if _, err = f.Write(head); err == nil {
		_, err = f.Write(data)
	}
	return errors.Join(err, f.Close())
}

func header(form string) []byte { return []byte("fasti " + form + "\n") }

// Sum is a short hash of a text, for the name of a form.
func Sum(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:8])
}
