package site

// questionPages are pages that answer a reader's question over all events: where
// reports disagree, and what was planned and what became of it. A page stands
// only if there is something on it.
func (t *timeline) questionPages() []listMaker {
	var out []listMaker
	for _, q := range t.questions {
		out = append(out, listMaker{q.path, func() List { return t.questionPage(q) }})
	}
	return out
}

func (t *timeline) questionPage(q question) List {
	t.notes.always = true // it is made in every build: it rests on all events and all articles
	v := t.list(q.path, t.words.say(q.name+"_title"))
	v.Crumbs = t.crumbs(q.path, Link{Text: v.Title})
	v.Dek = t.words.say(q.name + "_dek")
	events, more := t.best(q.events, listMax)
	v.More = more
	v.Months = t.byMonth(events, q.path)
	switch q.name {
	case "planned":
		v.Months = t.plans(events, q.path)
	case "disagreements":
		t.dispute(v.Months)
	}
	return v
}

// dispute tells on each card of a page who says what, where reports disagree.
func (t *timeline) dispute(months []Month) {
	for _, m := range months {
		for _, d := range m.Days {
			for i := range d.Cards {
				for _, c := range t.claims(t.byID[d.Cards[i].ID]) {
					if len(c.Others) > 0 {
						d.Cards[i].Disputed = append(d.Cards[i].Disputed, c)
					}
				}
			}
		}
	}
}

// question is one such page.
type question struct {
	name, path string // of its phrases; where it stands
	events     []*event
}

// ask finds the questions that have an answer.
func (t *timeline) ask() []question {
	differ := question{name: "disagreements", path: "disagreements/index.html"}
	planned := question{name: "planned", path: "planned/index.html"}
	t.differing = map[*event]bool{}
	for _, e := range t.events.all() {
		differs := t.differs(e)
		if t.differing[e] = differs; differs {
			differ.events = append(differ.events, e)
		}
		if _, ok := t.becameOf(e); ok {
			planned.events = append(planned.events, e)
		}
	}
	var out []question
	for _, q := range []question{planned, differ} {
		if len(q.events) > 0 {
			out = append(out, q)
		}
	}
	return out
}

// questionLinks lead to the pages that stand.
func (t *timeline) questionLinks(from string) []Link {
	var out []Link
	for _, q := range t.questions {
		out = append(out, Link{Href: rel(from, q.path), Text: t.words.say(q.name + "_title")})
	}
	return out
}
