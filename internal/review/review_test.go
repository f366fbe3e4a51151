package review_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/merge"
	"fasti/internal/ledger"
	"fasti/internal/review"
)

// site is a site of invented articles, extracted, in a folder of its own.
type site struct {
	testing.TB
	dir string
	x   *extract.Extractor
}

func newSite(t testing.TB) *site {
	s := &site{TB: t, dir: t.TempDir()}
	s.must(os.CopyFS(s.dir, os.DirFS("../../cmd/fasti/testdata/desk")))
	var err error
	s.x, err = extract.New(extract.Options{})
	s.must(err)
	_, plan := s.desk()
	s.must(plan.Write(s.dir))
	return s
}

func (s *site) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// desk loads the site; the plan is what its articles would change.
func (s *site) desk() (*review.Desk, *ledger.Plan) {
	s.Helper()
	c, found := ledger.Load(s.dir)
	if len(found) > 0 {
		s.Fatal(found[0])
	}
	results := map[string]*extract.Result{}
	var list []*extract.Result
	for _, a := range c.Articles {
		r := s.x.Article(&a.Article)
		results[a.Name], list = r, append(list, r)
	}
	c.Heard(ledger.Hear(list))
	t := merge.Merge(list, merge.Options{Known: c.Known(), Vetoes: c.Vetoes(), Lang: "en"})
	plan := c.Apply(t, ledger.Options{Day: "2031-04-01", Propose: 30})
	return review.New(review.Site{Content: c, Results: results, Pairs: plan.Pairs, Found: c.Check(plan)}), plan
}

func options() ledger.Options { return ledger.Options{Day: "2031-04-02", By: "Anna"} }

// do has a request done, and fails if it cannot be.
func (s *site) do(d *review.Desk, q review.Request) {
	s.Helper()
	out, err := d.Plan(q, options())
	s.must(err)
	if len(out.Clashes) > 0 || out.Plan.Empty() {
		s.Fatalf("%+v: %v %v %v", q, out.Clashes, out.Plan.Findings, out.Plan.Left)
	}
	s.must(out.Plan.Write(s.dir))
}

// titled finds the event whose title holds a text.
func titled(t testing.TB, d *review.Desk, text string) *review.Entry {
	t.Helper()
	f, err := review.ParseFilter("state=proposed,accepted,corrected,rejected,merged title~'" + text + "'")
	if err != nil {
		t.Fatal(err)
	}
	q := d.Queue(f)
	if len(q.Entries) != 1 {
		t.Fatalf("%d events have %q in their title", len(q.Entries), text)
	}
	return q.Entries[0]
}

// What waits is ordered by what is likeliest wrong; what is decided is gone
// from it at once, and only that.
func TestQueue(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	q := d.Queue(review.Filter{})
	if len(q.Entries) < 40 || q.Open != len(q.Entries) || q.Decided != 0 {
		t.Fatalf("%d entries, %d open, %d decided", len(q.Entries), q.Open, q.Decided)
	}
	order := []review.Group{review.Dates, review.Doubles, review.Changed, review.Rest}
	for i, e := range q.Entries[1:] {
		before := q.Entries[i]
		a, b := slices.Index(order, before.Group), slices.Index(order, e.Group)
		if a > b || a == b && before.Doubt*before.Reach < e.Doubt*e.Reach {
			t.Errorf("%s (%s, %d×%d) stands before %s (%s, %d×%d)", before.Title, before.Group, before.Doubt, before.Reach, e.Title, e.Group, e.Doubt, e.Reach)
		}
	}
	if n := q.Counts["lang"]["de"] + q.Counts["lang"]["en"]; n < len(q.Entries) {
		t.Errorf("%d of %d entries have a language", n, len(q.Entries))
	}
	first := q.Entries[0]
	s.do(d, review.Request{Do: "accept", Event: first.ID, Base: d.Event(first.ID).Fields()})
	d, _ = s.desk()
	after := d.Queue(review.Filter{})
	if after.Decided != 1 || slices.ContainsFunc(after.Entries, func(e *review.Entry) bool { return e.ID == first.ID }) {
		t.Errorf("%d decided; %s still waits", after.Decided, first.ID)
	}
	e := d.Event(first.ID)
	if !slices.Equal(e.ReviewedBy, []string{"Anna"}) || e.ReviewedOn != "2031-04-02" {
		t.Errorf("signed by %v on %s", e.ReviewedBy, e.ReviewedOn)
	}
}

// One event shows its sentence between its neighbours, with the words marked
// that say when, what and who.
func TestItem(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	it := d.Item(titled(t, d, "union Seewerk rejects").ID, nil)
	if len(it.Quotes) != 1 {
		t.Fatalf("%+v", it)
	}
	q := it.Quotes[0]
	if !strings.HasPrefix(q.Before, "Crews of the ferry company") || !strings.HasPrefix(q.After, "Mayor Ida Holm") || q.Publisher != "Harbour Courier" || q.Line == 0 {
		t.Errorf("%+v", q)
	}
	marks := map[string]string{}
	whole := ""
	for _, g := range q.Segs {
		whole += g.Text
		if g.Mark != "" {
			marks[g.Mark] += g.Text + "|"
		}
	}
	if whole != "On Tuesday the union Seewerk rejected an offer by the company." || marks["date"] != "On Tuesday|" || marks["trigger"] != "rejected|" || !strings.Contains(marks["actor"], "Seewerk") {
		t.Errorf("%q %v", whole, marks)
	}
	if !strings.Contains(it.Why, "“On Tuesday”, counted from") {
		t.Errorf("why: %q", it.Why)
	}
	var readings []string
	for _, r := range it.Readings {
		readings = append(readings, r.When)
	}
	if it.When != "2031-03-04" || !slices.Contains(readings, "2031-03-03") || !slices.Contains(readings, "2031-03-05") || slices.Contains(readings, it.When) {
		t.Errorf("%s may be %v", it.When, readings)
	}
	if len(it.Titles) == 0 || len(it.Parts) == 0 || len(it.Reasons) == 0 {
		t.Errorf("titles %v, parts %v, reasons %v", it.Titles, it.Parts, it.Reasons)
	}
	if d.Item("../../etc/passwd", nil) != nil {
		t.Error("an id that is none has an item")
	}
}

// Reports of one happening in two languages stand side by side until a person
// joins them or keeps them apart, for ever.
func TestDoubles(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	en, de := titled(t, d, "sign an agreement"), titled(t, d, "unterzeichnen in Ostwik")
	it := d.Item(en.ID, nil)
	if !slices.ContainsFunc(it.Doubles, func(p review.Double) bool { return p.ID == de.ID && len(p.Quotes) == 1 }) {
		t.Fatalf("%+v", it.Doubles)
	}
	s.do(d, review.Request{Do: "apart", Event: en.ID, Into: de.ID})
	d, _ = s.desk()
	if it := d.Item(en.ID, nil); slices.ContainsFunc(it.Doubles, func(p review.Double) bool { return p.ID == de.ID }) {
		t.Error("they are proposed again")
	}
}

// What others have changed while one looked is never written over unseen; what
// does not touch the decision is left to them.
func TestChangedUnderYou(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	id := titled(t, d, "union Seewerk rejects").ID
	looked := d.Event(id).Fields()
	s.do(d, review.Request{Do: "set", Event: id, Key: "title", Value: "The union says no", Base: looked})
	d, _ = s.desk()
	out, err := d.Plan(review.Request{Do: "set", Event: id, Key: "kind", Value: "request", Base: looked}, options())
	if err != nil || len(out.Clashes) > 0 || !slices.Equal(out.Merged, []string{"review", "title"}) || out.Plan.Empty() {
		t.Errorf("another field: %+v %v", out, err)
	}
	for _, q := range []review.Request{
		{Do: "set", Event: id, Key: "title", Value: "Seewerk refuses", Base: looked},
		{Do: "accept", Event: id, Base: looked},
	} {
		out, err := d.Plan(q, options())
		if err != nil || out.Plan != nil || len(out.Clashes) == 0 {
			t.Fatalf("%+v went through: %+v %v", q, out, err)
		}
		i := slices.IndexFunc(out.Clashes, func(c review.Clash) bool { return c.Field == "title" })
		if i < 0 || out.Clashes[i].Now != "The union says no" || !strings.Contains(out.Clashes[i].Base, "rejects") {
			t.Errorf("%+v", out.Clashes)
		}
		q.Force = true
		if out, err = d.Plan(q, options()); err != nil || out.Plan.Empty() {
			t.Errorf("asked for by name: %+v %v", out, err)
		}
	}
}

// Who takes part can be corrected, added and taken out; the articles do not
// bring back what was taken out, and undo gives every byte back.
func TestParts(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	e := d.Event(titled(t, d, "Karl Roe meets").ID)
	before, err := os.ReadFile(s.dir + "/" + e.Path)
	s.must(err)
	s.do(d, review.Request{Do: "set", Event: e.ID, Key: "actors", Was: "ida-holm", Value: "ida-holm host"})
	d, _ = s.desk()
	s.do(d, review.Request{Do: "set", Event: e.ID, Key: "actors", Was: "karl-roe"})
	d, _ = s.desk()
	s.do(d, review.Request{Do: "set", Event: e.ID, Key: "actors", Value: "ava-stone mediator", Name: "Ava Stone"})
	d, plan := s.desk()
	var parts []string
	for _, p := range d.Event(e.ID).Actors {
		parts = append(parts, p.ID+" "+p.Role)
	}
	if !slices.Equal(parts, []string{"ida-holm host", "ava-stone mediator"}) || plan.Count("changed event") > 0 {
		t.Errorf("%v; the articles would change %d", parts, plan.Count("changed event"))
	}
	if _, err := os.Stat(s.dir + "/content/actors/ava-stone.md"); err != nil {
		t.Error(err)
	}
	for _, bad := range []review.Request{
		{Do: "set", Event: e.ID, Key: "actors", Value: "nobody-knows actor"},
		{Do: "set", Event: e.ID, Key: "actors", Was: "ida-holm", Value: "ida-holm queen"},
		{Do: "set", Event: e.ID, Key: "actors", Value: "../../x actor", Name: "X"},
	} {
		if out, err := d.Plan(bad, options()); err != nil || !out.Plan.Empty() || len(out.Plan.Findings) == 0 {
			t.Errorf("%+v: %v %v", bad, out.Plan, err)
		}
	}
	c, _ := ledger.Load(s.dir)
	s.must(c.Undo(c.Log().Groups(), options()).Write(s.dir))
	if after, err := os.ReadFile(s.dir + "/" + e.Path); err != nil || string(after) != string(before) {
		t.Errorf("undone to\n%s\nfrom\n%s", after, before)
	}
}

// A second reader signs what the first has accepted; who changes it is its
// only reader again.
func TestSecondReader(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	id := titled(t, d, "Norderlinie appeals").ID
	by := func(who string, q review.Request) {
		t.Helper()
		d, _ = s.desk()
		opt := ledger.Options{Day: "2031-04-03", By: who, Readers: 2}
		q.Event = id
		out, err := d.Plan(q, opt)
		s.must(err)
		s.must(out.Plan.Write(s.dir))
		d, _ = s.desk()
	}
	signed := func(want bool, by ...string) {
		t.Helper()
		e := d.Event(id)
		c, _ := ledger.Load(s.dir)
		c.Readers = 2
		shown, _ := c.Publishable()
		i := slices.IndexFunc(shown.Events, func(e *ledger.Event) bool { return e.ID == id })
		if !slices.Equal(e.ReviewedBy, by) || shown.Events[i].Published("accepted") != want {
			t.Errorf("signed by %v, shown %v; want %v, %v", e.ReviewedBy, shown.Events[i].Published("accepted"), by, want)
		}
	}
	by("Anna", review.Request{Do: "accept"})
	by("Anna", review.Request{Do: "accept"})
	signed(false, "Anna")
	by("Bea", review.Request{Do: "accept"})
	signed(true, "Anna", "Bea")
	by("Cem", review.Request{Do: "set", Key: "title", Value: "Norderlinie goes to a higher court"})
	signed(false, "Cem")
	for who, waits := range map[string]bool{"Anna": true, "Cem": false} {
		c, _ := ledger.Load(s.dir)
		c.Readers = 2
		d := review.New(review.Site{Content: c, Who: who})
		f, err := review.ParseFilter("id=" + id)
		s.must(err)
		i := slices.IndexFunc(d.Queue(f).Entries, func(e *review.Entry) bool { return e.ID == id && e.Group == review.Second })
		f, err = review.ParseFilter("title~'higher court'")
		s.must(err)
		for do, want := range map[string]bool{"accept": waits, "reject": false} {
			picked, _, err := d.Bulk(do, f, ledger.Options{Day: "2031-04-03", By: who, Readers: 2})
			s.must(err)
			if len(picked) == 1 != want {
				t.Errorf("%s may %s %d of those that Cem has corrected, want %v", who, do, len(picked), want)
			}
		}
		if (i >= 0) != waits {
			t.Errorf("what Cem has corrected waits at the desk of %s: %v", who, i >= 0)
		}
	}
	// What was corrected before anybody accepted it is signed the same way, and stays corrected.
	first := id
	id = titled(t, d, "Residents protest").ID
	by("Cem", review.Request{Do: "set", Key: "title", Value: "Residents march against the port"})
	signed(false, "Cem")
	by("Anna", review.Request{Do: "accept"})
	signed(true, "Cem", "Anna")
	if e := d.Event(id); e.Review != ledger.Corrected {
		t.Errorf("corrected, and signed by one more: %s", e.Review)
	}
	id = first
	by("Cem", review.Request{Do: "set", Key: "question", Value: "Which court?"})
	by("Anna", review.Request{Do: "accept"})
	signed(true, "Cem", "Anna")
	if e := d.Event(id); e.Question != "Which court?" {
		t.Errorf("question %q", e.Question)
	}
}

// The actors that may be one stand with the sentences that name them; what is
// forbidden is not proposed again.
func TestPeople(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	p := d.People()
	i := slices.IndexFunc(p.Joins, func(j review.Join) bool { return j.A.Name == "Norderlinie" && j.B.Name == "Norderlinie" })
	if i < 0 || len(p.Joins[i].A.Mentions) == 0 {
		t.Fatalf("%+v", p.Joins)
	}
	for _, m := range p.Joins[i].A.Mentions {
		if slices.ContainsFunc(p.Joins[i].B.Mentions, func(o review.Mention) bool { return o.Article == m.Article && o.Sentence == m.Sentence }) {
			t.Errorf("%s, %d is said to speak for both of one name", m.Article, m.Sentence)
		}
	}
	n := len(p.Joins)
	s.do(d, review.Request{Do: "actor-merge", Actor: p.Joins[i].B.ID, Into: p.Joins[i].A.ID})
	d, _ = s.desk()
	if now := len(d.People().Joins); now >= n {
		t.Errorf("%d joins are proposed after %d", now, n)
	}
	s.do(d, review.Request{Do: "actor-not", Actor: "ida-holm", Name: "Ida"})
	s.do(d, review.Request{Do: "actor-rename", Actor: "karl-roe", Key: "names.de", Value: "Karl Rhoe"})
	d, _ = s.desk()
	for _, a := range d.People().Actors {
		if a.ID == "ida-holm" && !slices.Contains(a.Not, "Ida") || a.ID == "karl-roe" && a.Names["de"] != "Karl Rhoe" {
			t.Errorf("%+v", a)
		}
	}
}

// Many at once: what the filter picks and nobody has decided on, no more.
func TestBulk(t *testing.T) {
	s := newSite(t)
	d, _ := s.desk()
	first := d.Queue(review.Filter{}).Entries[0]
	s.do(d, review.Request{Do: "reject", Event: first.ID})
	d, _ = s.desk()
	f, err := review.ParseFilter("lang=de")
	s.must(err)
	picked, plan, err := d.Bulk("accept", f, options())
	s.must(err)
	if len(picked) < 10 || len(plan.Left) > 0 || slices.ContainsFunc(picked, func(e *review.Entry) bool { return e.ID == first.ID }) {
		t.Errorf("%d picked, %d left", len(picked), len(plan.Left))
	}
	if _, _, err := d.Bulk("merge", f, options()); err == nil {
		t.Error("merge of many goes through")
	}
}
