package actor

import (
	"cmp"
	"slices"

	"fasti/extract/segment"
)

// phrase is a noun phrase for a person by office or role: "der israelische
// Premierminister", "Israel's foreign minister", "Mossad-Direktor".
type phrase struct {
	first, last int // its tokens, from the owner or adjective to behind the noun or the owner
	noun        int // the token of the noun
	end         int // behind the noun's tokens
	x           noun
	owner       int // the candidate whose office it is, or -1
	body        int // the actor whose office it is, if the dictionary does not know it, + 1
	the, a      bool
	former      bool
	person      int // the actor that it is bound to, or -1
	sentence    int
}

// index tells which candidate begins and ends at a token.
type index struct{ starts, ends []int32 }

func (a *analysis) index() index {
	ix := index{starts: make([]int32, len(a.doc.Tokens)+1), ends: make([]int32, len(a.doc.Tokens)+1)}
	for i := range ix.starts {
		ix.starts[i], ix.ends[i] = -1, -1
	}
	for i := range a.cands {
		if c := &a.cands[i]; !c.part && !c.drop {
			ix.starts[c.first], ix.ends[c.last] = int32(i), int32(i)
		}
	}
	return ix
}

// phrases finds all role phrases and binds those that stand beside a person's
// name to that person.
func (a *analysis) phrases() []phrase {
	ix := a.index()
	parts := map[int]int{} // token -> its last part
	for i := range a.cands {
		if c := &a.cands[i]; c.part {
			parts[c.first] = i
		}
	}
	var out []phrase
	var buf []byte
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if a.doc.Tokens[i].Class == segment.Punct || a.doc.Tokens[i].Class == segment.Number {
				continue
			}
			if at := ix.starts[i]; at >= 0 && a.cands[at].name && a.cands[at].entry < 0 {
				continue // inside a name
			}
			x, last, cut := a.words.nouns.at(a.doc, i, sent.Last, buf)
			if last == 0 {
				continue
			}
			p := phrase{first: i, noun: i, last: last, end: last, x: x, owner: -1, person: -1, sentence: s}
			if cut > 0 {
				a.compoundOwner(&p, cut, parts)
			}
			a.extend(&p, ix, sent)
			a.delegate(&p, ix, sent)
			a.bind(&p, ix, sent)
			out = append(out, p)
			i = last - 1
		}
	}
	return out
}

// extend widens the phrase to its owner, adjectives and article.
func (a *analysis) extend(p *phrase, ix index, sent *segment.Sentence) {
	i := p.first
	for steps := 0; i > sent.First && steps < 4; steps++ {
		w := a.doc.Word(i - 1)
		if at := ix.ends[i]; at >= 0 && p.owner < 0 && a.ownerBefore(&a.cands[at]) {
			p.owner, i = int(at), a.cands[at].first
			if a.cands[at].form == ByName && !a.genitiveFree() {
				p.the = true // Israels Premierminister
				break
			}
			continue
		}
		if a.words.is(w, "genitive") {
			if at := ix.ends[i-1]; at >= 0 && p.owner < 0 && a.cands[at].entry >= 0 {
				p.owner, i, p.the = int(at), a.cands[at].first, true
			}
			break
		}
		if a.words.is(w, "former") {
			p.former = true
			i--
			continue
		}
		if low := lowered(w); a.words.is(low, "the") {
			p.the = true
			i--
			p.x.plural = p.x.plural || a.severals(p, i, sent)
			break
		} else if a.words.is(low, "a") {
			p.a = true
			i--
			break
		}
		if a.doc.Tokens[i-1].Class != segment.Lower || a.words.preps[w] != 0 || a.words.acts[w] != 0 || a.words.small[w] != "" {
			break
		}
		i-- // some adjective
	}
	i = a.split(p, i, sent)
	if p.owner >= 0 || p.the || p.a || p.former {
		p.first = i
		p.trim(a)
	}
	if p.owner < 0 {
		a.ownerBehind(p, ix, sent)
	}
}

// split reads an office whose words the owner parts: "the top US diplomat". It
// gives the phrase's first token.
func (a *analysis) split(p *phrase, i int, sent *segment.Sentence) int {
	if p.owner < 0 || len(p.x.offices) > 0 || !a.genitiveFree() {
		return i
	}
	at := a.cands[p.owner].first - 1
	if at < sent.First {
		return i
	}
	x, ok := a.words.nouns.forms[lowered(a.doc.Word(at))+" "+p.x.head]
	if !ok || len(x.offices) == 0 {
		return i
	}
	p.x = x
	if at > sent.First && a.words.is(lowered(a.doc.Word(at-1)), "the") {
		p.the = true
		return at - 1
	}
	return at
}

// severals tells whether the article at token i stands for several people: one
// for women or several before a man's noun ("die Minister"), or the genitive of
// several behind a noun ("das Treffen der Minister").
func (a *analysis) severals(p *phrase, i int, sent *segment.Sentence) bool {
	if p.x.gender == 'f' || p.x.either {
		return false
	}
	low := lowered(a.doc.Word(i))
	if a.words.is(low, "many") {
		return true
	}
	if !a.words.is(low, "gen") || i == sent.First {
		return false
	}
	c := a.doc.Tokens[i-1].Class
	return (c == segment.Upper || c == segment.Caps) && i-1 > sent.First
}

// trim takes foreign words off the front of the phrase: it begins with an
// article, an owner or a word for former times.
func (p *phrase) trim(a *analysis) {
	for p.first < p.noun {
		w := a.doc.Word(p.first)
		low := lowered(w)
		if a.words.is(low, "the") || a.words.is(low, "a") || a.words.is(w, "former") {
			return
		}
		if p.owner >= 0 && (a.cands[p.owner].first <= p.first || len(p.x.offices) > 0 && a.cands[p.owner].first == p.first+1) {
			return
		}
		p.first++
	}
}

// tokenAt is the token that begins at the offset or behind it.
func (a *analysis) tokenAt(offset int) int {
	i, _ := slices.BinarySearchFunc(a.doc.Tokens, offset, func(t segment.Token, o int) int { return cmp.Compare(t.Start, o) })
	return i
}
