package syntax

import (
	"slices"
	"strings"

	"fasti/extract/syntax/model"
)

// A relative clause between commas behind the subject ("Roe, who had led the party since
// 2019, resigned") parts the subject from its verb, and a tree takes the one verb for the
// other's. So the sentence and the clause are read apart, and then put together.

// relativeMost is how many words such a clause may have.
const relativeMost = 24

// related reads a sentence with such a clause; nil if it has none, or if its verb stands
// before it.
func (g *reading) related(room *model.Room, text []string, rules *rules) ([]Word, int) {
	a, b := rules.relativeClause(text)
	if a < 0 {
		return nil, 0
	}
	around := slices.Concat(text[:a], text[b+1:])
	told, margin := g.told(room, around, rules)
	rules.mend(told, around)
	root := rootOf(told)
	if root < a || told[root].POS != VERB && told[root].POS != AUX || !hasSubject(told, root) {
		return nil, 0
	}
	clause, _ := g.words(room, append(slices.Clone(text[a+1:b]), text[len(text)-1]), rules)
	clause = clause[:b-a-1]
	verb := rootOf(clause)
	if verb < 0 || clause[verb].POS == PUNCT {
		return nil, 0
	}
	behind := a - 1
	for told[behind].Rel == RelFlat && told[behind].Head >= 0 && told[behind].Head < behind {
		behind = told[behind].Head
	}
	return put(text, told, clause, a, verb, behind, RelAclRelcl), margin
}

// relativeClause finds the commas around a relative clause by words alone; -1 if there is
// none, or if it is not sure where it ends.
func (r *rules) relativeClause(text []string) (a, b int) {
	if r.verbFirst {
		return -1, -1
	}
	for a = 1; a+4 < len(text); a++ {
		if text[a] != "," || !r.is(classWho, strings.ToLower(text[a+1])) {
			continue
		}
		for b = a + 3; b < len(text)-2 && text[b] != ","; b++ {
		}
		if text[b] != "," || b-a > relativeMost || r.opens(text[b+1]) || slices.ContainsFunc(text, isMark) {
			return -1, -1
		}
		return a, b
	}
	return -1, -1
}

// isMark reports whether a token is a quotation mark, which a clause may not part.
func isMark(w string) bool { return w == "\"" || w == "“" || w == "”" }
