package main

import (
	"context"
	"path/filepath"
	"strings"

	"fasti/internal/fetch"
	"fasti/internal/importer"
)

// feed brings in a feed from the web or a file.
func (d *adding) feed(ctx context.Context, address string) error {
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		d.file(address)
		return nil
	}
	c := fetch.Client{Agent: "fasti/" + version(), Private: d.flags.private, Folder: filepath.Join(d.app.dir, ".fasti", "feeds")}
	page, err := c.Get(ctx, address)
	if err != nil {
		return err
	}
	if page.Unchanged {
		d.app.say("%s: not changed since it was last read", address)
		return nil
	}
	found, err := d.im.Read(page.Bytes, importer.Options{Source: "feed.xml", Publisher: d.flags.opt.Publisher, Lang: d.flags.opt.Lang, Zone: d.flags.opt.Zone})
	if err != nil {
		return err
	}
	for _, a := range found.Articles {
		d.article(address, a)
	}
	for _, n := range found.Notes {
		d.app.say("%s: %s", address, n)
	}
	if err := page.Remember(); err != nil {
		return err
	}
	return nil
}
