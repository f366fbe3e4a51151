package reviewweb

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"

	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/review"
)

// done is what a change comes to.
type done struct {
	Group  string        `json:"group"`            // to take it back with undo; "" if nothing was changed
	Told   []string      `json:"told"`             // what was done, in words
	Left   []ledger.Left `json:"left,omitempty"`   // what was not touched, and why
	Merged []string      `json:"merged,omitempty"` // fields that others changed meanwhile, and that stand
}

// errClash and errUnfit end a change before anything is written.
type errClash struct{ clashes []review.Clash }

func (errClash) Error() string { return "the event says something else than when you looked" }

type errUnfit struct{ found []diag.Diagnostic }

func (e errUnfit) Error() string {
	var out []string
	for _, f := range e.found {
		if f.Severity() == diag.Error {
			out = append(out, f.Message)
		}
	}
	return strings.Join(out, "; ")
}

func (e errUnfit) hint() string {
	for _, f := range e.found {
		if f.Severity() == diag.Error && f.Hint != "" {
			return f.Hint
		}
	}
	return ""
}

// errSense is a request that makes none.
type errSense struct{ error }

func (s *server) do(r *http.Request) reply {
	var q struct {
		review.Request
		By string `json:"by"`
	}
	if p := read(r, &q); p != nil {
		return p.reply()
	}
	var merged []string
	return s.change(r, q.By, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		out, err := d.Plan(q.Request, opt)
		if err != nil {
			return nil, false, errSense{err}
		}
		if len(out.Clashes) > 0 {
			return nil, false, errClash{out.Clashes}
		}
		merged = out.Merged
		return out.Plan, out.Renew, nil
	}, func(x *done) { x.Merged = merged })
}

// change does something and says what came of it.
func (s *server) change(r *http.Request, by string, plan func(*review.Desk, ledger.Options) (*ledger.Plan, bool, error), more func(*done)) reply {
	if by = strings.Join(strings.Fields(by), " "); by == "" || len(by) > 100 {
		by = s.Who
	}
	p, err := s.Site.Change(r.Context(), by, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		p, renew, err := plan(d, opt)
		if err == nil && diag.HasErrors(p.Findings) && p.Empty() {
			err = errUnfit{p.Findings}
		}
		return p, renew, err
	})
	var clash errClash
	var unfit errUnfit
	var sense errSense
	switch {
	case errors.As(err, &clash):
		return problem{http.StatusConflict, clash.Error(), "look at what it says now; force does it all the same", clash.clashes}.reply()
	case errors.As(err, &unfit):
		return problem{http.StatusUnprocessableEntity, unfit.Error(), unfit.hint(), nil}.reply()
	case errors.As(err, &sense):
		return problem{http.StatusBadRequest, sense.Error(), "docs/review-api.md gives its form", nil}.reply()
	case err != nil:
		return failed(err)
	}
	x := done{Group: p.Group(), Told: []string{}, Left: p.Left}
	for _, a := range p.Acts {
		if a.Act.Human() && len(x.Told) < mostTold {
			x.Told = append(x.Told, ledger.Tell(a))
		}
	}
	if more != nil {
		more(&x)
	}
	return reply{value: x}
}

// mostTold bounds what is told of an act on many.
const mostTold = 20

// bulkAsk asks for the same on all events that fit. Without Expect nothing is
// done: the events are listed, with what to expect.
type bulkAsk struct {
	Do     string `json:"do"`
	Where  string `json:"where"`
	Expect string `json:"expect"`
	By     string `json:"by"`
}

// bulkList is what would be done.
type bulkList struct {
	Entries []*review.Entry `json:"entries"`
	Total   int             `json:"total"` // of all; the entries may be fewer
	Diff    []string        `json:"diff"`  // what would change, a line each
	Left    []ledger.Left   `json:"left,omitempty"`
	Expect  string          `json:"expect"` // names the list; the request with it does what the list says
}

func (s *server) bulk(r *http.Request) reply {
	var q bulkAsk
	if p := read(r, &q); p != nil {
		return p.reply()
	}
	f, err := review.ParseFilter(q.Where)
	if err != nil {
		return problem{http.StatusBadRequest, err.Error(), "docs/review.md lists the conditions", nil}.reply()
	}
	if q.Expect == "" {
		return s.with(r, func(d *review.Desk) reply { return listed(d, q, f) })
	}
	return s.change(r, q.By, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		entries, plan, err := d.Bulk(q.Do, f, opt)
		if err != nil {
			return nil, false, errSense{err}
		}
		if named(d, entries) != q.Expect {
			return nil, false, errClash{[]review.Clash{{Field: "list", Base: q.Expect, Now: named(d, entries)}}}
		}
		return plan, false, nil
	}, nil)
}

func listed(d *review.Desk, q bulkAsk, f review.Filter) reply {
	entries, plan, err := d.Bulk(q.Do, f, ledger.Options{})
	if err != nil {
		return problem{http.StatusBadRequest, err.Error(), "", nil}.reply()
	}
	out := bulkList{Entries: entries[:min(len(entries), mostListed)], Total: len(entries), Diff: []string{}, Left: plan.Left, Expect: named(d, entries)}
	for _, a := range plan.Acts {
		if a.Act.Human() && len(out.Diff) < mostListed {
			out.Diff = append(out.Diff, ledger.Tell(a))
		}
	}
	return reply{value: out}
}

// named names a list of events as they stand, so that one acts on what one saw.
func named(d *review.Desk, entries []*review.Entry) string {
	h := sha256.New()
	for _, e := range entries {
		h.Write([]byte(e.ID + " " + d.Event(e.ID).Version() + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func (s *server) undo(r *http.Request) reply {
	var q struct {
		Group string `json:"group"` // as done gave it; "" for the last decision of anybody
		By    string `json:"by"`
	}
	if p := read(r, &q); p != nil {
		return p.reply()
	}
	return s.change(r, q.By, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		p, err := d.Undo(q.Group, opt)
		if err != nil {
			return nil, false, errSense{err}
		}
		return p, false, nil
	}, nil)
}
