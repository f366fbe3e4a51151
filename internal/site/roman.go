package site

// roman writes a number as French numbers its centuries; outside of 1 to 3999
// there is no such numeral, and it is "".
func roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	out := ""
	for _, d := range []struct {
		value   int
		letters string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			out += d.letters
		}
	}
	return out
}
