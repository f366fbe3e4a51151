package site

import (
	"crypto/sha256"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The one script inside of a page is the one that the page's policy allows.
func TestPolicyNamesTheScript(t *testing.T) {
	out, _ := build(t, "en")
	data, err := os.ReadFile(filepath.Join(out, "e", "hostile", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	found := regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`).FindAllStringSubmatch(page, -1)
	inside := 0
	for _, m := range found {
		if strings.Contains(m[1], "ld+json") || strings.Contains(m[1], "src=") {
			continue
		}
		inside++
		sum := sha256.Sum256([]byte(m[2]))
		if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(page, hash) {
			t.Errorf("the policy does not allow the script with the hash %s", hash)
		}
	}
	if inside != 1 {
		t.Errorf("%d scripts inside of the page, want 1", inside)
	}
}
