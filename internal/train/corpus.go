package train

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"fasti/extract/article"
)

// Sentence is the tokens of a sentence as a corpus has them.
type Sentence struct {
	Tokens []string
	Tags   []string // BIO: "O", "B-PER", "I-PER" …
	Blank  []byte   // after each token: '1' a blank, '0' none, '-' not known
	Source []string // the corpus's own labels; nil if it has none
}

// Corpus is an annotated text collection.
type Corpus struct {
	Name, Lang string
	Documents  [][]Sentence // of one sentence each if the corpus has no documents
}

// ReadCorpus reads a corpus: lines "token TAB tag TAB blank [TAB label]",
// empty lines between sentences, "# key = value" for notes. A name ending in
// .gz is unpacked.
func ReadCorpus(path string) (*Corpus, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("training corpus: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("training corpus %s: %w", path, err)
		}
		r = z
	}
	c, err := parseCorpus(r)
	if err != nil {
		return nil, fmt.Errorf("training corpus %s: %w", path, err)
	}
	return c, nil
}

func parseCorpus(r io.Reader) (*Corpus, error) {
	c := &Corpus{}
	whole := false
	var doc []Sentence
	var cur Sentence
	endSentence := func() {
		if len(cur.Tokens) > 0 {
			doc = append(doc, cur)
		}
		cur = Sentence{}
	}
	endDocument := func() {
		endSentence()
		if len(doc) > 0 && whole {
			c.Documents = append(c.Documents, doc)
		} else {
			for _, s := range doc {
				c.Documents = append(c.Documents, []Sentence{s})
			}
		}
		doc = nil
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if f := strings.Split(line, "\t"); len(f) >= 3 {
			cur.Tokens = append(cur.Tokens, f[0])
			cur.Tags = append(cur.Tags, f[1])
			cur.Blank = append(cur.Blank, f[2][0])
			if len(f) > 3 {
				cur.Source = append(cur.Source, f[3])
			}
			continue
		}
		endSentence()
		key, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
		switch key {
		case "corpus":
			c.Name = value
		case "lang":
			c.Lang = value
		case "unit":
			whole = value == "document"
		case "newdoc":
			endDocument()
		}
	}
	endDocument()
	return c, lines.Err()
}

// Gold is a name in a text.
type Gold struct {
	article.Span
	Type string
}

// names gives the names of a sentence as ranges of tokens.
func (s *Sentence) names(each func(first, last int, kind string)) {
	for i := 0; i < len(s.Tags); {
		if s.Tags[i] == "O" {
			i++
			continue
		}
		kind, j := s.Tags[i][2:], i+1
		for j < len(s.Tags) && s.Tags[j] == "I-"+kind {
			j++
		}
		each(i, j, kind)
		i = j
	}
}
