package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"fasti/internal/diag"
)

// readFile reads a regular file of at most limit bytes.
func readFile(path string, limit int64) ([]byte, error) {
	f, _, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, limit)
}

// openRegular opens a regular file.
func openRegular(path string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(path) // before it is opened: opening a pipe waits for its writer
	switch {
	case err != nil:
		return nil, nil, unreadable(err)
	case info.IsDir():
		return nil, nil, diag.Diagnostic{Code: diag.Unreadable, Message: "this is a folder", Hint: "name the files in it"}
	case !info.Mode().IsRegular():
		return nil, nil, diag.Diagnostic{Code: diag.Unreadable, Message: "this is no regular file", Hint: "give its content on standard input, as -"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, unreadable(err)
	}
	return f, info, nil
}

// readAll reads at most limit bytes; more is an error.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if int64(len(b)) > limit {
		return nil, diag.Diagnostic{Code: diag.TooLarge, Message: fmt.Sprintf("the file is larger than %d MB", limit>>20), Hint: "split it"}
	}
	return b, nil
}

// unreadable says why a file could not be read, without its path: the line
// begins with that.
func unreadable(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return diag.Diagnostic{Code: diag.Unreadable, Message: "the file cannot be read: " + err.Error(), Hint: "check its name and that you may read it"}
}

// place gives an error its file.
func place(path string, err error) diag.Diagnostic {
	var d diag.Diagnostic
	if !errors.As(err, &d) {
		d = diag.Diagnostic{Code: diag.Unreadable, Message: err.Error()}
	}
	if d.File = path; d.Line == 0 && d.Code != diag.Unreadable {
		d.Line, d.Col = 1, 1 // the file as a whole
	}
	return d
}
