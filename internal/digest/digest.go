// Package digest chooses the events of a timeline that matter most.
package digest

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"fasti/extract/event"
	"fasti/internal/edtf"
	"fasti/internal/fold"
	"fasti/internal/ledger"
)

// Event is an event with what makes it matter.
type Event struct {
	*ledger.Event
	Importance int // points, see [Chooser.Importance]
	Hosts      int // independent publishers that report it
	Reports    int // articles that report it
}

// Chooser rates the events of one timeline.
type Chooser struct {
	articles map[string]*report
}

// New makes a chooser that knows the articles.
func New(articles []*ledger.Article) *Chooser {
	c := &Chooser{articles: make(map[string]*report, len(articles))}
	for _, a := range articles {
		c.articles[a.Name] = &report{a, host(a), stems(a.Title)}
	}
	return c
}

// report is an article with what is asked of it for each event.
type report struct {
	*ledger.Article
	host  string
	words map[string]bool // of its title
}

// Points of importance. Publishers count most: what many report by themselves
// is what a newsroom would keep.
const (
	perHost     = 40
	perReport   = 6
	inLead      = 12
	inHeadline  = 12
	perLater    = 5
	ofWeight    = 8
	ofWords     = -8
	reviewed    = 10
	notHappened = -10
	chosen      = 400 // an editor wants it on the home page

	mostHosts, mostReports, mostLater = 8, 12, 6
	laterDays                         = 3
)

// weighty kinds leave more behind than words do.
var kindPoints = map[event.Kind]int{
	event.Death: ofWeight, event.Disaster: ofWeight, event.Accident: ofWeight, event.Assault: ofWeight, event.Election: ofWeight, event.Court: ofWeight, event.Agree: ofWeight, event.Appointment: ofWeight,
	event.Statement: ofWords, event.Request: ofWords, event.Reject: ofWords, event.Other: ofWords,
}

// Importance rates an event by who reports it, how prominently, what it is,
// and whether later reports come back to it.
func (c *Chooser) Importance(e *ledger.Event) Event {
	out := Event{Event: e}
	hosts, reports := map[string]bool{}, map[string]bool{}
	lead, headline, later := 0, 0, 0
	words := stems(e.Title)
	for _, s := range e.Sources {
		first := !reports[s.Article]
		reports[s.Article] = true
		if s.Sentence == 1 {
			lead = inLead
		}
		a := c.articles[s.Article]
		if a == nil {
			hosts[s.Article] = true
			continue
		}
		hosts[a.host] = true
		if shared(words, a.words) >= 2 {
			headline = inHeadline
		}
		if first && after(e.When, a.Date) {
			later++
		}
	}
	out.Hosts, out.Reports = len(hosts), len(reports)
	n := perHost*min(len(hosts), mostHosts) + perReport*min(len(reports), mostReports) + lead + headline + perLater*min(later, mostLater) + kindPoints[event.Kind(e.Kind)]
	if e.Auto {
		n += e.Confidence / 10
	} else {
		n += reviewed
	}
	if e.Review == ledger.Accepted || e.Review == ledger.Corrected {
		n += reviewed
	}
	if e.Status != "" && e.Status != "happened" {
		n += notHappened
	}
	if e.Key {
		n += chosen
	}
	out.Importance = n
	return out
}

// host is the publisher of an article: the host of its address, else its name.
func host(a *ledger.Article) string {
	if u, err := url.Parse(a.Link); err == nil && u.Host != "" {
		return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return cmp.Or(fold.Key(a.Publisher), a.Name)
}

// after reports whether a report came some days after the event.
func after(when edtf.Date, published string) bool {
	last, ok := when.Latest()
	if !ok || len(published) < 10 {
		return false
	}
	day, err := edtf.Parse(published[:10])
	if err != nil {
		return false
	}
	d, ok := day.Earliest()
	return ok && d.Ordinal()-last.Ordinal() >= laterDays
}

// stems are the longer words of a title, cut to compare.
func stems(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(fold.Key(s)) {
		if r := []rune(w); len(r) >= 4 {
			out[string(r[:min(len(r), 6)])] = true
		}
	}
	return out
}

func shared(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// Top gives the most important dated events, of the whole or of each year,
// in order of time.
func (c *Chooser) Top(events []*ledger.Event, n int, perYear bool) []Event {
	var all []Event
	for _, e := range events {
		if _, ok := e.When.Earliest(); ok {
			all = append(all, c.Importance(e))
		}
	}
	slices.SortStableFunc(all, func(a, b Event) int {
		return cmp.Or(b.Importance-a.Importance, edtf.Compare(a.When, b.When), strings.Compare(a.ID, b.ID))
	})
	taken := map[int]int{}
	var out []Event
	for _, e := range all {
		year := 0
		if d, ok := e.When.Earliest(); ok && perYear {
			year = d.Year
		}
		if taken[year] < n {
			taken[year]++
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Event) int { return edtf.Compare(a.When, b.When) })
	return out
}
