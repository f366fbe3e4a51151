package diag

// Code names a kind of finding; it is stable, so that tools can rely on it.
type Code string

// The codes. What they mean is in [Codes] and docs/checks.md.
const (
	// Files that cannot be used.
	Unreadable    Code = "unreadable"
	OutsideSite   Code = "outside-site"
	TooLarge      Code = "too-large"
	NotUTF8       Code = "not-utf8"
	Binary        Code = "binary"
	NotArticle    Code = "not-article"
	BadName       Code = "bad-name"
	DuplicateName Code = "duplicate-name"
	FrontMatter   Code = "front-matter"
	BadYAML       Code = "bad-yaml"
	DuplicateKey  Code = "duplicate-key"
	BadValue      Code = "bad-value"
	BadKey        Code = "bad-key"
	Conflict      Code = "merge-conflict"
	BadDate       Code = "bad-date"
	MissingKey    Code = "missing-key"
	DuplicateID   Code = "duplicate-id"
	BadLedger     Code = "bad-ledger"
	CannotEdit    Code = "cannot-edit"
	UnknownEvent  Code = "unknown-event"
	CannotDo      Code = "cannot-do"
	BadConfig     Code = "bad-config"
	ConfigKey     Code = "config-key"

	// What is beside the timeline.
	BadTemplate   Code = "bad-template"
	BadPage       Code = "bad-page"
	BadWords      Code = "bad-words"
	RawHTML       Code = "raw-html"
	HugoWarning   Code = "hugo"
	DeadLink      Code = "dead-link"
	MisplacedFile Code = "misplaced-file"
	OldOverride   Code = "override-outdated"
	BadPicture    Code = "picture"

	// Articles.
	NoText         Code = "no-text"
	NoDate         Code = "no-date"
	NoLanguage     Code = "no-language"
	NoLanguagePack Code = "no-language-pack"

	LanguageDiffers Code = "language-differs"
	DateAhead       Code = "date-ahead"

	Duplicate     Code = "duplicate-article"
	Extraction    Code = "extraction"
	NamesEngine   Code = "names-engine"
	SharedSurname Code = "shared-surname"
	OfficeOpen    Code = "office-open"
	NotRead       Code = "not-read"

	// Dates in articles; the codes of package extract/timex.
	NoSuchDay    Code = "no-such-day"
	WeekdayOff   Code = "weekday-disagrees"
	DayOrMonth   Code = "day-or-month"
	FarOff       Code = "far-from-publication"
	HalfRead     Code = "date-half-read"
	DatesExclude Code = "dates-exclude"
	TwoDates     Code = "two-dates"

	// Events and actors.
	UnknownKey      Code = "unknown-key"
	QuoteMoved      Code = "quote-moved"
	QuoteGone       Code = "quote-gone"
	QuoteUnverified Code = "quote-unverified"
	UnknownKind     Code = "unknown-kind"
	ReportChanged   Code = "report-changed"
	ClaimedTwice    Code = "claimed-twice"
	ArticleGone     Code = "article-gone"
	UnknownActor    Code = "unknown-actor"
	NameShared      Code = "name-shared"
	Undated         Code = "undated"
	WideDate        Code = "wide-date"
	AfterArticle    Code = "after-article"
	DatesDiffer     Code = "dates-differ"
	Differs         Code = "edited-differs"
	SeriesGap       Code = "series-gap"
	SeriesTwice     Code = "series-twice"
	Proposal        Code = "proposal"
	PossibleDouble  Code = "possible-double"
	KeyUnreviewed   Code = "key-unreviewed"
	TitleQuoted     Code = "title-quoted"
	NotPublished    Code = "not-published"
	WithdrawnReport Code = "withdrawn"
	BrokenJoin      Code = "broken-join"
	Contradiction   Code = "contradiction"
)

// Rule explains a code.
type Rule struct {
	Code     Code
	Severity Severity
	Title    string // a short noun phrase
	Doc      string // what it means and what to do, one or two sentences
}

// Codes lists all codes with their explanation, in the order of docs/checks.md.
func Codes() []Rule {
	return []Rule{
		{Unreadable, Error, "unreadable file", "The file or folder could not be read. Check that it exists and that you may read it."},
		{OutsideSite, Error, "file outside the site", "A link leads out of the site's folder. fasti follows none; copy the file into the site."},
		{TooLarge, Error, "file too large", "Articles may have 20 MB, front matter 4 MB. Split the file."},
		{NotUTF8, Error, "not UTF-8", "The file is in another encoding, often Latin-1. Save it as UTF-8, or import it with fasti add, which converts."},
		{Binary, Error, "binary file", "The file holds bytes that no text has. Import texts, Markdown, HTML and feeds with fasti add; other formats need converting first."},
		{NotArticle, Error, "no article", "The file is of a kind that holds no article, or of none that fasti reads. The message says which; docs/write-articles.md lists what is read."},
		{BadName, Error, "unfit file name", "Names of articles, events and actors become addresses: letters, digits, hyphens and underscores, no dots, blanks or slashes."},
		{DuplicateName, Error, "name used twice", "Two files in different folders have the same name, which is their identity. Rename one."},
		{FrontMatter, Error, "broken front matter", "A content file begins with a line of three hyphens, then YAML, then a line of three hyphens."},
		{BadYAML, Error, "broken YAML", "The front matter is no YAML. Most often a value holds a colon or begins with a special character: put it in quotes."},
		{DuplicateKey, Error, "key given twice", "A key stands twice in the same list of keys; readers of YAML disagree which counts. Remove one."},
		{BadValue, Error, "unfit value", "The value is not of the kind that the key wants."},
		{BadKey, Error, "key that decides nothing", "A key that would hold the file back, or say what part somebody takes, is misspelt or stands where nobody reads it; or a key of an event or actor is misspelt, so that what it says would be lost. The file is left out rather than published against its author's will, and stays as it is."},
		{Conflict, Error, "unfinished merge", "The marks that git leaves where two versions do not fit (<<<<<<<, =======, >>>>>>>) stand in the file. Keep what is right, take the marks out, and git add the file; in content/fasti.ids and content/fasti.history both sides stay."},
		{BadDate, Error, "not a date", "Dates of events are EDTF (2024-02-06, 2024-02, 2024-02-05/2024-02-08, 2024-01-30~); dates of articles are a day, or a day with time and zone."},
		{MissingKey, Error, "missing key", "The file lacks a key that it must have."},
		{DuplicateID, Error, "id used twice", "Two files carry the same id, often because one was copied. Remove the fasti: block of the copy; it is then an event of its own."},
		{BadLedger, Error, "broken ledger file", "A line of content/fasti.ids or content/fasti.history does not have its form. Restore it from version control."},
		{CannotEdit, Error, "file cannot be edited safely", "The front matter is written in a way that fasti cannot change without touching other parts, for instance with anchors. It was left as it is."},
		{UnknownEvent, Error, "no such event", "An id or a path leads to no event."},
		{CannotDo, Error, "act that cannot be done", "What a person asked for does not fit the event or actor as it is. Nothing was changed; the message says why."},
		{BadConfig, Error, "broken configuration", "hugo.yaml or params.fasti in it is not as it should be."},
		{ConfigKey, Warning, "key of the configuration without effect", "hugo.yaml has a key that neither fasti nor Hugo uses in such a site; docs/configuration.md lists those that work."},
		{BadTemplate, Error, "broken template", "A file in layouts/ cannot be read or fails when a page is made with it. The message is Hugo's."},
		{BadPage, Error, "broken page", "A page or file of your own cannot be made: its front matter is broken, a shortcode fails, or its address is another page's."},
		{BadWords, Error, "broken words", "A file in i18n/ is no list of keys and phrases, or has a key that no page asks for."},
		{RawHTML, Warning, "raw HTML", "A page of your own, or your text on an event, holds HTML, which is left out. Write Markdown, or a shortcode in layouts/_shortcodes."},
		{HugoWarning, Warning, "Hugo's warning", "What Hugo says of the site, in its own words."},
		{OldOverride, Warning, "own layout older than the theme's", "A file in layouts/ goes before the theme's of the same name, and that has changed since: what is new in it is missing on your site. Compare the two, then save yours again."},
		{BadPicture, Warning, "picture that cannot be shown as it should", "image: of an event or actor names a file that is not in static/, is no picture, or lacks alt: or credit:. docs/edit-events.md tells what belongs to it."},
		{DeadLink, Warning, "link that leads nowhere", "A link or picture in a page of your own, or in your text on an event, leads to nothing in the site or to no heading of the page, or is none and is printed with its brackets. Correct its address, or put the file into static/."},
		{MisplacedFile, Warning, "file in the wrong folder", "An event, actor or article stands where fasti reads none, so it would be a page of its own. Move it to content/events, content/actors or content/articles."},

		{NoText, Warning, "article without text", "Nothing stands behind the front matter, so there is nothing to extract."},
		{NoDate, Warning, "article without date", "Without a date of publication, relative dates cannot be worked out. Add date: 2024-02-07 to the front matter."},
		{NoLanguage, Warning, "language unknown", "The language was neither given nor recognised. Add lang: de or lang: en."},
		{NoLanguagePack, Warning, "no rules for the language", "fasti has no language pack for the article's language and finds nothing in it."},
		{LanguageDiffers, Warning, "another language than the words", "lang: of the article is not the language that its words are of, so it is read by the wrong rules. Correct lang:."},
		{DateAhead, Warning, "article of another time", "The article is dated more than a month ahead of today, or before the year 1000, so dates counted from its publication are wrong. Correct date:."},
		{Duplicate, Warning, "article there twice", "Two articles have the same link or the same text; each counts as a report of its own. Remove one."},
		{Extraction, Warning, "doubt of the extraction", "Something in the article could not be settled; the message says what."},
		{NamesEngine, Warning, "names engine failed", "The engine of --names-cmd or --names-url gave no answer for the article, so the built-in one found its names. Run it again once the engine works."},
		{SharedSurname, Warning, "surname of two people", "The article names two people with this surname and does not tell which of them is meant, so the name stands for an actor of its own. Add it to known_as of one and to not of the other if it is clear to you."},
		{OfficeOpen, Note, "office without a holder", "The article means somebody by an office (the Spanish prime minister), and neither the article nor the site's actors nor the shipped table say who that was on that day. Add the role with from and to to the person's file."},
		{NotRead, Warning, "file not read", "Only files that end in .md are read, and none whose name begins with an underscore. Import others with fasti add."},

		{NoSuchDay, Warning, "day that does not exist", "The article names a day that its month does not have (31 June, 29 February 2023), so it dates nothing. Date the event yourself if you know what was meant."},
		{WeekdayOff, Warning, "weekday and date disagree", "The article names a weekday and a date that fall apart; the date was taken. Look which is meant."},
		{DayOrMonth, Warning, "day or month", "A date in figures (3/11/2023) can be read in two ways, and neither the text nor the region tells which. Write lang: en-GB or en-US into the article, or params.fasti.region into hugo.yaml."},
		{FarOff, Warning, "date far from publication", "A number that could be a year lies so far from the day of publication that it was taken for none, or a date lies far off. Look whether it is one."},
		{HalfRead, Warning, "date read by half", "Figures look like a date and could not be read whole, so no part of them was taken."},
		{TwoDates, Warning, "two days in one clause", "The clause that reports the event names two days that are no list; one of them was taken. Look which is meant."},
		{DatesExclude, Warning, "dates that exclude each other", "The event was put on a day that every date of its sentence excludes, as when its own date was inherited. Look which is meant."},

		{UnknownKey, Warning, "unknown key", "fasti and Hugo know no such key; it may be misspelt."},
		{QuoteMoved, Warning, "quotation moved", "The quotation stands in its article, but at another place than the source says. fasti extract sets it right, unless a person owns the entry."},
		{QuoteGone, Error, "quotation not in its article", "No event without its evidence: the quoted sentence does not stand in the article, so it is not published. Correct the quotation or remove the source. Of an event that a person has reviewed the last words stay."},
		{QuoteUnverified, Error, "quotation without an article", "No event without its evidence: the quotation names no article, or one that is not there, so it cannot be compared with it and is not published. Bring the article back, or remove the source."},
		{UnknownKind, Warning, "unknown kind", "The event's kind is none of docs/kinds.md. It is shown as it stands, without a colour or a place in the filters."},
		{ReportChanged, Error, "report changed since the review", "The sentence that a reviewed event quotes is not in its report any more. The event stays as it was reviewed and says so to its readers, until you decide: fasti keep lets its words stand, fasti follow takes those that the report has now, fasti drop takes the sentence out."},
		{ClaimedTwice, Error, "sentence claimed twice", "Two events claim one sentence, at least one of them by a person's hand. Take it out of one, join the two, or give each the trigger: word that carries it, if the sentence tells of both."},
		{ArticleGone, Warning, "article of a source missing", "The source names an article that is not there. fasti extract removes the source, unless a person owns the entry."},
		{UnknownActor, Warning, "actor without a file", "A published event names an actor that has no file, so it has no page. Write content/actors/ID.md or correct the id."},
		{NameShared, Warning, "one name, two actors", "Two actors go by the same name; fasti cannot tell whom a text means. Remove it from known_as of one, or add it to its not."},
		{Undated, Note, "event without a date", "No date could be worked out. Set when: in the event, or accept it as undated."},
		{WideDate, Note, "date wider than a year", "The event's date spans more than a year. Narrow it if the sources allow."},
		{AfterArticle, Warning, "date after its report", "The event is dated after the article that reports it, and it is not marked as planned."},
		{DatesDiffer, Note, "reports differ on the date", "The sources support different dates; the event's page shows who says what."},
		{Differs, Note, "edited value differs from fasti's", "A person owns the value. fasti would now say something else than when it last wrote."},
		{SeriesGap, Note, "gap in a series", "Members of a numbered series are missing, for example the first three of five trips."},
		{SeriesTwice, Warning, "number taken twice in a series", "Two events claim the same number of a series. They may be one event: fasti merge joins them."},
		{Proposal, Note, "proposed join", "Two actors or events may be one, but the evidence is not full. Accept by adding the name to known_as, or forbid by not; join events with fasti merge."},
		{PossibleDouble, Note, "possibly the same event", "A reviewed event shares its evidence with another one. Join them with fasti merge, or leave both."},
		{KeyUnreviewed, Warning, "key event unreviewed", "An event on the home page rests on one source and nobody has reviewed it."},
		{TitleQuoted, Note, "title is a quotation", "No wording of the event was sure enough to be printed as a headline, so its title is the report's own words. Reword title: in the event, or let it stand."},
		{NotPublished, Note, "event kept, not published", "Events that are said not to have taken place, that are hypothetical, or that have no date are kept but not shown until someone accepts or corrects them; so are drafts, and what Hugo's publishDate and expiryDate exclude."},
		{WithdrawnReport, Note, "event withdrawn", "The last source of the event is gone, or its reports are below params.fasti.threshold. Give it another source and accept it, or reject it."},
		{Contradiction, Warning, "two keys contradict each other", "Two keys of the file cannot both hold, so one of them does nothing; the message names them."},
		{BrokenJoin, Error, "join leads nowhere", "into: names an event that does not exist, or leads back to the event itself."},
	}
}

// Severity is the severity of the code; an unknown code is an error.
func (c Code) Severity() Severity {
	for _, r := range Codes() {
		if r.Code == c {
			return r.Severity
		}
	}
	return Error
}
