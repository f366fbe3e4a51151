package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"

	"fasti"
	"fasti/internal/diag"
)

// original says of which state of the theme's file a site's own version was
// made: hashes of both.
type original struct {
	Own   string `json:"own"`
	Theme string `json:"theme"`
}

// originalsFile is where a site keeps that, among its layouts: committed with
// them, it is there when a build begins with an empty folder. Hugo passes it over.
const originalsFile = "layouts/.fasti.json"

// keptOriginals reads what the site keeps.
func keptOriginals(dir string) map[string]original {
	kept := map[string]original{}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return kept
	}
	defer root.Close()
	if data, err := root.ReadFile(originalsFile); err == nil && json.Unmarshal(data, &kept) != nil {
		clear(kept) // as if it were the first build
	}
	return kept
}

// keepOriginals writes what the site is to keep, if that has changed.
func keepOriginals(dir string, now map[string]original) error {
	if maps.Equal(keptOriginals(dir), now) {
		return nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if len(now) == 0 {
		return root.Remove(originalsFile)
	}
	data, err := json.MarshalIndent(now, "", " ")
	if err != nil {
		return err
	}
	return replace(root, originalsFile, append(data, '\n'))
}

// outdated tells of layouts of the site's own whose original in the theme is
// another one now than when they were first used. It is told until the file is
// changed: then somebody has looked at it.
func (s *stage) outdated(layouts map[string][]byte, kept map[string]original) []diag.Diagnostic {
	if isTheme(layouts) {
		return nil
	}
	var out []diag.Diagnostic
	for _, name := range sortedKeys(layouts) {
		theme := shipped(name)
		if theme == nil {
			continue
		}
		now := original{Own: hashOfBytes(layouts[name]), Theme: hashOfBytes(theme)}
		was, ok := kept[name]
		if !ok {
			was, ok = s.old.Originals[name]
		}
		if ok && was.Own == now.Own && was.Theme != now.Theme {
			out = append(out, diag.Diagnostic{File: name, Code: diag.OldOverride, Message: fmt.Sprintf("%s goes before the theme's file of that name, which is another one since fasti was updated", name),
				Hint: "look at what the theme's does now, and save yours again; or remove it"})
			now = was
		}
		if s.next.Originals == nil {
			s.next.Originals = map[string]original{}
		}
		s.next.Originals[name] = now
	}
	return out
}

// isTheme reports whether the layouts are all that the theme has: a checkout of
// fasti, whose files are the originals and replace none.
func isTheme(layouts map[string][]byte) bool {
	missing := errors.New("missing")
	return fs.WalkDir(fasti.Theme, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && layouts[name] == nil {
			return missing
		}
		return err
	}) == nil
}
