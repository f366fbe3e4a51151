package event

// beside makes candidates of the verbs that report no happening by themselves
// but have a date beside them, for the date may make it one: "the office was
// held by X from 2003", "stood before the court on Monday".
func (f *Finder) beside(s *sentence, in Input, cal *calendar, lists ...[]*candidate) []*candidate {
	taken := map[int]bool{}
	for _, list := range lists {
		for _, c := range list {
			if !c.nominal {
				taken[c.clause] = true
			}
		}
	}
	var out []*candidate
	for n := range s.clauses {
		k := &s.clauses[n]
		if taken[n] || k.lex < 0 || k.verb < 0 || s.words[k.lex].quoted {
			continue
		}
		v := &f.lex.verbs[k.verb]
		c := &candidate{sent: s, clause: n, trigger: k.lex, verb: k.verb, kind: v.kind, class: v.class, extra: true}
		f.lex.kindByNoun(s, c)
		f.lex.kindByCompany(s, c)
		if c.date = cal.of(c); !c.date.own && s.index > 0 && !c.company {
			continue
		}
		c.status = f.lex.statusOf(c, cal.dct)
		cal.retense(c)
		if c.company && !c.date.own {
			c.date, c.class = cal.infer(c), classWeak // "was a surprise winner"
		}
		f.lex.cast(c, in)
		f.score(c, in)
		out = append(out, c)
	}
	return out
}
