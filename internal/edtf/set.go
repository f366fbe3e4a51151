package edtf

import "strings"

// parseSet reads [a,b..c] (one of) and {a,b..c} (all of), level 2.
func parseSet(s string) (Date, *Error) {
	d := Date{shape: oneOf}
	closing := byte(']')
	if s[0] == '{' {
		d.shape, closing = allOf, '}'
	}
	last := len(s) - 1
	if last == 0 || s[last] != closing {
		return Date{}, &Error{last, "a set ends with " + string(rune(closing))}
	}
	for from := 1; ; {
		to := last
		if c := strings.IndexByte(s[from:last], ','); c >= 0 {
			to = from + c
		}
		e, err := parseElement(s, from, to)
		if err != nil {
			return Date{}, err
		}
		if from == 1 {
			d.start, d.early, d.late = e.start, e.early, e.late
		}
		d.end = e.end
		d.early, d.late = min(d.early, e.early), max(d.late, e.late)
		d.open0, d.open1 = d.open0 || e.open0, d.open1 || e.open1
		if to == last {
			return d, nil
		}
		if e.end.Open {
			return Date{}, &Error{to, "an open end stands last in a set"}
		}
		from = to + 1
		if from < last && strings.HasPrefix(s[from:last], "..") {
			return Date{}, &Error{from, "an open beginning stands first in a set"}
		}
	}
}

// parseElement reads one element of a set: a date, a..b, ..b or a.. as an
// interval or a single date.
func parseElement(s string, from, to int) (Date, *Error) {
	if from == to {
		return Date{}, &Error{from, "a date is missing in the set"}
	}
	cut := strings.Index(s[from:to], "..")
	if cut < 0 {
		p, err := parseEnd(s, from, to)
		d := Date{shape: single, start: p, end: p}
		if err == nil {
			err = d.bound()
		}
		return d, err
	}
	cut += from
	d := Date{shape: interval, start: Point{Open: true}, end: Point{Open: true}}
	var err *Error
	if cut > from {
		if d.start, err = parseEnd(s, from, cut); err != nil {
			return d, err
		}
	}
	if cut+2 < to {
		if d.end, err = parseEnd(s, cut+2, to); err != nil {
			return d, err
		}
	}
	if d.start.Open && d.end.Open {
		return d, &Error{from, "a date is missing in the set"}
	}
	if e := d.bound(); e != nil {
		return d, &Error{from, e.Msg}
	}
	return d, nil
}

// Elements are the members of a set as dates and intervals, in the order in
// which they are written. A date that is no set is its own only element.
func (d Date) Elements() []Date {
	switch d.shape {
	case none:
		return nil
	case single, interval:
		return []Date{d}
	}
	var out []Date
	for e := range strings.SplitSeq(d.text[1:len(d.text)-1], ",") {
		switch cut := strings.Index(e, ".."); {
		case cut < 0:
		case cut == 0:
			e = "../" + e[2:]
		default:
			e = e[:cut] + "/" + e[cut+2:]
			if strings.HasSuffix(e, "/") {
				e += ".."
			}
		}
		out = append(out, Must(e))
	}
	return out
}
