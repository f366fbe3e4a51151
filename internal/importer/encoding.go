package importer

import (
	"compress/gzip"
	"compress/zlib"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
)

// decoded undoes the compression under which a server sent a page; nil if it is
// none that is known or the bytes are broken.
func decoded(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return r
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil
		}
		return z
	case "deflate":
		z, err := zlib.NewReader(r)
		if err != nil {
			return nil
		}
		return z
	case "br":
		return brotli.NewReader(r)
	}
	return nil
}
