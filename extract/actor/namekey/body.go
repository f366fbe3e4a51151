package namekey

import "strings"

// Body is the fold of an organisation's name without the legal form behind it
// and the English article before it, so that "Apple Inc." and "Apple", "The
// Walt Disney Company" and "Walt Disney Company" meet.
func Body(name string) string {
	f := strings.TrimPrefix(Fold(name), "the ")
	for {
		i := strings.LastIndexByte(f, ' ')
		if i <= 0 || !legalForm(f[i+1:]) {
			return f
		}
		f = f[:i]
	}
}

// legalForm reports the abbreviations by which countries' laws mark companies.
func legalForm(w string) bool {
	switch w {
	case "inc", "corp", "ltd", "limited", "llc", "llp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ev", "eg",
		"se", "sa", "sas", "sarl", "srl", "spa", "nv", "bv", "ab", "asa", "oyj", "oy", "as", "aps":
		return true
	}
	return false
}
