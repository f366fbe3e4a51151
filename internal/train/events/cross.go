package events

import (
	"fmt"
	"io"

	"fasti/extract"
	"fasti/extract/event"
	"fasti/extract/event/model"
	"fasti/extract/lang"
	"fasti/extract/title"
)

// Trainer learns from marked articles.
type Trainer struct {
	Articles  []*Article
	Ridge     float64
	PartRidge float64 // of who takes part
	Only      string  // learn this model only, keep the others as they are built in: "part"
	Log       func(string, ...any)
}

// finders are the finders of each language with one model.
func finders(set *model.Set) (map[string]*event.Finder, error) {
	out := map[string]*event.Finder{}
	for _, l := range []string{"de", "en"} {
		pack, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		if out[l], err = event.New(pack, event.Options{Model: set}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Learn learns the models from the articles for which use says yes. What is
// learned of pairs and of events is learned from articles that the model of
// candidates has not seen, for its odds are too good on those that it has.
func (t *Trainer) Learn(use func(*Article) bool) (*model.Set, error) {
	set, err := model.Load()
	if err != nil {
		return nil, err
	}
	fs, err := finders(set)
	if err != nil {
		return nil, err
	}
	if t.Only == "part" {
		return t.learnPartOnly(set, use)
	}
	var samples []sample
	for _, a := range t.Articles {
		if use(a) {
			samples = append(samples, sample{a, fs[a.Result.Article.Lang].Study(a.input())})
		}
	}
	set.Want = t.want(samples)
	set.Kind = learnKind(samples, nil, kindRidge)
	if set.Part, err = t.part(samples, set); err != nil {
		return nil, err
	}
	parts := make([][]sample, parts)
	sets := make([]*model.Set, len(parts))
	for k := range parts {
		var rest []sample
		for i, s := range samples {
			if i%len(parts) == k {
				parts[k] = append(parts[k], s)
			} else {
				rest = append(rest, s)
			}
		}
		sets[k] = &model.Set{Want: t.want(rest), Join: set.Join, Told: set.Told, Kind: set.Kind, Part: set.Part}
	}
	if set.Join, err = t.join(parts, sets); err != nil {
		return nil, err
	}
	for k := range sets {
		sets[k].Join = set.Join
	}
	told, err := t.events(parts, sets)
	if err != nil {
		return nil, err
	}
	set.Told = learnTold(told, t.Ridge)
	set.Kind = learnKind(samples, told, kindRidge)
	t.Log("%d articles; features of candidates %d, of pairs %d, of events %d, of takers-part %d", len(samples), set.Want.Len(), set.Join.Len(), set.Told.Len(), set.Part.Len())
	return set, nil
}

// part learns who takes part.
func (t *Trainer) part(samples []sample, set *model.Set) (*model.Table, error) {
	fs, err := finders(set)
	if err != nil {
		return nil, err
	}
	var all []partSample
	for _, s := range samples {
		all = append(all, partSample{s, fs[s.article.Result.Article.Lang].StudyParts(s.article.input())})
	}
	return learnPart(all, t.PartRidge), nil
}

// parts is how many parts the articles learned from are cut into.
const parts = 4

// learnPartOnly learns who takes part, beside the models that are built in.
func (t *Trainer) learnPartOnly(set *model.Set, use func(*Article) bool) (*model.Set, error) {
	fs, err := finders(set)
	if err != nil {
		return nil, err
	}
	var samples []partSample
	for _, a := range t.Articles {
		if use(a) {
			if a.studied == nil {
				f := fs[a.Result.Article.Lang]
				a.studied = &partSample{sample{a, f.Study(a.input())}, f.StudyParts(a.input())}
			}
			samples = append(samples, *a.studied)
		}
	}
	set.Part = learnPart(samples, t.PartRidge)
	return set, nil
}

// want learns the model of candidates twice: what sentence tells an event
// again is found with the first model.
func (t *Trainer) want(samples []sample) *model.Table {
	return learnWant(samples, t.Ridge, func(s *sample, i, j int) bool { return len(s.list[i].Choices) > len(s.list[j].Choices) })
}

func (t *Trainer) join(parts [][]sample, sets []*model.Set) (*model.Table, error) {
	var all []pairSample
	for k := range parts {
		fs, err := finders(sets[k])
		if err != nil {
			return nil, err
		}
		for _, s := range parts[k] {
			p := pairSample{sample: s, pairs: fs[s.article.Result.Article.Lang].StudyPairs(s.article.input()), odds: map[int]int{}}
			for _, q := range p.pairs {
				p.odds[q.A], p.odds[q.B] = q.Odds[0], q.Odds[1]
			}
			all = append(all, p)
		}
	}
	return learnJoin(all, t.Ridge), nil
}

// events lists what is told in articles by models that have not seen them.
func (t *Trainer) events(parts [][]sample, sets []*model.Set) ([]toldSample, error) {
	var all []toldSample
	for k := range parts {
		fs, err := finders(sets[k])
		if err != nil {
			return nil, err
		}
		for _, s := range parts[k] {
			all = append(all, toldSample{s, fs[s.article.Result.Article.Lang].StudyEvents(s.article.input())})
		}
	}
	return all, nil
}

// longArticle is from how many bytes on an article is a long one: half of the
// words marked are in longer ones.
const longArticle = 1900

// ByLength puts short articles into part 0 and long ones into part 1: whether
// what is learned from the ones holds for the others.
func ByLength(a *Article) int {
	if len(a.Result.Article.Text) > longArticle {
		return 1
	}
	return 0
}

// ByFold puts an article into its fold.
func ByFold(a *Article) int { return a.Fold }

// Cross writes what is found in the articles of each part by models learned
// from those of the other parts, with the titles that it gets.
func (t *Trainer) Cross(w io.Writer, part func(*Article) int, parts int) error {
	ws, err := writers()
	if err != nil {
		return err
	}
	for k := range parts {
		set, err := t.Learn(func(a *Article) bool { return part(a) != k })
		if err != nil {
			return err
		}
		fs, err := finders(set)
		if err != nil {
			return err
		}
		for _, a := range t.Articles {
			if part(a) != k {
				continue
			}
			l := a.Result.Article.Lang
			if err := write(w, a, fs[l], ws[l]); err != nil {
				return err
			}
		}
	}
	return nil
}

// writers are the writers of titles of each language.
func writers() (map[string]*title.Writer, error) {
	out := map[string]*title.Writer{}
	for _, l := range []string{"de", "en"} {
		pack, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		if out[l], err = title.New(pack); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func write(w io.Writer, a *Article, f *event.Finder, t *title.Writer) error {
	r := extract.Result{Article: a.Result.Article, Doc: a.Result.Doc, Syntax: a.Result.Syntax, Timexes: a.Result.Timexes, Actors: a.Result.Actors, Events: f.Find(a.input())}
	t.Word(title.Input{Article: r.Article, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors}, r.Events)
	b, err := r.JSON()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}
