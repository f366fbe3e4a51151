// Package reviewweb serves the review desk to the browser of this machine: a page,
// and the JSON interface that it stands on (docs/review-api.md). It decides
// nothing itself: what is asked for becomes acts of the ledger.
//
// What it serves can change a site, so it answers nobody else: only this
// machine, only under its own names, only pages of its own, and only to who
// has the token of this run.
package reviewweb

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"sync"

	"fasti/internal/ledger"
	"fasti/internal/review"
)

// Prefix is where the desk is served. No page of a site can have it.
const Prefix = "/_review/"

// Version is that of the JSON interface.
const Version = 1

// Site is the site that is reviewed.
type Site interface {
	// Look gives the desk over the site as it stands on the disk now.
	Look(ctx context.Context) (*review.Desk, error)
	// Change lets plan say what to write, and writes it, while nobody else
	// writes to the site. With renew, what the articles say of it is worked out
	// anew in the same step. It gives what was written.
	Change(ctx context.Context, by string, plan func(*review.Desk, ledger.Options) (p *ledger.Plan, renew bool, err error)) (*ledger.Plan, error)
	// Words gives the titles that were weighed, see [review.Words].
	Words(d *review.Desk) review.Words
}

// ErrBusy is that of [Site.Change] when somebody else keeps writing to the site.
var ErrBusy = errors.New("another fasti is working on this site")

// Options are what a desk needs.
type Options struct {
	Site     Site
	Token    string // of this run; see [NewToken]
	Title    string // of the site
	Dir      string // the site's folder, absolute, for links that open an editor
	Who      string // who decides, if a request does not say
	Language string // of the site, and so of the desk's words: de, en, fr
	Looks    fs.FS  // site.css, custom.css and fonts/, as the site's pages have them
}

// NewToken makes a token that nobody can guess.
func NewToken() (string, error) {
	b := make([]byte, 24)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("a token for the review desk: %w", err)
	}
	return hex.EncodeToString(b), nil
}

// New gives the handler of everything below [Prefix].
func New(o Options) http.Handler {
	s := &server{Options: o}
	mux := http.NewServeMux()
	for _, name := range []string{"desk.js", "dom.js", "api.js", "keys.js", "item.js", "people.js", "fields.js", "inplace.js", "words.js", "desk.css", "bar.css"} {
		mux.HandleFunc("GET "+Prefix+name, s.own(name))
	}
	mux.HandleFunc("GET "+Prefix+"lang.js", s.lang)
	mux.HandleFunc("GET "+Prefix+"{$}", s.own("index.html"))
	for _, name := range []string{"site.css", "custom.css", "icon.svg"} {
		mux.HandleFunc("GET "+Prefix+name, s.look(name))
	}
	mux.HandleFunc("GET "+Prefix+"fonts/{name}", s.font)
	for pattern, h := range map[string]answer{
		"GET meta": s.meta, "GET queue": s.queue, "GET item/{id}": s.item, "GET article/{name}": s.article, "GET people": s.people, "GET at": s.at, "GET find": s.find,
		"POST do": s.do, "POST bulk": s.bulk, "POST undo": s.undo,
	} {
		method, path := cut(pattern)
		mux.Handle(method+" "+Prefix+"api/v1/"+path, s.api(h))
	}
	mux.HandleFunc(Prefix+"api/", func(w http.ResponseWriter, _ *http.Request) {
		fail(w, problem{http.StatusNotFound, "there is nothing like that here", "docs/review-api.md lists what there is", nil})
	})
	return guarded(mux)
}

type server struct {
	Options
	mu sync.Mutex // a desk is asked by one request at a time: what it needs it works out when it is asked
}
