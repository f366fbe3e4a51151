package site

// Changes is the page of what changed, the newest first.
type Changes struct {
	Page
	Heading string      `json:"heading"`
	Dek     string      `json:"dek"`
	Days    []ChangeDay `json:"days"`
	Empty   string      `json:"empty"`
	Gone    []GoneEvent `json:"gone"`
}

// ChangeDay is the changes of one day.
type ChangeDay struct {
	Name  string       `json:"name"`
	Time  string       `json:"time"`
	Items []ChangeItem `json:"items"`
}

// ChangeItem is one event or actor with what changed at it on a day.
type ChangeItem struct {
	Href  string   `json:"href"`
	Title string   `json:"title"`
	Lang  string   `json:"lang"`
	What  string   `json:"what"`
	Word  string   `json:"word"`
	Lines []string `json:"lines"`
}

// GoneEvent is an event that was withdrawn.
type GoneEvent struct {
	Title  string `json:"title"`
	Reason string `json:"reason"`
}

// changesMax bounds the page; the whole history is in the site's own folder.
const changesMax = 400

func (t *timeline) changes() Changes {
	const path = "changes/index.html"
	w := t.words
	v := Changes{Page: t.page(path, "changes", "changes", w.say("nav_changes")), Heading: w.say("nav_changes"), Dek: w.say("changes_dek")}
	v.Description = joinNonEmpty(" – ", v.Heading, t.cfg.Title)
	for i, n := len(t.history)-1, 0; i >= 0 && n < changesMax; i-- {
		h := t.history[i]
		item := ChangeItem{Title: h.ID, What: h.What, Word: w.named("change", h.What)}
		switch {
		case t.byID[h.ID] != nil:
			e := t.byID[h.ID]
			item.Href, item.Title, item.Lang = rel(path, e.path), e.title(w), t.foreign(e.Lang)
		case t.actorOf[h.ID] != nil:
			item.Title = t.actorOf[h.ID].name
			if len(t.actorOf[h.ID].events) > 0 {
				item.Href = rel(path, t.actorOf[h.ID].path)
			}
		case t.all[h.ID] != nil && t.all[h.ID].Review != "rejected" && h.What != "new":
			item.Title, item.Lang = t.all[h.ID].Title, t.foreign(t.all[h.ID].Lang)
		default:
			continue // never shown, or no more there
		}
		n++
		if d := len(v.Days); d == 0 || v.Days[d-1].Time != h.Day {
			v.Days = append(v.Days, ChangeDay{Name: w.dateLabel(h.Day, false), Time: h.Day})
		}
		d := &v.Days[len(v.Days)-1]
		line := ""
		if h.What != "new" && (h.Key != "" || h.Reason != "" || h.New != "") {
			line = t.changeText(h)
		}
		if k := len(d.Items); k > 0 && d.Items[k-1].Title == item.Title && d.Items[k-1].What == item.What {
			if line != "" {
				d.Items[k-1].Lines = append(d.Items[k-1].Lines, line)
			}
			continue
		}
		if line != "" {
			item.Lines = []string{line}
		}
		d.Items = append(d.Items, item)
	}
	if len(v.Days) == 0 {
		v.Empty = w.say("changes_empty")
	}
	return v
}
