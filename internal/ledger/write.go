package ledger

import (
	"fasti/internal/journal"
)

// Write writes the plan into the site's folder, as one: all files or none. A
// file that somebody has saved since it was loaded stops it before anything
// is changed; the next run takes it as it is then.
func (p *Plan) Write(dir string) error {
	if len(p.Files) == 0 {
		return nil
	}
	f, err := journal.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return p.WriteTo(f)
}

// WriteTo is [Plan.Write] for any file system.
func (p *Plan) WriteTo(fsys journal.FS) error {
	changes := make([]journal.Change, 0, len(p.Files))
	for _, f := range p.Files {
		changes = append(changes, journal.Change{Path: f.Path, Old: f.Old, New: f.New})
	}
	return journal.Write(fsys, p.Intent, changes)
}
