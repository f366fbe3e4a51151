package actor

// placesOfPeople takes a place's name for a person's where the article has
// named a person in full who is called so and no preposition makes it a place:
// "Denzel Washington … Washington thanked the crowd".
func (a *analysis) placesOfPeople() {
	surnames := map[string]bool{}
	for i := range a.cands {
		c := &a.cands[i]
		if c.drop || !c.name {
			continue
		}
		if c.typ == PER && c.last-c.first > 1 {
			words := a.words.parts(c.base)
			surnames[words[len(words)-1]] = true
			continue
		}
		if c.typ != LOC || c.entry < 0 || c.last-c.first != 1 || !surnames[c.base] || c.form != ByName || a.dict.entries[c.entry].site || a.behindPreposition(c) {
			continue
		}
		c.typ, c.entry = PER, -1
	}
}
