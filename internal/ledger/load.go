package ledger

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"fasti/extract/lang"
	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// The folders and files of the content, relative to the site's folder.
const (
	articlesDir = "content/articles"
	eventsDir   = "content/events"
	actorsDir   = "content/actors"
	idsFile     = "content/fasti.ids"     // of sites before the log
	historyFile = "content/fasti.history" // of sites before the log
)

// maxFile bounds a file; a newspaper of a whole year in one file is a mistake.
const maxFile = 20 << 20

// maxLog bounds a file of the log.
const maxLog = 1 << 30

// Load reads and checks the content of the site in dir: every article, event
// and actor, and the log of what was decided. Nothing outside dir is read, through
// whatever link. A file with a fault is left out and reported, all others are
// loaded; a folder that does not exist yet is empty.
func Load(dir string) (*Content, []diag.Diagnostic) { return load(dir, nil, nil) }

// load is Load with files that are not on the disk yet; nil is a file that
// will be gone. known is what files were read as before, or nil.
func load(dir string, over map[string][]byte, known *Reader) (*Content, []diag.Diagnostic) {
	l := &loader{known: known, c: &Content{Dir: dir, broken: map[string]bool{}, unread: map[string][]byte{}}, over: over}
	root, err := os.OpenRoot(dir)
	if err != nil {
		l.report(diag.Diagnostic{Code: diag.Unreadable, Message: "the site's folder cannot be opened: " + reason(err), Hint: "name it with -C DIR"})
		l.c.log, l.c.mem = decisions.NewLog(nil), remember(decisions.NewLog(nil))
		return l.c, l.found
	}
	defer root.Close()
	l.root = root
	l.files(articlesDir, (*loader).article)
	l.files(eventsDir, (*loader).event)
	l.files(actorsDir, (*loader).actor)
	l.logFiles(decisions.PeopleDir)
	l.logFiles(decisions.MachineDir)
	l.readAll()
	l.readLog()
	l.unique()
	l.c.sort()
	l.languages()
	l.c.articleOf("") // from here on it is only read
	diag.Sort(l.found)
	return l.c, l.found
}

// loader collects the content and the faults in it.
type loader struct {
	root  *os.Root
	c     *Content
	found []diag.Diagnostic
	acts  []Act // of the files of the log, in their order
	jobs  []job
	over  map[string][]byte // see load
	known *Reader           // see load
	sum   [sha256.Size]byte // of the bytes of the one file that this was made of
}

// job is one file to read.
type job struct {
	file, name string
	read       reading // nil: a file of the log
}

// reading takes one kind of file apart.
type reading func(l *loader, file, name string, src []byte)

// readAll reads the files on all processors and puts together what they give
// in the order of the files.
func (l *loader) readAll() {
	parts := make([]*loader, len(l.jobs))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(l.jobs)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(l.jobs); i = int(next.Add(1)) - 1 {
				parts[i] = l.one(l.jobs[i])
			}
		})
	}
	wait.Wait()
	if l.known != nil {
		l.known.keep(l.jobs, parts)
	}
	for _, p := range parts {
		l.found = append(l.found, p.found...)
		l.acts = append(l.acts, p.acts...)
		l.c.Articles = append(l.c.Articles, p.c.Articles...)
		l.c.Events = append(l.c.Events, p.c.Events...)
		l.c.Actors = append(l.c.Actors, p.c.Actors...)
		maps.Copy(l.c.broken, p.c.broken)
		maps.Copy(l.c.unread, p.c.unread)
	}
}

// one reads one file, or takes what it was read as before.
func (l *loader) one(j job) *loader {
	part := &loader{root: l.root, over: l.over, known: l.known, c: &Content{broken: map[string]bool{}, unread: map[string][]byte{}}}
	read := part.file
	if j.read == nil {
		read = part.logFile
	}
	if same := read(j); same != nil {
		return same
	}
	return part
}

func (l *loader) report(d diag.Diagnostic) { l.found = append(l.found, d) }

// reportAt adds the file to a diagnostic of another package.
func (l *loader) reportAt(file string, err error) {
	var d diag.Diagnostic
	if !errors.As(err, &d) {
		d = diag.Diagnostic{Code: diag.Unreadable, Message: reason(err), Hint: "check the file"}
	}
	d.File = file
	l.report(d)
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// unique refuses the second of two files with one identity.
func (l *loader) unique() {
	c := l.c
	c.Articles = keep(l, c.Articles, diag.DuplicateName, func(a *Article) (string, string) { return a.Name, a.Path })
	c.Actors = keep(l, c.Actors, diag.DuplicateName, func(a *Actor) (string, string) { return a.ID, a.Path })
	c.Events = keep(l, c.Events, diag.DuplicateName, func(e *Event) (string, string) { return e.Slug, e.Path })
	born := map[string]string{}
	for _, m := range c.know().minted {
		born[m.id] = "content/" + m.path
	}
	slices.SortStableFunc(c.Events, func(a, b *Event) int { // the original before its copies
		return cmp.Compare(boolean(born[a.ID] != a.Path), boolean(born[b.ID] != b.Path))
	})
	c.Events = keep(l, c.Events, diag.DuplicateID, func(e *Event) (string, string) { return e.ID, e.Path })
	l.givenIDs(born)
}

// givenIDs refuses an event whose id was never given, in the file of one whose id
// no file has: somebody has changed the id, and what the log tells of the event
// would be told of nothing. born is where each id was given.
func (l *loader) givenIDs(born map[string]string) {
	c := l.c
	never := func(e *Event) bool { return e.Auto && born[e.ID] == "" }
	if !slices.ContainsFunc(c.Events, never) {
		return
	}
	lost := map[string]string{} // by the file, the id that stood there
	for id, file := range born {
		if !c.know().deleted[id] {
			lost[file] = id
		}
	}
	for _, e := range c.Events {
		for _, id := range append([]string{e.ID}, e.also...) {
			if lost[born[id]] == id {
				delete(lost, born[id])
			}
		}
	}
	c.Events = slices.DeleteFunc(c.Events, func(e *Event) bool {
		id, ok := lost[e.Path]
		if !ok || !never(e) {
			return false
		}
		c.broken[e.Slug] = true
		l.report(e.at.diagnose(e.Path, "fasti", diag.BadValue, fmt.Sprintf("fasti.id: %s was never given; the event of this file is %s", e.ID, id), "write id: "+id+" there again, or remove the fasti: block"))
		return true
	})
}

func keep[T any](l *loader, list []T, code diag.Code, id func(T) (name, file string)) []T {
	first := map[string]string{}
	return slices.DeleteFunc(list, func(t T) bool {
		name, file := id(t)
		fold := strings.ToLower(name)
		if other, ok := first[fold]; ok {
			what, hint := "name", "rename one of the two"
			if code == diag.DuplicateID {
				what, hint = "id", "remove the fasti: block of the copy, so that it becomes an event of its own"
			}
			l.report(diag.Diagnostic{File: file, Code: code, Message: fmt.Sprintf("the %s %s is that of %s already", what, name, other), Hint: hint})
			return true
		}
		first[fold] = file
		return false
	})
}

// languages finds the language of articles that do not say it, from their
// text, and that of the titles of events: what the file says, of a person's
// words what they look like, else that of the first source.
func (l *loader) languages() {
	detect := detector()
	of := map[string]string{}
	for _, a := range l.c.Articles {
		if a.Lang == "" {
			a.Lang = detect().Detect(a.Text)
		}
		of[a.Name] = a.Lang
	}
	for _, e := range l.c.Events {
		e.titleLanguage(of, detect)
	}
}

// detector tells languages apart; it is made when it is asked for.
func detector() func() *lang.Detector {
	return sync.OnceValue(func() *lang.Detector {
		d, err := lang.NewDetector()
		if err != nil { // broken tables of our own; the extraction reports them
			return &lang.Detector{}
		}
		return d
	})
}

// titleLanguage finds the language of an event's title. What fasti once wrote
// of its own title does not hold for a person's.
func (e *Event) titleLanguage(of map[string]string, detect func() *lang.Detector) {
	if len(e.Sources) > 0 {
		e.Lang = of[e.Sources[0].Article]
	}
	switch {
	case e.TitleSaysNoLanguage():
		e.Lang = cmp.Or(detect().Detect(e.Title), e.Lang)
	case e.TitleLang != "":
		e.Lang = e.TitleLang
	}
}

// TitleSaysNoLanguage reports whether the title is a person's words, and
// nobody said of which language.
func (e *Event) TitleSaysNoLanguage() bool {
	theirs := !e.Auto || slices.Contains(e.Edited, "title")
	said := e.TitleLang != "" && (!e.Auto || slices.Contains(e.Edited, "title_lang"))
	return theirs && !said
}

// Quoted reports whether the title is a quotation that fasti took from a
// report since no wording was sure enough.
func (e *Event) Quoted() bool {
	return e.TitleIs == "quote" && !slices.Contains(e.Edited, "title")
}

// sort puts the content into an order that does not depend on folders.
func (c *Content) sort() {
	slices.SortFunc(c.Articles, func(a, b *Article) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Events, func(a, b *Event) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Actors, func(a, b *Actor) int { return strings.Compare(a.ID, b.ID) })
}

// place is a line and column in a file.
type place struct{ line, col int }

// places says where the keys of a file stand; entries of lists as "sources.ID".
type places map[string]place

// diagnose gives a finding at a key, or at the top of the file.
func (p places) diagnose(file, key string, code diag.Code, message, hint string) diag.Diagnostic {
	at, ok := p[key]
	if !ok {
		at = place{1, 1}
	}
	return diag.Diagnostic{File: file, Line: at.line, Col: at.col, Code: code, Message: message, Hint: hint}
}

// open takes a content file apart and begins to read its keys.
func (l *loader) open(file string, src []byte) *reader {
	f, err := frontmatter.Parse(src)
	if err != nil {
		l.reportAt(file, err)
		return nil
	}
	r := &reader{l: l, file: file, f: f, at: places{}, has: map[string]bool{}}
	root := f.Root()
	for i := 0; i+1 < len(root.Content); i += 2 {
		line, col := f.Position(root.Content[i+1])
		r.at[root.Content[i].Value] = place{line, col}
		r.has[root.Content[i].Value] = true
	}
	return r
}
