package train

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"
)

// readPetrarch adds the persons and bodies of the PETRARCH dictionaries. An
// entry is a line in capitals with underscores for blanks, more spellings of
// it begin with +, and the codes that follow, indented, tell what it is: an
// office with dates makes a person.
func readPetrarch(l *Lists, data string) error {
	dir := filepath.Join(data, "lists", "petrarch")
	for _, f := range []struct{ name, other string }{
		{"Phoenix.Countries.actors.txt.gz", ""},
		{"Phoenix.International.actors.txt", "body"},
		{"Phoenix.MilNonState.actors.txt", "body"},
	} {
		r, closeAll, err := open(filepath.Join(dir, f.name))
		if err != nil {
			return err
		}
		var names []string
		person, coded := false, false
		flush := func() {
			for _, n := range names {
				addActor(l, n, person, f.other)
			}
			names, person, coded = nil, false, false
		}
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			line := lines.Text()
			switch {
			case line == "" || line[0] == '#':
			case line[0] == '\t' || line[0] == ' ':
				coded = true
				person = person || strings.ContainsAny(line, "<>0123456789") || strings.Contains(line, "ELI")
			default:
				if coded && line[0] != '+' {
					flush()
				}
				name, _, _ := strings.Cut(strings.TrimPrefix(line, "+"), ";")
				name = strings.TrimSpace(strings.ReplaceAll(name, "_", " "))
				if name != "" && name[0] != '[' && !strings.ContainsAny(name, "([{") {
					names = append(names, name)
				}
			}
		}
		flush()
		closeAll()
		if err := lines.Err(); err != nil {
			return fmt.Errorf("list of names %s: %w", f.name, err)
		}
	}
	return nil
}

// addActor adds a person's last word as a surname, or a body.
func addActor(l *Lists, name string, person bool, other string) {
	words := strings.Fields(name)
	switch n := len(words); {
	case person && (n == 2 || n == 3) && len(words[n-1]) > 3:
		l.Add("leader", words[n-1])
		if len(words[0]) > 2 {
			l.Add("leaderfirst", words[0])
		}
	case !person && other != "" && n > 1:
		l.Add(other, name)
	}
}
