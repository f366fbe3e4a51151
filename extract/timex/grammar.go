package timex

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// classID is a class of words.
type classID uint8

// class names what the words of a class fill.
type class struct {
	name  string
	field field
}

// rule is what a pattern means.
type rule struct {
	name     string
	kind     kind
	set      []assign
	before   []cond // all must hold
	after    []cond
	line     int
	table    string
	context  bool
	compound bool // may be the first part of a compound: "14-Tage-Frist"
	weak     bool // a bare number: no year if the sentence counts with such numbers
	falling  bool // the month is no second year: "2016-05", but not "2016-17" or "2011-12"
}

// kind is what a rule makes.
type kind uint8

const (
	kindDate kind = iota
	kindDuration
	kindSet
	kindRef
	kindSkip
	kindCount
)

var kindNames = [kindCount]string{"date", "duration", "set", "ref", "skip"}

// grammar is the compiled tables of one language.
type grammar struct {
	lex        *lexicon
	classes    []class
	classByID  map[string]classID
	macros     map[string]string
	unions     map[classID][]classID // the classes that have the words of a class too
	nodes      []node
	rules      []rule
	feasts     []feast
	feastByID  map[string]int
	moons      *moons
	decimal    byte
	spaced     bool // thousands stand apart by a blank
	endings    []ending
	byEnd      [256][]int16 // the endings by their last byte
	settings   map[string]string
	nearVerb   bool     // the setting "verbs nearest"
	bearerEnds []string // what the words end with that bear numbers
	plurals    []string // the endings of what is counted
	region     string   // whose feasts are meant where nothing says it
	feastClass classID
	eraClass   classID
	nameEnd    classID // what makes a name of the word before it: "GmbH"
	datePrep   classID
	yearCue    classID
	det        classID
	season     classID
	says       classID // verbs of saying: "berichtete"
	pricePrep  classID // stands before a price: "for"
	buys       classID // verbs of buying and selling
	orgEnd     classID // what makes a name of the date before it: "Movement"
	nounDet    classID // what stands before a noun: articles
	nameHead   classID // things and places, whose names stand behind them
	groupHead  classID // bodies, likewise
	yearHead   classID // nouns that no number but a year stands behind
	nameHeads  []string
	groupHeads []string
	yearHeads  []string
	timely     classSet // and other words that stand before them in a date
	calendar   classSet // the words that are days, months, seasons and feasts
	eventEnds  []string // what the names of events end with, longest first
	owning     string   // the ending of nouns that own or are many: "Parteitags"
	smallDays  bool     // the setting "days small": days and months are written small
	bareRare   bool     // the setting "bare-weekday rare": a weekday without a preposition behind two names is a third
	dayFirst   bool     // the setting "order day-first": 3/11 is a day in November
}

func (g *grammar) class(name string) (classID, bool) {
	c, ok := g.classByID[name]
	return c, ok
}

func (g *grammar) addClass(name string, f field) error {
	if _, ok := g.classByID[name]; ok {
		return nil
	}
	if len(g.classes) > 250 {
		return fmt.Errorf("more than 250 classes")
	}
	g.classByID[name] = classID(len(g.classes))
	g.classes = append(g.classes, class{name, f})
	return nil
}

// addPattern compiles one row of a patterns table.
func (g *grammar) addPattern(table string, row lang.Row) error {
	r := rule{name: row.Field(0), line: row.Line, table: table}
	k, err := kindByName(row.Field(1))
	if err != nil {
		return err
	}
	r.kind = k
	if err := g.parseSettings(&r, row.Field(3)); err != nil {
		return err
	}
	seqs, err := g.parsePattern(row.Field(2))
	if err != nil {
		return err
	}
	id := int32(len(g.rules))
	g.rules = append(g.rules, r)
	for _, s := range seqs {
		if len(s) == 0 || s[0].kind == elShape {
			return fmt.Errorf("the pattern can match nothing, or begins with any word")
		}
		if err := g.insert(s, id); err != nil {
			return err
		}
	}
	return nil
}

func kindByName(s string) (kind, error) {
	for i, n := range kindNames {
		if n == s {
			return kind(i), nil
		}
	}
	return 0, fmt.Errorf("no kind %q (one of %s)", s, strings.Join(kindNames[:], ", "))
}
