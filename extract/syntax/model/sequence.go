package model

// Label is what a Sequence gives a token: its name and the classes whose
// weights it adds up, so that labels that share a part learn it together.
type Label struct {
	Name    string
	Group   uint8 // the part of speech that it belongs to
	Classes []uint8
}

// Sequence finds the best labels of a sentence: the best path through the sums
// of weights.
type Sequence struct {
	Table  *Table
	Labels []Label
	Trans  []int32 // of label after label, (n+1)*(n+1); the last is the border
	groups [][]uint8
	size   int // number of classes
}

// prepare works out what follows from the labels.
func (s *Sequence) prepare() {
	s.groups, s.size = Groups(s.Labels)
}

// Groups lists the labels by group, and counts the classes. Group 255 is all.
func Groups(labels []Label) (groups [][]uint8, classes int) {
	groups = make([][]uint8, 256)
	for i, l := range labels {
		groups[l.Group] = append(groups[l.Group], uint8(i))
		groups[255] = append(groups[255], uint8(i))
		for _, c := range l.Classes {
			classes = max(classes, int(c)+1)
		}
	}
	return groups, classes
}

// Candidates are the labels that a token may have, with their scores.
type Candidates struct {
	Labels []uint8
	Scores []int32
}

// Set scores the labels by the sums of their classes.
func (c *Candidates) Set(labels []Label, allowed []uint8, sum []int32) {
	c.Labels = allowed
	c.Scores = c.Scores[:0]
	for _, l := range allowed {
		v := int32(0)
		for _, k := range labels[l].Classes {
			v += sum[k]
		}
		c.Scores = append(c.Scores, v)
	}
}

// Lattice is the room for the search of the best path.
type Lattice struct {
	tokens []Candidates
	from   [][]uint8
}

// Room gives the candidates of n tokens, to be set.
func (l *Lattice) Room(n int) []Candidates {
	for len(l.tokens) < n {
		l.tokens, l.from = append(l.tokens, Candidates{}), append(l.from, nil)
	}
	return l.tokens[:n]
}

// Best writes the labels of the best path through the first len(out) tokens.
// trans is as in Sequence, of n labels. Each token has a candidate.
func (l *Lattice) Best(trans []int32, n int, out []uint8) {
	if len(out) == 0 {
		return
	}
	var prev, cur [256]int32
	wide := n + 1
	for i := range out {
		c := &l.tokens[i]
		l.from[i] = l.from[i][:0]
		for k, to := range c.Labels {
			if i == 0 {
				cur[k] = trans[n*wide+int(to)] + c.Scores[k]
				l.from[i] = append(l.from[i], 0)
				continue
			}
			best, at := int32(-1<<30), 0
			for j, f := range l.tokens[i-1].Labels {
				if s := prev[j] + trans[int(f)*wide+int(to)]; s > best {
					best, at = s, j
				}
			}
			cur[k] = best + c.Scores[k]
			l.from[i] = append(l.from[i], uint8(at))
		}
		prev = cur
	}
	last := len(out) - 1
	best, at := int32(-1<<30), 0
	for k, f := range l.tokens[last].Labels {
		if s := prev[k] + trans[int(f)*wide+n]; s > best {
			best, at = s, k
		}
	}
	for i := last; i >= 0; i-- {
		out[i] = l.tokens[i].Labels[at]
		at = int(l.from[i][at])
	}
}
