package site

// plan is what became of something announced.
type plan string

const (
	planOpen      plan = "open"      // its day is still to come, as far as the reports reach
	planSilent    plan = "silent"    // its day has passed and no report says what came of it
	planHappened  plan = "happened"  // announced by one report, and told as done by another
	planCancelled plan = "cancelled" // called off
)

// reach is the day of the newest report: what the timeline can know of. ok is
// false without reports.
func (t *timeline) reach() (day int64, ok bool) {
	for _, r := range t.articles {
		if d, known := published(r.Date); known {
			return d.Ordinal(), true // the newest stands first
		}
	}
	return 0, false
}

// becameOf tells what became of an event that was a plan at some time; ok is
// false if no report announced it.
func (t *timeline) becameOf(e *event) (what plan, ok bool) {
	switch e.Status {
	case "planned":
		if day, known := t.reach(); known && e.bounded && e.last < day {
			return planSilent, true
		}
		return planOpen, true
	case "cancelled":
		return planCancelled, true
	case "happened", "alleged":
		for _, s := range e.Sources {
			if s.Status == "planned" && !s.Misread {
				return planHappened, true
			}
		}
	}
	return "", false
}

// plans are the sections of the page of plans.
func (t *timeline) plans(events []*event, from string) []Month {
	by := map[plan][]*event{}
	for _, e := range events {
		if what, ok := t.becameOf(e); ok {
			by[what] = append(by[what], e)
		}
	}
	var out []Month
	for _, what := range []plan{planOpen, planSilent, planHappened, planCancelled} {
		if list := by[what]; len(list) > 0 {
			out = append(out, Month{ID: "plan-" + string(what), Title: t.words.say("plan_" + string(what)), Sub: t.words.count("events", len(list)), Days: t.days(list, from), Dated: true})
		}
	}
	return out
}
