package site

import (
	"fmt"

	"fasti/internal/diag"
)

// original says of which state of the theme's file a site's own version was
// made: hashes of both.
type original struct {
	Own   string `json:"own"`
	Theme string `json:"theme"`
}

// outdated tells of layouts of the site's own whose original in the theme is
// another one now than when they were first used. It is told until the file is
// changed: then somebody has looked at it.
func (s *stage) outdated(layouts map[string][]byte) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, name := range sortedKeys(layouts) {
		theme := shipped(name)
		if theme == nil {
			continue
		}
		now := original{Own: hashOfBytes(layouts[name]), Theme: hashOfBytes(theme)}
		if was, ok := s.old.Originals[name]; ok && was.Own == now.Own && was.Theme != now.Theme {
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
