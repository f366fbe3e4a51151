package decisions

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

// The folders of the log, relative to the site's folder: the acts of people
// and those of the machine. What was done at once has the same name in both.
const (
	PeopleDir  = "content/decisions"
	MachineDir = "content/history"
	Ext        = ".jsonl"
)

// Log is all acts, in order.
type Log struct {
	Acts   []Act
	undone map[string]bool // groups
	last   int
}

// NewLog puts acts into their order and finds what is undone.
func NewLog(acts []Act) *Log {
	l := &Log{Acts: slices.Clone(acts), undone: map[string]bool{}}
	slices.SortStableFunc(l.Acts, func(a, b Act) int {
		return cmp.Or(cmp.Compare(a.N, b.N), strings.Compare(a.Group, b.Group))
	})
	for i := len(l.Acts) - 1; i >= 0; i-- {
		a := &l.Acts[i]
		l.last = max(l.last, a.N)
		if a.Act == Undo && !l.undone[a.Group] {
			l.undone[a.Undoes] = true
		}
	}
	return l
}

// Next is the number of the next group.
func (l *Log) Next() int { return l.last + 1 }

// Undone reports whether a group was taken back.
func (l *Log) Undone(group string) bool { return l.undone[group] }

// Live gives the acts that hold, in order.
func (l *Log) Live() []Act {
	if len(l.undone) == 0 {
		return l.Acts
	}
	out := make([]Act, 0, len(l.Acts))
	for _, a := range l.Acts {
		if !l.undone[a.Group] {
			out = append(out, a)
		}
	}
	return out
}

// Group is what was done at once.
type Group struct {
	N      int
	ID     string
	Day    string
	By     string
	Acts   []Act // of people
	Undone bool
}

// Groups are what people have done, the newest first.
func (l *Log) Groups() []Group {
	var out []Group
	for _, a := range l.Acts {
		if !a.Act.Human() {
			continue
		}
		if n := len(out); n == 0 || out[n-1].ID != a.Group {
			out = append(out, Group{N: a.N, ID: a.Group, Day: a.Day, By: a.By, Undone: l.undone[a.Group]})
		}
		out[len(out)-1].Acts = append(out[len(out)-1].Acts, a)
	}
	slices.Reverse(out)
	return out
}

// ByHand reports whether a run found the group in the files: people did it in
// an editor, not by a command.
func (g Group) ByHand() bool {
	if len(g.Files()) > 0 {
		return false
	}
	for _, a := range g.Acts {
		switch a.Act {
		case Seen, Keep, Apart, Undo:
			return false
		}
	}
	return true
}

// Files are the patches of a group.
func (g Group) Files() []Patch {
	var out []Patch
	for _, a := range g.Acts {
		out = append(out, a.Files...)
	}
	return out
}

// Parse reads a file of the log. A line that is none ends it with an error
// that tells the line; what came before is given.
func Parse(src []byte) (acts []Act, line int, err error) {
	for text := range bytes.Lines(src) {
		line++
		text = bytes.TrimSpace(text)
		if len(text) == 0 {
			continue
		}
		var a Act
		if err := json.Unmarshal(text, &a); err != nil {
			return acts, line, fmt.Errorf("no line of the log: %w", err)
		}
		if a.Act == "" || a.Group == "" {
			return acts, line, fmt.Errorf("no line of the log: it has no act or no group")
		}
		acts = append(acts, a)
	}
	return acts, 0, nil
}

// Print writes acts as lines.
func Print(acts []Act) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, a := range acts {
		_ = e.Encode(a) // texts and numbers always can be
	}
	return b.Bytes()
}

// Seal gives acts their number, day, writer and group, and says in which files
// they go: those of people and those of the machine. The group's name is made
// of what was done, so that the same act on two branches is one file.
func Seal(acts []Act, n int, day, by string, patches []Patch) (people, machine []Act, name string) {
	for _, a := range acts {
		a.N, a.Day, a.Group, a.Files = n, cmp.Or(a.Day, day), "", nil
		if a.Act.Human() {
			a.By = cmp.Or(a.By, by)
			people = append(people, a)
		} else {
			machine = append(machine, a)
		}
	}
	sum := sha256.Sum256(append(Print(people), Print(machine)...))
	group := hex.EncodeToString(sum[:5])
	for i := range people {
		people[i].Group = group
	}
	for i := range machine {
		machine[i].Group = group
	}
	if len(people) > 0 {
		people[0].Files = patches
	}
	return people, machine, Name(n, day, group)
}

// Name is that of a group's files below a folder of the log.
func Name(n int, day, group string) string {
	month, _, _ := strings.Cut(day, "-")
	if len(day) >= 7 {
		month = day[:7]
	}
	return path.Join(cmp.Or(month, "before"), fmt.Sprintf("%s-%06d-%s%s", cmp.Or(day, "before"), n, group, Ext))
}
