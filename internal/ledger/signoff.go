package ledger

import (
	"slices"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// sign notes in an event who reviewed it and when. Who accepts what another
// has accepted or corrected is one reader more; who changes what it says is
// its only reader again. Without a name nothing is noted.
func (r *renewal) sign(act decisions.Kind) {
	if r.opt.By == "" {
		return
	}
	by := []string{r.opt.By}
	if act == decisions.Accept && r.e.reviewed() && !r.signed {
		by = slices.Clone(r.e.ReviewedBy)
		if !slices.Contains(by, r.opt.By) {
			by = append(by, r.opt.By)
		}
	}
	if act == decisions.Set {
		r.signed = true // also for an acceptance in the same step
	}
	if !slices.Equal(by, r.e.ReviewedBy) || r.signed {
		r.edits = append(r.edits, frontmatter.Set(inlineTexts(by), EventKeys(), "reviewed_by"))
	}
	if r.opt.Day != "" && r.e.ReviewedOn != r.opt.Day {
		r.edits = append(r.edits, frontmatter.Set(frontmatter.Quoted(r.opt.Day), EventKeys(), "reviewed_on"))
	}
}

// second reports whether an acceptance is that of one more reader, where the
// site wants several. What was corrected stays so; the reader signs it.
func (o Options) second(e *Event) bool {
	return o.Readers > 1 && o.By != "" && (e.Review == Accepted || e.Review == Corrected) && len(e.ReviewedBy) < o.Readers && !slices.Contains(e.ReviewedBy, o.By)
}

// Unread reports whether fewer people than the site wants have reviewed an
// event.
func (e *Event) Unread(readers int) bool { return len(e.ReviewedBy) < readers }
