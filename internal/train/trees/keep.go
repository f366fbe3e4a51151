package trees

import (
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"

	"fasti/extract/syntax/model"
)

// kept is what a run goes on from: the taggers, and how they read what the
// parser learns.
type kept struct {
	Content    model.Content
	POS, Morph [][]uint8
}

func (t *trainer) keptFile() string { return filepath.Join(t.plan.Keep, t.plan.Lang+".taggers") }

// save keeps the taggers, if they are to be kept.
func (t *trainer) save(c *model.Content) error {
	if t.plan.Keep == "" {
		return nil
	}
	k := kept{Content: *c}
	for _, a := range t.preds {
		k.POS, k.Morph = append(k.POS, a.POS), append(k.Morph, a.Morph)
	}
	f, err := os.Create(t.keptFile())
	if err != nil {
		return fmt.Errorf("keep the taggers: %w", err)
	}
	if err := gob.NewEncoder(f).Encode(&k); err != nil {
		f.Close()
		return fmt.Errorf("keep the taggers: %w", err)
	}
	return f.Close()
}

// resume takes up kept taggers, if there are any.
func (t *trainer) resume(c *model.Content) bool {
	if t.plan.Keep == "" {
		return false
	}
	f, err := os.Open(t.keptFile())
	if err != nil {
		return false
	}
	defer f.Close()
	var k kept
	if gob.NewDecoder(f).Decode(&k) != nil || len(k.POS) != len(t.all) {
		return false
	}
	*c = k.Content
	t.lex = c.Lexicon()
	lemmas := &model.Lemmas{Rules: c.Rules, Forms: model.NewWords(c.Forms), Ends: model.NewWords(c.Ends)}
	t.preds = make([]*model.Analysis, len(t.all))
	for i := range t.all {
		a := t.lex.Describe(t.room, t.all[i].words())
		a.POS, a.Morph = k.POS[i], k.Morph[i]
		lemmas.Read(a)
		t.preds[i] = a
	}
	t.log("the taggers were kept")
	return true
}
