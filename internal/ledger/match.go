package ledger

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// known is an event of the past: one with a file, or an id whose file is gone.
type known struct {
	ev    *Event // nil if there is no file, or none that can be read
	id    string
	slug  string
	marks []mark
}

// matcher finds for each event of the timeline the event of the past that it is.
type matcher struct {
	knowns    []known
	byArticle map[string][]ref
	orphans   []ref            // marks whose article is no longer there
	likes     map[uint64][]ref // the same, by likeness
	articles  map[string]bool  // names of articles that are there
	heirs     map[string][]heir
	at        map[string]int // the place of an event in knowns
	lost      func(mark) bool
}

// ref points at one mark of a known event.
type ref struct{ known, mark int }

// likely is a pair that may be one event.
type likely struct {
	found, known, score int

	same bool // they share a sentence, edited or not, and not only its place
}

// The weights of a pair. What is the same sentence with the same word
// decides; title, date, kind and actors tell apart what stands in one sentence.
const (
	sameQuote     = 60
	similarQuote  = 40
	samePlace     = 25
	sameTrigger   = 20
	otherTrigger  = -15
	sameTitle     = 8
	sameWhen      = 4
	sameKind      = 3
	sharedActor   = 2
	enoughToMatch = 25
	notSure       = -40 // what is no event of its own, where another reading of the sentence is
)

func (c *Content) matcher() *matcher {
	m := &matcher{byArticle: map[string][]ref{}, articles: map[string]bool{}, at: map[string]int{}, likes: map[uint64][]ref{}, lost: c.lostIn()}
	held := c.resting()
	for _, a := range c.Articles {
		m.articles[a.Name] = true
	}
	for name := range c.broken {
		m.articles[name] = true
	}
	lines := map[string]minted{}
	for id, x := range c.know().minted {
		lines[id] = x
	}
	for _, e := range c.Events {
		k := known{ev: e, id: e.ID, slug: e.Slug, marks: slices.Clone(lines[e.ID].marks)}
		delete(lines, e.ID)
		for _, id := range e.also {
			k.marks = append(k.marks, lines[id].marks...)
			delete(lines, id)
		}
		for _, s := range e.Sources {
			if !e.Auto && held[[2]string{s.Article, s.Quote}] {
				continue // a copy, or a claim on what another event rests on: check says so
			}
			k.marks = append(k.marks, markOf(s))
		}
		m.at[e.ID] = len(m.knowns)
		m.knowns = append(m.knowns, k)
	}
	for _, id := range sortedKeys(c.know().minted) {
		x := c.know().minted[id]
		if _, gone := lines[id]; gone && len(x.marks) > 0 {
			m.knowns = append(m.knowns, known{id: x.id, slug: x.slug(), marks: x.marks})
		}
	}
	c.ownMarks(m.knowns, m.at)
	for i := range m.knowns {
		m.knowns[i].marks = sortMarks(m.knowns[i].marks)
		for j, k := range m.knowns[i].marks {
			r := ref{i, j}
			m.byArticle[k.article] = append(m.byArticle[k.article], r)
			if !m.articles[k.article] {
				m.orphans = append(m.orphans, r)
				m.likes[k.like] = append(m.likes[k.like], r)
			}
		}
	}
	return m
}

// ownMarks takes from an event what it rests on only because people joined another
// event with it: that is the other one's, and leads to this one by way of it. Else
// the reports of the other would be taken for this one's own. What the file quotes
// and the other did not bring stays. The known events are those of the content
// first, in their order.
func (c *Content) ownMarks(knowns []known, at map[string]int) {
	brought := map[int]map[word]bool{}
	took := map[int]string{} // ids of sources, apart by blanks
	for _, k := range knowns {
		if k.ev == nil || !k.ev.joined() {
			continue
		}
		t, ok := c.target(k.ev, at, nil)
		if !ok {
			continue
		}
		if brought[t] == nil {
			brought[t] = map[word]bool{}
		}
		for _, m := range k.marks {
			brought[t][m.word()] = true
		}
		took[t] += " " + c.know().merged[k.id].took
	}
	for t, words := range brought {
		for _, s := range knowns[t].ev.Sources {
			if !slices.Contains(strings.Fields(took[t]), s.ID) {
				delete(words, markOf(s).word())
			}
		}
		knowns[t].marks = slices.DeleteFunc(knowns[t].marks, func(m mark) bool { return words[m.word()] })
	}
}

// resting are the sentences that events of fasti's making rest on, and that stand
// on their own.
func (c *Content) resting() map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, e := range c.Events {
		for _, s := range e.Sources {
			if e.Auto && e.stands() {
				out[[2]string{s.Article, s.Quote}] = true
			}
		}
	}
	return out
}

// match gives for each found event the index of the known event that it is,
// or -1, and all pairs that were likely, the likeliest first.
func (m *matcher) match(fs []*found) (of []int, pairs []likely) {
	for i, f := range fs {
		pairs = append(pairs, m.pairs(i, f)...)
	}
	slices.SortFunc(pairs, func(a, b likely) int {
		return cmp.Or(
			cmp.Compare(b.score, a.score),
			cmp.Compare(m.knowns[a.known].weight(), m.knowns[b.known].weight()),
			strings.Compare(m.knowns[a.known].id, m.knowns[b.known].id),
			cmp.Compare(a.found, b.found),
		)
	})
	of = make([]int, len(fs))
	for i := range of {
		of[i] = -1
	}
	taken := make([]bool, len(m.knowns))
	for _, p := range pairs {
		if of[p.found] < 0 && !taken[p.known] {
			of[p.found], taken[p.known] = p.known, true
		}
	}
	return of, pairs
}

// weight orders known events: those that a person has seen first, then those that
// stand, then those that fasti itself has taken out and might bring back.
func (k known) weight() int {
	switch {
	case k.ev == nil:
		return 3
	case k.ev.byItself(Merged), k.ev.byItself(Withdrawn):
		return 2
	case k.ev.Review == Proposed:
		return 1
	}
	return 0
}

// pairs scores the known events that share evidence with a found one.
func (m *matcher) pairs(i int, f *found) []likely {
	type tally struct {
		score int
		sure  bool // some evidence with the same trigger, or none to compare
		same  bool // see likely
	}
	sums := map[int]*tally{}
	for _, mk := range f.marks {
		best := map[int]tally{}
		refs := m.byArticle[mk.article]
		if len(refs) == 0 { // new, or an old one under a new name
			refs = m.orphans
		} else if same := m.likes[mk.like]; len(same) > 0 { // some of its sentences have been met under the new name
			refs = append(slices.Clone(refs), same...)
		}
		for _, r := range refs {
			was := m.knowns[r.known].marks[r.mark]
			score, sure := m.score(mk, was, f.candidate)
			b := best[r.known]
			same := b.same || score > 0 && alike(mk.like, was.like)
			if score > b.score || score == b.score && sure {
				b = tally{score: score, sure: sure}
			}
			b.same = same
			best[r.known] = b
		}
		for k, b := range best {
			if sums[k] == nil {
				sums[k] = &tally{}
			}
			sums[k].score += b.score
			sums[k].sure, sums[k].same = sums[k].sure || b.sure, sums[k].same || b.same
		}
	}
	for _, s := range f.Sources { // what stands in the place of a reviewed sentence
		for _, h := range m.heirs[s.Article] {
			if k, ok := m.at[h.event]; ok && h.holds(s) {
				if sums[k] == nil {
					sums[k] = &tally{}
				}
				sums[k].score, sums[k].sure, sums[k].same = sums[k].score+similarQuote+sameTrigger, true, true
			}
		}
	}
	var out []likely
	for k, t := range sums {
		if t.score < enoughToMatch || !t.sure && !m.knowns[k].resembles(f) {
			continue
		}
		score := t.score + m.knowns[k].bonus(f)
		if f.candidate {
			score += notSure
		}
		out = append(out, likely{i, k, score, t.same})
	}
	m.behind(out)
	return out
}

// behind puts an event that fasti has joined with another behind that one: it is
// heard again only where the other one is somebody else.
func (m *matcher) behind(ps []likely) {
	at := map[int]int{}
	for i, p := range ps {
		at[p.known] = i
	}
	for i := range ps {
		best, k := ps[i].score, ps[i].known
		for range 50 {
			e := m.knowns[k].ev
			if e == nil || !e.byItself(Merged) || len(e.Into) != 1 {
				break
			}
			into, ok := m.at[e.Into[0]]
			if !ok {
				break
			}
			if j, ok := at[into]; ok {
				best = min(best, ps[j].score-1)
			}
			k = into
		}
		ps[i].score = best
	}
}

// score compares what is found with what is known. Where the paper has edited a
// sentence, so that the old one is not there any more, another word that carries
// the event is the same event: an editor's decision on it holds.
//
// What is not sure enough to be an event of its own comes second: it may be a
// noun of the same sentence.
func (m *matcher) score(of, known mark, candidate bool) (score int, sure bool) {
	if score, sure = of.score(known); sure || of.article != known.article || of.like == known.like || m.lost == nil {
		return score, sure
	}
	if !alike(of.like, known.like) && !(of.sentence == known.sentence && nearly(of.like, known.like)) || !m.lost(known) {
		return score, sure
	}
	if candidate {
		return similarQuote + otherTrigger, true
	}
	return similarQuote, true
}

// nearly reports whether two likenesses may be those of one sentence, edited, if
// it also has the same place.
func nearly(a, b uint64) bool { return bits.OnesCount64(a^b) <= 16 }

// lostIn tells of a sentence whether it stands in its article no more.
func (c *Content) lostIn() func(mark) bool {
	likes := map[string]map[uint64]bool{}
	return func(k mark) bool {
		a := c.articleOf(k.article)
		if a == nil {
			return false
		}
		if likes[a.Name] == nil {
			likes[a.Name] = map[uint64]bool{}
			for _, s := range c.sentencesOf(a) {
				likes[a.Name][likeness(a.Body[s.span[0]:s.span[1]])] = true
			}
		}
		return !likes[a.Name][k.like]
	}
}

// score compares two pieces of evidence; sure is false where the words that
// carry the event differ.
func (a mark) score(b mark) (score int, sure bool) {
	sameWord := a.trigger != "" && a.trigger == b.trigger
	otherWord := a.trigger != "" && b.trigger != "" && a.trigger != b.trigger
	switch {
	case a.like == b.like:
		score = sameQuote
	case alike(a.like, b.like):
		score = similarQuote
	case a.article == b.article && a.sentence == b.sentence && sameWord:
		score = samePlace
	default:
		return 0, false
	}
	if sameWord {
		score += sameTrigger
	}
	if otherWord {
		score += otherTrigger
	}
	return score, !otherWord
}

// resembles reports whether two events of one sentence are one in spite of
// different triggers.
func (k known) resembles(f *found) bool {
	if k.titled(f) {
		return true
	}
	return k.ev != nil && k.ev.Kind == f.Kind && k.ev.when == f.when && k.sharedActors(f) > 0
}

func (k known) titled(f *found) bool {
	if k.ev != nil && k.ev.Title == f.Title {
		return true
	}
	s := slug(f.Title)
	return s != "" && strings.HasSuffix(k.slug, s)
}

func (k known) sharedActors(f *found) int {
	n := 0
	for _, p := range f.Actors {
		if slices.ContainsFunc(k.ev.Actors, func(q Part) bool { return q.ID == p.ID }) {
			n++
		}
	}
	return n
}

func (k known) bonus(f *found) int {
	n := 0
	if k.titled(f) {
		n += sameTitle
	}
	if k.ev == nil {
		return n
	}
	if k.ev.when == f.when {
		n += sameWhen
	}
	if k.ev.Kind == f.Kind {
		n += sameKind
	}
	return n + sharedActor*min(k.sharedActors(f), 4)
}
