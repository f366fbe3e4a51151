package timex

// scale turns digits into thousandths for fields that hold quantities.
func (m *matcher) scale(el *element) int32 {
	if inThousandths(el.field) {
		return 1000
	}
	return 1
}

// inThousandths reports whether a field holds a quantity.
func inThousandths(f field) bool { return f == fNum || f == fNum2 || f == fTimes }

// quantity reads digits with thousands and decimals at an item, in
// thousandths, and how many items it takes.
func (m *matcher) quantity(at int) (int32, int) {
	it := &m.items[at]
	if it.kind != numberItem || it.num < 0 || it.num > 2000000 {
		return 0, 0
	}
	whole, n := int64(it.num), 1
	for at+n+1 < len(m.items) {
		mark, num := &m.items[at+n], &m.items[at+n+1]
		if mark.kind != markItem || num.kind != numberItem || mark.flags&glued == 0 || num.flags&glued == 0 {
			break
		}
		if mark.mark == m.g.decimal {
			if num.digits > 3 {
				break
			}
			frac := int64(num.num)
			for d := num.digits; d < 3; d++ {
				frac *= 10
			}
			return int32(min(whole, 2000000)*1000 + frac), n + 2
		}
		if (mark.mark != '.' && mark.mark != ',') || num.digits != 3 {
			break
		}
		whole = whole*1000 + int64(num.num)
		n += 2
	}
	for m.g.spaced && n == 1 && it.digits <= 3 && at+1 < len(m.items) {
		num := &m.items[at+1]
		if num.kind != numberItem || num.digits != 3 || num.flags&glued != 0 {
			break
		}
		whole = whole*1000 + int64(num.num)
		n++
	}
	if whole > 2000000 {
		return 0, 0
	}
	return int32(whole * 1000), n
}
