// Package preview serves a built site on this machine and tells the open
// pages to reload when it was built again. The script that listens is put into
// pages as they go out; the files in the folder stay as they are published.
package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
)

// events is the address of the stream of reloads. It begins with an
// underscore so that no page of a site can have it.
const events = "/_fasti/events"

// listener reloads the page when the site was built, unless somebody who writes
// in it holds that back, and shows what kept it from being built. Text only: a message may quote an article.
const listener = `(function () {
  var s = new EventSource("` + events + `"), box;
  s.addEventListener("reload", function () {
    if (document.dispatchEvent(new CustomEvent("fasti-reload", { cancelable: true }))) location.reload();
  });
  s.addEventListener("fault", function (e) {
    if (!box) {
      box = document.createElement("pre");
      box.setAttribute("role", "alert");
      box.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:1rem;max-height:40vh;overflow:auto;background:#351d18;color:#fff;white-space:pre-wrap";
      document.body.appendChild(box);
    }
    box.textContent = e.data;
  });
})();
`

// script is the address of the listener: pages take scripts from their own
// host only.
const script = "/_fasti/listen.js"

// tag is what pages are given.
const tag = `<script src="` + script + `"></script>` + "\n"

// Server serves one folder. Use [New].
type Server struct {
	// Beside, if it is set, gives HTML that each page gets in front of its end,
	// by the page's address. It is told on this machine only.
	Beside func(ctx context.Context, address string) []byte

	root  *os.Root
	files http.Handler

	mu      sync.Mutex
	clients map[chan message]bool
	fault   bool // pages show why the site was not built
}

type message struct{ event, data string }

// New serves the files of dir; nothing outside it can be reached, not even
// through links.
func New(dir string) (*Server, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("serve %s: %w", dir, err)
	}
	return &Server{root: root, files: http.FileServerFS(root.FS()), clients: map[chan message]bool{}}, nil
}

// Close lets go of the folder.
func (s *Server) Close() error { return s.root.Close() }

// Reload tells all open pages that the site was built again.
func (s *Server) Reload() { s.send(message{"reload", "1"}) }

// Rested tells that there was nothing to build: pages stay as they are, but for
// those that show a fault, which is no more.
func (s *Server) Rested() {
	s.mu.Lock()
	fault := s.fault
	s.mu.Unlock()
	if fault {
		s.Reload()
	}
}

// Fault shows all open pages why the site was not built.
func (s *Server) Fault(text string) { s.send(message{"fault", text}) }

func (s *Server) send(m message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = m.event == "fault"
	for c := range s.clients {
		select {
		case c <- m:
		default: // a page that does not listen misses one message
		}
	}
}

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !local(r.Host) {
		http.Error(w, "this preview answers this machine only", http.StatusForbidden)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	switch r.URL.Path {
	case events:
		s.stream(w, r)
		return
	case script:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write([]byte(listener))
		return
	}
	if page, ok := s.page(r.Context(), r.URL.Path); ok {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
		return
	}
	if _, err := fs.Stat(s.root.FS(), fileOf(r.URL.Path)); errors.Is(err, fs.ErrNotExist) {
		if page, ok := s.nothing(r.URL.Path); ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			_, _ = w.Write(page)
			return
		}
	}
	s.files.ServeHTTP(w, r)
}

// fileOf is the file or folder that an address is of.
func fileOf(address string) string {
	if name := strings.TrimPrefix(path.Clean("/"+address), "/"); name != "" {
		return name
	}
	return "."
}

// home is the address of the published site, as its page for dead ends names it.
var home = regexp.MustCompile(` action="(https?://[^"]*/)search/index\.html"`)

// nothing is the site's own page for addresses that lead nowhere, in the
// language of the address; its links lead about this machine.
func (s *Server) nothing(address string) ([]byte, bool) {
	first, _, _ := strings.Cut(fileOf(address), "/")
	for _, dir := range []string{first, "."} {
		b, err := fs.ReadFile(s.root.FS(), path.Join(dir, "404.html"))
		if err != nil {
			continue
		}
		if m := home.FindSubmatch(b); m != nil {
			b = bytes.ReplaceAll(b, append([]byte(`="`), m[1]...), []byte(`="`+strings.TrimSuffix(path.Join("/", dir), "/")+"/"))
		}
		return b, true
	}
	return nil, false
}

// local guards against pages elsewhere that point a name of theirs at this
// machine (DNS rebinding).
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return name == "localhost" || ip != nil
}

// page reads an HTML page and puts the listener, and what stands beside it, into it.
func (s *Server) page(ctx context.Context, address string) ([]byte, bool) {
	name := strings.TrimPrefix(path.Clean(address), "/")
	if strings.HasSuffix(address, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	if !strings.HasSuffix(name, ".html") || !fs.ValidPath(name) {
		return nil, false
	}
	b, err := fs.ReadFile(s.root.FS(), name)
	if err != nil {
		return nil, false
	}
	more := []byte(tag)
	if s.Beside != nil {
		more = append(s.Beside(ctx, address), more...)
	}
	if i := bytes.LastIndex(b, []byte("</body>")); i >= 0 {
		return append(b[:i:i], append(more, b[i:]...)...), true
	}
	return append(b, more...), true
}

// stream sends messages until the page is closed (server-sent events).
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, errors.ErrUnsupported.Error(), http.StatusInternalServerError)
		return
	}
	c := make(chan message, 4)
	s.mu.Lock()
	s.clients[c] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.clients, c)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	flusher.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case m := <-c:
			fmt.Fprintf(w, "event: %s\n", m.event)
			for _, line := range strings.Split(m.data, "\n") {
				fmt.Fprintf(w, "data: %s\n", strings.TrimRight(line, "\r"))
			}
			fmt.Fprint(w, "\n")
			flusher.Flush()
		}
	}
}
