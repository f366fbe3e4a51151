package filesums

import (
	"io/fs"
	"syscall"
)

// changedAt is when a file last changed in any way, which nobody sets back; in
// nanoseconds, 0 if that is not known.
func changedAt(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
