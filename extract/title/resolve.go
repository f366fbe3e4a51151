package title

import (
	"slices"
	"strings"

	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// A noun that only the sentences before explain, "the rally", "dieser
// Entwurf", is written out as the article first told it, if it told it in one
// way only: "the opposition rally in Minsk".

// resolve writes out noun i by an earlier mention. It reports whether there was
// one.
func (d *draft) resolve(i int) bool {
	if d.say[i] != "" || d.timex[i] >= 0 || d.pos(i) != syntax.NOUN || d.who[d.last(i)].actor >= 0 && d.saysMore(i) {
		return false
	}
	text := d.earlier(i)
	if text == "" {
		return false
	}
	if det := d.kid(i, syntax.RelDet); det >= 0 && d.is("leaning", det) {
		plain, ok := d.words.plain[d.low[det]]
		if !ok {
			return false
		}
		d.say[det] = plain
	}
	d.say[i] = text
	d.written = append(d.written, i)
	return true
}

// unresolve takes back what resolve wrote, where it leaves no room for the rest.
func (d *draft) unresolve() {
	for _, i := range d.written {
		delete(d.say, i)
		if det := d.kid(i, syntax.RelDet); det >= 0 {
			if d.say[det] != "" {
				d.f.add("leans:this")
			}
			delete(d.say, det)
		}
		if i == d.sub {
			d.f.drop("subject:resolved")
			d.f.add("subject:definite")
		} else {
			d.f.add("leans:definite")
		}
	}
	d.written = nil
}

// earlier is how the sentences before wrote noun i out, without its article;
// "" if they did not, or in several ways.
func (d *draft) earlier(i int) string {
	found := ""
	for n := range d.index {
		if !d.hasWord(n, i) {
			continue
		}
		t := d.Writer.tree(d.in, n)
		if t == nil {
			continue
		}
		for j := range t.low {
			text := d.writtenOut(t, j, i)
			switch {
			case text == "" || text == found:
			case found != "":
				return ""
			default:
				found = text
			}
		}
	}
	return found
}

// hasWord reports whether the text of sentence n has the word i at all, which
// is cheaper to see than its tree.
func (d *draft) hasWord(n, i int) bool {
	s := d.in.Doc.Sentences[n].Span
	return strings.Contains(strings.ToLower(s.Of(d.in.Doc.Text)), d.low[i])
}

// writtenOut is what word j of an earlier sentence adds to the noun i, which it
// repeats; "" if it is another noun or adds nothing.
func (d *draft) writtenOut(t *tree, j, i int) string {
	if t.pos(j) != syntax.NOUN || t.brack[j] || t.kid(j, syntax.RelNummod) >= 0 { // "ten buffalo" are not "the buffalo"
		return ""
	}
	if t.low[j] != d.low[i] {
		return d.compound(t, j, i)
	}
	e := t.draft()
	kept := []int{j}
	for _, k := range t.kids[j] {
		if t.adds(j, k) && !d.says(t, k) {
			e.take(k)
			kept = append(kept, e.kept(k)...)
		}
	}
	slices.Sort(kept)
	if len(kept) == 1 || t.needy(kept) {
		return ""
	}
	e.keep[j] = true
	if text := e.write(kept); !strings.ContainsAny(text, "\"„“”") {
		return text
	}
	return ""
}

// says reports whether the title has a noun of phrase k already.
func (d *draft) says(t *tree, k int) bool {
	for _, x := range t.under(k) {
		if t.pos(x) != syntax.NOUN && t.pos(x) != syntax.PROPN {
			continue
		}
		if n := slices.Index(d.low, t.low[x]); n >= 0 && d.inOwnClause(n) {
			return true
		}
	}
	return false
}

// inOwnClause reports whether a word stands in the clause of the title, not in
// one beside it.
func (d *draft) inOwnClause(n int) bool {
	for h := n; h >= 0 && h != d.head; h = d.s.Words[h].Head {
		switch d.rel(h) {
		case syntax.RelAdvcl, syntax.RelAclRelcl, syntax.RelParataxis, syntax.RelConj:
			return false
		}
	}
	return true
}

// compound is a word of an earlier sentence that ends with the noun i, in a
// language that writes compounds in one word: "Kundgebung" after
// "Protestkundgebung".
func (d *draft) compound(t *tree, j, i int) string {
	front, ok := strings.CutSuffix(t.low[j], d.low[i])
	if !d.words.verbSecond || !ok || len(front) < 4 || len(d.low[i]) < 5 {
		return ""
	}
	return t.text(j)
}

// adds reports whether a dependent tells which one noun j means, in a form that
// can stand with another article.
func (t *tree) adds(j, k int) bool {
	if t.brack[k] || t.timex[k] >= 0 || t.temporal(k) {
		return false
	}
	switch t.rel(k) {
	case syntax.RelNmod:
		c := t.kid(k, syntax.RelCase)
		return c >= 0 && k > j && !t.is("source", c) && !t.is("aside", c) && (!t.is("genitive", c) || t.happenings[t.lemma(j)])
	case syntax.RelNmodPoss: // "the sales of A" are not those of B
		return t.words.verbSecond && k > j && t.pos(k) != syntax.PRON && t.happenings[t.lemma(j)]
	case syntax.RelCompound:
		return k < j
	case syntax.RelAmod:
		return !t.words.verbSecond && k < j && t.pos(k) == syntax.ADJ && !t.is("leaning", k) && !t.is("vague", k)
	}
	return false
}

// needy reports whether words need explaining themselves.
func (t *tree) needy(list []int) bool {
	for n, k := range list {
		if t.pos(k) == syntax.PRON || t.is("leaning", k) || t.timex[k] >= 0 || t.class(k) == segment.Number {
			return true
		}
		if n > 0 && list[n-1] != k-1 && t.pos(k-1) != syntax.PUNCT {
			return true
		}
	}
	return false
}
