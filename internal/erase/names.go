package erase

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"fasti/internal/ledger"
)

// between is what may stand between the parts of a name: one of the signs of
// addresses, or blanks with markup.
const between = `(?:[\-_+.]|(?:[\s\x{a0}\x{2009}\x{202f}_*~\x60]|<[^<>]{0,200}>)+)`

// tail is what a language may put at the end of a name: a genitive, or the
// adjective of one.
const tail = `(?:['’]\p{Ll}{1,5}|s|sche[mnrs]?)?`

// compile makes the patterns of the names. A name of several parts is found in
// any case of letters; one part alone must begin with a capital letter, since the
// surname may be a word, or must be a part of an address.
func (p *Person) compile() {
	var whole, alone, slugs []string
	for _, n := range p.Names {
		parts := strings.FieldsFunc(n, func(r rune) bool { return unicode.IsSpace(r) || r == '_' })
		if len(parts) > 1 {
			for i, part := range parts {
				parts[i] = oneOf(append(spellings(part), bare(part)))
			}
			whole = append(whole, strings.Join(parts, between))
			continue
		}
		for _, s := range spellings(n) {
			upper := cases.Upper(language.Und).String(s)
			alone = append(alone, s, upper)
			if first, size := utf8.DecodeRuneInString(s); unicode.IsLower(first) { // a name that begins so, at the beginning of a sentence
				alone = append(alone, string(unicode.ToUpper(first))+s[size:])
			}
		}
		if s := ledger.ActorID(n); s != "" {
			slugs = append(slugs, s)
		}
	}
	if p.ID != "" {
		slugs = append(slugs, p.ID)
	}
	end := `(?P<end>$|[^\p{L}\p{N}])`
	p.text = regexp.MustCompile(`(?:` + strings.Join(slices.DeleteFunc([]string{caseless(whole), oneOf(alone)}, func(s string) bool { return s == "" }), "|") + `)` + tail + end)
	if len(alone) > 0 {
		p.small = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(?P<name>(?i:` + oneOf(alone) + `)` + tail + `)` + end)
	}
	if len(slugs) > 0 {
		p.slug = regexp.MustCompile(oneOf(slugs) + tail + end)
	}
}

func caseless(patterns []string) string {
	if len(patterns) == 0 {
		return ""
	}
	return `(?i:` + strings.Join(patterns, "|") + `)`
}

// oneOf is a pattern of any of some words, the longest first.
func oneOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return `(?:` + strings.Join(slices.Compact(words), "|") + `)`
}

// spellings are how a part of a name is written: as it is, without ß, and as in
// addresses.
func spellings(part string) []string {
	part = norm.NFC.String(part)
	out := []string{part}
	if s := strings.ReplaceAll(part, "ß", "ss"); s != part {
		out = append(out, s)
	}
	if first, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(first) {
		if s := ledger.ActorID(part); s != "" && !strings.EqualFold(s, part) {
			out = append(out, strings.ToUpper(s[:1])+s[1:])
		}
	}
	return out
}

// bare is a part of a name without its marks, as papers print that do not have
// them.
func bare(part string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(part))
}

// span is a place in the source where the name stands.
type span struct {
	from, to int
	address  bool   // in an address, an id or the name of a file
	markup   string // that stands between the parts of the name
}

var (
	markup = regexp.MustCompile(`<[^<>]{0,200}>|[*~\x60_]+`)
	linked = regexp.MustCompile(`[\p{L}\p{N}][_+][\p{L}\p{N}]`)
)

// places are where the name stands in a text, from the first to the last.
func (p *Person) places(src []byte) []span {
	v := read(src)
	out := v.find(p.text, func(at, end int) (span, bool) {
		from, to := v.from[at], v.to[end-1]
		found, raw := v.text[at:end], src[from:to]
		if before, _ := utf8.DecodeLastRuneInString(v.text[:at]); wordy(before) {
			return span{}, false
		}
		s := span{from: from, to: to}
		first, _ := utf8.DecodeRuneInString(found)
		s.address = bytes.Contains(raw, []byte("%")) || linked.MatchString(found) || unicode.IsLower(first) && strings.Contains(found, "-")
		s.markup = strings.Join(markup.FindAllString(found, -1), "")
		return s, true
	})
	out = append(out, p.inTitles(v, out)...)
	if p.slug == nil {
		return out
	}
	return append(out, v.find(p.slug, func(at, end int) (span, bool) {
		s := span{from: v.from[at], to: v.to[end-1], address: true}
		found, before := v.text[at:end], v.text[:at]
		switch {
		case wordy(lastRune(before)) || slices.ContainsFunc(out, s.meets):
			return s, false
		case strings.Contains(found, "-"):
			return s, true
		}
		return s, addressed(before) || found == p.ID && (strings.HasSuffix(before, ": ") || strings.HasSuffix(before, "["))
	})...)
}

// inTitles finds a surname that a title has in small letters, because it is a word
// too and stood at the beginning of its sentence.
func (p *Person) inTitles(v view, beside []span) []span {
	var out []span
	for _, title := range p.titles {
		for pos := 0; ; {
			at := strings.Index(v.text[pos:], title)
			if at < 0 {
				break
			}
			at, pos = pos+at, pos+at+len(title)
			for _, m := range p.small.FindAllStringSubmatchIndex(title, -1) {
				i := 2 * p.small.SubexpIndex("name")
				s := span{from: v.from[at+m[i]], to: v.to[at+m[i+1]-1]}
				if !slices.ContainsFunc(beside, s.meets) && !slices.ContainsFunc(out, s.meets) {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// meets reports whether two places have something of the source in common.
func (s span) meets(o span) bool { return s.from < o.to && o.from < s.to }

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// wordy reports whether a name cannot begin behind a sign.
func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// addressed reports whether what follows stands in an address, an id or the name
// of a file, where a surname is in small letters.
func addressed(before string) bool {
	return before == "" || strings.ContainsRune(`-/_@"'=#`, lastRune(before))
}

// find calls take for each place that a pattern fits, and goes on behind those
// that it takes.
func (v view) find(pattern *regexp.Regexp, take func(at, end int) (span, bool)) []span {
	var out []span
	for pos := 0; pos < len(v.text); {
		m := pattern.FindStringSubmatchIndex(v.text[pos:])
		if m == nil {
			break
		}
		at, end := pos+m[0], pos+m[2*pattern.SubexpIndex("end")]
		if s, ok := take(at, end); ok {
			out = append(out, s)
			pos = end
			continue
		}
		_, n := utf8.DecodeRuneInString(v.text[at:])
		pos = at + n
	}
	return out
}

// Text takes the names out of a text.
func (p *Person) Text(b []byte) []byte {
	places := p.places(b)
	if len(places) == 0 {
		return b
	}
	slices.SortFunc(places, func(a, b span) int { return a.from - b.from })
	var out []byte
	done := 0
	for _, s := range places {
		out = append(out, b[done:s.from]...)
		if s.address {
			out = append(out, part...)
		} else {
			out = append(append(out, Bar...), s.markup...)
		}
		done = s.to
	}
	return append(out, b[done:]...)
}

// In reports whether a text or the name of a file holds the person.
func (p *Person) In(b []byte) bool { return len(p.places(b)) > 0 }
