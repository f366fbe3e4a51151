package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"fasti/internal/edtf"
)

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// slugLength bounds names of files, in bytes.
const slugLength = 60

// slug makes a name of a file and an address out of a title: lower case
// letters without marks, digits and hyphens, cut between words.
func slug(title string) string {
	spelt := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "o", "å", "a", "ł", "l", "đ", "d", "þ", "th", "ð", "d", "ı", "i", "'", "", "’", "").Replace(strings.ToLower(norm.NFC.String(title)))
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(spelt) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	s := norm.NFC.String(b.String())
	if len(s) <= slugLength {
		return s
	}
	cut := strings.LastIndexByte(s[:slugLength+1], '-')
	if cut < slugLength/3 {
		for cut = slugLength; cut > 0 && s[cut]&0xc0 == 0x80; cut-- {
		}
	}
	return strings.Trim(s[:cut], "-")
}

// datePath gives the folder and the first part of the name of an event's
// file: "2024" and "2024-02-06". Events without a year go to "undated".
func datePath(d edtf.Date) (folder, prefix string) {
	p := d.Start()
	if !p.HasYear {
		p = d.End()
	}
	day, ok := d.Earliest()
	if !ok {
		day, ok = d.Latest()
	}
	if !ok {
		if d.YearUnknown() && p.HasMonth && p.MonthMask == 0 {
			prefix = fmt.Sprintf("%02d", p.Month)
			if p.HasDay && p.DayMask == 0 {
				prefix += fmt.Sprintf("-%02d", p.Day)
			}
		}
		return "undated", prefix
	}
	folder = yearName(day.Year)
	prefix = folder
	if p.HasMonth && p.MonthMask == 0 && p.YearMask == 0 {
		prefix += fmt.Sprintf("-%02d", p.Month)
		if p.HasDay && p.DayMask == 0 {
			prefix += fmt.Sprintf("-%02d", p.Day)
		}
	}
	return folder, prefix
}

// yearName writes a year so that names of files do not begin with a hyphen:
// "2024", "bce-0044" for -0043.
func yearName(y int) string {
	if y > 0 {
		return fmt.Sprintf("%04d", y)
	}
	return "bce-" + fmt.Sprintf("%04d", 1-y)
}

// free finds the first name that is not taken: NAME, NAME-2, NAME-3 …
func free(name string, taken func(string) bool) string {
	for n := 1; ; n++ {
		s := name
		if n > 1 {
			s += "-" + strconv.Itoa(n)
		}
		if !taken(s) {
			return s
		}
	}
}

// letters are those of ids: no vowels but e, so that no words come about, and
// none that look alike.
const letters = "23456789bcdefghjkmnpqrstvwxz"

// mintID makes an id out of what the event rests on, so that the same content
// gets the same ids on every machine.
func mintID(s Source, title string, taken func(string) bool) string {
	seed := s.Article + "\n" + strings.Join(strings.Fields(s.Quote), " ") + "\n" + triggerKey(s.Trigger) + "\n" + title
	for n := 0; ; n++ {
		h := hash64(seed + "\n" + strconv.Itoa(n))
		b := []byte("e0000000")
		for i := 1; i < len(b); i++ {
			b[i] = letters[h%uint64(len(letters))]
			h /= uint64(len(letters))
		}
		if id := string(b); !taken(id) {
			return id
		}
	}
}

// sourceID makes the id of a source out of what it says.
func sourceID(s Source, taken func(string) bool) string {
	seed := s.Article + "\n" + strings.Join(strings.Fields(s.Quote), " ") + "\n" + triggerKey(s.Trigger)
	for n := 0; ; n++ {
		id := fmt.Sprintf("s%06x", hash64(seed+"\n"+strconv.Itoa(n))&0xffffff)
		if !taken(id) {
			return id
		}
	}
}
