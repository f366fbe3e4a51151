package ledger

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"fasti/internal/conflict"
	"fasti/internal/diag"
)

// files notes all Markdown files below a folder.
func (l *loader) files(dir string, read reading) {
	entries, err := l.readDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.report(unreadable(dir, err))
		return
	}
	for _, name := range l.newFolders(dir, entries) {
		l.files(path.Join(dir, name), read)
	}
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~"): // of the system, or of an editor
		case e.Name() == "README.md" || e.Name() == "README":
		case strings.HasPrefix(e.Name(), "_"):
			l.report(diag.Diagnostic{File: file, Code: diag.NotRead, Message: "names that begin with an underscore are not read", Hint: "rename it, or leave it: nothing of it is published"})
		case e.IsDir():
			l.files(file, read)
		case strings.HasSuffix(e.Name(), ".md"):
			l.jobs = append(l.jobs, job{file, strings.TrimSuffix(e.Name(), ".md"), read})
		default:
			l.report(notRead(dir, file, e.Type()))
		}
	}
}

// notRead tells of a file that is no Markdown, with what to do in its folder.
func notRead(dir, file string, kind fs.FileMode) diag.Diagnostic {
	d := diag.Diagnostic{File: file, Code: diag.NotRead, Message: "only files that end in .md are read here"}
	switch ext := strings.ToLower(path.Ext(file)); {
	case kind&fs.ModeSymlink != 0:
		d.Message, d.Hint = "a link to a folder is not followed", "put the folder itself here"
	case ext == ".md" || ext == ".markdown" || ext == ".yaml" || ext == ".yml" || ext == "":
		d.Hint = "rename it to end in .md"
	case strings.HasPrefix(dir, articlesDir):
		d.Hint = "fasti add " + file + " brings it in; then remove it here"
	default:
		d.Hint = "move it out of content, pictures into static/"
	}
	return d
}

func (l *loader) readDir(dir string) ([]fs.DirEntry, error) {
	if entries, ok := l.known.entries(dir); ok && l.over == nil {
		return entries, nil
	}
	var entries []fs.DirEntry
	f, err := l.root.Open(dir)
	if err == nil {
		entries, err = f.ReadDir(-1)
		f.Close()
	}
	if err != nil && (l.over == nil || !errors.Is(err, fs.ErrNotExist)) {
		return nil, err
	}
	entries, err = l.overlay(dir, entries), nil
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// file reads one content file and refuses what is no text of bearable size. If
// its bytes are known from before, it gives what they were read as, else nil.
func (l *loader) file(j job) *loader {
	file, name := j.file, j.name
	fail := func(d diag.Diagnostic) *loader {
		if d.File = file; d.Line == 0 { // the file as a whole: its beginning, so that editors can open it
			d.Line, d.Col = 1, 1
		}
		l.report(d)
		l.c.broken[name] = true
		return nil
	}
	if d, ok := badName(name); !ok {
		return fail(d)
	}
	if same := l.unchanged(file); same != nil {
		return same
	}
	src, err := l.read(file, maxFile)
	switch {
	case errors.Is(err, errTooLarge):
		return fail(diag.Diagnostic{Code: diag.TooLarge, Message: fmt.Sprintf("the file is larger than %d MB", maxFile>>20), Hint: "split it"})
	case err != nil:
		return fail(unreadable(file, err))
	}
	if same := l.readBefore(file, src); same != nil {
		return same
	}
	if d, ok := notText(src); !ok {
		return fail(d)
	}
	if line := conflict.Line(src); line > 0 {
		return fail(diag.Diagnostic{Line: line, Col: 1, Code: diag.Conflict, Message: conflict.Message, Hint: conflict.Hint})
	}
	before := len(l.found)
	j.read(l, file, name, src)
	if diag.HasErrors(l.found[before:]) {
		l.c.broken[name] = true
		if strings.HasPrefix(file, articlesDir+"/") {
			l.c.unread[name] = src
		}
	}
	return nil
}

// unchanged gives what a file was read as that need not be read again; else nil.
func (l *loader) unchanged(file string) *loader {
	if l.known == nil || l.over != nil {
		return nil
	}
	return l.known.same(file)
}

// readBefore gives what these bytes of a file were read as before; nil if they are
// others.
func (l *loader) readBefore(file string, src []byte) *loader {
	if l.known == nil {
		return nil
	}
	l.sum = sha256.Sum256(src)
	return l.known.get(file, l.sum)
}

var errTooLarge = errors.New("too large")

func (l *loader) read(file string, limit int64) ([]byte, error) {
	if b, ok := l.over[file]; ok {
		if b == nil {
			return nil, fs.ErrNotExist
		}
		return b, nil
	}
	// Looked at before it is opened: opening a named pipe waits for a writer.
	info, err := l.root.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file")
	}
	if info.Size() > limit {
		return nil, errTooLarge
	}
	f, err := l.root.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errTooLarge
	}
	return b, err
}

// log reads fasti.ids or fasti.history; nil if there is none.
func (l *loader) log(file string) []byte {
	b, err := l.read(file, maxLog)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.report(unreadable(file, err))
	}
	return b
}

// notText refuses binary files and other encodings.
func notText(src []byte) (diag.Diagnostic, bool) {
	if i := bytes.IndexByte(src, 0); i >= 0 {
		line, col := diag.Position(src, i)
		return diag.Diagnostic{Line: line, Col: col, Code: diag.Binary, Message: fmt.Sprintf("the file is no text: byte %d is zero", i+1), Hint: "import texts, Markdown, HTML and feeds with fasti add"}, false
	}
	if utf8.Valid(src) {
		return diag.Diagnostic{}, true
	}
	at := 0
	for at < len(src) {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	line, col := diag.Position(src, at)
	return diag.Diagnostic{Line: line, Col: col, Code: diag.NotUTF8, Message: fmt.Sprintf("the file is not UTF-8: byte %#02x", src[at]), Hint: "save it as UTF-8, or import it with fasti add, which converts"}, false
}

// badName refuses names that make no address: they are used in URLs, as ids
// and in the front matter of other files.
func badName(name string) (diag.Diagnostic, bool) {
	if goodName(name) {
		return diag.Diagnostic{}, true
	}
	return diag.Diagnostic{Code: diag.BadName, Message: fmt.Sprintf("the name %q makes no address", name), Hint: "use letters, digits, hyphens and underscores"}, false
}

// goodName reports whether a name of a file can be an id and an address.
func goodName(name string) bool {
	if name == "" || len(name) > 200 || name[0] == '-' && len(name) == 1 {
		return false
	}
	for _, r := range name {
		if !isWord(r) && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

// unreadable explains an error of the file system.
func unreadable(file string, err error) diag.Diagnostic {
	d := diag.Diagnostic{File: file, Code: diag.Unreadable, Message: "it cannot be read: " + reason(err), Hint: "check that you may read it"}
	if strings.Contains(err.Error(), "path escapes") {
		d.Code, d.Message, d.Hint = diag.OutsideSite, "it leads out of the site's folder", "copy it into the site; links are not followed out of it"
	}
	return d
}

// reason is the last part of an error of the file system, without paths of
// this machine.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}
