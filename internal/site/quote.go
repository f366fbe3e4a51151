package site

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/internal/ledger"
)

// Seg is a run of text; Mark is "date" or "actor" for the words that carry
// them, else "".
type Seg struct {
	Text string `json:"text"`
	Mark string `json:"mark"`
}

// Quote is one sentence of a report, as evidence.
type Quote struct {
	ID        string `json:"id"`
	Segs      []Seg  `json:"segs"`
	Lang      string `json:"lang"`
	Badge     string `json:"badge"` // the language as a mark to see, "" where it says nothing
	Dir       string `json:"dir"`
	Publisher string `json:"publisher"`
	Article   string `json:"article"` // its title
	Date      string `json:"date"`    // of the report, in words
	DateTime  string `json:"datetime"`
	Place     string `json:"place"`   // "sentence 4"
	Why       string `json:"why"`     // how the date was worked out, "" if plain
	Status    string `json:"status"`  // in a sentence: if this report gives the event another status, and who says so
	Link      string `json:"link"`    // the original, http or https; ""
	Archive   string `json:"archive"` // where copies of the original may be kept; ""
	ReadAt    string `json:"read_at"` // the words of the link to the original
	Href      string `json:"href"`    // the page of the report
	SameAs    string `json:"same_as"` // date that this report gives, if another than the event's
	// Translation is the quotation in the page's language, by an editor.
	Translation string `json:"translation"`
	Changed     string `json:"changed"` // that the report says otherwise now, or is gone; ""
}

// prose is what a source quotes as a reader of the article sees it: the bytes
// at its span, read by the article stage's own reader; where the article is not
// at hand or has changed, the quotation alone.
func (t *timeline) prose(s ledger.Source) string {
	if r := t.report[s.Article]; r != nil {
		span := article.Span{Start: s.Span[0], End: s.Span[1]}
		if span.Start >= 0 && span.Start < span.End && span.End <= len(r.Body) && span.Of(r.Body) == s.Quote {
			if text := r.Prose(span); text != "" {
				return text
			}
		}
	}
	return article.InlineProse(s.Quote)
}

func wordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// markWords are the words that stand for an actor in a text: its names in
// every language and, for a person, the last part of the name. Longest first.
func markWords(a *ledger.Actor) []string {
	seen := map[string]bool{}
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); utf8.RuneCountInString(s) >= 2 && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	names := append([]string{a.Title}, a.KnownAs...)
	for _, l := range sortedKeys(a.Names) {
		names = append(names, a.Names[l])
	}
	for _, n := range names {
		add(n)
		if parts := strings.Fields(n); a.Kind == "person" && len(parts) > 1 {
			if last := parts[len(parts)-1]; utf8.RuneCountInString(last) >= 3 {
				add(last)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i]) > len(out[j]) })
	return out
}

type marked struct {
	from, to int
	mark     string
}

// segments cuts a sentence into runs, with the words marked that carry the
// date and that name the actors.
func segments(text, said string, actors []*actor) []Seg {
	var spans []marked
	put := func(m marked) {
		for _, s := range spans {
			if m.from < s.to && s.from < m.to {
				return
			}
		}
		spans = append(spans, m)
	}
	if said != "" {
		if i := strings.Index(text, said); i >= 0 {
			put(marked{i, i + len(said), "date"})
		}
	}
	for _, a := range actors {
		for _, word := range a.marks {
			for from := 0; ; {
				i := strings.Index(text[from:], word)
				if i < 0 {
					break
				}
				i += from
				from = i + len(word)
				if end, ok := wholeWord(text, i, from); ok {
					put(marked{i, end, "actor"})
				}
			}
		}
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	var out []Seg
	at := 0
	for _, s := range spans {
		if s.from > at {
			out = append(out, Seg{Text: text[at:s.from]})
		}
		out = append(out, Seg{Text: text[s.from:s.to], Mark: s.mark})
		at = s.to
	}
	if at < len(text) {
		out = append(out, Seg{Text: text[at:]})
	}
	return out
}

// wholeWord reports whether text[i:j] stands as a word; a genitive s behind
// it is taken in.
func wholeWord(text string, i, j int) (end int, ok bool) {
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return 0, false
	}
	letter := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(text[k:])
		return k < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	if !letter(j) {
		return j, true
	}
	if text[j] == 's' && !letter(j+1) {
		return j + 1, true
	}
	return 0, false
}

// quotes are an event's sentences as its page shows them, each report's in
// the order of its text.
func (t *timeline) quotes(e *event, from string) []Quote {
	var out []Quote
	for _, s := range e.Sources {
		out = append(out, t.quote(e, s, from))
	}
	return out
}

// quote is a sentence as the page from shows it.
func (t *timeline) quote(e *event, s ledger.Source, from string) Quote {
	key := quoted{e, s}
	q, ok := t.quoted[key]
	if !ok {
		q = t.newQuote(e, s)
		t.quoted[key] = q
	}
	if r := t.report[s.Article]; r != nil {
		q.Href = rel(from, r.path+"#e-"+e.Slug)
	}
	return q
}

// quoted names a sentence of an event. A dozen pages show it, and it is read
// once.
type quoted struct {
	of *event
	s  ledger.Source
}

// newQuote is a sentence as any page shows it, but for the way to its report.
func (t *timeline) newQuote(e *event, s ledger.Source) Quote {
	w := t.words
	text := t.prose(s)
	var who []*actor
	for _, p := range e.parts {
		if p.who != nil {
			who = append(who, p.who)
		}
	}
	q := Quote{ID: "q-" + slug(s.ID), Segs: segments(text, s.Said, who), Publisher: w.say("report_unknown"), Why: t.why(e, s)}
	if s.Sentence > 0 {
		q.Place = w.say("sentence_n", "n", w.number(s.Sentence))
	}
	if s.Status != "" && s.Status != e.Status {
		q.Status = w.say("report_read", "x", w.named("status", s.Status))
		if s.ByHand("status") {
			q.Status = w.say("report_status", "x", w.named("status", s.Status))
		}
	}
	if r := t.report[s.Article]; r == nil || r.Lang != w.lang {
		first := len(t.cfg.Editions) == 0 || t.cfg.Editions[0].Language == w.lang
		q.Translation, _ = s.Translation.In(w.lang, first)
	}
	switch s.Standing {
	case ledger.Edited:
		q.Changed = w.say("report_changed")
	case ledger.Gone:
		q.Changed = w.say("report_gone")
	}
	r := t.report[s.Article]
	if r == nil {
		q.Article = s.Article
		return q
	}
	q.Lang, q.Badge, q.Dir = r.Lang, t.badge(r.Lang), direction(r.Lang)
	q.Article, q.Link, q.Archive = plainDirection(r.Title), webLink(r.Link), archived(r)
	q.Publisher = publisherOf(r)
	q.ReadAt = w.say("original_at", "x", q.Publisher)
	if d, ok := published(r.Date); ok {
		q.Date, q.DateTime = w.dayLabel(d, true), d.String()
	}
	return q
}

// badge is the mark that shows in which language a report is. Where all are in
// the site's own, it would say nothing, a hundred times.
func (t *timeline) badge(language string) string {
	if t.oneTongue {
		return ""
	}
	return language
}

// oneLanguage reports whether all articles are in the language of the site.
func (t *timeline) oneLanguage() bool {
	return !slices.ContainsFunc(t.articles, func(r *report) bool { return lang.Primary(r.Lang) != t.words.short() })
}

// publisherOf names who published a report: the publisher, else the host of
// the link, else the title.
func publisherOf(r *report) string {
	if r.Publisher != "" {
		return plainDirection(r.Publisher)
	}
	if link := webLink(r.Link); link != "" {
		_, rest, _ := strings.Cut(link, "://")
		host, _, _ := strings.Cut(rest, "/")
		return strings.TrimPrefix(host, "www.")
	}
	if r.Title != "" {
		return plainDirection(r.Title)
	}
	return r.Name
}

// archived is where the Internet Archive shows the copy of an article made
// nearest to its publication, if it has one.
func archived(r *report) string {
	link := webLink(r.Link)
	d, ok := published(r.Date)
	if link == "" || !ok {
		return ""
	}
	return "https://web.archive.org/web/" + strings.ReplaceAll(d.String(), "-", "") + "/" + link
}

// webLink lets only web addresses through: nothing an article says becomes a
// script.
func webLink(s string) string {
	if l := strings.ToLower(s); strings.HasPrefix(l, "https://") || strings.HasPrefix(l, "http://") {
		return s
	}
	return ""
}
