package main

import (
	"context"
	"crypto/sha256"

	"fasti/extract"
	"fasti/extract/merge"
	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/store"
)

// heard is what the articles of a site say, read and merged.
type heard struct {
	of       origin
	results  []*extract.Result // nil if it is of an earlier run
	timeline *merge.Timeline
	hearing  ledger.Hearing
	doubts   []diag.Diagnostic
}

// origin is what a timeline is made from.
type origin struct {
	sum    [sha256.Size]byte // a hash of all but the vetoes
	vetoes []merge.Veto
}

// gives reports whether a timeline that was made from o is the one that other gives.
func (o origin) gives(other origin, t *merge.Timeline) bool {
	return o.sum == other.sum && t.StandsUnder(o.vetoes, other.vetoes)
}

// hear finds what the articles say: as an earlier run has found it, if that was
// from the same, or anew.
func (a *app) hear(ctx context.Context, s *siteContent, of origin) (*heard, error) {
	keeps := a.recall && !a.looking && !a.names.external()
	if keeps {
		if h := a.recalled(of); h != nil {
			return h, nil
		}
		h, err := a.hearGists(ctx, s)
		if err != nil {
			return nil, err
		}
		h.of = of
		a.keepHeard(h)
		return h, nil
	}
	results, err := a.results(ctx, s)
	if err != nil {
		return nil, err
	}
	return &heard{of, results, merge.Merge(results, s.mergeOptions()), ledger.Hear(results), doubts(s.content, results)}, nil
}

// keptHeard is what is kept of it for the next run.
type keptHeard struct {
	Vetoes   []merge.Veto
	Timeline *merge.Timeline
	Hearing  ledger.Hearing
	Doubts   []diag.Diagnostic
}

// heardFile is where, in the store.
const heardFile = "heard"

func heardForm() string { return "heard 2 " + store.Sum(engine()+store.Shape(keptHeard{})) }

// recalled is what an earlier run has heard from the same articles, with the same
// knowledge; nil if there is nothing of that.
func (a *app) recalled(of origin) *heard {
	r := store.NewReader(store.Read(a.dir, heardFile, heardForm()))
	if string(r.Raw(len(of.sum))) != string(of.sum[:]) {
		return nil
	}
	var k keptHeard
	if r.Value(&k); r.Bad() || !r.End() || k.Timeline == nil {
		return nil
	}
	had := origin{of.sum, k.Vetoes}
	if !had.gives(of, k.Timeline) {
		return nil
	}
	return &heard{of: had, timeline: k.Timeline, hearing: k.Hearing, doubts: k.Doubts}
}

func (a *app) keepHeard(h *heard) {
	t := *h.timeline
	t.Events = make([]merge.Event, len(h.timeline.Events))
	for i, e := range h.timeline.Events {
		e.Features, e.Decisions = nil, nil // why it is so: nothing is made from that
		t.Events[i] = e
	}
	w := store.WriterFor(a.dir, heardFile)
	w.Raw(h.of.sum[:])
	w.Value(keptHeard{h.of.vetoes, &t, h.hearing, h.doubts})
	store.Write(a.dir, heardFile, heardForm(), w.Bytes())
}
