package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/importer"
	"fasti/internal/ledger"
)

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add PATH|-…",
		Short: "Bring articles into the site",
		Long: `Bring articles into content/articles. Read are plain text, Markdown (also with
front matter of Jekyll, Hugo, Obsidian), HTML pages and live tickers, pages
saved as MHTML or web archive, feeds (RSS, Atom, JSON Feed) and WordPress
exports, mail and mailboxes, PDF with a text layer, .docx, .odt and .rtf,
NewsML, NITF and ninjs, Telegram and Mastodon exports, texts from press
databases, and archives of crawls (WARC, WACZ). A folder brings in all such
files in it and names the others. "-" reads one from standard input. References
beside a file (same name, .ris, .bib or .json) fill in what it does not say.

An article that the site has already, by its text, is not added again. If its
address is known but its text has changed, fasti says so; --update takes the new
text, but for one that people have edited here, which asks for --overwrite too. Texts in other encodings are converted to UTF-8. A date of publication is
never guessed: without one, what can be dated without it is dated, and the rest
stays undated until you add "date: 2024-02-07" to the article.

--events reads lists of events that people made, each event a file of its own in
content/events: CSV or TSV with columns for date and title (and end, text, place,
link, kind, status), tables in Markdown, the sheet or JSON of TimelineJS,
Markwhen, and calendars (.ics).

--feed reads a feed from the web or a file. It is the only call that uses the
network, and only if it is given an address.`,
		Example: `  fasti add report.html
  fasti add --date 2024-02-07 --lang de --publisher "Der Musterbote" report.txt
  fasti add feed.xml articles/ crawl.warc.gz
  fasti add --events chronicle.csv
  fasti add --feed https://example.org/feed.xml`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && f.feed == "" {
				return usageError{errors.New("name the files to bring in (see 'fasti add --help')")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error { return a.add(c.Context(), args, f) }),
	}
	c.Flags().StringVar(&f.opt.Date, "date", "", "publication `day`, YYYY-MM-DD, or with time and zone")
	c.Flags().StringVar(&f.opt.Lang, "lang", "", "`language`: de, en …")
	c.Flags().StringVar(&f.opt.Title, "title", "", "the headline")
	c.Flags().StringVar(&f.opt.Link, "link", "", "`address` of the original, http or https")
	c.Flags().StringVar(&f.opt.Publisher, "publisher", "", "who published it")
	c.Flags().StringVar(&f.opt.Only, "only", "", "of an archive's pages take only those in this `language`")
	c.Flags().BoolVar(&f.events, "events", false, "the files are lists of events, not articles")
	c.Flags().BoolVar(&f.update, "update", false, "take the new text of an article whose address is known")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "with --update: also where people have edited the text here")
	c.Flags().StringVar(&f.feed, "feed", "", "read a feed from this `address or file`")
	c.Flags().BoolVar(&f.private, "feed-private", false, "allow --feed to reach addresses of this machine and its network")
	return c
}

// addFlags are the flags of add.
type addFlags struct {
	opt    importer.Options
	update bool
	feed   string

	overwrite bool
	private   bool
	events    bool
}

// adding is one run of add.
type adding struct {
	app     *app
	site    *siteContent
	im      *importer.Importer
	index   *importer.Index
	flags   addFlags
	bodies  map[string]*ledger.Article
	plan    ledger.Plan
	faults  []diag.Diagnostic
	planned map[string]bool // paths of events that this run writes
	double  int
	updated int
}

func (a *app) add(ctx context.Context, paths []string, f addFlags) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	collectSoon()
	im, err := importer.New()
	if err != nil {
		return err
	}
	f.opt.Zone = s.config.Fasti.Zone
	d := &adding{app: a, site: s, im: im, index: importer.NewIndex(), flags: f, bodies: map[string]*ledger.Article{}, planned: map[string]bool{}}
	for _, have := range s.content.Articles {
		d.index.Have(have.Name, have.Link, have.Publisher, have.Body)
		d.bodies[have.Name] = have
	}
	if f.events {
		return d.events(paths)
	}
	files, err := d.inputs(paths)
	if err != nil {
		return err
	}
	if f.feed != "" {
		if err := d.feed(ctx, f.feed); err != nil {
			d.faults = append(d.faults, place(f.feed, err))
		}
	}
	bar := a.progress(len(files), "reading files")
	for _, path := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		d.file(path)
		bar.step()
	}
	bar.done()
	return d.finish(len(files))
}

// finish writes what was planned and says what became of it.
func (d *adding) finish(files int) error {
	a := d.app
	if err := d.write(); err != nil {
		return err
	}
	a.say("%s added%s", count(len(d.plan.Files)-d.updated, "article"), d.others())
	if files == 0 && d.flags.feed == "" && len(d.faults) == 0 {
		return diag.Diagnostic{Code: diag.NoText, Message: "no article found", Hint: "the folder holds no file that fasti reads; 'fasti add --help' names the kinds"}
	}
	if err := faulty(d.faults); err != nil || len(d.faults) == 0 || len(d.plan.Files)+d.double+d.updated > 0 {
		return err
	}
	return diag.Diagnostic{Code: diag.NoText, Message: "no article found"}
}

// write writes what was planned, and prints its names and what a person should
// know.
func (d *adding) write() error {
	if err := d.site.content.Bring(d.plan.Files, d.app.ledgerOptions(d.site)).Write(d.app.dir); err != nil {
		return err
	}
	for _, f := range d.plan.Files {
		fmt.Fprintln(d.app.out, f.Path)
	}
	for _, f := range d.faults {
		if f.Severity() == diag.Error || !d.app.quiet {
			fmt.Fprintln(d.app.err, f)
		}
	}
	return nil
}

func (d *adding) others() string {
	s := ""
	if d.updated > 0 {
		s += fmt.Sprintf(", %d updated", d.updated)
	}
	if d.double > 0 {
		s += fmt.Sprintf(", %d there already", d.double)
	}
	return s
}

// file plans the articles of one file.
func (d *adding) file(path string) {
	f, size, err := d.open(path)
	if err != nil {
		d.faults = append(d.faults, place(path, err))
		return
	}
	defer f.Close()
	opt := d.flags.opt
	if path != "-" {
		opt.Source = filepath.Base(path)
		fill(&opt, references(path))
	}
	notes, err := d.im.Each(f, size, opt, func(art *importer.Article) error {
		d.article(path, art)
		return nil
	})
	if err != nil {
		d.faults = append(d.faults, place(path, err))
	}
	for _, n := range notes {
		d.faults = append(d.faults, diag.Diagnostic{File: path, Code: diag.Extraction, Message: n})
	}
}

// article plans one article.
func (d *adding) article(path string, art *importer.Article) {
	name, state := d.index.Add(art)
	switch {
	case state == importer.There:
		d.double++
		d.app.say("%s: there already, as content/articles/%s.md", path, name)
		return
	case state == importer.Changed && !d.flags.update:
		d.double++
		d.app.say("%s: its address is that of content/articles/%s.md, but the text differs: %s (take it with --update)", path, name, d.difference(name, art))
		return
	}
	if have := d.bodies[name]; state == importer.Changed && !d.flags.overwrite && have != nil && !d.site.content.AsItCame(have) {
		d.double++
		d.app.say("%s: the text of content/articles/%s.md is not the one that it was brought in with, so it is left as it is (--overwrite takes the new one all the same; git has the other)", path, name)
		return
	}
	target := "content/articles/" + name + ".md"
	file, what, err := d.bytes(name, art, state)
	if err != nil {
		d.faults = append(d.faults, place(path, err))
		return
	}
	if file == nil {
		return
	}
	d.plan.Files = append(d.plan.Files, ledger.File{Path: target, Old: d.old(name), New: file, What: what})
	for _, note := range art.Notes {
		d.faults = append(d.faults, diag.Diagnostic{File: target, Code: diag.Extraction, Message: note})
	}
}

// kinds are the endings of files that a folder brings in.
func kinds() []string {
	return []string{
		".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".eml", ".mbox", ".mhtml", ".mht",
		".webarchive", ".warc", ".gz", ".wacz", ".pdf", ".docx", ".odt", ".rtf", ".ris", ".bib",
	}
}

// inputs are the files that the paths name, folders opened, in order. Paths
// count from where the command was called, not from the site. Files of other
// kinds in a folder are named in a note; references beside another file are
// read with it.
func (d *adding) inputs(paths []string) ([]string, error) {
	var files []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if p == "-" || err != nil || !info.IsDir() {
			files = append(files, p) // a fault shows when it is read
			continue
		}
		found, others, err := folder(p)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
		if len(others) > 0 {
			d.faults = append(d.faults, skipped(p, others))
		}
	}
	return files, nil
}

// folder lists the files in a folder of the kinds that are read, and the names
// of the others. Hidden files and folders are passed over.
func folder(p string) (files, others []string, err error) {
	err = filepath.WalkDir(p, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != p && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return filepath.SkipDir
			}
		case !e.Type().IsRegular():
		case slices.Contains(kinds(), strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		default:
			others = append(others, e.Name())
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read folder %s: %w", p, err)
	}
	all := map[string]bool{}
	for _, f := range files {
		all[f] = true
	}
	return slices.DeleteFunc(files, func(f string) bool { return beside(f, all) }), others, nil
}
