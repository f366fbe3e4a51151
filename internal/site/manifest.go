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

// movingName is the same of the files that a build is about to move into their
// places, while it does: the list of all is long, and need not be written twice.
const movingName = ".fasti-moving.json"

// manifest lists what builds wrote. Files is complete at any moment: a build
// notes the names that it is going to write before it moves the first of them
// into its place, so an interrupted build is finished, and cleaned up, by the
// next.
type manifest struct {
	Done   bool              `json:"done"`   // the build that wrote it was not interrupted
	Runs   map[string]string `json:"runs"`   // prefix of an edition -> hash of what its people's own pages were made from
	Offers offers            `json:"offers"` // what the site offers for reading offline
	Files  listing           `json:"files,omitempty"`

	// Originals are the theme's files that the site has its own version of.
	Originals map[string]original `json:"originals,omitempty"`
}

// listing is files with what is known of them, in the order of their names. The
// zero value has none.
type listing struct {
	names []string
	made  []made
	lines []string       // of each, how it stands in the manifest; none if that is not known
	at    map[string]int // of a name in names
}

// listingOf puts files in order.
func listingOf(files map[string]made) listing {
	l := listing{names: sortedKeys(files), made: make([]made, 0, len(files))}
	for _, name := range l.names {
		l.made = append(l.made, files[name])
	}
	l.index()
	return l
}

// index lets names be found.
func (l *listing) index() {
	l.at = make(map[string]int, len(l.names))
	for i, name := range l.names {
		l.at[name] = i
	}
}

// get is what is known of a file; not ok if it is none of these.
func (l *listing) get(name string) (m made, ok bool) {
	i, ok := l.at[name]
	if ok {
		m = l.made[i]
	}
	return m, ok
}

// UnmarshalJSON reads what any version of fasti wrote.
func (l *listing) UnmarshalJSON(b []byte) error {
	var files map[string]made
	if err := json.Unmarshal(b, &files); err != nil {
		return err
	}
	*l = listingOf(files)
	return nil
}

// made is what is known of a file: its size in bytes, and a hash of what it
// was made from. In the manifest it is one text, "1234 hash".
type made struct {
	size int64
	from string // "" if the file may not be what it should
}

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
	m := readList(root, manifestName)
	if _, err := root.Lstat(movingName); err != nil {
		return m
	}
	// A build was interrupted while it moved files: each is the old or the new.
	moving := readList(root, movingName)
	files := make(map[string]made, len(m.Files.names)+len(moving.Files.names))
	for i, name := range m.Files.names {
		files[name] = m.Files.made[i]
	}
	for i, name := range moving.Files.names {
		files[name] = made{size: moving.Files.made[i].size}
	}
	return manifest{Files: listingOf(files), Originals: moving.Originals}
}

// readList reads one of the two files.
func readList(root *os.Root, file string) manifest {
	b, err := root.ReadFile(file)
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
	l := listing{names: make([]string, 0, n), made: make([]made, 0, n), lines: make([]string, 0, n)}
	for line := range strings.SplitSeq(list, "\n") {
		line = strings.TrimSuffix(line, ",")
		name, rest, ok := strings.Cut(line, `": "`)
		name, ok1 := strings.CutPrefix(name, `  "`)
		rest, ok2 := strings.CutSuffix(rest, `"`)
		if !ok || !ok1 || !ok2 || strings.ContainsAny(name, `\"`) || strings.ContainsAny(rest, `\"`) {
			return m, false
		}
		size, from, _ := strings.Cut(rest, " ")
		n, err := strconv.ParseInt(size, 10, 64)
		if err != nil || len(l.names) > 0 && name <= l.names[len(l.names)-1] {
			return m, false
		}
		l.names, l.made, l.lines = append(l.names, name), append(l.made, made{n, from}), append(l.lines, line)
	}
	l.index()
	m.Files = l
	return m, true
}

// writeManifest writes JSON in which the files stand last, each on a line.
func writeManifest(root *os.Root, file string, m manifest) error {
	head := m
	head.Files = listing{}
	b, err := json.MarshalIndent(struct {
		manifest
		Files *listing `json:"files,omitempty"`
	}{manifest: head}, "", " ")
	if err != nil {
		return err
	}
	l := m.Files
	b = slices.Grow(b, 128*len(l.names))
	b = append(bytes.TrimSuffix(b, []byte("\n}")), ","+filesLine...)
	for i, name := range l.names {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		if len(l.lines) > 0 && l.lines[i] != "" {
			b = append(b, l.lines[i]...)
			continue
		}
		b = append(b, "  "...)
		b = append(b, quotedName(name)...)
		b = append(b, `: "`...)
		b = strconv.AppendInt(b, l.made[i].size, 10)
		b = append(append(append(b, ' '), l.made[i].from...), '"')
	}
	if len(l.names) > 0 {
		b = append(b, '\n')
	}
	if err := replace(root, file, append(b, " }\n}\n"...)); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
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
