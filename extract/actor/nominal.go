package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
)

// resolve links the role phrases that stand without a name: by apposition in
// the article, then by the site's roles and the table of holders at the day
// of publication. What stays open is reported.
func (a *analysis) resolve(ps []phrase) {
	for i := range ps {
		p := &ps[i]
		if p.person >= 0 || p.a || p.x.plural || !a.definite(p) || a.predicate(p) || a.namesPerson(p) {
			continue
		}
		day := a.dayOf(p)
		asked := len(p.x.offices) > 0 && !p.former
		then := asked && day != "" && !sameYear(day, a.day()) // another one may have been in office
		if then {
			p.person = a.byHolder(p, day)
		}
		if at := a.introducedAs(p); p.person < 0 && at >= 0 && !(then && a.words.holders.tabled(p.x.offices) && p.owner >= 0) {
			p.person = at
		} else if asked && p.person < 0 && !then {
			p.person = a.byHolder(p, day)
		}
		span := article.Span{Start: a.doc.Tokens[p.first].Start, End: a.doc.Tokens[p.last-1].End}
		if p.person < 0 {
			if p.owner >= 0 && !p.former && a.words.holders.tabled(p.x.offices) {
				a.warnings = append(a.warnings, Warning{Span: span, Code: "office-open",
					Message: "nobody is known in this office at the day of the article: add the role with from and to to the person's file"})
			}
			continue
		}
		a.mention(p.person, span, ByRole)
	}
	if len(a.pending) > 0 {
		a.cands = append(a.cands, a.pending...)
		slices.SortStableFunc(a.cands, func(x, y cand) int { return x.Start - y.Start })
	}
}

// mention adds a mention to an actor.
func (a *analysis) mention(actor int, span article.Span, form Form) {
	d := &a.actors[actor]
	d.mentions = append(d.mentions, Mention{Span: span, Form: form})
}

// definite tells whether the phrase means one known person: with an article,
// an owner, or an office that only one state has.
func (a *analysis) definite(p *phrase) bool {
	if a.declinedForMany(p) {
		return false
	}
	return p.the || p.owner >= 0 && len(p.x.offices) > 0 || len(p.x.implied) == 1
}

// declinedForMany tells whether a word before the phrase's noun says that
// several are meant, or the phrase goes on in a list of offices ("die Außen-
// und Verteidigungsminister").
func (a *analysis) declinedForMany(p *phrase) bool {
	return p.first > 0 && strings.HasSuffix(a.doc.Word(p.first-1), "-")
}

// namesPerson tells whether a name of a person that no actor has yet follows.
func (a *analysis) namesPerson(p *phrase) bool {
	j := p.last
	return j < len(a.doc.Tokens) && a.isTitle(j)
}

// introducedAs is the one person of the article who was introduced with this
// office or role; -1 if nobody or more than one fits.
func (a *analysis) introducedAs(p *phrase) int {
	owner := int32(-1)
	if p.owner >= 0 {
		owner = a.stateOf(a.cands[p.owner].entry)
	} else if len(p.x.implied) == 1 {
		if e, ok := a.dict.byID[p.x.implied[0]]; ok {
			owner = e
		}
	}
	found, exact, many := -1, -1, false
	for i := range a.actors {
		d := &a.actors[i]
		if d.kind != Person || !fitsGender(d.gender, p.x.gender) {
			continue
		}
		for _, r := range d.roles {
			if !sameRole(r, p, owner) || r.To != "" && before(r.To, a.day()) { // one who held it then
				continue
			}
			many = many || found >= 0 && found != i
			found = i
			if r.head == p.x.head { // the same word, not only the same office
				if exact >= 0 && exact != i {
					return -1
				}
				exact = i
			}
		}
	}
	if many {
		return exact
	}
	return found
}

// sameRole tells whether a phrase repeats a role: the same office or noun, of
// the same owner where both say whose.
func sameRole(r draftRole, p *phrase, owner int32) bool {
	if r.former != p.former || r.owner >= 0 && owner >= 0 && r.owner != owner {
		return false
	}
	if len(p.x.offices) == 0 && strings.HasSuffix(r.head, p.x.head) {
		return true // die Ministerin, introduced as Verteidigungsministerin
	}
	if r.office != "" {
		return slices.Contains(p.x.offices, r.office)
	}
	return r.head == p.x.head && (len(p.x.offices) == 0 || owner == r.owner)
}

func fitsGender(a, b byte) bool { return a == 'u' || b == 'u' || a == b }
