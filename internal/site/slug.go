package site

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"fasti/internal/fold"
)

// slugMax bounds a part of an address in bytes: disks take names of 255.
const slugMax = 120

// slug makes a word fit for an address: letters and digits, folded, with
// hyphens between. What is too long for a name of a file is cut and told apart
// from its like by a hash.
func slug(s string) string {
	out := fold.Address(s)
	if out == "" {
		return "x"
	}
	if len(out) > slugMax {
		sum := sha256.Sum256([]byte(out))
		return strings.ToValidUTF8(out[:slugMax-17], "") + "-" + hex.EncodeToString(sum[:8])
	}
	return out
}
