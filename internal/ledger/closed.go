package ledger

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/extract/event"
	"fasti/internal/conflict"
	"fasti/internal/diag"
	"fasti/internal/spell"
)

// vocabulary is what the front matter of one kind of file may say.
type vocabulary struct {
	what   string   // "an event"
	keys   []string // fasti's own
	hugo   []string // keys of Hugo's that work in it, in small letters
	closed bool     // a misspelt key is an error; articles bring keys of other programs with them
}

func eventWords() vocabulary {
	return vocabulary{"an event", EventKeys(), []string{"aliases", "draft", "publishdate", "pubdate", "published", "expirydate", "unpublishdate"}, true}
}

func actorWords() vocabulary { return vocabulary{"an actor", ActorKeys(), []string{"aliases"}, true} }

func articleWords() vocabulary {
	return vocabulary{"an article", ArticleKeys(), []string{"draft", "publishdate", "pubdate", "published", "expirydate", "unpublishdate"}, false}
}

// deciding are keys that hold something back, or that people write to do so.
// Misspelt, or where they do nothing, they are errors: the file is left out
// rather than published against its author's will.
func deciding() []string {
	return []string{"review", "status", "into", "draft", "publishdate", "expirydate", "hidden", "private", "unlisted", "publish", "embargo", "rejected", "noindex"}
}

// secretive are further words that people write to hold an event back. Articles
// bring some of them along, and mean something else.
func secretive() []string {
	return []string{"archived", "confidential", "deleted", "disabled", "embargoed", "expiration", "expires", "expiry", "hide", "ignore", "internal", "public", "removed", "retracted", "secret", "skip", "visible"}
}

// hugoKeys are the keys of a page that have a meaning to Hugo.
func hugoKeys() []string {
	return []string{"aliases", "build", "cascade", "date", "description", "draft", "expirydate", "headless", "keywords", "lastmod",
		"layout", "linktitle", "markup", "menu", "menus", "modified", "outputs", "params", "publishdate", "pubdate", "published",
		"resources", "sitemap", "sites", "slug", "summary", "tags", "categories", "title", "translationkey", "type", "unpublishdate", "url", "weight"}
}

// known judges the keys of a file: those that nobody reads are told of, and
// what may be meant to hold the file back is an error.
func (r *reader) known(v vocabulary) {
	root := r.f.Root()
	for i := 0; i < len(root.Content); i += 2 {
		k := root.Content[i]
		name := strings.ToLower(k.Value)
		if slices.Contains(v.keys, k.Value) || slices.Contains(v.hugo, name) {
			continue
		}
		held := strings.NewReplacer("-", "", "_", "").Replace(name)
		near := spell.Near(k.Value, append(slices.Clone(v.keys), v.hugo...))
		switch {
		case slices.Contains(deciding(), near):
			r.fault(k, diag.BadKey, fmt.Sprintf("there is no key %q, and what it decides would not hold", k.Value), "did you mean "+near+"?")
		case slices.Contains(deciding(), held) || strings.HasPrefix(held, "publish") || v.closed && slices.Contains(secretive(), held):
			r.fault(k, diag.BadKey, fmt.Sprintf("%s: holds back nothing in %s", k.Value, v.what), holdBack(v))
		case v.what == "an event" && name == "date" && r.f.Get("when") == nil:
			r.fault(k, diag.BadKey, "date: is no key of an event, and the file has no when", "did you mean when?")
		case slices.Contains(hugoKeys(), name):
			r.fault(k, diag.UnknownKey, fmt.Sprintf("Hugo's key %s does nothing in %s", k.Value, v.what), hugoInstead(name, v))
		case v.closed && near != "" && r.f.Get(near) == nil:
			// What it says would be lost without a word: a day, the sources.
			r.fault(k, diag.BadKey, fmt.Sprintf("there is no key %q, and the file has no %s", k.Value, near), "did you mean "+near+"?")
		case near != "":
			r.fault(k, diag.UnknownKey, fmt.Sprintf("there is no key %q", k.Value), "did you mean "+near+"?")
		default:
			r.fault(k, diag.UnknownKey, fmt.Sprintf("there is no key %q", k.Value), "it is kept and not used")
		}
	}
}

func holdBack(v vocabulary) string {
	if slices.Contains(v.hugo, "draft") {
		return "write draft: true to hold it back for now; fasti reject takes an event out for good"
	}
	return "take the actor out of the events that are shown; its page goes with the last of them"
}

// hugoInstead says how fasti does what a key of Hugo's does.
func hugoInstead(key string, v vocabulary) string {
	switch {
	case v.what == "an event" && key == "date":
		return "did you mean when?"
	case key == "slug" || key == "url":
		return "the name of the file is the address; aliases: gives it more"
	case v.what == "an event" && (key == "summary" || key == "description"):
		return "write the text below the front matter"
	case v.what == "an event" && (key == "tags" || key == "categories"):
		return "an event has one kind:"
	}
	return "it is kept and not used"
}

// only tells of keys inside of an entry that nobody reads.
func (r *reader) only(n *yaml.Node, what string, keys ...string) {
	if n != nil && n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if slices.Contains(keys, k.Value) {
			continue
		}
		if near := spell.Near(k.Value, keys); near != "" {
			r.fault(k, diag.BadKey, fmt.Sprintf("%s: there is no key %q", what, k.Value), "did you mean "+near+"?")
			continue
		}
		r.fault(k, diag.UnknownKey, fmt.Sprintf("%s: there is no key %q", what, k.Value), "it knows "+strings.Join(keys, ", "))
	}
}

// Kinds are the kinds of events, as docs/kinds.md defines them.
func Kinds() []string { return words(event.Kinds()) }

// words are terms as they stand in files.
func words[T ~string](terms []T) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = string(t)
	}
	return out
}

// kind reads what sort of happening an event is. Another word than those of
// the list is shown as it stands, so it is told of.
func (r *reader) kind() string {
	s := r.key("kind")
	if s == "" || slices.Contains(Kinds(), s) {
		return s
	}
	hint := "the kinds are " + strings.Join(Kinds(), ", ")
	if near := spell.Near(s, Kinds()); near != "" {
		hint = "did you mean " + near + "?"
	}
	r.fault(r.f.Get("kind"), diag.UnknownKind, fmt.Sprintf("kind: there is no kind %q", s), hint)
	return s
}

// aliases reads Hugo's key: addresses below the site's root, of pages that are
// no more, which lead to this one. They are kept without the slashes at their
// ends.
func (r *reader) aliases() []string {
	var out []string
	root := r.f.Root()
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		if strings.ToLower(k.Value) != "aliases" {
			continue
		}
		for _, n := range r.items(v, k.Value) {
			s := r.text(n, k.Value)
			clean := strings.Trim(strings.TrimSuffix(strings.Trim(s, "/"), "index.html"), "/")
			if clean == "" || !fs.ValidPath(clean) || strings.ContainsAny(clean, "\\?#:<>\x00") || len(clean) > 300 {
				r.fault(n, diag.BadValue, fmt.Sprintf("aliases: %q is no address below the site's root", s), "write /e/2024-02-06-old-name/")
				continue
			}
			out = append(out, clean)
		}
	}
	return out
}

// conflict reports the marks of git in a file of lines of which both sides
// stay.
func (l *loader) conflict(file string, src []byte) bool {
	line := conflict.Line(src)
	if line > 0 {
		l.report(diag.Diagnostic{File: file, Line: line, Col: 1, Code: diag.Conflict, Message: conflict.Message,
			Hint: "both sides stay: take out the lines of <<<<<<<, ======= and >>>>>>> alone, then git add the file"})
	}
	return line > 0
}

// markOfGit reports whether a line is a mark of an unfinished merge.
func markOfGit(line string) bool {
	for _, m := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if strings.HasPrefix(line, m) {
			return true
		}
	}
	return false
}
