package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/knowledge"
	"fasti/internal/preview"
	"fasti/internal/reviewweb"
)

func (a *app) serveCommand() *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Look at the site while you edit",
		Long: `Build the site and serve it to this machine. When an article, an event, a
template or the configuration changes, it is built again and open pages reload;
what keeps it from being built is shown in the page. Each page has a line that says
where it stands and leads to the review desk, whose address is printed at the
start and holds for this run (docs/review.md).`,
		Example: "  fasti serve\n  fasti serve --listen localhost:8080",
		Args:    noArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), address) },
	}
	c.Flags().StringVar(&address, "listen", "localhost:1313", "`address` to listen at")
	return c
}

func (a *app) serve(ctx context.Context, address string) error {
	if _, err := a.buildAlone(ctx); err != nil && !errors.Is(err, errFaults) {
		return err
	}
	server, err := preview.New(a.public())
	if err != nil {
		return err
	}
	defer server.Close()
	site := a.newDeskSite()
	review, token, err := a.deskHandler(site)
	if err != nil {
		return err
	}
	server.Beside = site.beside
	mux := http.NewServeMux()
	mux.Handle(reviewweb.Prefix, review)
	mux.Handle("/", server)
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("%w (choose another address with --listen)", err)
	}
	h := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute}
	stopped := make(chan error, 2)
	go func() { stopped <- h.Serve(listener) }()
	idle := make(chan struct{}) // no build runs any more
	go func() {
		defer close(idle)
		stopped <- preview.Watch(ctx, a.watched(), func() { site.rest(ctx); a.rebuild(ctx, server) })
	}()
	a.say("http://%s/#token=%s shows the site, and lets you correct it there; Ctrl-C ends it", listener.Addr(), token)
	a.say("http://%s%s#token=%s is the review desk, for this run and this machine", listener.Addr(), reviewweb.Prefix, token)
	select {
	case <-ctx.Done():
	case err = <-stopped:
	}
	_ = h.Close()         // streams of open pages never end by themselves
	if ctx.Err() != nil { // ended by Ctrl-C: that is how one leaves
		select {
		case <-idle: // what a build writes is whole
		case <-time.After(leaving):
		}
		return nil
	}
	return err
}

// leaving is how long a build that runs may go on after Ctrl-C. What it leaves
// undone then, the next run completes.
const leaving = 20 * time.Second

// buildAlone builds while no other fasti writes; between two builds others may.
func (a *app) buildAlone(ctx context.Context) ([]diag.Diagnostic, error) {
	unlock, err := a.lock(ctx, "fasti serve")
	if err != nil {
		return nil, err
	}
	defer unlock()
	return a.build(ctx)
}

// rebuild builds after a change and tells the open pages.
func (a *app) rebuild(ctx context.Context, server *preview.Server) {
	faults, err := a.buildAlone(ctx)
	switch {
	case err == nil && a.rested: // what was heard is what the build before wrote itself
		server.Rested()
	case err == nil:
		server.Reload()
	case ctx.Err() == nil:
		text := explainBuild(faults, err)
		if !errors.Is(err, errFaults) {
			fmt.Fprint(a.err, text)
		}
		server.Fault(text)
	}
}

// watched is what a site is made of.
func (a *app) watched() []string {
	var paths []string
	for _, p := range []string{"content", "layouts", "assets", "i18n", "static", "hugo.yaml", knowledge.File} {
		paths = append(paths, filepath.Join(a.dir, p))
	}
	return paths
}
