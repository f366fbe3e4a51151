package site

import (
	"fmt"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// addAssets puts the style sheets, fonts and scripts into the output: CSS and
// TypeScript minified, everything else as it is.
func addAssets(theme, out map[string][]byte) error {
	for _, name := range sortedKeys(theme) {
		if !strings.HasPrefix(name, "assets/") {
			continue
		}
		to, loader := name, api.LoaderNone
		switch path.Ext(name) {
		case ".css":
			loader = api.LoaderCSS
		case ".ts":
			if strings.HasSuffix(name, ".d.ts") {
				continue
			}
			to, loader = strings.TrimSuffix(name, ".ts")+".js", api.LoaderTS
		}
		if loader == api.LoaderNone {
			out[to] = theme[name]
			continue
		}
		r := api.Transform(string(theme[name]), api.TransformOptions{
			Loader: loader, Sourcefile: name, Target: api.ES2019,
			MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: loader == api.LoaderTS,
			Format: format(loader), Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		})
		if len(r.Errors) > 0 {
			m := r.Errors[0]
			if m.Location != nil {
				return fmt.Errorf("%s:%d:%d: %s", name, m.Location.Line, m.Location.Column+1, m.Text)
			}
			return fmt.Errorf("%s: %s", name, m.Text)
		}
		out[to] = r.Code
	}
	return nil
}

// format wraps scripts in a function: pages load them as classic scripts,
// because browsers refuse modules from a folder.
func format(l api.Loader) api.Format {
	if l == api.LoaderTS {
		return api.FormatIIFE
	}
	return api.FormatDefault
}
