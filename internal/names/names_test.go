package names

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

func at(n int) *int { return &n }

func list(text string, names []actor.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%d:%s/%s", n.Start, n.Of(text), n.Type))
	}
	return strings.Join(out, " ")
}

func TestVerbatim(t *testing.T) {
	text := "Ida Holm und Idas Schwester Ida."
	for _, c := range []struct {
		found []Found
		want  string
	}{
		{[]Found{{Text: "Ida Holm", Type: "PER", Start: at(0), End: at(8)}}, "0:Ida Holm/PER"},
		{[]Found{{Text: "Ida Holm", Type: "PER", Start: at(3), End: at(99)}}, "0:Ida Holm/PER"}, // wrong offsets, right words
		{[]Found{{Text: "Ida", Type: "per"}}, "0:Ida/PER 28:Ida/PER"},                           // no part of Idas
		{[]Found{{Text: "Ida", Type: "PER"}, {Text: "Ida Holm", Type: "PER"}}, "0:Ida Holm/PER 28:Ida/PER"},
		{[]Found{{Text: "Ines", Type: "PER"}, {Text: "Holm", Type: "DATE"}, {Text: "", Type: "PER"}, {Text: " Holm", Type: "PER"}}, ""},
		{[]Found{{Text: "Ida Holm", Type: "PER", Start: at(-1), End: at(7)}}, "0:Ida Holm/PER"},
	} {
		if got := list(text, Verbatim(text, c.found)); got != c.want {
			t.Errorf("%v: got %q, want %q", c.found, got, c.want)
		}
	}
}

func TestCommand(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3")
	}
	c, err := NewCommand("python3 testdata/engine.py", 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, text := range []string{"Süß: gestern sang Ida Holm.", "Jan Weiler schwieg."} {
		names, err := c.Names(&segment.Doc{Text: text, Lang: "de"})
		if err != nil || len(names) != 1 || names[0].Type != actor.PER {
			t.Fatalf("%s: %v, %v", text, names, err)
		}
	}
}

func TestCommandFails(t *testing.T) {
	for _, line := range []string{"no-such-program-for-names", "echo no json", "sleep 5"} {
		if _, err := exec.LookPath(strings.Fields(line)[0]); err != nil && line[0] != 'n' {
			continue
		}
		c, err := NewCommand(line, 300*time.Millisecond)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time it is not even asked
			if _, err := c.Names(&segment.Doc{Text: "Ida Holm."}); err == nil {
				t.Errorf("%s: no error", line)
			}
		}
		c.Close()
	}
	if _, err := NewCommand("  ", 0); err == nil {
		t.Error("an empty command is taken")
	}
}

// serve answers every question with the given content, and counts.
func serve(t *testing.T, status int, content string) (*httptest.Server, *atomic.Int32) {
	var asked atomic.Int32
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		var q struct {
			Temperature *float64 `json:"temperature"`
			Messages    []message
			Format      struct{ Type string } `json:"response_format"`
		}
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil || q.Temperature == nil || *q.Temperature != 0 || q.Format.Type != "json_schema" || len(q.Messages) != 2 {
			t.Errorf("question: %+v, %v", q, err)
		}
		if r.URL.Path != "/v1/chat/completions" {
			t.Errorf("path %s", r.URL.Path)
		}
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": message{"assistant", content}}}})
	}))
	t.Cleanup(srv.Close)
	return srv, &asked
}

func TestServer(t *testing.T) {
	srv, asked := serve(t, http.StatusOK, `{"names":[{"text":"Ida Holm","type":"PER"},{"text":"Nobody Else","type":"PER"}]}`)
	s, err := NewServer(ServerOptions{URL: srv.URL + "/v1", Model: "small", Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	doc := &segment.Doc{Text: "Gestern sang Ida Holm.", Lang: "de"}
	for range 2 {
		names, err := s.Names(doc)
		if err != nil || list(doc.Text, names) != "13:Ida Holm/PER" {
			t.Fatalf("%v, %v", names, err)
		}
	}
	if asked.Load() != 1 {
		t.Errorf("the server was asked %d times; the second answer should come from the cache", asked.Load())
	}
	srv.Close()
	if _, err := s.Names(doc); err != nil {
		t.Errorf("without the server the cache should answer: %v", err)
	}
	if _, err := s.Names(&segment.Doc{Text: "Neu.", Lang: "de"}); err == nil {
		t.Error("a new text without a server: no error")
	}
}

func TestServerFails(t *testing.T) {
	for _, c := range []struct {
		status  int
		content string
	}{{500, "{}"}, {200, "I think Ida Holm is a person."}, {200, `{"names":3}`}, {200, `{}`}, {200, `{"people":["Ida Holm"]}`}} {
		srv, _ := serve(t, c.status, c.content)
		s, err := NewServer(ServerOptions{URL: srv.URL + "/v1/", Cache: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Names(&segment.Doc{Text: "Ida Holm."}); err == nil {
			t.Errorf("%d %s: no error", c.status, c.content)
		}
	}
	for _, u := range []string{"", "ftp://x/v1", "localhost:1", "/v1"} {
		if _, err := NewServer(ServerOptions{URL: u}); err == nil {
			t.Errorf("%q is taken for an address", u)
		}
	}
}

// Models that know no schema put a fence or their thoughts around the JSON.
func TestServerLoose(t *testing.T) {
	const list1 = `[{"text":"Ida Holm","type":"PER"}]`
	for _, content := range []string{
		"```json\n{\"names\":" + list1 + "}\n```",
		"<think>Who is {it}?</think>\n{\"names\":" + list1 + "}",
		list1,
	} {
		srv, _ := serve(t, http.StatusOK, content)
		s, err := NewServer(ServerOptions{URL: srv.URL + "/v1"})
		if err != nil {
			t.Fatal(err)
		}
		if names, err := s.Names(&segment.Doc{Text: "Ida Holm."}); err != nil || len(names) != 1 {
			t.Errorf("%s: %v, %v", content, names, err)
		}
	}
}

// What a server says about its refusal reaches the reader.
func TestServerRefuses(t *testing.T) {
	for _, body := range []string{`{"error":{"message":"no model small"}}`, `{"error":"no model small"}`} {
		if got := why([]byte(body)); got != ": no model small" {
			t.Errorf("%s: %q", body, got)
		}
	}
	if got := why([]byte("<html>")); got != "" {
		t.Errorf("no reason given, but %q", got)
	}
}

func FuzzVerbatim(f *testing.F) {
	f.Add("Ida Holm und Ida", "Ida", "Holm", 0, 3)
	f.Add("aaaa", "aa", "a", -1, 9)
	f.Fuzz(func(t *testing.T, text, a, b string, start, end int) {
		last := 0
		for _, n := range Verbatim(text, []Found{{Text: a, Type: "PER"}, {Text: b, Type: "LOC", Start: &start, End: &end}}) {
			if got := n.Of(text); n.Start < last || got != a && got != b {
				t.Fatalf("%v in %q", n, text)
			}
			last = n.End
		}
	})
}
