package reviewweb

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"regexp"
)

//go:embed page
var page embed.FS

// own serves a file of the desk's page.
func (s *server) own(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { serve(w, page, "page/"+name) }
}

// look serves a file of the site's looks; a site without one gets an empty one.
func (s *server) look(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { serve(w, s.Looks, name) }
}

// fontName is what a file of a font may be called.
var fontName = regexp.MustCompile(`^[a-z0-9-]+\.woff2$`)

func (s *server) font(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !fontName.MatchString(name) {
		fail(w, problem{http.StatusNotFound, "there is no such font", "", nil})
		return
	}
	serve(w, s.Looks, path.Join("fonts", name))
}

func serve(w http.ResponseWriter, files fs.FS, name string) {
	kinds := map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
	kind := kinds[path.Ext(name)]
	if kind != "font/woff2" {
		kind += "; charset=utf-8"
	}
	b, err := fs.ReadFile(files, name)
	if err != nil && name != "custom.css" {
		http.Error(w, "404 page not found", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(b)
}
