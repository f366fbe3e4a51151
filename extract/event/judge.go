package event

// Studied is a candidate as the learning of the model sees it.
type Studied struct {
	Start    int // of its trigger, in bytes of the article's text
	Sentence int // from 0
	Traits   []string
	Sense    []string // what says of what kind it is
	Choices  []StudiedChoice
}

// StudiedChoice is a date that a candidate may have.
type StudiedChoice struct {
	When   string // EDTF
	From   int    // the column of the model that goes with it
	Traits []string
}

// Study gives the candidates of an article with their features, for learning.
func (f *Finder) Study(in Input) []Studied {
	var out []Studied
	f.collect(in).judge(&out)
	return out
}

// StudiedPair is two candidates that may tell of one happening: their numbers
// in the list that Study gives.
type StudiedPair struct {
	A, B   int
	Odds   [2]int // that each is wanted
	Traits []string
}

// StudyPairs gives the pairs of candidates that may be joined.
func (f *Finder) StudyPairs(in Input) []StudiedPair {
	v := f.collect(in)
	v.judge(nil)
	b := &bag{study: true}
	var out []StudiedPair
	for i, c := range v.all {
		for _, e := range v.partners(i) {
			b.reset(f.model.Join)
			v.pair(e, c, b)
			out = append(out, StudiedPair{e.number, c.number, [2]int{e.odds, c.odds}, b.names})
		}
	}
	return out
}

// StudiedEvent is one event after joining: the numbers of the candidates that
// tell it.
type StudiedEvent struct {
	Members []int
	When    string
	Odds    int
	Traits  []string
	Sense   []string // what says of what kind it is
}

// StudyEvents gives the events of an article with their features.
func (f *Finder) StudyEvents(in Input) []StudiedEvent {
	v := f.collect(in)
	v.judge(nil)
	var out []StudiedEvent
	v.rate(v.join(), &out)
	return out
}

// StudiedTaking is a way in which an actor may take part in a candidate.
type StudiedTaking struct {
	Actor  int // index into the article's actors
	Traits []string
	Trust  []int  // what the table of roles says for each role of PartColumns, in thousandths
	May    []bool // whether the mention allows each of them
}

// StudyParts gives, for the candidates that Study gives, who may take part.
func (f *Finder) StudyParts(in Input) [][]StudiedTaking {
	v := f.collect(in)
	v.judge(nil)
	var out [][]StudiedTaking
	for _, c := range v.all {
		if c.quoted || c.gone {
			continue
		}
		var list []StudiedTaking
		for _, t := range v.takings(c, true) {
			s := StudiedTaking{Actor: t.actor, Traits: t.traits.names}
			for _, r := range partColumns[1:] {
				s.Trust, s.May = append(s.Trust, t.trust(Role(r))), append(s.May, t.may(Role(r)))
			}
			list = append(list, s)
		}
		out = append(out, list)
	}
	return out
}

// judge gives each candidate the date that the model finds likeliest, and the
// odds that an editor wants it with that date.
func (v *view) judge(study *[]Studied) {
	traits, weights, sense := &bag{study: study != nil}, &bag{study: study != nil}, &bag{study: true}
	table := v.f.model.Want
	n := 0
	for _, c := range v.all {
		if c.quoted || c.gone {
			c.odds = never
			continue
		}
		c.number = n
		n++
		v.judged = append(v.judged, c)
		traits.reset(table)
		v.traits(c, traits)
		all := v.choices(c)
		var note *Studied
		if study != nil {
			*study = append(*study, Studied{Start: c.sent.words[c.trigger].Start, Sentence: c.sent.index, Traits: traits.names})
			note = &(*study)[len(*study)-1]
			sense.reset(v.f.model.Kind)
			v.sense(c, sense)
			note.Sense = sense.names
		}
		base := traits.sum(int(fromAny))
		for i := range all {
			o := &all[i]
			weights.reset(table)
			v.weigh(c, o, all, weights)
			o.odds = base + traits.sum(int(o.from)) + weights.sum(int(fromAny))
			if o.odds > plausible {
				o.reason = explain(traits, weights, o.from)
			}
			if note != nil {
				note.Choices = append(note.Choices, StudiedChoice{o.date.when.String(), int(o.from), weights.names})
			}
		}
		v.choose(c, all)
		c.datesBut(all)
	}
}
