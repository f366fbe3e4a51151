package sitelock_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fasti/internal/sitelock"
)

// TestMain lets the test program be a second process that holds the lock
// until its input ends.
func TestMain(m *testing.M) {
	if dir := os.Getenv("FASTI_TEST_HOLD"); dir != "" {
		l, err := sitelock.Take(context.Background(), dir, "fasti other", 0, func() {})
		fmt.Println(l != nil, err)
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
		l.Unlock()
		return
	}
	os.Exit(m.Run())
}

// other starts a process that holds the lock; end lets it go on, kill does not
// leave it the time to.
func other(t *testing.T, dir string) (pid int, end, kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "FASTI_TEST_HOLD="+dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "true <nil>\n" {
		t.Fatalf("the other process said %q, %v", line, err)
	}
	end = func() { in.Close(); _ = cmd.Wait() }
	kill = func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }
	return cmd.Process.Pid, end, kill
}

func take(dir string, patience time.Duration) (*sitelock.Lock, bool, error) {
	waited := false
	l, err := sitelock.Take(context.Background(), dir, "fasti this", patience, func() { waited = true })
	return l, waited, err
}

func TestSecondWaitsThenTells(t *testing.T) {
	dir := t.TempDir()
	pid, end, _ := other(t, dir)
	l, waited, err := take(dir, 100*time.Millisecond)
	var held *sitelock.Held
	if l != nil || !waited || !errors.As(err, &held) || held.By != "fasti other" || held.PID != pid {
		t.Errorf("lock %v, waited %v, %v", l, waited, err)
	}
	if err != nil && !strings.Contains(err.Error(), fmt.Sprintf("fasti other (process %d) is writing to this site; wait", pid)) {
		t.Errorf("error: %v", err)
	}
	time.AfterFunc(150*time.Millisecond, end)
	if l, waited, err = take(dir, time.Minute); l == nil || !waited || err != nil {
		t.Fatalf("when the other is done: %v, %v, %v", l, waited, err)
	}
	l.Unlock()
}

// A process that is killed leaves its files behind, and they hold nobody up.
func TestNoneIsStale(t *testing.T) {
	dir := t.TempDir()
	_, _, kill := other(t, dir)
	kill()
	if _, err := os.Stat(filepath.Join(dir, ".fasti/holder")); err != nil {
		t.Errorf("the killed process left nothing: %v", err)
	}
	l, waited, err := take(dir, 0)
	if l == nil || waited || err != nil {
		t.Errorf("%v, %v, %v", l, waited, err)
	}
	l.Unlock()
}

func TestWhereNoneCanBe(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".fasti"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if l, _, err := take(dir, 0); l != nil || err != nil {
		t.Errorf("a file in the place of the folder: %v, %v", l, err)
	}
	outside := t.TempDir()
	linked := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(linked, ".fasti")); err != nil {
		t.Skip("no links here")
	}
	if l, _, err := take(linked, 0); l != nil || err == nil {
		t.Errorf("a link in the place of the folder: %v, %v", l, err)
	}
	if files, _ := os.ReadDir(outside); len(files) > 0 {
		t.Error("written outside of the site")
	}
}

func TestEndedWhileWaiting(t *testing.T) {
	dir := t.TempDir()
	_, end, _ := other(t, dir)
	defer end()
	ctx, cancel := context.WithCancel(context.Background())
	_, err := sitelock.Take(ctx, dir, "fasti this", time.Minute, cancel)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error: %v", err)
	}
}
