// Package extract reads one article and says what happened in it: its time
// expressions, names, actors and dated events, each event with the sentence
// that reports it. It is pure: no files, clock, network, randomness or
// globals; the same article gives the same bytes on every machine.
//
// Begin with [New], then call [Extractor.Article] for each article; an
// Extractor may be used from many goroutines at once. Package merge makes one
// timeline of many results.
package extract

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
	"fasti/extract/title"
)

// Options steer the extraction; the zero value is what most sites want.
type Options struct {
	Known     []actor.Known // the site's actors; they win over all that is shipped
	Threshold int           // confidence per cent from which an event is published; 0: the default
	Names     actor.Source  // a heavier engine for names; nil: the one built in
	Trace     bool          // tell why each event is as it is, in event.Event.Decisions
	Region    string        // where articles are written that do not say it, as ISO 3166-1 alpha-2; "" if unknown
}

// Result is all that one article gives. Spans of Doc and of everything in
// Timexes, Actors and Events are offsets into Article.Text; use
// Article.InBody to find them in the file.
type Result struct {
	Article  *article.Article
	Doc      *segment.Doc
	Syntax   *syntax.Doc // nil where the language has no pack
	Timexes  timex.Result
	Actors   actor.Result
	Events   []event.Event
	Warnings []Warning
}

// Warning is something that a person may want to settle.
type Warning struct {
	article.Span        // into Article.Text
	Code         string // stable, for tools: "no-date", "no-language-pack"
	Message      string
}

// Extractor holds the language packs. Each is compiled when the first article
// in its language comes.
type Extractor struct {
	opt    Options
	packs  map[string]func() (*stages, error)
	detect *lang.Detector
}

// stages are the compiled stages of one language.
type stages struct {
	segment *segment.Segmenter
	syntax  *syntax.Reader
	timex   *timex.Tagger
	actor   *actor.Finder
	event   *event.Finder
	title   *title.Writer
}

// New makes an extractor. A pack is compiled when the first article in its
// language comes. An error means that the tables that tell languages apart are
// broken.
func New(opt Options) (*Extractor, error) {
	x := &Extractor{opt: opt, packs: map[string]func() (*stages, error){}}
	var err error
	if x.detect, err = lang.NewDetector(); err != nil {
		return nil, err
	}
	for _, l := range lang.Languages() {
		x.packs[l] = sync.OnceValues(func() (*stages, error) { return compile(l, opt) })
	}
	return x, nil
}

// compile makes the stages of a language, side by side: each takes some tens of
// milliseconds.
func compile(language string, opt Options) (*stages, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	s := &stages{}
	errs := make([]error, 6)
	var wait sync.WaitGroup
	for i, build := range []func() error{
		func() (err error) { s.segment, err = segment.New(pack); return err },
		func() (err error) { s.syntax, err = syntax.New(pack); go s.syntax.Prepare(); return err },
		func() (err error) { s.timex, err = timex.New(pack); return err },
		func() (err error) {
			s.actor, err = actor.New(pack, actor.Options{Known: opt.Known, Source: opt.Names})
			return err
		},
		func() (err error) {
			s.event, err = event.New(pack, event.Options{Threshold: opt.Threshold, Trace: opt.Trace})
			return err
		},
		func() (err error) { s.title, err = title.New(pack); return err },
	} {
		wait.Go(func() { errs[i] = build() })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("compile language %s: %w", language, err)
	}
	return s, nil
}

// Article extracts one article. It never fails: what could not be read or
// resolved is in Result.Warnings. If the article's language is not known, it is
// found from the text and stands in Result.Article; a is not changed.
func (x *Extractor) Article(a *article.Article) *Result {
	if l := lang.Primary(a.Lang); l != a.Lang || l == "" {
		b := *a
		if b.Lang = l; l == "" {
			b.Lang = x.detect.Detect(a.Text)
		}
		a = &b
	}
	r := &Result{Article: a, Doc: bare(a)}
	if a.Lang == "" {
		r.warn(article.Span{}, "no-language", "the language is not known and could not be found from the text (give it as lang)")
		return r
	}
	s, err := x.stages(a.Lang)
	if err != nil {
		r.warn(article.Span{}, "no-language-pack", err.Error())
		return r
	}
	if a.Date == "" {
		r.warn(article.Span{}, "no-date", "the article has no date of publication, so relative dates stay open")
	}
	r.Doc = s.segment.Split(a)
	r.Syntax = s.syntax.Doc(r.Doc)
	r.Timexes = s.timex.Tag(r.Doc, timex.Options{DCT: a.Date, Genre: a.Genre, Region: x.region(a), Syntax: r.Syntax})
	for _, w := range r.Timexes.Warnings {
		r.warn(w.Span, w.Code, w.Message)
	}
	r.Timexes.Warnings = nil
	r.Actors = s.actor.Find(r.Doc, actor.Context{Title: a.Title, DCT: a.Date, Times: times(r.Timexes), Trees: r.Syntax})
	for _, w := range r.Actors.Warnings {
		r.warn(w.Span, w.Code, w.Message)
	}
	r.Events = s.event.Find(event.Input{Article: a, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors})
	r.doubtDates()
	in := r.titleInput()
	in.Trace = x.opt.Trace
	s.title.Word(in, r.Events)
	return r
}

// stages are those of a language. An error says that it has no pack, or that its
// tables are broken, which the tests of the program would have told.
func (x *Extractor) stages(language string) (*stages, error) {
	pack := x.packs[language]
	if pack == nil {
		return nil, fmt.Errorf("no language pack for %q", language)
	}
	return pack()
}

// byDomain are the top-level domains of countries in which papers in English
// are written, with their codes where these differ.
var byDomain = map[string]string{"uk": "GB", "ie": "IE", "au": "AU", "nz": "NZ", "za": "ZA", "in": "IN", "ke": "KE", "ng": "NG", "gh": "GH", "pk": "PK", "sg": "SG", "mt": "MT", "us": "US", "gov": "US", "mil": "US"}

// region is where an article was written: as it says, else by the domain of its
// address, else as the site says.
func (x *Extractor) region(a *article.Article) string {
	if a.Region != "" {
		return a.Region
	}
	if u, err := url.Parse(a.Link); err == nil {
		host := u.Hostname()
		if r := byDomain[host[strings.LastIndexByte(host, '.')+1:]]; r != "" {
			return r
		}
	}
	return x.opt.Region
}

// titleInput is what the wording of titles reads.
func (r *Result) titleInput() title.Input {
	return title.Input{Article: r.Article, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors}
}

// Wordings gives all titles that were weighed for event i of a result, for
// those who judge titles or learn from them.
func (x *Extractor) Wordings(r *Result, i int) []title.Wording {
	s, err := x.stages(r.Article.Lang)
	if err != nil || i < 0 || i >= len(r.Events) {
		return nil
	}
	return s.title.Wordings(r.titleInput(), &r.Events[i])
}

// bare is the document of an article that nothing is known of.
func bare(a *article.Article) *segment.Doc {
	return &segment.Doc{Text: a.Text, Lang: a.Lang, Blocks: a.Blocks}
}

// times are the dates that offices are asked for.
func times(t timex.Result) []actor.Time {
	var out []actor.Time
	for i := range t.Timexes {
		if x := &t.Timexes[i]; x.Type == timex.Date && x.EDTF != "" {
			out = append(out, actor.Time{Span: x.Span, When: x.EDTF})
		}
	}
	return out
}

func (r *Result) warn(s article.Span, code, message string) {
	r.Warnings = append(r.Warnings, Warning{Span: s, Code: code, Message: message})
}
