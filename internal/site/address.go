package site

import (
	"net/url"
	"strings"
)

// href writes a path as the address of a link.
func href(path string) string {
	if plain(path) {
		return path
	}
	path, fragment, _ := strings.Cut(path, "#")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	s := strings.Join(parts, "/")
	if fragment != "" {
		s += "#" + url.PathEscape(fragment)
	}
	return s
}

// rel is the address of the page to, seen from the page from.
func rel(from, to string) string {
	shared := 0 // length of the folders that both lie in
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	return upTo(from[shared:]) + href(to[shared:])
}

// plain reports whether a path is an address as it stands.
func plain(path string) bool {
	for i := range len(path) {
		c := path[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '-' || c > '9') && c != '_' && c != '~' { // from - to 9: -./0123456789
			return false
		}
	}
	return true
}

// upTo is the way from a page to the home folder.
func upTo(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }
