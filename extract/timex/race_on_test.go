//go:build race

package timex

// raceDetector says that the race detector watches: it makes pools forget, so
// that counting allocations means nothing.
const raceDetector = true
