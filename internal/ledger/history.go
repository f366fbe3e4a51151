package ledger

import (
	"bytes"
	"strings"

	"fasti/internal/diag"
)

// parseHistory reads content/fasti.history, which sites of before the log
// have: seven fields a line, apart by
// tabs (day, id, what, key, old, new, reason), oldest first.
func (l *loader) parseHistory(src []byte) []Change {
	var out []Change
	marked := l.conflict(historyFile, src)
	for i, line := range bytes.Split(src, []byte("\n")) {
		text := strings.TrimRight(string(line), "\r")
		if marked && markOfGit(text) || text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != 7 || !isDay(f[0]) {
			l.report(diag.Diagnostic{File: historyFile, Line: i + 1, Col: 1, Code: diag.BadLedger, Message: "this is no line of the history", Hint: "restore the file from version control"})
			continue
		}
		for k := range f {
			f[k] = unescape(f[k])
		}
		out = append(out, Change{Day: f[0], ID: f[1], What: f[2], Key: f[3], Old: f[4], New: f[5], Reason: f[6]})
	}
	return out
}

// isDay reports whether s has the form of a day; none at all will do.
func isDay(s string) bool {
	for i := range len(s) {
		if c := s[i]; i == 4 || i == 7 {
			if c != '-' {
				return false
			}
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return len(s) == 10 || s == ""
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r").Replace(s)
}
