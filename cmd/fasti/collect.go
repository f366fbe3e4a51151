package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// heapFloor is the size of the heap below which garbage is not collected: the
// tables, models and records that a command begins with stay, and a small heap
// that grows is collected again and again in vain, which took half the time of a
// short run. More would save less than it costs to have the memory from the system.
const heapFloor = 128 << 20

// heapKept bounds what a heap that was once that large may fill again before garbage
// is collected. That memory is had from the system already, and to let less of it be
// used would only mean to look through what stays more often.
const heapKept = 512 << 20

// firstGoal is what the runtime takes a heap to be before the first collection.
const firstGoal = 4 << 20

// collectLater puts off the collection of garbage while the heap is small. A
// large one is collected as usual, when it has doubled or is as large as it has been.
// Whoever has set GOGC has chosen.
func collectLater() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(heapFloor / firstGoal * 100)
	reached := int64(heapFloor)
	afterCollection(func() {
		if collectsSoon.Load() {
			debug.SetGCPercent(100)
			return
		}
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		n := int64(max(1<<20, live[0].Value.Uint64()))
		goal := max(2*n, min(reached, heapKept))
		debug.SetGCPercent(int((goal - n) * 100 / n))
		reached = max(reached, goal) // when it is called again
	})
}

// collectsSoon tells that garbage is to be collected as usual from now on.
var collectsSoon atomic.Bool

// collectSoon takes collectLater back, for a command that reads files one after
// the other: what it held of one is garbage at the next, and an archive of a
// crawl has thousands.
func collectSoon() {
	if os.Getenv("GOGC") == "" {
		collectsSoon.Store(true)
		debug.SetGCPercent(100)
	}
}

// afterCollection calls do after each collection of garbage.
func afterCollection(do func()) {
	runtime.SetFinalizer(&struct{ text string }{"gone"}, func(any) {
		do()
		afterCollection(do)
	})
}
