package diag

import (
	"crypto/sha256"
	"encoding/hex"
)

// Sign names a finding by what it says, so that people can answer it: "n" and
// six hexadecimal digits. It stays as long as file, code and message stay.
func (d Diagnostic) Sign() string {
	sum := sha256.Sum256([]byte(d.File + "\n" + string(d.Code) + "\n" + d.Message))
	return "n" + hex.EncodeToString(sum[:3])
}
