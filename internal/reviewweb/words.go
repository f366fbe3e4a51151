package reviewweb

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti"
)

// The words of the desk: English stands in the scripts, and in words/LANG.tsv what
// stands for it, a phrase a line behind a tab.
//
//go:embed words
var tables embed.FS

// translation gives the desk's phrases in a language, by the English; nil if there
// are none.
func translation(lang string) map[string]string {
	b, err := fs.ReadFile(tables, "words/"+lang+".tsv")
	if err != nil {
		return nil
	}
	out := map[string]string{}
	for line := range strings.Lines(string(b)) {
		english, own, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		out[english] = own
	}
	return out
}

// Sayer gives what says an English phrase of the desk in a language, with {0}, {1}
// … filled in. What it does not know it says in English.
func Sayer(lang string) func(phrase string, fill ...string) string {
	words := translation(lang)
	return func(phrase string, fill ...string) string {
		if own := words[phrase]; own != "" {
			phrase = own
		}
		for i, f := range fill {
			phrase = strings.ReplaceAll(phrase, fmt.Sprintf("{%d}", i), f)
		}
		return phrase
	}
}

// names are those of the words of the data, as the site's pages have them: by
// family (kind, status, role) and word. English stands as it is in the data.
func names(lang string) map[string]map[string]string {
	out := map[string]map[string]string{"kind": {}, "status": {}, "role": {}}
	var phrases map[string]any
	b, err := fasti.Theme.ReadFile("i18n/" + lang + ".yaml")
	if lang == "en" || err != nil || yaml.Unmarshal(b, &phrases) != nil {
		return out
	}
	for key, phrase := range phrases {
		family, word, _ := strings.Cut(key, "_")
		if s, ok := phrase.(string); ok && out[family] != nil && !strings.Contains(word, "_") {
			out[family][word] = s
		}
	}
	return out
}

// lang serves the words in the language of the site, for the scripts. A site in a
// language that the desk does not have gets English.
func (s *server) lang(w http.ResponseWriter, _ *http.Request) {
	lang := s.Language
	words := translation(lang)
	if words == nil {
		lang = "en"
	}
	data, err := json.Marshal([]any{words, names(lang)})
	if err != nil { // maps of texts
		data = []byte("[{}, {}]")
	}
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	_, _ = fmt.Fprintf(w, "export const lang = %q;\nconst all = %s;\nexport const words = all[0] || {};\nexport const names = all[1];\n", lang, data)
}
