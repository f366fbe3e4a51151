package model

// Features are 64-bit hashes; models keep their upper half.

// mix folds x into h (multiply and xor-shift, a bijection in h for fixed x).
func mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// hashString hashes the bytes of s, eight at a time.
func hashString(s string) uint64 {
	h := uint64(len(s)) * 0xff51afd7ed558ccd
	for len(s) >= 8 {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = mix(h, x)
		s = s[8:]
	}
	var x uint64
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return mix(mix(h, x), 0xc4ceb9fe1a85ec53)
}

// Key is the part of a hash that models keep; it is never 0.
func Key(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// WordKey is the key of a word (in small letters) in the tables of words.
func WordKey(low string) uint32 { return Key(hashString(low)) }
