package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"fasti/internal/ledger"
)

// pseudoTerminal runs a command of fasti in a terminal of its own.
type pseudoTerminal struct {
	*testing.T
	master *os.File
	cmd    *exec.Cmd

	mu   sync.Mutex
	seen strings.Builder
}

func inTerminal(t *testing.T, columns, rows uint16, args ...string) *pseudoTerminal {
	t.Helper()
	return onTerminal(t, columns, rows, func(fasti string) *exec.Cmd { return exec.Command(fasti, args...) })
}

// shellInTerminal runs a line of a shell, in which fasti is found, in a folder.
func shellInTerminal(t *testing.T, dir, line string) *pseudoTerminal {
	t.Helper()
	return onTerminal(t, 100, 30, func(fasti string) *exec.Cmd {
		cmd := exec.Command("sh", "-c", `PATH="$(dirname "$0"):$PATH"; `+line, fasti)
		cmd.Dir = dir
		return cmd
	})
}

func onTerminal(t *testing.T, columns, rows uint16, command func(fasti string) *exec.Cmd) *pseudoTerminal {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { _ = master.Close() })
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: rows, Col: columns}); err != nil {
		t.Fatal(err)
	}
	tty, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	defer tty.Close()
	// The test's own binary is fasti, if it is called so; see TestMain.
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	fasti := filepath.Join(t.TempDir(), "fasti")
	if err := os.Symlink(self, fasti); err != nil {
		t.Fatal(err)
	}
	cmd := command(fasti)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &pseudoTerminal{T: t, master: master, cmd: cmd}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := master.Read(b)
			p.mu.Lock()
			p.seen.Write(b[:n])
			p.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return p
}

var control = regexp.MustCompile(`\x1b\[[0-9;?>=$]*[a-zA-Z]`)

// text is what was written, without what moves the cursor.
func (p *pseudoTerminal) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return control.ReplaceAllString(p.seen.String(), "")
}

// until waits for words on the screen.
func (p *pseudoTerminal) until(words string) {
	p.Helper()
	for range 300 {
		if strings.Contains(p.text(), words) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	p.Fatalf("the terminal never shows %q:\n%s", words, p.text())
}

// press types keys and waits for what they bring.
func (p *pseudoTerminal) press(keys, words string) {
	p.Helper()
	p.mu.Lock()
	p.seen.Reset()
	p.mu.Unlock()
	if _, err := io.WriteString(p.master, keys); err != nil {
		p.Fatal(err)
	}
	p.until(words)
}

// fasti review in a real terminal: decides, corrects, takes back, and leaves the
// terminal as it was. A narrow one breaks sentences and cuts none off.
func TestReviewInATerminal(t *testing.T) {
	dir := deskSiteDir(t)
	if _, said, code := fastiOn(t, dir, "extract"); code != 0 {
		t.Fatal(said)
	}
	p := inTerminal(t, 60, 80, "-C", dir, "--now", "2031-04-01", "--by", "Anna", "review")
	p.until("0 decided · 43 wait")
	p.until("u undo")
	if s := p.text(); !strings.Contains(strings.Join(strings.Fields(s), " "), "niedergelegt") {
		t.Errorf("the sentence is cut off:\n%s", s)
	}
	p.press("a", "proposed -> accepted")
	p.press("t", "Enter saves, Escape leaves it")
	p.press(" (corrected)\r", "set ")
	p.press("u", "taken back")
	p.press("?", "Q or Escape ends")
	p.press("\x1b", "Harbour Courier")
	p.press("r", "proposed -> rejected")
	if _, err := io.WriteString(p.master, "Q"); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("%v\n%s", err, p.text())
	}
	c, found := ledger.Load(dir)
	if len(found) > 0 {
		t.Fatal(found)
	}
	n := map[ledger.Review]int{}
	for _, e := range c.Events {
		n[e.Review]++
		if strings.Contains(e.Title, "(corrected)") {
			t.Error("what was taken back stands")
		}
	}
	if n[ledger.Accepted] != 1 || n[ledger.Rejected] != 1 {
		t.Errorf("%v", n)
	}
}
