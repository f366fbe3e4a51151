package ledger

import (
	"fmt"
	"path"
	"strings"

	"fasti/internal/diag"
)

// ReadArticle reads the bytes of one article file, front matter and body, as
// [Load] would. Without front matter all of it is the body. The error is a
// [diag.Diagnostic], without the file.
func ReadArticle(file string, src []byte) (*Article, error) {
	if d, ok := notText(src); !ok {
		return nil, d
	}
	l := &loader{c: &Content{broken: map[string]bool{}}}
	l.article("", strings.TrimSuffix(path.Base(file), path.Ext(file)), src)
	for _, d := range l.found {
		if d.Severity() == diag.Error {
			return nil, d
		}
	}
	if len(l.c.Articles) == 0 {
		return nil, diag.Diagnostic{Code: diag.NoText, Message: fmt.Sprintf("%s holds no article", file), Hint: "put text into it"}
	}
	return l.c.Articles[0], nil
}

// Position tells line and column in the article's file, both from 1, of a
// byte of its body.
func (a *Article) Position(offset int) (line, col int) {
	line, col = diag.Position([]byte(a.Body), offset)
	return line + a.linesBefore, col
}
