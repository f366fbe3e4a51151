package site

import (
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// why says in a sentence how the date of a source was worked out.
func (t *timeline) why(e *event, s ledger.Source) string {
	w := t.words
	if d, err := edtf.Parse(s.When); err == nil && t.byEditors(e) && !agree(d, e.When) {
		return "" // a reading that an editor has set right explains nothing
	}
	d, err := edtf.Parse(s.When)
	if err != nil || s.When == "" {
		if s.Said == "" {
			return ""
		}
		return w.say("why_open", "said", isolate(s.Said))
	}
	with := []string{"said", isolate(s.Said), "date", w.label(d, false), "day", ""}
	pub := ""
	if r := t.report[s.Article]; r != nil {
		if p, ok := published(r.Date); ok {
			pub = w.say("weekday_date", "w", w.weekday(p, false), "x", w.dayLabel(p, false))
		}
	}
	with = append(with, "report", pub)
	key := "why_" + s.Basis
	switch {
	case !w.has(key):
		return ""
	case s.Said == "" && s.Basis != "dct" && s.Basis != "inherited" && s.Basis != "none":
		return ""
	case pub == "" && (s.Basis == "relative" || s.Basis == "inferred" || s.Basis == "dct"):
		return w.say("why_explicit", with...)
	}
	return w.say(key, with...)
}

// isolate keeps words of another writing direction from disturbing the line.
func isolate(s string) string {
	for _, r := range s {
		if r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfefc {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}
