package importer

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed words/*.tsv
var wordFiles embed.FS

// cueKind says what a phrase tells of the line that it stands in.
type cueKind string

// The kinds of words/cues.tsv.
const (
	publishedCue cueKind = "published"
	modifiedCue  cueKind = "modified"
	stampCue     cueKind = "stamp"
	bylineCue    cueKind = "byline"
	andCue       cueKind = "and"
	creditCue    cueKind = "credit"
	readOnCue    cueKind = "readon"
	moreCue      cueKind = "more"
	relatedCue   cueKind = "related"
	promoCue     cueKind = "promo"
	rightsCue    cueKind = "rights"
	sideBoxCue   cueKind = "sidebox"
	thisPageCue  cueKind = "thispage"
	noPageCue    cueKind = "nopage"
	contactCue   cueKind = "contact"
	labelCue     cueKind = "label"
	buttonCue    cueKind = "button"
	nobodyCue    cueKind = "nobody"
)

// hintKind says what a word in an element's class or id tells of it.
type hintKind string

// The kinds of words/hints.tsv.
const (
	dropHint    hintKind = "drop"
	commentHint hintKind = "comment"
	stampHint   hintKind = "stamp"
	bylineHint  hintKind = "byline"
	captionHint hintKind = "caption"
	leadHint    hintKind = "lead"
	siteHint    hintKind = "site"
	nameHint    hintKind = "name"
	consentHint hintKind = "consent"
	apartHint   hintKind = "apart"
	eventHint   hintKind = "event"
	bodyHint    hintKind = "body"
	titleHint   hintKind = "title"
)

// words are the tables by which a page is known; read-only once made.
type words struct {
	months   map[string]int       // a name in small letters, without a point -> 1 to 12
	cues     map[cueKind][]string // the longest phrase first
	hints    map[string]hintKind
	around   map[string]bool   // words that stand around a day
	bodies   []string          // names of the box that holds an article's text
	zones    map[string]string // language, or the end of a host with its point -> IANA zone
	function map[string]map[string]bool
	press    map[string]string // a line, or a name before a colon, in texts of press databases -> what it is
	columns  map[string]string // the name of a column in a table of events -> the field
}

// newWords reads the tables; a fault names the table and the line.
func newWords() (*words, error) {
	w := &words{
		months: map[string]int{}, cues: map[cueKind][]string{}, hints: map[string]hintKind{},
		around: map[string]bool{}, zones: map[string]string{}, function: map[string]map[string]bool{}, columns: map[string]string{}, press: map[string]string{},
	}
	for name, row := range map[string]func([]string) error{
		"months.tsv": w.month, "cues.tsv": w.cue, "hints.tsv": w.hint, "zones.tsv": w.zone, "function-words.tsv": w.small, "columns.tsv": w.column, "press.tsv": w.pressRow,
	} {
		if err := eachRow(name, row); err != nil {
			return nil, err
		}
	}
	for _, k := range []cueKind{publishedCue, modifiedCue, stampCue} {
		for _, c := range w.cues[k] {
			for _, word := range strings.Fields(c) {
				w.around[word] = true
			}
		}
	}
	for _, list := range w.cues {
		slices.SortFunc(list, func(a, b string) int {
			if len(a) != len(b) {
				return len(b) - len(a)
			}
			return strings.Compare(a, b)
		})
	}
	return w, nil
}

func eachRow(name string, row func([]string) error) error {
	b, err := wordFiles.ReadFile(path.Join("words", name))
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := row(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("words/%s:%d: %w", name, i+1, err)
		}
	}
	return nil
}

func (w *words) month(f []string) error {
	n, err := strconv.Atoi(f[0])
	if err != nil || n < 1 || n > 12 || len(f) != 2 {
		return fmt.Errorf("a row is the number of a month and its names")
	}
	for _, name := range strings.Fields(f[1]) {
		if have := w.months[name]; have != 0 && have != n {
			return fmt.Errorf("%q names two months", name)
		}
		w.months[name] = n
	}
	return nil
}

func (w *words) cue(f []string) error {
	if len(f) != 3 || f[2] != strings.ToLower(f[2]) {
		return fmt.Errorf("a row is kind, language and a phrase in small letters")
	}
	k := cueKind(f[0])
	switch k {
	case publishedCue, modifiedCue, stampCue, bylineCue, andCue, creditCue, readOnCue, moreCue, relatedCue, promoCue, rightsCue,
		sideBoxCue, thisPageCue, noPageCue, contactCue, labelCue, buttonCue, nobodyCue:
	default:
		return fmt.Errorf("%q is no kind of cue", f[0])
	}
	if !slices.Contains(w.cues[k], f[2]) {
		w.cues[k] = append(w.cues[k], f[2])
	}
	return nil
}

func (w *words) hint(f []string) error {
	if len(f) != 2 {
		return fmt.Errorf("a row is kind and word")
	}
	switch k := hintKind(f[0]); k {
	case bodyHint:
		w.bodies = append(w.bodies, f[1])
		return nil
	case dropHint, commentHint, stampHint, bylineHint, captionHint, leadHint, siteHint, nameHint, consentHint, apartHint, eventHint, titleHint:
		w.hints[f[1]] = k
		return nil
	}
	return fmt.Errorf("%q is no kind of hint", f[0])
}

func (w *words) zone(f []string) error {
	if len(f) != 2 {
		return fmt.Errorf("a row is language or end of a host, and zone")
	}
	w.zones[f[0]] = f[1]
	return nil
}

func (w *words) column(f []string) error {
	if len(f) < 2 {
		return fmt.Errorf("a row is a field and the names of its column")
	}
	for _, name := range f[1:] {
		if w.columns[name] != "" {
			return fmt.Errorf("%q names two columns", name)
		}
		w.columns[name] = f[0]
	}
	return nil
}

// The kinds of words/press.tsv.
const (
	pressAuthor   = "author"   // the name of a line that gives the authors
	pressOther    = "other"    // the name of a line that gives something else
	pressBody     = "body"     // the line before the text
	pressTail     = "tail"     // the line behind it
	pressEnd      = "end"      // the last line of an article
	pressLanguage = "language" // a line that is the name of a language
	pressField    = "field"    // a code before a part
)

func (w *words) pressRow(f []string) error {
	if len(f) != 2 || f[1] != strings.ToLower(f[1]) {
		return fmt.Errorf("a row is a kind and a line in small letters")
	}
	if w.press[f[1]] != "" {
		return fmt.Errorf("%q stands twice", f[1])
	}
	w.press[f[1]] = f[0]
	return nil
}

func (w *words) small(f []string) error {
	if len(f) != 2 {
		return fmt.Errorf("a row is language and words")
	}
	set := map[string]bool{}
	for _, s := range strings.Fields(f[1]) {
		set[s] = true
	}
	w.function[f[0]] = set
	return nil
}

// opens gives the phrase of a kind that the line (in small letters) begins
// with as whole words; "" if there is none.
func (w *words) opens(kind cueKind, line string) string {
	for _, c := range w.cues[kind] {
		if rest, ok := strings.CutPrefix(line, c); ok && (rest == "" || !isWord(firstRune(rest)) || !isWord(lastRune(c))) {
			return c
		}
	}
	return ""
}

// has tells whether a phrase of the kind stands in the line (in small letters)
// as whole words.
func (w *words) has(kind cueKind, line string) bool {
	for _, c := range w.cues[kind] {
		for from := 0; ; {
			i := strings.Index(line[from:], c)
			if i < 0 {
				break
			}
			i += from
			before, after := lastRune(line[:i]), firstRune(line[i+len(c):])
			if (!isWord(before) || !isWord(firstRune(c))) && (!isWord(after) || !isWord(lastRune(c))) {
				return true
			}
			from = i + len(c)
		}
	}
	return false
}

// is tells whether the line (in small letters) is a phrase of the kind, but
// for signs around it.
func (w *words) is(kind cueKind, line string) bool {
	return slices.Contains(w.cues[kind], strings.Trim(line, " :.!…»>"))
}
