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
		{},
		{Done: true, Runs: map[string]string{"en/": "=x"}, Files: map[string]made{"a.html": {7, "hash"}}},
		{Done: true, Originals: map[string]original{"layouts/x.html": {}}, Files: map[string]made{"a b/ä \"q\" <&>\\.html": {0, ""}, "b/index.html": {1 << 40, "="}, "z": {2, "picture"}}},
	} {
		if err := writeManifest(root, m); err != nil {
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
			got.order = nil
			if len(m.Files) == 0 {
				got.Files = nil
			}
			if !reflect.DeepEqual(got, m) {
				t.Errorf("read %+v, written was %+v", got, m)
			}
		}
	}
}
