package reviewweb

import (
	"crypto/subtle"
	"mime"
	"net"
	"net/http"
	"strings"
)

// maxBody bounds what a request may send.
const maxBody = 64 << 10

// policy lets the page load its own files and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guarded answers this machine and its own pages only.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", policy)
		if why := stranger(r); why != "" {
			fail(w, problem{http.StatusForbidden, why, "open the address that fasti serve prints, on the machine that it runs on", nil})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// stranger says why a request is none of this desk's; "" if it is.
func stranger(r *http.Request) string {
	if !loopback(r.RemoteAddr) {
		return "the review desk answers this machine only"
	}
	if a, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr); ok && !loopback(a.String()) {
		return "the review desk listens to this machine only"
	}
	if !ownName(r.Host) { // a page elsewhere that points a name of its own at this machine
		return "the review desk has no such name"
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return "the review desk answers its own pages only"
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return ""
	}
	return "the review desk answers its own pages only"
}

// loopback reports whether an address with a port is of this machine.
func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// ownName reports whether a Host is a name that only this machine has.
func ownName(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// api lets through who has the token, and of writes only JSON of bearable size.
func (s *server) api(h answer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok || s.Token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(s.Token)) != 1 {
			fail(w, problem{http.StatusUnauthorized, "this needs the token of this run", "open the address that fasti serve prints", nil})
			return
		}
		if r.Method == http.MethodPost {
			if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
				fail(w, problem{http.StatusUnsupportedMediaType, "a request is JSON", "send Content-Type: application/json", nil})
				return
			}
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		}
		h(r).write(w)
	})
}
