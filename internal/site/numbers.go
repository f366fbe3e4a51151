package site

import (
	"sort"
	"strings"

	"fasti/extract/count"
	"fasti/extract/lang"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// figure is how many of something one article says that there were.
type figure struct {
	report *report
	n      int64
	of     string // what is counted, as the article writes it
}

// counts are the readers of numbers, by language, made when they are needed.
type counts map[string]*count.Reader

// of gives that of a language; nil if fasti does not know it.
func (c counts) of(language string) *count.Reader {
	if r, made := c[language]; made {
		return r
	}
	c[language] = nil
	if p, err := lang.Load(language); err == nil {
		c[language] = count.New(p)
	}
	return c[language]
}

// figures are the numbers that articles of one language state of the same thing
// at an event, by the thing. An article that gives two numbers of a thing, or
// that puts the event on days that exclude the event's, says nothing here.
func (t *timeline) figures(e *event) map[string][]figure {
	type key struct{ article, thing string }
	said, unclear := map[key]count.Count{}, map[key]bool{}
	var order []key
	for _, s := range e.Sources {
		r := t.report[s.Article]
		if r == nil || s.Misread || s.Quote == "" || !onItsDays(s, e) {
			continue
		}
		reader := t.counts.of(lang.Primary(r.Lang))
		if reader == nil {
			continue
		}
		for _, c := range reader.Read(t.prose(s)) {
			k := key{s.Article, lang.Primary(r.Lang) + " " + c.Of}
			if was, have := said[k]; have && was.N != c.N {
				unclear[k] = true
			} else if !have {
				said[k] = c
				order = append(order, k)
			}
		}
	}
	out := map[string][]figure{}
	for _, k := range order {
		if !unclear[k] {
			out[k.thing] = append(out[k.thing], figure{t.report[k.article], said[k].N, said[k].As})
		}
	}
	return out
}

// nearWeek is how many days a source's date spans at most for what it counts to be the
// event's: a month leaves room for a later count.
const nearWeek = 7

// onItsDays reports whether a source puts an event on the days where it stands, or on
// a few that agree with them: what it counts is then that event's.
func onItsDays(s ledger.Source, e *event) bool {
	if s.When == "" {
		return true
	}
	d, err := edtf.Parse(s.When)
	if err != nil {
		return false
	}
	days, ok := d.Days()
	return s.When == e.When.String() || ok && days <= nearWeek && agree(d, e.When)
}

// disputed are the things of which articles give different numbers, in order.
func disputed(figures map[string][]figure) []string {
	var out []string
	for thing, all := range figures {
		for _, f := range all[1:] {
			if f.n != all[0].n {
				out = append(out, thing)
				break
			}
		}
	}
	sort.Strings(out)
	return out
}

// numberClaims is a row for each disputed number: which of them holds, the page
// leaves open.
func (t *timeline) numberClaims(e *event) []Claim {
	if len(e.reports) < 2 {
		return nil
	}
	var out []Claim
	figures := t.figures(e)
	for _, thing := range disputed(figures) {
		c := Claim{Name: t.words.say("claim_number", "x", figures[thing][0].of), Here: t.words.say("claim_open")}
		var said says
		for _, f := range figures[thing] {
			said.add(t.words.number(int(f.n)), t.voice(f.report))
		}
		c.Others = said.lines(t.words)
		out = append(out, c)
	}
	return out
}

// voice names who speaks in an article: its publisher, and the day.
func (t *timeline) voice(r *report) string {
	return joinNonEmpty(", ", isolate(publisherOf(r)), t.words.dateLabel(r.Date, true))
}

// maxVoices is how many are named who say the same.
const maxVoices = 8

// says collects who says what, in the order in which it is first said.
type says struct {
	what []string
	who  map[string][]string
}

func (s *says) add(what, who string) {
	if s.who == nil {
		s.who = map[string][]string{}
	}
	if s.who[what] == nil {
		s.what = append(s.what, what)
	}
	s.who[what] = append(s.who[what], who)
}

func (s *says) lines(w *words) []string {
	var out []string
	for _, x := range s.what {
		who := s.who[x]
		if more := len(who) - maxVoices; more > 0 {
			who = append(who[:maxVoices:maxVoices], "+"+w.number(more))
		}
		out = append(out, w.say("claim_who", "x", x, "who", strings.Join(who, "; ")))
	}
	return out
}
