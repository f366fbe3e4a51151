package trees

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fasti/extract/syntax/model"
)

// bank is a small treebank of our own.
const bank = `# sent_id = 1
# text = Der Rat tagt im Mai.
1	Der	der	DET	ART	Case=Nom|Gender=Masc|Number=Sing	2	det	_	_
2	Rat	Rat	NOUN	NN	Case=Nom|Gender=Masc|Number=Sing	3	nsubj	_	_
3	tagt	tagen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	0	root	_	_
4-5	im	_	_	_	_	_	_	_	_
4	in	in	ADP	APPR	_	6	case	_	_
5	dem	der	DET	ART	Case=Dat	6	det	_	_
6	Mai	Mai	NOUN	NN	Case=Dat|Gender=Masc|Number=Sing	3	obl	_	SpaceAfter=No
7	.	.	PUNCT	$.	_	3	punct	_	_

# sent_id = 2
# text = Die Frau sah den Mann am 7. Mai.
1	Die	der	DET	ART	Case=Nom|Gender=Fem|Number=Sing	2	det	_	_
2	Frau	Frau	NOUN	NN	Case=Nom|Gender=Fem|Number=Sing	3	nsubj	_	_
3	sah	sehen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	_
4	den	der	DET	ART	Case=Acc|Gender=Masc|Number=Sing	5	det	_	_
5	Mann	Mann	NOUN	NN	Case=Acc|Gender=Masc|Number=Sing	3	obj	_	_
6-7	am	_	_	_	_	_	_	_	_
6	an	an	ADP	APPR	_	9	case	_	_
7	dem	der	DET	ART	Case=Dat	9	det	_	_
8	7.	7	ADJ	ADJA	Case=Dat	9	amod	_	_
9	Mai	Mai	NOUN	NN	Case=Dat|Gender=Masc|Number=Sing	3	obl	_	SpaceAfter=No
10	.	.	PUNCT	$.	_	3	punct	_	_

# sent_id = 3
# text = Ein Mann kam, den sie kannte.
1	Ein	ein	DET	ART	Case=Nom|Gender=Masc|Number=Sing	2	det	_	_
2	Mann	Mann	NOUN	NN	Case=Nom|Gender=Masc|Number=Sing	3	nsubj	_	_
3	kam	kommen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
4	,	,	PUNCT	$,	_	7	punct	_	_
5	den	der	PRON	PRELS	Case=Acc|Gender=Masc|Number=Sing|PronType=Dem,Rel	7	obj	_	_
6	sie	sie	PRON	PPER	Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs	7	nsubj	_	_
7	kannte	kennen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	2	acl	_	SpaceAfter=No
8	.	.	PUNCT	$.	_	3	punct	_	_

# sent_id = 4
# text = Sie tagt.
1	Sie	sie	PRON	PPER	Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	tagt	tagen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	$.	_	2	punct	_	_

`

// small trains on the small treebank.
func small(t *testing.T) ([]byte, *Outcome) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "small.conllu"), []byte(strings.Repeat(bank, 3)), 0o600); err != nil {
		t.Fatal(err)
	}
	plan := Plan{Lang: "de", Corpora: []Corpus{{Name: "gsd", File: "small.conllu"}}, Rounds: 6, TagRounds: 6, KindRounds: 6, Folds: 3, Beam: 4, ReadBeam: 4, Bias: "gsd", Classes: 4}
	out, err := Run(dir, plan, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := out.Content.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), out
}

func TestTrainingRepeatsToTheByte(t *testing.T) {
	one, _ := small(t)
	two, _ := small(t)
	if !bytes.Equal(one, two) {
		t.Fatalf("two runs differ: %d and %d bytes", len(one), len(two))
	}
}

// The file that is written reads as the model that was learned, and knows its
// treebank.
func TestLearnsItsTreebank(t *testing.T) {
	file, out := small(t)
	m, err := model.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	all := aligned(t)
	for name, m := range map[string]*model.Model{"learned": out.Model, "read": m} {
		sc := Measure(m, all)
		if sc.POS != sc.Words || sc.Both != sc.Arcs || sc.Lemma != sc.Lemmas {
			t.Errorf("%s: %+v", name, sc)
		}
	}
}

func aligned(t *testing.T) (out []Sentence) {
	t.Helper()
	all, err := ParseTreebank(strings.NewReader(bank), "gsd")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCutter("de")
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i].harmonise("de")
		out = append(out, c.Align(all[i]))
	}
	return out
}

// Words are fasti's tokens: "im" is one, an ordinal is two.
func TestAlign(t *testing.T) {
	all := aligned(t)
	for i, want := range []string{
		"Der/det/1 Rat/nsubj/2 tagt/root/-1 im/case/4 Mai/obl/2 ./punct/2",
		"Die/det/1 Frau/nsubj/2 sah/root/-1 den/det/4 Mann/obj/2 am/case/8 7/amod/8 ./punct/6 Mai/obl/2 ./punct/2",
		"Ein/det/1 Mann/nsubj/2 kam/root/-1 ,/punct/6 den/obj/6 sie/nsubj/6 kannte/acl:relcl/1 ./punct/2",
	} {
		var got []string
		for _, n := range all[i].Nodes {
			got = append(got, n.Form+"/"+n.Rel+"/"+strconv.Itoa(n.Head))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\nwant\n%s", g, want)
		}
	}
}

// A clause that hangs across others is lifted and says so.
func TestLift(t *testing.T) {
	head, rel := aligned(t)[2].lift()
	if head[6] != 2 || rel[6] != "acl:relcl"+model.Lifted {
		t.Errorf("the clause hangs on %d as %s", head[6], rel[6])
	}
}

func TestParseTreebankFaults(t *testing.T) {
	for _, bad := range []string{"1\tx\n\n", strings.Replace(bank, "\t2\tdet", "\tzwei\tdet", 1), "1-3\tim\t_\t_\t_\t_\t_\t_\t_\t_\n\n"} {
		if _, err := ParseTreebank(strings.NewReader(bad), "x"); err == nil {
			t.Errorf("%q was read without an error", bad)
		}
	}
}

// Classes put words together that stand in the same places.
func TestWordClasses(t *testing.T) {
	var text [][]string
	for range 6 {
		for _, s := range []string{"der Hund bellt laut", "der Mann ruft laut", "ein Hund ruft leise", "ein Mann bellt leise", "der Hund ruft leise"} {
			text = append(text, strings.Fields(s))
		}
	}
	classes := map[string]uint32{}
	for _, e := range wordClasses(text, 5, 2, 8) {
		for _, w := range strings.Fields("der ein hund mann bellt ruft laut leise") {
			if model.WordKey(w) == e.Key {
				classes[w] = e.Value
			}
		}
	}
	for _, pair := range [][2]string{{"der", "ein"}, {"hund", "mann"}, {"bellt", "ruft"}, {"laut", "leise"}} {
		if classes[pair[0]] == 0 || classes[pair[0]] != classes[pair[1]] {
			t.Errorf("%s and %s are in classes %d and %d", pair[0], pair[1], classes[pair[0]], classes[pair[1]])
		}
	}
	if classes["der"] == classes["hund"] || classes["hund"] == classes["ruft"] {
		t.Errorf("all are in one class: %v", classes)
	}
}
