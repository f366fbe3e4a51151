package timex

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fasti/extract/lang"
	"fasti/internal/edtf"
)

// valueForm is what a TIMEX3 value may look like: a date with unknown parts, a
// week, a season, quarter or half, an age, a length, a reference.
var valueForm = regexp.MustCompile(`^(?:` +
	`(?P<y>\d{4}|BC\d{4}|XXXX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?|-W(?P<w>\d\d|XX)(?:-\d|-WE|-XX)?|-(?:SP|SU|FA|WI)|-Q[1-4X]|-H[12])?` +
	`|XXXX-WXX(?:-\d|-WE)|XXXX-XX-XX|BC?\d{1,3}|\d{1,3}` +
	`)(?:T(?:(?P<h>\d\d):(?P<min>\d\d)(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?|MO|MI|AF|EV|NI|DT))?$` +
	`|^P(?:T?[\dX.]+(?:[A-Z]+))(?:T?[\dX.]+[A-Z]+)?$|^(?:PAST|PRESENT|FUTURE)_REF$`)

// exists says what is wrong with a TIMEX3 value; "" if nothing is.
func exists(v string) string {
	m := valueForm.FindStringSubmatch(v)
	if m == nil {
		return "no form of a value"
	}
	num := func(name string) (int, bool) {
		n, err := strconv.Atoi(m[valueForm.SubexpIndex(name)])
		return n, err == nil
	}
	month, okM := num("m")
	if okM && (month < 1 || month > 12) {
		return "no such month"
	}
	if d, ok := num("d"); ok {
		y, okY := num("y")
		if !okY {
			y = 2000
		}
		if !okM {
			month = 1
		}
		if d < 1 || d > edtf.DaysIn(y, month) {
			return "no such day"
		}
	}
	if w, ok := num("w"); ok {
		if y, okY := num("y"); w < 1 || w > 53 || okY && w == 53 && isoWeeks(y) < 53 {
			return "no such week"
		}
	}
	if h, ok := num("h"); ok {
		if minute, _ := num("min"); h > 24 || minute > 59 || h == 24 && minute > 0 {
			return "no such time"
		}
	}
	return ""
}

// impossible says what in a result does not exist; "" if all does.
func impossible(r Result) string {
	for _, x := range r.Timexes {
		if m := exists(x.Value); m != "" {
			return fmt.Sprintf("value %s: %s", x.Value, m)
		}
		if x.EDTF == "" {
			continue
		}
		if _, err := edtf.Parse(x.EDTF); err != nil {
			return fmt.Sprintf("edtf %s: %v", x.EDTF, err)
		}
	}
	for _, g := range r.Ranges {
		if _, err := edtf.Parse(g.EDTF); err != nil {
			return fmt.Sprintf("range %s: %v", g.EDTF, err)
		}
	}
	return ""
}

// scraps are pieces of dates of every language, for texts by chance.
var scraps = strings.Split(". , - – / : ( ) ' \" \n 's v. Chr. bc AD 1 2 3 7 9 11 12 13 28 29 30 31 32 53 60 99 00 0 05 08 1000 1582 1600 1899 1900 1999 2000 2016 2023 2024 2025 2100 2999 9999 Uhr h am pm th st er ème", " ")

// words are the known forms of a language.
func (g *grammar) words(t testing.TB, language string) []string {
	p, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range p.Table("timex/words").Rows {
		for f := range strings.SplitSeq(r.Field(2), "|") {
			forms, err := lang.Expand(f)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, forms[0])
		}
	}
	return out
}

// Whatever stands beside whatever, nothing that does not exist leaves: every
// value, EDTF date and range parses and is on the calendar.
func TestNothingImpossible(t *testing.T) {
	rounds := 6000
	if testing.Short() || raceDetector {
		rounds = 600
	}
	for _, language := range lang.Languages() {
		tg := tagger(t, language)
		known := tg.g.words(t, language)
		random := rand.New(rand.NewPCG(7, uint64(len(language))))
		pick := func() string {
			switch n := random.IntN(10); {
			case n < 4:
				return scraps[random.IntN(len(scraps))]
			case n < 5:
				return strconv.Itoa(random.IntN(3000))
			}
			return known[random.IntN(len(known))]
		}
		for range rounds {
			var b strings.Builder
			for range 3 + random.IntN(14) {
				b.WriteString(pick())
				if random.IntN(3) > 0 {
					b.WriteByte(' ')
				}
			}
			text := b.String()
			for _, opt := range []Options{{DCT: "2024-02-29"}, {DCT: "2023-12-31T23:50:00Z", Region: "GB"}, {DCT: "2021-01-01", Genre: "narrative"}, {}} {
				if m := impossible(tg.Tag(docOf(text, language), opt)); m != "" {
					t.Fatalf("%s: %q published %s: %s", language, text, opt.DCT, m)
				}
			}
		}
	}
}

// Every date of a text that anybody writes exists.
func FuzzExists(f *testing.F) {
	seeds(f)
	tags := map[string]*Tagger{}
	for _, l := range lang.Languages() {
		tags[l] = tagger(f, l)
		for _, k := range readForms(f, l) {
			f.Add(k.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for l, tg := range tags {
			for _, opt := range []Options{{DCT: "2024-02-07"}, {}, {DCT: "2024-02-29", Genre: "narrative"}} {
				if m := impossible(tg.Tag(docOf(text, l), opt)); m != "" {
					t.Fatalf("%s: %q: %s", l, text, m)
				}
			}
		}
	})
}
