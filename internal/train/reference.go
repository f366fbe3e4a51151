package train

import (
	"fmt"
	"sort"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/actor/refer"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// Reference steers the learning of the weights of package refer.
type Reference struct {
	Lang      string
	Articles  string // folder with texts/ and gold/
	Fold, Of  int    // of the articles this fold is left out; Of 0: none
	Epochs    int
	Margin    int // by which the right choice has to win
	WrongLink int // more, where the wrong choice says that somebody is meant and nobody is
	MinCount  int // a feature is kept if it tells choices apart so often
}

// References says how the shipped weights are made.
func References(articles string) []Reference {
	set := Reference{Articles: articles, Epochs: 6, Margin: 8, WrongLink: 4, MinCount: 6}
	de, en := set, set
	de.Lang, en.Lang = "de", "en"
	return []Reference{de, en}
}

// question is a question to learn from: the features of each choice, and
// which are right.
type question struct {
	choices [][]int32
	right   []bool
}

// LearnReference learns the weights from the articles: every pronoun and noun
// is asked as in extraction, with the right answers given to those before it.
func LearnReference(set Reference, log func(string, ...any)) (refer.Weights, error) {
	articles, err := readMarked(set.Articles, set.Lang, func(name string) bool { return !InFold(name, set.Fold, set.Of) })
	if err != nil {
		return nil, err
	}
	t := &teacher{number: map[refer.Feature]int32{}}
	r, err := newReader(set.Lang, t)
	if err != nil {
		return nil, err
	}
	for i := range articles {
		t.article = &articles[i]
		t.scene = nil
		r.find(&articles[i])
	}
	log("%d articles, %d questions, %d features", len(articles), len(t.questions), len(t.features))
	return t.learn(set, log), nil
}

// reader runs the stages up to the actors.
type reader struct {
	lang      string
	segmenter *segment.Segmenter
	times     *timex.Tagger
	trees     *syntax.Reader
	finder    *actor.Finder
}

func newReader(language string, judge refer.Judge) (*reader, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	r := &reader{lang: language}
	if r.segmenter, err = segment.New(pack); err != nil {
		return nil, err
	}
	if r.times, err = timex.New(pack); err != nil {
		return nil, err
	}
	if r.trees, err = syntax.New(pack); err != nil {
		return nil, err
	}
	r.finder, err = actor.New(pack, actor.Options{Judge: judge})
	return r, err
}

func (r *reader) find(a *marked) {
	art := &article.Article{Text: a.text, Body: a.text, Lang: r.lang, Title: a.title, Date: a.date, Blocks: blocks(a.text)}
	doc := r.segmenter.Split(art)
	found := r.times.Tag(doc, timex.Options{DCT: a.date})
	var times []actor.Time
	for _, x := range found.Timexes {
		if x.Type == timex.Date && x.EDTF != "" {
			times = append(times, actor.Time{Span: x.Span, When: x.EDTF})
		}
	}
	r.finder.Find(doc, actor.Context{Title: a.title, DCT: a.date, Times: times})
}

// teacher answers as people have marked it, and keeps the questions.
type teacher struct {
	article   *marked
	scene     *refer.Scene
	entities  []string // of each entity of the scene: whom it stands for, by most of its mentions
	number    map[refer.Feature]int32
	features  []refer.Feature
	questions []question
}

// Judge is part of refer.Judge.
func (t *teacher) Judge(s *refer.Scene, q *refer.Question) int {
	if t.scene != s {
		t.scene = s
		t.identify()
	}
	want := t.of(q.Head, q.Head+1)
	x := question{}
	best := 0
	for i := range q.Choices {
		c := &q.Choices[i]
		right := false
		switch {
		case want == "" || c.Entity < 0:
		case c.Noun >= 0:
			right = t.of(s.Nouns[c.Noun].Head, s.Nouns[c.Noun].Head+1) == want
		case c.Entity < len(t.entities):
			right = t.entities[c.Entity] == want
		}
		if right && best == 0 {
			best = i
		}
		x.right = append(x.right, right)
		row := make([]int32, len(c.Features))
		for k, f := range c.Features {
			n, ok := t.number[f]
			if !ok {
				n = int32(len(t.features))
				t.number[f] = n
				t.features = append(t.features, f)
			}
			row[k] = n
		}
		x.choices = append(x.choices, row)
	}
	x.right[0] = best == 0
	t.questions = append(t.questions, x)
	return best
}

// of is whom tokens stand for; "" where nothing is marked.
func (t *teacher) of(first, last int) string {
	start, end := t.scene.Doc.Tokens[first].Start, t.scene.Doc.Tokens[last-1].End
	best, much := "", 0
	for _, m := range t.article.mentions {
		if n := min(end, m.end) - max(start, m.start); n > much {
			best, much = m.entity, n
		}
	}
	return best
}

// identify finds whom the scene's entities stand for.
func (t *teacher) identify() {
	t.entities = make([]string, len(t.scene.Entities))
	for i := range t.entities {
		votes := map[string]int{}
		best := ""
		vote := func(first, last int) {
			if e := t.of(first, last); e != "" {
				votes[e]++
				if best == "" || votes[e] > votes[best] {
					best = e
				}
			}
		}
		for _, m := range t.scene.Entities[i].Mentions {
			vote(m.First, m.Last)
		}
		for _, n := range t.scene.Nouns {
			if n.Entity == i {
				vote(n.Head, n.Head+1)
			}
		}
		t.entities[i] = best
	}
}

// learn is an averaged perceptron over the questions, all in integers.
func (t *teacher) learn(set Reference, log func(string, ...any)) refer.Weights {
	n := len(t.features)
	p := &ranker{weights: make([]int64, n), totals: make([]int64, n), count: make([]int, n)}
	for _, q := range t.questions {
		seen := map[int32]bool{}
		for _, row := range q.choices {
			for _, f := range row {
				if !seen[f] {
					seen[f] = true
					p.count[f]++
				}
			}
		}
	}
	order := make([]int, len(t.questions))
	for i := range order {
		order[i] = i
	}
	random := perceptron{random: 0x9e3779b97f4a7c15}
	for e := range set.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(random.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		wrong := 0
		for _, i := range order {
			if p.visit(&t.questions[i], set) {
				wrong++
			}
		}
		log("epoch %d: %d of %d questions wrong", e+1, wrong, len(order))
	}
	out := refer.Weights{}
	for f, name := range t.features {
		if p.count[f] < set.MinCount {
			continue
		}
		if w := scaled(p.weights[f]*p.step-p.totals[f], 16, max(p.step, 1)); w != 0 {
			out[name] = int32(w)
		}
	}
	return out
}

// ranker is what learning keeps.
type ranker struct {
	weights, totals []int64
	count           []int
	step            int64
}

func (p *ranker) visit(q *question, set Reference) bool {
	p.step++
	right, wrong := -1, -1
	var rightScore, wrongScore int64
	for i, row := range q.choices {
		score := int64(0)
		for _, f := range row {
			if p.count[f] >= set.MinCount {
				score += p.weights[f]
			}
		}
		if q.right[i] {
			if right < 0 || score > rightScore {
				right, rightScore = i, score
			}
			continue
		}
		score += int64(set.Margin)
		if q.right[0] {
			score += int64(set.WrongLink)
		}
		if wrong < 0 || score > wrongScore {
			wrong, wrongScore = i, score
		}
	}
	if right < 0 || wrong < 0 || rightScore >= wrongScore {
		return false
	}
	for _, f := range q.choices[right] {
		p.weights[f]++
		p.totals[f] += p.step
	}
	for _, f := range q.choices[wrong] {
		p.weights[f]--
		p.totals[f] -= p.step
	}
	return true
}

// WriteReference writes weights as the table that package refer reads.
func WriteReference(w refer.Weights, note string) []byte {
	rows := make([]string, 0, len(w))
	for f, v := range w {
		rows = append(rows, fmt.Sprintf("%s\t%d\n", f, v))
	}
	sort.Strings(rows)
	return []byte("# " + note + "\n" + strings.Join(rows, ""))
}
