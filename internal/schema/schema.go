// Package schema describes the front matter of articles, events and actors
// and the site's configuration as JSON Schema (draft 2020-12), so that
// editors complete and check what people write. The schemas are made from the
// Go types here and in package config; go test ./internal/schema -update
// writes them anew.
//
// The schemas are for editors. What fasti itself accepts is decided by
// packages ledger and config, which also say where and why.
package schema

import (
	"embed"
	"io/fs"

	"fasti/internal/config"
)

//go:embed json/*.json
var files embed.FS

// Files holds article.json, event.json, actor.json and config.json.
func Files() fs.FS {
	sub, err := fs.Sub(files, "json")
	if err != nil { // the folder is embedded above
		return files
	}
	return sub
}

// Article is the front matter of content/articles/NAME.md.
type Article struct {
	Title     string `json:"title" jsonschema_description:"Headline, plain text. It helps to choose and to word, and is never evidence."`
	Date      string `json:"date,omitempty" jsonschema:"pattern=^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?$,example=2024-02-07,example=2024-02-07T18:30:00+01:00" jsonschema_description:"Publication: a day, or a day with time and zone. Relative dates are counted from it."`
	Lang      string `json:"lang,omitempty" jsonschema:"pattern=^[A-Za-z]{2\\,8}(-.*)?$,example=de,example=en" jsonschema_description:"Language of the text."`
	Publisher string `json:"publisher,omitempty" jsonschema_description:"Who published it."`
	Author    string `json:"author,omitempty" jsonschema_description:"Who wrote it."`
	Link      string `json:"link,omitempty" jsonschema:"pattern=^https?://" jsonschema_description:"Address of the original."`
	Genre     string `json:"genre,omitempty" jsonschema:"enum=news,enum=narrative" jsonschema_description:"How time runs in it: news counts from the day of publication, a narrative from the last date told. Decided from the text if not given."`
}

// Event is the front matter of content/events/…/NAME.md.
type Event struct {
	Title      string            `json:"title" jsonschema_description:"What happened, as a headline."`
	TitleIs    string            `json:"title_is,omitempty" jsonschema:"enum=quote" jsonschema_description:"quote: fasti was not sure enough of any wording, so the title is the report's own words. It speaks of fasti's title only; reword the title and it no longer counts."`
	TitleLang  string            `json:"title_lang,omitempty" jsonschema:"pattern=^[A-Za-z]{2\\,8}(-.*)?$,example=de" jsonschema_description:"Language of the title, if it is not that of the first source; recognised from your words if you do not say it."`
	When       any               `json:"when,omitempty" jsonschema:"oneof_type=string;integer,example=2024-02-06,example=2024-02-05/2024-02-08,example=2024-01-30~" jsonschema_description:"The date in EDTF (ISO 8601-2): a day, a month, a year, an interval, about (~), uncertain (?)."`
	Kind       string            `json:"kind,omitempty" jsonschema_description:"What sort of happening; see docs/kinds.md."`
	Status     string            `json:"status,omitempty" jsonschema:"enum=happened,enum=planned,enum=cancelled,enum=alleged,enum=denied,enum=hypothetical" jsonschema_description:"Whether it took place. Denied and hypothetical events are kept, not published."`
	Actors     []Part            `json:"actors,omitempty" jsonschema_description:"Who takes part."`
	Places     []string          `json:"places,omitempty" jsonschema_description:"Where: names, or ids of actors that are places."`
	Geo        []float64         `json:"geo,omitempty" jsonschema:"minItems=2,maxItems=2" jsonschema_description:"Where it happened, if its places do not say: latitude, longitude, in degrees."`
	Image      any               `json:"image,omitempty" jsonschema:"oneof_type=string;object" jsonschema_description:"A picture: its path in static/, or path, alt, credit, license, focus."`
	Series     *Series           `json:"series,omitempty" jsonschema_description:"Which of a numbered row of like events this one is."`
	Basis      string            `json:"basis,omitempty" jsonschema:"enum=explicit,enum=inferred,enum=relative,enum=inherited,enum=dct,enum=none" jsonschema_description:"How the date was found, if you know better than fasti:."`
	Confidence int               `json:"confidence,omitempty" jsonschema:"minimum=0,maximum=100" jsonschema_description:"How sure fasti is, per cent."`
	Review     string            `json:"review,omitempty" jsonschema:"enum=proposed,enum=accepted,enum=corrected,enum=rejected,enum=merged,enum=split,enum=withdrawn" jsonschema_description:"Where the event stands with its editors."`
	ReviewedBy []string          `json:"reviewed_by,omitempty" jsonschema_description:"Who has reviewed it as it stands."`
	ReviewedOn any               `json:"reviewed_on,omitempty" jsonschema:"oneof_type=string;integer,example=2024-02-07" jsonschema_description:"The day of the last review."`
	Question   string            `json:"question,omitempty" jsonschema_description:"What one reviewer asks the others. It is never published."`
	Note       string            `json:"note,omitempty" jsonschema_description:"A note of the reviewers for themselves. It is never published."`
	Publish    *bool             `json:"publish,omitempty" jsonschema_description:"false: the event is kept and reviewed, but not shown before somebody accepts it."`
	Into       any               `json:"into,omitempty" jsonschema:"oneof_type=string;array" jsonschema_description:"For merged and split events: the id, or ids, of the events that it went into."`
	Sources    []Source          `json:"sources,omitempty" jsonschema_description:"The evidence: sentences of articles, verbatim."`
	Key        bool              `json:"key,omitempty" jsonschema_description:"Puts the event on the home page."`
	NoIndex    bool              `json:"noindex,omitempty" jsonschema_description:"Asks search engines to leave its page out."`
	Titles     map[string]string `json:"titles,omitempty" jsonschema_description:"The title in other languages, for a site that is made in them."`
	Summaries  map[string]string `json:"summaries,omitempty" jsonschema_description:"Your own text about the event in other languages, Markdown; the one below the front matter is in the site's first."`
	Fasti      *Ledger           `json:"fasti,omitempty" jsonschema_description:"fasti's own notes. Leave them; remove them from a copy."`
}

// Part is one actor with its role.
type Part struct {
	ID   string `json:"id" jsonschema_description:"Name of the actor's file in content/actors, without .md."`
	Role string `json:"role,omitempty" jsonschema:"enum=actor,enum=recipient,enum=host,enum=mediator,enum=victim,enum=speaker,enum=mentioned" jsonschema_description:"What part it takes; actor if not said."`
}

// Series is a place in a numbered row.
type Series struct {
	Of     string `json:"of,omitempty" jsonschema_description:"Id of the actor whose row it is."`
	What   string `json:"what" jsonschema_description:"What is numbered: Besuch in der Region."`
	Number int    `json:"number" jsonschema:"minimum=1"`
}

// Source is one sentence that reports the event.
type Source struct {
	ID               string   `json:"id,omitempty" jsonschema_description:"Given by fasti."`
	Article          string   `json:"article,omitempty" jsonschema_description:"Name of the article's file, without .md."`
	Sentence         int      `json:"sentence,omitempty" jsonschema:"minimum=0" jsonschema_description:"Number of the sentence; 1 is the first of the body."`
	Span             []int    `json:"span,omitempty" jsonschema:"minItems=2,maxItems=2" jsonschema_description:"First byte of the quotation in the body, and the one behind its last."`
	When             any      `json:"when,omitempty" jsonschema:"oneof_type=string;integer" jsonschema_description:"The date that this article supports, in EDTF."`
	Basis            string   `json:"basis,omitempty" jsonschema:"enum=explicit,enum=inferred,enum=relative,enum=inherited,enum=dct,enum=none"`
	Status           string   `json:"status,omitempty" jsonschema:"enum=happened,enum=planned,enum=cancelled,enum=alleged,enum=denied,enum=hypothetical"`
	Said             string   `json:"said,omitempty" jsonschema_description:"The words that carry the date."`
	Trigger          string   `json:"trigger,omitempty" jsonschema_description:"The word that carries the event."`
	Places           []string `json:"places,omitempty" jsonschema_description:"Where the article puts the event, noted if its reports name different places."`
	Quote            string   `json:"quote,omitempty" jsonschema_description:"The sentence, verbatim."`
	QuoteTranslation any      `json:"quote_translation,omitempty" jsonschema:"oneof_type=string;object" jsonschema_description:"The sentence in the site's language, or in each of several, by your own hand. It stands below the quotation, marked as a translation."`
	Misread          bool     `json:"misread,omitempty" jsonschema_description:"What fasti read in the sentence, its date and status, does not count."`
	Fasti            any      `json:"fasti,omitempty" jsonschema:"type=object" jsonschema_description:"What fasti reads in the sentence: where it stands, its date, its status. To say otherwise, write the key beside quote:."`
}

// Ledger is what fasti notes in a file.
type Ledger struct {
	ID    string         `json:"id,omitempty" jsonschema_description:"The event's id, given once."`
	Known string         `json:"known,omitempty" jsonschema_description:"The shipped entry that the actor is."`
	Also  []string       `json:"also,omitempty" jsonschema_description:"Ids that the event was given on other branches."`
	Was   string         `json:"was,omitempty" jsonschema_description:"The state of review before fasti withdrew the event."`
	Basis string         `json:"basis,omitempty" jsonschema_description:"How the date was found."`
	Sure  int            `json:"confidence,omitempty" jsonschema_description:"How sure fasti is, per cent."`
	Wrote map[string]any `json:"wrote,omitempty" jsonschema_description:"Hashes of what fasti last wrote. What differs from its hash is yours."`
}

// Actor is the front matter of content/actors/NAME.md.
type Actor struct {
	Title    string            `json:"title" jsonschema_description:"The name to show."`
	Kind     string            `json:"kind,omitempty" jsonschema:"enum=person,enum=organisation,enum=state,enum=place,enum=group"`
	Country  string            `json:"country,omitempty" jsonschema:"pattern=^[A-Z]{2}$" jsonschema_description:"ISO 3166-1 code of two capitals."`
	Names    map[string]string `json:"names,omitempty" jsonschema_description:"The name in each language."`
	KnownAs  []string          `json:"known_as,omitempty" jsonschema_description:"Other names that mean this actor."`
	Not      []string          `json:"not,omitempty" jsonschema_description:"Names that are someone else."`
	Roles    []Role            `json:"roles,omitempty" jsonschema_description:"Offices, with their terms."`
	NoIndex  bool              `json:"noindex,omitempty" jsonschema_description:"Asks search engines to leave its page out."`
	Wikidata string            `json:"wikidata,omitempty" jsonschema:"pattern=^Q[0-9]+$"`
	Image    any               `json:"image,omitempty" jsonschema:"oneof_type=string;object" jsonschema_description:"A picture: its path in static/, or path, alt, credit, license, focus."`
	Geo      []float64         `json:"geo,omitempty" jsonschema:"minItems=2,maxItems=2" jsonschema_description:"Where a place lies: latitude, longitude, in degrees."`
	Fasti    *Ledger           `json:"fasti,omitempty" jsonschema_description:"fasti's own notes. Leave them; remove them from a copy."`
}

// Role is an office with its term.
type Role struct {
	Title string `json:"title"`
	Of    string `json:"of,omitempty" jsonschema_description:"Id of the actor whose office it is."`
	From  any    `json:"from,omitempty" jsonschema:"oneof_type=string;integer" jsonschema_description:"EDTF"`
	To    any    `json:"to,omitempty" jsonschema:"oneof_type=string;integer" jsonschema_description:"EDTF; .. if it is still held"`
}

// Config is the part of hugo.yaml that fasti reads; all other keys are Hugo's.
type Config struct {
	Title        string `json:"title,omitempty"`
	BaseURL      string `json:"baseURL,omitempty"`
	LanguageCode string `json:"languageCode,omitempty"`
	Languages    any    `json:"languages,omitempty" jsonschema:"oneof_type=array;object,example=de" jsonschema_description:"The languages that the site is made in, the first at its root: a list, or a mapping with title, description and emphasis of each."`
	Params       Params `json:"params,omitempty"`
}

// Params holds the keys of fasti beside those of the site.
type Params struct {
	Description string       `json:"description,omitempty" jsonschema_description:"The standfirst of the home page."`
	Fasti       config.Fasti `json:"fasti,omitempty"`
}
