package merge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// wording is what the words around the trigger of an event say, as far as events
// are compared by it. It is of one article alone, whatever the others say.
type wording struct {
	trigger string   // stem
	words   []string // stems of the words near the trigger, sorted
	ids     []string // numbers that name something: "resolution 2728", sorted
	counts  []string // other numbers near the trigger, sorted
	names   []string // stems of the actors' names, which are no words of their own, sorted
	marks   []string // stems of other names in its sentence, but of places, sorted
	nouns   []string // long words with a capital that are no names, in small letters, sorted
	before  string   // stem of the sentence's first word, if the trigger follows it
}

func wordingOf(r *extract.Result, ev *event.Event) wording {
	w := wording{trigger: stem(textOf(r, ev.Trigger)), names: nameStems(r, ev)}
	w.read(r, ev)
	return w
}

// nameStems are the stems of all names of the event's actors in its article.
func nameStems(r *extract.Result, ev *event.Event) []string {
	var out []string
	for i := range r.Actors.Actors {
		a := &r.Actors.Actors[i]
		if a.Generic || !slices.ContainsFunc(ev.Parts, func(p event.Part) bool { return p.Actor == a.ID }) {
			continue
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			for _, w := range strings.Fields(name) {
				out = append(out, stem(w))
			}
		}
	}
	return distinct(out)
}

// near is how many tokens on each side of the trigger speak of its event.
const near = 12

// read collects the words and numbers near the trigger.
func (w *wording) read(r *extract.Result, ev *event.Event) {
	doc := r.Doc
	if doc == nil || len(doc.Tokens) == 0 {
		w.finish()
		return
	}
	at, _ := slices.BinarySearchFunc(doc.Tokens, ev.Trigger.Start, func(t segment.Token, off int) int { return cmp.Compare(t.Start, off) })
	first, last := max(0, at-near), min(len(doc.Tokens), at+near)
	if s := doc.SentenceAt(ev.Trigger.Start); s >= 0 {
		first, last = max(first, doc.Sentences[s].First), min(last, doc.Sentences[s].Last)
		w.mark(r, ev.Trigger.Start, first, last)
	}
	for i := first; i < last; i++ {
		text := doc.Word(i)
		if doc.Tokens[i].Class == segment.Punct || inTimex(r, doc.Tokens[i].Span) {
			continue // dates are compared as dates
		}
		switch doc.Tokens[i].Class {
		case segment.Number:
			if i > first && (doc.Tokens[i-1].Class == segment.Upper || doc.Tokens[i-1].Class == segment.Caps) {
				w.ids = append(w.ids, stem(doc.Word(i-1))+" "+text)
			}
			w.counts = append(w.counts, text)
		default:
			w.word(text)
		}
	}
	w.finish()
}

// inTimex reports whether a span lies in a time expression.
func inTimex(r *extract.Result, s article.Span) bool {
	list := r.Timexes.Timexes
	i, _ := slices.BinarySearchFunc(list, s.Start, func(t timex.Timex, off int) int { return cmp.Compare(t.End, off+1) })
	return i < len(list) && list[i].Overlaps(s)
}

func (w *wording) word(text string) {
	if _, err := strconv.Atoi(text); err == nil {
		w.counts = append(w.counts, text)
		return
	}
	s := stem(text)
	if _, name := slices.BinarySearch(w.names, s); s != "" && !name {
		w.words = append(w.words, s)
	}
}

func (w *wording) finish() {
	w.words, w.ids, w.counts = distinct(w.words), distinct(w.ids), distinct(w.counts)
}

// mark collects the names near the trigger that are no actors of the event,
// and the nouns that its language writes with a capital.
func (w *wording) mark(r *extract.Result, trigger, first, last int) {
	doc := r.Doc
	for i := first; i < last; i++ {
		t := doc.Tokens[i]
		if t.Class != segment.Upper && t.Class != segment.Caps || inTimex(r, t.Span) {
			continue
		}
		s := stem(doc.Word(i))
		if s == "" {
			continue
		}
		if i == first && i+1 < last && doc.Tokens[i+1].Start == trigger {
			w.before = s // of the sentence's first word
		}
		if i > first && titles(r, i-1) && !isPerson(r, t.Start) && !slices.Contains(w.names, s) {
			w.ids = append(w.ids, stem(doc.Word(i-1))+" "+s) // the satellite Kestrel
		}
		if named(r, t.Start) {
			if _, ok := slices.BinarySearch(w.names, s); !ok {
				w.marks = append(w.marks, s)
			}
			continue
		}
		if len(doc.Word(i)) > 2*tailLength-1 {
			w.nouns = append(w.nouns, strings.ToLower(doc.Word(i)))
		}
	}
	w.marks, w.nouns = distinct(w.marks), distinct(w.nouns)
}

// stem cuts a word down to its first letters, enough to meet again when it is
// inflected. Short words carry structure, not content, and give "".
func stem(w string) string {
	f := namekey.Fold(w)
	if len(f) < 4 {
		return ""
	}
	return f[:runeEnd(f, 6)]
}

// runeEnd is the byte behind rune n of s, or the length of s.
func runeEnd(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

func textOf(r *extract.Result, s article.Span) string {
	if s.Start < 0 || s.End > len(r.Article.Text) || s.Start > s.End {
		return ""
	}
	return s.Of(r.Article.Text)
}

// titles reports whether a word may say what the thing named behind it is: the
// satellite of "the satellite Kestrel".
func titles(r *extract.Result, i int) bool {
	t := r.Doc.Tokens[i]
	return len(r.Doc.Word(i)) >= titleLength && t.Class != segment.Punct && !named(r, t.Start)
}

// titleLength is how many bytes a word has at least that says what the name
// behind it names.
const titleLength = 7

// isPerson reports whether a person's name stands at a byte of the text.
func isPerson(r *extract.Result, at int) bool {
	for i := range r.Actors.Names {
		if n := &r.Actors.Names[i]; n.Start <= at && at < n.End {
			return n.Type == actor.PER
		}
	}
	return false
}

// named reports whether a name stands at a byte of the text, other than that
// of a place, which says where and not what.
func named(r *extract.Result, at int) bool {
	list := r.Actors.Names
	i, ok := slices.BinarySearchFunc(list, at, func(n actor.Name, off int) int {
		switch {
		case n.End <= off:
			return -1
		case n.Start > off:
			return 1
		}
		return 0
	})
	return ok && list[i].Type != actor.LOC
}

// How many bytes the common end of two compounds has at least, and how many
// their beginnings may have in common.
const (
	tailLength = 5
	headLength = 3
)
