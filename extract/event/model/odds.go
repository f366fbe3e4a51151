package model

// step is the distance of two entries of the tables, in thousandths.
const step = 100

// softplus is 1000 ln(1+exp(-d)), for d in steps of a tenth. Tables, not the
// floating point of the machine, decide, so that all machines decide alike.
var softplus = [...]int{
	693, 644, 598, 554, 513, 474, 437, 403, 371, 341, 313, 287, 263, 241, 220, 201,
	184, 168, 153, 139, 127, 116, 105, 96, 87, 79, 72, 65, 59, 54, 49, 44,
	40, 36, 33, 30, 27, 24, 22, 20, 18, 16, 15, 13, 12, 11, 10, 9,
	8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2,
	2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0,
}

// logistic is 1000/(1+exp(-d)), for d in steps of a tenth.
var logistic = [...]int{
	500, 525, 550, 574, 599, 622, 646, 668, 690, 711, 731, 750, 769, 786, 802, 818,
	832, 846, 858, 870, 881, 891, 900, 909, 917, 924, 931, 937, 943, 948, 953, 957,
	961, 964, 968, 971, 973, 976, 978, 980, 982, 984, 985, 987, 988, 989, 990, 991,
	992, 993, 993, 994, 995, 995, 996, 996, 996, 997, 997, 997, 998, 998, 998, 998,
	998, 998, 999, 999, 999, 999, 999, 999, 999, 999, 999, 999, 999, 1000, 1000, 1000,
}

// at reads a table at d thousandths, between its entries on a straight line.
func at(table []int, d, beyond int) int {
	i := d / step
	if i+1 >= len(table) {
		return beyond
	}
	return table[i] + (table[i+1]-table[i])*(d%step)/step
}

// Add is the logarithm of the sum of two odds that are given as logarithms,
// all in thousandths.
func Add(a, b int) int {
	if a < b {
		a, b = b, a
	}
	return a + at(softplus[:], a-b, 0)
}

// PerMille is the probability, in thousandths, of log odds in thousandths.
func PerMille(odds int) int {
	if odds < 0 {
		return 1000 - at(logistic[:], -odds, 1000)
	}
	return at(logistic[:], odds, 1000)
}
