package names

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

// Command is an engine that runs as a process of its own. It gets one line of
// JSON an article, {"lang":"de","text":"…"}, and answers each with one line,
// {"names":[{"start":0,"end":7,"text":"Blinken","type":"PER"}]} or
// {"error":"…"}, in the same order. It may serve many goroutines; one article
// is under way at a time.
type Command struct {
	line    string
	timeout time.Duration

	mu     sync.Mutex
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	broken error // why the process is not asked any more
}

// NewCommand makes an engine of a command line, words apart by blanks, without
// a shell. The process starts with the first article. timeout bounds each
// answer; 0 means two minutes.
func NewCommand(line string, timeout time.Duration) (*Command, error) {
	if len(strings.Fields(line)) == 0 {
		return nil, errors.New("the command for names is empty")
	}
	if timeout <= 0 {
		timeout = 2 * time.Minute
	}
	return &Command{line: line, timeout: timeout}, nil
}

// maxAnswer bounds one answer in bytes.
const maxAnswer = 32 << 20

type question struct {
	Lang string `json:"lang"`
	Text string `json:"text"`
}

type answer struct {
	Names []Found `json:"names"`
	Error string  `json:"error"`
}

// Names asks the process. After an error in the exchange itself it is stopped
// and not asked again.
func (c *Command) Names(doc *segment.Doc) ([]actor.Name, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.broken != nil {
		return nil, c.broken
	}
	a, err := c.ask(doc)
	if err != nil {
		c.broken = err
		c.stop()
		return nil, err
	}
	if a.Error != "" {
		return nil, errors.New(a.Error)
	}
	if a.Names == nil { // {"names":[]} says that there is none
		return nil, errors.New("names command: the answer has no list of names")
	}
	return Verbatim(doc.Text, a.Names), nil
}

func (c *Command) ask(doc *segment.Doc) (answer, error) {
	if err := c.start(); err != nil {
		return answer{}, err
	}
	q, err := json.Marshal(question{doc.Lang, doc.Text})
	if err != nil {
		return answer{}, err
	}
	type result struct {
		line []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		if _, err := c.in.Write(append(q, '\n')); err != nil {
			done <- result{nil, err}
			return
		}
		line, err := readLine(c.out)
		done <- result{line, err}
	}()
	timer := time.NewTimer(c.timeout)
	defer timer.Stop()
	select {
	case r := <-done:
		if r.err != nil {
			return answer{}, fmt.Errorf("names command: %w", r.err)
		}
		var a answer
		if err := json.Unmarshal(r.line, &a); err != nil {
			return answer{}, fmt.Errorf("names command: its answer is no JSON line: %w", err)
		}
		return a, nil
	case <-timer.C:
		return answer{}, fmt.Errorf("names command: no answer within %s", c.timeout)
	}
}

// readLine reads a line of at most maxAnswer bytes.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxAnswer:
			return nil, errors.New("the answer is too long")
		case err == nil:
			return line, nil
		case err == io.EOF && len(line) > 0:
			return line, nil
		case err != bufio.ErrBufferFull:
			return nil, fmt.Errorf("the process gave no answer: %w", err)
		}
	}
}

func (c *Command) start() error {
	if c.cmd != nil {
		return nil
	}
	words := strings.Fields(c.line)
	cmd := exec.Command(words[0], words[1:]...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("names command: %w", err)
	}
	c.cmd, c.in, c.out = cmd, in, bufio.NewReaderSize(out, 1<<16)
	return nil
}

// stop ends the process at once.
func (c *Command) stop() {
	if c.cmd == nil {
		return
	}
	c.in.Close()
	c.cmd.Process.Kill()
	c.cmd.Wait()
	c.cmd = nil
}

// Close tells the process that no more articles come, and waits a moment for
// it to end.
func (c *Command) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cmd == nil {
		return nil
	}
	c.in.Close()
	ended := make(chan error, 1)
	go func(cmd *exec.Cmd) { ended <- cmd.Wait() }(c.cmd)
	var err error
	select {
	case err = <-ended:
	case <-time.After(5 * time.Second):
		c.cmd.Process.Kill()
		err = <-ended
	}
	c.cmd = nil
	return err
}
