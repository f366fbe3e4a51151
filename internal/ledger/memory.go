package ledger

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fasti/internal/decisions"
)

// memory is what the log tells: the state that is in no other file.
type memory struct {
	minted  map[string]minted            // every id ever given
	values  map[string]map[string]string // id -> key -> what was last known to stand there
	review  map[string]Review            // of events, as last known
	sources map[string]map[string]mark   // event -> source's id -> what it was
	bars    map[string][]mark            // event -> sentences that never join it again
	apart   map[[2]string]bool           // pairs of events, in order

	actorsApart map[[2]string]bool   // pairs of actors, in order
	kept        map[[2]string]string // event, source -> print of what its report said when people kept its words
	seen        map[string]bool      // notes that may stay
	proofs      map[[3]string]bool   // event, article, print: the sentence stood in the article
	deleted     map[string]bool      // ids whose files people deleted
	merged      map[string]mergeOf   // by the event that was merged
	renamed     map[string]string    // actor's id of the past -> id now
	imported    map[string]string    // article -> print of the text that it was brought in with
}

// mergeOf is what a merge did to the event that took another in.
type mergeOf struct {
	into  string
	state Review // of the merged event before
	took  string // ids of the sources that it brought
}

// remember folds the acts that hold.
func remember(l *decisions.Log) *memory {
	live := l.Live()
	made := 0 // of things, as most of them are
	for i := range live {
		if live[i].Act == decisions.New {
			made++
		}
	}
	m := &memory{
		minted: make(map[string]minted, made), values: make(map[string]map[string]string, made), review: make(map[string]Review, made),
		sources: make(map[string]map[string]mark, made), bars: map[string][]mark{}, apart: map[[2]string]bool{}, actorsApart: map[[2]string]bool{},
		kept: map[[2]string]string{}, seen: map[string]bool{}, proofs: map[[3]string]bool{},
		deleted: map[string]bool{}, merged: map[string]mergeOf{}, renamed: map[string]string{}, imported: map[string]string{},
	}
	for _, a := range live {
		m.take(a)
	}
	return m
}

// take folds one act.
func (m *memory) take(a Act) {
	switch a.Act {
	case decisions.New, decisions.Given, decisions.Evidence:
		m.give(a)
	case decisions.Changed, decisions.Set, decisions.Noted:
		m.value(a)
	case decisions.SourceAdded, decisions.Add, decisions.Follow:
		m.proof(a)
	case decisions.Accept, decisions.Reject, decisions.Withdrawn, decisions.Returned, decisions.Joined, decisions.Merge, decisions.Unmerge:
		m.state(a)
	case decisions.Remove, decisions.Drop, decisions.Move, decisions.Split:
		m.bars[a.Event] = append(m.bars[a.Event], markOfAct(a))
		if a.Act == decisions.Split {
			m.review[a.Into] = Accepted
		}
		if a.Act == decisions.Split || a.Act == decisions.Move { // who parts their sentences holds them for two
			m.apart[pair(a.Event, a.Into)] = true
		}
	case decisions.Apart:
		if a.Actor != "" {
			m.actorsApart[pair(a.Actor, a.Into)] = true
			return
		}
		m.apart[pair(a.Event, a.Into)] = true
	case decisions.Keep:
		m.kept[[2]string{a.Event, a.Source}] = a.Print
	case decisions.Imported:
		m.imported[a.Article] = a.Print
	case decisions.Seen:
		m.seen[a.Key] = true
	case decisions.Delete, decisions.Restore:
		m.deleted[a.Event+a.Actor] = a.Act == decisions.Delete
	case decisions.RenameActor, decisions.MergeActors:
		m.rename(a)
	}
	if a.Act.Human() && a.Actor != "" {
		m.said(a)
	}
}

// give notes an id and what it rests on. Two branches may both have said what
// an id rests on; then both hold.
func (m *memory) give(a Act) {
	id := a.Event + a.Actor
	x := m.minted[id]
	x.id = id
	if a.Path != "" {
		x.path = a.Path
	}
	x.marks = nil
	for _, s := range a.Marks {
		k, ok := parseMark(s)
		if !ok {
			continue
		}
		if k.id != "" {
			if m.sources[id] == nil {
				m.sources[id] = make(map[string]mark, len(a.Marks))
			}
			m.sources[id][k.id] = k
		}
		x.marks = append(x.marks, k)
	}
	x.marks = sortMarks(x.marks)
	m.minted[id] = x
	if m.values[id] == nil && len(a.Values) > 0 {
		m.values[id] = maps.Clone(a.Values)
	} else {
		for k, v := range a.Values {
			m.set(id, k, v)
		}
	}
	if a.Act == decisions.New && a.Event != "" && m.review[id] == "" && a.Reason != byHand {
		m.review[id] = Proposed
	}
}

func (m *memory) set(id, key, v string) {
	if m.values[id] == nil {
		m.values[id] = map[string]string{}
	}
	m.values[id][key] = v
}

// value notes what a key says now.
func (m *memory) value(a Act) {
	id := a.Event + a.Actor
	switch {
	case id == "": // of an article: its file says it
	case a.Key == "review":
		if r, _, _ := strings.Cut(a.New, " "); r != "" {
			m.review[id] = Review(r)
		}
	case a.Key == "into" && a.What == "merged":
		m.review[id] = Merged
	case a.Key == "actors":
		who, _, _ := strings.Cut(a.Old, " ")
		if to, role, ok := strings.Cut(a.New, " "); ok {
			who = to
			m.set(id, "actor:"+to, role)
		} else if who != "" {
			m.set(id, "actor:"+who, "")
		}
	case a.Key != "" && a.Key != "sources":
		m.set(id, a.Key, a.New)
	}
	if a.Act == decisions.Noted && a.What == "new" && m.review[id] == "" {
		m.review[id] = Proposed
	}
}

func (m *memory) proof(a Act) {
	if a.Print != "" {
		m.proofs[[3]string{a.Event, a.Article, a.Print}] = true
	}
	if a.Act == decisions.Add { // what a person puts back is no more taken out
		k := markOfAct(a)
		m.bars[a.Event] = slices.DeleteFunc(m.bars[a.Event], func(b mark) bool { return b.article == k.article && b.like == k.like })
	}
}

// state notes where an event stands.
func (m *memory) state(a Act) {
	switch a.Act {
	case decisions.Accept:
		m.review[a.Event] = Accepted
	case decisions.Reject:
		m.review[a.Event] = Rejected
	case decisions.Withdrawn:
		m.review[a.Event] = Withdrawn
	case decisions.Joined:
		m.review[a.Event] = Merged
	case decisions.Merge:
		m.merged[a.Event] = mergeOf{a.Into, Review(a.Old), a.Values["took"]}
		m.review[a.Event] = Merged
	case decisions.Unmerge:
		delete(m.merged, a.Event)
		m.review[a.Event] = Review(a.New)
		m.apart[pair(a.Event, a.Into)] = true
	case decisions.Returned:
		m.review[a.Event] = Review(a.New)
	}
}

// said notes what the files of actors say after an act on them, so that it is
// not taken for done by hand.
func (m *memory) said(a Act) {
	for k, v := range a.Values {
		if id, key, ok := strings.Cut(k, " "); ok {
			m.set(id, key, v)
		}
	}
}

func (m *memory) rename(a Act) {
	from, to := a.Actor, a.Into
	if a.Act == decisions.RenameActor {
		if a.Key != "id" {
			return
		}
		from, to = a.Old, a.New
	}
	for old, now := range m.renamed {
		if now == from {
			m.renamed[old] = to
		}
	}
	m.renamed[from] = to
	delete(m.renamed, to)
}

// markOfAct is the sentence that an act is about.
func markOfAct(a Act) mark {
	like, err := strconv.ParseUint(a.Like, 16, 64)
	if err != nil {
		like = 0
	}
	return mark{article: a.Article, sentence: a.Sentence, like: like, id: a.Source}
}

// pair puts two ids into their order.
func pair(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}

// barred reports whether people have taken a sentence out of an event, by
// whatever word it is an event. It is known again when it was edited, in its
// article or in one that has a new name; reworded throughout, by its place.
func (a *applier) barred(event string, s Source) bool {
	like := likeness(s.Quote)
	return slices.ContainsFunc(a.mem.bars[event], func(b mark) bool {
		switch own := a.c.articleOf(b.article); {
		case b.like == 0:
			return false
		case b.like == like:
			return true
		case own != nil && own.Name != s.Article:
			return false
		default:
			return alike(b.like, like) || own != nil && b.sentence == s.Sentence && !a.c.tells(own, b.like)
		}
	})
}

// tells reports whether a sentence still stands in an article, as it was or
// edited a little.
func (c *Content) tells(a *Article, like uint64) bool {
	return slices.ContainsFunc(c.sentencesOf(a), func(s sentence) bool { return alike(like, likeness(a.Body[s.span[0]:s.span[1]])) })
}

// Renamed gives, for each id that an actor had before people renamed it or
// made one of two, the id that it has now.
func (c *Content) Renamed() map[string]string { return c.know().renamed }

// OldSlugs gives the names of files, and so the addresses, under which events
// were made and that no file has any more, by the event's id.
func (c *Content) OldSlugs() map[string]string {
	there := map[string]bool{}
	for _, e := range c.Events {
		there[strings.ToLower(e.Slug)] = true
	}
	out := map[string]string{}
	for id, m := range c.know().minted {
		if s := m.slug(); strings.HasPrefix(m.path, "events/") && !there[strings.ToLower(s)] {
			out[id] = s
		}
	}
	return out
}
