package digest

import (
	"testing"

	"fasti/extract/article"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

func day(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOrder holds what makes an event matter: publishers before reports,
// deeds before words, and an editor's wish before all.
func TestOrder(t *testing.T) {
	var articles []*ledger.Article
	for name, link := range map[string]string{"a": "https://www.one.example/1", "b": "https://one.example/2", "c": "https://two.example/3"} {
		articles = append(articles, &ledger.Article{Article: article.Article{Name: name, Link: link, Date: "2031-03-05"}})
	}
	c := New(articles)
	from := func(names ...string) []ledger.Source {
		var out []ledger.Source
		for _, n := range names {
			out = append(out, ledger.Source{Article: n, Sentence: 2})
		}
		return out
	}
	event := func(id, kind string, names ...string) *ledger.Event {
		return &ledger.Event{ID: id, Title: id, When: day(t, "2031-03-04"), Kind: kind, Status: "happened", Auto: true, Confidence: 60, Sources: from(names...)}
	}
	one := event("two reports of one house", "culture", "a", "b")
	two := event("two houses", "culture", "a", "c")
	word := event("words of two houses", "statement", "a", "c")
	key := event("an editor's", "statement", "a")
	key.Key = true
	order := []*ledger.Event{key, two, word, one}
	for i := 1; i < len(order); i++ {
		if a, b := c.Importance(order[i-1]), c.Importance(order[i]); a.Importance <= b.Importance {
			t.Errorf("%s has %d points, %s %d", a.Title, a.Importance, b.Title, b.Importance)
		}
	}
	if got := c.Importance(one); got.Hosts != 1 || got.Reports != 2 {
		t.Errorf("%d hosts, %d reports", got.Hosts, got.Reports)
	}
	undated := event("undated", "culture", "a")
	undated.When = edtf.Date{}
	if got := c.Top([]*ledger.Event{one, two, undated}, 5, false); len(got) != 2 {
		t.Errorf("%d events, not the two that are dated", len(got))
	}
}
