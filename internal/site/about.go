package site

import (
	"slices"
	"sort"
	"strings"

	"fasti/internal/gold"
	"fasti/internal/ledger"
)

// About is the page on how the timeline was made, in figures.
type About struct {
	Page
	Heading string  `json:"heading"`
	Tables  []Table `json:"tables"`
	Rules   []Fact  `json:"rules"`
	Who     []Fact  `json:"who"`     // who publishes, how to reach them, under which licence
	Numbers string  `json:"numbers"` // the method in the figures of this site
	Gaps    string  `json:"gaps"`
	Made    string  `json:"made"`
}

// Table is a small table of counts.
type Table struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Note string `json:"note"`
	Rows []Link `json:"rows"` // Text, Note: count, Bar: share
}

func (t *timeline) about(title, body, version string) About {
	const path = "about/index.html"
	w := t.words
	if title == "" {
		title = w.say("nav_about")
	}
	v := About{Page: t.page(path, "about", "about", title), Heading: title}
	v.Body = body
	v.Description = joinNonEmpty(" – ", title, t.cfg.Title)
	v.Crumbs = t.crumbs(path, Link{Text: title}) // for machines; readers see the menu
	v.Rules = []Fact{
		{Name: w.say("facts_events"), Value: w.number(t.events.count())},
		{Name: w.say("facts_actors"), Value: w.number(len(t.actors))},
		{Name: w.say("facts_reports"), Value: w.number(len(t.articles))},
		{Name: w.say("facts_reviewed"), Value: w.percent(t.reviewed(), t.events.count())},
		{Name: w.say("facts_withheld"), Value: w.number(t.withheld())},
	}
	review, basis, status, langs, reports := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range t.events.all() {
		review[t.reviewState(e)]++
		if e.Basis != "" {
			basis[e.Basis]++
		}
		status[e.Status]++
		switch n := len(e.reports); {
		case n >= 3:
			reports["many"]++
		case n == 2:
			reports["two"]++
		case n == 1:
			reports["one"]++
		default:
			reports["none"]++
		}
	}
	for _, r := range t.articles {
		langs[r.Lang]++
	}
	v.Tables = []Table{
		t.table("review", w.say("about_review"), w.say("about_review_note"), "review", review),
		t.table("basis", w.say("about_basis"), w.say("about_basis_note"), "basis", basis),
		t.table("reports", w.say("about_reports"), w.say("about_reports_note"), "attested", reports),
		t.table("status", w.say("about_status"), w.say("about_status_note"), "status", status),
		t.table("langs", w.say("about_langs"), "", "lang", langs),
	}
	v.Tables = slices.DeleteFunc(v.Tables, func(x Table) bool { return len(x.Rows) == 0 })
	if m, ok := t.measured(); ok {
		v.Tables = append(v.Tables, m)
	}
	v.Who, v.Numbers = t.who(), t.numbers()
	v.Gaps = t.gaps()
	v.Made = w.say("made_with", "version", version)
	return v
}

// enoughDecided is on how many events people must have decided before the page
// says how right the automatic part was; fewer say nothing.
const enoughDecided = 20

// measured says how right the automatic part was, by what people have decided.
func (t *timeline) measured() (Table, bool) {
	m := t.gold
	if m.Decided < enoughDecided {
		return Table{}, false
	}
	w := t.words
	row := func(label string, n int) Link {
		return Link{Text: label, Note: joinNonEmpty(" · ", w.number(n), w.percent(n, m.Decided)), Bar: pct(int64(n) * 10000 / int64(m.Decided))}
	}
	v := Table{ID: "measured", Name: w.say("about_measured"), Note: w.say("about_measured_note", "n", w.number(m.Decided)), Rows: []Link{row(w.say("measured_right"), m.Right)}}
	for _, e := range gold.Errors() {
		if n := m.Errors[e]; n > 0 {
			v.Rows = append(v.Rows, row(w.named("measured", strings.ReplaceAll(string(e), " ", "_")), n))
		}
	}
	return v, true
}

// who says who publishes the site, as far as its configuration does.
func (t *timeline) who() []Fact {
	w, f := t.words, t.cfg.Fasti
	var out []Fact
	if f.Publisher != "" {
		out = append(out, Fact{Name: w.say("about_publisher"), Value: f.Publisher})
	}
	if f.Contact != "" {
		out = append(out, Fact{Name: w.say("about_contact"), Value: strings.TrimPrefix(f.Contact, "mailto:"), Href: contactLink(f.Contact)})
	}
	if f.License != "" {
		out = append(out, Fact{Name: w.say("about_license"), Value: f.License, Href: licenseLink(f.License)})
	}
	return out
}

// contactLink is a contact as an address: one on the web, or of mail.
func contactLink(s string) string {
	if l := webLink(s); l != "" {
		return l
	}
	return "mailto:" + strings.TrimPrefix(s, "mailto:")
}

// licenseLink is the text of a licence: an address that the site names, or that
// of one of Creative Commons by its short name.
func licenseLink(s string) string {
	if l := webLink(s); l != "" {
		return l
	}
	name, version, ok := strings.Cut(strings.TrimPrefix(strings.ToLower(s), "cc "), " ")
	switch {
	case strings.EqualFold(s, "CC0"), strings.EqualFold(s, "CC0 1.0"):
		return "https://creativecommons.org/publicdomain/zero/1.0/"
	case ok && strings.HasPrefix(strings.ToLower(s), "cc ") && strings.HasPrefix(name, "by"):
		return "https://creativecommons.org/licenses/" + name + "/" + version + "/"
	}
	return ""
}

// numbers tells how the timeline came to be in its own figures.
func (t *timeline) numbers() string {
	w := t.words
	if t.events.count() == 0 {
		return w.say("empty_list")
	}
	sentences, publishers := map[string]bool{}, map[string]bool{}
	for _, e := range t.events.all() {
		for _, s := range e.Sources {
			sentences[s.Article+"\x00"+s.Quote] = true
		}
	}
	for _, r := range t.articles {
		publishers[publisherOf(r)] = true
	}
	changes := map[string]int{}
	for _, h := range t.history {
		changes[changeSort(h.What)]++
	}
	s := w.count("about_numbers", len(sentences), "events", w.count("events", t.events.count()), "reports", w.count("reports", len(t.articles)), "publishers", w.count("publishers", len(publishers)))
	if changes["corrected"]+changes["merged"]+changes["withdrawn"] > 0 {
		s += " " + w.say("about_changes", "corrected", w.number(changes["corrected"]), "merged", w.number(changes["merged"]), "withdrawn", w.number(changes["withdrawn"]))
	}
	if n := t.withheld(); n > 0 {
		s += " " + w.count("about_withheld", n)
	}
	return s
}

// withheld counts the events that are kept and not shown.
func (t *timeline) withheld() int {
	n := 0
	for _, e := range t.all {
		if e.Review != ledger.Merged && e.Review != ledger.Split && t.byID[e.ID] == nil {
			n++
		}
	}
	return n
}

func (t *timeline) table(id, name, note, family string, counts map[string]int) Table {
	keys := sortedKeys(counts)
	sort.SliceStable(keys, func(i, j int) bool { return counts[keys[i]] > counts[keys[j]] })
	total := 0
	for _, k := range keys {
		total += counts[k]
	}
	v := Table{ID: id, Name: name, Note: note}
	for _, k := range keys {
		label := t.words.named(family, k)
		if k == "" {
			label = t.words.say("unknown")
		}
		v.Rows = append(v.Rows, Link{Text: label, Note: joinNonEmpty(" · ", t.words.number(counts[k]), t.words.percent(counts[k], total)), Bar: pct(int64(counts[k]) * 10000 / int64(max(1, total)))})
	}
	return v
}

// gaps names the months of what happened, as far as drawings of the whole
// timeline reach, from which no report stands.
func (t *timeline) gaps() string {
	a := t.newAxis(t.drawn())
	if a == nil || a.unit != "week" && a.unit != "month" {
		return ""
	}
	have := map[[2]int]bool{}
	for _, r := range t.articles {
		if d, ok := published(r.Date); ok {
			have[[2]int{d.Year, d.Month}] = true
		}
	}
	var missing []string
	first, last := dayOf(a.from), dayOf(a.to)
	for y, m := first.Year, first.Month; y < last.Year || y == last.Year && m <= last.Month; {
		if !have[[2]int{y, m}] {
			missing = append(missing, t.words.say("date_my", "m", t.words.month(m, false), "y", t.words.year(y)))
		}
		if m++; m > 12 {
			y, m = y+1, 1
		}
	}
	if len(missing) == 0 {
		return t.words.say("gaps_none", "span", t.spanWords(a))
	}
	return t.words.say("gaps", "months", t.words.list(missing))
}
