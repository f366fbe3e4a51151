package ledger

import (
	"bytes"
	"slices"
	"strings"

	"fasti/internal/frontmatter"
)

// The layout of a file: what people read and write stands on lines of its own;
// what fasti notes for itself is one line at the end of the file, and one at
// the end of each source, under the key fasti.

// handKeys are the keys of a source that are fasti's reading, and that a person
// may give in the entry itself; then they are that person's word.
func handKeys() []string {
	return []string{"when", "basis", "status", "said", "trigger", "places", "sentence", "span"}
}

// value gives a key of a source as it is written.
func (s Source) value(key string) any {
	switch key {
	case "when":
		return frontmatter.Quoted(s.When)
	case "basis":
		return s.Basis
	case "status":
		return s.Status
	case "said":
		return s.Said
	case "trigger":
		return s.Trigger
	case "places":
		return s.where()
	case "sentence":
		return s.Sentence
	case "span":
		return frontmatter.InlineList{s.Span[0], s.Span[1]}
	}
	return nil
}

// where is the list of the source's places.
func (s Source) where() frontmatter.InlineList {
	if s.Places == "" {
		return frontmatter.InlineList{}
	}
	return inlineTexts(strings.Split(s.Places, "|"))
}

// byHand reports whether a person has given the key in the entry itself.
func (s Source) byHand(key string) bool {
	return s.hand != "" && slices.Contains(strings.Split(s.hand, " "), key)
}

// sourceEntry is a source's entry as it is written.
func sourceEntry(s Source) frontmatter.Map {
	m := frontmatter.Map{{Key: "article", Value: s.Article}, {Key: "quote", Value: frontmatter.Quoted(s.Quote)}}
	notes := frontmatter.Inline{{Key: "id", Value: s.ID}}
	for _, key := range []string{"sentence", "span", "when", "basis", "status", "said", "trigger", "places"} {
		v := s.value(key)
		switch {
		case s.byHand(key):
			m = append(m, frontmatter.Entry{Key: key, Value: v})
		case v == "" && key == "trigger", s.Places == "" && key == "places", s.Sentence == 0 && (key == "sentence" || key == "span"):
		default:
			notes = append(notes, frontmatter.Entry{Key: key, Value: v})
		}
	}
	if s.Translation != "" {
		m = append(m, s.Translation.entry())
	}
	if s.Misread {
		m = append(m, frontmatter.Entry{Key: "misread", Value: true})
	}
	return append(m, frontmatter.Entry{Key: "fasti", Value: notes})
}

// claim is what a person vouches for in a source, and what its hash is taken
// of: the sentence, and what they say of it themselves. What fasti reads in it
// is fasti's to read again.
func (s Source) claim() any {
	if s.old {
		s.old, s.hand = false, ""
		return s
	}
	out := []string{s.Article, s.Quote}
	for _, key := range handKeys() {
		if s.byHand(key) {
			out = append(out, key, show(plainValue(s.value(key))))
		}
	}
	if s.Translation != "" {
		out = append(out, "quote_translation", string(s.Translation))
	}
	if s.Misread {
		out = append(out, "misread")
	}
	return out
}

// plainValue takes the style off a value.
func plainValue(v any) any {
	switch v := v.(type) {
	case frontmatter.Quoted:
		return string(v)
	}
	return v
}

// sourceOwned reports whether a person owns an entry of sources.
func (e *Event) sourceOwned(s Source) bool {
	return owned(e.wrote, "sources."+s.ID, true, s.claim())
}

// inlined writes a mapping on one line, with all that is in it.
func inlined(v any) any {
	switch v := v.(type) {
	case frontmatter.Map:
		out := frontmatter.Inline{}
		for _, x := range v {
			out = append(out, frontmatter.Entry{Key: x.Key, Value: inlined(x.Value)})
		}
		return out
	case frontmatter.List:
		return frontmatter.InlineList(v)
	}
	return v
}

// relaid brings a file of fasti's making that was written before into the
// layout of today; nil if there is nothing to do. What a person owns stays to
// the byte, and so does what cannot be rewritten without loss.
func (e *Event) relaid() []byte {
	if e.laid && !e.has["basis"] && !e.has["confidence"] && !slices.ContainsFunc(e.Sources, func(s Source) bool { return s.old }) {
		return nil
	}
	f, err := frontmatter.Parse(e.raw)
	if err != nil || !e.Auto {
		return nil
	}
	var edits []frontmatter.Edit
	hash := func(v any, path ...string) {
		edits = append(edits, frontmatter.Set(hashed(v), wroteOrder(), append([]string{"fasti", "wrote"}, path...)...))
	}
	for i, s := range e.Sources {
		if !s.old || e.sourceOwned(s) || frontmatter.Remarked(f.Get("sources"), i) {
			continue
		}
		s.old = false
		edits = append(edits, frontmatter.SetItem(i, sourceEntry(s), "sources"))
		hash(s.claim(), "sources", s.ID)
	}
	for _, key := range []string{"basis", "confidence"} {
		if e.has[key] && !owned(e.wrote, key, true, e.values()[key]) {
			edits = append(edits, frontmatter.Delete(key), frontmatter.Delete("fasti", "wrote", key), frontmatter.Set(e.values()[key], notesOrder(), "fasti", key))
		}
	}
	if !f.OneLine("fasti") {
		edits = append(edits, frontmatter.OneLine("fasti"))
	}
	return edited(f, edits)
}

// relaid is the same for an actor.
func (a *Actor) relaid() []byte {
	if a.laid {
		return nil
	}
	f, err := frontmatter.Parse(a.raw)
	if err != nil || !a.Auto || f.OneLine("fasti") {
		return nil
	}
	return edited(f, []frontmatter.Edit{frontmatter.OneLine("fasti")})
}

func edited(f *frontmatter.File, edits []frontmatter.Edit) []byte {
	if len(edits) == 0 {
		return nil
	}
	out, err := f.Edit(edits...)
	if err != nil || bytes.Equal(out, f.Bytes()) {
		return nil // it stays as it is; every layout is read
	}
	return out
}

// notesOrder is the order of fasti's notes in a file.
func notesOrder() []string {
	return []string{"id", "known", "also", "was", "basis", "confidence", "wrote"}
}

// relayout brings all files that this plan does not write otherwise into the
// layout of today.
func (a *applier) relayout() {
	in := map[string]int{}
	for i, f := range a.plan.Files {
		in[f.Path] = i
	}
	for _, e := range a.c.Events {
		if i, ok := in[e.Path]; ok {
			if again := a.c.reread(e.Path, a.plan.Files[i].New); again != nil {
				if out := again.relaid(); out != nil {
					a.plan.Files[i].New = out
				}
			}
		} else if out := e.relaid(); out != nil {
			a.file(e.Path, e.raw, out, "changed event")
		}
	}
	for _, x := range a.c.Actors {
		if _, ok := in[x.Path]; ok {
			continue // the next run does it
		}
		if out := x.relaid(); out != nil {
			a.file(x.Path, x.raw, out, "changed actor")
		}
	}
}

// reread reads the bytes of an event's file; nil if they are none.
func (c *Content) reread(file string, src []byte) *Event {
	if src == nil {
		return nil
	}
	l := &loader{c: &Content{broken: map[string]bool{}}}
	name := file[strings.LastIndexByte(file, '/')+1:]
	l.event(file, strings.TrimSuffix(name, ".md"), src)
	if len(l.c.Events) != 1 {
		return nil
	}
	return l.c.Events[0]
}
