package ledger

import (
	"bytes"
	"fmt"
	"math/bits"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fasti/internal/diag"
)

// minted is an id that was given once and is never given again, where its file
// was made, and what the event rested on when it was last seen. By that an
// event whose file a person deleted is known again, so that it does not come
// back. Sites of before the log have them in content/fasti.ids, a line each:
//
//	e7k2m9q4 events/2024/2024-02-06-vote.md kiel-vote:4:0123456789abcdef:voted
type minted struct {
	id    string
	path  string // below content/
	marks []mark // sorted
}

// mark is one source in short. Text form: article:sentence:likeness:trigger,
// and the id of the source behind it, if there is one.
type mark struct {
	article  string
	sentence int
	like     uint64 // see likeness
	trigger  string // lower case, blanks as underscores; ""
	id       string // of the source in its event; "" if it is in none
}

func (m mark) String() string {
	s := fmt.Sprintf("%s:%d:%016x:%s", m.article, m.sentence, m.like, m.trigger)
	if m.id != "" {
		s += ":" + m.id
	}
	return s
}

func markOf(s Source) mark {
	trigger := s.Trigger
	if !strings.Contains(s.Quote, trigger) {
		trigger = "" // the word of a sentence that was edited since: the new one has another, whichever it is
	}
	return mark{s.Article, s.Sentence, likeness(s.Quote), triggerKey(trigger), s.ID}
}

// triggerKey folds a trigger so that a change of case or spacing is none.
func triggerKey(s string) string {
	if lowerLetters(s) {
		return s
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(s)), "_"), ":", "_")
}

// lowerLetters reports whether a text is nothing but letters from a to z.
func lowerLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func parseMark(s string) (mark, bool) {
	f := strings.SplitN(s, ":", 5)
	if len(f) < 4 || !goodName(f[0]) {
		return mark{}, false
	}
	n, err := strconv.Atoi(f[1])
	like, err2 := strconv.ParseUint(f[2], 16, 64)
	m := mark{article: f[0], sentence: n, like: like, trigger: f[3]}
	if len(f) == 5 {
		m.id = f[4]
	}
	return m, err == nil && err2 == nil
}

// parseIDs reads content/fasti.ids. Lines that are none, as an unfinished
// merge of versions leaves them, are reported and left out.
func (l *loader) parseIDs(src []byte) []minted {
	var out []minted
	marked := l.conflict(idsFile, src)
	for i, line := range bytes.Split(src, []byte("\n")) {
		text := strings.TrimSpace(string(line))
		if marked && markOfGit(text) || text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		f := strings.Fields(text)
		m := minted{id: f[0]}
		ok := goodName(m.id) && len(f) >= 2 && !strings.Contains(f[1], "..") && strings.HasSuffix(f[1], ".md")
		for _, s := range f[min(2, len(f)):] {
			k, good := parseMark(s)
			ok = ok && good
			m.marks = append(m.marks, k)
		}
		if !ok {
			l.report(diag.Diagnostic{File: idsFile, Line: i + 1, Col: 1, Code: diag.BadLedger, Message: "this is no line of ids", Hint: "restore the file from version control"})
			continue
		}
		m.path = f[1]
		out = append(out, m)
	}
	return mergeMinted(out)
}

// mergeMinted sorts by id and joins lines of the same id.
func mergeMinted(list []minted) []minted {
	slices.SortStableFunc(list, func(a, b minted) int { return strings.Compare(a.id, b.id) })
	var out []minted
	for _, m := range list {
		if n := len(out); n > 0 && out[n-1].id == m.id {
			out[n-1].marks = append(out[n-1].marks, m.marks...)
			continue
		}
		out = append(out, m)
	}
	for i := range out {
		out[i].marks = sortMarks(out[i].marks)
	}
	return out
}

func sortMarks(ms []mark) []mark {
	ms = slices.Clone(ms)
	switch { // as of most events
	case len(ms) < 2:
		return ms
	case len(ms) == 2 && ms[0] == ms[1]:
		return ms[:1]
	}
	texts := make(map[mark]string, len(ms))
	for _, k := range ms {
		texts[k] = k.String()
	}
	slices.SortFunc(ms, func(a, b mark) int { return strings.Compare(texts[a], texts[b]) })
	ms = slices.Compact(ms)
	named := map[mark]bool{} // a sentence in the event's own list says more than one beside it
	for _, k := range ms {
		if k.id != "" {
			k.id = ""
			named[k] = true
		}
	}
	return slices.DeleteFunc(ms, func(k mark) bool { return k.id == "" && named[k] })
}

// slug is the name of the file that was made for the id.
func (m minted) slug() string { return strings.TrimSuffix(path.Base(m.path), ".md") }

// likeness is a 64-bit SimHash of a sentence's words and pairs of words:
// sentences that differ in a word or two differ in few bits, others in about
// half of them.
func likeness(s string) uint64 {
	var t wordTally
	if !t.ascii(s) {
		t = wordTally{}
		for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) }) {
			t.begin()
			for i := 0; i < len(w); i++ {
				t.letter(w[i])
			}
			t.end()
		}
	}
	return t.ones.over(t.n / 2)
}

// wordTally counts the bits of the hashes of words, and of pairs of them, as they
// are read byte by byte.
type wordTally struct {
	ones   ballot
	n      int    // how many hashes were counted
	inside bool   // a word has begun
	word   uint64 // the hash of the word so far
	pair   uint64 // that of the word before, a blank, and this one so far
	last   uint64 // that of the word before
}

func (t *wordTally) begin() {
	t.inside, t.word, t.pair = true, hashStart, hashed64(t.last, " ")
}

func (t *wordTally) letter(c byte) {
	t.word, t.pair = hashedByte(t.word, c), hashedByte(t.pair, c)
}

func (t *wordTally) end() {
	first := t.n == 0
	t.ones.add(mixed(t.word))
	if t.n++; !first {
		t.ones.add(mixed(t.pair))
		t.n++
	}
	t.inside, t.last = false, t.word
}

// ascii reads a text in which no letter takes more than a byte; false if there is
// another one.
func (t *wordTally) ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		switch {
		case c >= utf8.RuneSelf:
			return false
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			if !t.inside {
				t.begin()
			}
			t.letter(c)
		case t.inside:
			t.end()
		}
	}
	if t.inside {
		t.end()
	}
	return true
}

// ballot counts for each of 64 bits how often it was set: ballot[k] has bit k of
// the numbers.
type ballot [32]uint64

// add counts the bits of h.
func (t *ballot) add(h uint64) {
	for k := 0; h != 0 && k < len(t); k++ {
		t[k], h = t[k]^h, t[k]&h
	}
}

// over has the bits that were set more than n times.
func (t *ballot) over(n int) uint64 {
	more, same := uint64(0), ^uint64(0)
	for k := len(t) - 1; k >= 0; k-- {
		if n>>k&1 == 1 {
			same &= t[k]
			continue
		}
		more |= same & t[k]
		same &^= t[k]
	}
	return more
}

// alike reports whether two likenesses are those of one sentence, edited.
func alike(a, b uint64) bool { return bits.OnesCount64(a^b) <= 13 }

// hash64 is FNV-1a with a final mix, so that short words spread too.
func hash64(s string) uint64 {
	return mixed(hashed64(hashStart, s))
}

// hashStart is where FNV-1a begins.
const hashStart uint64 = 14695981039346656037

// hashed64 goes on with the bytes of s.
func hashed64(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = hashedByte(h, s[i])
	}
	return h
}

func hashedByte(h uint64, c byte) uint64 { return (h ^ uint64(c)) * 1099511628211 }

// mixed spreads what a hash has in its upper bits over all.
func mixed(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}
