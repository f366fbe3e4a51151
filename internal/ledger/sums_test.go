package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

// Files hold these sums, so they must stay what they are, however they are
// worked out: a likeness is the bits that are set in more than half of the
// hashes of words and pairs, a fingerprint the hash of a value as JSON.
func TestSumsStay(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	pieces := []string{"Der", "minister", "Ärger", "12", ",", "été", "<b>", `"`, "a", " ", "\n", "ñandú", "&", "of", "\u2028", "\x7f", "\xff"}
	for range 3000 {
		var words []string
		for range r.IntN(60) {
			words = append(words, pieces[r.IntN(len(pieces))])
		}
		text := strings.Join(words, [...]string{" ", "", "-"}[r.IntN(3)])
		if got, want := likeness(text), slowLikeness(text); got != want {
			t.Fatalf("likeness of %q: %x, want %x", text, got, want)
		}
		b, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(b)
		if got, want := fingerprint(text), hex.EncodeToString(sum[:6]); got != want {
			t.Fatalf("fingerprint of %q: %s, want %s", text, got, want)
		}
	}
}

// slowLikeness counts bit by bit.
func slowLikeness(s string) uint64 {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) })
	var hashes []uint64
	for i, w := range words {
		hashes = append(hashes, hash64(w))
		if i > 0 {
			hashes = append(hashes, hash64(words[i-1]+" "+w))
		}
	}
	out := uint64(0)
	for bit := range 64 {
		n := 0
		for _, h := range hashes {
			n += int(h>>bit&1)*2 - 1
		}
		if n > 0 {
			out |= 1 << bit
		}
	}
	return out
}

func TestSameValue(t *testing.T) {
	values := []any{"", "a", "ä", 0, 7, []string{}, []string{"a"}, (*Series)(nil), &Series{What: "a", Number: 1}, &Series{What: "a", Number: 1}}
	for _, a := range values {
		for _, b := range values {
			if got, want := sameValue(a, b), fingerprint(a) == fingerprint(b); got != want {
				t.Errorf("%v and %v: %v, want %v", a, b, got, want)
			}
		}
	}
}
