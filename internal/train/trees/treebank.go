// Package trees learns the models of extract/syntax from treebanks. The same
// data and settings give the same bytes.
package trees

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Node is a word of a treebank.
type Node struct {
	Form, Lemma, POS, Fine, Feats, Rel string
	Misc                               string
	Head                               int // index; -1: the root
	Start, End                         int // bytes of the sentence's text
}

// Sentence is a sentence of a treebank. Its words are those of the treebank,
// or, after Align, fasti's tokens.
type Sentence struct {
	Corpus string // "de_gsd"
	ID     string
	Text   string
	Nodes  []Node
}

// ReadTreebank reads a file in CoNLL-U; a name ending in .gz is unpacked.
func ReadTreebank(path, corpus string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("treebank %s: %w", path, err)
		}
	}
	out, err := ParseTreebank(r, corpus)
	if err != nil {
		return nil, fmt.Errorf("treebank %s: %w", path, err)
	}
	return out, nil
}

// block is the lines of one sentence.
type block struct {
	id, text string
	rows     [][]string
}

// ParseTreebank reads CoNLL-U.
func ParseTreebank(r io.Reader, corpus string) ([]Sentence, error) {
	var out []Sentence
	var b block
	flush := func() error {
		if len(b.rows) > 0 {
			s, err := b.sentence()
			if err != nil {
				return fmt.Errorf("sentence %s: %w", b.id, err)
			}
			s.Corpus = corpus
			out = append(out, s)
		}
		b = block{}
		return nil
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "":
			if err := flush(); err != nil {
				return nil, err
			}
		case strings.HasPrefix(line, "# text = "):
			b.text = line[len("# text = "):]
		case strings.HasPrefix(line, "# sent_id = "):
			b.id = line[len("# sent_id = "):]
		case line[0] != '#':
			row := strings.Split(line, "\t")
			if len(row) != 10 {
				return nil, fmt.Errorf("sentence %s: a row has %d fields", b.id, len(row))
			}
			b.rows = append(b.rows, row)
		}
	}
	if err := flush(); err != nil {
		return nil, err
	}
	return out, lines.Err()
}

// sentence makes the words of the rows, with their bytes. The words of a range
// ("im" = "in" + "dem") share its bytes, unless they are its parts ("do" +
// "n't").
func (b *block) sentence() (Sentence, error) {
	s := Sentence{ID: b.id}
	var text strings.Builder
	for i := 0; i < len(b.rows); {
		row := b.rows[i]
		if strings.Contains(row[0], ".") {
			i++
			continue
		}
		n := 1
		if first, last, ok := strings.Cut(row[0], "-"); ok {
			a, err := strconv.Atoi(first)
			if err != nil {
				return s, err
			}
			z, err := strconv.Atoi(last)
			if err != nil {
				return s, err
			}
			n = z - a + 1
			i++
		}
		if i+n > len(b.rows) {
			return s, fmt.Errorf("a range of words ends behind the sentence")
		}
		start := text.Len()
		text.WriteString(row[1])
		if err := s.expand(b.rows[i:i+n], row[1], start); err != nil {
			return s, err
		}
		if !strings.Contains(row[9], "SpaceAfter=No") {
			text.WriteByte(' ')
		}
		i += n
	}
	s.Text = text.String()
	return s, nil
}

func (s *Sentence) expand(rows [][]string, form string, start int) error {
	joined := ""
	for _, r := range rows {
		joined += r[1]
	}
	at := start
	for _, r := range rows {
		head, err := strconv.Atoi(r[6])
		if err != nil {
			return fmt.Errorf("head of %q: %w", r[1], err)
		}
		n := Node{Form: r[1], Lemma: r[2], POS: r[3], Fine: r[4], Feats: r[5], Head: head - 1, Rel: r[7], Misc: r[9], Start: start, End: start + len(form)}
		if joined == form {
			n.Start, n.End = at, at+len(r[1])
			at = n.End
		}
		s.Nodes = append(s.Nodes, n)
	}
	return nil
}
