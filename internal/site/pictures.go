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
)

// pictureSizes are width and height of the pictures in static/, by address, so
// that pages keep room for them. What cannot be read has none.
func pictureSizes(static map[string][]byte) []byte {
	sizes := map[string][2]int{}
	for name, data := range static {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
			sizes[strings.TrimPrefix(name, "static/")] = [2]int{c.Width, c.Height}
		}
	}
	b, err := json.Marshal(sizes)
	if err != nil {
		return []byte("{}") // numbers always marshal
	}
	return b
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
