package site

import (
	"bytes"
	"encoding/json"
	"image"
	_ "image/gif" // the forms of pictures whose size is read
	_ "image/jpeg"
	_ "image/png"
	"strings"

	_ "golang.org/x/image/webp"
	"gopkg.in/yaml.v3"

	"fasti/internal/ledger"
)

// textPicture is a picture in static/ as people's own texts show it.
type textPicture struct {
	Path   string     `json:"path"` // below the site's root
	Width  int        `json:"w"`
	Height int        `json:"h"`
	Sizes  []textSize `json:"sizes,omitempty"` // smaller ones to choose from, the smallest first
}

type textSize struct {
	Path  string `json:"path"`
	Width int    `json:"w"`
}

// textPictures are the pictures in static/, by address, so that pages keep room
// for them and load those that their texts show in sizes that fit. What cannot
// be read has none.
func (g *gallery) textPictures(texts []string, under string) []byte {
	shown := map[string]bool{}
	for _, text := range texts {
		for _, to := range destinations(text) {
			if at, ok := strings.CutPrefix(to, "/"); ok {
				shown[at], shown[strings.TrimPrefix(at, under)] = true, true
			}
		}
	}
	out := map[string]textPicture{}
	for name, data := range g.static {
		c, form, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			continue
		}
		at := strings.TrimPrefix(name, "static/")
		v := textPicture{Path: at, Width: c.Width, Height: c.Height}
		if still := form == "jpeg" || form == "png"; still && shown[at] && c.Width > photoWidths[0] && c.Width*c.Height <= photoMax { // a GIF may move
			if g.sizes[at] == nil {
				g.scale(at, data, form, c.Width, c.Height)
			}
			for _, s := range g.sizes[at] {
				v.Sizes = append(v.Sizes, textSize{s.path, s.width})
			}
		}
		out[at] = v
		if under != "" {
			out[under+at] = v // as the web has it; an edition's pages know their own folder alone
		}
	}
	b, err := json.Marshal(out)
	if err != nil {
		return []byte("{}") // numbers and names always marshal
	}
	return b
}

// ownTexts are what people have written for pages of their own, and below the
// front matter of events and actors.
func ownTexts(own map[string][]byte, c *ledger.Content) []string {
	var out []string
	for name, data := range own {
		if strings.HasSuffix(name, ".md") {
			out = append(out, string(data))
		}
	}
	for _, e := range c.Events {
		out = append(out, e.Body)
	}
	for _, a := range c.Actors {
		out = append(out, a.Body)
	}
	return out
}

// withEnglish lays the phrases of a language over the English ones: what it
// lacks appears in English, in templates too.
func withEnglish(english, own []byte) []byte {
	all, over := map[string]any{}, map[string]any{}
	if yaml.Unmarshal(english, &all) != nil || yaml.Unmarshal(own, &over) != nil {
		return own
	}
	for k, v := range over {
		all[k] = v
	}
	out, err := yaml.Marshal(all)
	if err != nil {
		return own
	}
	return out
}
