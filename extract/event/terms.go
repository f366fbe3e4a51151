package event

import "slices"

// Kind says what sort of thing happened, see docs/kinds.md.
type Kind string

// The kinds of event, in the order of docs/kinds.md.
const (
	Agree       Kind = "agree"
	Consult     Kind = "consult"
	Support     Kind = "support"
	Cooperate   Kind = "cooperate"
	Aid         Kind = "aid"
	Yield       Kind = "yield"
	Request     Kind = "request"
	Accuse      Kind = "accuse"
	Reject      Kind = "reject"
	Threaten    Kind = "threaten"
	Protest     Kind = "protest"
	Sanction    Kind = "sanction"
	Mobilize    Kind = "mobilize"
	Coerce      Kind = "coerce"
	Assault     Kind = "assault"
	Election    Kind = "election"
	Court       Kind = "court"
	Accident    Kind = "accident"
	Disaster    Kind = "disaster"
	Death       Kind = "death"
	Appointment Kind = "appointment"
	Publication Kind = "publication"
	Economy     Kind = "economy"
	Sport       Kind = "sport"
	Culture     Kind = "culture"
	Science     Kind = "science"
	Travel      Kind = "travel"
	Statement   Kind = "statement"
	Other       Kind = "other"
)

// Inner kinds are those that only tables give, to verbs that report no happening
// themselves.
const (
	kindReport  Kind = "report"
	kindOpening Kind = "opening" // of what the clause's noun does not say
	kindState   Kind = "state"
	kindPlan    Kind = "plan"
	kindAspect  Kind = "aspect"
	kindCancel  Kind = "cancel" // calls a happening off
	kindDeny    Kind = "deny"
)

// trait is what holds for events of some kinds.
type trait uint16

const (
	harms       trait = 1 << iota // one word may mean each of them: "das Unglück" takes up a crash as well as a fire and those who died in it
	lasts                         // goes on for days: of "last week" it takes all, any other was on one of those days
	befallsOnce                   // befalls the same people once in an article, whatever the verb
	blamed                        // a deed, or the outcome of one, that somebody is blamed for
	befalls                       // its object has a part in it: who is accused or sued has, a company that is founded has not
	targeted                      // is aimed at somebody: "Angriff auf X", "sanctions against X"
	apartByWhom                   // two of them with or upon different people are two
	toldByDay                     // a ruling, decision or text that is told apart by its day
	figured                       // figures make it worth telling
	directed                      // who does it to whom matters: the same the other way round is another event
	spoken                        // consists of words, of which one speaker says many in a day
	ofOnePlace                    // happens in one place
	mutual                        // all who take part do the same
	hasItsDay                     // is known by the day that it is set for, as a vote or match is
	sudden                        // harm in one town on one day that two languages tell of is the same
)

// kindRow is a row of the table of kinds.
type kindRow struct {
	kind   Kind
	traits trait
	shown  Kind // as what the outside sees an inner kind; "": as it is
}

// kindTable has all that fasti knows about kinds.
var kindTable = [...]kindRow{
	{kind: Agree, traits: toldByDay | mutual},
	{kind: Consult, traits: befalls | apartByWhom | mutual},
	{kind: Support, traits: lasts | befalls},
	{kind: Cooperate, traits: lasts | mutual},
	{kind: Aid, traits: lasts | befalls | directed},
	{kind: Yield},
	{kind: Request, traits: befalls | directed | spoken},
	{kind: Accuse, traits: befalls | targeted | directed | spoken},
	{kind: Reject, traits: befalls | directed | spoken},
	{kind: Threaten, traits: befalls | targeted | directed | spoken},
	{kind: Protest, traits: lasts | targeted | ofOnePlace},
	{kind: Sanction, traits: lasts | befalls | targeted | directed},
	{kind: Mobilize, traits: lasts},
	{kind: Coerce, traits: blamed | befalls | targeted | directed | ofOnePlace},
	{kind: Assault, traits: harms | blamed | befalls | targeted | directed | ofOnePlace | sudden},
	{kind: Election, traits: hasItsDay},
	{kind: Court, traits: befalls | apartByWhom | toldByDay},
	{kind: Accident, traits: harms | blamed | figured | ofOnePlace | sudden},
	{kind: Disaster, traits: harms | ofOnePlace | sudden},
	{kind: Death, traits: harms | befallsOnce | blamed | apartByWhom | figured | ofOnePlace},
	{kind: Appointment, traits: befallsOnce | apartByWhom},
	{kind: Publication, traits: toldByDay},
	{kind: Economy, traits: lasts | figured},
	{kind: Sport, traits: hasItsDay | lasts | figured | ofOnePlace | mutual},
	{kind: Culture, traits: lasts | ofOnePlace},
	{kind: Science},
	{kind: Travel, traits: lasts | apartByWhom},
	{kind: Statement, traits: befalls | toldByDay | spoken},
	{kind: Other},
	{kind: kindReport, shown: Statement},
	{kind: kindOpening, shown: Economy},
	{kind: kindState, shown: Other},
	{kind: kindPlan, shown: Other},
	{kind: kindAspect, shown: Other},
	{kind: kindCancel, shown: Other},
	{kind: kindDeny, shown: Other},
}

// row is the row of a kind; nil if there is none.
func (k Kind) row() *kindRow {
	for i := range kindTable {
		if kindTable[i].kind == k {
			return &kindTable[i]
		}
	}
	return nil
}

// is reports whether a trait holds for events of a kind.
func (k Kind) is(t trait) bool {
	r := k.row()
	return r != nil && r.traits&t != 0
}

// public is the kind that the outside sees.
func (k Kind) public() Kind {
	if r := k.row(); r != nil && r.shown != "" {
		return r.shown
	}
	return k
}

// family puts the kinds together that one word may mean.
func (k Kind) family() Kind {
	if k.is(harms) {
		return "harm"
	}
	return k
}

// Known reports whether tables may name a kind.
func (k Kind) Known() bool { return k.row() != nil }

// Spoken reports whether an event consists of words, of which one speaker says
// many in a day.
func (k Kind) Spoken() bool { return k.is(spoken) }

// OfOnePlace reports whether an event happens in one place.
func (k Kind) OfOnePlace() bool { return k.is(ofOnePlace) }

// Mutual reports whether all who take part do the same.
func (k Kind) Mutual() bool { return k.is(mutual) }

// Directed reports whether the same the other way round is another event.
func (k Kind) Directed() bool { return k.is(directed) }

// Sudden reports whether it is a kind of harm of which a town has one in a day.
func (k Kind) Sudden() bool { return k.is(sudden) }

// Kinds lists the kinds of event that an event may have, in the order of
// docs/kinds.md.
func Kinds() []Kind {
	var out []Kind
	for i := range kindTable {
		if kindTable[i].shown == "" {
			out = append(out, kindTable[i].kind)
		}
	}
	return out
}

// Status says whether the event took place.
type Status string

// The statuses of an event.
const (
	Happened     Status = "happened"
	Planned      Status = "planned"
	Cancelled    Status = "cancelled"
	Alleged      Status = "alleged"
	Denied       Status = "denied"
	Hypothetical Status = "hypothetical"
)

// statusRow is a row of the table of statuses.
type statusRow struct {
	status Status
	told   bool // somebody says that it took place
	hidden bool // says that something did not or may not happen, which is no event for readers
	rank   int  // of several reports' statuses the highest holds
}

// statusTable has all that fasti knows about statuses.
var statusTable = [...]statusRow{
	{status: Happened, told: true, rank: 5},
	{status: Planned, rank: 3},
	{status: Cancelled, rank: 6},
	{status: Alleged, told: true, rank: 4},
	{status: Denied, hidden: true, rank: 2},
	{status: Hypothetical, hidden: true, rank: 1},
}

// row is the row of a status; a row without a status if there is none.
func (s Status) row() statusRow {
	for _, r := range statusTable {
		if r.status == s {
			return r
		}
	}
	return statusRow{}
}

// Told reports whether somebody says that the event took place.
func (s Status) Told() bool { return s.row().told }

// Unreal reports whether the status says that something did not or may not
// happen, which readers are not shown.
func (s Status) Unreal() bool { return s.row().hidden }

// Rank orders the statuses that several reports give one event: the highest
// holds. 0 is no status.
func (s Status) Rank() int { return s.row().rank }

// Statuses lists the statuses.
func Statuses() []Status {
	var out []Status
	for _, r := range statusTable {
		out = append(out, r.status)
	}
	return out
}

// Basis is how the event's date was found.
type Basis string

// The bases of an event's date, the surest first.
const (
	Explicit  Basis = "explicit"
	Inferred  Basis = "inferred"
	Relative  Basis = "relative"
	Inherited Basis = "inherited" // from a sentence nearby
	DCT       Basis = "dct"       // fresh news without a time expression
	None      Basis = "none"
)

// Bases lists the bases, the surest first.
func Bases() []Basis { return []Basis{Explicit, Inferred, Relative, Inherited, DCT, None} }

// Rank orders the bases, the surest first; -1 is none of them.
func (b Basis) Rank() int { return slices.Index(Bases(), b) }

// Own reports whether the words of the event's own sentence give the date.
func (b Basis) Own() bool { return b == Explicit || b == Inferred || b == Relative }

// Role is an actor's part in an event.
type Role string

// The roles.
const (
	Actor     Role = "actor"
	Recipient Role = "recipient"
	Host      Role = "host"
	Mediator  Role = "mediator"
	Victim    Role = "victim"
	Speaker   Role = "speaker"
	Mentioned Role = "mentioned"
)

// partRole is a row of the table of roles.
type partRole struct {
	role    Role
	acts    bool
	suffers bool // it is done to them
	given   bool // a row of event/roles may give it
	rank    int  // of the roles that several reports give, the lowest holds
}

// roleTable has all that fasti knows about roles.
var roleTable = [...]partRole{
	{role: Actor, acts: true, given: true, rank: 0},
	{role: Recipient, suffers: true, given: true, rank: 4},
	{role: Host, given: true, rank: 3},
	{role: Mediator, given: true, rank: 2},
	{role: Victim, suffers: true, given: true, rank: 5},
	{role: Speaker, acts: true, given: true, rank: 1},
	{role: Mentioned, rank: 6},
}

// row is the row of a role; a row of rank -1 if there is none.
func (r Role) row() partRole {
	for _, x := range roleTable {
		if x.role == r {
			return x
		}
	}
	return partRole{rank: -1}
}

// Acts reports whether somebody does or says something.
func (r Role) Acts() bool { return r.row().acts }

// Suffers reports whether something is done to somebody.
func (r Role) Suffers() bool { return r.row().suffers }

// Rank orders the roles that several reports give one actor: the lowest holds; -1
// is no role.
func (r Role) Rank() int { return r.row().rank }

// Roles lists the roles.
func Roles() []Role {
	var out []Role
	for _, x := range roleTable {
		out = append(out, x.role)
	}
	return out
}
