package timex

import "strings"

// length appends a length of time: P3D, PT2H, P1.5Y, PXM.
func length(b []byte, num int32, unit int) []byte {
	if n, u, ok := wholeLength(num, unit); ok {
		num, unit = n, u
	}
	switch unit {
	case unitHY:
		num, unit = num*6, unitM
	case unitSP:
		return append(quantity(append(b, 'P'), num), "SEASON"...)
	}
	b = append(b, 'P')
	switch unit {
	case unitS, unitMin, unitH:
		b = append(b, 'T')
	}
	b = quantity(b, num)
	switch unit {
	case unitMin:
		return append(b, 'M')
	}
	return append(b, unitNames[unit]...)
}

// wholeLength turns halves and quarters into whole smaller units: half a year
// is six months.
func wholeLength(num int32, unit int) (int32, int, bool) {
	switch num {
	case 500:
		switch unit {
		case unitY:
			return 6000, unitM, true
		case unitH:
			return 30000, unitMin, true
		case unitD:
			return 12000, unitH, true
		case unitDE:
			return 5000, unitY, true
		case unitCE:
			return 50000, unitY, true
		}
	case 250, 750:
		switch unit {
		case unitH:
			return num * 60, unitMin, true
		case unitCE:
			return num * 100, unitY, true
		case unitY:
			return num * 12, unitM, true
		}
	}
	return num, unit, false
}

// quantity appends thousandths without useless zeros; X for the unknown.
func quantity(b []byte, n int32) []byte {
	if n < 0 {
		return append(b, 'X')
	}
	b = digits(b, int(n/1000), 1)
	if rest := int(n % 1000); rest > 0 {
		b = digits(append(b, '.'), rest, 3)
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}

// firstPart and lastPart are the ends of an interval, or the date itself.
func firstPart(s string) string {
	a, _, _ := strings.Cut(s, "/")
	return a
}

func lastPart(s string) string {
	if _, b, ok := strings.Cut(s, "/"); ok {
		return b
	}
	return s
}

// length appends the value of a duration.
func (p *parts) length(b []byte) []byte {
	num := int32(1000)
	if p.has(fNum) {
		num = p.val(fNum)
	}
	b = length(b, num, p.get(fUnit))
	if !p.has(fUnit2) {
		return b
	}
	num2 := int32(1000)
	if p.has(fNum2) {
		num2 = p.val(fNum2)
	}
	var tmp [32]byte
	second := length(tmp[:0], num2, p.get(fUnit2))[1:]
	if strings.IndexByte(string(b), 'T') >= 0 && second[0] == 'T' {
		second = second[1:]
	}
	return append(b, second...)
}

// recurring appends the value of a set.
func (p *parts) recurring(b []byte) []byte {
	hour, minute, clocked := clock(p)
	switch {
	case p.has(fMonth):
		b = digits(append(b, "XXXX-"...), p.get(fMonth), 2)
		if !p.has(fDay) {
			return b
		}
		b = digits(append(b, '-'), p.get(fDay), 2)
	case p.has(fWeekday):
		b = digits(append(b, "XXXX-WXX-"...), p.get(fWeekday), 1)
	case p.has(fWeekend), p.get(fUnit) == unitWE:
		return append(b, "XXXX-WXX-WE"...)
	case p.has(fSeason):
		return append(append(b, "XXXX-"...), seasonNames[p.get(fSeason)]...)
	case p.has(fDay):
		b = digits(append(b, "XXXX-XX-"...), p.get(fDay), 2)
	case p.get(fUnit) == unitNI:
		return append(b, "XXXX-XX-XXTNI"...)
	case clocked, p.has(fPart):
		b = append(b, "XXXX-XX-XX"...)
	case p.has(fUnit):
		num := int32(1000)
		if p.has(fNum) {
			num = p.val(fNum)
		}
		if p.has(fOrd) && p.get(fOrd) > 0 {
			num = p.val(fOrd) * 1000
		}
		return length(b, num, p.get(fUnit))
	default:
		return append(b, "XXXX"...)
	}
	switch {
	case clocked:
		b = digits(append(b, 'T'), hour, 2)
		b = digits(append(b, ':'), minute, 2)
	case p.has(fPart):
		b = append(append(b, 'T'), partNames[p.get(fPart)]...)
	}
	return b
}
