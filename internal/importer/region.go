package importer

import (
	"net/url"
	"strings"

	"fasti/extract/lang"
)

// countries are the domains of the countries in which the languages that fasti
// reads are written.
var countries = map[string]string{"de": "DE", "at": "AT", "ch": "CH", "li": "LI", "lu": "LU", "fr": "FR", "be": "BE",
	"uk": "GB", "ie": "IE", "us": "US", "ca": "CA", "au": "AU", "nz": "NZ", "za": "ZA", "in": "IN"}

// regional gives a language the region that its tag names: in the paper of an
// "en-GB" 3/4 is a day in April. What a page says of itself may be what its
// template came with: the region that most templates have ("en-US", "de-DE") says
// nothing, and where its domain is another country's, the domain is believed.
func regional(language, link string, byPerson bool, tags ...string) string {
	for _, t := range tags {
		r := lang.Region(t)
		if r == "" || lang.Primary(t) != language {
			continue
		}
		if at := country(link); !byPerson && (r == usual(language) || at != "" && at != r) {
			return language
		}
		return language + "-" + r
	}
	return language
}

// usual is the region that templates in a language come with.
func usual(language string) string {
	if language == "en" {
		return "US"
	}
	return strings.ToUpper(language)
}

// country is that of an address's domain, "" if it is none of the known.
func country(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	return countries[strings.ToLower(host[strings.LastIndexByte(host, '.')+1:])]
}
