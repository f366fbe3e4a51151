// Package segment cuts prose into sentences and tokens.
//
// # What a token looks like
//
// Blanks (also line breaks, zero-width and control characters) lie between
// tokens and in none; everything else lies in exactly one token.
//
//   - A word keeps its hyphens and inner apostrophes: "US-Außenminister",
//     "80-jährige", "Covid-19", "O'Neill" are one token each, and so is the
//     first part of a cut compound, with its hyphen: "Nah-" of "Nah- und
//     Mittelost". A dash (–, —) is never part of a word.
//   - The clitics of a language are tokens of their own (table
//     segment/clitics): "Blinken" + "'s", "did" + "n't", "l'" + "Assemblée".
//     The German genitive has no apostrophe and is part of the word: "Israels".
//   - An abbreviation keeps its dot: "Dr.", "U.S.", "z.B.", "Okt.", the "W." of
//     "George W. Bush". So does "U.S.-backed". "z. B." is two tokens.
//   - Every other full stop is a token, also that of an ordinal: "7" + "." +
//     "Oktober".
//   - A number keeps what stands between its digits: "3.000,50", "14.30",
//     "20:15:00", "7.10.2023", "7/10/2023", "2023/24", "2:1", "1'000",
//     "2024-02-06". Two numbers joined by a hyphen are three tokens:
//     "1943" + "-" + "1945".
//   - Digits with letters behind them are one token: "20er", "1990er-Jahre",
//     "3rd", "5pm"; only a number with inner marks stands apart: "5.30" + "pm".
//     Signs and units are tokens: "50" + "%", "$" + "5".
//   - An address is one token: "https://…", "www.example.org/a", "example.org",
//     "name@example.org", "@name".
//   - Dots in a row ("..."), hyphens in a row ("--") and the double quotes of
//     typewriters (two grave accents, two apostrophes) are one token; every
//     other mark is one by itself.
//
// # What a sentence is
//
// A sentence lies within one block and ends behind . ! ? … with the quotes
// and brackets that close there, if what follows can begin a sentence; what
// can, and which dots end none, is told by the language's tables. A quoted
// sentence is a sentence; the words that report it behind a comma belong to
// it: `"Das ist gut", sagte sie.` is one. A block without a full stop (a
// headline) is one sentence. Colons and semicolons end none. Words are cut
// behind 512 bytes, sentences behind 1500 tokens.
package segment

import "fasti/extract/article"

// Token is a word, a number, or one mark of punctuation. Blanks belong to no token.
type Token struct {
	article.Span
	Class Class
}

// Class is what a token is made of.
type Class uint8

// The classes of token.
const (
	Lower  Class = iota // a word that begins with a small letter (or a script without case); clitics
	Upper               // a word that begins with a capital; "USA" is Caps, "US-Truppen" is Upper
	Caps                // a word of two or more capitals and no small letter: "USA", "U.S.", "US-"
	Number              // digits, with the marks between them: "3.000", "14.30", "2024-02-06"
	Mixed               // letters and digits: "A7", "20er", "Covid-19"; addresses
	Punct               // a mark of punctuation or symbol
)

// Sentence is a sentence of one block.
type Sentence struct {
	article.Span     // from its first to behind its last token
	Block        int // index into Doc.Blocks
	First, Last  int // its tokens: Doc.Tokens[First:Last]
	Lead         int // the first token behind a dateline ("KAIRO (dpa) –"), else First
}

// Doc is a text with its blocks, sentences and tokens, all in order of place.
type Doc struct {
	Text      string
	Lang      string
	Blocks    []article.Block
	Sentences []Sentence // the first sentence of the body is number 1 in evidence, index 0 here
	Tokens    []Token
}

// Word is the text of token i.
func (d *Doc) Word(i int) string { return d.Tokens[i].Of(d.Text) }

// SentenceAt is the index of the sentence that holds the byte offset, or -1.
func (d *Doc) SentenceAt(offset int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := d.Sentences[mid]; {
		case offset < s.Start:
			hi = mid
		case offset >= s.End:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}
