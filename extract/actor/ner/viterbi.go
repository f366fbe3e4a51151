package ner

// lanes is 16 signed 16-bit numbers, one for each label but Outside (whose
// score is always 0), packed four to a word as a sum of v<<16k: adding words
// adds all four, because every sum stays within 16 bits.
type lanes [4]uint64

func (a *lanes) add(b *lanes) {
	a[0] += b[0]
	a[1] += b[1]
	a[2] += b[2]
	a[3] += b[3]
}

// pack and unpack carry between lanes and plain numbers; index 0 is label 1.
func pack(v *[16]int16) (l lanes) {
	for i := range v {
		l[i/4] += uint64(int64(v[i])) << (16 * (i % 4))
	}
	return l
}

func (a *lanes) unpack(v *[Labels]int32) {
	v[0] = 0
	for i, w := range a {
		for k := 1; k <= 4; k++ {
			x := int16(w)
			v[4*i+k] = int32(x)
			w = (w - uint64(int64(x))) >> 16
		}
	}
}

// never is the score of what cannot be, far below any sum that can occur.
const never = -1 << 28

// back remembers, for each label of a token, the best label before it.
type back [Labels]uint8

// Transitions are the scores of a label after a label; the row and column of
// Outside stand for the borders of a sentence too.
type Transitions [Labels][Labels]int32

// closedLabels and openLabels: the labels that may stand before a token that
// goes on with no name, and those that start one or stand outside.
var (
	closedLabels = [9]uint8{0, 3, 4, 7, 8, 11, 12, 15, 16}
	startLabels  = [9]uint8{0, 1, 4, 5, 8, 9, 12, 13, 16}
)

// Decode finds the best legal labels of a sentence. emit holds a row a token;
// allowed (nil: all) a mask of labels a token; steps is room to work in, as
// long as the sentence or longer; labels gets the answer. It returns the
// score of the best path.
func Decode(emit [][Labels]int32, trans *Transitions, allowed []uint32, steps []back, labels []uint8) int32 {
	if len(emit) == 0 {
		return 0
	}
	var prev, cur [Labels]int32
	for l := range prev {
		prev[l] = never
	}
	prev[Outside] = 0
	for i := range emit {
		e, b := &emit[i], &steps[i]
		for _, to := range startLabels {
			best, from := int32(never*2), uint8(0)
			for _, f := range closedLabels {
				if s := prev[f] + trans[f][to]; s > best {
					best, from = s, f
				}
			}
			cur[to], b[to] = best+e[to], from
		}
		for t := 0; t < 16; t += 4 {
			for _, place := range [2]int{inInside, inLast} {
				to := t + place
				best, from := prev[t+inBegin]+trans[t+inBegin][to], uint8(t+inBegin)
				if s := prev[t+inInside] + trans[t+inInside][to]; s > best {
					best, from = s, uint8(t+inInside)
				}
				cur[to], b[to] = best+e[to], from
			}
		}
		if allowed != nil {
			for l := range cur {
				if allowed[i]&(1<<l) == 0 {
					cur[l] = never
				}
			}
		}
		for l := range cur {
			cur[l] = max(cur[l], never)
		}
		prev = cur
	}
	best, at := int32(never*2), uint8(0)
	for _, f := range closedLabels {
		if s := prev[f] + trans[f][Outside]; s > best {
			best, at = s, f
		}
	}
	for i := len(emit) - 1; i >= 0; i-- {
		labels[i] = at
		at = steps[i][at]
	}
	return best
}
