package extractcache

import (
	"io/fs"
	"path"
)

// Close ends the use. If the run was whole, what it did not use is removed, so
// that the cache never outgrows the site's articles.
func (c *Cache) Close(whole bool) {
	if c.root == nil {
		return
	}
	defer c.root.Close()
	if !whole || !c.write {
		return
	}
	_ = fs.WalkDir(c.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !c.used[name] {
			_ = c.root.Remove(name)
			_ = c.root.Remove(path.Dir(name)) // if it is empty now
		}
		return nil
	})
}
