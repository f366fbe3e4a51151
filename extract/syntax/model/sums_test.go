package model

import (
	"fmt"
	"strings"
	"testing"
)

// Sums only save work: in every state that the search of a sentence comes by,
// the kept scores are those that all features give when they are asked anew.
func TestSumsAreTheScores(t *testing.T) {
	for language, text := range map[string]string{
		"de": "Der frühere Minister , der am Montag in Kiel wegen Betrugs verurteilt worden war , hat nach Angaben seiner Anwälte gegen das Urteil Berufung eingelegt .",
		"en": "Prosecutors accused the former minister , who had resigned in May after a vote , of selling the harbour to a company that his brother owns .",
	} {
		m, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		room := &Room{}
		a := m.Analyse(room, strings.Fields(text), nil)
		a.Input(&room.input, m.Bias)
		spy := &comparing{t: t, want: m.Parser.Table}
		x := &Search{}
		x.sums.start(m.Parser.Table)
		first := x.fresh()
		first.start(room.input.Len())
		beam := []*state{first}
		for range 2 * room.input.Len() {
			x.next = x.next[:0]
			for _, s := range beam {
				spy.state(x, &room.input, s, len(m.Parser.Rels))
				x.expand(m.Parser.Table, &room.input, s, len(m.Parser.Rels), m.Parser.Beam)
			}
			x.cut(m.Parser.Reach)
			beam = x.follow(beam)
		}
		if n := len(parts) * spy.states; x.sums.filled == 0 || x.sums.filled*2 > n {
			t.Errorf("%s: %d states have %d scores of their own", language, spy.states, x.sums.filled)
		}
	}
}

type comparing struct {
	t      *testing.T
	want   Scorer
	states int
}

func (c *comparing) state(x *Search, in *Input, s *state, rels int) {
	c.states++
	x.score(c.want, in, s, rels)
	got := fmt.Sprint(x.sum)
	sum := make([]int32, actions(rels))
	c.want.Score(in.features(s, nil), sum)
	if want := fmt.Sprint(sum); got != want {
		c.t.Fatalf("next %d, top %d: kept\n%s\nanew\n%s", s.next, s.top(), got, want)
	}
}
