package article

import (
	"strings"
	"time"
)

// dateLayouts are the forms in which a date of publication is accepted.
var dateLayouts = [...]string{
	time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04",
}

// ParseDate reads a date of publication (YYYY-MM-DD, alone or with a time and
// zone, ISO 8601) and gives it as Article.Date wants it: YYYY-MM-DD if no time
// or no zone is known, else RFC 3339. Nothing is guessed: every other form,
// and every day that is none, is refused.
func ParseDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range dateLayouts {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if layout == time.DateOnly || !strings.Contains(layout, "Z0") {
			return t.Format(time.DateOnly), true
		}
		return t.Format(time.RFC3339), true
	}
	return "", false
}
