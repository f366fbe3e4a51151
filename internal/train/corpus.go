package train

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fasti/extract/article"
)

// Sentence is the tokens of a sentence as a corpus has them.
type Sentence struct {
	Tokens []string
	Tags   []string // BIO: "O", "B-PER", "I-PER" …
	Blank  []byte   // after each token: '1' a blank, '0' none, '-' not known
	Source []string // the corpus's own labels; nil if it has none
	Proper []bool   // of a treebank: which tokens are proper nouns
	Noun   []bool   // of a treebank: which are other nouns
}

// Corpus is an annotated text collection.
type Corpus struct {
	Name, Lang string
	Documents  [][]Sentence // of one sentence each if the corpus has no documents
	IDs        []string     // of each document: what its newdoc line says; "" if none does
}

// ReadCorpus reads a corpus: lines "token TAB tag TAB blank [TAB label]",
// empty lines between sentences, "# key = value" for notes. A name ending in
// .gz is unpacked.
func ReadCorpus(path string) (*Corpus, error) {
	r, closeAll, err := open(path)
	if err != nil {
		return nil, err
	}
	defer closeAll()
	c, err := parseCorpus(r)
	if err != nil {
		return nil, fmt.Errorf("training corpus %s: %w", path, err)
	}
	return c, nil
}

// open opens a file, unpacking it if its name ends in .gz.
func open(path string) (io.Reader, func(), error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("training corpus: %w", err)
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, func() { f.Close() }, nil
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("training corpus %s: %w", path, err)
	}
	return z, func() { f.Close() }, nil
}

func parseCorpus(r io.Reader) (*Corpus, error) {
	c := &Corpus{}
	whole, id := false, ""
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
			c.Documents, c.IDs = append(c.Documents, doc), append(c.IDs, id)
		} else {
			for _, s := range doc {
				c.Documents, c.IDs = append(c.Documents, []Sentence{s}), append(c.IDs, id)
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
			id = value
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

// ReadTrees reads a treebank in CoNLL-U, a sentence a document.
func ReadTrees(path string) (*Corpus, error) {
	r, closeAll, err := open(path)
	if err != nil {
		return nil, err
	}
	defer closeAll()
	c := &Corpus{Name: strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".gz"), ".conllu")}
	var cur Sentence
	upTo := "" // the last word of a token that stands for several ("zum")
	flush := func() {
		if len(cur.Tokens) > 0 {
			c.Documents = append(c.Documents, []Sentence{cur})
		}
		cur, upTo = Sentence{}, ""
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 10 {
			flush()
			continue
		}
		if upTo != "" {
			if f[0] == upTo {
				upTo = ""
			}
			continue
		}
		if _, last, ok := strings.Cut(f[0], "-"); ok {
			upTo = last
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		blank := byte('1')
		if strings.Contains(f[9], "SpaceAfter=No") {
			blank = '0'
		}
		cur.Tokens = append(cur.Tokens, f[1])
		cur.Tags = append(cur.Tags, "O")
		cur.Blank = append(cur.Blank, blank)
		cur.Proper = append(cur.Proper, f[3] == "PROPN")
		cur.Noun = append(cur.Noun, f[3] == "NOUN")
	}
	flush()
	return c, lines.Err()
}
