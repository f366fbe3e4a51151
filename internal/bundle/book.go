package bundle

import (
	html "html/template"
	"strconv"
)

// Book is a timeline as it is read from front to back. All texts are plain
// and in the site's language where nothing else is said; dates are in words.
type Book struct {
	Title    string
	Lang     string // BCP 47
	Dir      string // ltr or rtl
	Dek      string // the standfirst; ""
	Figures  string // "20 events · 5 reports"
	Note     string // what the evidence is and who made this
	Address  string // of the site on the web, http or https; ""
	Modified string // day of the latest change, YYYY-MM-DD; "" if not known
	Words    Words
	Chapters []Chapter
	People   []Kind
}

// Words are the headings that a book needs in its language.
type Words struct {
	Contents, People, Auto, NoSource, Original string
}

// Chapter is the events of a month, of a year whose month is not known, or of
// no known year.
type Chapter struct {
	ID     string // "m-2024-02": letters, digits and hyphens, a letter first; its file's name
	Year   string // in words; "" for events without a year
	Title  string
	Sub    string
	Events []Event
}

// Event is an event with all its evidence.
type Event struct {
	ID        string // unique in the book, an XML name
	Title     string
	Lang, Dir string // of the title, "" where it is the site's
	When      string
	Start     string // for <time datetime>; ""
	Sense     string // the shape of the date in words: "approximate"; ""
	Kind      string
	Status    string    // "" if it happened
	Auto      bool      // made by fasti and seen by nobody
	Text      html.HTML // an editor's own words, as [Prose] gives them; ""
	TextLang  string    // of Text, "" if the book's
	Actors    []Part
	Places    []string
	Quotes    []Quote
}

// Part is an actor in an event. ID leads to the list of people; "" if it is
// not in it.
type Part struct{ ID, Name, Role string }

// Quote is a sentence of a report.
type Quote struct {
	Segs      []Seg
	Lang, Dir string
	Publisher string
	Article   string // its title
	Date      string // of the report
	Place     string // "sentence 4"
	Why       string // how the date was worked out
	Status    string // if this report has another
	Link      string // to the original; ""
}

// Seg is a run of a quotation; Mark is "date", "actor" or "".
type Seg struct{ Text, Mark string }

// Kind is the people of one kind: persons, organisations, states.
type Kind struct {
	Name   string
	Actors []Actor
}

// Actor is an entry of the list of people.
type Actor struct {
	ID     string
	Name   string
	Events []Ref
}

// Ref leads to an event of the book.
type Ref struct {
	Chapter, ID string
	When, Title string
	Lang        string
}

// EventID is the name of the n-th event in a book, from 0.
func EventID(n int) string { return "e" + strconv.Itoa(n+1) }

// ActorID is the name of the n-th actor in a book, from 0.
func ActorID(n int) string { return "a" + strconv.Itoa(n+1) }
