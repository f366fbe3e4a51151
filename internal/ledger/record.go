// Package ledger keeps the content folder: it loads articles, events and
// actors, reconciles what fasti finds with what people have edited, mints the
// ids that stay, and writes files atomically.
package ledger

import (
	"slices"

	"fasti/extract/article"
	"fasti/internal/decisions"
	"fasti/internal/edtf"
)

// Content is a site's content folder, loaded and checked.
type Content struct {
	Dir      string // the site's folder (content/ is below it)
	Articles []*Article
	Events   []*Event
	Actors   []*Actor
	History  []Change // what changed, as the log tells it, oldest first
	Readers  int      // how many people must have reviewed an event before it is published; 0: what the policy says

	log      *decisions.Log
	mem      *memory           // what the log tells
	legacy   legacy            // of a site before the log
	broken   map[string]bool   // names of articles that are there but could not be loaded, or are held back
	unread   map[string][]byte // of articles that could be read and not understood, their bytes
	day      string            // see HoldBack
	held     map[string]string // names of articles that are held back -> why
	heldBack []*Article

	stirred   map[string]bool            // see next; nil: anything may have changed
	sentences map[string][]sentence      // of articles, see Heard
	byName    map[string]*Article        // see articleOf
	quoted    map[string]map[string]bool // see quotedIn
}

// Article is content/articles/NAME.md.
type Article struct {
	article.Article
	Path string // relative to the site's folder, with slashes

	hold        hold
	at          places
	linesBefore int // lines of the file before the body
}

// Event is content/events/YYYY/DATE-SLUG.md.
type Event struct {
	ID         string // minted once, "e7k2m9q4"; for events made by hand the file's name
	Path       string // relative to the site's folder, with slashes
	Slug       string // file name without extension; the page's address, fixed at birth
	Title      string
	TitleIs    string    // "quote": the title is a quotation that fasti took from the report; "" is any other
	TitleLang  string    // the title's language as the file says; ""
	When       edtf.Date // the zero value if undated
	Kind       string
	Status     string
	Actors     []Part
	Places     []string
	Image      *Picture
	Geo        *Geo // where it happened, if an editor says so; else the places say
	Series     *Series
	Basis      string
	Confidence int // per cent; 0 for events made by hand
	Review     Review
	Into       []string // for merged and split: ids of the events it went into
	Sources    []Source
	Key        bool              // on the home page by an editor's wish
	Hidden     bool              // "publish: false": not shown; fasti writes it for what is not sure enough before somebody has looked
	Auto       bool              // fasti made it (it has a fasti: block)
	Lang       string            // language of the title: TitleLang, else recognised in a person's words, else that of the first source's article; ""
	Body       string            // the editor's own text, Markdown
	Titles     map[string]string // an editor's title in other languages
	Summaries  map[string]string // an editor's text in other languages, Markdown
	Edited     []string          // keys that a person owns, sorted
	Aliases    []string          // addresses, below the site's root, that lead to its page
	Withheld   string            // why it may not be shown, see [Content.Publishable]: "", "draft", "unverified", "unread"
	ReviewedBy []string          // who has reviewed it as it stands
	ReviewedOn string            // the day of the last review, YYYY-MM-DD; ""
	NoIndex    bool              // search engines are asked to leave its page out
	Question   string            // of one reviewer to the others; never published
	Note       string            // of the reviewers for themselves; never published

	hold   hold
	also   []string          // ids that it was given on other branches
	raw    []byte            // the file as it stands
	wrote  map[string]string // hashes of what fasti last wrote, by key; entries of lists as "sources.ID"
	has    map[string]bool   // the keys that the file has
	was    Review            // before fasti withdrew it or joined it
	review Review            // as the file says; Review also knows of corrections
	at     places
	when   string // as the file says
	items  []int  // which entry of the file each of Actors is
	laid   bool   // fasti's notes stand on one line, see relaid
}

// Published reports whether the event appears on the site, by the policy
// "all" (automatic events too) or "accepted".
func (e *Event) Published(policy string) bool {
	if e.Withheld != "" {
		return false
	}
	if e.Hidden && (e.Review == Proposed || !e.Auto || slices.Contains(e.Edited, "publish")) {
		return false
	}
	switch e.Review {
	case Rejected, Merged, Split, Withdrawn:
		return false
	case Proposed:
		if policy == "accepted" || e.Basis == "none" {
			return false
		}
	}
	return e.Status != "denied" && e.Status != "hypothetical"
}

// Review is where an event stands with its editors.
type Review string

// The states of review.
const (
	Proposed  Review = "proposed"
	Accepted  Review = "accepted"
	Corrected Review = "corrected"
	Rejected  Review = "rejected"
	Merged    Review = "merged"
	Split     Review = "split"
	Withdrawn Review = "withdrawn"
)

// Geo is a point on the earth in degrees of WGS 84, north and east positive.
type Geo struct {
	Lat, Lon float64
}

// Part is one actor with its role.
type Part struct {
	ID   string `yaml:"id" json:"id"`
	Role string `yaml:"role" json:"role"`
}

// Series says which of a numbered row of like events this one is.
type Series struct {
	Of     string `yaml:"of" json:"of"`
	What   string `yaml:"what" json:"what"`
	Number int    `yaml:"number" json:"number"`
}

// Source is one sentence that reports the event.
type Source struct {
	ID       string `yaml:"id" json:"id"`
	Article  string `yaml:"article" json:"article"`
	Sentence int    `yaml:"sentence" json:"sentence"` // 1 is the first of the body
	Span     [2]int `yaml:"span,flow" json:"span"`    // bytes of the article's body, half open
	When     string `yaml:"when" json:"when"`
	Basis    string `yaml:"basis" json:"basis"`
	Status   string `yaml:"status" json:"status"`
	Said     string `yaml:"said" json:"said"`
	Trigger  string `yaml:"trigger,omitempty" json:"trigger,omitempty"` // the word that carries the event: "gereist"
	Places   string `yaml:"places,omitempty" json:"places,omitempty"`   // where its article puts the event, "|" between them; fasti notes it where reports name other places
	Quote    string `yaml:"quote" json:"quote"`
	Misread  bool   `yaml:"misread,omitempty" json:"misread,omitempty"` // a person says that fasti misread it: what it derived does not count

	// Translation is the sentence in other words, for readers of another
	// language; a person's.
	Translation Rendering `yaml:"-" json:"-"`

	Standing Standing `yaml:"-" json:"-"` // how it stands to its article; set by [Content.Shown]

	hand string // keys that a person gives in the entry itself, apart by blanks
	old  bool   // the entry has the layout of before
}

// Actor is content/actors/SLUG.md.
type Actor struct {
	ID       string // the file's name without extension
	Path     string
	Title    string
	Kind     string            // person, organisation, state, place, group
	Names    map[string]string // language -> name
	KnownAs  []string
	Not      []string
	Roles    []ActorRole
	Wikidata string
	NoIndex  bool   // search engines are asked to leave its page out
	Country  string // ISO 3166-1 alpha-2
	Image    *Picture
	Geo      *Geo // where a place lies, if an editor says so
	Auto     bool
	Body     string
	Edited   []string // keys that a person owns, sorted
	Aliases  []string // addresses, below the site's root, that lead to its page

	raw   []byte
	wrote map[string]string
	known string              // id of the shipped entry that it is; ""
	lists map[string][]string // hashes of the entries of known_as and roles that fasti wrote
	has   map[string]bool
	at    places
	laid  bool // as of Event
}

// ActorRole is an office with its term.
type ActorRole struct {
	Title string `yaml:"title" json:"title"`
	Of    string `yaml:"of,omitempty" json:"of,omitempty"`
	From  string `yaml:"from,omitempty" json:"from,omitempty"` // EDTF
	To    string `yaml:"to,omitempty" json:"to,omitempty"`
}

// Change is what the log tells readers of an event or actor.
type Change struct {
	Day    string // YYYY-MM-DD
	ID     string // of the event or actor
	What   string // new, corrected, merged, withdrawn, rejected, accepted …
	Key    string
	Old    string
	New    string
	Reason string
	By     string // who decided, if a person did and is known
}
