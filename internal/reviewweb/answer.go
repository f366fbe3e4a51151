package reviewweb

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"fasti/internal/review"
)

// answer makes a reply to a request.
type answer func(*http.Request) reply

// reply is what is sent: a value as JSON, or a problem.
type reply struct {
	value   any
	problem *problem
}

// problem is why there is no answer.
type problem struct {
	status  int
	text    string
	hint    string
	clashes []review.Clash
}

func (p problem) reply() reply { return reply{problem: &p} }

func (r reply) write(w http.ResponseWriter) {
	if r.problem != nil {
		fail(w, *r.problem)
		return
	}
	send(w, http.StatusOK, r.value)
}

func send(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // who is gone needs no answer
}

func fail(w http.ResponseWriter, p problem) {
	body := map[string]any{"error": p.text, "hint": p.hint}
	if len(p.clashes) > 0 {
		body["fields"] = p.clashes
	}
	send(w, p.status, body)
}

// read takes the body of a request apart. It refuses keys that it does not
// know: a misspelt one might have been what holds something back.
func read(r *http.Request, into any) *problem {
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something stands behind the request")
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return &problem{http.StatusRequestEntityTooLarge, "the request is too large", "64 kB are enough for everything that can be asked", nil}
	case err != nil:
		return &problem{http.StatusBadRequest, "the request cannot be read: " + strings.TrimPrefix(err.Error(), "json: "), "docs/review-api.md gives its form", nil}
	}
	return nil
}

func cut(pattern string) (method, path string) {
	method, path, _ = strings.Cut(pattern, " ")
	return method, path
}
