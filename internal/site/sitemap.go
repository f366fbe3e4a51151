package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/config"
)

// sitemapMax is how many addresses a sitemap may hold (sitemaps.org).
const sitemapMax = 50_000

// sitemapNS is the name of the format.
const sitemapNS = "http://www.sitemaps.org/schemas/sitemap/0.9"

// location is an address in a sitemap or an index of them.
type location struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"` // a day
}

// sitemaps lists the pages for search engines: one file or, if there are
// several editions or more addresses than one may hold, an index of several.
func sitemaps(presses []*press, cfg *config.Config) map[string][]byte {
	base := strings.TrimSuffix(cfg.BaseURL, "/") + "/"
	if !strings.HasPrefix(base, "http") {
		return nil
	}
	out := map[string][]byte{}
	var index []location
	for i, p := range presses {
		stem := "sitemap"
		if len(cfg.Editions) > 0 {
			stem += "-" + cfg.Editions[i].Language
		}
		slices.SortFunc(p.seen, func(a, b location) int { return strings.Compare(a.Loc, b.Loc) })
		seen := slices.CompactFunc(p.seen, func(a, b location) bool { return a.Loc == b.Loc })
		for n, part := 1, seen; n == 1 || len(part) > 0; n++ {
			name := stem + ".xml"
			if len(seen) > sitemapMax {
				name = fmt.Sprintf("%s-%d.xml", stem, n)
			}
			k := min(len(part), sitemapMax)
			out[name] = urlset(part[:k])
			part = part[k:]
			index = append(index, location{Loc: base + name})
		}
	}
	if len(index) > 1 || len(cfg.Editions) > 0 {
		out["sitemap.xml"] = indented(struct {
			XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
			Maps    []location `xml:"sitemap"`
		}{Maps: index})
	}
	return out
}

func urlset(addresses []location) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<urlset xmlns="` + sitemapNS + "\">\n")
	for _, a := range addresses {
		b.WriteString("  <url><loc>")
		_ = xml.EscapeText(&b, []byte(a.Loc)) // into memory
		b.WriteString("</loc>")
		if a.LastMod != "" {
			b.WriteString("<lastmod>" + a.LastMod + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}

// indented is a document of XML.
func indented(v any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	_ = enc.Encode(v) // plain structs into memory
	b.WriteByte('\n')
	return b.Bytes()
}
