package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// Act is one act of a person or of the machine: what [Content.Do] is asked to
// do, and a line of the log.
type Act = decisions.Act

// readLog takes the log of decisions, which is read with the other files, and
// what sites of before the log have in its place.
func (l *loader) readLog() {
	l.c.legacy = l.readLegacy(l.acts)
	if before := l.c.legacy.acts; len(before) > 0 {
		l.acts = slices.Concat(before, l.acts)
	}
	l.setLog(l.acts)
}

// setLog takes the acts of the log.
func (l *loader) setLog(acts []Act) {
	l.c.log = decisions.NewLog(acts)
	l.c.mem = remember(l.c.log)
	l.c.History = changesOf(l.c.log.Live())
}

// logFiles notes the files of the log below a folder.
func (l *loader) logFiles(dir string) {
	entries, err := l.readDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.report(unreadable(dir, err))
		return
	}
	for _, name := range l.newFolders(dir, entries) {
		l.logFiles(path.Join(dir, name))
	}
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			l.logFiles(file)
		case strings.HasSuffix(e.Name(), decisions.Ext):
			l.jobs = append(l.jobs, job{file: file, name: e.Name()})
		}
	}
}

// logFile reads a file of the log. If its bytes are known from before, it gives
// what they were read as, else nil.
func (l *loader) logFile(j job) *loader {
	if same := l.unchanged(j.file); same != nil {
		return same
	}
	src, err := l.read(j.file, maxLog)
	if err != nil {
		l.report(unreadable(j.file, err))
		return nil
	}
	if same := l.readBefore(j.file, src); same != nil {
		return same
	}
	acts, line, err := decisions.Parse(src)
	if err != nil && !l.conflict(j.file, src) {
		l.report(diag.Diagnostic{File: j.file, Line: line, Col: 1, Code: diag.BadLedger, Message: "this is no line of the log", Hint: "restore the file from version control; nobody changes files of the log"})
	}
	l.acts = acts
	return nil
}

// legacy is what a site of before the log kept in two files.
type legacy struct {
	acts []Act // what they say and the log does not
	ids  []byte
	log  []byte
}

// readLegacy reads content/fasti.ids and content/fasti.history.
func (l *loader) readLegacy(have []Act) legacy {
	g := legacy{ids: l.log(idsFile), log: l.log(historyFile)}
	if g.ids == nil && g.log == nil {
		return g
	}
	had := map[string]bool{}
	for _, a := range have {
		if a.Act == decisions.Given || a.Act == decisions.Noted {
			had[legacyKey(a)] = true
		}
	}
	g.acts = slices.DeleteFunc(legacyActs(l.parseHistory(g.log), l.parseIDs(g.ids)), func(a Act) bool { return had[legacyKey(a)] })
	return g
}

// legacyActs are lines of the log for what was before it.
func legacyActs(history []Change, ids []minted) []Act {
	var out []Act
	for _, h := range history {
		out = append(out, Act{Group: beforeLog, Day: h.Day, Act: decisions.Noted, What: h.What, Event: h.ID, Key: h.Key, Old: h.Old, New: h.New, Reason: h.Reason})
	}
	for _, m := range ids {
		out = append(out, Act{Group: beforeLog, Act: decisions.Given, Event: m.id, Path: m.path, Marks: markTexts(m.marks)})
	}
	return out
}

// beforeLog is the group of what was before the log.
const beforeLog = "before"

func legacyKey(a Act) string {
	a.N, a.Group = 0, ""
	return string(decisions.Print([]Act{a}))
}

// move gives the files that take a site of before the log over.
func (g legacy) move() []File {
	var out []File
	if len(g.acts) > 0 {
		_, lines, name := decisions.Seal(g.acts, 0, "", "", nil)
		out = append(out, File{Path: path.Join(decisions.MachineDir, name), New: decisions.Print(lines), What: "log"})
	}
	if g.ids != nil {
		out = append(out, File{Path: idsFile, Old: g.ids, What: "moved"})
	}
	if g.log != nil {
		out = append(out, File{Path: historyFile, Old: g.log, What: "moved"})
	}
	return out
}

// changesOf words the acts that a reader may see as changes.
func changesOf(acts []Act) []Change {
	var out []Change
	for _, a := range acts {
		if c, ok := changeOf(a); ok {
			out = append(out, c)
		}
	}
	return out
}

func changeOf(a Act) (Change, bool) {
	c := Change{Day: a.Day, ID: cmp.Or(a.Event, a.Actor), What: string(a.Act), Key: a.Key, Old: a.Old, New: a.New, Reason: a.Reason}
	if a.Act.Human() {
		c.By = a.By
	}
	switch a.Act {
	case decisions.SourceAdded:
		return c, a.Key != "article" // an article with another name is the same report
	case decisions.New, decisions.Changed, decisions.SourceRemoved, decisions.Withdrawn, decisions.Returned:
	case decisions.Noted:
		c.What = a.What
	case decisions.Joined:
		c.What, c.Key, c.New = "merged", "into", a.Into
	case decisions.Accept:
		c.What = "accepted"
	case decisions.Reject:
		c.What = "rejected"
	case decisions.Merge:
		c.What, c.New = "merged", string(Merged)+" "+a.Into
	case decisions.Unmerge:
		c.What, c.Reason = "returned", cmp.Or(a.Reason, "it is an event of its own")
	case decisions.Split:
		c.What, c.Key, c.New = "split", "review", a.Into
	case decisions.Set, decisions.RenameActor:
		c.What = "corrected"
		return c, c.ID != "" // what is said of an article is nothing of the timeline's
	case decisions.Add:
		c.What, c.Key = "source added", "sources"
	case decisions.Remove, decisions.Drop, decisions.Move:
		c.What, c.Key = "source removed", "sources"
	case decisions.Follow:
		c.What, c.Key = "corrected", "sources"
	default:
		return c, false
	}
	return c, true
}

// know is what the log tells.
func (c *Content) know() *memory {
	if c.mem == nil { // content that was not loaded from a folder
		return remember(decisions.NewLog(nil))
	}
	return c.mem
}

// Log is everything that was decided and done, in order.
func (c *Content) Log() *decisions.Log {
	if c.log == nil {
		return decisions.NewLog(nil)
	}
	return c.log
}

// tell words an act for people: "accepted e7k2m9q4".
func tell(a Act) string {
	parts := []string{string(a.Act), cmp.Or(a.Event, a.Actor, a.Article), a.Source}
	if a.Into != "" {
		parts = append(parts, "-> "+a.Into)
	}
	if a.Key != "" && a.Name+a.Old+a.New != "" {
		parts = append(parts, a.Key+":")
	} else if a.Key != "" {
		parts = append(parts, a.Key)
	}
	if a.Name != "" {
		parts = append(parts, fmt.Sprintf("%q", a.Name))
	}
	if a.Old != "" || a.New != "" {
		parts = append(parts, a.Old+" -> "+a.New)
	}
	if a.Reason != "" {
		parts = append(parts, "("+a.Reason+")")
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// Tell words an act on one line, for a list of what was done.
func Tell(a Act) string { return line(tell(a)) }
