package reviewweb_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"fasti/internal/ledger"
	"fasti/internal/review"
	"fasti/internal/reviewweb"
)

// folder is a site of a few hand-made files, without extraction.
type folder struct {
	dir string
	mu  sync.Mutex
}

func (f *folder) Look(context.Context) (*review.Desk, error) {
	c, _ := ledger.Load(f.dir)
	return review.New(review.Site{Content: c, Found: c.Check(nil)}), nil
}

func (f *folder) Change(ctx context.Context, by string, plan func(*review.Desk, ledger.Options) (*ledger.Plan, bool, error)) (*ledger.Plan, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	d, _ := f.Look(ctx)
	p, _, err := plan(d, ledger.Options{Day: "2031-04-01", By: by})
	if err != nil {
		return nil, err
	}
	return p, p.Write(f.dir)
}

func (f *folder) Words(*review.Desk) review.Words { return nil }

// desks is a running desk.
type desks struct {
	*testing.T
	site *folder
	*httptest.Server
	token string
}

// proposal is the file of an event as fasti writes it, with the hashes that tell
// that nobody has touched it.
func proposal(id, title, when, kind, quote string) string {
	hash := func(v any) string {
		b, _ := json.Marshal(v)
		sum := sha256.Sum256(b)
		return hex.EncodeToString(sum[:6])
	}
	return fmt.Sprintf("---\ntitle: %s\nwhen: %q\nkind: %s\nstatus: happened\nreview: proposed\nsources:\n  - article: strike\n    quote: %s\n    fasti: {id: s1}\n"+
		"fasti: {id: %s, wrote: {title: %q, when: %q, kind: %q, status: %q, sources: {s1: %q}}}\n---\n",
		title, when, kind, quote, id, hash(title), hash(when), hash(kind), hash("happened"), hash([]string{"strike", quote}))
}

func open(t *testing.T) *desks {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/articles/strike.md":    "---\ntitle: A strike\ndate: 2031-03-05\nlang: en\n---\nCrews went on strike on Monday. <script>alert(1)</script> The union said no.\n",
		"content/events/2031/strike.md": proposal("e2222222", "Crews strike", "2031-03-03", "protest", "Crews went on strike on Monday."),
		"content/events/2031/union.md":  proposal("e3333333", "The union says no", "2031-03-04", "reject", "The union said no."),
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	token, err := reviewweb.NewToken()
	if err != nil {
		t.Fatal(err)
	}
	f := &folder{dir: dir}
	d := &desks{T: t, site: f, token: token}
	d.Server = httptest.NewServer(reviewweb.New(reviewweb.Options{Site: f, Token: token, Title: "T", Dir: "/site", Who: "Anna", Looks: fstest.MapFS{"site.css": {Data: []byte("a{}")}, "fonts/a.woff2": {Data: []byte("f")}, "secret.txt": {Data: []byte("s")}}}))
	t.Cleanup(d.Close)
	return d
}

// ask sends a request as the page does; change may spoil it.
func (d *desks) ask(method, path, body string, change ...func(*http.Request)) (status int, answer map[string]any, raw string) {
	d.Helper()
	r, err := http.NewRequest(method, d.URL+path, strings.NewReader(body))
	if err != nil {
		d.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+d.token)
	r.Header.Set("Origin", d.URL)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, c := range change {
		c(r)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, nil, err.Error()
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	_ = json.Unmarshal(b, &answer)
	return resp.StatusCode, answer, string(b)
}

func (d *desks) tree() string {
	var out strings.Builder
	_ = filepath.WalkDir(d.site.dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			b, _ := os.ReadFile(path)
			out.WriteString(path + "\n" + string(b))
		}
		return err
	})
	return out.String()
}

const accept = `{"do": "accept", "event": "e2222222"}`

// Nobody but the desk's own page on this machine, with this run's token, gets
// anything done; whoever tries changes no byte.
func TestStrangers(t *testing.T) {
	d := open(t)
	set := func(key, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(key, value) }
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	for name, c := range map[string]struct {
		change func(*http.Request)
		want   int
	}{
		"another origin":             {set("Origin", "https://evil.example"), 403},
		"no origin that can be told": {set("Origin", "null"), 403},
		"another port":               {set("Origin", "http://127.0.0.1:1"), 403},
		"the same host over https":   {func(r *http.Request) { r.Header.Set("Origin", "https://"+r.URL.Host) }, 403},
		"a page of another site":     {set("Sec-Fetch-Site", "cross-site"), 403},
		"a page of the same domain":  {set("Sec-Fetch-Site", "same-site"), 403},
		"a name bound to this host":  {host("evil.example:1313"), 403},
		"a name that begins like it": {host("localhost.evil.example"), 403},
		"an address of the network":  {host("192.168.1.7:1313"), 403},
		"no token":                   {func(r *http.Request) { r.Header.Del("Authorization") }, 401},
		"another token":              {set("Authorization", "Bearer 0000"), 401},
		"an empty token":             {set("Authorization", "Bearer "), 401},
		"the token as a password":    {func(r *http.Request) { r.SetBasicAuth("", d.token) }, 401},
		"a form":                     {set("Content-Type", "application/x-www-form-urlencoded"), 415},
		"a text":                     {set("Content-Type", "text/plain"), 415},
		"no kind":                    {func(r *http.Request) { r.Header.Del("Content-Type") }, 415},
	} {
		before := d.tree()
		status, answer, raw := d.ask("POST", "/_review/api/v1/do", accept, c.change)
		if status != c.want || answer["error"] == nil {
			t.Errorf("%s: %d %s", name, status, raw)
		}
		if d.tree() != before {
			t.Errorf("%s: something was changed", name)
		}
	}
	if status, _, raw := d.ask("POST", "/_review/api/v1/do?token="+d.token, accept, func(r *http.Request) { r.Header.Del("Authorization") }); status != 401 {
		t.Errorf("a token in the address: %d %s", status, raw)
	}
}

// What is asked from another machine is not answered, whatever it says.
func TestOtherMachine(t *testing.T) {
	h := reviewweb.New(reviewweb.Options{Token: "t", Looks: fstest.MapFS{}})
	for _, from := range []string{"192.0.2.7:4000", "[2001:db8::1]:80", "nowhere"} {
		r := httptest.NewRequest("GET", "http://localhost/_review/", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", from, w.Code)
		}
	}
}

// No address leads out of what the desk serves.
func TestTraversal(t *testing.T) {
	d := open(t)
	for _, path := range []string{
		"/_review/../hugo.yaml", "/_review/..%2fhugo.yaml", "/_review/%2e%2e/%2e%2e/etc/passwd", "/_review/fonts/..%2fsecret.txt", "/_review/fonts/secret.txt",
		"/_review/fonts/../secret.txt", "/_review/page/desk.js", "/_review/desk.go", "/_review/api/v1/../../site.css%00", "/_review/fonts/a.woff2%00.txt", `/_review/fonts/..\secret.txt`,
	} {
		status, _, raw := d.ask("GET", path, "")
		if status == 200 || strings.Contains(raw, "root:") {
			t.Errorf("%s: %d %.80s", path, status, raw)
		}
	}
	for _, id := range []string{"..%2f..%2fetc%2fpasswd", "%00", "content%2fevents%2f2031%2fstrike.md"} {
		if status, _, raw := d.ask("GET", "/_review/api/v1/item/"+id, ""); status != 404 {
			t.Errorf("%s: %d %s", id, status, raw)
		}
	}
	before := d.tree()
	for _, body := range []string{
		`{"do": "accept", "event": "../../../etc/passwd"}`,
		`{"do": "set", "event": "e2222222", "key": "actors", "value": "../../evil actor", "name": "Evil"}`,
		`{"do": "actor-rename", "actor": "../articles/strike", "key": "id", "value": "x"}`,
		`{"do": "set", "event": "e2222222", "key": "path", "value": "../../x"}`,
		`{"do": "set", "event": "e2222222", "key": "image.path", "value": "../../etc/passwd.png"}`,
		`{"do": "article-set", "article": "../events/2031/strike", "key": "title", "value": "x"}`,
		`{"do": "article-set", "article": "strike", "key": "body", "value": "x"}`,
		`{"do": "article-set", "article": "strike", "key": "link", "value": "javascript:alert(1)"}`,
		`{"do": "delete", "event": "e2222222"}`,
		`{"do": "accept", "event": "e2222222", "path": "/etc"}`,
		`{"do": "accept", "event": "e2222222"} {"do": "reject", "event": "e3333333"}`,
		`[]`, `"accept"`, `{`,
	} {
		if status, answer, raw := d.ask("POST", "/_review/api/v1/do", body); status != 422 && status != 400 || answer["error"] == "" {
			t.Errorf("%s: %d %s", body, status, raw)
		}
	}
	if d.tree() != before {
		t.Error("something was changed")
	}
}

// A request of 10 MB is cut off.
func TestLargeBody(t *testing.T) {
	d := open(t)
	body := `{"do": "set", "event": "e2222222", "key": "title", "value": "` + string(bytes.Repeat([]byte("x"), 10<<20)) + `"}`
	before := d.tree()
	if status, _, raw := d.ask("POST", "/_review/api/v1/do", body); status != 413 && !(status == 0 && strings.Contains(raw, "reset")) && !(status == 0 && strings.Contains(raw, "broken pipe")) {
		t.Errorf("%d %.100s", status, raw)
	}
	if d.tree() != before {
		t.Error("something was changed")
	}
}

// The page is its own files, and says so to the browser; what reads works only
// by GET, what writes only by POST.
func TestPage(t *testing.T) {
	d := open(t)
	resp, err := http.Get(d.URL + "/_review/")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if csp := resp.Header.Get("Content-Security-Policy"); resp.StatusCode != 200 || !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
		t.Errorf("%d %q", resp.StatusCode, csp)
	}
	for path, want := range map[string]int{"/_review/desk.js": 200, "/_review/site.css": 200, "/_review/custom.css": 200, "/_review/fonts/a.woff2": 200, "/_review/api/v1/nothing": 404, "/_review/api/v2/queue": 404, "/_review/api/v1/do": 404} {
		if status, _, raw := d.ask("GET", path, ""); status != want && !(want == 404 && status == 405) {
			t.Errorf("%s: %d %.80s", path, status, raw)
		}
	}
	if status, _, _ := d.ask("POST", "/_review/api/v1/queue", "{}"); status == 200 {
		t.Error("a list is written to")
	}
}

// Looking is not deciding.
func TestLooking(t *testing.T) {
	d := open(t)
	before := d.tree()
	for _, path := range []string{"meta", "queue", "queue?where=kind%3Dprotest", "item/e2222222", "people", "find?q=strike"} {
		if status, _, raw := d.ask("GET", "/_review/api/v1/"+path, ""); status != 200 {
			t.Errorf("%s: %d %s", path, status, raw)
		}
	}
	if status, answer, _ := d.ask("GET", "/_review/api/v1/queue?where=kindd%3Dx", ""); status != 400 || !strings.Contains(answer["error"].(string), "did you mean kind?") {
		t.Errorf("%d %v", status, answer)
	}
	if status, answer, raw := d.ask("POST", "/_review/api/v1/bulk", `{"do": "accept", "where": ""}`); status != 200 || answer["total"] != 2.0 {
		t.Errorf("%d %s", status, raw)
	}
	if d.tree() != before {
		t.Error("something was changed")
	}
}

func (d *desks) title(id string) string {
	d.Helper()
	_, answer, _ := d.ask("GET", "/_review/api/v1/item/"+id, "")
	return answer["title"].(string)
}

// Two desks, or a desk and an editor: what the other changed is said and not
// written over; what does not touch the decision is merged.
func TestTwoAtWork(t *testing.T) {
	d := open(t)
	_, looked, _ := d.ask("GET", "/_review/api/v1/item/e2222222", "")
	base, err := json.Marshal(looked["fields"])
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(d.site.dir, "content/events/2031/strike.md")
	text, _ := os.ReadFile(path)
	if err := os.WriteFile(path, bytes.Replace(text, []byte("Crews strike"), []byte("All crews strike"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	status, answer, raw := d.ask("POST", "/_review/api/v1/do", `{"do": "set", "event": "e2222222", "key": "title", "value": "Strike", "base": `+string(base)+`}`)
	fields, _ := answer["fields"].([]any)
	if status != 409 || len(fields) != 1 || fields[0].(map[string]any)["now"] != "All crews strike" {
		t.Errorf("%d %s", status, raw)
	}
	status, answer, raw = d.ask("POST", "/_review/api/v1/do", `{"do": "set", "event": "e2222222", "key": "kind", "value": "accuse", "base": `+string(base)+`}`)
	if status != 200 || !strings.Contains(raw, `"merged":["`) || d.title("e2222222") != "All crews strike" {
		t.Errorf("%d %v", status, answer)
	}
	if status, _, raw = d.ask("POST", "/_review/api/v1/do", `{"do": "accept", "event": "e2222222", "base": `+string(base)+`}`); status != 409 {
		t.Errorf("accepted unseen: %d %s", status, raw)
	}
	if status, _, raw = d.ask("POST", "/_review/api/v1/do", `{"do": "accept", "event": "e2222222", "force": true, "base": `+string(base)+`}`); status != 200 {
		t.Errorf("%d %s", status, raw)
	}
}

// Many at once are done as they were listed, or not at all; undo takes all of
// it back, to the byte.
func TestBulk(t *testing.T) {
	d := open(t)
	events := func() string {
		var out string
		for _, n := range []string{"strike", "union"} {
			b, _ := os.ReadFile(filepath.Join(d.site.dir, "content/events/2031", n+".md"))
			out += string(b)
		}
		return out
	}
	before := events()
	_, list, _ := d.ask("POST", "/_review/api/v1/bulk", `{"do": "reject", "where": "kind=protest,reject"}`)
	expect := list["expect"].(string)
	if status, _, _ := d.ask("POST", "/_review/api/v1/bulk", `{"do": "reject", "where": "kind=protest", "expect": "`+expect+`"}`); status != 409 {
		t.Errorf("another list: %d", status)
	}
	status, answer, raw := d.ask("POST", "/_review/api/v1/bulk", `{"do": "reject", "where": "kind=protest,reject", "expect": "`+expect+`"}`)
	if status != 200 || strings.Count(events(), "review: rejected") != int(list["total"].(float64)) {
		t.Fatalf("%d %s\n%s", status, raw, events())
	}
	if status, _, raw := d.ask("POST", "/_review/api/v1/undo", `{"group": "`+answer["group"].(string)+`"}`); status != 200 || events() != before {
		t.Errorf("%d %s\n%s", status, raw, events())
	}
	if status, _, _ := d.ask("POST", "/_review/api/v1/undo", `{"group": "no such"}`); status != 400 {
		t.Errorf("undo of nothing: %d", status)
	}
}

// Who decides stands in the log: the one that the request names, else who
// started the desk.
func TestWho(t *testing.T) {
	d := open(t)
	d.ask("POST", "/_review/api/v1/do", accept)
	d.ask("POST", "/_review/api/v1/do", `{"do": "reject", "event": "e3333333", "by": "Bea  B.\n"}`)
	c, _ := ledger.Load(d.site.dir)
	var by []string
	for _, g := range c.Log().Groups() {
		by = append(by, g.By)
	}
	if len(by) < 2 || by[0] != "Bea B." || by[1] != "Anna" {
		t.Errorf("%q", by)
	}
}
