package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/syntax"
)

// Wording is a title that was made of a sentence, with how.
type Wording struct {
	Text       string   // "" if it could not be made
	Noun       bool     // a noun with what belongs to it, no clause
	Host       bool     // the clause that the verb of the event completes
	Features   []string // what was done to make it, and what it looks like
	Confidence int      // per cent
}

// Wordings makes all titles that an event's report gives, for those who judge
// them or learn from them.
func (w *Writer) Wordings(in Input, e *event.Event) []Wording {
	list := w.wordings(&in, e, e.Trigger)
	for _, at := range w.echoes(&in, e) {
		list = append(list, w.wordings(&in, e, at)...)
	}
	for i := range list {
		list[i].Confidence = w.weights.score(list[i].Features)
	}
	return list
}

// echoes are the places where further sentences of an event say its trigger
// again: one of them may word it better.
func (w *Writer) echoes(in *Input, e *event.Event) []article.Span {
	n := in.Doc.SentenceAt(e.Trigger.Start)
	s := in.Syntax.Sentence(n)
	if s == nil {
		return nil
	}
	lemma := ""
	for i := range s.Words {
		if s.Words[i].Start == e.Trigger.Start {
			lemma = s.Words[i].Lemma
		}
	}
	var out []article.Span
	for _, src := range e.Sources[1:] {
		t := in.Syntax.Sentence(in.Doc.SentenceAt(src.Start))
		if t == nil || lemma == "" || src.Status != e.Status || src.Start == e.Sources[0].Start {
			continue
		}
		for i := range t.Words {
			if t.Words[i].Lemma == lemma {
				out = append(out, t.Words[i].Span)
				break
			}
		}
	}
	return out
}

// wordings makes the titles that the sentence of a trigger gives.
func (w *Writer) wordings(in *Input, e *event.Event, trigger article.Span) []Wording {
	n := in.Doc.SentenceAt(trigger.Start)
	if n < 0 {
		return nil
	}
	t := w.tree(in, n)
	if t == nil || t.truncated() {
		return nil
	}
	at := t.carrier(t.at(trigger.Start))
	t.otherDay, t.onlyWhen, t.described = t.toldElsewhen(at), t.apartInTime(at), t.datedAttribute(at)
	out := t.all(e, trigger)
	if l := t.leaner(trigger); l != nil {
		l.otherDay, l.onlyWhen, l.described = t.otherDay, t.onlyWhen, t.described
		out = merged(out, l.all(e, trigger))
	}
	return out
}

// truncated reports whether a sentence ends within brackets: what was taken for its end is
// none, "am Montag (8. | Februar) an".
func (t *tree) truncated() bool {
	open := 0
	for _, w := range t.low {
		switch w {
		case "(", "[":
			open++
		case ")", "]":
			open = max(0, open-1)
		}
	}
	return open > 0
}

// merged puts the wordings of two trees of a sentence into one list. What both
// of them say, one reading vouches for the other.
func merged(whole, lean []Wording) []Wording {
	for i := range lean {
		x := &lean[i]
		n := slices.IndexFunc(whole, func(y Wording) bool { return x.Text != "" && y.Text == x.Text })
		if n >= 0 {
			whole[n].Features = append(whole[n].Features, "trees:agree")
			continue
		}
		x.Features = append(x.Features, "tree:lean")
		whole = append(whole, *x)
	}
	return whole
}

// all makes the titles that a tree gives the event of a trigger.
func (t *tree) all(e *event.Event, trigger article.Span) []Wording {
	at := t.carrier(t.at(trigger.Start))
	if at < 0 {
		return nil
	}
	var out []Wording
	for _, c := range t.predicates(at) {
		if c.why == "from:above" && t.otherDay || c.why == "from:oblique" && t.onlyWhen || c.why != "from:itself" && t.described {
			continue
		}
		d, at := t.draft(), at
		if c.why == "from:medium" {
			at = c.head
		}
		d.trigger = at
		d.alleged, d.hosted = e.Status == event.Alleged, c.why == "from:host"
		d.f.add(c.why)
		if c.why == "from:above" && t.words.is("content", t.lemma(c.head)) {
			d.f.add("from:source") // who says so, rather than what happened
		}
		out = append(out, d.finished(e, d.clause(c.head, at), c.head, at))
	}
	out = append(out, t.saying(e, at)...)
	out = append(out, t.spoken(e, at)...)
	if e.Status == event.Alleged {
		onlySaid(out)
	}
	if n := t.happening(at); n >= 0 {
		d := t.draft()
		d.trigger = n
		out = append(out, d.finished(e, d.noun(n), -1, n))
	}
	if t.pos(at) == syntax.NOUN || t.pos(at) == syntax.PROPN {
		d := t.draft()
		d.trigger = at
		if a, form := t.actorAt(t.last(at)); a != nil && !a.Generic && form == actor.ByName {
			d.f.add("noun:name")
		}
		out = append(out, d.finished(e, d.noun(at), -1, at))
	}
	return out
}

// onlySaid takes back what speaks against a title that tells who says so, of what is
// only said to have happened, if no other could be made: "Prosecutors say Roe sold the
// pills".
func onlySaid(list []Wording) {
	said := func(f string) bool { return f == "from:source" }
	if slices.ContainsFunc(list, func(x Wording) bool { return x.Text != "" && !slices.ContainsFunc(x.Features, said) }) {
		return
	}
	for i := range list {
		list[i].Features = slices.DeleteFunc(list[i].Features, said)
	}
}

// finished judges a title; a refused one loses its text.
func (d *draft) finished(e *event.Event, text string, head, trigger int) Wording {
	f := d.judge(e, text, head, trigger)
	if f.refused() {
		text = ""
	}
	return Wording{Text: d.words.shorten(text, d.marks.owner), Noun: head < 0, Host: d.hosted, Features: f.names}
}

// happening is the noun of a verb that only says that there was something, "kam
// es zu einer Explosion", or -1.
func (t *tree) happening(i int) int {
	if !t.words.is("exist", strings.ToLower(t.s.Words[i].Lemma)) {
		return -1
	}
	impersonal, noun := false, -1
	for _, k := range t.kids[i] {
		impersonal = impersonal || t.is("its", k) && t.pos(k) == syntax.PRON
		c := t.kid(k, syntax.RelCase)
		if t.pos(k) == syntax.NOUN && noun < 0 && t.timex[k] < 0 && (c < 0 && t.rel(k) == syntax.RelObj || c >= 0 && t.is("becoming", c)) {
			noun = k
		}
	}
	if !impersonal {
		return -1
	}
	return noun
}

// carrier is the word that says what a trigger tells: of an auxiliary or a
// copula its predicate.
func (t *tree) carrier(i int) int {
	for n := 0; i >= 0 && n < len(t.low); n++ {
		switch t.rel(i) {
		case syntax.RelAux, syntax.RelAuxPass, syntax.RelCop:
			i = t.s.Words[i].Head
			continue
		}
		break
	}
	return i
}

// choice is a predicate whose clause could tell the event.
type choice struct {
	head int
	why  string
}

// predicates lists the predicates that could tell the event of a trigger:
// itself if it is one, that on which it depends, that whose subject or object
// it is, that of the sentence.
func (t *tree) predicates(at int) []choice {
	var out []choice
	add := func(head int, why string) {
		if !slices.ContainsFunc(out, func(c choice) bool { return c.head == head }) {
			out = append(out, choice{head, why})
		}
	}
	core := true
	i := at
	for depth := 0; i >= 0 && depth < len(t.low); depth++ {
		if (t.clausal(i) || t.pos(i) == syntax.AUX) && (i == at || t.rel(i) != syntax.RelAmod) {
			break
		}
		switch t.rel(i) {
		case syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelObj, syntax.RelIobj, syntax.RelConj, syntax.RelAmod, syntax.RelCompound, syntax.RelOblArg, syntax.RelFlat, syntax.RelXcomp, syntax.RelCompoundPrt:
		default:
			core = false
		}
		i = t.s.Words[i].Head
	}
	if i < 0 {
		return out
	}
	why := "from:itself"
	if i != at {
		why = "from:core"
		if !core {
			why = "from:oblique"
		}
	}
	if t.rel(i) != syntax.RelXcomp {
		add(i, why)
	}
	if v := t.medium(i); v >= 0 {
		add(v, "from:medium")
	}
	for depth := 0; depth < 4; depth++ { // what it depends on
		r := t.rel(i)
		if r == syntax.RelAclRelcl && t.source(i) {
			i = t.verbAbove(i)
		} else if r != syntax.RelXcomp && r != syntax.RelCcomp && !(r == syntax.RelConj && t.governed(i)) && !(r == syntax.RelAdvcl && t.source(i)) {
			break
		} else {
			i = t.s.Words[i].Head
		}
		if i < 0 {
			break
		}
		add(i, "from:above")
	}
	if h := t.host(at); h >= 0 {
		add(h, "from:host")
	}
	if c := t.reportedBy(at); c >= 0 {
		add(c, "from:core")
	}
	return out
}

// reportedBy is the clause that a passive of saying tells nothing but, or -1: "it was
// reported | Lee was in hospital".
func (t *tree) reportedBy(i int) int {
	s, c := t.kid(i, syntax.RelNsubjPass, syntax.RelNsubj, syntax.RelExpl), t.kid(i, syntax.RelCcomp, syntax.RelCsubj)
	if s < 0 || c < i || !t.is("its", s) || t.kid(i, syntax.RelAuxPass) < 0 || !t.words.is("content", t.withParticle(i)) {
		return -1
	}
	return c
}

// saidBefore reports whether a clause that is no dependent one by its form hangs on the main
// verb behind it.
func (t *tree) saidBefore(v int) bool {
	c := t.kid(v, syntax.RelCcomp)
	return t.rel(v) == syntax.RelRoot && c >= 0 && c < v && t.kid(c, syntax.RelMark) < 0
}

// medium is the verb of a clause that tells what somebody said in the text that
// participle i speaks of, or -1: "in a statement issued on Monday, they denied …".
func (t *tree) medium(i int) int {
	n := t.s.Words[i].Head
	if t.rel(i) != syntax.RelAcl && t.rel(i) != syntax.RelAmod || n < 0 || !t.words.is("medium", t.lemma(n)) {
		return -1
	}
	v := t.s.Words[n].Head
	if v < 0 || t.pos(v) != syntax.VERB || t.rel(n) != syntax.RelObl && t.rel(n) != syntax.RelNmod {
		return -1
	}
	return v
}

// source reports whether a clause only says who reports: "…, wie die Polizei
// mitteilte".
func (t *tree) source(i int) bool {
	m := t.kid(i, syntax.RelMark, syntax.RelAdvmod)
	if f := t.first(i); m < 0 && t.words.verbSecond && f < i {
		m = f // "wie der Verband mitteilte", where the tree takes it for a preposition
	}
	return m >= 0 && t.is("reported", m) && (t.words.is("content", t.withParticle(i)) || t.is("known", i))
}

// governed reports whether a verb is coordinated with one that depends on
// another.
func (t *tree) governed(i int) bool {
	h := t.s.Words[i].Head
	return h >= 0 && (t.rel(h) == syntax.RelXcomp || t.rel(h) == syntax.RelCcomp)
}

// What somebody says is told by a headline with a colon where the report has it as
// the main clause and the saying behind it: "Die Regierung plane ein Programm, sagte
// Tusk" is "Donald Tusk: Die Regierung plant ein Programm". The mood of reported
// speech becomes the plain one, since the title says who says so.

// saying words what a verb of saying, or the clause beside it, tells with who says
// so; nil where the sentence has no such pair.
func (t *tree) saying(e *event.Event, at int) []Wording {
	said, v := t.saidAt(at)
	if said < 0 {
		return nil
	}
	before, behind := "", ""
	if t.words.verbSecond {
		before = t.sayerName(v)
	} else {
		behind = t.sayerBehind(v)
	}
	if before == behind {
		return nil
	}
	d := t.draft()
	d.trigger, d.sayer = said, v
	d.f.add("from:said")
	text := d.clause(said, said)
	switch {
	case text == "" || long(before)+2+long(text)+long(behind) > farLimit:
		text = ""
	case before != "":
		text = before + ": " + text
	default:
		text += ", " + behind
	}
	return []Wording{d.finished(e, text, said, said)}
}

// sayerBehind is who says something with the verb, as they stand behind what is said in a
// language with the subject before its verb: "the jury announces". It is "" where that
// leans on what was said before, or its verb has auxiliaries.
func (t *tree) sayerBehind(v int) string {
	d, s := t.draft(), t.kid(v, syntax.RelNsubj)
	p := d.predicate(v)
	if s < 0 || s > v || len(p.aux) > 0 {
		return ""
	}
	d.head, d.sub = v, s
	d.nominal(s, true)
	if !d.verbSVO(p, d.plural(s, p.finite)) {
		return ""
	}
	d.lean(s)
	d.names()
	if slices.ContainsFunc(d.f.names, func(f string) bool { return f == "subject:pronoun" || strings.HasPrefix(f, "leans:") }) {
		return ""
	}
	return strings.TrimSpace(d.write(d.kept(s))) + " " + p.lead
}

// saidAt gives the clause that somebody says and the verb of saying behind it, of
// which word at is one; -1 if there are none.
func (t *tree) saidAt(at int) (said, saying int) {
	for said, w := range t.s.Words {
		if v := w.Head; w.Rel == syntax.RelCcomp && (at == v || at == said) && t.saysAfter(v, said) {
			return said, v
		}
		for _, v := range t.kids[said] {
			if w.Rel == syntax.RelRoot && (at == v || at == said) && t.saysBehind(v, said) {
				return said, v
			}
		}
	}
	return -1, -1
}

// saysBehind reports whether a verb says the clause of word said before it, and has
// nothing else that it says.
func (t *tree) saysBehind(v, said int) bool {
	if v < said || t.rel(v) != syntax.RelParataxis && !t.insertedSaying(v) && (t.words.verbSecond || t.rel(v) != syntax.RelCcomp && t.rel(v) != syntax.RelAdvcl) {
		return false
	}
	if t.pos(v) != syntax.VERB || !t.words.is("content", t.withParticle(v)) && !t.insertedSaying(v) || t.kid(v, syntax.RelObj, syntax.RelCcomp, syntax.RelXcomp, syntax.RelMark) >= 0 {
		return false
	}
	return t.sayerBeside(v, said) && t.toldPlainly(v)
}

// sayerBeside reports whether who says something stands where it does when that is said
// before: behind the verb, or in a language that has the subject first right behind the
// comma that ends what is said.
func (t *tree) sayerBeside(v, said int) bool {
	s := t.kid(v, syntax.RelNsubj)
	if t.words.verbSecond {
		return s > v
	}
	f := t.first(max(s, 0))
	return s > said && s < v && f > said && t.low[f-1] == ","
}

// insertedSaying reports whether the order of the words shows a verb to say the clause
// before it, in a language with the finite verb second: that clause, and a comma, stand in
// the first place. "Die Lage bessert sich, | stellte der Minister fest".
func (t *tree) insertedSaying(v int) bool {
	if !t.words.verbSecond || v < 1 || t.pos(v) != syntax.VERB || t.kid(v, syntax.RelCc, syntax.RelMark) >= 0 {
		return false
	}
	if r := t.rel(v); r != syntax.RelConj && r != syntax.RelParataxis && r != syntax.RelAdvcl && !t.saidBefore(v) {
		return false
	}
	s := t.kid(v, syntax.RelNsubj)
	if t.first(v) != v && !t.saidBefore(v) || s < v {
		return false
	}
	return t.low[v-1] == "," && t.first(s) == v+1 && t.finiteWord(v) && t.kid(v, syntax.RelObj, syntax.RelAux) < 0
}

// saysAfter reports whether a verb says the clause before it, and nothing else.
func (t *tree) saysAfter(v, said int) bool {
	if v < said || t.rel(v) != syntax.RelRoot || t.kid(said, syntax.RelMark) >= 0 || t.kid(v, syntax.RelObj, syntax.RelXcomp, syntax.RelMark) >= 0 {
		return false
	}
	if t.pos(v) != syntax.VERB || !t.words.is("content", t.withParticle(v)) && !t.insertedSaying(v) {
		return false
	}
	return t.sayerBeside(v, said) && t.finiteWord(v) && t.first(v) <= t.first(said) && t.toldPlainly(v)
}

// withParticle is the lemma of a verb with its particle: "mitteilen".
func (t *tree) withParticle(v int) string {
	if k := t.kid(v, syntax.RelCompoundPrt); k >= 0 {
		return t.low[k] + t.lemma(v)
	}
	return t.lemma(v)
}

// sayerName is who speaks, as a title names them before a colon; "" where that
// cannot be told.
func (t *tree) sayerName(v int) string {
	s := t.kid(v, syntax.RelNsubj)
	for _, k := range t.under(s) {
		if a, form := t.actorAt(k); a != nil && a.Kind == actor.Person && form == actor.ByName && !a.Generic && t.kid(s, syntax.RelConj) < 0 {
			return a.Name
		}
	}
	if a, form := t.actorAt(t.last(s)); a != nil && form == actor.ByPronoun {
		if a.Generic || t.who[t.last(s)].mention < 0 {
			return ""
		}
		return a.Name
	}
	if t.pos(s) == syntax.PRON || t.kid(s, syntax.RelAmod, syntax.RelNmod, syntax.RelDetPoss, syntax.RelConj) >= 0 {
		return ""
	}
	d := t.draft()
	d.take(s)
	if det := t.kid(s, syntax.RelDet); det >= 0 {
		if !t.is("definite", det) {
			return ""
		}
		d.drop(det)
	}
	return strings.TrimSpace(finish(d.write(d.kept(s))))
}

// host is the clause that a verb without a subject of its own completes: "worked as
// a draftsman before | applying for a job", "is credited with | helping draft the
// treaty". Its title tells the happening together with what it stands beside. -1 if
// the verb has a subject, or stands in the subject of that clause or before it, where
// the clause speaks of something else.
func (t *tree) host(i int) int {
	if !t.verbal(i) || !t.dependentForm(i) || t.kid(i, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelCsubj) >= 0 {
		return -1
	}
	beside := false
	for depth := 0; depth < 6; depth++ {
		up := t.s.Words[i].Head
		if up < 0 || i < up && !t.words.verbSecond {
			return -1
		}
		switch t.rel(i) {
		case syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelParataxis, syntax.RelAclRelcl, syntax.RelAdvclRelcl:
			return -1
		case syntax.RelAdvcl, syntax.RelAcl, syntax.RelNmod, syntax.RelObl:
			beside = true
		}
		i = up
		if t.clausal(i) && t.kid(i, syntax.RelNsubj, syntax.RelNsubjPass) >= 0 {
			if !beside {
				return -1
			}
			return i
		}
	}
	return -1
}

// dependentForm reports whether a verb stands in a form that no finite verb has:
// an infinitive, a gerund, or a participle right behind its noun.
func (t *tree) dependentForm(i int) bool {
	m := t.s.Words[i].Morph
	switch {
	case m.Form == syntax.Inf, m.Form == syntax.Gerund, m.Form == syntax.Participle && m.Tense == syntax.Pres:
		return true
	case m.Form == syntax.Participle:
		return t.rel(i) == syntax.RelAcl && !t.apart(i) || t.kid(i, syntax.RelMark, syntax.RelAux, syntax.RelAuxPass) >= 0
	}
	return t.kid(i, syntax.RelMark) >= 0 && t.is("to", t.kid(i, syntax.RelMark))
}

// What somebody says in quotation marks is no clause of the report, and its words are
// not to be changed: "we" is not who reports. Where all of a sentence but who says so
// stands within the marks, the title has it as newspapers do, verbatim behind the name:
// Ann Lee: “We will rebuild the pier”.

// spoken words the sentence of a verb of saying, or of a word that is said; nil where it
// is no such sentence, or what is said leans on what was said before.
func (t *tree) spoken(e *event.Event, at int) []Wording {
	a, b := t.speech()
	if a < 0 {
		return nil
	}
	v := t.sayingOutside(a, b)
	if v < 0 || at != v && (at < a || at > b) || t.leansOut(a, b) {
		return nil
	}
	who := t.sayerName(v)
	first, last := t.s.Words[a+1], t.s.Words[b-1]
	said := strings.TrimRight(oneLine(t.in.Doc.Text[first.Start:last.End]), " ,.;")
	if who == "" || long(said) > quoteLimit || long(who)+long(said) > farLimit {
		return nil
	}
	d := t.draft()
	d.trigger, d.sayer, d.keep[v] = v, v, true
	d.f.add("from:spoken")
	x := d.finished(e, who+": "+t.marks.open+said+t.marks.close, -1, v)
	x.Noun = false
	return []Wording{x}
}

// leastSaid is how many words a title quotes at least.
const leastSaid = 3

// speech gives the marks around what is said, if they enclose all that stands before or
// behind who says it, and there are no others; -1 if not.
func (t *tree) speech() (open, end int) {
	open, end = -1, -1
	for i := range t.low {
		if len(t.low[i]) == 0 || !strings.Contains("„“”\"«»", t.low[i]) {
			continue
		}
		switch {
		case open < 0:
			open = i
		case end < 0:
			end = i
		default:
			return -1, -1
		}
	}
	n := len(t.low) - 1
	for n > 0 && t.pos(n) == syntax.PUNCT && n != end {
		n--
	}
	if end-open <= leastSaid || open > 0 && end < n {
		return -1, -1
	}
	return open, end
}

// sayingOutside is the verb of saying outside of the marks at a and b, or -1 if none or
// more than it stands there.
func (t *tree) sayingOutside(a, b int) int {
	found := -1
	for i := range t.low {
		if i >= a && i <= b {
			continue
		}
		switch {
		case t.pos(i) == syntax.AUX, t.is("negation", i):
			return -1
		case t.pos(i) != syntax.VERB:
		case found >= 0 || !t.finiteWord(i) || !t.words.is("content", t.withParticle(i)) && !t.words.is("addressee", t.withParticle(i)):
			return -1
		default:
			found = i
		}
	}
	if found < 0 || t.kid(found, syntax.RelNsubj) < 0 {
		return -1
	}
	return found
}

// leansOut reports whether what stands between the marks at a and b is no whole sentence,
// or has a word that stands for something said before; who speaks is named.
func (t *tree) leansOut(a, b int) bool {
	d := t.draft()
	finite := false
	for i := a + 1; i < b; i++ {
		finite = finite || t.verbal(i) && t.finiteWord(i)
		if d.leaning(i) && !t.is("speaker", i) {
			return true
		}
		if t.pos(i) == syntax.PRON && !t.is("speaker", i) && !t.is("reflexive", i) && !t.words.is("relative", t.low[i]) && t.rel(i) != syntax.RelExpl {
			return true
		}
	}
	return !finite || slices.ContainsFunc(t.low[a+1:b], func(w string) bool { return strings.Contains("()[]", w) })
}
