package fetch_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fasti/internal/fetch"
)

// server gives a feed that has a state, a page that is forbidden, one that
// leads on for ever and one that is too large.
func server(t *testing.T) (*httptest.Server, *[]string) {
	t.Helper()
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path+" "+r.Header.Get("If-None-Match"))
		switch r.URL.Path {
		case "/robots.txt":
			_, _ = w.Write([]byte("User-agent: fasti\nDisallow: /closed\n"))
		case "/feed":
			if r.Header.Get("If-None-Match") == `"one"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"one"`)
			_, _ = w.Write([]byte("<rss/>"))
		case "/around":
			http.Redirect(w, r, "/around", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/huge":
			chunk := strings.Repeat("x", 1<<20)
			for range 21 {
				_, _ = w.Write([]byte(chunk))
			}
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s, &asked
}

func TestGet(t *testing.T) {
	s, asked := server(t)
	c := fetch.Client{Agent: "fasti/test", Private: true, Folder: t.TempDir()}
	p, err := c.Get(context.Background(), s.URL+"/feed")
	if err != nil || string(p.Bytes) != "<rss/>" || p.Unchanged {
		t.Fatalf("%+v %v", p, err)
	}
	// What was not used is not remembered.
	if p, err := c.Get(context.Background(), s.URL+"/feed"); err != nil || p.Unchanged {
		t.Fatalf("%+v %v", p, err)
	}
	if err := p.Remember(); err != nil {
		t.Fatal(err)
	}
	if p, err := c.Get(context.Background(), s.URL+"/feed"); err != nil || !p.Unchanged {
		t.Fatalf("asked again: %+v %v (%v)", p, err, *asked)
	}
}

func TestRefused(t *testing.T) {
	s, _ := server(t)
	open := fetch.Client{Agent: "fasti/test", Private: true}
	for _, c := range []struct {
		client    fetch.Client
		path, why string
	}{
		{open, s.URL + "/closed", "robots.txt"},
		{open, s.URL + "/around", "more than five times"},
		{open, s.URL + "/file", "leads to file:"},
		{open, s.URL + "/huge", "larger than 20 MB"},
		{open, s.URL + "/nothing", "404"},
		{open, "file:///etc/passwd", "no address of the web"},
		{open, "https://name:word@example.org/", "no address of the web"},
		{fetch.Client{Agent: "fasti/test"}, s.URL + "/feed", "this machine or its network"},
		{fetch.Client{Agent: "fasti/test"}, strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/feed", "this machine or its network"},
	} {
		p, err := c.client.Get(context.Background(), c.path)
		if err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: got %v, %v; want an error about %q", c.path, p, err, c.why)
		}
	}
}
