package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fasti/internal/diag"
)

// mistake is what a person may do wrong by hand. None may pass in silence
// unless it does no harm.
type mistake struct {
	name string
	file string
	old  string // stands once in the file; "" for a file to write anew
	new  string
	want string // a code that tells of it; "" if it does no harm, and nothing is said
}

const (
	conf    = "hugo.yaml"
	bridge  = "content/articles/bridge.md"
	dike    = "content/events/2024/dike.md"
	keller  = "content/actors/anna-keller.md"
	essay   = "content/essay.md"
	english = "i18n/en.yaml"
)

func mistakes() []mistake {
	event := func(front string) string { return "---\n" + front + "---\n" }
	return []mistake{
		// The configuration.
		{"publish misspelt", conf, "publish: accepted", "pubilsh: accepted", "bad-config"},
		{"publish with another value", conf, "publish: accepted", "publish: reviewed", "bad-config"},
		{"publish in capitals", conf, "publish: accepted", "PUBLISH: accepted", "bad-config"},
		{"publish one step to the left", conf, "    publish: accepted", "  publish: accepted", "bad-config"},
		{"publish at the top", conf, "", "title: T\npublish: accepted\n", "bad-config"},
		{"fasti at the top", conf, "", "title: T\nfasti: {publish: accepted}\n", "bad-config"},
		{"params misspelt", conf, "params:", "prams:", "bad-config"},
		{"fasti misspelt", conf, "  fasti:", "  fatsi:", "bad-config"},
		{"fasti in the description", conf, "", "title: T\nparams:\n  description: >\n    A record\n    fasti:\n      publish: accepted\n", "bad-config"},
		{"publish twice", conf, "    publish: accepted", "    publish: accepted\n    publish: all", "bad-config"},
		{"a tab", conf, "    publish: accepted", "\tpublish: accepted", "bad-config"},
		{"no blank behind the colon", conf, "publish: accepted", "publish:accepted", "bad-config"},
		{"threshold with a per cent sign", conf, "publish: accepted", "threshold: 90%", "bad-config"},
		{"articles misspelt", conf, "publish: accepted", "articles: none", "bad-config"},
		{"title misspelt", conf, "title: T", "titel: T", "config-key"},
		{"a key of another program", conf, "title: T", "title: T\ntheme: x", "config-key"},
		{"an address without https", conf, "title: T", "title: T\nbaseURL: example.org", "bad-config"},
		{"a language that is none", conf, "title: T", "title: T\nlanguageCode: deutsch-deutsch", "bad-config"},
		{"a language without words", conf, "title: T", "title: T\nlanguageCode: fi", "config-key"},
		{"marks of a merge", conf, "title: T", "<<<<<<< HEAD\ntitle: T\n=======\ntitle: U\n>>>>>>> b", "bad-config"},
		{"a second configuration", "config.toml", "", "title = 'T'\n", "bad-config"},
		{"a quoted value", conf, "publish: accepted", "publish: 'accepted'", ""},
		// Articles.
		{"a German date", bridge, "date: 2024-03-14", "date: 14.3.2024", "bad-date"},
		{"a day that is none", bridge, "date: 2024-03-14", "date: 2024-02-30", "bad-date"},
		{"no date", bridge, "date: 2024-03-14\n", "", "no-date"},
		{"date misspelt", bridge, "date: 2024-03-14", "dtae: 2024-03-14", "unknown-key"},
		{"a language by its name", bridge, "lang: en", "lang: English!", "bad-value"},
		{"genre misspelt", bridge, "lang: en", "lang: en\ngenre: new", "bad-value"},
		{"a link without https", bridge, "lang: en", "lang: en\nlink: example.org/a", "bad-value"},
		{"front matter never closed", bridge, "lang: en\n---", "lang: en", "front-matter"},
		{"a colon in the title", bridge, "title: Bridge", "title: Bridge: open again", "bad-yaml"},
		{"a key twice", bridge, "lang: en", "lang: en\nlang: de", "duplicate-key"},
		{"Latin-1", bridge, "Old bridge", "Br\xfccke", "not-utf8"},
		{"no text", "content/articles/empty.md", "", event("title: E\ndate: 2024-03-14\n"), "no-text"},
		{"a text file", "content/articles/report.txt", "", "The ferry sank.\n", "not-read"},
		{"another ending", "content/articles/report.markdown", "", "The ferry sank.\n", "not-read"},
		{"a blank in the name", "content/articles/my report.md", "", "The ferry sank.\n", "bad-name"},
		{"a name with an underscore before it", "content/articles/_report.md", "", "The ferry sank.\n", "not-read"},
		{"the same text again", "content/articles/again.md", "", "---\ntitle: A\ndate: 2024-03-14\nlang: en\n---\nOld bridge news. The town council approved the repairs on 7 June 2022.\n", "duplicate-article"},
		{"draft misspelt in an article", bridge, "lang: en", "lang: en\ndarft: true", "bad-key"},
		{"draft in German", bridge, "lang: en", "lang: en\ndraft: ja", "bad-value"},
		{"hidden in an article", bridge, "lang: en", "lang: en\nhidden: true", "bad-key"},
		// Events.
		{"no title", dike, "title: A dike is planned\n", "", "missing-key"},
		{"title misspelt in an event", dike, "title: A dike", "ttile: A dike", "missing-key"},
		{"when misspelt", dike, "when:", "wehn:", "bad-key"},
		{"date in place of when", dike, "when:", "date:", "bad-key"},
		{"a short day", dike, `"2024-02-01"`, "2024-2-1", "bad-date"},
		{"a day in German", dike, `"2024-02-01"`, "1.2.2024", "bad-date"},
		{"a month that is none", dike, `"2024-02-01"`, "2024-13", "bad-date"},
		{"a span with a hyphen", dike, `"2024-02-01"`, "2024-02-01 - 2024-02-03", "bad-date"},
		{"a span backwards", dike, `"2024-02-01"`, "2024-02-03/2024-02-01", "bad-date"},
		{"a day without quotation marks", dike, `"2024-02-01"`, "2024-02-01", ""},
		{"kind misspelt", dike, "kind: agree", "kind: agre", "unknown-kind"},
		{"kind in capitals", dike, "kind: agree", "kind: Agree", "unknown-kind"},
		{"a kind of one's own", dike, "kind: agree", "kind: building", "unknown-kind"},
		{"status misspelt", dike, "kind: agree", "kind: agree\nstatus: planed", "bad-value"},
		{"status as a key misspelt", dike, "kind: agree", "kind: agree\nstauts: planned", "bad-key"},
		{"status draft", dike, "kind: agree", "kind: agree\nstatus: draft", "bad-value"},
		{"an actor who is nobody", dike, "id: anna-keller", "id: anna-kellner", "unknown-actor"},
		{"an actor by the name", dike, "id: anna-keller", "id: Anna Keller", "bad-value"},
		{"a role that is none", dike, "role: host", "role: boss", "bad-value"},
		{"role misspelt", dike, "role: host", "rolle: host", "bad-key"},
		{"actors misspelt", dike, "actors:", "actor:", "bad-key"},
		{"an actor twice", dike, "role: host}", "role: host}\n  - {id: anna-keller, role: victim}", "unknown-key"},
		{"sources misspelt", dike, "sources:", "source:", "bad-key"},
		{"a quotation with a word more", dike, "quote: The town", "quote: The whole town", "quote-gone"},
		{"a quotation in other marks", dike, "quote: The town council approved the repairs on 7 June 2022.", "quote: \"The town council “approved” the repairs on 7 June 2022.\"", "quote-gone"},
		{"a quotation of another article", dike, "article: bridge", "article: ferry", "quote-unverified"},
		{"article misspelt", dike, "article: bridge", "artikel: bridge", "bad-key"},
		{"an article by its file", dike, "article: bridge", "article: bridge.md", "bad-value"},
		{"quote misspelt", dike, "quote: The", "qoute: The", "bad-key"},
		{"a span backwards in the source", dike, "article: bridge", "article: bridge\n    span: [9, 3]", "bad-value"},
		{"review misspelt", dike, "kind: agree", "kind: agree\nreveiw: rejected", "bad-key"},
		{"a review that is none", dike, "kind: agree", "kind: agree\nreview: reject", "bad-value"},
		{"merged into nothing", dike, "kind: agree", "kind: agree\nreview: merged", "missing-key"},
		{"merged into what is not there", dike, "kind: agree", "kind: agree\nreview: merged\ninto: e9999999", "broken-join"},
		{"merged into itself", dike, "kind: agree", "kind: agree\nreview: merged\ninto: dike", "broken-join"},
		{"draft: yes", dike, "kind: agree", "kind: agree\ndraft: yes", "bad-value"},
		{"draft misspelt", dike, "kind: agree", "kind: agree\ndrfat: true", "bad-key"},
		{"publish: no", dike, "kind: agree", "kind: agree\npublish: no", "bad-value"},
		{"publish misspelt in an event", dike, "kind: agree", "kind: agree\npubilsh: false", "bad-key"},
		{"published: false", dike, "kind: agree", "kind: agree\npublished: false", "bad-date"},
		{"unlisted", dike, "kind: agree", "kind: agree\nunlisted: true", "bad-key"},
		{"a day to publish that is none", dike, "kind: agree", "kind: agree\npublishDate: next week", "bad-date"},
		{"a key of Hugo's that does nothing", dike, "kind: agree", "kind: agree\nslug: other", "unknown-key"},
		{"key: yes", dike, "kind: agree", "kind: agree\nkey: yes", "bad-value"},
		{"latitude and longitude swapped", dike, "kind: agree", "kind: agree\ngeo: [131.1, 30.0]", "bad-value"},
		{"a number of a series in words", dike, "kind: agree", "kind: agree\nseries: {of: anna-keller, what: Visit, number: fifth}", "bad-value"},
		{"titles as a list", dike, "kind: agree", "kind: agree\ntitles: [Ein Deich]", "bad-value"},
		{"aliases out of the site", dike, "kind: agree", "kind: agree\naliases: [../../etc]", "bad-value"},
		{"marks of a merge in an event", dike, "kind: agree", "<<<<<<< HEAD\nkind: agree\n=======\nkind: aid\n>>>>>>> b", "merge-conflict"},
		{"an indentation lost", dike, "    quote: The", "   quote: The", "bad-yaml"},
		{"a quotation mark never closed", dike, `"2024-02-01"`, `"2024-02-01`, "bad-yaml"},
		{"no front matter", "content/events/2024/bare.md", "", "A dike is planned.\n", "front-matter"},
		{"the same name in another year", "content/events/2023/dike.md", "", event("title: Another\nwhen: \"2023-01-01\"\n"), "duplicate-name"},
		{"a folder in the singular", "content/event/2024.md", "", event("title: Another\n"), "misplaced-file"},
		{"an event beside the folders", "content/other.md", "", event("title: Another\nwhen: \"2023-01-01\"\n"), "misplaced-file"},
		{"an event as YAML", "content/events/2024/other.yaml", "", "title: Another\n", "not-read"},
		// Actors.
		{"a kind of actor that is none", keller, "kind: person", "kind: politician", "bad-value"},
		{"a country by its name", keller, "kind: person", "kind: person\ncountry: Germany", "bad-value"},
		{"an address in place of the number", keller, "kind: person", "kind: person\nwikidata: https://www.wikidata.org/wiki/Q1", "bad-value"},
		{"known_as misspelt", keller, "kind: person", "kind: person\nknow_as: [Keller]", "bad-key"},
		{"an actor as a draft", keller, "kind: person", "kind: person\ndraft: true", "bad-key"},
		{"a term that is no date", keller, "kind: person", "kind: person\nroles: [{title: Mayor, from: last year}]", "bad-date"},
		{"a term misspelt", keller, "kind: person", "kind: person\nroles: [{title: Mayor, form: 2020}]", "bad-key"},
		{"a name that another has", "content/actors/anna-k.md", "", event("title: Anna K.\nkind: person\nknown_as: [Anna Keller]\n"), "name-shared"},
		// What is beside the timeline.
		{"a link to a file of the content", essay, "Text.", "[x](about.md)", "dead-link"},
		{"a picture that is not there", essay, "Text.", "![x](x.png)", "dead-link"},
		{"raw HTML", essay, "Text.", "<b>Text</b>", "raw-html"},
		{"an event that is not there", essay, "Text.", "{{< event e9999999 >}}", "bad-page"},
		{"a shortcode that is none", essay, "Text.", "{{< evnt dike >}}", "bad-page"},
		{"draft misspelt in a page", essay, "title: Essay", "title: Essay\ndraf: true", "bad-key"},
		{"a page in TOML", essay, "", "+++\ntitle = 'Essay'\ndraft = true\n+++\n", "bad-page"},
		{"a page never closed", essay, "title: Essay\n---", "title: Essay", "front-matter"},
		{"a phrase misspelt", english, "", "serach: Look\n", "unknown-key"},
		{"a gap that nothing fills", english, "", "search_events: {other: \"Search {N} {count}\"}\n", "bad-words"},
		{"words that are no YAML", english, "", "search: a: b\n", "bad-words"},
		{"words in another form", "i18n/en.toml", "", "search = 'x'\n", "not-read"},
		{"a template that is none", "layouts/page.html", "", "{{ if }}\n", "bad-template"},
		// Found by a second person's forty.
		{"two documents", conf, "title: T", "title: T\n---\ntitle: U", "bad-config"},
		{"a comment without a blank before it", conf, "publish: accepted", "publish: accepted# only", "bad-config"},
		{"readers in words", conf, "publish: accepted", "publish: {reviewed: two}", "bad-config"},
		{"drafts of Hugo's", conf, "title: T", "title: T\nbuildDrafts: true", "config-key"},
		{"a day to end that is none", dike, "kind: agree", "kind: agree\nexpiryDate: 1.1.2023", "bad-date"},
		{"a key like Hugo's", dike, "kind: agree", "kind: agree\nexpireDate: 2023-01-01", "bad-key"},
		{"misread: yes", dike, "article: bridge", "article: bridge\n    misread: yes", "bad-value"},
		{"into without merged", dike, "kind: agree", "kind: agree\nreview: accepted\ninto: e9999999", "contradiction"},
		{"notes in place of note", dike, "kind: agree", "kind: agree\nnotes: who says so?", "bad-key"},
		{"titles by the name of a language", dike, "kind: agree", "kind: agree\ntitles: {german: Ein Deich}", "unknown-key"},
		{"an event's text asks for what is not there", dike, "2022.\n---\n", "2022.\n---\nSee {{< event nothing >}}.\n", "bad-page"},
		{"an event's text runs a script", dike, "2022.\n---\n", "2022.\n---\n[x](javascript:alert(1))\n", "dead-link"},
		{"a link that hides its scheme", essay, "Text.", "[x](java&Tab;script:alert(1))", "dead-link"},
		{"not: with the own name", keller, "kind: person", "kind: person\nnot: [Anna Keller]", "contradiction"},
		{"known_as and not at once", keller, "kind: person", "kind: person\nknown_as: [Keller]\nnot: [Keller]", "contradiction"},
		{"names by the name of a language", keller, "kind: person", "kind: person\nnames: {german: Keller}", "unknown-key"},
		{"an office at nobody's", keller, "kind: person", "kind: person\nroles: [{title: Mayor, of: nowhere}]", "unknown-actor"},
		{"a term backwards", keller, "kind: person", "kind: person\nroles: [{title: Mayor, from: 2022-01-01, to: 2020-01-01}]", "contradiction"},
		{"a term within its year", keller, "kind: person", "kind: person\nroles: [{title: Mayor, from: 2022-05-01, to: \"2022\"}]", ""},
		{"a phrase of nothing", english, "", "search: ''\n", "bad-words"},
		{"words by the name of a language", "i18n/english.yaml", "", "search: Look\n", "not-read"},
		{"words in capitals", "i18n/EN.yaml", "", "search: Look\n", "not-read"},
		{"a source nobody has", "knowledge.yaml", "", "dates: [Olde Gazette]\n", "config-key"},
		{"a kind nobody has", "knowledge.yaml", "", "kinds: {sank: accidnet}\n", "bad-config"},
		{"a century too far", bridge, "date: 2024-03-14", "date: 2204-03-14", "date-ahead"},
		{"another language than the words", bridge, "lang: en", "lang: de", "language-differs"},
		{"a language with a country", bridge, "lang: en", "lang: en-US", ""},
		{"marks of a merge in the words of an article", bridge, "Old bridge news.", "<<<<<<< HEAD\nOld bridge news.\n=======\nNew.\n>>>>>>> b\n", "merge-conflict"},
		{"a part that is not there", "layouts/_partials/foot.html", "", "{{ partial \"nothing.html\" . }}\n", "bad-template"},
		// Found by a third person's two hundred.
		{"an address of the web with a question", conf, "title: T", "title: T\nbaseURL: https://example.org/?x=1", "bad-config"},
		{"a country by another code", conf, "publish: accepted", "region: UK", "bad-config"},
		{"a country that is none", conf, "publish: accepted", "region: XX", "bad-config"},
		{"a country", conf, "publish: accepted", "region: GB", ""},
		{"a second front matter", dike, "2022.\n---\n", "2022.\n---\n\n---\ndraft: true\n---\nText.\n", "front-matter"},
		{"a rule across the text", dike, "2022.\n---\n", "2022.\n---\n\n---\n\nText: none.\n", ""},
		{"a day of review in words", dike, "kind: agree", "kind: agree\nreviewed_on: yesterday", "bad-date"},
		{"a row of nobody's", dike, "kind: agree", "kind: agree\nseries: {of: nobody, what: Visit, number: 1}", "unknown-actor"},
		{"a translation by the name of a language", dike, "7 June 2022.\n---", "7 June 2022.\n    quote_translation: {german: Der Rat}\n---", "unknown-key"},
		{"never shown", dike, "kind: agree", "kind: agree\npublishDate: 2023-02-01\nexpiryDate: 2023-01-01", "contradiction"},
		{"an id emptied", dike, "kind: agree", "kind: agree\nfasti: {id: \"\"}", "bad-value"},
		{"two pages of one address", "content/essay/index.md", "", "---\ntitle: Another\n---\nText.\n", "bad-page"},
		{"an address that another page has", "content/second.md", "", "---\ntitle: Another\nslug: essay\n---\nText.\n", "bad-page"},
		{"the same page in another language", "content/essay.de.md", "", "---\ntitle: Aufsatz\nurl: /essay/\n---\nText.\n", ""},
		{"a page in an event's place", essay, "title: Essay", "title: Essay\nurl: /e/dike/", "bad-page"},
		{"a page in an actor's place", "content/a/anna-keller.md", "", "---\ntitle: Mine\n---\nText.\n", "bad-page"},
		{"a page in a year's place", "content/2024.md", "", "---\ntitle: Mine\n---\nText.\n", "bad-page"},
		{"a part in Latin-1", "layouts/_partials/foot-extra.html", "", "Z\xfcrich\n", "not-utf8"},
		{"a number for a phrase", english, "", "search: 5\n", "bad-words"},
		{"a phrase twice", english, "", "search: Look\nsearch: Find\n", "duplicate-key"},
		// What one file does to another.
		{"a home page in static", "static/index.html", "", "<p>Mine</p>\n", "bad-page"},
		{"an own page in static too", "static/essay/index.html", "", "<p>Mine</p>\n", "bad-page"},
		{"a feed in static", "static/feed.xml", "", "<feed/>\n", "bad-page"},
		{"a file in a folder's place", "static/2024", "", "x\n", "bad-page"},
		{"a file beside the timeline's", "static/e/paper.txt", "", "x\n", ""},
		{"robots of one's own", "static/robots.txt", "", "User-agent: *\n", ""},
		{"a link to no heading", essay, "Text.", "[x](#nowhere)\n\n## Somewhere", "dead-link"},
		{"a link to a heading", essay, "Text.", "[x](#über-uns-1) [y](#mine) [z](#main)\n\n## Über uns\n## Über uns\n## Ours {#mine}", ""},
		{"a link to no heading in an event's text", dike, "2022.\n---\n", "2022.\n---\n[x](#nowhere)\n", "dead-link"},
		{"a link to the sources", dike, "2022.\n---\n", "2022.\n---\n[x](#sources)\n", ""},
		{"proposals above the threshold", conf, "publish: accepted", "threshold: 50\n    propose: 60", "config-key"},
		{"proposals above the built-in threshold", conf, "publish: accepted", "propose: 90", "config-key"},
		{"proposals below the threshold", conf, "publish: accepted", "threshold: 50\n    propose: 40", ""},
		{"a word that the title does not have", conf, "publish: accepted", "emphasis: Fasti", "config-key"},
		{"two languages of one site", conf, "title: T", "title: T\nlanguageCode: de\nlocale: en", "config-key"},
		{"a language twice the same", conf, "title: T", "title: T\nlanguageCode: de-AT\nlocale: de", ""},
	}
}

// TestMistakes makes each of some hundred mistakes in a site, and asks the
// validator that check, build, serve and CI share. An error means that what is
// wrong is not published.
func TestMistakes(t *testing.T) {
	list := append(mistakes(), moreMistakes()...)
	if len(list) < 280 {
		t.Errorf("%d mistakes", len(list))
	}
	base := map[string]string{
		conf:    "title: T\nparams:\n  fasti:\n    publish: accepted\n",
		bridge:  "---\ntitle: Bridge\ndate: 2024-03-14\nlang: en\n---\nOld bridge news. The town council approved the repairs on 7 June 2022.\n",
		dike:    "---\ntitle: A dike is planned\nwhen: \"2024-02-01\"\nkind: agree\nactors:\n  - {id: anna-keller, role: host}\nsources:\n  - article: bridge\n    quote: The town council approved the repairs on 7 June 2022.\n---\n",
		keller:  "---\ntitle: Anna Keller\nkind: person\n---\n",
		essay:   "---\ntitle: Essay\n---\nText.\n",
		english: "search: Look\n",
	}
	said := mistaken(t, base, mistake{})
	for _, d := range said {
		if d.Severity() != diag.Note && d.Code != diag.QuoteMoved { // a quotation by hand has no span
			t.Errorf("without a mistake: %s", d)
		}
	}
	for _, m := range list {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			found := mistaken(t, base, m)
			found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Severity() == diag.Note || d.Code == diag.QuoteMoved })
			if m.want == "" {
				if len(found) > 0 {
					t.Errorf("no harm is done, and still: %v", found)
				}
				return
			}
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
				return string(d.Code) == m.want && (d.File == m.file || m.want == "duplicate-name" || m.want == "duplicate-article" || m.want == "name-shared") && d.Message != ""
			}) {
				t.Errorf("silent, or told of as something else than %s: %v", m.want, found)
			}
		})
	}
}

// mistaken makes a mistake in a site and gives what the validator says.
func mistaken(t *testing.T, base map[string]string, m mistake) []diag.Diagnostic {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range base {
		if name == m.file && m.old != "" {
			if strings.Count(text, m.old) != 1 {
				t.Fatalf("%q stands %d times in %s", m.old, strings.Count(text, m.old), name)
			}
			text = strings.Replace(text, m.old, m.new, 1)
		}
		write(name, text)
	}
	if m.file != "" && m.old == "" {
		write(m.file, m.new)
	}
	a := &app{streams: streams{strings.NewReader(""), io.Discard, io.Discard}, dir: dir, now: "2024-03-20", looking: true}
	s, err := a.load()
	if ds, ok := asFindings(err); ok {
		return ds
	}
	if err != nil {
		t.Fatal(err)
	}
	beside, err := a.inspect(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(s.faults, s.content.Check(nil), beside)
}
