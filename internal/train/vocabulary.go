package train

import (
	"embed"
	"errors"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor/ner"
)

// The lists of common nouns that are written by hand, by language.
//
//go:embed words
var nouns embed.FS

// Nouns gives the nouns written by hand of one list (noun, person, body, place)
// of a language, in small letters.
func Nouns(language, list string) ([]string, error) {
	b, err := nouns.ReadFile("words/" + language + "/" + list + ".txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, line := range strings.Split(string(b), "\n") {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Fields(strings.ToLower(line))...)
		}
	}
	return out, nil
}

// classes gathers what is known of ordinary words: those that the treebanks
// write in small letters twice or more, and common nouns.
func classes(data string, plan Plan, lists *Lists) ([]ner.Entry, error) {
	masks := map[string]uint32{}
	for _, list := range []struct {
		name string
		mask uint32
	}{
		{"noun", ner.ClassNoun}, {"site", ner.ClassSite},
		{"person", ner.ClassNoun | ner.ClassPerson}, {"body", ner.ClassNoun | ner.ClassBody}, {"place", ner.ClassNoun | ner.ClassPlace},
	} {
		words, err := Nouns(plan.Lang, list.name)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			masks[w] |= list.mask
		}
	}
	lower, upper, named := map[string]int{}, map[string]int{}, map[string]int{}
	for _, f := range plan.Vocabulary {
		read := ReadCorpus
		if strings.Contains(f, ".conllu") {
			read = ReadTrees
		}
		c, err := read(filepath.Join(data, f))
		if err != nil {
			return nil, err
		}
		for _, doc := range c.Documents {
			for i := range doc {
				count(&doc[i], lower, upper, named, masks)
			}
		}
	}
	for w, n := range lower {
		if n > 1 {
			masks[w] |= ner.ClassLower
		}
	}
	for w, n := range upper {
		if n > 1 && named[w] == 0 && lower[w] == 0 && lists.names[w] == 0 {
			masks[w] |= ner.ClassNoun
		}
	}
	values := map[uint32]uint32{}
	for w, m := range masks {
		values[ner.Key(ner.Phrase(nil, w))] |= m
	}
	out := make([]ner.Entry, 0, len(values))
	for k, v := range values {
		out = append(out, ner.Entry{Key: k, Value: v})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out, nil
}

// count notes the words of a sentence: in a treebank the nouns, elsewhere the
// words with a capital that are in no name and begin no sentence.
func count(s *Sentence, lower, upper, named map[string]int, masks map[string]uint32) {
	for i, t := range s.Tokens {
		low := strings.ToLower(t)
		r, size := utf8.DecodeRuneInString(t)
		switch {
		case s.Tags[i] != "O":
			named[low]++
		case s.Proper != nil:
			if unicode.IsLower(r) && !s.Proper[i] {
				lower[low]++
			}
			if s.Noun[i] && len(t) > 3 {
				masks[low] |= ner.ClassNoun
			}
		case unicode.IsLower(r):
			lower[low]++
		case i > 0 && unicode.IsUpper(r) && len(t) > 3 && strings.HasSuffix(low, t[size:]) && letters(low):
			upper[low]++
		}
	}
}

// letters tells whether a word has nothing but letters.
func letters(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
