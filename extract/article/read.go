package article

// ReadText fills the article from a body of plain text: Text is the body
// itself, and its paragraphs are the Blocks.
func (a *Article) ReadText(body string) {
	a.Body, a.Text = body, body
	a.pieces, a.markup = nil, nil
	a.Blocks = paragraphs(body)
}
