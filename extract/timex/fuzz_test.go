package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// seeds are the texts of the cases.
func seeds(f *testing.F) {
	for _, language := range lang.Languages() {
		for i, c := range readCases(f, language) {
			if i%7 == 0 {
				f.Add(c.text)
			}
		}
	}
	f.Add("am 7. 7. 7.7.7 um 7.7 Uhr '7 – 7-7/7 \xff\xc3 v. Chr.")
}

// Tag never panics; spans lie in the text, in order, apart, on the borders of
// characters; a blank line before the text shifts them and nothing else.
func FuzzTag(f *testing.F) {
	seeds(f)
	tags := map[string]*Tagger{}
	for _, l := range lang.Languages() {
		tags[l] = tagger(f, l)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for l, tg := range tags {
			for _, opt := range []Options{{DCT: "2024-02-07"}, {}, {DCT: "2024-02-07", Genre: "narrative"}} {
				r := tg.Tag(docOf(text, l), opt)
				check(t, text, r)
				shift(t, tg, text, l, opt, r)
			}
		}
	})
}

func check(t *testing.T, text string, r Result) {
	end := 0
	for _, x := range r.Timexes {
		if x.Start < end || x.End <= x.Start || x.End > len(text) {
			t.Fatalf("span %d-%d after %d in %q", x.Start, x.End, end, text)
		}
		end = x.End
		if utf8.ValidString(text) && !utf8.ValidString(x.Of(text)) {
			t.Fatalf("span cuts a character: %q", x.Of(text))
		}
		if x.Value == "" || x.Type == "" || x.Rule == "" || x.Anchor == "" {
			t.Fatalf("%q: no value, type, rule or anchor: %+v", x.Of(text), x)
		}
	}
	for _, g := range r.Ranges {
		if g.Start < 0 || g.End > len(text) || g.Start >= g.End || g.First >= len(r.Timexes) || g.Last >= len(r.Timexes) {
			t.Fatalf("range %+v", g)
		}
		if g.First >= 0 && !g.Contains(r.Timexes[g.First].Span) || g.Last >= 0 && !g.Contains(r.Timexes[g.Last].Span) {
			t.Fatalf("range %+v does not hold its ends in %q", g, text)
		}
	}
}

func shift(t *testing.T, tg *Tagger, text, language string, opt Options, r Result) {
	moved := "\n\n" + text
	doc := &segment.Doc{Text: moved, Lang: language, Blocks: []article.Block{{Span: article.Span{Start: 2, End: len(moved)}}}}
	s := tg.Tag(doc, opt)
	if len(s.Timexes) != len(r.Timexes) || len(s.Ranges) != len(r.Ranges) {
		t.Fatalf("%d timexes, %d behind a blank line, in %q", len(r.Timexes), len(s.Timexes), text)
	}
	for i := range s.Timexes {
		x := s.Timexes[i]
		x.Start -= 2
		x.End -= 2
		if x != r.Timexes[i] {
			t.Fatalf("%+v became %+v behind a blank line in %q", r.Timexes[i], x, text)
		}
	}
}

// Every expression with a weekday lands on that weekday, whatever the day of
// publication and the tense.
func TestWeekdayLands(t *testing.T) {
	days := map[string][]string{
		"de": {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
		"en": {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		"fr": {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	}
	texts := map[string][]string{
		"de": {"Am % kam er.", "Am % wird er kommen.", "Am % sollte er kommen.", "Er kommt am %.", "Am letzten % kam er.", "Am vergangenen % kam er.",
			"Am kommenden % kommt er.", "Am nächsten % kommt er.", "Am übernächsten % kommt er.", "An diesem % kommt er.", "Am %abend kam er.",
			"Am % früh kam er.", "In der Zeit bis % blieb er.", "Seit % ist er da.", "Ab % ist er da.", "Der Brand vom % war groß.", "% vor einer Woche kam er.",
			"% vor zwei Monaten kam er.", "% in zwei Wochen kommt er.", "% in acht Tagen kommt er.", "Am % dieser Woche kam er.", "Letzte Woche % kam er.",
			"Am ersten % im März kommt er.", "Am letzten % im März 2023 kam er.", "Der Streik wurde auf % verschoben.", "Nach dem Brand am % ist er fort.", "Er kam zwischen % und Mai."},
		"en": {"On % he came.", "On % he will come.", "He was to come on %.", "He comes on %.", "Last % he came.", "Next % he comes.", "This % he comes.",
			"The coming % he comes.", "He came on % evening.", "On % of last week he came.", "Early on % he came.", "By % he had come.", "Since % he is here.",
			"He stays until %.", "He came two weeks ago %.", "He comes a week from %.", "He comes % week.", "He comes % in two weeks.", "On the first % of March he comes.",
			"On the last % of March 2023 he came.", "The strike was put off until %.", "After the fire on % he is gone.", "The talks are set for %.", "He came at 11 p.m. %."},
		"fr": {"% il est venu.", "% il viendra.", "% il devait venir.", "% dernier il est venu.", "% prochain il viendra.", "Ce % il viendra.", "% soir il est venu.",
			"Depuis % il est là.", "Dès % il est là.", "Il reste jusqu'à %.", "% en huit il viendra.", "% dans deux semaines il viendra.", "Le premier % de mars il viendra.",
			"La grève est reportée à %.", "Après l'incendie de % il est parti.", "% de la semaine dernière il est venu."},
	}
	for l, names := range days {
		tg := tagger(t, l)
		for _, pattern := range texts[l] {
			for w, name := range names {
				for d := 1; d <= 14; d++ {
					dct := string(edtfDay(nil, daysOf(2024, 2, d)))
					text := strings.Replace(pattern, "%", name, 1)
					r := tg.Tag(docOf(text, l), Options{DCT: dct, Genre: "news"})
					x, found := naming(text, name, r)
					if !found {
						t.Fatalf("%s: %q: no time has the weekday: %v", l, text, answers(text, r))
					}
					c, ok := parseDay(x.Value)
					if !ok || weekday(daysOf(c.y, c.m, c.d)) != w+1 {
						t.Errorf("%s on %s: %q is %s", l, dct, text, x.Value)
					}
				}
			}
		}
	}
}

// naming is the expression that holds a name.
func naming(text, name string, r Result) (Timex, bool) {
	for _, x := range r.Timexes {
		if strings.Contains(x.Of(text), name) {
			return x, true
		}
	}
	return Timex{}, false
}

func daysOf(y, m, d int) int { return days(y, m, d) }

// The calendar agrees with known days.
func TestCalendar(t *testing.T) {
	for _, k := range []struct {
		y, m, d, w int
	}{{2024, 2, 7, 3}, {2000, 1, 1, 6}, {1582, 10, 15, 5}, {1970, 1, 1, 4}, {0, 3, 1, 3}, {-43, 3, 15, 5}} {
		n := days(k.y, k.m, k.d)
		if c := date(n); c != (civil{k.y, k.m, k.d}) || weekday(n) != k.w {
			t.Errorf("%v: %v, weekday %d", k, c, weekday(n))
		}
	}
	for y, md := range map[int][2]int{2024: {3, 31}, 2023: {4, 9}, 2000: {4, 23}, 1818: {3, 22}, 2038: {4, 25}} {
		if c := date(easter(y)); c.m != md[0] || c.d != md[1] {
			t.Errorf("Easter %d: %v", y, c)
		}
	}
	for _, k := range [][5]int{{2024, 1, 1, 2024, 1}, {2023, 1, 1, 2022, 52}, {2020, 12, 31, 2020, 53}, {2018, 12, 31, 2019, 1}} {
		if y, w := isoWeek(days(k[0], k[1], k[2])); y != k[3] || w != k[4] {
			t.Errorf("week of %v: %d-W%d", k[:3], y, w)
		}
	}
}
