package bundle

import (
	"fmt"
	html "html/template"
	"io"
)

// Page writes the book as one HTML file that asks for nothing else: no script,
// no font, no image.
func Page(w io.Writer, b *Book) error {
	b = b.sound()
	t, err := pages()
	if err != nil {
		return err
	}
	style := ""
	for _, name := range []string{"book.css", "page.css"} {
		css, err := layout.ReadFile("layout/" + name)
		if err != nil {
			return err
		}
		style += string(css)
	}
	data, err := print(t, "page.html", "<!DOCTYPE html>\n", leaf{Book: b, Title: b.Title, Style: html.CSS(style)})
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}
