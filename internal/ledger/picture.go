package ledger

import (
	"regexp"
	"slices"
	"strings"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// Picture is an image that an editor has given an event or an actor.
type Picture struct {
	Path    string            // of the file, from static/, with slashes
	Alt     map[string]string // what it shows, for those who do not see it, by language; "" is any
	Credit  string            // who made it
	License string            // a short name, "CC BY 4.0", or an address
	Focus   string            // which part must stay when it is cut: "50% 20%"; "" is the middle
	Line    int
}

// Text is what the picture shows, in a language.
func (p *Picture) Text(lang string) string {
	if s := p.Alt[lang]; s != "" {
		return s
	}
	return p.Alt[""]
}

// picturePath is an address of a file in static/, without a way out.
var picturePath = regexp.MustCompile(`^[^/\\.:?#\s][^\\:?#]*\.(?i:jpe?g|png|gif|webp|svg)$`)

// focusPoint is a point of a picture, from its left and its upper edge.
var focusPoint = regexp.MustCompile(`^(\d|[1-9]\d|100)% (\d|[1-9]\d|100)%$`)

// picture reads image:, a path alone or with what belongs to it.
func (r *reader) picture() *Picture {
	n := r.f.Get("image")
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	line, _ := r.f.Position(n)
	p := &Picture{Alt: map[string]string{}, Line: line}
	if len(n.Content) == 0 {
		p.Path = r.text(n, "image")
	} else {
		if !r.mapping(n, "image") {
			return nil
		}
		r.only(n, "image", "path", "alt", "credit", "license", "focus")
		p.Path = r.text(frontmatter.Value(n, "path"), "image: path")
		p.Credit, p.License = r.text(frontmatter.Value(n, "credit"), "image: credit"), r.text(frontmatter.Value(n, "license"), "image: license")
		p.Focus = r.text(frontmatter.Value(n, "focus"), "image: focus")
		if alt := frontmatter.Value(n, "alt"); alt != nil && len(alt.Content) > 0 {
			p.Alt = r.pairs(alt, "image: alt")
		} else if s := r.text(alt, "image: alt"); s != "" {
			p.Alt[""] = s
		}
	}
	if !goodPicture(p.Path) {
		r.fault(n, diag.BadPicture, "image: "+p.Path+" is no picture in static/", "put the file into static/ and write its path from there: pics/quay.jpg (jpg, png, gif, webp, svg)")
		return nil
	}
	if p.Focus != "" && !focusPoint.MatchString(p.Focus) {
		r.fault(n, diag.BadPicture, "image: focus: "+p.Focus+" is no point of a picture", "write how far from the left and from the top: focus: 50% 20%")
		p.Focus = ""
	}
	if len(p.Alt) == 0 {
		r.fault(n, diag.BadPicture, "image: nothing says what the picture shows", "add alt: for readers who do not see it")
	}
	if p.Credit == "" {
		r.fault(n, diag.BadPicture, "image: nothing says who made the picture", "add credit: and license:")
	}
	return p
}

// goodPicture reports whether a path leads to a picture in static/.
func goodPicture(path string) bool {
	return picturePath.MatchString(path) && !slices.Contains(strings.Split(path, "/"), "..")
}
