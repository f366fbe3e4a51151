package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is the heap in per cent of 4 MB at which garbage is collected
// for the first time: 64 MB.
const firstCollection = 1600

// collectLater puts off the first collection of garbage, since the tables and
// models that a command begins with stay, and a small heap that grows is
// collected again and again in vain: half the time of a short run. From the
// first collection on it goes as usual. Whoever has set GOGC has chosen.
func collectLater() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(firstCollection)
	runtime.SetFinalizer(&struct{ text string }{"gone"}, func(any) { debug.SetGCPercent(usual) })
}
