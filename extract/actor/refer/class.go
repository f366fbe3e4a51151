package refer

// ClassFits tells whether a noun of the class may take up a body of the other;
// sure says that the body's class is known.
func ClassFits(class, of string) (fits, sure bool) {
	switch {
	case of == class, class == "fighters" && of == "group":
		return true, true
	case class == "company" && of == "bank":
		return true, true
	case class == "group" && (of == "association" || of == "party"), class == "association" && of == "group":
		return true, false
	case class == "fighters", class == "artists":
		return false, false
	case class == "office":
		return of == "" || of == "other", false
	}
	return of == "", false
}

// classMatch compares a noun with an entity by their classes: unknown, yes, no.
func classMatch(n *Noun, e *seen) uint8 {
	if n.Class == "" || e.kind == Person || e.kind == Group && n.Kind == Group {
		return unknown
	}
	exact, end := inHeads(n.Word, e.heads)
	fits, sure := ClassFits(n.Class, e.class)
	switch {
	case exact || end || fits && sure:
		return yes
	case !fits:
		return no
	}
	return unknown
}
