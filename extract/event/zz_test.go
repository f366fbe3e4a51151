package event

import (
	"fmt"
	"os"
	"testing"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

func TestZZ(t *testing.T) {
	text := os.Getenv("ZZ")
	if text == "" {
		t.Skip()
	}
	l := os.Getenv("ZL")
	pack, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	x, err := compile(pack)
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Name: "x", Lang: l}
	a.ReadText(text)
	sp, _ := segment.New(pack)
	doc := sp.Split(a)
	r := newReader(x, Input{Article: a, Doc: doc, Timexes: timex.Result{}, Actors: actor.Result{}})
	for n := range doc.Sentences {
		s := r.read(n)
		x.split(s)
		for i, c := range s.clauses {
			fmt.Print(i, " kind=", c.kind, " parent=", c.parent, " coord=", c.coord, " pass=", c.passive, " fut=", c.future, " subj=")
			for k := c.subject.first; k < c.subject.last; k++ {
				fmt.Print(s.words[k].text, " ")
			}
			w := func(i int) string {
				if i < 0 {
					return "-"
				}
				return s.words[i].text
			}
			fmt.Print(" marker=", w(c.marker), " fin=", w(c.fin), " lex=", w(c.lex), " prt=", w(c.particle))
			for _, p := range c.pieces {
				fmt.Print(" [")
				for k := p.first; k < p.last; k++ {
					fmt.Printf("%s/%d ", s.words[k].text, s.words[k].verbal)
				}
				fmt.Print("]")
			}
			fmt.Println()
		}
	}
}
