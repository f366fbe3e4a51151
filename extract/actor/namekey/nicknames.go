package namekey

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed nicknames.tsv
var nicknameTable string

// nicknames maps each folded form to the lines that hold it.
var nicknames = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	for i, line := range strings.Split(nicknameTable, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, form := range strings.Split(line, "\t") {
			if form = Fold(form); form != "" {
				m[form] = append(m[form], i)
			}
		}
	}
	return m
})

// nick reports whether two given names stand in one line of the table.
func nick(a, b string) bool {
	m := nicknames()
	for _, i := range m[a] {
		for _, j := range m[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}
