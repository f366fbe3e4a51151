package merge

import (
	"cmp"
	"slices"
)

// canonical sorts the results by article and drops those given twice, so that
// nothing behind it can depend on the order of the input. Of two results with
// one article name the later and then the greater body wins.
func canonical(gists []*Gist) []*Gist {
	arts := make([]*Gist, 0, len(gists))
	for _, g := range gists {
		if g != nil {
			arts = append(arts, g)
		}
	}
	slices.SortFunc(arts, func(x, y *Gist) int {
		a, b := x.res, y.res
		return cmp.Or(
			cmp.Compare(a.Article.Name, b.Article.Name),
			cmp.Compare(b.Article.Date, a.Article.Date),
			cmp.Compare(b.Article.Body, a.Article.Body),
			cmp.Compare(len(b.Events), len(a.Events)),
			cmp.Compare(len(b.Actors.Actors), len(a.Actors.Actors)),
		)
	})
	arts = slices.CompactFunc(arts, func(x, y *Gist) bool { return x.res.Article.Name == y.res.Article.Name })
	slices.SortStableFunc(arts, func(x, y *Gist) int {
		a, b := x.res, y.res
		return cmp.Or(cmp.Compare(a.Article.Date, b.Article.Date), cmp.Compare(a.Article.Name, b.Article.Name))
	})
	return arts
}

// forest is a union-find over the numbers below its length; the smaller
// number stays the root, so that the roots do not depend on the order of the
// joins.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) find(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) union(i, j int) int {
	i, j = f.find(i), f.find(j)
	if i > j {
		i, j = j, i
	}
	f[j] = i
	return i
}
