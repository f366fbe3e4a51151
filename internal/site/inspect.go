package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"fasti"
	"fasti/internal/config"
	"fasti/internal/conflict"
	"fasti/internal/diag"
	"fasti/internal/ledger"
	"fasti/internal/spell"
)

// inspection is what a look at people's own files has found. What cannot be
// used is taken out, so that the rest can be built.
type inspection struct {
	found   []diag.Diagnostic
	until   string              // the day on which a page is held back no more, or from then on
	aliases map[string][]string // of own pages
	places  map[string]string   // where own pages lie, "essay/"; "" for the home page
	stop    error               // a template that nobody can mean as it stands: nothing is built with it
}

func (i *inspection) add(file string, line int, code diag.Code, message, hint string) {
	d := diag.Diagnostic{File: file, Line: line, Code: code, Message: message, Hint: hint}
	if line > 0 {
		d.Col = 1
	}
	i.found = append(i.found, d)
}

// inspect looks at people's own pages, words and files.
func (m *material) inspect(cfg *config.Config, day string) *inspection {
	i := &inspection{aliases: map[string][]string{}, places: map[string]string{}}
	for _, name := range sortedKeys(m.own) {
		if strings.HasPrefix(name, "content/fasti.") { // fasti's own notes
			delete(m.own, name)
			continue
		}
		i.page(m, name, day)
	}
	for _, name := range sortedKeys(m.words) {
		i.words(m, name)
	}
	for _, name := range sortedKeys(m.layouts) {
		i.layout(name, m.layouts[name])
	}
	for _, name := range sortedKeys(m.theme) {
		if strings.HasPrefix(name, "assets/") {
			i.merging(name, m.theme[name])
			if near := spell.Near(name, []string{"assets/custom.css"}); near != "" && shipped(name) == nil && name != near {
				i.add(name, 0, diag.NotRead, "nothing reads this file", "did you mean "+near+"?")
			}
		}
	}
	i.unmerged(m.static)
	for _, name := range m.links {
		i.add(name, 1, diag.NotRead, "a link is not followed, so nothing of it is on the site", "put the file itself here")
	}
	langs := []string{cfg.Language}
	for _, e := range cfg.Editions {
		langs = append(langs, e.Language)
	}
	for _, l := range langs {
		if m.theme["i18n/"+l+".yaml"] == nil && cfg.Path != "" {
			i.add(cfg.Path, 0, diag.ConfigKey, fmt.Sprintf("there are no words of the interface in the language %s, so they are English", l), "write i18n/"+l+".yaml, or choose de, en, fr or ar")
		}
	}
	return i
}

// page judges one file beside the timeline.
func (i *inspection) page(m *material, name, day string) {
	switch top := strings.Split(name, "/")[1]; {
	case path.Ext(name) != ".md" && !bundled(m.own, name):
		i.add(name, 0, diag.NotRead, "only files that end in .md are read here, and files beside an index.md", "move pictures and downloads into static/, articles to fasti add")
		delete(m.own, name)
		return
	case path.Ext(name) != ".md":
		return
	case strings.Contains(name[len("content/"):], "/") && spell.Near(top, []string{"articles", "events", "actors"}) != "":
		i.add(name, 0, diag.MisplacedFile, fmt.Sprintf("content/%s is no folder of fasti's, so this is a page of its own", top), "did you mean content/"+spell.Near(top, []string{"articles", "events", "actors"})+"?")
	}
	p := ledger.ReadPage(name, m.own[name], day)
	i.found = append(i.found, p.Found...)
	if p.Layout != "" && m.theme["layouts/"+p.Layout+".html"] == nil && m.theme["layouts/_default/"+p.Layout+".html"] == nil {
		i.add(name, 1, diag.BadPage, fmt.Sprintf("layout: there is no template %s, so the page would be made with another", p.Layout), "write layouts/"+p.Layout+".html, or take layout: out")
	}
	i.literal(name, m.own[name])
	if p.Until != "" && (i.until == "" || p.Until < i.until) {
		i.until = p.Until
	}
	if p.Held == "" && !i.free(name, placeOf(name, p)) {
		delete(m.own, name)
		return
	}
	i.aliases[name], i.places[name] = p.Aliases, placeOf(name, p)
	if p.Held != "" || diag.HasErrors(p.Found) {
		delete(m.own, name)
	}
}

// literal tells of what was meant to be a link or a shortcode and is printed as it
// stands, with its brackets.
func (i *inspection) literal(name string, src []byte) {
	_, body := splitPage(src)
	before := bytes.Count(src[:len(src)-len(body)], []byte("\n"))
	for _, l := range literals(body) {
		line, _ := diag.Position([]byte(body), l.at)
		i.add(name, before+line, diag.DeadLink, fmt.Sprintf("%s is no link, and is printed as it stands", l.text), l.hint)
	}
}

// free reports whether an own page may lie at an address: no other own page does,
// and no page of the timeline, which it would take the place of.
func (i *inspection) free(name, at string) bool {
	if at == "" {
		return true
	}
	for _, other := range sortedKeys(i.places) {
		if i.places[other] == at && path.Ext(strings.TrimSuffix(other, ".md")) == path.Ext(strings.TrimSuffix(name, ".md")) { // essay.de.md is the same page in another language
			i.add(name, 1, diag.BadPage, fmt.Sprintf("its address /%s is that of %s already, so only one of the two can be made", at, other), "give it another file name, slug: or url:")
			return false
		}
	}
	if top, _, _ := strings.Cut(at, "/"); timelineFolder(top) {
		i.add(name, 1, diag.BadPage, fmt.Sprintf("its address /%s lies where the pages of the timeline are, and would take the place of one", at), "put it under another name: /"+top+"/ is taken")
		return false
	}
	return true
}

// timelineFolder reports whether the timeline has its pages or files in a folder at
// the site's root: of events, actors, sources, kinds and places, of years, and others.
func timelineFolder(top string) bool {
	return slices.Contains([]string{"a", "all", "assets", "changes", "e", "embed", "k", "offline", "p", "pictures", "s", "search"}, top) || yearFolder.MatchString(top)
}

// yearFolder is the folder of a year's pages, 2024 or -0043.
var yearFolder = regexp.MustCompile(`^-?[0-9]{4,}$`)

// placeOf is where Hugo puts an own page: where its file lies, unless slug or
// url say otherwise.
func placeOf(name string, p ledger.Page) string {
	at := ownAddress(name)
	switch {
	case p.URL != "":
		at = strings.Trim(p.URL, "/") + "/"
	case p.Slug != "" && at != "":
		at = strings.TrimPrefix(path.Join(path.Dir(strings.TrimSuffix(at, "/")), p.Slug)+"/", "./")
	}
	return strings.TrimPrefix(at, "/")
}

// bundled reports whether a file goes with a page of its folder.
func bundled(own map[string][]byte, name string) bool {
	dir := path.Dir(name)
	for _, index := range []string{"index.md", "_index.md"} {
		if own[dir+"/"+index] != nil && dir != "content" {
			return true
		}
	}
	return false
}

// layout judges a template of the site's own before Hugo does: the marks of a
// merge would stand on every page, and a file under a name that nobody asks for
// does nothing.
func (i *inspection) layout(name string, src []byte) {
	i.merging(name, src)
	at, file := path.Split(name)
	if ext := path.Ext(file); ext == ".css" || ext == ".js" {
		i.add(name, 0, diag.NotRead, "nothing is read here but templates", "move styles to assets/custom.css, other files to static/")
		return
	}
	if shipped(name) != nil || path.Ext(file) != ".html" {
		return
	}
	if top, _, in := strings.Cut(strings.TrimPrefix(at, "layouts/"), "/"); in {
		own := []string{"_partials", "_shortcodes", "_markup", "_default"}
		if near := spell.Near(top, own); near != "" && !slices.Contains(own, top) && top != "partials" && top != "shortcodes" {
			i.add(name, 0, diag.NotRead, "nothing reads the templates of this folder", "did you mean layouts/"+near+"/?")
			return
		}
	}
	if part := "layouts/_partials/" + file; at == "layouts/partials/" && shipped(part) != nil {
		i.add(name, 0, diag.NotRead, "nothing reads this part: the theme's own goes before it", "move it to "+part)
		return
	}
	var of []string
	_ = fs.WalkDir(fasti.Theme, path.Clean(at), func(shipped string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Dir(shipped) == path.Clean(at) {
			of = append(of, path.Base(shipped))
		}
		return nil // a folder that the theme does not have holds none
	})
	if near := spell.Near(file, of); near != "" {
		i.add(name, 0, diag.NotRead, "the theme has no such file, so this replaces none", "did you mean "+near+"?")
	}
}

// merging stops at a file of which all pages are made, if it has the marks of a
// merge, or bytes that are no letters.
func (i *inspection) merging(name string, src []byte) {
	if i.stop == nil && textFile(name) && !utf8.Valid(src) {
		i.stop = Fault{diag.Diagnostic{File: name, Line: 1, Col: 1, Code: diag.NotUTF8, Message: "the file is not UTF-8", Hint: "save it as UTF-8"}}
	}
	if line := conflict.Line(src); line > 0 && i.stop == nil {
		i.stop = Fault{diag.Diagnostic{File: name, Line: line, Col: 1, Code: diag.Conflict, Message: conflict.Message, Hint: conflict.Hint}}
	}
}

// textFile reports whether a file of the theme is text, by its name.
func textFile(name string) bool {
	return slices.Contains([]string{".html", ".xml", ".css", ".js", ".json", ".svg", ".txt"}, path.Ext(name))
}

// unmerged takes out files that would be published with the marks of a merge.
func (i *inspection) unmerged(files map[string][]byte) {
	for _, name := range sortedKeys(files) {
		if line := conflict.Line(files[name]); line > 0 {
			i.add(name, line, diag.Conflict, conflict.Message, conflict.Hint)
			delete(files, name)
		}
	}
}

// words judges a file of phrases, and lays it over the theme's of the same
// language.
func (i *inspection) words(m *material, name string) {
	src := m.words[name]
	if path.Ext(name) != ".yaml" || strings.Count(name, "/") != 1 || !languageFile.MatchString(path.Base(name)) {
		i.add(name, 0, diag.NotRead, "only files like i18n/de.yaml are read here", "name it after a language, and write it in YAML")
		return
	}
	if line := conflict.Line(src); line > 0 {
		i.add(name, line, diag.Conflict, conflict.Message, conflict.Hint)
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		text := strings.TrimPrefix(err.Error(), "yaml: ")
		i.add(name, lineIn(text), diag.BadWords, "not YAML: "+text, "put a phrase that holds a colon into quotes; the theme's own words are used")
		return
	}
	if len(doc.Content) == 0 {
		return
	}
	english, theirs := map[string]any{}, map[string]any{}
	_ = yaml.Unmarshal(shipped("i18n/en.yaml"), &english) // of the program's own: tested
	if line, key := twice(doc.Content[0]); key != "" {
		i.add(name, line, diag.DuplicateKey, key+": stands here twice", "remove one of the two; the theme's own words are used")
		return
	}
	if doc.Content[0].Kind != yaml.MappingNode || doc.Decode(&theirs) != nil {
		i.add(name, doc.Content[0].Line, diag.BadWords, "this is no list of keys and phrases", "write a phrase a line: search: Search; the theme's own words are used")
		return
	}
	root := doc.Content[0]
	before := len(i.found)
	for k := 0; k+1 < len(root.Content); k += 2 {
		i.phrase(m, name, root.Content[k], root.Content[k+1], english)
	}
	if diag.HasErrors(i.found[before:]) {
		return
	}
	merged := map[string]any{}
	_ = yaml.Unmarshal(shipped(name), &merged) // none for a language of their own
	for k, v := range theirs {
		merged[k] = v
	}
	if out, err := yaml.Marshal(merged); err == nil {
		m.theme[name] = out
	}
}

// twice finds a key that stands twice in a list of phrases; "" if none does.
func twice(root *yaml.Node) (line int, key string) {
	seen := map[string]bool{}
	for k := 0; root.Kind == yaml.MappingNode && k+1 < len(root.Content); k += 2 {
		n := root.Content[k]
		if seen[n.Value] {
			return n.Line, n.Value
		}
		seen[n.Value] = true
	}
	return 0, ""
}

// languageFile is the name of a file of words: de.yaml, pt-br.yaml.
var languageFile = regexp.MustCompile(`^[a-z]{2,3}(-[a-z0-9]+)*\.yaml$`)

// placeholder is a gap of a phrase.
var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// phrase judges one phrase: that some page asks for it, and that its gaps are
// those that are filled in.
func (i *inspection) phrase(m *material, name string, k, v *yaml.Node, english map[string]any) {
	if _, ok := english[k.Value]; !ok {
		for file, text := range m.layouts {
			if strings.HasPrefix(file, "layouts/") && bytes.Contains(text, []byte(k.Value)) {
				return
			}
		}
		if family, _, _ := strings.Cut(k.Value, "_"); slices.Contains([]string{"lang", "kind", "role"}, family) {
			return // a word of the data, of any language or kind
		}
		hint := "no page asks for it"
		if near := spell.Near(k.Value, sortedKeys(english)); near != "" {
			hint = "did you mean " + near + "?"
		}
		i.add(name, k.Line, diag.UnknownKey, fmt.Sprintf("there is no phrase %q", k.Value), hint)
		return
	}
	var gaps []string // looked up where they are needed: few change a phrase with one
	forms := []*yaml.Node{v}
	if v.Kind == yaml.MappingNode {
		forms = nil
		for j := 0; j+1 < len(v.Content); j += 2 {
			if !slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, v.Content[j].Value) {
				i.add(name, v.Content[j].Line, diag.BadWords, fmt.Sprintf("%s: %s is no form of a number", k.Value, v.Content[j].Value), "the forms are zero, one, two, few, many, other")
			}
			forms = append(forms, v.Content[j+1])
		}
	}
	for _, f := range forms {
		if f.Kind != yaml.ScalarNode {
			i.add(name, f.Line, diag.BadWords, k.Value+": a phrase is wanted, not a list", "write it on one line, between quotes")
			continue
		}
		if f.Tag != "!!str" && f.Tag != "!!null" {
			i.add(name, f.Line, diag.BadWords, fmt.Sprintf("%s: %s is no phrase", k.Value, f.Value), "put it between quotes")
			continue
		}
		if strings.TrimSpace(f.Value) == "" {
			i.add(name, f.Line, diag.BadWords, k.Value+": nothing is said", "say it, or remove the line: the theme's own words are used then")
			continue
		}
		for _, gap := range placeholder.FindAllString(f.Value, -1) {
			if gaps == nil {
				gaps = gapsOf(k.Value)
			}
			if !slices.Contains(gaps, gap) {
				i.add(name, f.Line, diag.BadWords, fmt.Sprintf("%s: nothing is filled in for %s", k.Value, gap), "it knows "+joinNonEmpty(" ", gaps...))
			}
		}
	}
}

// gapsOf are the gaps that a phrase has in some language of the theme.
func gapsOf(key string) []string {
	var out []string
	files, _ := fs.Glob(fasti.Theme, "i18n/*.yaml")
	for _, name := range files {
		phrases := map[string]any{}
		_ = yaml.Unmarshal(shipped(name), &phrases)
		for _, gap := range placeholder.FindAllString(fmt.Sprint(phrases[key]), -1) {
			if phrases[key] != nil && !slices.Contains(out, gap) {
				out = append(out, gap)
			}
		}
	}
	return out
}

// shipped is a file of the embedded theme; nil if it has none of the name.
func shipped(name string) []byte {
	b, _ := fasti.Theme.ReadFile(name)
	return b
}

func lineIn(text string) int {
	rest, ok := strings.CutPrefix(text, "line ")
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(strings.SplitN(rest, ":", 2)[0])
	return n
}

// Fault is a file of the site's owner that keeps the site from being made.
type Fault struct{ diag.Diagnostic }

// hugoPlace finds the file that an error of Hugo's is about.
var hugoPlace = regexp.MustCompile(`"?((?:content|layouts|i18n|assets|data)/[^":\s]+)"?(?::(\d+))?(?::(\d+))?"?:? ?`)

// unplaced is an error of Hugo's that names no file of the site's owner.
type unplaced struct{ stage, text string }

func (u unplaced) Error() string { return u.stage + ": " + u.text }

// placed gives an error on a generated page the place of the text that stands
// on it: an event's, below its front matter.
func (p *press) placed(err error) error {
	var u unplaced
	if !errors.As(err, &u) {
		return err
	}
	for _, m := range hugoPlace.FindAllStringSubmatch(u.text, -1) {
		from, ok := p.sources[m[1]]
		if !ok {
			continue
		}
		line, _ := strconv.Atoi(m[2])
		col, _ := strconv.Atoi(m[3])
		text := strings.TrimSpace(hugoPlace.ReplaceAllString(u.text, ""))
		return Fault{diag.Diagnostic{File: from.file, Line: max(1, from.line+line-linesBefore), Col: max(1, col), Code: diag.BadPage, Message: text, Hint: "the site stays as it was until this is mended"}}
	}
	return err
}

// linesBefore are those of a generated page in front of a person's text.
const linesBefore = 2

// faultOf gives an error of Hugo's its place: the last file that it names is
// where the fault is.
func faultOf(stage, text string) error {
	d := diag.Diagnostic{Code: diag.BadTemplate, Message: text, Hint: "the site stays as it was until this is mended"}
	for _, m := range hugoPlace.FindAllStringSubmatch(text, -1) {
		if strings.HasPrefix(m[1], pagesDir) {
			continue
		}
		d.File = m[1]
		d.Line, _ = strconv.Atoi(m[2])
		d.Col, _ = strconv.Atoi(m[3])
	}
	if d.File == "" {
		return unplaced{stage, text}
	}
	if strings.HasPrefix(d.File, "content/") {
		d.Code, d.Line, d.Col = diag.BadPage, max(1, d.Line), max(1, d.Col)
	}
	return Fault{d}
}
