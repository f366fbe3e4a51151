package event

import "slices"

// kinds are the kinds of event, see docs/kinds.md.
var kinds = []string{"accident", "accuse", "agree", "aid", "appointment", "assault", "coerce", "consult", "cooperate", "court", "culture", "death",
	"disaster", "economy", "election", "mobilize", "other", "protest", "publication", "reject", "request", "sanction", "science", "sport",
	"statement", "support", "threaten", "travel", "yield"}

// innerKinds are those that only tables give: verbs that report no happening
// themselves.
var innerKinds = []string{"report", "opening", "state", "plan", "aspect", "cancel", "deny"}

// Kinds lists the kinds of event.
func Kinds() []string { return slices.Clone(kinds) }

// isKind reports whether tables may name a kind.
func isKind(k string) bool { return slices.Contains(kinds, k) || slices.Contains(innerKinds, k) }
