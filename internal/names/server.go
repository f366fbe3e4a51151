package names

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fasti/extract/actor"
	"fasti/extract/segment"
)

// Server is a model behind an OpenAI-compatible address, as Ollama and
// llama.cpp serve it. Answers are kept in a folder by the hash of all that
// they depend on, so that a run without the server gives the same bytes.
type Server struct {
	opt    ServerOptions
	client *http.Client
}

// ServerOptions say where the model is.
type ServerOptions struct {
	URL     string        // up to and with /v1, or the full address of chat/completions
	Model   string        // its name there; may be "" where the server has one
	Cache   string        // folder of the answers; "" for none
	Key     string        // sent as bearer token if not ""
	Timeout time.Duration // of one answer; 0: two minutes
}

// NewServer checks the options.
func NewServer(opt ServerOptions) (*Server, error) {
	u, err := url.Parse(opt.URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no http or https address", opt.URL)
	}
	if !strings.HasSuffix(u.Path, "/chat/completions") {
		opt.URL = strings.TrimRight(opt.URL, "/") + "/chat/completions"
	}
	if opt.Timeout <= 0 {
		opt.Timeout = 2 * time.Minute
	}
	return &Server{opt: opt, client: &http.Client{Timeout: opt.Timeout}}, nil
}

// prompt is what the model is asked. Its words are part of the cache's key.
const prompt = `List every named entity of the text: people (PER), organisations (ORG), places and states (LOC), other names (MISC). ` +
	`Copy each name letter by letter as it stands in the text, without titles and articles. Adjectives such as "German" are no names. ` +
	`Answer with JSON: {"names":[{"text":"…","type":"PER"}]}.`

// schema makes servers that can do so answer in this form only.
const schema = `{"type":"object","properties":{"names":{"type":"array","items":{"type":"object","properties":{` +
	`"text":{"type":"string"},"type":{"type":"string","enum":["PER","ORG","LOC","MISC"]}},` +
	`"required":["text","type"],"additionalProperties":false}}},"required":["names"],"additionalProperties":false}`

// Names asks the cache, then the server.
func (s *Server) Names(doc *segment.Doc) ([]actor.Name, error) {
	file := s.file(doc)
	if file != "" {
		if b, err := os.ReadFile(file); err == nil {
			var a answer
			if json.Unmarshal(b, &a) == nil {
				return Verbatim(doc.Text, a.Names), nil
			}
		}
	}
	a, err := s.ask(doc)
	if err != nil {
		return nil, err
	}
	if file != "" {
		if err := keep(file, a); err != nil {
			return nil, fmt.Errorf("keep the answer: %w", err)
		}
	}
	return Verbatim(doc.Text, a.Names), nil
}

// file is where the answer to a document stands.
func (s *Server) file(doc *segment.Doc) string {
	if s.opt.Cache == "" {
		return ""
	}
	h := sha256.New()
	for _, part := range []string{"1", s.opt.Model, prompt, schema, doc.Lang, doc.Text} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return filepath.Join(s.opt.Cache, hex.EncodeToString(h.Sum(nil)[:16])+".json")
}

// keep writes an answer by way of a temporary file.
func keep(file string, a answer) error {
	b, err := json.MarshalIndent(struct {
		Names []Found `json:"names"`
	}{a.Names}, "", " ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(file), ".answer-*")
	if err != nil {
		return err
	}
	defer os.Remove(t.Name())
	_, err = t.Write(append(b, '\n'))
	if err = errors.Join(err, t.Close()); err != nil {
		return err
	}
	return os.Rename(t.Name(), file)
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func (s *Server) ask(doc *segment.Doc) (answer, error) {
	body, err := json.Marshal(map[string]any{
		"model":       s.opt.Model,
		"temperature": 0,
		"seed":        0,
		"messages":    []message{{"system", prompt}, {"user", doc.Text}},
		"response_format": map[string]any{"type": "json_schema",
			"json_schema": map[string]any{"name": "names", "strict": true, "schema": json.RawMessage(schema)}},
	})
	if err != nil {
		return answer{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), s.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.opt.URL, bytes.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("Content-Type", "application/json")
	if s.opt.Key != "" {
		req.Header.Set("Authorization", "Bearer "+s.opt.Key)
	}
	res, err := s.client.Do(req)
	if err != nil {
		return answer{}, fmt.Errorf("names server: %w", err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	if err != nil {
		return answer{}, fmt.Errorf("names server: %w", err)
	}
	if res.StatusCode != http.StatusOK {
		return answer{}, fmt.Errorf("names server: %s%s", res.Status, why(b))
	}
	return content(b)
}

// why is what a server says about its refusal, in a form of its own or as
// plain text, cut short; "" if it says nothing.
func why(b []byte) string {
	var said struct {
		Error json.RawMessage `json:"error"`
	}
	var text string
	if json.Unmarshal(b, &said) == nil && len(said.Error) > 0 {
		var inner struct {
			Message string `json:"message"`
		}
		if json.Unmarshal(said.Error, &text) != nil && json.Unmarshal(said.Error, &inner) == nil {
			text = inner.Message
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return ""
	}
	const most = 200
	for i := range text {
		if i > most {
			return ": " + text[:i] + "…"
		}
	}
	return ": " + text
}

// bare is an answer without what models that know no schema put around their
// JSON: a fence of Markdown, and their thoughts before it.
func bare(s string) string {
	if i := strings.LastIndex(s, "</think>"); i >= 0 {
		s = s[i+len("</think>"):]
	}
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "```"); ok {
		if i := strings.IndexByte(rest, '\n'); i >= 0 {
			rest = rest[i:]
		}
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "```"))
	}
	return s
}

// content reads the answer out of a chat completion.
func content(b []byte) (answer, error) {
	var chat struct {
		Choices []struct {
			Message message `json:"message"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(b, &chat); err != nil || len(chat.Choices) == 0 {
		return answer{}, errors.New("names server: the answer is no chat completion")
	}
	var a answer
	text := bare(chat.Choices[0].Message.Content)
	err := json.Unmarshal([]byte(text), &a)
	if err != nil && strings.HasPrefix(text, "[") { // the list alone
		err = json.Unmarshal([]byte(text), &a.Names)
	}
	switch {
	case err != nil:
		return answer{}, fmt.Errorf("names server: the model's answer is no JSON: %w", err)
	case a.Names == nil:
		return answer{}, errors.New("names server: the model's answer has no list of names")
	}
	if len(a.Names) > maxNames {
		return answer{}, errors.New("names server: too many names")
	}
	return a, nil
}
