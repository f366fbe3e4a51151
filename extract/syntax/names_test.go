package syntax

import "testing"

func TestNames(t *testing.T) {
	for p := NoPOS; p <= X; p++ {
		if got := ParsePOS(p.String()); got != p || p != NoPOS && p.String() == "" {
			t.Errorf("part of speech %d: %q reads as %d", p, p.String(), got)
		}
	}
	for r := NoRel; r <= RelPunct; r++ {
		if got := ParseRel(r.String()); got != r || r != NoRel && r.String() == "" {
			t.Errorf("relation %d: %q reads as %d", r, r.String(), got)
		}
	}
	if POS(200).String() != "" || Rel(200).String() != "" || ParsePOS("NO") != NoPOS || ParseRel("no") != NoRel {
		t.Error("an unknown name or number is not empty")
	}
}

func TestMorph(t *testing.T) {
	m := ParseMorph("Case=Nom|Gender=Masc|Number=Sing|PronType=Art|Person=9")
	if want := (Morph{Case: Nom, Gender: Masc, Number: Sing}); m != want {
		t.Errorf("%+v, want %+v", m, want)
	}
	if got := m.String(); got != "Case=Nom|Gender=Masc|Number=Sing" {
		t.Errorf("written %q", got)
	}
	if (Morph{}).String() != "" || ParseMorph("_") != (Morph{}) {
		t.Error("nothing known is not empty")
	}
}
