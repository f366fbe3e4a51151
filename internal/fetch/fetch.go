// Package fetch gets one file from the web, as a guest behaves: it says who it
// is, obeys robots.txt, asks only for what has changed since the last time,
// bounds time and size, and reaches no address of the machine's own network
// unless allowed, so that an address in a list cannot be used to look inside.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/temoto/robotstxt"

	"fasti/internal/diag"
)

// The bounds of a request.
const (
	MaxBytes     = 20 << 20
	maxRobots    = 512 << 10
	maxRedirects = 5
	timeout      = 30 * time.Second
)

// Client gets files; the zero value works, but remembers nothing.
type Client struct {
	Agent   string // how it names itself
	Private bool   // addresses of this machine and its network may be reached
	Folder  string // where it keeps what servers said of a file's state; "" to keep nothing
}

// Page is what was got.
type Page struct {
	Bytes     []byte
	Unchanged bool // the server says that it has not changed since it was remembered

	state state
	path  string
}

// Get gets a file of http or https. Errors are of type [diag.Diagnostic].
func (c Client) Get(ctx context.Context, address string) (*Page, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return nil, fault("this is no address of the web", "it begins with https:// or http://")
	}
	client := c.http()
	if err := c.allowed(ctx, client, u); err != nil {
		return nil, err
	}
	p := &Page{path: c.statePath(address)}
	before := load(p.path)
	header := http.Header{}
	if before.ETag != "" {
		header.Set("If-None-Match", before.ETag)
	}
	if before.Modified != "" {
		header.Set("If-Modified-Since", before.Modified)
	}
	resp, err := c.do(ctx, client, address, header)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified:
		p.Unchanged = true
		return p, nil
	case resp.StatusCode != http.StatusOK:
		return nil, fault("the server answers "+resp.Status, "look at the address in a browser")
	}
	if p.Bytes, err = io.ReadAll(io.LimitReader(resp.Body, MaxBytes+1)); err != nil {
		return nil, fault("the file breaks off: "+reason(err), "try again later")
	}
	if len(p.Bytes) > MaxBytes {
		return nil, fault("the file is larger than 20 MB", "")
	}
	p.state = state{ETag: resp.Header.Get("ETag"), Modified: resp.Header.Get("Last-Modified")}
	return p, nil
}

// http is a client with the bounds.
func (c Client) http() *http.Client {
	d := &net.Dialer{Timeout: 10 * time.Second}
	if !c.Private {
		d.Control = refusePrivate
	}
	return &http.Client{
		Transport: &http.Transport{DialContext: d.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 20 * time.Second, MaxResponseHeaderBytes: 1 << 20},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errors.New("it leads on more than five times")
			}
			if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return errors.New("it leads to " + r.URL.Scheme + ":")
			}
			return nil
		},
	}
}

// errPrivate refuses an address that is not of the open web.
var errPrivate = errors.New("the address is one of this machine or its network")

// refusePrivate is asked with the address that a name was resolved to, so that
// no name can lead inside.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}
	ip := net.ParseIP(host)
	if ip == nil || ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsLinkLocalMulticast() || ip.IsMulticast() || ip.IsUnspecified() || shared(ip) {
		return errPrivate
	}
	return nil
}

// shared tells the addresses that providers share (RFC 6598).
func shared(ip net.IP) bool {
	v4 := ip.To4()
	return v4 != nil && v4[0] == 100 && v4[1]&0xc0 == 64
}

func (c Client) do(ctx context.Context, client *http.Client, address string, header http.Header) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fault("this is no address of the web", "")
	}
	if header != nil {
		req.Header = header
	}
	req.Header.Set("User-Agent", c.Agent)
	resp, err := client.Do(req)
	if errors.Is(err, errPrivate) {
		return nil, fault(errPrivate.Error()+" and is not reached", "if you trust it, add --feed-private")
	}
	if err != nil {
		return nil, fault("the server cannot be reached: "+reason(err), "try again later")
	}
	return resp, nil
}

// allowed asks the server's robots.txt. A server without one allows all.
func (c Client) allowed(ctx context.Context, client *http.Client, u *url.URL) error {
	robots := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	resp, err := c.do(ctx, client, robots.String(), nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
	if err != nil {
		return nil
	}
	rules, err := robotstxt.FromStatusAndBytes(resp.StatusCode, body)
	if err == nil && !rules.TestAgent(u.RequestURI(), "fasti") {
		return fault("the server's robots.txt does not allow it", "ask the publisher, or save the feed yourself and add the file")
	}
	return nil
}

// reason is an error without the address, which the line begins with.
func reason(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return err.Error()
}

func fault(message, hint string) error {
	return diag.Diagnostic{Code: diag.Unreadable, Message: message, Hint: hint}
}

// Remember keeps what the server said of the file's state, once the file is
// used.
func (p *Page) Remember() error {
	if p.path == "" || p.Unchanged {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(p.path), 0o755); err != nil {
		return fmt.Errorf("remember the feed: %w", err)
	}
	return p.state.save(p.path)
}
