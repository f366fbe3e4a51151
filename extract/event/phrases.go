package event

import (
	"strings"

	"fasti/extract/lang"
)

// fixed is a verb that means something else beside certain words.
type fixed struct {
	words []string // in small letters
	verb  int32    // its own entry
}

// readPhrases adds an entry for every verb with words of its own, "in Kraft
// treten": it inflects as the bare verb does.
func (x *lexicon) readPhrases(pack *lang.Pack) error {
	bare := map[string]int32{}
	for i := range x.verbs {
		if v := &x.verbs[i]; len(v.particle) == 0 && v.lemma != "" {
			if _, ok := bare[v.lemma]; !ok {
				bare[v.lemma] = int32(i)
			}
		}
	}
	for _, r := range pack.Table("event/phrases").Rows {
		id, ok := bare[r.Field(0)]
		if !ok {
			return r.Errorf("no verb %q", r.Field(0))
		}
		c, ok := classOf(r.Field(3))
		if !ok {
			return r.Errorf("no class %q", r.Field(3))
		}
		kind, err := kindIn(r, r.Field(2))
		if err != nil {
			return err
		}
		v := x.verbs[id]
		v.lemma, v.kind, v.class, v.frame = r.Field(1)+" "+v.lemma, kind, c, frameActs
		if f := r.Field(4); f != "" {
			v.frame = frame(f[0])
		}
		x.phrases[id] = append(x.phrases[id], fixed{strings.Fields(r.Field(1)), int32(len(x.verbs))})
		x.verbs = append(x.verbs, v)
	}
	return nil
}

// phrased gives a clause the verb that its bare verb makes with its words.
// These may begin with what looks like a particle: "brachte ... auf den Weg".
func (x *lexicon) phrased(s *sentence, c *clause) {
	if c.verb < 0 || c.lex < 0 {
		return
	}
	bare := c.verb
	if c.particle >= 0 {
		bare = -1
		for _, f := range s.words[c.lex].forms {
			if f.features&fSep == 0 && len(x.phrases[f.verb]) > 0 {
				bare = f.verb
			}
		}
	}
	for _, p := range x.phrases[bare] {
		found := false
		c.each(func(i int) bool {
			found = c.reads(s, i, p.words)
			return !found
		})
		if found {
			c.verb, c.particle = p.verb, -1
			return
		}
	}
}

// reads reports whether the words from i on, all of the clause, are these.
func (c *clause) reads(s *sentence, i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(s.words) || !c.has(i+k) || s.words[i+k].low != w {
			return false
		}
	}
	return true
}
