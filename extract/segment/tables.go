package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/lang"
)

// use says what the dot behind an abbreviation does.
type use uint8

const (
	noAbbreviation use = iota
	title              // "Dr.", "z.B.": never ends a sentence
	before             // "Nr.", "Art.": an abbreviation only before a number
	after              // "Okt.", "Mio.": an abbreviation only behind a number
	either             // "Dec.": an abbreviation before or behind a number
	may                // "Inc.", "U.S.": ends a sentence if a sure beginning follows
	stop               // "usw.": ends a sentence if a capital follows
)

// uses are the words of the table's second column.
func useOf(word string) use {
	switch word {
	case "title":
		return title
	case "before":
		return before
	case "after":
		return after
	case "either":
		return either
	case "may":
		return may
	case "stop":
		return stop
	}
	return noAbbreviation
}

// clitic is a part of a written word that is a token of its own.
type clitic struct {
	text  string // with a plain apostrophe
	front bool   // stands before its word: "l'"
}

// Segmenter cuts texts of one language. It may be used from many goroutines.
type Segmenter struct {
	lang     string
	abbrevs  map[string]use
	starters map[string]bool // words that with a capital begin a sentence, surely
	leads    wordSet         // words before an ordinal: "am", "der", "polnische"
	follows  wordSet         // words behind an ordinal: "Oktober", "Jahrhundert"
	clitics  []clitic
	ordinals bool // a number with a dot is an ordinal: "7. Oktober"
	nouns    bool // nouns have capitals, so a capital alone begins no sentence
}

// New compiles a language's tables: segment/abbreviations, starters,
// ordinals, clitics and rules. An error names the file and line.
func New(pack *lang.Pack) (*Segmenter, error) {
	s := &Segmenter{
		lang:     pack.Lang,
		abbrevs:  map[string]use{},
		starters: words(pack.Table("segment/starters")),
		leads:    wordSet{words: map[string]bool{}},
		follows:  wordSet{words: map[string]bool{}},
	}
	for _, r := range pack.Table("segment/abbreviations").Rows {
		u := useOf(r.Field(1))
		if u == noAbbreviation {
			return nil, r.Errorf("%q is no use of an abbreviation (title, before, after, either, may, stop)", r.Field(1))
		}
		word := strings.TrimSuffix(r.Field(0), ".")
		s.abbrevs[word] = u
		s.abbrevs[capital(word)] = u
	}
	for _, r := range pack.Table("segment/ordinals").Rows {
		switch r.Field(1) {
		case "lead":
			s.leads.add(r.Field(0))
		case "follow":
			s.follows.add(r.Field(0))
		default:
			return nil, r.Errorf("%q is neither lead nor follow", r.Field(1))
		}
	}
	for _, r := range pack.Table("segment/clitics").Rows {
		switch r.Field(1) {
		case "front", "back":
			s.clitics = append(s.clitics, clitic{r.Field(0), r.Field(1) == "front"})
		default:
			return nil, r.Errorf("%q is neither front nor back", r.Field(1))
		}
	}
	for _, r := range pack.Table("segment/rules").Rows {
		switch r.Field(0) {
		case "ordinal-dots":
			s.ordinals = r.Field(1) == "yes"
		case "noun-capitals":
			s.nouns = r.Field(1) == "yes"
		default:
			return nil, r.Errorf("%q is no rule (ordinal-dots, noun-capitals)", r.Field(0))
		}
	}
	return s, nil
}

// wordSet is words, and ends of words: the rows that begin with a hyphen.
type wordSet struct {
	words map[string]bool
	ends  []string
}

func (w *wordSet) add(word string) {
	if end, ok := strings.CutPrefix(word, "-"); ok {
		w.ends = append(w.ends, end)
		return
	}
	w.words[word] = true
}

func (w *wordSet) has(word string) bool {
	if w.words[word] {
		return true
	}
	for _, end := range w.ends {
		if strings.HasSuffix(word, end) && len(word) > len(end) {
			return true
		}
	}
	return false
}

// words is the first column of a table as a set, each also with a capital.
func words(t lang.Table) map[string]bool {
	set := make(map[string]bool, 2*len(t.Rows))
	for _, r := range t.Rows {
		set[r.Field(0)] = true
		set[capital(r.Field(0))] = true
	}
	return set
}

// capital is the word with its first letter as a capital.
func capital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}
