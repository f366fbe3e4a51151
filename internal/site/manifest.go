package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"slices"
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
	Files  map[string]made   `json:"files,omitempty"`

	// Originals are the theme's files that the site has its own version of.
	Originals map[string]original `json:"originals,omitempty"`

	order []string // the names of Files as they were read, if that was in their order
}

// names are those of the files, in order.
func (m manifest) names() []string {
	if len(m.order) == len(m.Files) {
		return m.order
	}
	return sortedKeys(m.Files)
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

// filesLine begins the list of files, a line each, which stands last.
const filesLine = "\n \"files\": {\n"

// readManifest reads what a build has left; nothing if that cannot be read.
func readManifest(root *os.Root) manifest {
	b, err := root.ReadFile(manifestName)
	if err != nil {
		return manifest{}
	}
	if m, ok := readLines(string(b)); ok {
		return m
	}
	var m manifest // of an earlier version, or from other hands
	if json.Unmarshal(b, &m) != nil {
		return manifest{}
	}
	return m
}

// readLines reads a manifest as writeManifest writes it, many times as fast as
// JSON in general. It reports false if anything is written otherwise.
func readLines(text string) (m manifest, ok bool) {
	head, list, ok := strings.Cut(text, filesLine)
	if !ok || json.Unmarshal([]byte(strings.TrimSuffix(head, ",")+"\n}"), &m) != nil {
		return m, false
	}
	list, ok = strings.CutSuffix(list, "\n }\n}\n")
	if !ok {
		return m, list == " }\n}\n"
	}
	n := strings.Count(list, "\n") + 1
	m.Files, m.order = make(map[string]made, n), make([]string, 0, n)
	for line := range strings.SplitSeq(list, "\n") {
		name, rest, ok := strings.Cut(strings.TrimSuffix(line, ","), `": "`)
		name, ok1 := strings.CutPrefix(name, `  "`)
		rest, ok2 := strings.CutSuffix(rest, `"`)
		if !ok || !ok1 || !ok2 || strings.ContainsAny(name, `\"`) || strings.ContainsAny(rest, `\"`) {
			return m, false
		}
		size, from, _ := strings.Cut(rest, " ")
		n, err := strconv.ParseInt(size, 10, 64)
		if err != nil {
			return m, false
		}
		m.Files[name] = made{n, from}
		m.order = append(m.order, name)
	}
	if !slices.IsSorted(m.order) {
		m.order = nil
	}
	return m, true
}

// writeManifest writes JSON in which the files stand last, each on a line.
func writeManifest(root *os.Root, m manifest) error {
	head := m
	head.Files = nil
	b, err := json.MarshalIndent(head, "", " ")
	if err != nil {
		return err
	}
	b = append(bytes.TrimSuffix(b, []byte("\n}")), ","+filesLine...)
	for i, name := range sortedKeys(m.Files) {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = append(b, "  "...)
		b = append(b, quotedName(name)...)
		b = append(b, `: "`...)
		b = strconv.AppendInt(b, m.Files[name].size, 10)
		b = append(append(append(b, ' '), m.Files[name].from...), '"')
	}
	if len(m.Files) > 0 {
		b = append(b, '\n')
	}
	if err := replace(root, manifestName, append(b, " }\n}\n"...)); err != nil {
		return fmt.Errorf("write %s: %w", manifestName, err)
	}
	return nil
}

// quotedName is a path in JSON.
func quotedName(name string) []byte {
	for i := range len(name) {
		if c := name[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			b, err := json.Marshal(name)
			if err != nil { // texts always marshal
				return nil
			}
			return b
		}
	}
	return []byte(`"` + name + `"`)
}
