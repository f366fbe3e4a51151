// Package extractcache keeps what was found in each article between two runs,
// so that a run reads anew only the articles that changed. It lives in a
// folder that is never committed: with it or without it, whole or spoilt, a
// run gives the same bytes.
//
// An entry is known by a hash of all that its content depends on: the article,
// the program, its options and the actors that people have taught the site.
// What cannot be read counts as missing, and what cannot be written is not
// kept; neither is an error.
package extractcache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"os"
	"path"
	"sync"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/internal/store"
)

// Options say where the cache is and what its entries depend on beside the
// article.
type Options struct {
	Dir       string        // the site's folder
	Engine    string        // tells one state of the program from another
	Known     []actor.Known // as in extract.Options
	Threshold int           // as in extract.Options
	Region    string        // as in extract.Options
	ReadOnly  bool          // write nothing and remove nothing
}

// folder is where the entries are, below the site's folder.
const folder = ".fasti/extract"

// maxEntry bounds the entry that is read.
const maxEntry = 256 << 20

// Cache is open for one run. Many goroutines may use it at once.
type Cache struct {
	root    *os.Root // nil: nothing is kept
	base    [sha256.Size]byte
	write   bool
	restore extract.Restorer

	mu   sync.Mutex
	used map[string]bool // names of the entries of this run
}

// Open opens the cache of a site. It never fails: a folder that cannot be
// used holds nothing.
func Open(o Options) *Cache {
	c := &Cache{write: !o.ReadOnly, used: map[string]bool{}}
	h := sha256.New()
	field(h, "3", store.Shape(extract.Found{}), o.Engine, fmt.Sprint(o.Threshold), o.Region)
	known, err := json.Marshal(o.Known)
	if err != nil {
		return c
	}
	field(h, string(known))
	h.Sum(c.base[:0])
	site, err := os.OpenRoot(o.Dir)
	if err != nil {
		return c
	}
	defer site.Close()
	if c.write {
		_ = site.MkdirAll(folder, 0o755) // the next line tells
	}
	if root, err := site.OpenRoot(folder); err == nil {
		c.root = root
	}
	return c
}

// field adds texts to a hash so that no two rows of them are alike.
func field(h hash.Hash, texts ...string) {
	for _, s := range texts {
		fmt.Fprintf(h, "%d\n%s", len(s), s)
	}
}

// name is the file of an article's entry.
func (c *Cache) name(a *article.Article) string {
	h := sha256.New()
	h.Write(c.base[:])
	field(h, a.Name, a.Title, a.Date, a.Lang, a.Region, a.Publisher, a.Author, a.Link, a.Genre, a.Body, a.Text)
	key := hex.EncodeToString(h.Sum(nil))
	return path.Join(key[:2], key[2:])
}

// Key names all that the result of an article depends on, the article among it.
func (c *Cache) Key(a *article.Article) string { return c.name(a) }

// Keep tells that the entry of a key is still good, though nobody has asked for
// it in this run.
func (c *Cache) Keep(key string) { c.mark(key) }

// Get gives the result of an article if it is kept.
func (c *Cache) Get(a *article.Article) (*extract.Result, bool) {
	if c.root == nil {
		return nil, false
	}
	name := c.name(a)
	found, ok := c.read(name)
	if !ok {
		return nil, false
	}
	r, err := c.restore.Result(a, found)
	if err != nil {
		return nil, false
	}
	c.mark(name)
	return r, true
}

func (c *Cache) mark(name string) {
	c.mu.Lock()
	c.used[name] = true
	c.mu.Unlock()
}

// read reads an entry: a line with the hash of name and content, then the
// content.
func (c *Cache) read(name string) (*extract.Found, bool) {
	if info, err := c.root.Lstat(name); err != nil || !info.Mode().IsRegular() || info.Size() > maxEntry {
		return nil, false
	}
	b, err := c.root.ReadFile(name)
	if err != nil {
		return nil, false
	}
	sum, content, ok := bytes.Cut(b, []byte("\n"))
	if !ok || string(sum) != checksum(name, content) {
		return nil, false
	}
	f := &extract.Found{}
	r := store.NewReader(content)
	r.Value(f)
	return f, !r.Bad() && r.End()
}

func checksum(name string, content []byte) string {
	h := sha256.New()
	field(h, name)
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}

// Put keeps the result of an article.
func (c *Cache) Put(a *article.Article, r *extract.Result) {
	if c.root == nil || !c.write {
		return
	}
	w := &store.Writer{}
	w.Value(*r.Found())
	content := w.Bytes()
	name := c.name(a)
	c.mark(name)
	_ = c.place(name, append([]byte(checksum(name, content)+"\n"), content...))
}

// place writes an entry under a name of its own and renames it, so that no run
// beside this one reads half of it.
func (c *Cache) place(name string, data []byte) error {
	if err := c.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	temp := fmt.Sprintf("%s.%d.tmp", name, os.Getpid())
	err := c.root.WriteFile(temp, data, 0o644)
	if err == nil {
		err = c.root.Rename(temp, name)
	}
	if err != nil {
		_ = c.root.Remove(temp)
	}
	return err
}
