package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"fasti/extract/article"
	"fasti/extract/event"
)

// The names of the fields are a contract with other tools (see
// docs/json.md); add fields, rename none. Offsets are bytes into the body as
// it was given, and every text or quote is the bytes at its offsets.
type (
	jsonResult struct {
		V        int           `json:"v"`
		Article  string        `json:"article"`
		Title    string        `json:"title"`
		Date     string        `json:"date"`
		Lang     string        `json:"lang"`
		Names    []jsonName    `json:"names"`
		Timexes  []jsonTimex   `json:"timexes"`
		Ranges   []jsonRange   `json:"ranges"`
		Actors   []jsonActor   `json:"actors"`
		Events   []jsonEvent   `json:"events"`
		Warnings []jsonWarning `json:"warnings"`
	}
	jsonSpan struct {
		article.Span
		Text string `json:"text"`
	}
	jsonName struct {
		jsonSpan
		Type string `json:"type"`
	}
	jsonTimex struct {
		jsonSpan
		Type   string `json:"type"`
		Value  string `json:"value"`
		Mod    string `json:"mod"`
		EDTF   string `json:"edtf"`
		Anchor string `json:"anchor"`
		Rule   string `json:"rule"`
	}
	jsonRange struct {
		jsonSpan
		EDTF string `json:"edtf"`
	}
	jsonActor struct {
		ID       string     `json:"id"`
		Name     string     `json:"name"`
		Kind     string     `json:"kind"`
		Generic  bool       `json:"generic,omitempty"`
		Aliases  []string   `json:"aliases"`
		Mentions []jsonSpan `json:"mentions"`
	}
	jsonEvent struct {
		ID         string                `json:"id"`
		Published  bool                  `json:"published"`
		When       string                `json:"when"`
		Title      string                `json:"title"`
		TitleIs    event.TitleForm       `json:"title_is,omitempty"`
		TitleSure  int                   `json:"title_confidence"`
		Kind       event.Kind            `json:"kind"`
		Status     event.Status          `json:"status"`
		Basis      event.Basis           `json:"basis"`
		Confidence int                   `json:"confidence"`
		Trigger    jsonSpan              `json:"trigger"`
		Actors     []string              `json:"actors"`
		Roles      map[string]event.Role `json:"roles"`
		Places     []string              `json:"places"`
		Series     *event.Series         `json:"series"`
		Sources    []jsonSource          `json:"sources"`
		Decisions  []jsonDecision        `json:"decisions,omitempty"`
	}
	jsonDecision struct {
		What   string      `json:"what"`
		Of     string      `json:"of,omitempty"`
		Value  string      `json:"value"`
		Rule   string      `json:"rule"`
		Spans  []jsonSpan  `json:"spans"`
		Others []jsonOther `json:"others"`
	}
	jsonOther struct {
		Value string `json:"value"`
		Odds  int    `json:"odds"`
	}
	jsonSource struct {
		Article  string `json:"article"`
		Sentence int    `json:"sentence"`
		article.Span
		Said  string `json:"said"`
		Quote string `json:"quote"`
	}
	jsonWarning struct {
		Code string `json:"code"`
		article.Span
		Message string `json:"message"`
	}
)

// JSON is the result as one line of JSON, without a line break at its end.
// The ids of events are of this call: "e1" is the first.
func (r *Result) JSON() ([]byte, error) {
	a := r.Article
	out := jsonResult{
		V: 1, Article: a.Name, Title: a.Title, Date: a.Date, Lang: a.Lang,
		Names:    make([]jsonName, 0, len(r.Actors.Names)),
		Timexes:  make([]jsonTimex, 0, len(r.Timexes.Timexes)),
		Ranges:   make([]jsonRange, 0, len(r.Timexes.Ranges)),
		Actors:   make([]jsonActor, 0, len(r.Actors.Actors)),
		Events:   make([]jsonEvent, 0, len(r.Events)),
		Warnings: make([]jsonWarning, 0, len(r.Warnings)),
	}
	for _, n := range r.Actors.Names {
		out.Names = append(out.Names, jsonName{r.span(n.Span), string(n.Type)})
	}
	for _, t := range r.Timexes.Timexes {
		out.Timexes = append(out.Timexes, jsonTimex{r.span(t.Span), string(t.Type), t.Value, t.Mod, t.EDTF, t.Anchor, t.Rule})
	}
	for _, g := range r.Timexes.Ranges {
		out.Ranges = append(out.Ranges, jsonRange{r.span(g.Span), g.EDTF})
	}
	for _, x := range slices.Concat(r.Actors.Actors, r.Actors.Unnamed) {
		j := jsonActor{ID: x.ID, Name: x.Name, Kind: string(x.Kind), Generic: x.Generic, Aliases: list(x.Aliases), Mentions: make([]jsonSpan, 0, len(x.Mentions))}
		for _, m := range x.Mentions {
			j.Mentions = append(j.Mentions, r.span(m.Span))
		}
		for _, s := range x.Owns {
			j.Mentions = append(j.Mentions, r.span(s))
		}
		slices.SortStableFunc(j.Mentions, func(a, b jsonSpan) int { return a.Start - b.Start })
		out.Actors = append(out.Actors, j)
	}
	for i, e := range r.Events {
		out.Events = append(out.Events, r.event(i, e))
	}
	for _, w := range r.Warnings {
		out.Warnings = append(out.Warnings, jsonWarning{w.Code, a.InBody(w.Span), w.Message})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("article %s: %w", a.Name, err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func (r *Result) event(i int, e event.Event) jsonEvent {
	j := jsonEvent{
		ID: fmt.Sprintf("e%d", i+1), Published: e.Published, When: e.When, Title: e.Title, TitleIs: e.TitleIs, TitleSure: e.TitleConfidence, Kind: e.Kind,
		Status: e.Status, Basis: e.Basis, Confidence: e.Confidence, Trigger: r.span(e.Trigger),
		Actors: make([]string, 0, len(e.Parts)), Roles: make(map[string]event.Role, len(e.Parts)),
		Places: list(e.Places), Series: e.Series, Sources: make([]jsonSource, 0, len(e.Sources)),
	}
	for _, p := range e.Parts {
		if _, twice := j.Roles[p.Actor]; !twice { // the first role is the foremost
			j.Actors = append(j.Actors, p.Actor)
			j.Roles[p.Actor] = p.Role
		}
	}
	for _, s := range e.Sources {
		q := r.span(s.Span)
		j.Sources = append(j.Sources, jsonSource{r.Article.Name, s.Sentence, q.Span, s.Said, q.Text})
	}
	for _, d := range e.Decisions {
		j.Decisions = append(j.Decisions, r.decision(d))
	}
	return j
}

func (r *Result) decision(d event.Decision) jsonDecision {
	j := jsonDecision{What: d.What, Of: d.Of, Value: d.Value, Rule: d.Rule, Spans: []jsonSpan{}, Others: []jsonOther{}}
	for _, s := range d.Spans {
		j.Spans = append(j.Spans, r.span(s))
	}
	for _, o := range d.Others {
		j.Others = append(j.Others, jsonOther{o.Value, o.Odds})
	}
	return j
}

// span is a span of Text as it stands in the body.
func (r *Result) span(s article.Span) jsonSpan {
	b := r.Article.InBody(s)
	return jsonSpan{b, b.Of(r.Article.Body)}
}

// list is the list, empty rather than null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
