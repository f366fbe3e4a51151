package event

import (
	"strconv"
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

func (x *lexicon) readWords(pack *lang.Pack) error {
	for _, r := range pack.Table("event/words").Rows {
		t, ok := tagOf(r.Field(0))
		if !ok {
			return r.Errorf("no class %q", r.Field(0))
		}
		for _, w := range strings.Fields(r.Field(1)) {
			x.tags[strings.ReplaceAll(w, "_", " ")] |= t
		}
	}
	for _, r := range pack.Table("event/false").Rows {
		x.falseEnd[r.Field(0)] = true
	}
	for _, r := range pack.Table("event/ordinals").Rows {
		n, err := strconv.Atoi(r.Field(0))
		if err != nil {
			return r.Errorf("no number: %q", r.Field(0))
		}
		x.ordinals[r.Field(1)] = n
	}
	return nil
}

func (x *lexicon) readAux(pack *lang.Pack) error {
	names := map[string]auxVerb{"be": auxBe, "have": auxHave, "become": auxBecome, "want": auxWant, "shall": auxShall,
		"can": auxCan, "must": auxMust, "may": auxMay, "will": auxWill, "would": auxWould, "do": auxDo}
	for _, r := range pack.Table("event/auxiliaries").Rows {
		v, ok := names[r.Field(1)]
		if !ok {
			return r.Errorf("no auxiliary %q", r.Field(1))
		}
		f, err := inflect.FeaturesOf(r.Field(2) + "," + r.Field(3))
		if err != nil {
			return r.Errorf("%w", err)
		}
		x.aux[r.Field(0)] = append(x.aux[r.Field(0)], auxForm{v, f})
	}
	return nil
}

// kindIn reads a cell of a table that names a kind of event.
func kindIn(r lang.Row, cell string) (Kind, error) {
	k := Kind(cell)
	if !k.Known() {
		return "", r.Errorf("no kind %q (docs/kinds.md)", cell)
	}
	return k, nil
}

func (x *lexicon) readVerbs(pack *lang.Pack) error {
	g, err := inflect.Read(pack)
	if err != nil {
		return err
	}
	for _, r := range pack.Table("event/verbs").Rows {
		c, ok := classOf(r.Field(2))
		if !ok {
			return r.Errorf("no class %q", r.Field(2))
		}
		kind, err := kindIn(r, r.Field(1))
		if err != nil {
			return err
		}
		v := verb{kind: kind, class: c, frame: frameActs}
		if f := r.Field(3); f != "" {
			v.frame = frame(f[0])
		}
		v.sein = r.Field(4) == "sein"
		x.inflect(g, r.Field(0), r.Field(4) == "weak", v)
	}
	if g.Zu != "" {
		x.zu = g.Zu
		x.unknownZu = []form{{int32(len(x.verbs)), fInf | fZu}}
		x.ge = g.Ge
		x.unknownPart = []form{{int32(len(x.verbs)), fPart}}
		x.verbs = append(x.verbs, verb{kind: Other, class: classOpen, frame: frameActs})
	}
	if g.Spelling {
		x.unknownEnd = "ed"
		x.unknown = []form{{int32(len(x.verbs)), fPast | fPart}}
		x.unknownBase = []form{{int32(len(x.verbs)), fInf}}
		x.verbs = append(x.verbs, verb{kind: Other, class: classOpen, frame: frameActs})
	}
	for _, base := range g.Order { // base verbs without an entry still make clauses
		if !x.seen[base] {
			x.inflect(g, base, false, verb{kind: Other, class: classOpen, frame: frameActs})
		}
	}
	return nil
}

func (x *lexicon) readNouns(pack *lang.Pack) error {
	for _, r := range pack.Table("event/nouns").Rows {
		c, ok := classOf(r.Field(2))
		if !ok {
			return r.Errorf("no class %q", r.Field(2))
		}
		kind, err := kindIn(r, r.Field(1))
		if err != nil {
			return err
		}
		n := noun{lemma: strings.ReplaceAll(r.Field(0), "~", " "), kind: kind, class: c, plural: r.Field(3), words: 1}
		if g := r.Field(4); g != "" {
			n.gender = g[0]
		}
		x.addNoun(n)
	}
	return nil
}

func (x *lexicon) addNoun(n noun) {
	id := int32(len(x.nouns))
	low := strings.ToLower(n.lemma)
	if head, tail, ok := strings.Cut(low, " "); ok {
		n.words = 2
		x.nouns = append(x.nouns, n)
		x.pairHead[head] = true
		x.pairs[low] = nounForm{id, false}
		x.pairs[head+" "+inflect.Plural(tail)] = nounForm{id, true}
		return
	}
	x.nouns = append(x.nouns, n)
	put := func(w string, plural bool) {
		if _, ok := x.nounAt[w]; !ok {
			x.nounAt[w] = nounForm{id, plural}
			x.longest = max(x.longest, len(w))
		}
	}
	put(low, false)
	if !x.verbLast {
		put(inflect.Plural(low), true)
		return
	}
	if n.gender != 'f' { // genitive
		put(low+"s", false)
		put(low+"es", false)
	}
	if n.plural != "" {
		p := strings.ToLower(n.plural)
		put(p, p != low)
		if !strings.HasSuffix(p, "n") && !strings.HasSuffix(p, "s") {
			put(p+"n", true)
		}
	}
}
