package merge

import "testing"

// FuzzOrders lets chance choose a world of reports and its size: the timeline
// is the same whatever the order of the articles, however they are cut into
// batches, and if some are given twice.
func FuzzOrders(f *testing.F) {
	for _, seed := range []uint64{1, 42, 20240107} {
		f.Add(seed, uint8(30))
	}
	f.Fuzz(func(t *testing.T, seed uint64, size uint8) {
		checkOrders(t, "random", randomNews(1+int(size)%120, seed), Options{}, seed)
	})
}

// FuzzOrdersOfCases cuts, shuffles and doubles the articles of the case files.
func FuzzOrdersOfCases(f *testing.F) {
	all, opt := everything(f)
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { checkOrders(t, "all cases together", all, opt, seed) })
}
