package train

import "fasti/extract/actor/ner"

// collector gathers samples and numbers their features. Numbers are given
// by the key that a model keeps, so that what collides there collides here.
type collector struct {
	lex   *ner.Model
	min   int
	docs  []collected
	count map[uint32]int32
	known map[uint32]uint32
	keys  []uint32
}

type collected struct {
	a        *Annotated
	features [][]uint32
	part     Portion
}

func newCollector(lex *ner.Model, min int) *collector {
	return &collector{lex: lex, min: min, count: map[uint32]int32{}, known: map[uint32]uint32{}}
}

func (c *collector) add(a *Annotated, part Portion) {
	d := collected{a: a, part: part}
	for _, token := range ner.Features(c.lex, a.Doc) {
		row := make([]uint32, len(token))
		for i, f := range token {
			row[i] = ner.Key(f)
			c.count[row[i]]++
		}
		d.features = append(d.features, row)
	}
	c.docs = append(c.docs, d)
}

// samples numbers the features that came often enough and gives the sentences.
func (c *collector) samples() []Sample {
	var out []Sample
	for _, d := range c.docs {
		for i, row := range d.features {
			kept := row[:0]
			for _, key := range row {
				if int(c.count[key]) < c.min {
					continue
				}
				id, ok := c.known[key]
				if !ok {
					id = uint32(len(c.keys))
					c.known[key] = id
					c.keys = append(c.keys, key)
				}
				kept = append(kept, id)
			}
			d.features[i] = kept
		}
		for _, s := range d.a.Doc.Sentences {
			if s.First == s.Last {
				continue
			}
			sample := Sample{Features: d.features[s.First:s.Last], Labels: d.a.Labels[s.First:s.Last]}
			if d.part.NoMisc {
				sample.Free = free(sample.Labels)
			}
			out = append(out, sample)
		}
	}
	c.count = nil
	return out
}

// free lets tokens outside of names be MISC names as well.
func free(labels []uint8) []uint32 {
	const misc = 1<<13 | 1<<14 | 1<<15 | 1<<16
	out := make([]uint32, len(labels))
	for i, l := range labels {
		out[i] = 1 << l
		if l == ner.Outside {
			out[i] |= misc
		}
	}
	return out
}
