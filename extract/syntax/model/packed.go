package model

// Scores of the parser's actions are added up in pairs, two 32-bit numbers in one
// of 64 bits: class c stands in word c modulo 32, in its lower half if it is less
// than 32. Each number stands by level above what it is, so it is never below
// zero, and nothing is carried from one into the other.

// packed is the scores of 64 classes at most.
type packed [lanes / 2]uint64

const (
	lanes     = 64
	level     = 1 << 24 // more than any sum: a state has less than 256 features, of 16 bits each
	bothLevel = level<<32 | level
)

// nothing is the scores of no feature.
var nothing = func() (p packed) {
	for i := range p {
		p[i] = bothLevel
	}
	return p
}()

// add adds other scores.
func (p *packed) add(o *packed) {
	for i := range p {
		p[i] += o[i] - bothLevel
	}
}

// unpack writes the scores of the first classes.
func (p *packed) unpack(sum []int32) {
	low := sum[:min(len(sum), lanes/2)]
	for i := range low {
		low[i] = int32(uint32(p[i])) - level
	}
	if len(sum) > lanes/2 {
		for i := range sum[lanes/2:] {
			sum[lanes/2+i] = int32(p[i]>>32) - level
		}
	}
}

// addTo adds the scores of the first classes to sums.
func (p *packed) addTo(sum []int32) {
	for i := range sum[:min(len(sum), lanes/2)] {
		sum[i] += int32(uint32(p[i])) - level
	}
	for i := lanes / 2; i < len(sum); i++ {
		sum[i] += int32(p[i-lanes/2]>>32) - level
	}
}

// dense is a row with weights of most classes: each word has four, with half
// their range added, of the classes i, i+16, i+32 and i+48, in the order of
// packed when every second is taken.
type dense [lanes / 4]uint64

const (
	half     = 1 << 15
	bothHalf = half<<32 | half
	pairs    = 0xffff0000ffff // every second of four
)

// thick is the number of weights from which on a row is made dense: its words
// are added in the time of about as many weights one by one.
const thick = 20

// densely makes a row dense, if its weights can be.
func densely(cells []Cell) (d dense, ok bool) {
	var w [lanes]int
	for _, c := range cells {
		w[c.Class] += int(c.Weight)
	}
	for class, v := range w {
		if v += half; v < 0 || v > 2*half-1 {
			return d, false
		}
		d[class%(lanes/4)] |= uint64(v) << (class / (lanes / 2) * 32) << (class / (lanes / 4) % 2 * 16)
	}
	return d, true
}

// addDense adds dense rows, half a range too much of each in each class. Word for
// word over all rows, so that sums stay in registers.
func (p *packed) addDense(all []dense, rows []uint32) {
	for i := range lanes / 4 {
		even, odd := uint64(0), uint64(0)
		for _, a := range rows {
			x := all[a][i]
			even += x & pairs
			odd += x >> 16 & pairs
		}
		p[i] += even
		p[i+lanes/4] += odd
	}
}

// addCell adds the weight of a cell.
func (p *packed) addCell(c uint32) {
	p[c&(lanes/2-1)] += uint64(int64(int32(c)>>16)) << (c & (lanes / 2))
}

// addCells adds the weights of rows that begin at some places. The first cell of each
// is fetched before any is looked at: where a row ends is not to be foreseen, and
// what is fetched behind a wrong guess comes late.
func (p *packed) addCells(cells []uint32, rows []uint32, first *[batch]uint32) {
	for i, a := range rows {
		first[i&(batch-1)] = cells[a]
	}
	for i, a := range rows {
		c := first[i&(batch-1)]
		p.addCell(c)
		for c&lastCell == 0 {
			a++
			c = cells[a]
			p.addCell(c)
		}
	}
}

// bench is the room for scoring features. What stands in it is of no meaning
// behind that; it is kept because clearing it takes as long as scoring a few.
type bench struct {
	near             [batch]slot
	rows, some, most [batch]uint32 // places of rows: all, those in cells, the dense
	first            [batch]uint32
}

// pack adds the scores of features, 256 at most, to nothing, by a narrow table.
func (t *Table) pack(x *bench, features []uint64, p *packed) {
	for len(features) > 0 {
		n := min(len(features), batch)
		many, few := 0, 0
		for _, a := range x.rows[:t.find(x, features[:n])] {
			switch {
			case a&isDense != 0:
				x.most[many&(batch-1)] = a &^ isDense
				many++
			case a&isCell != 0:
				p.addCell(a<<8 | a&0xff)
			default:
				x.some[few&(batch-1)] = a
				few++
			}
		}
		p.addCells(t.cells, x.some[:few], &x.first)
		if many > 0 {
			p.addDense(t.dense, x.most[:many])
			for i := range p {
				p[i] -= uint64(many) * bothHalf
			}
		}
		features = features[n:]
	}
}
