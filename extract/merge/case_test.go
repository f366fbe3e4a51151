package merge

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/segment"
)

// A case file says what articles were found to say and what timeline comes of
// it. A case is a heading, its articles, and behind a line "=" the wanted
// timeline, which -update writes:
//
//	## what the case shows
//	article NAME LANG DATE
//	actor ID kind=person name=Antony Blinken; country=US; known=…; aliases=A, B; roles=TITLE/OFFICE, …
//	event when=2024-02-06; kind=travel; status=happened; basis=relative; actors=blinken:actor, katar:recipient;
//	      places=…; series=blinken/Reise/5; title=…; trigger=reiste; text=the sentence
//	known ID kind=…; name=…; names=A, B; not=C
//	veto ARTICLE SENTENCE group=…; when=…; trigger=…
type testCase struct {
	name    string
	input   string
	want    string
	results []*extract.Result
	opt     Options
}

func readCases(t testing.TB, path string) []testCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for _, part := range strings.Split("\n"+string(b), "\n## ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		input, want, _ := strings.Cut(rest, "\n=\n")
		c := testCase{name: name, input: input, want: strings.TrimSpace(want)}
		if err := c.read(); err != nil {
			t.Fatalf("%s: %s: %v", filepath.Base(path), name, err)
		}
		cases = append(cases, c)
	}
	return cases
}

func (c *testCase) read() error {
	joined := strings.ReplaceAll(c.input, "\n      ", " ")
	for _, line := range strings.Split(joined, "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "", "#":
		case "article":
			f := strings.Fields(rest)
			if len(f) != 3 {
				return fmt.Errorf("article wants NAME LANG DATE: %q", line)
			}
			a := &article.Article{Name: f[0], Lang: f[1], Date: f[2]}
			c.results = append(c.results, &extract.Result{Article: a, Doc: &segment.Doc{Lang: f[1]}})
		case "actor":
			id, f := fields(rest)
			r := c.results[len(c.results)-1]
			a := actor.Actor{ID: id, Name: f["name"], Kind: actor.Kind(f["kind"]), Country: f["country"], Known: f["known"], Aliases: list(f["aliases"])}
			for _, role := range list(f["roles"]) {
				title, office, _ := strings.Cut(role, "/")
				a.Roles = append(a.Roles, actor.Role{Title: title, Office: office})
			}
			r.Actors.Actors = append(r.Actors.Actors, a)
		case "event":
			_, f := fields("- " + rest)
			addEvent(c.results[len(c.results)-1], f)
		case "known":
			id, f := fields(rest)
			c.opt.Known = append(c.opt.Known, actor.Known{ID: id, Name: f["name"], Kind: actor.Kind(f["kind"]), Names: list(f["names"]), Not: list(f["not"])})
		case "veto":
			art, rest, _ := strings.Cut(rest, " ")
			n, f := fields(rest)
			sentence, _ := strconv.Atoi(n)
			c.opt.Vetoes = append(c.opt.Vetoes, Veto{Article: art, Sentence: sentence, Group: f["group"], When: f["when"], Trigger: f["trigger"]})
		default:
			return fmt.Errorf("what is %q?", line)
		}
	}
	return nil
}

func fields(s string) (id string, f map[string]string) {
	id, rest, _ := strings.Cut(s, " ")
	f = map[string]string{}
	for _, p := range strings.Split(rest, ";") {
		k, v, _ := strings.Cut(p, "=")
		f[strings.TrimSpace(k)] = strings.TrimSpace(v)
	}
	return id, f
}

func list(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// addEvent appends the event's sentence to the article and the event to its
// result.
func addEvent(r *extract.Result, f map[string]string) {
	text := f["text"]
	if text == "" {
		text = f["title"] + "."
	}
	a := r.Article
	if a.Body != "" {
		a.Body += " "
	}
	start := len(a.Body)
	a.Body += text
	a.Text = a.Body
	span := article.Span{Start: start, End: len(a.Body)}
	r.Doc.Text = a.Text
	tokenise(r.Doc, span)

	e := event.Event{When: f["when"], Title: f["title"], Kind: event.Kind(f["kind"]), Status: event.Status(f["status"]), Basis: event.Basis(f["basis"]), Confidence: 80, Published: true, Places: list(f["places"])}
	if e.Status == "" {
		e.Status = event.Happened
	}
	if e.Basis == "" {
		e.Basis = event.Explicit
	}
	if n, err := strconv.Atoi(f["confidence"]); err == nil {
		e.Confidence = n
	}
	e.Trigger = article.Span{Start: start, End: start}
	if i := strings.Index(text, f["trigger"]); i >= 0 {
		e.Trigger = article.Span{Start: start + i, End: start + i + len(f["trigger"])}
	}
	for _, p := range list(f["actors"]) {
		id, role, _ := strings.Cut(p, ":")
		e.Parts = append(e.Parts, event.Part{Actor: id, Role: event.Role(role)})
	}
	if s := strings.Split(f["series"], "/"); len(s) == 3 {
		n, _ := strconv.Atoi(s[2])
		e.Series = &event.Series{Of: s[0], What: s[1], Number: n}
	}
	e.Sources = []event.Source{{Span: span, Sentence: len(r.Doc.Sentences), When: e.When, Basis: e.Basis, Status: e.Status}}
	r.Events = append(r.Events, e)
}

// tokenise is enough segmentation for the cases.
func tokenise(doc *segment.Doc, span article.Span) {
	first := len(doc.Tokens)
	for at := span.Start; at < span.End; {
		r := rune(doc.Text[at])
		end := at + 1
		word := func(c byte) bool {
			return c >= 0x80 || c == '-' || unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
		}
		if word(doc.Text[at]) {
			for end < span.End && word(doc.Text[end]) {
				end++
			}
		}
		class := segment.Lower
		switch {
		case unicode.IsDigit(r):
			class = segment.Number
		case unicode.IsUpper(r) || r >= 0x80:
			class = segment.Upper
		case !word(doc.Text[at]):
			class = segment.Punct
		}
		if r != ' ' {
			doc.Tokens = append(doc.Tokens, segment.Token{Span: article.Span{Start: at, End: end}, Class: class})
		}
		at = end
	}
	doc.Sentences = append(doc.Sentences, segment.Sentence{Span: span, First: first, Last: len(doc.Tokens)})
}

// print shows a timeline as the case files do.
func (t *Timeline) print() string {
	var b strings.Builder
	for _, a := range t.Actors {
		fmt.Fprintf(&b, "actor %s | %s | %s", a.ID, a.Name, a.Kind)
		var names []string
		for l, n := range a.Names {
			if n != a.Name {
				names = append(names, l+" "+n)
			}
		}
		slices.Sort(names)
		if names != nil {
			fmt.Fprintf(&b, " | %s", strings.Join(names, ", "))
		}
		var seen []string
		for _, s := range a.Seen {
			seen = append(seen, s.Article)
		}
		fmt.Fprintf(&b, " | in %s\n", strings.Join(seen, " "))
	}
	for _, e := range t.Events {
		fmt.Fprintf(&b, "event %s | %s | %s | %s |", e.When, e.Kind, e.Status, e.Title)
		for _, p := range e.Parts {
			fmt.Fprintf(&b, " %s:%s", p.Actor, p.Role)
		}
		b.WriteString(" |")
		for _, s := range e.Sources {
			fmt.Fprintf(&b, " %s:%d %s %s", s.Article, s.Sentence, s.When, s.Status)
		}
		b.WriteString("\n")
	}
	for _, p := range t.Proposals {
		fmt.Fprintf(&b, "propose %s %s = %s (%s)\n", p.What, p.A, p.B, p.Evidence)
	}
	return strings.TrimSpace(b.String())
}
