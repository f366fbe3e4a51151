package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// state is what a server said of a file: it is sent back the next time.
type state struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// statePath is the file that keeps the state of an address.
func (c Client) statePath(address string) string {
	if c.Folder == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(c.Folder, hex.EncodeToString(sum[:12])+".json")
}

// load reads a state; a missing or broken one is none.
func load(path string) state {
	var s state
	if b, err := os.ReadFile(path); err == nil && path != "" {
		if json.Unmarshal(b, &s) != nil {
			return state{}
		}
	}
	return s
}

func (s state) save(path string) error {
	b, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(path, b, 0o644)
	}
	if err != nil {
		return fmt.Errorf("remember the feed: %w", err)
	}
	return nil
}
