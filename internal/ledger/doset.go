package ledger

import (
	"fmt"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// textKey is the key by which an act sets the text below the front matter.
const textKey = "text"

// mostText bounds how much of a text an act keeps in words; the bytes stand in
// its patches.
const mostText = 200

// setText corrects the editor's own text below the front matter of an event.
func (d *doer) setText(x Act, e *Event) error {
	body, err := ownText(x.New)
	if err != nil {
		return err
	}
	if body == e.Body {
		d.leave(e, "the text says that already")
		return nil
	}
	r := d.on(e)
	r.body = &body
	x.Old, x.New = glimpse(e.Body), glimpse(body)
	d.act(x)
	return nil
}

// ownText is a text as it stands below front matter: lines that end, and
// nothing that Hugo would run.
func ownText(s string) (string, error) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
	if strings.ContainsFunc(s, func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }) {
		return "", cannot("write text", "the text has characters that are none")
	}
	if strings.Contains(s, "{{<") || strings.Contains(s, "{{%") {
		return "", cannot("write shortcodes into the file itself, where fasti check looks at them", "the text has a shortcode")
	}
	if s == "" {
		return "", nil
	}
	return "\n" + s + "\n", nil
}

// glimpse is a text on one line, cut.
func glimpse(s string) string {
	r := []rune(line(s))
	if len(r) > mostText {
		return string(r[:mostText]) + "…"
	}
	return string(r)
}

// withBody puts another text below the front matter of a file.
func withBody(src []byte, body *string) ([]byte, error) {
	if body == nil {
		return src, nil
	}
	f, err := frontmatter.Parse(src)
	if err != nil {
		return nil, err
	}
	out := append(slices.Clone(src[:f.BodyOffset()]), *body...)
	if _, err := frontmatter.Parse(out); err != nil {
		return nil, fmt.Errorf("with this text: %w", err)
	}
	return out, nil
}

// setBelow corrects a key that stands below another one: the title or text in
// another language, what is said of the picture.
func (d *doer) setBelow(x Act, e *Event) error {
	top, key, _ := strings.Cut(x.Key, ".")
	old := ""
	switch top {
	case "titles", "summaries":
		if !languageCode(key) {
			return cannot("write de, en, fr …", "%q is no code of a language", key)
		}
		if old = e.Titles[key]; top == "summaries" {
			old = e.Summaries[key]
		}
	case "image":
		if key == "path" {
			return d.setPicture(x, e)
		}
		if e.Image == nil {
			return cannot("set image.path first", "the event has no picture")
		}
		was, ok := map[string]string{"alt": e.Image.Alt[""], "credit": e.Image.Credit, "license": e.Image.License}[key]
		if !ok {
			return cannot("image.path, image.alt, image.credit or image.license", "there is no key %q to set", x.Key)
		}
		if key == "alt" && len(e.Image.Alt) > 0 && was == "" {
			return cannot("correct it in the file", "what the picture shows is said by language")
		}
		old = was
	default:
		return noKey(x.Key)
	}
	if x.New = line(x.New); x.New == old {
		d.leave(e, x.Key+" says that already")
		return nil
	}
	x.Old = old
	edit := frontmatter.Set(x.New, EventKeys(), top, key)
	switch {
	case x.New == "":
		edit = frontmatter.Delete(top, key)
	case top == "image" && e.bareImage():
		edit = frontmatter.Set(frontmatter.Map{{Key: "path", Value: e.Image.Path}, {Key: key, Value: x.New}}, EventKeys(), top)
	case !e.has[top]: // the whole goes to its place among the keys
		edit = frontmatter.Set(frontmatter.Map{{Key: key, Value: x.New}}, EventKeys(), top)
	}
	r := d.on(e)
	r.edits = append(r.edits, edit)
	d.act(x)
	return nil
}

// setPicture gives an event a picture, another one, or none. What was said of a
// picture that goes is taken out with it.
func (d *doer) setPicture(x Act, e *Event) error {
	x.New = strings.TrimSpace(x.New)
	if x.New != "" && !goodPicture(x.New) {
		return cannot("put the file into static/ and write its path from there: pics/quay.jpg (jpg, png, gif, webp, svg)", "%q is no picture in static/", x.New)
	}
	if e.Image != nil {
		x.Old = e.Image.Path
	}
	if x.New == x.Old {
		d.leave(e, x.Key+" says that already")
		return nil
	}
	edit := frontmatter.Set(x.New, EventKeys(), "image", "path")
	switch {
	case x.New == "":
		edit = frontmatter.Delete("image")
	case e.Image == nil || e.bareImage():
		edit = frontmatter.Set(frontmatter.Map{{Key: "path", Value: x.New}}, EventKeys(), "image")
	}
	r := d.on(e)
	r.edits = append(r.edits, edit)
	d.act(x)
	return nil
}

// bareImage reports whether image: is a path alone, with nothing below it.
func (e *Event) bareImage() bool {
	f, err := frontmatter.Parse(e.raw)
	return err == nil && f.Get("image") != nil && len(f.Get("image").Content) == 0
}

// setActor corrects a key of an actor that is no name.
func (d *doer) setActor(x Act, w *actorWork) error {
	old, v := "", strings.TrimSpace(x.New)
	switch x.Key {
	case "kind":
		old = w.f.Kind
		if err := oneOf(x.Key, v, actorKinds()); err != nil {
			return err
		}
	case "country":
		if old = w.f.Country; v != "" && !country(v) {
			return cannot("write its two capitals, DE, EG", "country: %q is no code of a country", v)
		}
	case "wikidata":
		if old = w.f.Wikidata; v != "" && (len(v) < 2 || v[0] != 'Q' || !digits(v[1:])) {
			return cannot("write Q and digits", "wikidata: %q is no number of Wikidata", v)
		}
	case textKey:
		body, err := ownText(x.New)
		if err != nil {
			return err
		}
		if old = w.f.Body; body == old {
			break
		}
		w.body = &body
		x.Old, x.New = glimpse(old), glimpse(body)
		d.act(x)
		return nil
	default:
		return cannot("title, kind, country, wikidata or text; for the rest edit the file", "there is no key %q to set", x.Key)
	}
	if v == old || x.Key == textKey {
		d.plan.Left = append(d.plan.Left, Left{w.f.Path, w.f.ID, x.Key + " says that already"})
		return nil
	}
	edit := frontmatter.Set(v, ActorKeys(), x.Key)
	if v == "" {
		edit = frontmatter.Delete(x.Key)
	}
	w.edits = append(w.edits, edit)
	x.Old, x.New = old, v
	d.act(x)
	return nil
}

// actorsApart keeps two actors apart for ever, though they have one name.
func (d *doer) actorsApart(x Act, w *actorWork) error {
	other := d.actor(x.Into)
	switch {
	case other == nil:
		return cannot("use the name of its file in content/actors, without .md", "there is no actor %q", x.Into)
	case other == w:
		return cannot("name two actors", "an actor is not apart from itself")
	case d.mem.keepsActorsApart(w.f.ID, other.f.ID):
		d.plan.Left = append(d.plan.Left, Left{w.f.Path, w.f.ID, "kept apart already"})
		return nil
	}
	x.Act = decisions.Apart
	d.act(x)
	return nil
}

// ActorsApart reports whether people keep two actors apart.
func (c *Content) ActorsApart(a, b string) bool { return c.know().keepsActorsApart(a, b) }

// keepsActorsApart looks the two up by the ids that they have now.
func (m *memory) keepsActorsApart(a, b string) bool {
	now := func(id string) string {
		if to, moved := m.renamed[id]; moved {
			return to
		}
		return id
	}
	for p := range m.actorsApart {
		if pair(now(p[0]), now(p[1])) == pair(a, b) {
			return true
		}
	}
	return false
}
