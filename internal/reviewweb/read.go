package reviewweb

import (
	"errors"
	"net/http"

	"fasti/internal/ledger"
	"fasti/internal/review"
)

// meta is what the page needs once.
func (s *server) meta(*http.Request) reply {
	return reply{value: map[string]any{
		"version": Version, "site": s.Title, "dir": s.Dir, "who": s.Who, "doings": review.Doings(), "fields": review.FieldNames(),
		"kinds": ledger.Kinds(), "statuses": ledger.Statuses(), "roles": ledger.Roles(),
	}}
}

// with has the desk answer, or says why it cannot.
func (s *server) with(r *http.Request, f func(*review.Desk) reply) reply {
	d, err := s.Site.Look(r.Context())
	if err != nil {
		return failed(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return f(d)
}

func failed(err error) reply {
	if errors.Is(err, ErrBusy) {
		return problem{http.StatusLocked, err.Error(), "try again in a moment", nil}.reply()
	}
	return problem{http.StatusInternalServerError, err.Error(), "fasti check may say more", nil}.reply()
}

// mostListed bounds a list; the counts are of all.
const mostListed = 500

func (s *server) queue(r *http.Request) reply {
	f, err := review.ParseFilter(r.URL.Query().Get("where"))
	if err != nil {
		return problem{http.StatusBadRequest, err.Error(), "docs/review.md lists the conditions", nil}.reply()
	}
	return s.with(r, func(d *review.Desk) reply {
		q := d.Queue(f)
		total := len(q.Entries)
		q.Entries = q.Entries[:min(total, mostListed)]
		return reply{value: struct {
			review.Queue
			Total int `json:"total"`
		}{q, total}}
	})
}

func (s *server) item(r *http.Request) reply {
	return s.with(r, func(d *review.Desk) reply {
		it := d.Item(r.PathValue("id"), s.Site.Words(d))
		if it == nil {
			return problem{http.StatusNotFound, "there is no such event", "it may have been joined with another one, or removed", nil}.reply()
		}
		return reply{value: it}
	})
}

// article is what is said of a report.
func (s *server) article(r *http.Request) reply {
	return s.with(r, func(d *review.Desk) reply {
		a := d.Report(r.PathValue("name"))
		if a == nil {
			return problem{http.StatusNotFound, "there is no such article", "it may have another name now", nil}.reply()
		}
		return reply{value: a}
	})
}

func (s *server) people(r *http.Request) reply {
	return s.with(r, func(d *review.Desk) reply { return reply{value: d.People()} })
}

// at says what a page of the site shows.
func (s *server) at(r *http.Request) reply {
	return s.with(r, func(d *review.Desk) reply { return reply{value: d.At(r.URL.Query().Get("address"))} })
}

// find looks for events by words of their title or by id, for joining.
func (s *server) find(r *http.Request) reply {
	return s.with(r, func(d *review.Desk) reply { return reply{value: d.Find(r.URL.Query().Get("q"), 12)} })
}
