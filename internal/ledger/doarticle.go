package ledger

import (
	"fmt"
	"net/url"
	"os"
	"slices"

	"fasti/extract/article"
	"fasti/internal/frontmatter"
)

// ArticleFields are what people may correct of an article: what is said of it,
// never its own text.
func ArticleFields() []string { return []string{"title", "date", "publisher", "author", "link"} }

// Fields are what is said of an article, as texts.
func (a *Article) Fields() map[string]string {
	return map[string]string{"title": a.Title, "date": a.Date, "publisher": a.Publisher, "author": a.Author, "link": a.Link}
}

// setArticle corrects a key of an article.
func (d *doer) setArticle(x Act) error {
	a := d.c.articleOf(x.Article)
	if a == nil {
		return cannot("use the name of its file in content/articles, without .md", "there is no article %q", x.Article)
	}
	old, ok := a.Fields()[x.Key]
	if !ok {
		return cannot("title, date, publisher, author or link; its text is the paper's", "there is no key %q to set", x.Key)
	}
	if x.New = line(x.New); x.New == old {
		d.plan.Left = append(d.plan.Left, Left{a.Path, a.Name, x.Key + " says that already"})
		return nil
	}
	if err := articleValue(x.Key, x.New); err != nil {
		return err
	}
	i, err := d.fileOf(a.Path)
	if err != nil {
		return err
	}
	f, err := frontmatter.Parse(d.plan.Files[i].New)
	if err != nil {
		return cannot("mend the front matter in the file first", "%v", err)
	}
	edit := frontmatter.Set(x.New, ArticleKeys(), x.Key)
	if x.New == "" {
		edit = frontmatter.Delete(x.Key)
	}
	if d.plan.Files[i].New, err = f.Edit(edit); err != nil {
		return err
	}
	x.Old = old
	d.act(x)
	return nil
}

// articleValue judges a value of an article as reading the file would.
func articleValue(key, v string) error {
	switch key {
	case "title":
		if v == "" {
			return cannot("say what the report is called", "an article needs a title")
		}
	case "date":
		if _, ok := article.ParseDate(v); !ok {
			return cannot("write 2024-02-07, or with time and zone 2024-02-07T18:30:00+01:00", "%q is no day of publication", v)
		}
	case "link":
		if u, err := url.Parse(v); v != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
			return cannot("begin it with https://", "%q is no address on the web", v)
		}
	}
	return nil
}

// fileOf gives the place in the plan of a file that is read when an act is about
// it: articles are not kept as bytes.
func (d *doer) fileOf(path string) (int, error) {
	if i := slices.IndexFunc(d.plan.Files, func(f File) bool { return f.Path == path }); i >= 0 {
		return i, nil
	}
	root, err := os.OpenRoot(d.c.Dir)
	if err != nil {
		return 0, fmt.Errorf("open the site: %w", err)
	}
	defer root.Close()
	b, err := root.ReadFile(path)
	if err != nil {
		return 0, fmt.Errorf("read the article: %w", err)
	}
	if !frontmatter.Has(b) {
		return 0, cannot("begin its file with front matter", "nothing is said of the article: it is a bare text")
	}
	d.plan.Files = append(d.plan.Files, File{Path: path, Old: b, New: b, What: "changed article"})
	return len(d.plan.Files) - 1, nil
}
