package model

import "fasti/extract/modelfile"

// Features are 64-bit hashes; models keep their upper half.

func mix(h, x uint64) uint64 { return modelfile.Mix(h, x) }

func hashString(s string) uint64 { return modelfile.Hash(s) }

// Key is the part of a hash that models keep; it is never 0.
func Key(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// WordKey is the key of a word (in small letters) in the tables of words.
func WordKey(low string) uint32 { return Key(hashString(low)) }
