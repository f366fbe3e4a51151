package model

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// The card in docs/models.md speaks of the models that ship, and they read.
func TestCardNamesTheModels(t *testing.T) {
	card, err := os.ReadFile("../../../docs/models.md")
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for _, language := range []string{"de", "en"} {
		b, err := files.ReadFile("data/" + language + ".bin")
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); !strings.Contains(string(card), sum) {
			t.Errorf("docs/models.md does not have the SHA-256 of %s.bin, %s: measure anew and update the card", language, sum)
		}
		if _, err := Load(language); err != nil {
			t.Error(err)
		}
		all += len(b)
	}
	if all > 10<<20 { // they are not packed, see Content.Write
		t.Errorf("the models have %d bytes, more than 10 MiB", all)
	}
	if Ships("fr") {
		t.Error("there is a model of French")
	}
	if _, err := Load("fr"); err == nil {
		t.Error("a model that is not there loads")
	}
}
