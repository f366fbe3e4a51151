package trees

import (
	"sort"
	"strings"
	"unicode/utf8"

	"fasti/extract/syntax/model"
)

// Pair is a form with its lemma.
type Pair struct {
	Form, Lemma string
	POS         uint8
	Count       int
}

// pairs counts the forms of sentences that have lemmas.
func pairs(sentences []Sentence) []Pair {
	count := map[Pair]int{}
	for i := range sentences {
		for _, n := range sentences[i].Nodes {
			if n.Lemma == "_" || n.Lemma == "" || n.POS == "PUNCT" || strings.ContainsAny(n.Lemma, " |") {
				continue
			}
			count[Pair{Form: n.Form, Lemma: n.Lemma, POS: posNumber(n.POS)}]++
		}
	}
	out := make([]Pair, 0, len(count))
	for p, c := range count {
		p.Count = c
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		if a.Form != b.Form {
			return a.Form < b.Form
		}
		if a.POS != b.POS {
			return a.POS < b.POS
		}
		return a.Lemma < b.Lemma
	})
	return out
}

// ruleOf finds the rule that makes the lemma of a form.
func ruleOf(p Pair) (model.Rule, bool) {
	low := strings.ToLower(p.Lemma) == p.Lemma && strings.ToLower(p.Form) != p.Form
	best, found := model.Rule{}, false
	for _, ge := range []bool{false, true} {
		r := model.Rule{Lower: low, Ge: ge}
		stem, ok := r.Apply(p.Form)
		if !ok {
			continue
		}
		same := 0
		for same < len(stem) && same < len(p.Lemma) && stem[same] == p.Lemma[same] {
			same++
		}
		for same > 0 && (same < len(stem) && !utf8.RuneStart(stem[same]) || same < len(p.Lemma) && !utf8.RuneStart(p.Lemma[same])) {
			same--
		}
		r.Cut, r.Add = utf8.RuneCountInString(stem[same:]), p.Lemma[same:]
		if got, ok := r.Apply(p.Form); !ok || got != p.Lemma {
			continue
		}
		if !found || r.Cut+len(r.Add)+1 < best.Cut+len(best.Add) {
			best, found = r, true
		}
	}
	return best, found
}

// LemmaContent is the tables of model.Lemmas.
type LemmaContent struct {
	Rules       []model.Rule
	Forms, Ends []model.Entry
}

// learnLemmas makes the tables: the rule of each end that is not that of the
// shorter end, and the forms that they get wrong.
func learnLemmas(all []Pair) LemmaContent {
	var out LemmaContent
	numbers := map[model.Rule]uint32{}
	type end struct {
		text string
		pos  uint8
	}
	count := map[end]map[uint32]int{}
	rules := make([]uint32, len(all))
	for i, p := range all {
		r, ok := ruleOf(p)
		if !ok {
			continue
		}
		n := numbers[r]
		if n == 0 {
			out.Rules = append(out.Rules, r)
			n = uint32(len(out.Rules))
			numbers[r] = n
		}
		rules[i] = n
		low := []rune(strings.ToLower(p.Form))
		for k := 0; k <= 8 && k <= len(low); k++ {
			e := end{string(low[len(low)-k:]), p.POS}
			if count[e] == nil {
				count[e] = map[uint32]int{}
			}
			count[e][n]++
		}
	}
	best := map[end]uint32{}
	keys := make([]end, 0, len(count))
	for e := range count {
		keys = append(keys, e)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if len(a.text) != len(b.text) {
			return len(a.text) < len(b.text)
		}
		if a.text != b.text {
			return a.text < b.text
		}
		return a.pos < b.pos
	})
	ends := map[uint32]uint32{}
	for _, e := range keys {
		n, c, sum := mostly(count[e])
		if e.text != "" {
			_, size := utf8.DecodeRuneInString(e.text)
			short := best[end{e.text[size:], e.pos}]
			if best[e] = short; n == short || sum < 2 || 2*c <= sum {
				continue
			}
		}
		best[e] = n
		ends[model.EndKey(e.text, e.pos)] = n
	}
	out.Ends = sorted(ends)
	trial := &model.Lemmas{Rules: out.Rules, Forms: model.NewWords(nil), Ends: model.NewWords(out.Ends)}
	forms, seen := map[uint32]uint32{}, map[uint32]int{}
	for i, p := range all {
		key := model.FormKey(strings.ToLower(p.Form), p.POS)
		if rules[i] == 0 || p.Count <= seen[key] {
			continue
		}
		seen[key] = p.Count
		delete(forms, key)
		if trial.Lemma(p.Form, p.POS) != p.Lemma {
			forms[key] = rules[i]
		}
	}
	out.Forms = sorted(forms)
	return out
}

// mostly is the most frequent rule, the first among equals.
func mostly(count map[uint32]int) (rule uint32, n, sum int) {
	for r, c := range count {
		sum += c
		if c > n || c == n && r < rule {
			rule, n = r, c
		}
	}
	return rule, n, sum
}

// sorted are entries by key.
func sorted(m map[uint32]uint32) []model.Entry {
	out := make([]model.Entry, 0, len(m))
	for k, v := range m {
		out = append(out, model.Entry{Key: k, Value: v})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}
