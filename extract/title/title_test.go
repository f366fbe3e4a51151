package title

import (
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// quoter makes the quotation of the sentence that holds the trigger, which
// stands between square brackets.
func quoter(t testing.TB, l string) func(text string) string {
	t.Helper()
	pack, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	seg, err := segment.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	w, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return func(text string) string {
		from, to := strings.Index(text, "["), strings.Index(text, "]")-1
		a := &article.Article{Lang: l}
		a.ReadText(strings.NewReplacer("[", "", "]", "").Replace(text))
		doc := seg.Split(a)
		return w.quote(Input{Article: a, Doc: doc}, &event.Event{Trigger: article.Span{Start: from, End: to}})
	}
}

// A quotation is the words of the report, cut where a clause begins or ends.
func TestQuote(t *testing.T) {
	for _, c := range []struct{ what, lang, text, want string }{
		{"a short sentence as it stands", "en", "It rained. On Monday he [robbed] a jeweller.", "“On Monday he robbed a jeweller”"},
		{"the marks of the language", "de", "Es regnete. Sie [überfielen] einen Laden.", "„Sie überfielen einen Laden“"},
		{"behind its last clause", "en", "The ferry [sank] off the long northern pier of Holm, where two tugs had tried in vain to hold it against the wind, as the harbour office in Deal had asked them to.",
			"“The ferry sank off the long northern pier of Holm, where two tugs had tried in vain to hold it against the wind …”"},
		{"before its first clause", "de", "Obwohl die Hafenverwaltung seit Wochen vor dem Wind und vor den Wellen am nördlichen Ende des Kais gewarnt hatte, [sank] die Fähre mit vierzig Menschen an Bord vor Holm.",
			"„… sank die Fähre mit vierzig Menschen an Bord vor Holm“"},
		{"with the clause beside it where it says little alone", "de", "Obwohl die Hafenverwaltung seit Wochen vor dem Wind und vor den Wellen am nördlichen Ende des Kais gewarnt hatte, [sank] die Fähre vor Holm.",
			"„Obwohl die Hafenverwaltung seit Wochen vor dem Wind und vor den Wellen am nördlichen Ende des Kais gewarnt hatte, sank die Fähre vor Holm“"},
		{"brackets stay whole", "en", "The team from Holm [won] the cup (its first, second and third attempts, all in winter, had ended in the same quarrel about the very same goal), to great surprise.",
			"“The team from Holm won the cup …”"},
		{"a comma in a number is none", "en", "Some 12,500 people [marched].", "“Some 12,500 people marched”"},
	} {
		got := quoter(t, c.lang)(c.text)
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.what, got, c.want)
		}
	}
}

// Every part of a quotation stands in the report, byte for byte, and it has
// room in a title.
func FuzzQuote(f *testing.F) {
	f.Add("Am Montag [sank] die Fähre, sagte er: „Es war Nacht“ (so die Zeitung), und kam nicht wieder.")
	f.Add(strings.Repeat("wort ", 60) + "[trigger]" + strings.Repeat(" wort", 60))
	quote := quoter(f, "de")
	f.Fuzz(func(t *testing.T, text string) {
		from, to := strings.Index(text, "["), strings.Index(text, "]")
		if from < 0 || to <= from+1 || strings.Count(text, "[") != 1 || strings.Count(text, "]") != 1 || strings.TrimSpace(text[from+1:to]) == "" {
			t.Skip()
		}
		got := quote(text)
		if got == "" {
			return
		}
		inner := strings.TrimSuffix(strings.TrimPrefix(got, "„"), "“")
		inner = strings.TrimSuffix(strings.TrimPrefix(inner, "… "), " …")
		plain := oneLine(strings.NewReplacer("[", "", "]", "").Replace(text))
		if !strings.Contains(plain, inner) {
			t.Errorf("%q is not in %q", inner, plain)
		}
	})
}

func TestChoose(t *testing.T) {
	list := []Choice{
		{Text: "Fair to open in May", Lang: "en", Status: event.Planned, Published: true, Confidence: 90},
		{Text: "“The fair, it was said, is off”", Is: event.TitleQuote, Lang: "en", Status: event.Cancelled, Published: true, Confidence: 20},
		{Text: "Messe abgesagt", Lang: "de", Status: event.Cancelled, Published: true, Confidence: 80},
		{Text: "Fair called off", Lang: "en", Status: event.Cancelled, Published: true, Confidence: 60},
		{Text: "Spring fair in Holm called off", Lang: "en", Status: event.Cancelled, Confidence: 95},
	}
	for _, c := range []struct {
		what   string
		status event.Status
		lang   string
		want   int
	}{
		{"worded, of the status, in the language, published", event.Cancelled, "en", 3},
		{"in the wished language", event.Cancelled, "de", 2},
		{"the status before the words", event.Planned, "de", 0},
		{"the surest, where no language is wished", event.Cancelled, "", 2},
	} {
		if got := Choose(list, c.status, c.lang); got != c.want {
			t.Errorf("%s: %q", c.what, list[got].Text)
		}
	}
}

// A table with a row that nobody reads is a fault with its place.
func TestBrokenTable(t *testing.T) {
	p := lang.NewPack("xx", lang.Table{Name: "title/marks", Rows: []lang.Row{{File: "f.tsv", Line: 3, Fields: []string{"quotes", "a"}}}})
	if _, err := New(p); err == nil || !strings.Contains(err.Error(), "f.tsv:3") {
		t.Errorf("error %v", err)
	}
}
