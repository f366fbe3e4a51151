package site

import (
	"slices"
	"sort"
	"strings"

	"fasti/internal/fold"
	"fasti/internal/ledger"
)

// Changes is the page of what changed, the newest first.
type Changes struct {
	Page
	Heading string      `json:"heading"`
	Dek     string      `json:"dek"`
	Feed    string      `json:"feed"`
	Days    []ChangeDay `json:"days"`
	Empty   string      `json:"empty"`
}

// ChangeDay is the changes of one day.
type ChangeDay struct {
	Name  string       `json:"name"`
	Time  string       `json:"time"`
	Sum   string       `json:"sum"` // "3 new, 1 corrected"
	Items []ChangeItem `json:"items"`
}

// ChangeItem is one event or actor with what changed at it on a day.
type ChangeItem struct {
	Href  string   `json:"href"`
	Title string   `json:"title"`
	Lang  string   `json:"lang"`
	Word  string   `json:"word"`
	Lines []string `json:"lines"`

	id    string
	path  string // of its page
	words []string
	sort  string // what the sums count it as
}

// changesMax bounds the page; the whole history is in the site's own folder.
const changesMax = 400

func (t *timeline) changes() Changes {
	const path = "changes/index.html"
	w := t.words
	v := Changes{Page: t.page(path, "changes", "changes", w.say("nav_changes")), Heading: w.say("nav_changes"), Dek: w.say("changes_dek")}
	v.Description, v.Modified = joinNonEmpty(" – ", v.Heading, t.cfg.Title), t.newest
	v.Feeds = append(v.Feeds, Link{Href: rel(path, "changes.xml"), Text: v.Heading, Type: "application/atom+xml"})
	v.Feed = rel(path, "changes.xml")
	n := 0
	for _, d := range t.changeDays() {
		if n >= changesMax {
			break
		}
		d.Sum = t.changeSum(d.Items)
		d.Items = slices.Clone(d.Items[:min(len(d.Items), changesMax-n)])
		for i := range d.Items {
			if to := d.Items[i].path; to != "" {
				d.Items[i].Href = rel(path, to)
			}
		}
		n += len(d.Items)
		v.Days = append(v.Days, d)
	}
	if len(v.Days) == 0 {
		v.Empty = w.say("changes_empty")
	}
	return v
}

// changeDays are the days of the history, the newest first, with the entries
// that a reader has seen or can see, each once a day. They are put together when
// they are first asked for, and lead nowhere yet.
func (t *timeline) changeDays() []ChangeDay {
	if t.changeLog == nil {
		t.changeLog = t.daysOfHistory()
	}
	return t.changeLog
}

func (t *timeline) daysOfHistory() []ChangeDay {
	lines := net(t.history)
	slices.Reverse(lines)
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].Day > lines[j].Day })
	var out []ChangeDay
	at := map[string]int{} // entries of the day
	for _, h := range lines {
		item, ok := t.changeItem(h)
		if !ok {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Time != h.Day {
			out = append(out, ChangeDay{Name: t.words.dateLabel(h.Day, false), Time: h.Day})
			clear(at)
		}
		d := &out[len(out)-1]
		i, had := at[h.ID]
		if !had {
			i = len(d.Items)
			at[h.ID] = i
			d.Items = append(d.Items, item)
		}
		d.Items[i].also(t.changeWord(h), changeSort(h.What))
		if h.What != "new" || h.Reason != "" {
			if line := joinNonEmpty(" · ", t.changeDetail(h), t.changedBy(h)); line != "" && !slices.Contains(d.Items[i].Lines, line) {
				d.Items[i].Lines = append(d.Items[i].Lines, line)
			}
		}
	}
	for i := range out {
		for j := range out[i].Items {
			out[i].Items[j].settle(t.words)
		}
		newActorsLast(t, out[i].Items)
	}
	return out
}

// newActorsLast puts those who are new on a day behind what happened, by name:
// on the first day they are many, and no news by themselves.
func newActorsLast(t *timeline, items []ChangeItem) {
	late := func(c ChangeItem) string {
		if c.sort != "new" || t.actorOf[c.id] == nil {
			return ""
		}
		return fold.Key(c.Title)
	}
	slices.SortStableFunc(items, func(a, b ChangeItem) int { return strings.Compare(late(a), late(b)) })
}

// settle words what happened to an entry on the day. Of one that was new that
// day nobody has seen what it was before.
func (c *ChangeItem) settle(w *words) {
	if c.sort == "new" {
		c.Word, c.Lines = w.named("change", "new"), nil
		return
	}
	slices.Reverse(c.words)
	c.Word = strings.Join(c.words, " · ")
}

// changeItem is the entry that a line of the history is about; not ok if it
// was never shown or is no more there.
func (t *timeline) changeItem(h ledger.Change) (ChangeItem, bool) {
	item := ChangeItem{id: h.ID, Title: h.ID}
	switch {
	case t.byID[h.ID] != nil:
		e := t.byID[h.ID]
		item.path, item.Title, item.Lang = e.path, e.title(t.words), t.foreign(e.Lang)
	case t.actorOf[h.ID] != nil:
		item.Title = t.actorOf[h.ID].name
		if t.actorOf[h.ID].events.count() > 0 {
			item.path = t.actorOf[h.ID].path
		}
	case t.all[h.ID] != nil && changeSort(h.What) != "" && h.What != "new" && t.gone(h.ID):
		e := t.all[h.ID]
		item.Title, item.Lang = e.Title, t.foreign(e.Lang)
		if e.Review == ledger.Withdrawn || len(t.follow(e, 0)) > 0 {
			item.path = "e/" + e.Slug + "/index.html"
		}
	case h.What == "rejected" && t.all[h.ID] != nil && t.all[h.ID].Review == ledger.Rejected && t.onceShown(h.ID, t.all[h.ID]):
		item.Title, item.path = t.words.say("gone_title"), "e/"+t.all[h.ID].Slug+"/index.html" // what it said is not said again
	default:
		return item, false
	}
	return item, true
}

// gone reports whether an event was taken from the site, into another or for
// good, and not just never shown.
func (t *timeline) gone(id string) bool {
	switch t.all[id].Review {
	case ledger.Merged, ledger.Split, ledger.Withdrawn:
		return true
	}
	return false
}

// also adds what else happened to the entry on the day.
func (c *ChangeItem) also(word, sort string) {
	if !slices.Contains(c.words, word) {
		c.words = append(c.words, word)
	}
	order := changeSorts()
	if i, j := slices.Index(order, sort), slices.Index(order, c.sort); sort != "" && (c.sort == "" || i < j) {
		c.sort = sort
	}
}

// changeSorts are what the sums of a day count, the weightiest first.
func changeSorts() []string { return []string{"new", "withdrawn", "merged", "corrected"} }

// changeSort says as what a change counts, "" for what changes nothing that a
// reader sees.
func changeSort(what string) string {
	switch what {
	case "new", "returned":
		return "new"
	case "withdrawn", "rejected", "removed":
		return "withdrawn"
	case "merged", "split":
		return "merged"
	case "corrected", "changed", "source added", "source removed":
		return "corrected"
	}
	return ""
}

// changeSum is "3 new, 1 corrected"; no number ends a line without its word.
func (t *timeline) changeSum(items []ChangeItem) string {
	n := map[string]int{}
	for _, c := range items {
		n[c.sort]++
	}
	var out []string
	for _, s := range changeSorts() {
		if n[s] > 0 {
			out = append(out, strings.ReplaceAll(t.words.count("news_"+s, n[s]), " ", "\u00a0"))
		}
	}
	return strings.Join(out, t.words.say("list_comma"))
}

// changesAtom is the page of changes as a feed: what was new, corrected,
// merged or withdrawn, an entry for each event or actor and day.
func (t *timeline) changesAtom(path string) []byte {
	title := joinNonEmpty(" – ", t.words.say("nav_changes"), t.cfg.Title)
	f := t.newFeed(title, path, "changes/index.html")
	for _, d := range t.changeDays() {
		for _, c := range d.Items {
			if len(f.Entries) >= 2*feedMax {
				return f.bytes()
			}
			x := atomEntry{ID: t.urn("change:" + d.Time + ":" + c.id), Title: c.Word + ": " + c.Title, Updated: moment(d.Time), Summary: strings.Join(c.Lines, "\n"), Category: &atomTerm{c.sort}}
			if c.sort == "" {
				x.Category = nil
			}
			page := c.path
			if page == "" { // an entry without text must lead somewhere (RFC 4287, 4.1.2)
				page = "changes/index.html"
			}
			x.Links = []atomLink{{Rel: "alternate", Type: "text/html", Href: t.address(path, page)}}
			f.Updated = max(f.Updated, x.Updated)
			f.Entries = append(f.Entries, x)
		}
	}
	return f.bytes()
}
