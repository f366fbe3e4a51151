package site

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// The list of a build is JSON, and is read back as it was, whether line by line
// or as any JSON.
func TestManifestIsReadBack(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, m := range []manifest{
		{Files: listingOf(nil)},
		{Done: true, Runs: map[string]string{"en/": "=x"}, Files: listingOf(map[string]made{"a.html": {7, "hash"}})},
		{Done: true, Originals: map[string]original{"layouts/x.html": {}}, Files: listingOf(map[string]made{"a b/ä \"q\" <&>\\.html": {0, ""}, "b/index.html": {1 << 40, "="}, "z": {2, "picture"}})},
	} {
		if err := writeManifest(root, manifestName, m); err != nil {
			t.Fatal(err)
		}
		b, err := root.ReadFile(manifestName)
		if err != nil {
			t.Fatal(err)
		}
		var other manifest
		if err := json.Unmarshal(b, &other); err != nil {
			t.Fatalf("no JSON: %v\n%s", err, b)
		}
		for _, got := range []manifest{readManifest(root), other} {
			if got.Files.lines = nil; len(m.Files.names) == 0 {
				got.Files = m.Files
			}
			if !reflect.DeepEqual(got, m) {
				t.Errorf("read %+v, written was %+v", got, m)
			}
		}
	}
}

// While files are moved, each may be the old or the new: an interrupted build
// leaves a list that says so of the files that it was going to move, and of no
// others.
func TestInterruptedMoveIsToldByTheManifest(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	was := manifest{Done: true, Runs: map[string]string{"": "=x"}, Files: listingOf(map[string]made{"a": {1, "a1"}, "b": {2, "b1"}, "c": {3, "c1"}})}
	moving := manifest{Files: listingOf(map[string]made{"b": {9, ""}, "d": {4, ""}})}
	if err := writeManifest(root, manifestName, was); err != nil {
		t.Fatal(err)
	}
	if err := writeManifest(root, movingName, moving); err != nil {
		t.Fatal(err)
	}
	want := manifest{Files: listingOf(map[string]made{"a": {1, "a1"}, "b": {9, ""}, "c": {3, "c1"}, "d": {4, ""}})}
	if got := readManifest(root); !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, want %+v", got, want)
	}
	if err := root.Remove(movingName); err != nil {
		t.Fatal(err)
	}
	if got := readManifest(root); !got.Done || len(got.Files.names) != 3 {
		t.Errorf("read %+v after all was moved", got)
	}
}

// The list of a build is that of the last one with what changed: kept lines stand
// as they stood, in the order of the names.
func TestFilesOfABuildAreKeptAndFresh(t *testing.T) {
	old := map[string]made{"a": {1, "a1"}, "b": {2, "b1"}, "d": {4, "d1"}}
	s := &stage{old: manifest{Files: listingOf(old)}, kept: []bool{true, false, true}, fresh: map[string]made{"0": {7, "n"}, "c": {3, "c1"}, "e": {5, "e1"}}}
	s.note("d", made{8, "d2"})
	got := s.files()
	got.lines = nil
	got.index()
	want := listingOf(map[string]made{"0": {7, "n"}, "a": {1, "a1"}, "c": {3, "c1"}, "d": {8, "d2"}, "e": {5, "e1"}})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("files %+v, want %+v", got, want)
	}
	for name, here := range map[string]bool{"a": true, "b": false, "c": true, "x": false} {
		if _, ok := s.file(name); ok != here || s.has(name) != here {
			t.Errorf("%s is there: %v", name, ok)
		}
	}
}
