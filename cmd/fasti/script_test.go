package main

import (
	"context"
	"encoding/hex"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"fasti/internal/sitelock"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts; review the diff")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"fasti": func() {
			os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
		},
	})
}

// TestScripts runs testdata/*.txtar: one behaviour of one command a file.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"edit": edit, "append": appendLine, "bytes": writeBytes, "hold": hold, "sametree": sameTree, "oldsite": oldSite},
	})
}

// edit FILE OLD NEW changes a file as a person would; OLD must stand in it once.
// appendLine writes a line at the end of a file.
func appendLine(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("append file text")
	}
	text := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text+args[1]+"\n"), 0o644))
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit file old new")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%q stands %d times in %s:\n%s", args[1], n, args[0], text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

// hold SITE TIME takes a site's lock, as another fasti would, and lets go of
// it after some time.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hold site time")
	}
	d, err := time.ParseDuration(args[1])
	ts.Check(err)
	l, err := sitelock.Take(context.Background(), ts.MkAbs(args[0]), "fasti other", 0, func() {})
	ts.Check(err)
	let := time.AfterFunc(d, l.Unlock)
	ts.Defer(func() {
		if let.Stop() {
			l.Unlock()
		}
	})
}

// oldsite DIR lays down the site of testdata/oldsite, which a fasti of before
// the log has made.
func oldSite(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: oldsite dir")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(oldSiteDir)))
}

// oldSiteDir is found before the scripts change their folder.
var oldSiteDir, _ = filepath.Abs("testdata/oldsite")

// sametree A B compares all files below two folders, but for the cache.
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sametree a b")
	}
	read := func(dir string) map[string]string {
		files := map[string]string{}
		ts.Check(filepath.WalkDir(ts.MkAbs(dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(path)
			name, _ := filepath.Rel(ts.MkAbs(dir), path)
			files[name] = string(b)
			return err
		}))
		return files
	}
	a, b := read(args[0]), read(args[1])
	for name := range a {
		if other, ok := b[name]; !ok || other != a[name] {
			ts.Fatalf("%s is not the same (there: %v)", name, ok)
		}
	}
	if len(a) != len(b) || len(a) == 0 {
		ts.Fatalf("%d and %d files", len(a), len(b))
	}
}

// writeBytes FILE HEX writes a file that no text archive can hold.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file hex")
	}
	b, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}
