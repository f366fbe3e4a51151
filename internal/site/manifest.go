package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// manifestName is the note that a build leaves in the output folder: what it
// wrote, and from what. It begins with a dot, so that hosts do not serve it.
const manifestName = ".fasti.json"

// manifest lists what builds wrote. Files is complete at any moment: a build
// adds the names that it is going to write before it moves the first of them
// into its place, so an interrupted build is finished, and cleaned up, by the
// next.
type manifest struct {
	Done   bool              `json:"done"`   // the build that wrote it was not interrupted
	Runs   map[string]string `json:"runs"`   // prefix of an edition -> hash of what its people's own pages were made from
	Offers offers            `json:"offers"` // what the site offers for reading offline
	Files  map[string]made   `json:"files"`

	// Originals are the theme's files that the site has its own version of.
	Originals map[string]original `json:"originals,omitempty"`
}

// made is what is known of a file: its size in bytes, and a hash of what it
// was made from. In the manifest it is one text, "1234 hash".
type made struct {
	size int64
	from string // "" if the file may not be what it should
}

// MarshalText implements [encoding.TextMarshaler].
func (m made) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d %s", m.size, m.from), nil }

// UnmarshalJSON reads what MarshalText wrote, and the bare size that earlier
// versions wrote.
func (m *made) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	size, from, _ := strings.Cut(s, " ")
	n, err := strconv.ParseInt(size, 10, 64)
	*m = made{n, from}
	return err
}

// hashOf is a short hash of texts and files, so that no two rows of them are
// alike.
func hashOf(files map[string][]byte, texts ...string) string {
	h := sha256.New()
	for _, s := range texts {
		fmt.Fprintf(h, "%d\n%s", len(s), s)
	}
	for _, name := range sortedKeys(files) {
		fmt.Fprintf(h, "%s\n%d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:16])
}

// hashOfBytes is the hash of one file.
func hashOfBytes(data []byte) string {
	h := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(h[:16])
}

func readManifest(root *os.Root) manifest {
	var m manifest
	b, err := root.ReadFile(manifestName)
	if err != nil || json.Unmarshal(b, &m) != nil {
		return manifest{}
	}
	return m
}

func writeManifest(root *os.Root, m manifest) error {
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	if err := replace(root, manifestName, append(b, '\n')); err != nil {
		return fmt.Errorf("write %s: %w", manifestName, err)
	}
	return nil
}
