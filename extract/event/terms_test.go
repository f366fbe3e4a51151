package event

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fasti/extract/lang"
	"fasti/extract/syntax"
)

// misspelt gives the pack of a language with one cell of one row changed, and where
// that row stands.
func misspelt(t *testing.T, language, table string, pick func(lang.Row) (field int, cell string)) (*lang.Pack, string) {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	var tables []lang.Table
	where := ""
	for _, name := range pack.Tables() {
		x := pack.Table(name)
		x.Rows = slices.Clone(x.Rows)
		for i := range x.Rows {
			if name != table || where != "" {
				break
			}
			if field, cell := pick(x.Rows[i]); field >= 0 {
				x.Rows[i].Fields = slices.Clone(x.Rows[i].Fields)
				x.Rows[i].Fields[field] = cell
				where = fmt.Sprintf("%s:%d", x.Rows[i].File, x.Rows[i].Line)
			}
		}
		tables = append(tables, x)
	}
	if where == "" {
		t.Fatalf("%s: no row to misspell", table)
	}
	return lang.NewPack(language, tables...), where
}

// at changes one field of the first row that has it.
func at(field int, cell string) func(lang.Row) (int, string) {
	return func(r lang.Row) (int, string) {
		if r.Field(field) == "" {
			return -1, ""
		}
		return field, cell
	}
}

// with changes the first cell of a field that holds a text.
func with(field int, old, cell string) func(lang.Row) (int, string) {
	return func(r lang.Row) (int, string) {
		if !strings.Contains(r.Field(field), old) {
			return -1, ""
		}
		return field, strings.Replace(r.Field(field), old, cell, 1)
	}
}

func TestMisspelt(t *testing.T) {
	for _, c := range []struct {
		language, table string
		pick            func(lang.Row) (int, string)
		fault           string
	}{
		{"de", "event/verbs", at(1, "asault"), `no kind "asault"`},
		{"en", "event/verbs", at(1, "asault"), `no kind "asault"`},
		{"de", "event/nouns", at(1, "protests"), `no kind "protests"`},
		{"de", "event/phrases", at(2, "agreement"), `no kind "agreement"`},
		{"en", "event/company", at(3, "cultur"), `no kind "cultur"`},
		{"de", "event/company", with(0, "@assault", "@asault"), `no kind "asault"`},
		{"en", "event/roles", with(1, "kind:", "kind:harm,"), `no kind "harm"`},
		{"de", "event/roles", at(4, "victims"), `no role "victims"`},
		{"de", "event/roles", at(4, string(Mentioned)), `no role "mentioned"`}, // nobody is merely mentioned by a rule
		{"de", "event/roles", with(3, "person", "persons"), `no kind of actor "persons"`},
		{"en", "event/verbs", at(2, "events"), `no class "events"`},
	} {
		pack, where := misspelt(t, c.language, c.table, c.pick)
		_, err := compile(pack)
		if err == nil || !strings.Contains(err.Error(), c.fault) || !strings.Contains(err.Error(), where) {
			t.Errorf("%s %s: %v; want %s at %s", c.language, c.table, err, c.fault, where)
		}
	}
	pack, where := misspelt(t, "en", "syntax/governors", at(4, "aleged"))
	if _, err := syntax.New(pack); err == nil || !strings.Contains(err.Error(), where) || !strings.Contains(err.Error(), `no status "aleged"`) {
		t.Errorf("syntax/governors: %v; want %s", err, where)
	}
}

// TestKindsOfTheDocs holds that docs/kinds.md defines just the kinds of the table.
func TestKindsOfTheDocs(t *testing.T) {
	text, err := os.ReadFile("../../docs/kinds.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []Kind
	for _, m := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|").FindAllStringSubmatch(string(text), -1) {
		rows = append(rows, Kind(m[1]))
	}
	if want := Kinds(); !slices.Equal(rows, want) {
		t.Errorf("docs/kinds.md has %v, the table %v", rows, want)
	}
}

// TestTerms holds what follows from the tables of terms.
func TestTerms(t *testing.T) {
	seen := map[Kind]bool{}
	for _, r := range kindTable {
		if seen[r.kind] {
			t.Errorf("two rows of %s", r.kind)
		}
		seen[r.kind] = true
		if r.shown != "" && (slices.Contains(Kinds(), r.kind) || !slices.Contains(Kinds(), r.kind.public()) || r.traits != 0) {
			t.Errorf("%s is an inner kind, without traits, shown as a kind", r.kind)
		}
		if r.shown == "" && r.kind.public() != r.kind {
			t.Errorf("%s is shown as %s", r.kind, r.kind.public())
		}
	}
	if Kind("").Known() || Kind("asault").Known() || !kindReport.Known() {
		t.Error("what is no kind is known, or what is one is not")
	}
	if Assault.family() != Death.family() || Assault.family() == Travel.family() || Travel.family() != Travel {
		t.Error("families")
	}
	ranks := map[int]bool{}
	for _, s := range Statuses() {
		if s.Rank() < 1 || ranks[s.Rank()] || s.Told() && s.Unreal() {
			t.Errorf("%s: rank %d", s, s.Rank())
		}
		ranks[s.Rank()] = true
	}
	if !(Cancelled.Rank() > Happened.Rank() && Happened.Rank() > Alleged.Rank() && Alleged.Rank() > Planned.Rank() && Planned.Rank() > Denied.Rank() && Denied.Rank() > Hypothetical.Rank()) || Status("").Rank() != 0 {
		t.Error("what came of a plan is told before the plan, what is said before what is not")
	}
	roles := map[int]bool{}
	for _, r := range Roles() {
		if r.Acts() && r.Suffers() || r.Rank() < 0 || roles[r.Rank()] {
			t.Errorf("%s: rank %d", r, r.Rank())
		}
		roles[r.Rank()] = true
	}
	if !(Actor.Rank() < Victim.Rank() && Victim.Rank() < Mentioned.Rank()) || Role("").Rank() != -1 || !Speaker.Acts() || !Victim.Suffers() || Host.Acts() || Host.Suffers() {
		t.Error("roles")
	}
	if Explicit.Rank() != 0 || None.Rank() != 5 || Basis("").Rank() != -1 || !Relative.Own() || Inherited.Own() || DCT.Own() {
		t.Error("bases")
	}
	for _, s := range statusFrom {
		if !slices.Contains(Statuses(), s) {
			t.Errorf("syntax gives the status %q", s)
		}
	}
}
