package timex

// lend gives a member of a list the year that its neighbour with all parts
// gets, so that a list never straddles years by chance.
func (r *resolver) lend(raws []raw, i int) (reason, bool) {
	x := &raws[i]
	if i+1 < len(raws) && raws[i+1].joined && !r.useMention() && yearless(&x.parts) && yearless(&raws[i+1].parts) {
		return r.lendRange(x, &raws[i+1])
	}
	if x.shared == whole || !x.parts.has(fMonth) || x.parts.any(fYear, fYY, fYRel, fYMRel, fRel, fMRel) {
		return reason{}, false
	}
	j := i
	for raws[j].shared == x.shared {
		if x.shared == before {
			j++
		} else {
			j--
		}
		if j < 0 || j >= len(raws) || raws[j].block != x.block {
			return reason{}, false
		}
	}
	keep := *r
	r.quiet = true
	pt, why, ok := r.point(&raws[j].parts, &raws[j])
	*r = keep
	if !ok || pt.noYear || pt.y < 1 || why.basis == NoBasis {
		return reason{}, false
	}
	x.parts.put(fYear, int32(pt.y))
	return why, true
}

// yearless reports whether an expression is a month or a day of one, and its
// year has yet to be found.
func yearless(p *parts) bool {
	return p.has(fMonth) && !p.any(fYear, fYY, fYRel, fYMRel, fRel, fMRel, fOrd, fDir) && (!p.has(fWeekday) || p.has(fDay))
}

// lendRange gives the beginning of a range the year that its end gets, or the
// one before: "vom 27. Dezember bis 6. Januar".
func (r *resolver) lendRange(x, end *raw) (reason, bool) {
	keep := *r
	r.quiet = true
	pt, why, ok := r.point(&end.parts, end)
	*r = keep
	if !ok || pt.noYear || pt.y < 1 || why.basis == NoBasis {
		return reason{}, false
	}
	y := pt.y
	if a, b := &x.parts, &end.parts; a.val(fMonth)*32+a.val(fDay) > b.val(fMonth)*32+b.val(fDay) && a.has(fDay) == b.has(fDay) {
		y--
	}
	x.parts.put(fYear, int32(y))
	return why, true
}
