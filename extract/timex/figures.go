package timex

// figures is how many items three numbers joined by one kind of mark take that
// stand at item i and look like a date, a year of four digits first or last:
// "31/31/2020", "2017.13.45"; 0 if there are none.
func figures(items []item, i int) int {
	if items[i].kind != numberItem || i+4 >= len(items) || items[i].flags&glued != 0 {
		return 0
	}
	a, b, c := &items[i], &items[i+2], &items[i+4]
	x, y := &items[i+1], &items[i+3]
	if x.kind != markItem || x.mark != y.mark || x.mark != '/' && x.mark != '-' && x.mark != '.' || b.kind != numberItem || c.kind != numberItem {
		return 0
	}
	for _, it := range []*item{x, b, y, c} {
		if it.flags&glued == 0 {
			return 0
		}
	}
	if b.digits > 2 || !(a.digits == 4 && c.digits <= 2 || a.digits <= 2 && c.digits == 4) {
		return 0
	}
	if i+5 < len(items) && items[i+5].flags&glued != 0 && items[i+5].kind != markItem {
		return 0
	}
	return 5
}
