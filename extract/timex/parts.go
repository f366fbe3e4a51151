package timex

import "math/bits"

// maxParts is how many fields one expression may fill; more are dropped.
const maxParts = 16

// parts is what one expression says, field by field. The values stand in the
// order of their fields, those that are set only: so an expression is small,
// however many fields there are.
type parts struct {
	set uint64
	v   [maxParts]int32
}

func (p *parts) has(f field) bool { return p.set&(1<<f) != 0 }

// any reports whether one of some fields is set.
func (p *parts) any(fs ...field) bool {
	for _, f := range fs {
		if p.has(f) {
			return true
		}
	}
	return false
}

// only reports whether nothing but these fields is set.
func (p *parts) only(fs ...field) bool {
	rest := p.set
	for _, f := range fs {
		rest &^= 1 << f
	}
	return rest == 0 && p.set != 0
}

// at is where the value of a field stands, or would stand.
func (p *parts) at(f field) int { return bits.OnesCount64(p.set & (1<<f - 1)) }

// val is the value of a field, 0 if it is not set.
func (p *parts) val(f field) int32 {
	if !p.has(f) {
		return 0
	}
	return p.v[p.at(f)&(maxParts-1)]
}

// get is val as an int.
func (p *parts) get(f field) int { return int(p.val(f)) }

func (p *parts) put(f field, v int32) {
	if f == fNone {
		return
	}
	i := p.at(f)
	if !p.has(f) {
		n := bits.OnesCount64(p.set)
		if n == maxParts {
			return
		}
		copy(p.v[i+1:n+1], p.v[i:n])
		p.set |= 1 << f
	}
	p.v[i] = v
}

func (p *parts) drop(fs ...field) {
	for _, f := range fs {
		if !p.has(f) {
			continue
		}
		i, n := p.at(f), bits.OnesCount64(p.set)
		copy(p.v[i:n-1], p.v[i+1:n])
		p.v[n-1] = 0
		p.set &^= 1 << f
	}
}
