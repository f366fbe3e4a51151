package count

import (
	"fmt"
	"strings"
	"testing"

	"fasti/extract/lang"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "On 27 October 120 states had supported a call.", ""}, // behind a capital it may be a name
		{"en", "At the end of October the Assembly voted, and 120 states supported it.", "120 states"},
		{"en", "In the afternoon Hamas released 13 hostages.", "13 hostages"},
		{"en", "The attack killed 1,200 people.", "1200 people"},
		{"en", "The attack killed about 1,200 people.", ""},
		{"en", "The attack killed at least 1,200 people and hurt 3,000 others.", ""},
		{"en", "Between 100 and 120 people came.", ""},
		{"en", "The council adopted resolution 2712 unanimously.", ""},
		{"en", "It lasted 7 days and cost 12 percent.", ""},
		{"en", "A camp for 1000 orphaned children opened in 1995 there.", "1000 orphaned"},
		{"en", "It rose by 2.5 points, to 3/4 full.", ""},
		{"de", "Nach Angaben der Behörden wurden 1.400 Menschen getötet.", "1400 menschen"},
		{"de", "Rund 1.400 Menschen wurden getötet, weitere 200 Menschen verletzt.", ""},
		{"de", "Auf den Stützpunkt Tower 22 fielen 3 Bomben um 14 Uhr.", "3 bomben"},
		{"en", "Three soldiers died, and about forty soldiers were hurt.", "3 soldiers"},
		{"en", "It took two days to find the twenty-one miners.", ""},
		{"en", "One of the three of them spoke.", ""},
		{"de", "Dabei starben dreizehn Menschen, mindestens zwei Kinder wurden verletzt.", "13 menschen"},
		{"de", "Bei dem Unfall sind am Samstag drei Menschen gestorben.", "3 menschen"},
		{"de", "Zwei Männer schossen auf hundert Menschen.", "2 männer"},
		{"fr", "Le vote a réuni 120 voix, contre près de 30 abstentions.", "120 voix"},
	} {
		p, err := lang.Load(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range New(p).Read(c.text) {
			got = append(got, fmt.Sprintf("%d %s", n.N, n.Of))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
