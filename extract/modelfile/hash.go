package modelfile

// Mix folds x into the hash h (multiply and xor-shift, a bijection in h for
// fixed x). Features are such hashes, of 64 bits.
func Mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// Hash hashes the bytes of s, eight at a time; the same on every machine.
func Hash(s string) uint64 {
	h := uint64(len(s)) * 0xff51afd7ed558ccd
	for len(s) >= 8 {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = Mix(h, x)
		s = s[8:]
	}
	var x uint64
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return Mix(Mix(h, x), 0xc4ceb9fe1a85ec53)
}
