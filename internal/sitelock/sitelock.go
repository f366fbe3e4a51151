// Package sitelock keeps two runs from writing to one site at the same time.
// The lock is the system's own on a file, so it ends with the process that
// holds it, however that ends: none is ever stale.
package sitelock

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// The files of the lock, below the site's folder. The second tells who holds
// it: on some systems nobody else can read a locked file.
const (
	folder     = ".fasti"
	lockFile   = "lock"
	holderFile = "holder"
)

// Guards reports whether a file of that name in the site's .fasti folder is of
// the lock, and so must stay while a command that holds it clears the folder.
func Guards(name string) bool { return name == lockFile || name == holderFile }

// step is how often a taken lock is looked at.
const step = 50 * time.Millisecond

// Held says that another process holds the lock.
type Held struct {
	By  string // what it runs, "fasti serve"; "" if it has not said so
	PID int    // 0 if it is not known
}

// Error implements error.
func (h *Held) Error() string {
	who := "another fasti"
	if h.By != "" {
		who = h.By
	}
	if h.PID > 0 {
		who += " (process " + strconv.Itoa(h.PID) + ")"
	}
	return who + " is writing to this site; wait until it is done, or end it, then run this again"
}

// Lock is held until Unlock. A nil Lock is none.
type Lock struct {
	file *flock.Flock
	note string
}

// Take waits for the lock of the site in dir, up to patience; command tells
// others what is run. waiting is called once if it does not come at once. The
// error is a [Held] if another process keeps it. Where no lock can be, since
// the folder cannot be written or the file system has none, the Lock is nil:
// what follows fails by itself, or has to do without.
func Take(ctx context.Context, dir, command string, patience time.Duration, waiting func()) (*Lock, error) {
	at, err := place(dir)
	if err != nil {
		return nil, err
	}
	if at == "" {
		return nil, nil
	}
	l := &Lock{file: flock.New(filepath.Join(at, lockFile), flock.SetPermissions(0o644)), note: filepath.Join(at, holderFile)}
	ok, err := l.file.TryLock()
	if err != nil {
		return nil, nil
	}
	if !ok {
		waiting()
		patient, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		if ok, _ = l.file.TryLockContext(patient, step); !ok {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return nil, holder(l.note)
		}
	}
	_ = os.WriteFile(l.note, fmt.Appendf(nil, "%d %s\n", os.Getpid(), command), 0o644) // a lock without a name is one too
	return l, nil
}

// Unlock lets go. The lock's file stays: to remove it would let two others
// hold two files of one name.
func (l *Lock) Unlock() {
	if l == nil {
		return
	}
	_ = os.Remove(l.note)
	_ = l.file.Unlock()
}

// place makes the folder of the lock; "" if there can be none. A link in its
// place leads who knows where, so it is refused.
func place(dir string) (string, error) {
	at := filepath.Join(dir, folder)
	for _, name := range []string{at, filepath.Join(at, lockFile), filepath.Join(at, holderFile)} {
		info, err := os.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return "", fmt.Errorf("%s is a link (remove it; fasti keeps its own notes there)", name)
		}
	}
	if err := os.MkdirAll(at, 0o755); err != nil {
		return "", nil
	}
	return at, nil
}

// holder reads who holds the lock.
func holder(note string) *Held {
	b, err := os.ReadFile(note)
	if err != nil || len(b) > 200 {
		return &Held{}
	}
	pid, by, _ := strings.Cut(strings.TrimSpace(string(b)), " ")
	n, err := strconv.Atoi(pid)
	if err != nil || n <= 0 || strings.ContainsFunc(by, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return &Held{}
	}
	return &Held{By: by, PID: n}
}
