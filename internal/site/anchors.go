package site

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// marks are the places on a page that an address may end in (#there) beside the
// headings of its text: the ids that the templates give.
type marks struct {
	fixed   map[string]bool
	begin   []string // of ids that end in something of the page's own
	unknown bool     // a template of the site's own gives ids that cannot be told from its text
}

// idIn is an id in a template, up to what the template fills in.
var idIn = regexp.MustCompile(`\sid="?([^\s">{]*)(\{\{)?`)

// newMarks reads the ids in templates; own are those of them that are the site's
// own.
func newMarks(theme, own map[string][]byte) *marks {
	m := &marks{fixed: map[string]bool{}}
	for name, src := range theme {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		for _, id := range idIn.FindAllSubmatch(src, -1) {
			switch {
			case len(id[2]) == 0:
				m.fixed[string(id[1])] = true
			case len(id[1]) > 0:
				m.begin = append(m.begin, string(id[1]))
			case own[name] != nil:
				m.unknown = true
			}
		}
	}
	return m
}

// anchored reports whether the place is on the page of a text. What the timeline
// numbers (sources, days, months) has a figure in its id, and is believed on the
// timeline's pages.
func (m *marks) anchored(t linked, place string) bool {
	switch {
	case place == "", place == "top", m.unknown, m.fixed[place], strings.HasPrefix(place, "fn"), strings.HasPrefix(place, ":~:"):
		return true
	case strings.Contains(t.text, "{{"): // a shortcode may give ids
		return true
	case slices.ContainsFunc(m.begin, func(b string) bool { return strings.HasPrefix(place, b) }):
		return true
	case !t.own && strings.ContainsFunc(place, unicode.IsDigit):
		return true
	}
	return headingIDs(t.text)[place]
}

// headingIDs are the ids that Hugo gives to the headings of a text, or the text
// itself.
func headingIDs(markdown string) map[string]bool {
	ids := &hugoIDs{map[string]bool{}}
	p := goldmark.New(goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithAttribute())).Parser()
	root := p.Parse(text.NewReader([]byte(markdown)), parser.WithContext(parser.NewContext(parser.WithIDs(ids))))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if id, ok := n.AttributeString("id"); ok && entering {
			if b, ok := id.([]byte); ok {
				ids.used[string(b)] = true
			}
		}
		return ast.WalkContinue, nil
	})
	return ids.used
}

// hugoIDs gives headings the ids that Hugo does: letters, digits and underscores
// in small letters, hyphens for blanks, and a number for the second of a name.
type hugoIDs struct{ used map[string]bool }

func (ids *hugoIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	var b strings.Builder
	for _, r := range string(bytes.TrimSpace(value)) {
		switch {
		case r == '-' || r == ' ':
			b.WriteByte('-')
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	id := b.String()
	if id == "" {
		id = "heading"
	}
	for n, first := 1, id; ids.used[id]; n++ {
		id = first + "-" + strconv.Itoa(n)
	}
	ids.used[id] = true
	return util.StringToReadOnlyBytes(id)
}

func (ids *hugoIDs) Put(value []byte) { ids.used[string(value)] = true }
