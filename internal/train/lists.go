package train

import (
	"sort"
	"strings"

	"fasti/extract/actor/ner"
)

// Lists gathers names by kind, to be compiled into a model.
type Lists struct {
	kinds []string // bit by bit
	names map[string]uint32
}

// NewLists makes an empty collection.
func NewLists() *Lists { return &Lists{names: map[string]uint32{}} }

// Add puts a name into the list of a kind.
func (l *Lists) Add(kind, name string) {
	bit := -1
	for i, k := range l.kinds {
		if k == kind {
			bit = i
		}
	}
	if bit < 0 {
		bit = len(l.kinds)
		l.kinds = append(l.kinds, kind)
	}
	if name = strings.ToLower(strings.Join(strings.Fields(name), " ")); name != "" {
		l.names[name] |= 1 << bit
	}
}

// Words gives the names of one word in small letters, with the number of their
// kinds as a mask, in the order in which the kinds came.
func (l *Lists) Words() map[string]uint32 {
	out := map[string]uint32{}
	for name, mask := range l.names {
		if !strings.Contains(name, " ") {
			out[name] = mask
		}
	}
	return out
}

// has tells whether a name is in the list of a kind.
func (l *Lists) has(kind, name string) bool {
	for i, k := range l.kinds {
		if k == kind {
			return l.names[strings.ToLower(name)]&(1<<i) != 0
		}
	}
	return false
}

// entries compiles the lists.
func (l *Lists) entries(lex *ner.Model, cut *cutter) []ner.Entry {
	values := map[uint32]uint32{}
	for name, mask := range l.names {
		words := cut.words(strings.ToLower(name))
		if len(words) == 0 || len(words) > ner.MaxPhrase {
			continue
		}
		values[ner.Key(ner.Phrase(lex, words...))] |= mask
	}
	for name := range l.names {
		words := cut.words(strings.ToLower(name))
		if len(words) < 2 || len(words) > ner.MaxPhrase {
			continue
		}
		key := ner.Key(ner.Phrase(lex, lex.Fold(words[0])))
		if v := values[key]; v>>28 < uint32(len(words)) {
			values[key] = v&(1<<28-1) | uint32(len(words))<<28
		}
	}
	out := make([]ner.Entry, 0, len(values))
	for k, v := range values {
		out = append(out, ner.Entry{Key: k, Value: v})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}
