package main

import (
	"os"
	"path/filepath"

	"fasti/internal/diag"
	"fasti/internal/importer"
	"fasti/internal/ledger"
)

// events brings in lists of events that people made, each event a file of its
// own that fasti never writes to again. One whose file is there is left alone.
func (d *adding) events(paths []string) error {
	for _, path := range paths {
		data, err := readFile(path, importer.MaxBytes)
		if err != nil {
			d.faults = append(d.faults, place(path, err))
			continue
		}
		all, notes, err := d.im.Events(data, filepath.Base(path))
		if err != nil {
			d.faults = append(d.faults, place(path, err))
			continue
		}
		for _, n := range notes {
			d.faults = append(d.faults, diag.Diagnostic{File: path, Code: diag.Extraction, Message: n})
		}
		for _, e := range all {
			d.event(e)
		}
	}
	if err := d.write(); err != nil {
		return err
	}
	d.app.say("%s added%s", count(len(d.plan.Files), "event"), d.others())
	return faulty(d.faults)
}

// event plans the file of one event, under the first name that is free. The
// same title on the same day is the same event.
func (d *adding) event(e importer.Event) {
	target := e.Path()
	if d.planned[target] || exists(d.app.path(target)) {
		d.double++
		return
	}
	d.planned[target] = true
	d.plan.Files = append(d.plan.Files, ledger.File{Path: target, New: e.File(ledger.Kinds(), ledger.Statuses()), What: "new event"})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
