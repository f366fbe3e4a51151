package timex

import (
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// A paragraph of a narrative that names its year gives it to the months that
// follow in it, also where an earlier paragraph was further on.
func TestParagraphNamesItsYear(t *testing.T) {
	text := "In June 1782 the last ship left the harbour.\n\nThe two fleets met in 1781 off the cape. In early September the first battle was fought."
	cut := strings.Index(text, "\n\n")
	doc := &segment.Doc{Text: text, Lang: "en", Blocks: []article.Block{
		{Span: article.Span{Start: 0, End: cut}}, {Span: article.Span{Start: cut + 2, End: len(text)}}}}
	r := tagger(t, "en").Tag(doc, Options{DCT: "2010-01-01", Genre: "narrative"})
	if n := len(r.Timexes); n != 3 || r.Timexes[n-1].Value != "1781-09" {
		t.Errorf("%v", answers(text, r))
	}
}
