package ner

// lanes is 16 signed 16-bit numbers, one for each label but Outside (whose
// score is always 0), packed four to a word as a sum of v<<16k: adding words
// adds all four, because every sum stays within 16 bits. The first word has
// labels 1, 3, 5 and 7, the second 2, 4, 6 and 8, and so on.
type lanes [4]uint64

func (a *lanes) add(b *lanes) {
	a[0] += b[0]
	a[1] += b[1]
	a[2] += b[2]
	a[3] += b[3]
}

// rowBias is what each weight of a row has too much.
const rowBias = 128

// addRow adds weights and their bias.
func (a *lanes) addRow(r *row) {
	const low = 0x00ff00ff00ff00ff
	a[0] += r[0] & low
	a[1] += r[0] >> 8 & low
	a[2] += r[1] & low
	a[3] += r[1] >> 8 & low
}

// unbias takes the bias of n rows off.
func (a *lanes) unbias(n int) {
	bias := uint64(n) * (rowBias * 0x0001000100010001)
	for i := range a {
		a[i] -= bias
	}
}

// unpack gives the numbers, each at its label.
func (a *lanes) unpack(v *[Labels]int32) {
	v[Outside] = 0
	for i, w := range a {
		at := v[8*(i/2)+i%2+1:]
		for k := 0; k < 8; k += 2 {
			x := int16(w)
			at[k] = int32(x)
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

// lead is how far Outside must be ahead of all other labels for nothing but
// Outside to stand before a new name on the best path.
func (t *Transitions) lead() int32 {
	lead := int32(0)
	for _, to := range startLabels {
		for _, f := range closedLabels[1:] {
			lead = max(lead, t[f][to]-t[Outside][to])
		}
	}
	return lead
}

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
	lead := trans.lead()
	for i := range emit {
		e, b := &emit[i], &steps[i]
		rival := int32(never)
		for _, f := range closedLabels[1:] {
			rival = max(rival, prev[f])
		}
		for _, to := range startLabels {
			best, from := prev[Outside]+trans[Outside][to], uint8(Outside)
			if prev[Outside]-rival < lead {
				for _, f := range closedLabels[1:] {
					if s := prev[f] + trans[f][to]; s > best {
						best, from = s, f
					}
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
