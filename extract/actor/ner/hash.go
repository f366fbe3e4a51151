package ner

import "fasti/extract/modelfile"

// Features are 64-bit hashes. The low bits choose a slot of the table, the
// high 32 bits are the fingerprint that the slot keeps.

func mix(h, x uint64) uint64 { return modelfile.Mix(h, x) }

func hashString(s string) uint64 { return modelfile.Hash(s) }
