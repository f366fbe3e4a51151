// Package config reads a site's hugo.yaml: the few of Hugo's own keys that
// fasti needs, and its own under params.fasti, which it checks strictly so
// that a misspelt key is an error with its line and not a silent default.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"

	"fasti/internal/conflict"
	"fasti/internal/spell"
)

// Config is what fasti reads of a site's configuration.
type Config struct {
	Path        string // the file, or "" if the site has none
	Title       string
	BaseURL     string
	Language    string // of the interface: BCP 47, "en" if not set
	Description string // params.description: the standfirst of the home page
	Fasti       Fasti

	// Menus are entries of the head (main) and the foot (footer) of all pages.
	Menus map[string][]MenuItem

	// Editions are the languages that the site is made in, the first at its
	// root; empty for a site in one language.
	Editions []Edition

	// Readers is how many people must have reviewed an event before it is
	// shown; 0: as Fasti.Publish says.
	Readers int

	// Doubts are the keys that do nothing here; faults are errors and end the
	// reading.
	Doubts []*Error

	proposed *yaml.Node // the value of propose:, if it is there
}

// Fasti is params.fasti. The zero value is what most sites want.
type Fasti struct {
	// Publish says which events the site shows: "all" (automatic ones too,
	// marked) or "accepted" (only what a person has reviewed). Default "all".
	// A mapping, {reviewed: 2}, is "accepted" by so many people, each named in
	// reviewed_by of the event.
	Publish string `yaml:"publish" json:"publish,omitempty" jsonschema:"enum=all,enum=accepted"`
	// Threshold is the confidence, per cent, from which a new event is
	// published. 0 takes the built-in default.
	Threshold int `yaml:"threshold" json:"threshold,omitempty" jsonschema:"minimum=0,maximum=100"`
	// Propose is the confidence, per cent, from which an event that is not sure
	// enough to be published gets a file nevertheless, for review, and is not
	// shown. 0: none does.
	Propose int `yaml:"propose" json:"propose,omitempty" jsonschema:"minimum=0,maximum=100"`
	// Articles says what the site shows of an article: "quotes" (only the
	// sentences that are evidence) or "full". Default "quotes".
	Articles string `yaml:"articles" json:"articles,omitempty" jsonschema:"enum=quotes,enum=full"`
	// Titles says in which words events stand whose title is of another
	// language than the site's: "report" (the report's own, marked as such) or
	// "site" (a short one made of kind, who takes part and place). Default
	// "report".
	Titles string `yaml:"titles" json:"titles,omitempty" jsonschema:"enum=report,enum=site"`
	// Emphasis is a word of the site's title that is set apart in the
	// heading, as a painted calendar sets its feasts in red.
	Emphasis string `yaml:"emphasis" json:"emphasis,omitempty"`
	// Zone is the time zone in which the site's papers write, by its name in
	// the IANA database, "Europe/Berlin". It brings stamps in universal time to
	// the day that readers had. Default: by the address and language of a page.
	Zone string `yaml:"zone" json:"zone,omitempty"`
	// Region is where the site's articles are written that do not say it, as
	// ISO 3166-1 alpha-2, "GB". It tells which number of 3/11/2023 is the day,
	// and which of two Mother's Days is meant.
	Region string `yaml:"region" json:"region,omitempty" jsonschema:"pattern=^[A-Z][A-Z]$"`
	// Publisher is who publishes the site: a name, on the page About and for
	// search engines.
	Publisher string `yaml:"publisher" json:"publisher,omitempty"`
	// Contact is where readers write to: an address of mail, or one on the web.
	Contact string `yaml:"contact" json:"contact,omitempty"`
	// License is under which the site's own words and data may be used: a short
	// name such as "CC BY 4.0", or the address of the terms.
	License string `yaml:"license" json:"license,omitempty"`
	// Editors says whether the site names who decided, where it tells what
	// changed and in its feeds: "named" or "unnamed". Default "unnamed".
	Editors string `yaml:"editors" json:"editors,omitempty" jsonschema:"enum=named,enum=unnamed"`
}

// ErrNoSite says that a folder holds no site.
var ErrNoSite = errors.New("no hugo.yaml here")

// Error is a fault in the configuration, with its place.
type Error struct {
	Path      string
	Line, Col int // from 1; 0 if not known
	Message   string
	Hint      string
}

func (e *Error) Error() string {
	place := e.Path
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d:%d", e.Path, e.Line, e.Col)
	}
	if e.Hint == "" {
		return place + ": " + e.Message
	}
	return place + ": " + e.Message + " (" + e.Hint + ")"
}

// maxSize bounds the file: a configuration is a page of text.
const maxSize = 1 << 20

// Load reads DIR/hugo.yaml (or hugo.yml). A folder without one gives
// [ErrNoSite]; a fault in the file gives an [*Error].
func Load(dir string) (*Config, error) {
	names := present(dir, "hugo.yaml", "hugo.yml")
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", dir, ErrNoSite)
	}
	if other := append(names[1:], present(dir, "hugo.toml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json", "config")...); len(other) > 0 {
		return nil, &Error{Path: other[0], Message: "the configuration stands in " + names[0] + ", and this is not read", Hint: "move what it says into " + names[0] + " and remove it: it may decide what is published"}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	defer root.Close()
	b, err := root.ReadFile(names[0])
	if info, link := root.Lstat(names[0]); err != nil && link == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, &Error{Path: names[0], Message: "it is a link that leads out of the site's folder, or nowhere", Hint: "put the file itself here"}
	}
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	return Parse(names[0], b)
}

// present are those of the names that stand in the folder.
func present(dir string, names ...string) []string {
	var out []string
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			out = append(out, name)
		}
	}
	return out
}

// Parse reads the bytes of a hugo.yaml; name stands in messages.
func Parse(name string, b []byte) (*Config, error) {
	if len(b) > maxSize {
		return nil, &Error{Path: name, Message: "the file is larger than 1 MB", Hint: "a configuration is a page of text"}
	}
	c := &Config{Path: name, Language: "en", Fasti: Fasti{Publish: "all", Articles: "quotes"}}
	root, err := document(name, b)
	if err != nil || root == nil {
		return c, err
	}
	if err := closed(name, root); err != nil {
		return nil, err
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if err := c.key(root.Content[i], root.Content[i+1]); err != nil {
			return nil, err
		}
	}
	c.together(root)
	return c, c.settle(root)
}

// document is the one YAML document of the file; nil if it is empty.
func document(name string, b []byte) (*yaml.Node, error) {
	if line := conflict.Line(b); line > 0 {
		return nil, &Error{Path: name, Line: line, Col: 1, Message: conflict.Message, Hint: conflict.Hint}
	}
	var doc, more yaml.Node
	in := yaml.NewDecoder(bytes.NewReader(b))
	if err := in.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, notYAML(name, err)
	}
	root := doc.Content[0]
	switch err := in.Decode(&more); {
	case err == nil && len(more.Content) > 0:
		return nil, at(name, more.Content[0], "a second document begins here, which is not read", "take the line of three hyphens out: it may cut off what decides what is published")
	case err != nil && !errors.Is(err, io.EOF):
		return nil, notYAML(name, err)
	case root.Kind == yaml.ScalarNode && root.Tag == "!!null":
		return nil, nil
	case root.Kind != yaml.MappingNode:
		return nil, at(name, root, "the configuration must be a list of keys", "begin with title: My timeline")
	}
	return root, nil
}

// notYAML gives an error of the reader of YAML its place.
func notYAML(name string, err error) *Error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	e := &Error{Path: name, Message: "not YAML: " + text, Hint: "most often a value holds a colon, or a line stands too far left or right: put the value in quotes, indent with blanks"}
	if n, scan := 0, strings.TrimPrefix(text, "line "); scan != text {
		if _, bad := fmt.Sscanf(scan, "%d", &n); bad == nil {
			e.Line, e.Col = n, 1
		}
	}
	return e
}

// key reads one top-level key. Those that are Hugo's alone are for Hugo; what
// neither uses is in doubt.
func (c *Config) key(k, v *yaml.Node) error {
	switch name := strings.ToLower(k.Value); name {
	case "title":
		return c.text(v, &c.Title)
	case "baseurl":
		return c.address(v)
	case "languagecode", "defaultcontentlanguage", "locale":
		var s string
		if err := c.text(v, &s); err != nil {
			return err
		}
		if _, err := language.Parse(s); err != nil && s != "" {
			return at(c.Path, v, fmt.Sprintf("%s: %q is no language", k.Value, s), "a code such as de, en, fr or ar")
		}
		c.Language = base(s)
	case "menus", "menu":
		return c.menus(v)
	case "languages":
		return c.languages(v)
	case "params":
		return c.params(v)
	default:
		c.other(k)
	}
	return nil
}

// address reads baseURL. Without one, or with a path alone, links are relative
// all the same, but feeds and search engines get no addresses.
func (c *Config) address(v *yaml.Node) error {
	if err := c.text(v, &c.BaseURL); err != nil {
		return err
	}
	if s := c.BaseURL; s != "" && !strings.HasPrefix(s, "/") {
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return at(c.Path, v, fmt.Sprintf("baseURL: %q is no address on the web", s), "begin it with https://, or leave it out")
		}
		if u.RawQuery != "" || u.Fragment != "" {
			return at(c.Path, v, fmt.Sprintf("baseURL: behind %q no address can go on", s), "end it with the folder that the site lies in, before ? and #")
		}
	}
	return nil
}

func (c *Config) params(params *yaml.Node) error {
	if params.Kind != yaml.MappingNode {
		return at(c.Path, params, "params must be a list of keys", "write params: and below it fasti: with its keys")
	}
	for i := 0; i+1 < len(params.Content); i += 2 {
		k, v := params.Content[i], params.Content[i+1]
		switch strings.ToLower(k.Value) {
		case "description":
			if err := c.text(v, &c.Description); err != nil {
				return err
			}
		case "fasti":
			if err := c.fasti(v); err != nil {
				return err
			}
		default: // for the site's own layouts
			if near := spell.Near(k.Value, []string{"description"}); near != "" {
				c.Doubts = append(c.Doubts, at(c.Path, k, fmt.Sprintf("params.%s is read by nothing but layouts of your own", k.Value), "did you mean "+near+"?"))
			}
		}
	}
	return nil
}

// fasti reads params.fasti and refuses what it does not know.
func (c *Config) fasti(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return at(c.Path, node, "params.fasti must be a list of keys", "for example publish: accepted")
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		k, v := node.Content[i], node.Content[i+1]
		var err error
		switch k.Value {
		case "publish":
			err = c.publish(v)
		case "articles":
			err = c.choice(v, &c.Fasti.Articles, "quotes", "full")
		case "titles":
			err = c.choice(v, &c.Fasti.Titles, "report", "site")
		case "editors":
			err = c.choice(v, &c.Fasti.Editors, "named", "unnamed")
		case "emphasis":
			err = c.text(v, &c.Fasti.Emphasis)
		case "zone":
			if err = c.text(v, &c.Fasti.Zone); err == nil {
				if _, bad := time.LoadLocation(v.Value); bad != nil || v.Value == "" || v.Value == "Local" {
					err = at(c.Path, v, fmt.Sprintf("zone: %q is no time zone", v.Value), "its name in the IANA database, such as Europe/Berlin")
				}
			}
		case "publisher":
			err = c.text(v, &c.Fasti.Publisher)
		case "license":
			err = c.text(v, &c.Fasti.License)
		case "contact":
			if err = c.text(v, &c.Fasti.Contact); err == nil && !reachable(c.Fasti.Contact) {
				err = at(c.Path, v, fmt.Sprintf("contact: %q is no address", v.Value), "name@example.org, or an address that begins with https://")
			}
		case "region":
			if err = c.text(v, &c.Fasti.Region); err == nil && !countryCode(c.Fasti.Region) {
				err = at(c.Path, v, fmt.Sprintf("region: %q is no code of a country", v.Value), "two capital letters, as GB or US")
			} else if err == nil {
				err = c.country(v)
			}
		case "threshold":
			err = c.percent(k, v, &c.Fasti.Threshold)
		case "propose":
			err = c.percent(k, v, &c.Fasti.Propose)
		default:
			hint := "it knows " + strings.Join(fastiKeys(), ", ")
			if near := spell.Near(k.Value, fastiKeys()); near != "" {
				hint = "did you mean " + near + "?"
			}
			err = at(c.Path, k, fmt.Sprintf("params.fasti has no key %q", k.Value), hint)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// publish reads which events are shown: a word, or how many people must have
// reviewed them.
func (c *Config) publish(v *yaml.Node) error {
	if v.Kind != yaml.MappingNode {
		return c.choice(v, &c.Fasti.Publish, "all", "accepted")
	}
	if len(v.Content) != 2 || v.Content[0].Value != "reviewed" {
		return at(c.Path, v, "publish: has one key here, reviewed", "publish: {reviewed: 2}")
	}
	n, err := strconv.Atoi(v.Content[1].Value)
	if err != nil || v.Content[1].Kind != yaml.ScalarNode || n < 1 || n > 9 {
		return at(c.Path, v.Content[1], fmt.Sprintf("reviewed: %q is no number of readers", v.Content[1].Value), "a whole number from 1 to 9")
	}
	c.Fasti.Publish, c.Readers = "accepted", n
	return nil
}

func (c *Config) percent(k, v *yaml.Node, into *int) error {
	n, err := strconv.Atoi(v.Value)
	if err != nil || v.Kind != yaml.ScalarNode || n < 0 || n > 100 {
		return at(c.Path, v, fmt.Sprintf("%s: %q is no percentage", k.Value, v.Value), "a whole number from 0 to 100")
	}
	*into = n
	return nil
}

// reachable reports whether s has the form of an address of mail or of the web.
func reachable(s string) bool {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return true
	}
	name, host, ok := strings.Cut(strings.TrimPrefix(s, "mailto:"), "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " <>\"")
}

// countryCode reports whether s has the form of an ISO 3166-1 alpha-2 code.
func countryCode(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// country refuses a code that ISO 3166-1 does not have or has replaced: no
// article would be read by it.
func (c *Config) country(v *yaml.Node) error {
	r, err := language.ParseRegion(c.Fasti.Region)
	switch {
	case err != nil || !r.IsCountry():
		return at(c.Path, v, fmt.Sprintf("region: no country has the code %q", v.Value), "a code of ISO 3166-1, as GB or US")
	case r.Canonicalize().String() != c.Fasti.Region:
		return at(c.Path, v, fmt.Sprintf("region: the code is not %q", v.Value), "did you mean "+r.Canonicalize().String()+"?")
	}
	return nil
}

func fastiKeys() []string {
	keys := []string{"publish", "articles", "contact", "editors", "emphasis", "license", "publisher", "propose", "region", "threshold", "titles", "zone"}
	sort.Strings(keys)
	return keys
}

func (c *Config) text(v *yaml.Node, into *string) error {
	if v.Kind != yaml.ScalarNode {
		return at(c.Path, v, "expected a text", "put it in quotes")
	}
	*into = v.Value
	return nil
}

func (c *Config) choice(v *yaml.Node, into *string, choices ...string) error {
	for _, s := range choices {
		if v.Kind == yaml.ScalarNode && v.Value == s {
			*into = s
			return nil
		}
	}
	hint := "one of " + strings.Join(choices, ", ")
	if near := spell.Near(v.Value, choices); near != "" {
		hint += "; did you mean " + near + "?"
	}
	return at(c.Path, v, fmt.Sprintf("%q is not one of its values", v.Value), hint)
}

func at(path string, n *yaml.Node, message, hint string) *Error {
	return &Error{Path: path, Line: n.Line, Col: n.Column, Message: message, Hint: hint}
}
