package syntax

// Status says whether what a word tells took place, as far as the grammar of
// its sentence says.
type Status uint8

// The statuses, a later one outweighs an earlier.
const (
	Happened Status = iota
	Alleged
	Planned
	Cancelled
	Denied
	Hypothetical
)

var statusNames = []string{"happened", "alleged", "planned", "cancelled", "denied", "hypothetical"}

// String names the status.
func (s Status) String() string { return nameOf(statusNames, int(s)) }

// Step is one reason of a verdict.
type Step struct {
	Rule   string // a row of syntax/governors, or what the grammar itself says: "negated", "condition"
	Word   int    // the word that says it
	Status Status
}

// Verdict says whether something took place, and why.
type Verdict struct {
	Status Status
	Steps  []Step
	Ruled  bool // a row of the table of governors has decided
}

// add lets a further reason weigh in.
func (v *Verdict) add(rule string, word int, s Status) {
	for _, old := range v.Steps {
		if old.Rule == rule {
			return
		}
	}
	v.Steps = append(v.Steps, Step{rule, word, s})
	v.Status = max(v.Status, s)
}

// take takes over the reasons of what governs the governor.
func (v *Verdict) take(above Verdict) {
	for _, s := range above.Steps {
		v.add(s.Rule, s.Word, s.Status)
	}
}
