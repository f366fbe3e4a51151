package site

import (
	"net/url"
	"strings"
)

// href writes a path as the address of a link.
func href(path string) string {
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
	dirs := strings.Split(from, "/")
	target := strings.Split(to, "/")
	i := 0
	for i < len(dirs)-1 && i < len(target)-1 && dirs[i] == target[i] {
		i++
	}
	return href(strings.Repeat("../", len(dirs)-1-i) + strings.Join(target[i:], "/"))
}

// upTo is the way from a page to the home folder.
func upTo(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }
