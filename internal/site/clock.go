package site

import (
	"maps"
	"strconv"
	"strings"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
	"fasti/internal/ledger"
	"fasti/internal/store"
)

// dayTime is when in a day something was, as far as words tell.
type dayTime struct {
	minute  int  // of the day
	known   bool // whether they tell the minute, or the part of the day
	earlier bool // it was before what the report has told last: "a few hours before"
}

// clocks read the time of day in a few words, each words once. What words tell
// depends on nothing else, so it is kept for the next build: without new ones no
// language need be compiled to read them.
type clocks struct {
	readers map[string]*clock
	seen    map[string]dayTime // by language and words
	kept    map[string]dayTime // those of an earlier build
}

// clockFile is where, in the store.
const clockFile = "clock"

func clockForm(program string) string {
	return "clock 1 " + store.Sum(program+store.Shape(map[string]dayTime{}))
}

// openClocks takes up what the same program has read before; "" is none.
func openClocks(dir, program string) *clocks {
	c := &clocks{readers: map[string]*clock{}, seen: map[string]dayTime{}}
	if program == "" {
		return c
	}
	r := store.NewReader(store.Read(dir, clockFile, clockForm(program)))
	if r.Value(&c.kept); r.Bad() || !r.End() {
		c.kept = nil
	}
	return c
}

// keep keeps what was read in this build, if that is not what was kept.
func (c *clocks) keep(dir, program string) {
	if program == "" || maps.Equal(c.seen, c.kept) {
		return
	}
	w := &store.Writer{}
	w.Value(c.seen)
	store.Write(dir, clockFile, clockForm(program), w.Bytes())
}

type clock struct {
	segment *segment.Segmenter
	timex   *timex.Tagger
}

// of gives the reader of a language; nil if fasti does not know it.
func (c *clocks) of(language string) *clock {
	if r, made := c.readers[language]; made {
		return r
	}
	c.readers[language] = nil
	pack, err := lang.Load(language)
	if err != nil {
		return nil
	}
	r := &clock{}
	if r.segment, err = segment.New(pack); err != nil {
		return nil
	}
	if r.timex, err = timex.New(pack); err != nil {
		return nil
	}
	c.readers[language] = r
	return r
}

// someDay is the day on which words are read: which it is does not matter for
// the time of day.
const someDay = "2024-02-07"

// read gives the moment that words of a language tell.
func (c *clocks) read(words, language string) dayTime {
	language = lang.Primary(language)
	if words == "" {
		return dayTime{}
	}
	key := language + " " + words
	if m, ok := c.seen[key]; ok {
		return m
	}
	if m, ok := c.kept[key]; ok {
		c.seen[key] = m
		return m
	}
	var m dayTime
	if r := c.of(language); r != nil {
		a := &article.Article{Lang: language, Date: someDay}
		a.ReadText(words)
		for _, x := range r.timex.Tag(r.segment.Split(a), timex.Options{DCT: someDay}).Timexes {
			if n, ok := minuteOf(x.Value); ok && !m.known {
				m.minute, m.known = n, true
			}
			m.earlier = m.earlier || strings.HasPrefix(x.Rule, "earlier") || strings.HasPrefix(x.Rule, "units-earlier")
		}
	}
	c.seen[key] = m
	return m
}

// minuteOf is the minute of the day of a TIMEX3 value: "2024-02-07T09:30", or of
// its part: "2024-02-07TEV". A night belongs to two days, and tells nothing.
func minuteOf(value string) (int, bool) {
	_, at, ok := strings.Cut(value, "T")
	if !ok {
		return 0, false
	}
	for part, hour := range map[string]int{"MO": 9, "MI": 12, "AF": 15, "EV": 19} {
		if at == part {
			return hour * 60, true
		}
	}
	h, m, _ := strings.Cut(at, ":")
	hour, err := strconv.Atoi(h)
	minute, _ := strconv.Atoi(m[:min(len(m), 2)])
	return hour*60 + minute, err == nil && strings.HasPrefix(value, someDay[:4])
}

// openingWords is how many words of a sentence may say that it looks back.
const openingWords = 6

// looksBack reports whether a sentence begins with words that put what it tells
// before what was told last.
func (c *clocks) looksBack(sentence, language string) bool {
	words := strings.Fields(sentence)
	return c.read(strings.Join(words[:min(len(words), openingWords)], " "), language).earlier
}

// moment is when in its day an event was, as the first of its sentences tells
// that does.
func (t *timeline) moment(e *event) dayTime {
	for _, s := range e.Sources {
		if r := t.report[s.Article]; r != nil && !s.Misread && t.clocks != nil {
			if m := t.clocks.read(s.Said, r.Lang); m.known {
				return m
			}
		}
	}
	return dayTime{}
}

// before reports whether a sentence tells what was before the one told last:
// its date is that of another sentence, and it says that it looks back.
func (t *timeline) before(s ledger.Source) bool {
	r := t.report[s.Article]
	return r != nil && t.clocks != nil && s.Basis == "inherited" && !s.Misread && t.clocks.looksBack(s.Quote, r.Lang)
}
