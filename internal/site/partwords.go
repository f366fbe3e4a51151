package site

import "strings"

// RoleWords is the actors who have one part in an event, in a phrase: "by
// Hamas", "on Israel", "killed: two guards".
type RoleWords struct {
	Before string `json:"before"`
	After  string `json:"after"`
	Who    []Link `json:"who"`
}

// partOrder is the order in which phrases stand: who acts, upon whom, and the
// others.
var partOrder = []string{"actor", "recipient", "victim", "host", "mediator", "speaker", "mentioned"}

// roleWords says who takes part in an event, for a page: what the page itself is
// about is not said again. Those who talk to each other do it together.
func (t *timeline) roleWords(e *event, from string) []RoleWords {
	var out []RoleWords
	for _, role := range partOrder {
		if role == "recipient" && mutual(e) {
			continue // among the actors
		}
		var who []Link
		all := 0
		for _, p := range e.parts {
			if p.role != role && !(role == "actor" && p.role == "recipient" && mutual(e)) {
				continue
			}
			if all++; p.who == nil {
				who = append(who, Link{Text: p.id})
			} else if !about(from, p.who) {
				who = append(who, t.actorLink(p.who, from))
			}
		}
		if len(who) == 0 {
			continue
		}
		key := t.roleKey("who", e, role)
		switch {
		case role == "actor" && mutual(e) && all == 1:
			key = "who_actor"
		case role == "actor" && mutual(e) && len(who) < all: // with the one whose page it is
			key = "who_actor_consult"
		}
		before, after, _ := strings.Cut(t.words.say(key, "x", "\x00"), "\x00")
		out = append(out, RoleWords{before, after, who})
	}
	return out
}

// mutual reports whether those who act in an event and those whom it is done to
// do the same: they talk, or agree.
func mutual(e *event) bool { return e.Kind == "consult" || e.Kind == "agree" }

// about reports whether a page is that of an actor, of a part of its events, or
// of it and another.
func about(page string, a *actor) bool {
	parts := strings.Split(page, "/")
	return parts[0] == "a" && (len(parts) > 2 && parts[1] == a.ID || len(parts) > 3 && parts[2] == a.ID)
}

// roleKey is the key of the phrase for a part: of the kind of event if it has
// one of its own.
func (t *timeline) roleKey(family string, e *event, role string) string {
	key := family + "_" + role
	if special := key + "_" + e.Kind; e.Kind != "" && t.words.has(special) {
		return special
	}
	return key
}
