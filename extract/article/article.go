// Package article turns the body of one news article (plain text or Markdown)
// into an [Article]: its prose and its blocks. Everything after it in the
// pipeline reads Article.Text and speaks of it in byte spans;
// [Article.InBody] carries such a span back to the body as it stands in the
// file, markup included. Pages and feeds become Markdown first, in
// internal/importer.
//
// Begin with [Article.ReadText] or [Article.ReadMarkdown].
//
// The package does not read files, ask the clock or open connections.
package article

// Span is a half-open range of byte offsets, [Start, End), into UTF-8 text.
// Both ends lie on the border of a character.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of gives the text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Article is one input text with what is known about it.
type Article struct {
	Name      string // name of the file without folder and extension; the article's identity
	Title     string // headline, plain text; helps to choose and to word, is never evidence
	Date      string // publication (the document creation time, DCT), RFC 3339 or YYYY-MM-DD; "" if unknown
	Lang      string // BCP 47 primary subtag, "de" or "en"; "" if unknown
	Region    string // where it was written, as ISO 3166-1 alpha-2: "GB" of the tag en-GB; "" if unknown
	Publisher string
	Author    string
	Link      string // http or https address of the original
	Genre     string // "news", "narrative" or "" (decided from the text)

	Body   string  // the body, byte for byte as it stands behind the front matter
	Text   string  // its prose: markup rendered away, blocks apart by a blank line
	Blocks []Block // in the order of Text, not overlapping

	pieces []piece  // where each run of Text stands in Body; nil if Text == Body
	markup []markup // emphasis and links, by the end of their text
}

// Block is a paragraph-like unit of prose; a sentence never crosses its border.
type Block struct {
	Span
	Kind BlockKind
}

// BlockKind tells what a block is.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	Item  // of a list
	Quote // block quotation
)

// piece says that n bytes of Text from text on stand in Body from body on, in m
// bytes: the same ones if n == m, else written otherwise ("&amp;").
type piece struct{ text, n, body, m int }

// markup is something like emphasis or a link: the text that it encloses, and
// where it stands in Body with its signs.
type markup struct{ text, body Span }
