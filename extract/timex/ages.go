package timex

func decadePoint(y int) point {
	if y <= 0 {
		return unitPoint(gDecade, 1-((1-y)/10*10), 0, 0)
	}
	return unitPoint(gDecade, y-y%10, 0, 0)
}

func centuryPoint(y int) point {
	if y <= 0 {
		return unitPoint(gCentury, -((-y) / 100 * 100), 0, 0)
	}
	return unitPoint(gCentury, (y-1)/100*100, 0, 0)
}

// age: decades, centuries, millennia.
func (r *resolver) age(p *parts) (point, reason, bool) {
	why := reason{anchorText, "", Explicit}
	bc := p.get(fEra) == 1
	switch {
	case p.has(fCentury) && p.has(fDecade): // "the sixties of the 19th century"
		return unitPoint(gDecade, 100*(p.get(fCentury)-1)+p.get(fDecade)%100, 0, 0), why, within(p, fCentury, 2, 30)
	case p.has(fCentury):
		n := p.get(fCentury)
		if n < 1 || n > 30 {
			return point{}, why, false
		}
		if bc {
			return unitPoint(gCentury, -(n-1)*100, 0, 0), why, true
		}
		return unitPoint(gCentury, (n-1)*100, 0, 0).positive(), why, true
	case p.has(fMillen):
		n := p.get(fMillen)
		if bc {
			return unitPoint(gMillen, -(n-1)*1000, 0, 0), why, n >= 1 && n <= 10
		}
		return unitPoint(gMillen, (n-1)*1000, 0, 0).positive(), why, n >= 1 && n <= 3
	}
	y := p.get(fDecade)
	if y < 100 {
		if y = r.century(y); r.hasDCT && !r.narrative && y+9 >= r.dct.y { // a decade that is over
			y -= 100
		}
		why.basis, why.choice = Inferred, "century"
	}
	if bc {
		return unitPoint(gDecade, -y, 0, 0), why, true
	}
	return unitPoint(gDecade, y, 0, 0), why, true
}

// positive keeps the first century and millennium, whose first year is 1,
// apart from years before Christ.
func (p point) positive() point {
	if p.y == 0 {
		p.y = 1
	}
	return p
}
