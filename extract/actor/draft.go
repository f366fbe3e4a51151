package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
)

// draft is an actor in the making.
type draft struct {
	name     string
	kind     Kind
	country  string
	entry    int32 // of the dictionary, or -1
	gender   byte  // of a person: m, f or u
	words    []string
	roles    []draftRole
	mentions []Mention
	owns     []article.Span // possessives
	aliases  []string
	count    int    // of lone surnames
	full     int    // of full names
	named    []int  // where those stand, in order
	lone     bool   // known by one name only
	known    string // id of a holder
	class    string // of a body: what takes it up; see bodywords
	generic  bool   // without a name of its own
	unnamed  bool   // brought in by a noun, because others take it up

	split  string // the name that person and key were made of
	person namekey.Person
	key    string
}

// draftRole is a role with what the finder needs to compare it.
type draftRole struct {
	Role
	owner  int32 // the entry whose office it is, or -1
	body   int   // or the actor + 1, if the dictionary does not know it
	office string
	head   string // the noun
	former bool
}

// register enters a person into the indexes by name.
func (a *analysis) register(actor int) {
	if a.families == nil {
		a.families, a.parts = map[string][]int{}, map[string][]int{}
	}
	put := func(m map[string][]int, key string) {
		if at := m[key]; len(at) == 0 || at[len(at)-1] != actor {
			m[key] = append(at, actor)
		}
	}
	d := &a.actors[actor]
	put(a.families, namekey.Split(d.name).Key())
	last := d.words[len(d.words)-1]
	put(a.parts, last)
	put(a.parts, d.words[0])
	if noun := a.words.bareNoun(last); noun != "" {
		put(a.parts, noun)
		put(a.parts, upperFirst(last))
	}
}

// same tells whether the person's full name and another one in the article are
// one person's: the same words, or the one is the end of the other, or they
// agree but for initials. p and key are those of the other name; the person's
// own are kept, because a long text compares every name with every person.
func (d *draft) same(name string, p namekey.Person, key string) bool {
	if d.name == name || strings.HasSuffix(d.name, " "+name) || strings.HasSuffix(name, " "+d.name) {
		return true
	}
	if d.split != d.name {
		d.split, d.person = d.name, namekey.Split(d.name)
		d.key = d.person.Key()
	}
	if d.key != key && d.person.Family != p.Family {
		return false
	}
	return d.person.Agree(p) >= namekey.Heard
}

func (a *analysis) genderOf(name string) byte {
	first, _, _ := strings.Cut(name, " ")
	if g, ok := a.words.given[first]; ok {
		return g
	}
	return 'u'
}
