package ledger

import (
	"path"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// Bring plans files that come into the site: with them go lines of the log that
// say which text each article came with, so that one that people have edited
// since is known from one that is as it came.
func (c *Content) Bring(files []File, opt Options) *Plan {
	p := &Plan{Intent: "add", Files: files, log: c.Log(), opt: opt, legacy: c.legacy}
	for _, f := range files {
		if path.Dir(f.Path) != articlesDir || f.New == nil {
			continue
		}
		if front, err := frontmatter.Parse(f.New); err == nil {
			p.Acts = append(p.Acts, Act{Act: decisions.Imported, Article: strings.TrimSuffix(path.Base(f.Path), ".md"), Print: textPrint(string(front.Body()))})
		}
	}
	if len(p.Acts) > 0 {
		p.seal()
	}
	return p
}

// textPrint is a hash of a text, whatever its lines are broken at.
func textPrint(body string) string { return fingerprint(line(body)) }

// AsItCame reports whether the text of an article is the one that it was brought
// in with. It is false too if the log does not tell.
func (c *Content) AsItCame(a *Article) bool {
	print, ok := c.know().imported[a.Name]
	return ok && print == textPrint(a.Body)
}
