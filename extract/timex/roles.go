package timex

// role marks words that the engine itself asks for: those that join and open
// ranges and lists, and the forms of verbs.
type role uint64

// The roles, each the words of one class of the tables.
const (
	roleJoin    role = 1 << iota // and, or: lists
	roleTo                       // to, until, –: ranges
	roleFill                     // words between the joint and the member: "bis zum 8."
	roleOrd                      // "th" of "4th"
	roleCard                     // number words
	roleTens                     // "twenty"
	roleFrom                     // opens a closed range, or one open to the right: "von", "from"
	roleSince                    // opens a range that is open to the right
	roleUntil                    // opens a range that is open to the left
	roleBoth                     // opens a range whose joint is "and"
	roleOn                       // closes an open range: "von Januar an"
	roleStop                     // may follow a date in a list
	rolePast                     // verb forms of the past
	roleFuture                   // and of the future, or of plans
	rolePresent                  // and of the present, of states
	roleHave                     // makes the past with a participle
	roleParticiple
	rolePassive      // the form behind it is no finite one: "will be held"
	roleHintPast     // before a date: it is past, whatever the verb: "seit"
	roleHintFuture   // before a date: it is ahead, unless the verb says past: "ab"
	roleNounCue      // the form behind it is a noun: "the plan"
	roleSinceHead    // before an opener of closed ranges, makes it open to the right: "à partir de"
	rolePlan         // a past that looks ahead from what is told: "sollte", "could"
	roleBe           // makes the past with some participles, a state with others
	roleMoved        // the participles that make a past with it: "angekommen"
	roleAhead        // sets a date ahead, whatever its tense: "verschoben", "set"
	roleAheadPrep    // stands before the date so set: "auf", "for"
	roleHintAfter    // opens a phrase whose date is past, unless the verb looks ahead: "nach dem Angriff am Sonntag"
	roleHintNoun     // ties a past date to the noun before it: "der Angriff vom Sonntag"
	roleBeInf        // beside a participle, makes the past with a modal verb: "soll abgereist sein"
	roleNoVerb       // no verb form, though it looks like one; or a verb of saying, whose present tells the past
	roleHour         // "Uhr", "o'clock"
	roleBefore       // before a date: opens a range that ends there: "vor 1928"
	roleAfter        // before a date: opens a range that begins there: "after 1928"
	roleNot          // before an opener: "not before 2025" is from 2025 on
	roleBy           // before a date: opens a range that ends with it: "by Friday"
	roleHintBefore   // opens a phrase whose date is ahead: "vor der Wahl am Sonntag"
	roleEvent        // a noun of what takes place, or what its compounds end with
	roleUnsure       // before a date: it may be that one: "possibly 1984"
	roleOr           // joins two dates of which one is meant
	roleAddress      // before a name: "Herr", "Mrs"
	roleGiven        // a given name
	rolePlacePrep    // before a place: "in Paris Friday"
	roleBearer       // what the words end with that bear numbers
	roleYearIn       // before a year, leaves no doubt that it is one
	roleClockPrep    // before a clock time
	roleOver         // before a weekend or a feast of days: in its course: "over the weekend"
	roleFromAhead    // an opener of closed ranges that opens one to the right before a date to come: "from April 1"
	roleNear         // before a date: it is about that time: "um Weihnachten"
	roleYearly       // a verb that may have a year for its subject: "1990 saw"
	rolePastShape    // looks like a past by its ending
	rolePresentShape // looks like a present
	roleComputed     // the roles of this item have been worked out
)

const (
	rolesTense  = rolePast | roleFuture | rolePresent | roleHave | roleParticiple | rolePlan | roleBe | roleMoved
	rolesFinite = rolePast | roleFuture | rolePresent | roleHave | rolePlan | roleBe
)

var roleClasses = [...]string{"join", "join-to", "join-fill", "ord-suffix", "card", "card-tens", "range-from", "range-since",
	"range-until", "range-between", "range-on", "stop", "tense-past", "tense-future", "tense-present", "tense-have", "tense-participle",
	"tense-passive", "tense-hint-past", "tense-hint-future", "tense-noun", "range-since-head",
	"tense-plan", "tense-be", "tense-moved", "tense-ahead", "tense-ahead-prep", "tense-hint-after", "tense-hint-noun",
	"tense-be-inf", "tense-none", "hour-word",
	"range-before", "range-after", "range-not", "range-by", "tense-hint-before", "event-noun", "unsure", "or", "address", "given-name", "place-prep", "bearer-end", "year-in", "clock-before", "over", "range-ahead", "near", "year-verb"}

// capitalRoles are those whose words may be written with a capital only.
const capitalRoles = roleEvent | roleGiven | roleBearer | roleAddress | roleHour

// roleOf is the role of a class, 0 if it has none.
func roleOf(class string) role {
	for i, c := range roleClasses {
		if c == class {
			return 1 << i
		}
	}
	return 0
}

// assignRoles notes with each word what it may be to the engine.
func (g *grammar) assignRoles() {
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		for _, r := range e.readings {
			role := roleOf(g.classes[r.class].name)
			if !r.capital || role&capitalRoles != 0 {
				e.roles |= role
			}
			switch role {
			case roleEvent:
				g.eventEnds = append(g.eventEnds, e.form)
			case roleBearer:
				g.bearerEnds = append(g.bearerEnds, e.form)
			}
		}
		for _, p := range e.phrases {
			e.verbal = e.verbal || roleOf(g.classes[p.reading.class].name)&rolesTense != 0
		}
	}
}

// is reports whether an item may play one of some roles.
func (g *grammar) is(it *item, roles role) bool {
	return it.kind == wordItem && it.word != 0 && g.lex.entries[it.word].roles&roles != 0
}
