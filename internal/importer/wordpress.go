package importer

import (
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// wordPress is a value that WordPress' export (WXR) adds to an item.
func wordPress(it *gofeed.Item, key string) string {
	for _, e := range it.Extensions["wp"][key] {
		return strings.TrimSpace(e.Value)
	}
	return ""
}

// draft tells an item of an export that is no published post: a draft, a page,
// a picture, a post for those who have its password.
func draft(it *gofeed.Item) bool {
	status, kind := wordPress(it, "status"), wordPress(it, "post_type")
	return status != "" && status != "publish" || kind != "" && kind != "post" || wordPress(it, "post_password") != ""
}

// signPosts gives the posts of an export the names of their authors, which it
// lists, for those of their accounts.
func signPosts(feed *gofeed.Feed) {
	names := map[string]string{}
	for _, e := range feed.Extensions["wp"]["author"] {
		child := func(key string) string {
			for _, c := range e.Children[key] {
				return first(c.Value)
			}
			return ""
		}
		names[child("author_login")] = first(child("author_display_name"), strings.TrimSpace(child("author_first_name")+" "+child("author_last_name")))
	}
	for _, it := range feed.Items {
		for _, p := range it.Authors {
			if p != nil && names[p.Name] != "" {
				p.Name = names[p.Name]
			}
		}
	}
}

// localPost is the day and time of a post where it was written, with the zone
// that its universal time tells.
func localPost(it *gofeed.Item) string {
	there, err := time.Parse(time.DateTime, wordPress(it, "post_date"))
	if err != nil || there.Year() < 1450 {
		return ""
	}
	universal, err := time.Parse(time.DateTime, wordPress(it, "post_date_gmt"))
	offset := there.Sub(universal)
	if err != nil || offset < -14*time.Hour || offset > 14*time.Hour {
		return there.Format(time.DateOnly)
	}
	return there.Format("2006-01-02T15:04:05") + universal.In(time.FixedZone("", int(offset.Seconds()))).Format("Z07:00")
}

var (
	captionCode = regexp.MustCompile(`(?s)\[caption[^\]]*\].*?\[/caption\]`)
	anyCode     = regexp.MustCompile(`\[/?[a-z][a-z0-9_-]*(?:\s[^\]\n]*)?/?\]`)
	blockTag    = regexp.MustCompile(`(?i)</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|blockquote|pre|figure)[\s>]`)
)

// withoutShortcodes takes out the marks in square brackets by which WordPress
// places pictures and galleries.
func withoutShortcodes(s string) string {
	return anyCode.ReplaceAllString(captionCode.ReplaceAllString(s, " "), " ")
}

// autop makes paragraphs of a post that was stored with empty lines between
// them, as WordPress does when it shows it.
func autop(s string) string {
	s = lines(s)
	if !strings.Contains(s, "\n\n") {
		return s
	}
	var b strings.Builder
	for _, p := range strings.Split(s, "\n\n") {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if blockTag.MatchString(p) {
			b.WriteString(p + "\n")
			continue
		}
		b.WriteString("<p>" + p + "</p>\n")
	}
	return b.String()
}
