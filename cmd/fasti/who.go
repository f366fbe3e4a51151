package main

import (
	"os"
	"os/exec"
	"strings"
)

// who says who decides: --by, else FASTI_USER, else the name that git knows
// here; "" if nobody says.
func (a *app) who() string {
	if a.by != "" {
		return plainName(a.by)
	}
	if s := os.Getenv("FASTI_USER"); s != "" {
		return plainName(s)
	}
	c := exec.Command("git", "config", "user.name")
	c.Dir = a.dir
	out, err := c.Output()
	if err != nil {
		return ""
	}
	return plainName(string(out))
}

// plainName brings a name onto one line.
func plainName(s string) string { return strings.Join(strings.Fields(s), " ") }
